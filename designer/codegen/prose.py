"""Users' text made safe for generated code: docstrings, the head of the file, and the model's name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from designer.model.document import Variable

# Controls, formats (which holds all bidirectional controls), lone surrogates, line and paragraph separators.
_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_QUOTES = str.maketrans({"\\": "/", '"': "'"})
LONGEST = 200  # characters of a model's name


def prose(*texts: str) -> str:
    """The first text that is not blank, on one line, without characters that end a docstring or are invisible.

    Bidirectional controls are left out: with them, code reads in another order than it runs
    (Boucher and Anderson 2021, "Trojan Source").
    """
    for text in texts:
        seen = (
            " " if c.isspace() else "" if unicodedata.category(c) in _UNSEEN else c
            for c in text
        )
        if words := "".join(seen).split():
            return " ".join(words).translate(_QUOTES)
    return ""


def docstring(about: str, variables: Mapping[str, str]) -> Sequence[str]:
    """Lines of a docstring.

    Args:
        about: what the function does, as `prose` gives it.
        variables: the note of each argument.
    """
    noted = [(name, prose(note)) for name, note in variables.items()]
    lines = [f"    {name}: {note}" for name, note in noted if note]
    if not lines:
        return [f'"""{about}"""']
    return [f'"""{about}', "", "Args:", *lines, '"""']


def notes(
    arguments: Mapping[str, Variable], renamed: Mapping[str, str]
) -> dict[str, str]:
    """The notes of a function's arguments, for its docstring.

    Args:
        arguments: variables of the design, by their names in the file.
        renamed: of variables with another name in the file, that name; their notes mention the variable.
    """
    of_design = {new: f"`{name}` in the design." for name, new in renamed.items()}
    return {
        name: f"{prose(variable.note)} {of_design.get(name, '')}"
        for name, variable in arguments.items()
    }


def model_name(name: str) -> str:
    """A name that Keras accepts for a model, and TensorFlow as a root scope."""
    plain = re.sub(r"[^A-Za-z0-9]", "_", name)[:LONGEST].lstrip("_")
    return plain or "model"

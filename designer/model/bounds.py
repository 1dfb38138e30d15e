"""How large a design may be: every bound in one place, far beyond any published network.

A design within these bounds is read and analysed in under two seconds; one beyond them is refused in one sentence. The
help page `limits.md` states them for the user.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sized
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from designer.model.document import Document

# Of a file
MAX_BYTES = 10_000_000
MAX_DEPTH = 100  # of nested lists and objects
MAX_ENTRIES = 200_000  # of all lists and objects

# Of a design, the bodies of its own blocks included
MAX_NODES = 5_000
MAX_WIRES = 10_000
MAX_FRAMES = 1_000
MAX_NOTES = 1_000
MAX_DEFINITIONS = 500
MAX_NESTING = 20  # own blocks inside own blocks
MAX_LAYERS = 10_000  # all copies of all rows

# Of one part
MAX_VARIABLES = 500  # of a design, or of an own block
MAX_PARAMETERS = 500  # that one node sets
MAX_REPEAT = 1_000  # copies of one row; a slip of the keyboard must not build millions
MAX_DOTS = 100  # that one wire runs through

# Of one text
MAX_NAME = 100
MAX_TITLE = 300
MAX_VALUE = 1_000  # of a parameter or variable that is text
MAX_NOTE = 20_000

# Of expressions
MAX_EXPRESSION = 500  # characters of one
MAX_EXPRESSIONS = 200_000  # characters of all in a design
MAX_EXPRESSION_DEPTH = 50

# Of one analysis
SUGGESTIONS = 10_000  # pairs of names that are compared to suggest one that was meant

_COUNTED: Mapping[str, tuple[int, str]] = {
    "nodes": (MAX_NODES, "the design has {count} nodes; at most {most} are possible"),
    "edges": (MAX_WIRES, "the design has {count} wires; at most {most} are possible"),
    "frames": (
        MAX_FRAMES,
        "the design has {count} frames; at most {most} are possible",
    ),
    "notes": (MAX_NOTES, "the design has {count} notes; at most {most} are possible"),
    "definitions": (
        MAX_DEFINITIONS,
        "the design has {count} blocks of its own; at most {most} are possible",
    ),
}


def text_fault(text: str, most: int) -> str | None:
    """Why a text may not be as long as it is, as the rest of a sentence."""
    if len(text) <= most:
        return None
    return f"has {len(text):,} characters; at most {most:,} are possible"


def content_fault(design: Mapping[str, Any]) -> str | None:
    """Why a design has too much in it, as a sentence; None if it has not.

    Args:
        design: the fields of a design, as in a file or as attributes of a `Document`; values of other types are
            passed over.
    """
    own = design.get("definitions")
    bodies = list(own.values()) if isinstance(own, Mapping) else []
    parts = [design, *(body for body in bodies if isinstance(body, Mapping))]
    for key, (most, fault) in _COUNTED.items():
        count = sum(_length(part.get(key)) for part in parts)
        if count > most:
            return fault.format(count=f"{count:,}", most=f"{most:,}")
    for part in parts:
        for key in "variables", "parameters":
            count = _length(part.get(key))
            if count > MAX_VARIABLES:
                return f"{count:,} {key} are too many; at most {MAX_VARIABLES:,} are possible"
    return None


def document_fault(document: Document) -> str | None:
    """Why a document is beyond the bounds on its content, as a sentence; None if it is within them."""
    bodies = {id: vars(d.body) for id, d in document.definitions.items()}
    fault = content_fault({**vars(document), "definitions": bodies})
    return fault or expressions_fault([document, *_bodies(document)]) or _long(document)


def expressions_fault(documents: Iterable[Document]) -> str | None:
    """Why all expressions together are too long, as a sentence."""
    count = sum(
        len(value)
        for document in documents
        for value in _values(document)
        if isinstance(value, str) and value.startswith("=")
    )
    if count <= MAX_EXPRESSIONS:
        return None
    return f"the expressions of the design have {count:,} characters; at most {MAX_EXPRESSIONS:,} are possible"


def _long(document: Document) -> str | None:
    """Texts that no rule on a value holds in bounds."""
    texts = [("the design's name", document.name, MAX_TITLE)]
    for definition in document.definitions.values():
        texts.append(("a block's title", definition.title, MAX_TITLE))
        texts.append(("a block's note", definition.note, MAX_NOTE))
    for part in [document, *_bodies(document)]:
        texts += [("a frame's title", f.title, MAX_TITLE) for f in part.frames]
        texts += [("a note", note.text, MAX_NOTE) for note in part.notes]
        texts += [
            (f"the note of '{name}'", variable.note, MAX_NOTE)
            for name, variable in part.variables.items()
        ]
    for what, text, most in texts:
        if len(text) > most:
            return f"{what} has {len(text):,} characters; at most {most:,} are possible"
    return None


def _bodies(document: Document) -> list[Document]:
    return [definition.body for definition in document.definitions.values()]


def _values(document: Document) -> Iterable[object]:
    for variable in document.variables.values():
        yield variable.value
    for node in document:
        yield node.repeat
        yield from node.params.values()
        yield from node.first.values()


def _length(value: object) -> int:
    return len(value) if isinstance(value, Sized) and not isinstance(value, str) else 0

"""Generated text leaves as ruff would have it, so that it passes anyone's own check."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from pathlib import Path

LINE_LENGTH = 88
KEPT = 512  # definitions that are remembered: an edit changes one or two

_MARK = "# between two definitions"
_laid_out: OrderedDict[str, str] = OrderedDict()


def formatted(definitions: Sequence[str]) -> list[str]:
    """Functions and classes as `ruff format` lays them out in a file.

    Only those that it has not seen lately are given to it, in one go: starting it costs more than its work.

    Raises:
        OSError: ruff is not there.
        ValueError: the source is not Python.
    """
    new = [text for text in dict.fromkeys(definitions) if text not in _laid_out]
    if new:
        done = _run(f"\n\n\n{_MARK}\n".join(new)).split(f"{_MARK}\n")
        for text, result in zip(new, done, strict=True):
            _laid_out[text] = result.strip("\n")
    found = []
    for text in definitions:
        _laid_out.move_to_end(text)
        found.append(_laid_out[text])
    while len(_laid_out) > KEPT:
        _laid_out.popitem(last=False)
    return found


def _run(source: str) -> str:
    done = subprocess.run(
        [_ruff(), "format", "--isolated", f"--line-length={LINE_LENGTH}", "-"],
        input=source.encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise ValueError(done.stderr.decode(errors="replace").strip())
    return done.stdout.decode()


@cache
def _ruff() -> str:
    """Where ruff lies: beside this Python, as pip puts it."""
    name = "ruff.exe" if sys.platform == "win32" else "ruff"
    beside = Path(sysconfig.get_path("scripts")) / name
    return str(beside) if beside.is_file() else name

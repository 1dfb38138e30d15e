"""Generated text leaves as ruff would have it, so that it passes anyone's own check."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Lock

LINE_LENGTH = 88
KEPT = 512  # definitions that are remembered: an edit changes one or two

_MARK = "# between two definitions"
_BETWEEN = re.compile(f"^{_MARK}\n", re.MULTILINE)  # all else is indented
_laid_out: OrderedDict[str, str] = OrderedDict()
_lock = Lock()


def formatted(definitions: Sequence[str]) -> list[str]:
    """Functions and classes as `ruff format` lays them out in a file.

    Only those that it has not seen lately are given to it, in one go: starting it costs more than its work.

    Raises:
        OSError: ruff is not there.
        ValueError: the source is not Python.
    """
    with _lock:  # the code panel writes in a thread of its own
        known = {text: _laid_out.get(text) for text in definitions}
    new = [text for text, result in known.items() if result is None]
    if new:
        done = _BETWEEN.split(_run(f"\n\n\n{_MARK}\n".join(new)))
        known |= {t: r.strip("\n") for t, r in zip(new, done, strict=True)}
    with _lock:
        for text, result in known.items():
            _laid_out.pop(text, None)
            _laid_out[text] = result or ""
        while len(_laid_out) > KEPT:
            _laid_out.popitem(last=False)
    return [known[text] or "" for text in definitions]


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

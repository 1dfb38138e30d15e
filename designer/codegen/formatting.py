"""Generated code is formatted by ruff, so that it passes `ruff format --check` in a user's project."""

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

    Only those that are not cached are passed to ruff, in one run: starting it costs more than formatting.

    Raises:
        OSError: ruff is not installed.
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
    """The path of ruff: in the folder of this Python's scripts, where pip installs it."""
    name = "ruff.exe" if sys.platform == "win32" else "ruff"
    script = Path(sysconfig.get_path("scripts")) / name
    return str(script) if script.is_file() else name

"""Generated text leaves as ruff would have it, so that it passes anyone's own check."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from functools import cache
from pathlib import Path

LINE_LENGTH = 88


def formatted(source: str) -> str:
    """The source as `ruff format` writes it.

    Raises:
        OSError: ruff is not there.
        ValueError: the source is not Python.
    """
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

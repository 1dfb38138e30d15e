"""Registers the application with a Linux desktop: menu entry, icon, file type."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_data_path

import assets
from designer.model.files.replacing import replace_file

ASSETS = assets.FOLDER / "desktop"
ROOT = Path(__file__).parents[3]
NAME = "channelwise"
WAIT_S = 20
_SPECIAL = '"`$\\'


def supported() -> bool:
    """Whether the platform has menu entries."""
    return sys.platform not in ("win32", "darwin")


def data_home() -> Path:
    """The folder of a user's entries, types and icons."""
    return Path(os.environ.get("XDG_DATA_HOME") or user_data_path())


def entry(command: Sequence[str], folder: Path | None) -> str:
    """The menu's entry.

    Args:
        command: starts the application; a file's path is appended.
        folder: the working folder that the command needs, if it needs one.
    """
    text = (ASSETS / f"{NAME}.desktop").read_text(encoding="utf-8").rstrip()
    words = " ".join([*map(_quoted, command), "%f"])
    path = f"Path={folder}\n" if folder else ""
    return f"{text}\nExec={words}\n{path}"


def register(
    home: Path, command: Sequence[str], folder: Path | None = None
) -> list[Path]:
    """Write entry, type and icon, and tell the desktop; returns the files. Raises OSError."""
    written = {
        home / "applications" / f"{NAME}.desktop": entry(command, folder),
        home / "mime" / "packages" / f"{NAME}.xml": _asset("xml"),
        home / "icons/hicolor/scalable/apps" / f"{NAME}.svg": _asset("svg"),
    }
    for path, text in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text.encode())
    _refresh(home)
    return list(written)


def unregister(home: Path) -> list[Path]:
    """Remove all registered files; returns those that existed. Raises OSError."""
    paths = (
        home / "applications" / f"{NAME}.desktop",
        home / "mime" / "packages" / f"{NAME}.xml",
        home / "icons/hicolor/scalable/apps" / f"{NAME}.svg",
    )
    there = [path for path in paths if path.exists()]
    for path in there:
        path.unlink()
    if there:
        _refresh(home)
    return there


def command() -> tuple[list[str], Path | None]:
    """The command that starts this application, and the working folder that it needs."""
    script = Path(sys.executable).with_name(NAME)
    if script.exists():
        return [str(script), "open"], None
    return [sys.executable, "-m", "designer", "open"], ROOT


def _asset(suffix: str) -> str:
    return (ASSETS / f"{NAME}.{suffix}").read_text(encoding="utf-8")


def _refresh(home: Path) -> None:
    """Make the desktop read the changes; one without these tools reads them later by itself."""
    for tool, folder in (
        ("update-mime-database", home / "mime"),
        ("update-desktop-database", home / "applications"),
    ):
        found = shutil.which(tool)
        if found and folder.is_dir():
            subprocess.run(
                [found, str(folder)], capture_output=True, timeout=WAIT_S, check=False
            )


def _quoted(word: str) -> str:
    """A word of an Exec line, as the desktop entry specification quotes it."""
    text = word.replace("%", "%%")
    for special in _SPECIAL[::-1]:
        text = text.replace(special, f"\\{special}")
    return f'"{text}"' if set(word) & set(" \t\"'\\><~|&;$*?#()`") else text

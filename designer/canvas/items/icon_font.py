"""Material Design icons as characters of a font, read from qtawesome's files.

The files are read without importing qtawesome: the import, its Qt layer and its other ten fonts take a
quarter of the application's start, and one font of it is in use.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

PREFIX = "mdi6."
FILES = "materialdesignicons6-webfont"


def glyph(icon: str, pixels: int) -> tuple[str, QFont]:
    """The character of an icon, and the font that draws it.

    Args:
        icon: a name as qtawesome writes it, such as `mdi6.close`.
        pixels: the font's height.

    Raises:
        KeyError: the font has no such icon.
    """
    font = QFont(_family())
    font.setPixelSize(pixels)
    return chr(int(_characters()[icon.removeprefix(PREFIX)], 16)), font


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(_file(f"{FILES}-[0-9]*.ttf")))
    return QFontDatabase.applicationFontFamilies(number)[0]


@cache
def _characters() -> Mapping[str, str]:
    path = _file(f"{FILES}-charmap-*.json")
    names: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return names


def _file(pattern: str) -> Path:
    spec = find_spec("qtawesome")
    assert spec is not None
    assert spec.submodule_search_locations
    (path,) = Path(spec.submodule_search_locations[0], "fonts").glob(pattern)
    return path

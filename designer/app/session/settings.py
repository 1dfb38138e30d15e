"""What the application stores between runs: preferences, window layout, recent files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import Field, asdict, dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_args

from platformdirs import user_config_path

from designer.app.text.translation import tr
from designer.canvas.values.options import Direction, ViewOptions, Wheel, WireStyle
from designer.model.files.replacing import replace_file

RECENT = 12
RECENT_BLOCKS = 12
THEMES = ("system", "light", "dark")
LANGUAGES = ("system", "en", "zh_CN")
COUNTS = ("auto", "full", "short")
SIZES = ("binary", "decimal")
INPUT_SIZES = (16, 2048)

# What a value must be one of, field by field; of numbers, the least and the greatest.
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "theme": THEMES,
    "language": LANGUAGES,
    "counts": COUNTS,
    "sizes": SIZES,
    "direction": get_args(Direction),
    "wire_style": get_args(WireStyle),
    "wheel": get_args(Wheel),
}
_LIMITS: Mapping[str, tuple[int, int]] = {"input_size": INPUT_SIZES}


@dataclass(frozen=True, slots=True)
class Settings:
    """All stored settings; Qt's byte arrays as base64."""

    theme: str = "system"
    language: str = "system"
    counts: str = "auto"  # parameters with all digits, MACs short; or all alike
    sizes: str = "decimal"  # bytes in kB and MB, or binary: KiB and MiB
    autosave: bool = False  # a design that has a file is saved by itself
    input_size: int = 224  # of an image that is added
    start_page: bool = False  # instead of the last design
    view: ViewOptions = ViewOptions()  # noqa: RUF009 - frozen
    geometry: str = ""
    docks: str = ""
    recent: tuple[str, ...] = ()  # paths, the last first
    last: str = ""  # the design to open at the next start
    problems_folded: bool = True
    favourites: tuple[str, ...] = ()  # blocks
    recent_blocks: tuple[str, ...] = ()
    folded_sections: tuple[str, ...] = ("Layers",)  # of the palette

    def opened(self, path: Path) -> Settings:
        """Settings with a file at the head of the recent ones."""
        text = str(path.absolute())
        recent = _ahead(text, self.recent, RECENT)
        return replace(self, recent=recent, last=text)

    def forgot(self, path: Path) -> Settings:
        """Settings without a file that no longer exists."""
        text = str(path.absolute())
        return replace(self, recent=tuple(p for p in self.recent if p != text))

    def placed(self, block: str) -> Settings:
        """Settings with a block at the head of the recent ones."""
        recent = _ahead(block, self.recent_blocks, RECENT_BLOCKS)
        return replace(self, recent_blocks=recent)

    def toggled_favourite(self, block: str) -> Settings:
        """Settings with a block's star toggled."""
        others = tuple(id for id in self.favourites if id != block)
        starred = others if block in self.favourites else (*others, block)
        return replace(self, favourites=starred)


def settings_path() -> Path:
    """The folder that they are stored in."""
    return user_config_path("channelwise", appauthor=False) / "settings.json"


def load(path: Path) -> tuple[Settings, str]:
    """Read the settings; returns them, and a message where the file was broken and is renamed."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return _read(Settings, found), ""
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        reason = error.strerror
        return Settings(), tr(
            "The settings in {path} cannot be read: {reason}."
        ).format(path=path, reason=reason)
    except (ValueError, RecursionError):
        aside = path.with_suffix(".broken.json")
        try:
            path.replace(aside)
        except OSError:
            return Settings(), tr(
                "The settings in {path} are broken and were not used."
            ).format(path=path)
        return Settings(), tr(
            "The settings were broken; they are now in {path}."
        ).format(path=aside)


def save(settings: Settings, path: Path) -> None:
    """Write the settings atomically. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(asdict(settings), indent=1)
    replace_file(path, text.encode(), durable=False)


def _ahead(text: str, others: tuple[str, ...], most: int) -> tuple[str, ...]:
    return (text, *(other for other in others if other != text))[:most]


def _read(kind: type[Any], found: object) -> Any:
    """Convert a value of the file to `kind`; raises ValueError."""
    if not isinstance(found, dict):
        raise ValueError(f"no {kind.__name__}")
    return kind(
        **{f.name: _value(f, found[f.name]) for f in fields(kind) if f.name in found}
    )


def _value(field: Field[Any], found: object) -> object:
    """Convert one field's value; raises ValueError."""
    default, name = field.default, field.name
    if is_dataclass(default):
        return _read(type(default), found)
    if isinstance(found, list) and all(isinstance(item, str) for item in found):
        found = tuple(found)
    if type(found) is not type(default):
        raise ValueError(name)
    if name in _CHOICES and found not in _CHOICES[name]:
        raise ValueError(name)
    if isinstance(found, int) and name in _LIMITS:
        least, greatest = _LIMITS[name]
        if not least <= found <= greatest:
            raise ValueError(name)
    return found

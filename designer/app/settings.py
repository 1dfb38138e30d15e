"""What the window remembers from one day to the next: where it was, its theme, the last files."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from platformdirs import user_config_path

RECENT = 12
THEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Settings:
    """All that is remembered; Qt's own byte arrays as base64."""

    theme: str = "system"
    geometry: str = ""
    docks: str = ""
    recent: tuple[str, ...] = ()  # paths, the last first
    last: str = ""  # the design to open at the next start
    problems_folded: bool = True

    def opened(self, path: Path) -> Settings:
        """With a file at the head of the recent ones."""
        text = str(path.absolute())
        others = (other for other in self.recent if other != text)
        return replace(self, recent=(text, *others)[:RECENT], last=text)

    def forgot(self, path: Path) -> Settings:
        """Without a file that is there no more."""
        text = str(path.absolute())
        return replace(self, recent=tuple(p for p in self.recent if p != text))


def settings_path() -> Path:
    """Where they are kept."""
    return user_config_path("channelwise", appauthor=False) / "settings.json"


def load(path: Path) -> tuple[Settings, str]:
    """The settings, and a sentence where the file was broken: it is set aside, not overwritten."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return _checked(found), ""
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        return Settings(), f"The settings in {path} cannot be read: {error.strerror}."
    except (ValueError, RecursionError):
        aside = path.with_suffix(".broken.json")
        try:
            path.replace(aside)
        except OSError:
            return Settings(), f"The settings in {path} are broken and were not used."
        return Settings(), f"The settings were broken; they are now in {aside}."


def save(settings: Settings, path: Path) -> None:
    """Write them whole or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = path.with_suffix(".new")
    staged.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
    staged.replace(path)


def _checked(found: object) -> Settings:
    """Settings of what the file says; raises ValueError for what is none of them."""
    if not isinstance(found, dict):
        raise ValueError("no settings")
    default = Settings()
    values = {}
    for field in fields(Settings):
        value = found.get(field.name, getattr(default, field.name))
        if isinstance(value, list):
            value = tuple(value)
        if type(value) is not type(getattr(default, field.name)):
            raise ValueError(field.name)
        values[field.name] = value
    if values["theme"] not in THEMES:
        raise ValueError("theme")
    if not all(isinstance(path, str) for path in values["recent"]):
        raise ValueError("recent")
    return Settings(**values)

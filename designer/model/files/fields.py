"""Fields of a JSON text, each looked at before anything is built of it; a complaint says where it stands."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from designer.model.bounds import (
    MAX_DEPTH,
    MAX_DOTS,
    MAX_ENTRIES,
    MAX_NAME,
    MAX_NOTE,
    MAX_PARAMETERS,
    MAX_TITLE,
    text_fault,
)
from designer.model.document import JSON, Scalar
from designer.model.files.format import FileError
from designer.model.rules import place_fault, value_fault

Check = Callable[[Any], str | None]


class Fields:
    """A JSON object that is being read: what has been taken, and in `rest` what no one knows."""

    def __init__(self, value: JSON, where: str) -> None:
        """Args: where the object stands, such as `nodes[3]`; empty for the whole text."""
        if not isinstance(value, dict):
            name = where or "the text"
            raise FileError(f"{name} is {shown(value)}, not an object")
        self.rest: dict[str, JSON] = dict(value)
        self.where = where

    def take(self, key: str, fault_of: Check, *default: Any) -> Any:
        """The field, checked; without a default it must be there."""
        if key not in self.rest:
            if default:
                return default[0]
            raise FileError(f"{self.where or 'the design'} has no '{key}'")
        value = self.rest.pop(key)
        if fault := fault_of(value):
            raise FileError(f"{self.path(key)} is {shown(value)}: it {fault}")
        return value

    def scalars(self, key: str) -> dict[str, Scalar]:
        """A field that holds parameters."""
        values: dict[str, Scalar] = self.take(key, mapping, {})
        if len(values) > MAX_PARAMETERS:
            raise FileError(
                f"{self.path(key)} sets {len(values):,} parameters; at most {MAX_PARAMETERS:,} are possible"
            )
        for name, value in values.items():
            if fault := text_fault(name, MAX_NAME):
                raise FileError(f"a parameter's name in {self.path(key)} {fault}")
            if fault := value_fault(value):
                path = f"{self.path(key)}.{name}"
                raise FileError(f"{path} is {shown(value)}: it {fault}")
        return values

    def listed(self, key: str, *default: Any) -> Iterable[tuple[JSON, str]]:
        """The entries of a list, each with where it stands."""
        entries = self.take(key, sequence, *default)
        path = self.path(key)
        return [(entry, f"{path}[{index}]") for index, entry in enumerate(entries)]

    def path(self, key: str) -> str:
        """Where a field stands."""
        return f"{self.where}.{key}" if self.where else key


def word(value: JSON) -> str | None:
    """A name or title, which may not be empty."""
    return title(value) if value else "should be text"


def title(value: JSON) -> str | None:
    """Text of one line."""
    return text_fault(value, MAX_TITLE) if isinstance(value, str) else "should be text"


def text(value: JSON) -> str | None:
    """Text of any number of lines."""
    return text_fault(value, MAX_NOTE) if isinstance(value, str) else "should be text"


def flag(value: JSON) -> str | None:
    """A switch."""
    return None if isinstance(value, bool) else "should be true or false"


def sequence(value: JSON) -> str | None:
    """A list of anything."""
    return None if isinstance(value, list) else "should be a list"


def mapping(value: JSON) -> str | None:
    """An object with anything in it."""
    return None if isinstance(value, dict) else "should be an object"


def identity(value: JSON) -> str | None:
    """The id of a node, frame or note."""
    good = isinstance(value, str) and re.fullmatch(r"[^:\s]{1,100}", value)
    return None if good else "should be a short word, without ':', such as 'n1'"


def positions(value: JSON) -> str | None:
    """Dots that a wire runs through."""
    if isinstance(value, list) and all(place_fault(at) is None for at in value):
        if len(value) <= MAX_DOTS:
            return None
        return f"has {len(value):,} positions; at most {MAX_DOTS:,} are possible"
    return "should be a list of positions, such as [[420, 80], [420, 160]]"


def once(entries: Iterable[tuple[Any, str]], what: str) -> None:
    """Raises FileError where a value comes twice; each entry is a value and where it stands."""
    seen: dict[Any, str] = {}
    for value, where in entries:
        if value in seen:
            named = "" if what == "wire" else f" '{value}'"
            raise FileError(f"{where} has the same {what}{named} as {seen[value]}")
        seen[value] = where


def parse(source: str) -> JSON:
    """What a JSON text holds, in bounds, with nothing that could not be written again; raises FileError."""
    if not source.strip():
        raise FileError("it is empty")
    try:
        value = json.loads(
            source, object_pairs_hook=_pairs, parse_constant=_no_constant
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise FileError(f"{place}: not JSON: {error.msg}") from None
    except RecursionError:
        raise FileError(f"it nests more than {MAX_DEPTH} deep") from None
    except ValueError as error:
        if isinstance(error, FileError):
            raise
        raise FileError("it holds a number with thousands of digits") from None
    _check_depth_and_values(value)
    return value


def version(value: JSON) -> tuple[int, int]:
    """A format's version: 1, or "1.2"."""
    found = re.fullmatch(r"([1-9]\d{0,5})(?:\.(\d{1,6}))?", str(value))
    if not isinstance(value, (int, str)) or not found:
        raise FileError(f"'version' is {shown(value)}; it should be 1, or \"1.2\"")
    return int(found[1]), int(found[2] or 0)


def shown(value: JSON) -> str:
    """A value as a complaint quotes it."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list) and len(value) > 4:
        return "a list"
    written = json.dumps(value, ensure_ascii=False)
    return written if len(written) <= 60 else f"{written[:60]}..."


def _pairs(pairs: list[tuple[str, JSON]]) -> dict[str, JSON]:
    found = dict(pairs)
    if len(found) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        twice = next(key for key, count in counts.items() if count > 1)
        raise FileError(f"an object has the key {shown(twice)} twice")
    return found


def _no_constant(name: str) -> JSON:
    raise FileError(f"it holds {name}, which is not JSON")


def _check_depth_and_values(value: JSON) -> None:
    """What JSON allows and a file cannot hold again: endless nesting, 1e999, half a surrogate pair."""
    stack = [(value, 1)]
    entries = 0
    while stack:
        value, depth = stack.pop()
        if isinstance(value, (dict, list)):
            entries += len(value)
        if entries > MAX_ENTRIES:
            raise FileError(
                f"its lists and objects have more than {MAX_ENTRIES:,} entries, no design has"
            )
        if depth > MAX_DEPTH:
            raise FileError(f"it nests more than {MAX_DEPTH} deep")
        if isinstance(value, dict):
            stack.extend((key, depth) for key in value)
            stack.extend((entry, depth + 1) for entry in value.values())
        elif isinstance(value, list):
            stack.extend((entry, depth + 1) for entry in value)
        elif isinstance(value, float) and not math.isfinite(value):
            raise FileError("it holds a number that is too large")
        elif isinstance(value, str) and re.search("[\ud800-\udfff]", value):
            raise FileError("a text in it holds half of a character (a lone surrogate)")

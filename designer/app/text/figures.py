"""Formats numbers, shapes and changes for panels."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from designer.analysis.issues import Repair
from designer.analysis.measures import Unit
from designer.analysis.quantities import ReceptiveField
from designer.app.text.translation import tr

MINUS = "\N{MINUS SIGN}"
TIMES = "\N{MULTIPLICATION SIGN}"
_UNITS = ((10**12, "T"), (10**9, "G"), (10**6, "M"), (10**3, "k"))
_BINARY = ((2**40, "TiB"), (2**30, "GiB"), (2**20, "MiB"), (2**10, "KiB"))


@dataclass(frozen=True, slots=True)
class Habits:
    """How numbers are formatted: counts `auto`, `full` or `short`; sizes `decimal` or `binary`."""

    counts: str = "auto"
    sizes: str = "decimal"


def use(habits: Habits) -> None:
    """Set how figures are formatted; visible ones have to be updated by the caller."""
    global _habits
    _habits = habits


def exact(number: int) -> str:
    """All digits, in groups of three."""
    return f"{number:,}".replace("-", MINUS)


def short(number: int) -> str:
    """Three or four significant digits and a unit: 300.8 M."""
    for size, unit in _UNITS:
        if abs(number) >= size:
            scaled = number / size
            digits = 2 if abs(scaled) < 10 else 1
            return f"{scaled:.{digits}f} {unit}".replace("-", MINUS)
    return exact(number)


def count(number: int) -> str:
    """A parameter count: in full, unless the user prefers it short."""
    return short(number) if _habits.counts == "short" else exact(number)


def great_count(number: int) -> str:
    """MACs or FLOPs: short, unless the user prefers them in full."""
    return exact(number) if _habits.counts == "full" else short(number)


def in_bytes(size_bytes: int) -> str:
    """A size in bytes with decimal units, as in file managers, or binary ones."""
    if _habits.sizes == "decimal":
        if abs(size_bytes) < 1000:
            return f"{size_bytes} B"
        return f"{short(size_bytes)}B"
    for size, unit in _BINARY:
        if abs(size_bytes) >= size:
            scaled = size_bytes / size
            digits = 2 if abs(scaled) < 10 else 1
            return f"{scaled:.{digits}f} {unit}".replace("-", MINUS)
    return f"{size_bytes} B"


def signed(change: int) -> str:
    """A change with its sign; empty for none."""
    return "" if change == 0 else f"{'+' if change > 0 else MINUS}{abs(change):,}"


def signed_short(change: int) -> str:
    return "" if change == 0 else f"{'+' if change > 0 else MINUS}{short(abs(change))}"


def effect(params_change: int, macs_change: int) -> str:
    """What an edit changes in the totals."""
    if params_change == macs_change == 0:
        return tr("same params and MACs")
    parts = []
    if params_change:
        parts.append(tr("{change} params").format(change=signed(params_change)))
    if macs_change:
        parts.append(tr("{change} MACs").format(change=signed_short(macs_change)))
    return ", ".join(parts)


def effect_of(repair: Repair) -> str:
    """What a repair changes in the totals; where these leave nodes out, the totals with it."""
    if repair.is_comparable:
        return effect(repair.params_change, repair.macs_change)
    text = (
        tr("then {params} params, {macs} MACs in total")
        if repair.complete
        else tr("then {params} params, {macs} MACs of the nodes that can be counted")
    )
    return text.format(params=exact(repair.total.params), macs=short(repair.total.macs))


def receptive(field: ReceptiveField) -> str:
    """The receptive field of an output, and its stride."""
    if field.size is None:
        return tr("the whole image")
    height, width = field.size
    down, right = field.stride
    stride = str(down) if down == right else f"{down} {TIMES} {right}"  # 1/2, 2
    return tr("{height} {times} {width} px, stride {stride}").format(
        height=height, times=TIMES, width=width, stride=stride
    )


@dataclass(frozen=True, slots=True)
class Forms:
    """The formats of a unit.

    Args:
        full: on its own.
        brief: next to others.
        short: on axes and marks of a chart.
        preferred: as the user likes it.
    """

    full: Callable[[Any], str]
    brief: Callable[[Any], str]
    short: Callable[[Any], str]
    preferred: Callable[[Any], str]


FORMS: Mapping[Unit, Forms] = {
    Unit.COUNT: Forms(exact, exact, short, count),
    Unit.GREAT_COUNT: Forms(exact, short, short, great_count),
    Unit.BYTES: Forms(in_bytes, in_bytes, in_bytes, in_bytes),
    Unit.PIXELS: Forms(receptive, receptive, receptive, receptive),
}


def value(scalar: Any) -> str:
    """A parameter's value as text."""
    if isinstance(scalar, bool):
        return tr("on") if scalar else tr("off")
    if isinstance(scalar, float):
        return f"{scalar:g}" if abs(scalar) < 1e15 else repr(scalar)
    return str(scalar)


_habits = Habits()

"""Snaps a moved node into line with its neighbours. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from designer.canvas.routes.routing import Box, Point
from designer.canvas.values.geometry import snapped


@dataclass(frozen=True, slots=True)
class Guide:
    """A line on which edges or centres are aligned, from one point to another."""

    start: Point
    end: Point


@dataclass(frozen=True, slots=True)
class Snap:
    """A position, and the guides that explain it."""

    at: Point
    guides: tuple[Guide, ...] = ()


def snap(box: Box, neighbours: Sequence[Box], reach: float) -> Snap:
    """The position of `box`: aligned with a neighbour within reach, per axis, else on the grid."""
    left, top, right, bottom = box
    x, y = snapped(left, top)
    aside = _nearest(left, right, ((b[0], b[2]) for b in neighbours), reach)
    along = _nearest(top, bottom, ((b[1], b[3]) for b in neighbours), reach)
    if aside is not None:
        x = left + aside
    if along is not None:
        y = top + along
    moved = (x, y, x + right - left, y + bottom - top)
    guides: list[Guide] = []
    if aside is not None:
        guides += _guides(moved, neighbours)
    if along is not None:
        turned = _guides(_turn(moved), [_turn(other) for other in neighbours])
        guides += (Guide(line.start[::-1], line.end[::-1]) for line in turned)
    return Snap((x, y), tuple(guides))


def _nearest(
    low: float, high: float, others: Iterable[tuple[float, float]], reach: float
) -> float | None:
    """The shortest offset that aligns edges or centres; None where none is within reach."""
    ways = [
        way
        for other_low, other_high in others
        for way in (
            other_low - low,
            other_high - high,
            other_low - high,
            other_high - low,
            (other_low + other_high - low - high) / 2,
        )
        if abs(way) <= reach
    ]
    return min(ways, key=abs, default=None)


def _guides(box: Box, neighbours: Sequence[Box]) -> list[Guide]:
    """The vertical lines that the box and its neighbours share, over the extent of all."""
    found = []
    for line in (box[0], (box[0] + box[2]) / 2, box[2]):
        met = [other for other in neighbours if line in _lines(other)]
        if met:
            met.append(box)
            top, bottom = min(b[1] for b in met), max(b[3] for b in met)
            found.append(Guide((line, top), (line, bottom)))
    return found


def _lines(box: Box) -> tuple[float, float, float]:
    return box[0], (box[0] + box[2]) / 2, box[2]


def _turn(box: Box) -> Box:
    left, top, right, bottom = box
    return top, left, bottom, right

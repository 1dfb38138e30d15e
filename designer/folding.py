"""A long network folded into columns, as a text is. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, sqrt

Point = tuple[float, float]

GRID = 8


def folded(heights: Sequence[float], width: float, ratio: float | None) -> list[Point]:
    """The upper left corner of every row; folded into the columns that show it largest in a window of that shape."""
    if not ratio:
        return _columns(heights, width, 1)
    guess = sqrt(ratio * sum(heights) / width)
    tries = (
        _columns(heights, width, count)
        for count in range(max(1, floor(guess) - 1), ceil(guess) + 2)
    )

    def scale(corners: Sequence[Point]) -> float:
        bottoms = (y + height for (_, y), height in zip(corners, heights, strict=True))
        return min(ratio / (corners[-1][0] + width), 1 / max(bottoms))

    return max(tries, key=scale)


def _columns(heights: Sequence[float], width: float, count: int) -> list[Point]:
    """The upper left corner of every row, in at most that many columns, as low as they can be."""
    low, high = max(sum(heights) / count, max(heights)), sum(heights)
    while high - low > GRID:
        middle = (low + high) / 2
        if _cut(heights, width, middle)[-1][0] < count * width:
            high = middle
        else:
            low = middle
    return _cut(heights, width, high)


def _cut(heights: Sequence[float], width: float, highest: float) -> list[Point]:
    """The upper left corner of every row, in columns that are no higher than that."""
    corners: list[Point] = []
    x = y = 0.0
    for height in heights:
        if y and y + height > highest * 1.001:
            x, y = x + width, 0.0
        corners.append((x, y))
        y += height
    return corners

"""Places the labels of points so that none overlap."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Any

from matplotlib.transforms import Bbox

AWAY = 9  # points between a point and its name
FURTHER = (12, 27, 54)  # outside of the ring
SIDES = (
    (1, 0, "left", "center"),
    (-1, 0, "right", "center"),
    (0, 1, "center", "bottom"),
    (0, -1, "center", "top"),
    (0.8, 0.8, "left", "bottom"),
    (-0.8, 0.8, "right", "bottom"),
    (0.8, -0.8, "left", "top"),
    (-0.8, -0.8, "right", "top"),
)


def place_labels(
    axes: Any,
    names: Sequence[tuple[str, float, float]],
    points: Sequence[tuple[float, float]],
    *,
    roaming: int,
    clear_of: float | None,
    **font: Any,
) -> list[Any]:
    """Write names next to their points, in order of priority; one without room is left out.

    Args:
        names: each with its point, in data coordinates.
        points: all points that must stay free.
        roaming: how many of the names, from the first, may be placed further away.
        clear_of: position of a line that no name may cross.

    Returns:
        The labels that are placed.
    """
    figure = axes.figure
    renderer = figure.canvas.get_renderer()
    inside = axes.get_window_extent(renderer)
    dot = AWAY * 0.5 * figure.dpi / 72
    taken = [
        Bbox.from_bounds(x - dot, y - dot, 2 * dot, 2 * dot)
        for x, y in axes.transData.transform(points)
    ]
    taken += [text.get_window_extent(renderer) for text in axes.texts]
    if axes.get_legend() is not None:
        taken.append(axes.get_legend().get_window_extent(renderer))
    if clear_of is not None:
        x = axes.transData.transform((clear_of, points[0][1]))[0]
        taken.append(Bbox.from_extents(x - 2, inside.y0, x + 2, inside.y1))
    written = []
    for place, (name, x, y) in enumerate(names):
        label = axes.annotate(
            name, (x, y), textcoords="offset points", xytext=(0, 0), **font
        )
        further = FURTHER if place < roaming else (AWAY,)
        for away, (right, up, ha, va) in product(further, SIDES):
            label.set(position=(right * away, up * away), ha=ha, va=va)
            box = label.get_window_extent(renderer)
            free = not any(box.overlaps(other) for other in taken)
            if free and inside.containsx(box.x0) and inside.containsx(box.x1):
                taken.append(box)
                written.append(label)
                break
        else:
            label.remove()
    return written

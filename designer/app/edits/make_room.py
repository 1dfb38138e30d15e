"""Makes room for a node: nodes that it would cover are moved away, and those that these would cover in turn."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from designer.canvas.values.options import Direction
from designer.canvas.values.theme import GRID

Point = tuple[float, float]
Size = tuple[float, float]

BESIDE = 3 * GRID  # nodes nearer than this across the flow collide
FAR_BACK = 60 * GRID
GAP = 7 * GRID  # along the flow, between a node and what it has pushed


def make_room(
    places: Mapping[str, Point],
    sizes: Mapping[str, Size],
    new: str,
    *,
    after: Collection[str] = (),
    before: Collection[str] = (),
    direction: Direction = "down",
) -> dict[str, Point]:
    """The position of the new node and of the nodes that it pushes along the flow; all others stay.

    Args:
        places: upper left corners, the new node's where it was dropped.
        after: nodes that it must be placed after, instead of pushing them.
        before: nodes that it must be placed before, unless they are far back, such as at the top of the next column.
    """
    turned = direction == "right"

    def turn(pair: Point) -> Point:
        return (pair[1], pair[0]) if turned else pair

    at = {id: turn(place) for id, place in places.items()}
    size = {id: turn(sizes[id]) for id in places}
    x, y = at[new]
    ends = [
        at[id][1] + size[id][1]
        for id in after
        if at[id][1] < y + size[new][1]
        and _beside(at[id], size[id], at[new], size[new])
    ]
    moved = {new: (x, max([y, *(end + GAP for end in ends)]))}
    waiting = [id for id in places if id != new and id not in after]
    pushing = [new]
    end = moved[new][1] + size[new][1] + GAP
    for id in before:
        if 0 < end - at[id][1] < FAR_BACK:
            at[id] = moved[id] = (at[id][0], end)
            pushing.append(id)
    while pushing:
        pusher = pushing.pop(0)
        at[pusher] = moved[pusher]
        left, top = moved[pusher]
        end = top + size[pusher][1]
        for id in waiting:
            there = at[id]
            reaches = there[1] < end + GAP and there[1] + size[id][1] > top
            if (
                id != pusher
                and reaches
                and _beside(there, size[id], (left, top), size[pusher])
            ):
                at[id] = moved[id] = (there[0], end + GAP)
                pushing.append(id)
    return {id: turn(place) for id, place in moved.items()}


def _beside(one: Point, size: Size, other: Point, other_size: Size) -> bool:
    """Whether two nodes would cover each other, were they at the same height."""
    return (
        one[0] < other[0] + other_size[0] + BESIDE
        and other[0] < one[0] + size[0] + BESIDE
    )

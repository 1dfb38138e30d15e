"""Orthogonal ways of wires: straight pieces with rounded corners. The network flows down here; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import dist

from designer.canvas.routing import COLUMN, TURN, Box, Curve, Point, Route

RADIUS = 8.0
ROUND = 0.45  # of the radius, between a control point and the corner: nearly a quarter circle
STUB = TURN / 2  # straight out of a port, before the first corner
BESIDE = 160.0  # of a wire that runs back to where it came from


def square(start: Point, end: Point) -> Route:
    """Down, across half way, and down again."""
    (x, y), (to_x, to_y) = start, end
    if to_y - y >= STUB:
        half = (y + to_y) / 2
        return _cornered([start, (x, half), (to_x, half), end])
    apart = abs(to_x - x) > COLUMN
    return square_around(start, end, (x + to_x) / 2 if apart else max(x, to_x) + BESIDE)


def square_around(start: Point, end: Point, lane: float) -> Route:
    """Down or up a lane."""
    (x, y), (to_x, to_y) = start, end
    leave, enter = y + STUB, to_y - STUB
    return _cornered(
        [start, (x, leave), (lane, leave), (lane, enter), (to_x, enter), end]
    )


def square_through(start: Point, dots: Sequence[Point], end: Point) -> Route:
    """Through dots, down or up at each of them; near the ports, across as soon as possible."""
    points, last = [start], len(dots)
    for index, (one, two) in enumerate(pairwise([start, *dots, end])):
        if index == 0:
            across = one[1] + STUB
        elif index == last:
            across = two[1] - STUB
        else:
            across = (one[1] + two[1]) / 2
        points += (one[0], across), (two[0], across), two
    return replace(_cornered(points), dots=tuple(dots))


def square_blocked(route: Route, boxes: Sequence[Box]) -> list[Box]:
    """The boxes that a route runs through."""
    pieces = [
        (min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y))
        for (x, y), (to_x, to_y) in pairwise(route.corners)
    ]
    return [
        box
        for box in boxes
        if any(
            left < box[2] and right > box[0] and top < box[3] and bottom > box[1]
            for left, top, right, bottom in pieces
        )
    ]


def _cornered(points: Sequence[Point]) -> Route:
    """Along these points, with round corners; points on a straight line are no corners."""
    corners: list[Point] = []
    for point in points:
        if corners and dist(corners[-1], point) < 0.5:
            corners[-1] = point if len(corners) > 1 else corners[-1]
            continue
        if len(corners) > 1 and _straight(corners[-2], corners[-1], point):
            corners.pop()
        corners.append(point)
    if len(corners) == 1:
        corners.append(points[-1])
    curves: list[Curve] = []
    at = corners[0]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        radius = min(RADIUS, dist(before, corner) / 2, dist(corner, after) / 2)
        enter, leave = _toward(corner, before, radius), _toward(corner, after, radius)
        curves.append((at, enter, enter))
        one = _toward(corner, before, ROUND * radius)
        curves.append((one, _toward(corner, after, ROUND * radius), leave))
        at = leave
    curves.append((at, corners[-1], corners[-1]))
    one, two = max(pairwise(corners), key=lambda piece: dist(*piece))
    label = (one[0] + two[0]) / 2, (one[1] + two[1]) / 2
    return Route(corners[0], tuple(curves), label, tuple(corners))


def _straight(one: Point, two: Point, three: Point) -> bool:
    """Whether the middle one of three points is on the way between the others."""
    return any(
        one[axis] == two[axis] == three[axis]
        and (two[1 - axis] - one[1 - axis]) * (three[1 - axis] - two[1 - axis]) >= 0
        for axis in (0, 1)
    )


def _toward(start: Point, end: Point, length: float) -> Point:
    share = length / (dist(start, end) or 1.0)
    return start[0] + share * (end[0] - start[0]), start[1] + share * (
        end[1] - start[1]
    )

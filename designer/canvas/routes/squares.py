"""Orthogonal routes of wires: straight pieces with rounded corners, in a network that flows down. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import dist

from designer.canvas.routes.routing import (
    TURN,
    Box,
    Curve,
    Point,
    Route,
    label_in,
    lane_up,
)

ALONG = 8.0  # nearer than this, a wire would seem to be part of a node's edge
MOST_TRIED = 12
RADIUS = 8.0
ROUND = 0.45  # of the radius, between a control point and the corner: nearly a quarter circle
STUB = TURN / 2  # straight out of a port, before the first corner


def square(start: Point, end: Point) -> Route:
    """Route down, across half way, and down again."""
    (x, y), (to_x, to_y) = start, end
    if to_y - y >= STUB:
        half = (y + to_y) / 2
        return _cornered([start, (x, half), (to_x, half), end])
    return square_around(start, end, lane_up(x, to_x))


def square_around(start: Point, end: Point, lane: float) -> Route:
    """Route down or up a lane."""
    (x, y), (to_x, to_y) = start, end
    leave, enter = y + STUB, to_y - STUB
    route = _cornered(
        [start, (x, leave), (lane, leave), (lane, enter), (to_x, enter), end]
    )
    if route.label[0] != lane:  # a piece across is longer
        return route
    top, bottom = sorted((leave, enter))
    return replace(route, label=(lane, label_in(lane, top, bottom)))


def square_past(
    start: Point, end: Point, lanes: Sequence[float], boxes: Sequence[Box]
) -> Route:
    """Route down the first lane that is clear of boxes, also on the way to it and back, or nearly so."""
    wide = [(a - ALONG, b - ALONG, c + ALONG, d + ALONG) for a, b, c, d in boxes]
    routes = (square_around(start, end, lane) for lane in lanes[:MOST_TRIED])
    return min(routes, key=lambda route: len(square_blocked(route, wide)))


def square_through(start: Point, dots: Sequence[Point], end: Point) -> Route:
    """Route through dots, vertically at each of them; near the ports, across as soon as possible."""
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
    """The boxes that a route crosses."""
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


def rounded(corners: Sequence[Point]) -> Iterator[Curve]:
    """The curves along these corners, each rounded as far as its adjacent pieces allow."""
    at = corners[0]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        radius = min(RADIUS, dist(before, corner) / 2, dist(corner, after) / 2)
        enter, leave = _toward(corner, before, radius), _toward(corner, after, radius)
        yield at, enter, enter
        one = _toward(corner, before, ROUND * radius)
        yield one, _toward(corner, after, ROUND * radius), leave
        at = leave
    yield at, corners[-1], corners[-1]


def _cornered(points: Sequence[Point]) -> Route:
    """A route along these points, without those on a straight line. Curves are made when it is drawn."""
    corners = [points[0]]
    label, longest = points[0], -1.0
    for x, y in points[1:-1]:
        last_x, last_y = corners[-1]
        if abs(x - last_x) + abs(y - last_y) < 0.5:
            continue
        if len(corners) > 1:
            before_x, before_y = corners[-2]
            if (before_x == last_x == x and (last_y - before_y) * (y - last_y) > 0) or (
                before_y == last_y == y and (last_x - before_x) * (x - last_x) > 0
            ):
                corners.pop()
        corners.append((x, y))
    end = points[-1]
    if len(corners) > 1 and corners[-2][0] == corners[-1][0] == end[0]:
        corners.pop()
    corners.append(end)
    for (x, y), (to_x, to_y) in pairwise(corners):
        length = abs(to_x - x) + abs(to_y - y)
        if length > longest:
            longest, label = length, ((x + to_x) / 2, (y + to_y) / 2)
    return Route(corners[0], (), label, tuple(corners))


def _toward(start: Point, end: Point, length: float) -> Point:
    share = length / (dist(start, end) or 1.0)
    (x, y), (to_x, to_y) = start, end
    return x + share * (to_x - x), y + share * (to_y - y)

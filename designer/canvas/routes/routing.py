"""Routes a wire: one curve, around the nodes in between, or through its dots. No Qt.

The network flows down here. Orthogonal ways, with corners, are in `squares`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import dist, hypot

Point = tuple[float, float]
Curve = tuple[Point, Point, Point]
Box = tuple[float, float, float, float]  # left, top, right, bottom

CLEARANCE = 44  # between a lane and the nodes it passes: half a label fits
CLEAR = 16  # minimum length of a straight vertical piece
LANE = 10  # between lanes side by side
MOST_LANES = 3
APART = 22.0  # labels in lanes side by side
BESIDE = 160.0  # of both ends of a wire that runs back up its own column
COLUMN = 180.0  # ends further apart than this are in different columns
ASIDE = 480.0  # how far aside a lane is searched
TURN = 44  # height in which a wire swings into its lane
SAMPLES = 14


@dataclass(frozen=True, slots=True)
class Route:
    """A chain of cubic curves from `start`: two control points and an end each. `label` lies on it.

    An orthogonal way has `corners` instead, its ends and where it turns; curves are made of them when it is drawn.
    """

    start: Point
    curves: tuple[Curve, ...]
    label: Point
    corners: tuple[Point, ...] = ()
    dots: tuple[Point, ...] = ()

    @property
    def end(self) -> Point:
        return self.corners[-1] if self.corners else self.curves[-1][2]

    @property
    def bounds(self) -> Box:
        """The bounds of its control points, and so of the curves."""
        xs, ys = [self.start[0]], [self.start[1]]
        for x, y in self.corners:
            xs.append(x)
            ys.append(y)
        for curve in self.curves:
            for x, y in curve:
                xs.append(x)
                ys.append(y)
        return min(xs), min(ys), max(xs), max(ys)

    def turned(self) -> Route:
        """Mirror a route at the diagonal, for networks that flow right."""

        def turn(point: Point) -> Point:
            return point[1], point[0]

        curves = ((turn(a), turn(b), turn(c)) for a, b, c in self.curves)
        corners = tuple(map(turn, self.corners))
        dots = tuple(map(turn, self.dots))
        return Route(turn(self.start), tuple(curves), turn(self.label), corners, dots)


def direct(start: Point, end: Point) -> Route:
    """One curve that leaves downwards and arrives from above."""
    (x, y), (to_x, to_y) = start, end
    fall = to_y - y
    if fall < 0:
        return up(start, end, lane_up(x, to_x))
    pull = min(max(fall / 2, 16.0), 160.0)
    one, two = (x, y + pull), (to_x, to_y - pull)
    label = (x + to_x) / 2, (y + to_y) / 2
    return Route(start, ((one, two, end),), label)


def lane_up(x: float, to_x: float) -> float:
    """The lane in which a wire runs up: between two columns, or at the side of the network."""
    return (x + to_x) / 2 if abs(to_x - x) > COLUMN else max(x, to_x) + BESIDE


def clear_lane(wanted: float, boxes: Sequence[Box]) -> float:
    """The lane nearest to the wanted one that crosses none of these boxes."""
    lanes = [wanted, *(box[0] - CLEARANCE for box in boxes)]
    lanes += [box[2] + CLEARANCE for box in boxes]
    free = (
        lane
        for lane in sorted(lanes, key=lambda lane: abs(lane - wanted))
        if not any(box[0] - CLEAR < lane < box[2] + CLEAR for box in boxes)
    )
    return next(free, wanted)


def up(start: Point, end: Point, lane: float) -> Route:
    """Route up a lane, against the flow."""
    (x, y), (to_x, to_y) = start, end
    return Route(
        start,
        (
            ((x, y + TURN), (lane, y + TURN), (lane, y)),
            ((lane, y), (lane, to_y), (lane, to_y)),
            ((lane, to_y - TURN), (to_x, to_y - TURN), end),
        ),
        (lane, (y + to_y) / 2),
    )


def blocked(route: Route, boxes: Sequence[Box]) -> list[Box]:
    """The boxes that a direct route crosses."""
    ((one, two, end),) = route.curves
    samples = []
    for step in range(1, SAMPLES):
        t = step / SAMPLES
        s = 1 - t
        weights = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        samples.append(
            tuple(
                sum(
                    w * p[axis]
                    for w, p in zip(weights, (route.start, one, two, end), strict=True)
                )
                for axis in (0, 1)
            )
        )
    return [
        box
        for box in boxes
        if any(box[0] < x < box[2] and box[1] < y < box[3] for x, y in samples)
    ]


def lane(
    start: Point, end: Point, boxes: Sequence[Box], others: Sequence[Box] = ()
) -> float:
    """The lane past all `boxes` with the shortest route that is clear of `boxes` and `others`."""
    return lanes(start, end, boxes, others)[0]


def lanes(
    start: Point, end: Point, boxes: Sequence[Box], others: Sequence[Box] = ()
) -> list[float]:
    """The lanes past all `boxes` that are clear of `boxes` and `others`, the shortest route first.

    Straight below the start or above the end if that is free, else next to a box: on the left where both sides are as
    near: messages are on the right. The more boxes a wire passes, the further out it runs, so that skips that
    contain each other stay apart.
    """
    (x, y), (to_x, to_y) = start, end
    enter, leave = turns(y, to_y)
    obstacles = [box for box in (*boxes, *others) if box[1] < leave and box[3] > enter]
    out = CLEARANCE + LANE * min(len(boxes) - 1, MOST_LANES)
    left = min(box[0] for box in boxes) - out
    right = max(box[2] for box in boxes) + out
    further = [box[0] - out for box in others] + [box[2] + out for box in others]
    # Between two columns there may be no more room than this.
    further += [box[2] + CLEARANCE for box in (*boxes, *others)]
    found = [x, to_x, left, right, *further]
    found.sort(key=lambda lane: abs(lane - x) + abs(lane - to_x))
    free = [
        lane
        for lane in found
        if not any(box[0] - CLEAR < lane < box[2] + CLEAR for box in obstacles)
    ]
    return free or [left]


def turns(y: float, to_y: float) -> tuple[float, float]:
    """The points at which a wire enters and leaves its lane."""
    return min(y + TURN, (y + to_y) / 2), max(to_y - TURN, (y + to_y) / 2)


def around(start: Point, end: Point, at: float) -> Route:
    """Route down a lane next to what is between the ends."""
    (x, y), (to_x, to_y) = start, end
    enter, leave = turns(y, to_y)
    bend = (enter - y) * 0.7
    return Route(
        start,
        (
            ((x, y + bend), (at, enter - bend), (at, enter)),
            ((at, enter), (at, leave), (at, leave)),
            ((at, leave + bend), (to_x, to_y - bend), end),
        ),
        (at, label_in(at, enter, leave)),
    )


def label_in(lane: float, top: float, bottom: float) -> float:
    """How far down a lane its label is placed: at different heights in adjacent lanes."""
    turn = (lane // LANE) % 3 - 1 if bottom - top > 4 * APART else 0
    return (top + bottom) / 2 + turn * APART


def through(start: Point, dots: Sequence[Point], end: Point) -> Route:
    """Route smoothly through dots: at each, along the line from the one before to the one after."""
    points = [start, *dots, end]
    ways = [(0.0, 1.0)]
    for before, after in zip(points, points[2:], strict=False):
        across, along = after[0] - before[0], after[1] - before[1]
        length = hypot(across, along) or 1.0
        ways.append((across / length, along / length))
    ways.append((0.0, 1.0))
    curves = []
    for index, (one, two) in enumerate(pairwise(points)):
        pull = min(max(hypot(two[0] - one[0], two[1] - one[1]) / 3, 8.0), 160.0)
        (out_x, out_y), (in_x, in_y) = ways[index], ways[index + 1]
        curves.append(
            (
                (one[0] + pull * out_x, one[1] + pull * out_y),
                (two[0] - pull * in_x, two[1] - pull * in_y),
                two,
            )
        )
    longest = max(range(len(curves)), key=lambda at: dist(points[at], points[at + 1]))
    label = middle(points[longest], curves[longest])
    return Route(start, tuple(curves), label, dots=tuple(dots))


def middle(start: Point, curve: Curve) -> Point:
    """The point half way along a curve's parameter."""
    one, two, end = curve
    x, y = (
        (start[axis] + 3 * one[axis] + 3 * two[axis] + end[axis]) / 8 for axis in (0, 1)
    )
    return x, y

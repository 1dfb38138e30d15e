"""Routes the wires between the nodes of a picture.

Through their dots if they have any; else straight where nothing is between, and around where something is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF

from designer.canvas.items.wire_item import LONG, WireItem
from designer.canvas.picture.item_index import FindablePicture, corners
from designer.canvas.routes.box_index import BoxIndex
from designer.canvas.routes.routing import (
    ASIDE,
    Box,
    Point,
    Route,
    around,
    blocked,
    clear_lane,
    direct,
    lane,
    lane_up,
    lanes,
    through,
    up,
)
from designer.canvas.routes.squares import (
    square,
    square_around,
    square_blocked,
    square_past,
    square_through,
)
from designer.canvas.values.options import ViewOptions
from designer.model.document import Edge


def way_of(picture: FindablePicture, edge: Edge) -> Route:
    """The route of a wire between and around the current positions of nodes.

    Routes are made for networks that flow down; one that flows to the right is turned, and its route turned back.
    """
    turned = picture.options.direction == "right"
    source, target = picture.node_item(edge.source), picture.node_item(edge.target)
    assert source is not None
    assert target is not None
    start = _turn(source.port_point("output", edge.source_port), turned)
    end = _turn(target.port_point("input", edge.target_port), turned)
    dots = [_turn(dot, turned) for dot in picture.dots_of(edge)]
    if dots:
        squared = picture.options.wire_style == "orthogonal"
        route = (square_through if squared else through)(start, dots, end)
    else:
        route = _between(picture, edge, start, end, turned)
    return route.turned() if turned else route


def loose_way(options: ViewOptions, start: Point, end: Point) -> Route:
    """The route of a dragged wire, which ignores obstacles."""
    turned = options.direction == "right"
    shape = square if options.wire_style == "orthogonal" else direct
    route = shape(_turn(start, turned), _turn(end, turned))
    return route.turned() if turned else route


def _between(
    picture: FindablePicture, edge: Edge, start: Point, end: Point, turned: bool
) -> Route:
    squared = picture.options.wire_style == "orthogonal"
    route = square(start, end) if squared else direct(start, end)
    if 0 <= end[1] - start[1] <= LONG:
        return route

    def boxes(aside: float) -> list[Box]:
        """The nodes near the wire's corridor that are not its own."""
        rect = QRectF(QPointF(*start), QPointF(*end)).normalized()
        rect.adjust(-aside, 4, aside, -4)
        if turned:
            rect = QRectF(rect.y(), rect.x(), rect.height(), rect.width())
        return [
            _turn_box(box, turned)
            for id, box in picture.boxes_near(rect).items()
            if id not in (edge.source, edge.target)
        ]

    if end[1] < start[1]:
        lane_x = clear_lane(lane_up(start[0], end[0]), boxes(ASIDE))
        return (square_around if squared else up)(start, end, lane_x)
    near = boxes(1)
    between = (square_blocked if squared else blocked)(route, near) if near else []
    if not between:
        return route
    others = boxes(ASIDE)
    if squared:
        free = lanes(start, end, between, others)
        return square_past(start, end, free, others)
    return around(start, end, lane(start, end, between, others))


def affected(
    wires: Iterable[WireItem], changed: Iterable[Box], options: ViewOptions
) -> Iterator[WireItem]:
    """The wires whose route passes, or would pass, one of the changed boxes."""
    index = BoxIndex()
    for number, box in enumerate(changed):
        index.put(str(number), box)
    wide, high = (0.0, ASIDE) if options.direction == "right" else (ASIDE, 0.0)
    for wire in wires:
        rect = wire.corridor.adjusted(-wide, -high, wide, high)
        if next(index.touching(corners(rect)), None) is not None:
            yield wire


def _turn(point: Point, turned: bool) -> Point:
    return (point[1], point[0]) if turned else point


def _turn_box(box: Box, turned: bool) -> Box:
    left, top, right, bottom = box
    return (top, left, bottom, right) if turned else box

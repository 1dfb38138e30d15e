"""The ways that wires take between the nodes of a picture: straight where nothing is between, else around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from designer.canvas.options import ViewOptions
from designer.canvas.routing import ASIDE, Box, Point, Route, around, blocked, direct
from designer.canvas.wire_item import LONG, WireItem
from designer.model.document import Edge

if TYPE_CHECKING:
    from designer.canvas.picture import NetworkPicture

FEW = 64  # changed nodes whose surroundings are looked at one by one


def way_of(picture: NetworkPicture, edge: Edge) -> Route:
    """The way of a wire, where its nodes and those between them are now.

    Routes are made for networks that flow down; one that flows to the right is turned, and its route turned back.
    """
    turned = picture.options.direction == "right"
    source, target = picture.node_item(edge.source), picture.node_item(edge.target)
    assert source is not None
    assert target is not None
    start = _turn(source.port_point("output", edge.source_port), turned)
    end = _turn(target.port_point("input", edge.target_port), turned)
    route = _between(picture, edge, start, end, turned)
    return route.turned() if turned else route


def _between(
    picture: NetworkPicture, edge: Edge, start: Point, end: Point, turned: bool
) -> Route:
    route = direct(start, end)
    if end[1] - start[1] <= LONG:
        return route

    def boxes(aside: float) -> list[Box]:
        """The nodes near the wire's corridor that are not its own."""
        rect = QRectF(QPointF(*start), QPointF(*end)).normalized()
        rect.adjust(-aside, 4, aside, -4)
        if turned:
            rect = QRectF(rect.y(), rect.x(), rect.height(), rect.width())
        return [
            _turn_box(item.box, turned)
            for item in picture.node_items_near(rect)
            if item.node.id not in (edge.source, edge.target)
        ]

    near = boxes(1)
    between = blocked(route, near) if near else []
    return around(start, end, between, boxes(ASIDE)) if between else route


def stirs(item: WireItem, boxes: list[Box], options: ViewOptions) -> bool:
    """Whether a box lies where the wire runs or would run."""
    if len(boxes) > FEW:
        return True
    wide, high = (0.0, ASIDE) if options.direction == "right" else (ASIDE, 0.0)
    rect = item.corridor.adjusted(-wide, -high, wide, high)
    return any(
        rect.intersects(QRectF(QPointF(*box[:2]), QPointF(*box[2:]))) for box in boxes
    )


def _turn(point: Point, turned: bool) -> Point:
    return (point[1], point[0]) if turned else point


def _turn_box(box: Box, turned: bool) -> Box:
    left, top, right, bottom = box
    return (top, left, bottom, right) if turned else box

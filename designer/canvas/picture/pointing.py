"""Finds what is under the pointer: nodes, wires, and ports with a reach that is constant on the screen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt

from designer.canvas.items.node_item import NEAR, NodeItem
from designer.canvas.items.wire_item import DOT_RADIUS, WireItem, WireLabel
from designer.canvas.picture.picture import NetworkPicture
from designer.canvas.values.scene_state import PortRef, Side
from designer.canvas.values.theme import PORT_RADIUS
from designer.canvas.values.wording import Setting
from designer.model.document import Edge

Kind = Literal[
    "port", "dot", "node", "wire", "edge", "frame", "note", "ground", "anything"
]  # an edge: of a frame or note
ANYTHING: Kind = "anything"
REACH_PX = 10.0
INSIDE = 14.0  # zoomed out, ports must leave room to drag the body


@dataclass(frozen=True, slots=True)
class Pointer:
    """The pointer's position in the scene, and its view."""

    at: QPointF
    scale: float  # screen pixels a scene pixel
    visible: QRectF
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier

    @property
    def adding(self) -> bool:
        """Whether the keys held add to the selection."""
        keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        return bool(self.modifiers & keys)

    def around(self, reach: float) -> QRectF:
        """The square around the pointer, of that half side."""
        x, y = self.at.toTuple()
        return QRectF(x - reach, y - reach, 2 * reach, 2 * reach)


@dataclass(frozen=True, slots=True)
class DotRef:
    """One dot of a wire."""

    edge: Edge
    index: int


def node_at(picture: NetworkPicture, pointer: Pointer) -> NodeItem | None:
    """The topmost node whose body is under the pointer."""
    near = picture.node_items_near(pointer.around(0.5))
    return next((item for item in near if item.body.contains(pointer.at)), None)


def port_at(
    picture: NetworkPicture, pointer: Pointer, side: Side | None = None
) -> PortRef | None:
    """The nearest port within reach, on any side or on that one; its painted name counts too."""
    reach = max(REACH_PX / pointer.scale, PORT_RADIUS + 4)
    nearest, found = reach, None
    named, covered = None, False
    for item in picture.node_items_near(pointer.around(reach)):
        inside = item.body.contains(pointer.at)
        for port, distance in item.port_distances(pointer.at):
            if inside and distance > INSIDE:
                continue
            if distance <= nearest and side in (None, port.side):
                nearest, found = distance, port
        if not (named or covered) and pointer.scale >= NEAR:
            name = item.named_port_at(pointer.at)
            named = name if name and side in (None, name.side) else None
        covered = covered or inside
    return found or named


def wire_at(
    picture: NetworkPicture, pointer: Pointer, without: Collection[str] = ()
) -> WireItem | None:
    """The topmost wire under the pointer; its label counts too.

    Args:
        without: nodes whose wires do not count.
    """
    return wire_in(picture, pointer.around(2 / pointer.scale), without)


def dot_at(picture: NetworkPicture, pointer: Pointer) -> DotRef | None:
    """The nearest dot of a wire within reach."""
    nearest, found = max(REACH_PX / pointer.scale, DOT_RADIUS + 4), None
    for item in picture.items(pointer.around(nearest)):
        if not isinstance(item, WireItem):
            continue
        edge = item.wire.edge
        for index, dot in enumerate(picture.dots_of(edge)):
            way = QLineF(QPointF(*dot), pointer.at)
            if way.length() <= nearest:
                nearest, found = way.length(), DotRef(edge, index)
    return found


def parameter_at(item: NodeItem, pointer: Pointer) -> Setting | None:
    """The parameter whose text is under the pointer, at a zoom at which it is readable."""
    if pointer.scale < NEAR:
        return None
    return item.setting_at(pointer.at)


def wire_in(
    picture: NetworkPicture, rect: QRectF, without: Collection[str] = ()
) -> WireItem | None:
    """The topmost wire that runs through a rectangle, by itself or with its label.

    Args:
        without: nodes whose wires do not count.
    """
    for item in picture.items(rect):
        wire = item.item if isinstance(item, WireLabel) else item
        if isinstance(wire, WireItem):
            edge = wire.wire.edge
            if edge.source not in without and edge.target not in without:
                return wire
    return None


def under(picture: NetworkPicture, pointer: Pointer) -> tuple[Kind, Any]:
    """What a press would grab here, the nearest first: its kind, and the thing itself."""
    if port := port_at(picture, pointer):
        return "port", port
    if dot := dot_at(picture, pointer):
        return "dot", dot
    if node := node_at(picture, pointer):
        return "node", node
    if wire := wire_at(picture, pointer):
        return "wire", wire
    if found := picture.marks.at(pointer.at, pointer.scale):
        mark, part = found
        return ("edge" if part == "edge" else mark.ref.kind), mark
    return "ground", None


_SIDES = {
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (-1, -1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (-1, 0): Qt.CursorShape.SizeHorCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (0, -1): Qt.CursorShape.SizeVerCursor,
}


def cursor_for(picture: NetworkPicture, pointer: Pointer) -> Qt.CursorShape | None:
    """The cursor that shows what a press would do here; None for the default."""
    found = picture.marks.at(pointer.at, pointer.scale)
    if found is None:
        return None
    kind, target = under(picture, pointer)
    if kind == "edge":
        return _SIDES.get(target.sides_at(pointer.at, pointer.scale))
    return Qt.CursorShape.SizeAllCursor if kind == "frame" else None

"""Finds the items of a network by identity and by position."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtWidgets import QGraphicsScene

from designer.canvas.items.node_item import NodeItem
from designer.canvas.items.paint import Look
from designer.canvas.items.wire_item import WireItem, WireLabel
from designer.canvas.picture.marks import Marks
from designer.canvas.routes.box_index import BoxIndex
from designer.canvas.routes.routing import Box
from designer.canvas.values.options import ViewOptions
from designer.canvas.values.values import MarkRef, PortRef, SceneState, TextRef, Thing
from designer.model.document import Edge

Dots = tuple[tuple[float, float], ...]
TOUCHED = Qt.ItemSelectionMode.IntersectsItemBoundingRect


def corners(rect: QRectF) -> Box:
    """Left, top, right and bottom; Qt's `getCoords` has no type."""
    return rect.left(), rect.top(), rect.right(), rect.bottom()


class FindablePicture(QGraphicsScene):
    """Holds items: nodes by id, wires by edge, frames and notes in `marks`."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.marks = Marks(self)
        self.state = SceneState()
        self._nodes: dict[str, NodeItem] = {}
        self._places = BoxIndex()  # of the nodes, with their sentences
        self._wires: dict[Edge, WireItem] = {}
        self._labels: dict[Edge, WireLabel] = {}
        self._wires_at: dict[str, set[Edge]] = {}
        self._bent: dict[Edge, Dots] = {}  # by a gesture, not yet by a state

    @property
    def options(self) -> ViewOptions:
        return self.look.options

    def dots_of(self, edge: Edge) -> Dots:
        """The dots that a wire runs through, with what a gesture has moved."""
        return self._bent.get(edge, self.state.wires[edge].via)

    def place_of(self, thing: Thing) -> tuple[float, float]:
        """The position of a node, frame or note, with what a gesture has moved."""
        if isinstance(thing, MarkRef):
            return self.marks[thing].pos().toTuple()
        return self._nodes[thing].pos().toTuple()

    def box_of(self, thing: Thing) -> Box:
        """The rectangle of a node, frame or note."""
        if isinstance(thing, MarkRef):
            return corners(self.marks[thing].body)
        return self._nodes[thing].box

    def node_item(self, id: str) -> NodeItem | None:
        return self._nodes.get(id)

    def wire_item(self, edge: Edge) -> WireItem | None:
        return self._wires.get(edge)

    def edges_at(self, id: str) -> Collection[Edge]:
        """The wires of a node."""
        return self._wires_at.get(id, frozenset())

    def edges_at_port(self, port: PortRef) -> tuple[Edge, ...]:
        """The wires at a port."""
        ends = "source", "source_port"
        if port.side == "input":
            ends = "target", "target_port"
        return tuple(
            edge
            for edge in self.edges_at(port.node)
            if tuple(getattr(edge, end) for end in ends) == (port.node, port.key)
        )

    def port_position(self, port: PortRef) -> QPointF:
        return self._nodes[port.node].port_position(port.side, port.key)

    def text_rect(self, ref: TextRef) -> QRectF | None:
        """The rectangle of a text that can be edited in place; None where it is hidden."""
        if isinstance(ref.of, MarkRef):
            return self.marks[ref.of].text_rect if ref.of in self.marks else None
        item = self._nodes.get(ref.of)
        if item is None:
            return None
        if not ref.parameter:
            return item.title_rect
        return next(
            (
                box
                for setting, box in item.settings()
                if (setting.name, setting.first) == (ref.parameter, ref.first)
            ),
            None,
        )

    def bounds_of(self, ids: Iterable[str] | None = None) -> QRectF:
        """The bounds of these nodes with their messages; or of everything, with frames and notes."""
        items = (
            self._nodes.values()
            if ids is None
            else [self._nodes[id] for id in ids if id in self._nodes]
        )
        rect = self.marks.bounds() if ids is None else QRectF()
        for item in items:
            rect = rect.united(item.usual_rect)
        return rect

    def extent(self) -> QRectF:
        """The bounds of everything drawn at full detail, wires too."""
        bounds = self.bounds_of()
        for item in (*self._wires.values(), *self._labels.values()):
            bounds = bounds.united(item.boundingRect())
        return bounds

    def nodes_in(self, rect: QRectF) -> tuple[str, ...]:
        """The nodes whose bodies touch `rect`."""
        return tuple(
            item.node.id
            for item in self.node_items_near(rect)
            if item.body.intersects(rect)
        )

    def boxes_near(self, rect: QRectF) -> Mapping[str, Box]:
        """The rectangles of the nodes near `rect`, by id."""
        touching = self._places.touching(corners(rect))
        return {id: self._nodes[id].box for id in touching}

    def _place(self, item: NodeItem) -> None:
        """Update a node's bounds in the index."""
        self._places.put(item.node.id, corners(item.sceneBoundingRect()))

    def node_items_near(self, rect: QRectF) -> list[NodeItem]:
        """The state's own node items near `rect`, topmost first."""
        return [
            item
            for item in self.items(rect, TOUCHED)
            if isinstance(item, NodeItem) and self._nodes.get(item.node.id) is item
        ]

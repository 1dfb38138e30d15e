"""A node as one graphics item: its ports, its message, and its level of detail."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyle, QStyleOptionGraphicsItem, QWidget

from designer.canvas.items.node_painting import (
    is_low,
    paint_far,
    paint_middle,
    paint_near,
    settings,
    texts,
)
from designer.canvas.items.node_parts import (
    INDENT,
    PORT_NAME,
    Text,
    port_name_box,
    sentence_boxes,
    sentence_lines,
)
from designer.canvas.items.paint import Look
from designer.canvas.routes.routing import Box, Point
from designer.canvas.values.geometry import (
    COLLAPSED,
    HEADER,
    STACK,
    node_size,
    port_offset,
    port_stretch,
)
from designer.canvas.values.scene_state import NodeState, PortRef, Side
from designer.canvas.values.theme import NODE_WIDTH, PORT_RADIUS
from designer.canvas.values.wording import Setting

NEAR, FAR = 0.45, 0.2  # below NEAR: title and colour; below FAR: colour

OVERHANG = PORT_RADIUS + 4  # of ports, outlines and the badge


class NodeItem(QGraphicsItem):
    """One node. The scene sets its state; the item emits nothing."""

    def __init__(self, look: Look, node: NodeState) -> None:
        super().__init__()
        self.node = node
        self._look = look
        self._lit: dict[tuple[Side, str], QColor] = {}
        self._lifted = False
        self._texts: list[Text] | None = None
        self._sentence: tuple[str, ...] = ()
        self._sentence_box = QRectF()
        self._measure()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setPos(*node.at)

    def show_node(self, node: NodeState) -> None:
        """Show a newer state of the same node; the scene sets its position."""
        self.prepareGeometryChange()
        self.node = node
        self._texts = None
        self._measure()
        self.update()

    def apply_look(self, look: Look) -> None:
        """Use another theme or other display options."""
        self.prepareGeometryChange()
        self._look = look
        self._texts = None
        self._measure()
        self.update()

    def light_port(self, side: Side, key: str, colour: QColor | None) -> None:
        """Highlight a port with a ring in a colour; None removes it."""
        if colour is None:
            self._lit.pop((side, key), None)
        else:
            self._lit[side, key] = colour
        self.update()

    def lift(self, on: bool) -> None:
        """Raise the node above all others while it is dragged."""
        self._lifted = on
        self.setZValue(2 if on else 1 if self.node.issues else 0)

    def show_sentence_in(self, seen: QRectF) -> None:
        """Place its message where it is visible: on another side where the usual place is out of view."""
        if not self._sentence:
            return
        boxes = sentence_boxes(self._look, self._sentence, self._size[1])
        fits = (box for box in boxes if seen.contains(box.translated(self.pos())))
        box = next(fits, boxes[0])
        if box != self._sentence_box:
            self.prepareGeometryChange()
            self._sentence_box = box
            self._measure()
            self.update()

    @property
    def sentence_rect(self) -> QRectF:
        """The rectangle of the message of its worst issue, in the scene; empty without one."""
        box = self._sentence_box if self._sentence else QRectF()
        return box.translated(self.pos())

    @property
    def box(self) -> Box:
        """The rectangle of the body and its stack in the scene."""
        x, y = self.x(), self.y()
        return x, y, x + self._size[0], y + self._size[1]

    @property
    def body(self) -> QRectF:
        """The rectangle of the body and its stack in the scene."""
        return QRectF(self.x(), self.y(), *self._size)

    def ports(self) -> Iterator[tuple[PortRef, QPointF]]:
        """Its ports and their positions in the scene."""
        for side, ports in self.node.sides:
            for port in ports:
                ref = PortRef(self.node.id, side, port.key)
                yield ref, self.port_position(side, port.key)

    def port_point(self, side: Side, key: str) -> Point:
        """The position of a port in the scene."""
        x, y = port_offset(
            self.node, self._size, side, key, self._look.options.direction
        )
        at = self.pos()
        return at.x() + x, at.y() + y

    def port_position(self, side: Side, key: str) -> QPointF:
        return QPointF(*self.port_point(side, key))

    def port_distances(self, at: QPointF) -> Iterator[tuple[PortRef, float]]:
        """Its ports, and the distance of a point of the scene to the middle line of each: 0 all along a long port."""
        for side, ports in self.node.sides:
            for port in ports:
                way = at - self.port_position(side, port.key)
                wide, high = port_stretch(port.many, self._look.options.direction)
                x, y = max(abs(way.x()) - wide, 0.0), max(abs(way.y()) - high, 0.0)
                yield PortRef(self.node.id, side, port.key), (x * x + y * y) ** 0.5

    def named_port_at(self, at: QPointF) -> PortRef | None:
        """The port whose name is at a point of the scene; only ports with neighbours have painted names."""
        for side, ports in self.node.sides:
            for port in ports if len(ports) > 1 else ():
                box = port_name_box(self._look, port.label, side)
                if box.contains(at - self.port_position(side, port.key)):
                    return PortRef(self.node.id, side, port.key)
        return None

    def setting_at(self, at: QPointF) -> Setting | None:
        """The parameter whose text is at a point of the scene."""
        return next(
            (
                setting
                for setting, box in self.settings()
                if setting.name and box.adjusted(-4, 0, 4, 0).contains(at)
            ),
            None,
        )

    def settings(self) -> Iterator[tuple[Setting, QRectF]]:
        """The parameters that it shows, and their rectangles in the scene."""
        if self._look.options.parameters and not is_low(self.node):
            for setting, box in settings(self._look, self.node):
                yield setting, box.translated(self.pos())

    @property
    def title_rect(self) -> QRectF:
        """The rectangle of its name in the scene."""
        height = COLLAPSED if is_low(self.node) else HEADER / 2
        return QRectF(self.x() + INDENT - 4, self.y(), NODE_WIDTH - INDENT, height)

    def _measure(self) -> None:
        look, node = self._look, self.node
        self._size = width, height = node_size(node, look.options)
        self._height = height - (STACK if node.repeat else 0)
        self._bounds = QRectF(
            -OVERHANG, -OVERHANG, width + 2 * OVERHANG, height + 2 * OVERHANG
        )
        if len(node.inputs) > 1 or len(node.outputs) > 1:  # the ports' names
            if look.options.direction == "right":
                self._bounds.adjust(-PORT_NAME, -8, PORT_NAME, 0)
            else:
                self._bounds.adjust(0, -16, 0, 16)
        self._sentence = sentence_lines(look, node)
        if self._sentence:
            boxes = sentence_boxes(look, self._sentence, height)
            if self._sentence_box not in boxes:
                self._sentence_box = boxes[0]
            self._bounds = self._bounds.united(boxes[0].adjusted(-2, -2, 2, 2))
        self._usual_bounds = self._bounds
        if self._sentence:
            box = self._sentence_box.adjusted(-2, -2, 2, 2)
            self._bounds = self._bounds.united(box)
        # A message may overlap a neighbour, and must not be covered by it.
        self.setZValue(2 if self._lifted else 1 if node.issues else 0)

    @property
    def usual_rect(self) -> QRectF:
        """Its bounds in the scene with its message at the usual place, independent of the view."""
        return self._usual_bounds.translated(self.pos())

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(0, 0, *self._size)
        return path

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        look, node = self._look, self.node
        if detail < FAR:
            paint_far(painter, look, node, self._size, selected)
        elif detail < NEAR:
            paint_middle(painter, look, node, self._size, selected)
        else:
            if self._texts is None:
                self._texts = list(texts(look, node, self._height))
            paint_near(
                painter,
                look,
                node,
                self._size,
                self._texts,
                (self._sentence, self._sentence_box),
                self._lit,
                selected,
            )

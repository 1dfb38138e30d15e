"""A node as one graphics item: it paints its own ports, rows, cost bar, stack and sentence."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyle, QStyleOptionGraphicsItem, QWidget

from designer.canvas.geometry import HEADER, STACK, node_size, port_offset
from designer.canvas.look import Look
from designer.canvas.node_parts import (
    HEADER_PATH,
    MARGIN,
    SENTENCE_WIDTH,
    Text,
    paint_badge,
    paint_bar,
    paint_ports,
    paint_repeat,
    paint_sentence,
    paint_stack,
    sentence_box,
    texts,
)
from designer.canvas.routing import Box, Point
from designer.canvas.state import NodeState, PortRef, Side
from designer.canvas.theme import NODE_WIDTH, PORT_RADIUS, RADIUS

NEAR, FAR = 0.45, 0.2  # below NEAR: title and colour; below FAR: colour

SENTENCE_LINES = 3
OVERHANG = PORT_RADIUS + 4  # of ports, outlines and the badge


class NodeItem(QGraphicsItem):
    """One node. The scene tells it what to show; it tells nobody anything."""

    def __init__(self, look: Look, node: NodeState) -> None:
        super().__init__()
        self.node = node
        self._look = look
        self._lit: dict[tuple[Side, str], QColor] = {}
        self._texts: list[Text] | None = None
        self._sentence: tuple[str, ...] = ()
        self._measure()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setPos(*node.at)

    def show_node(self, node: NodeState) -> None:
        """Show a newer state of the same node; its place is the scene's business."""
        self.prepareGeometryChange()
        self.node = node
        self._texts = None
        self._measure()
        self.update()

    def put_on(self, look: Look) -> None:
        """Wear another theme."""
        self.prepareGeometryChange()
        self._look = look
        self._texts = None
        self._measure()
        self.update()

    def light_port(self, side: Side, key: str, colour: QColor | None) -> None:
        """Ring a port with a colour; None takes the ring away."""
        if colour is None:
            self._lit.pop((side, key), None)
        else:
            self._lit[side, key] = colour
        self.update()

    @property
    def box(self) -> Box:
        """The body and its stack in the scene."""
        x, y = self.x(), self.y()
        return x, y, x + self._size[0], y + self._size[1]

    @property
    def body(self) -> QRectF:
        """The body and its stack in the scene."""
        return QRectF(self.x(), self.y(), *self._size)

    def ports(self) -> Iterator[tuple[PortRef, QPointF]]:
        """Its ports and where they are in the scene."""
        for side, ports in (("input", self.node.inputs), ("output", self.node.outputs)):
            for port in ports:
                ref = PortRef(self.node.id, side, port.key)
                yield ref, self.port_position(side, port.key)

    def port_point(self, side: Side, key: str) -> Point:
        """Where a port is in the scene."""
        x, y = port_offset(
            self.node, self._size, side, key, self._look.options.direction
        )
        at = self.pos()
        return at.x() + x, at.y() + y

    def port_position(self, side: Side, key: str) -> QPointF:
        return QPointF(*self.port_point(side, key))

    def _measure(self) -> None:
        look, node = self._look, self.node
        self._size = width, height = node_size(node, look.options)
        self._height = height - (STACK if node.repeat else 0)
        self._bounds = QRectF(
            -OVERHANG, -OVERHANG, width + 2 * OVERHANG, height + 2 * OVERHANG
        )
        if len(node.inputs) > 1 or len(node.outputs) > 1:
            self._bounds.adjust(0, -16, 0, 16)  # the ports' names
        self._sentence = ()
        if node.issues:
            worst = next(i for i in node.issues if i.severity == node.severity)
            more = len(node.issues) - 1
            self._sentence = look.small_face.wrapped(
                worst.message + (f" (+{more} more)" if more else ""),
                SENTENCE_WIDTH - 22,
                SENTENCE_LINES,
            )
            self._bounds = self._bounds.united(
                sentence_box(look, self._sentence).adjusted(-2, -2, 2, 2)
            )
        # A sentence may reach over a neighbour, and must not go under it.
        self.setZValue(1 if node.issues else 0)

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
        if detail < FAR:
            self._paint_far(painter, selected)
        elif detail < NEAR:
            self._paint_middle(painter, selected)
        else:
            self._paint_near(painter, selected)

    def _paint_far(self, painter: QPainter, selected: bool) -> None:
        look = self._look
        severity = self.node.severity
        colour = (
            look.selected
            if selected
            else look.severity[severity]
            if severity
            else look.category(self.node.category)[0]
        )
        width, height = self._size
        painter.fillRect(QRectF(0, 0, width, height), colour)
        if severity:  # a cross as well: colour is never the only signal
            painter.setPen(QPen(look.node, 12))
            painter.drawLine(QPointF(0, 0), QPointF(width, height))
            painter.drawLine(QPointF(0, height), QPointF(width, 0))

    def _paint_middle(self, painter: QPainter, selected: bool) -> None:
        look, node = self._look, self.node
        colour, tint, _, _ = look.category(node.category)
        severity = node.severity
        rect = QRectF(0, 0, *self._size)
        painter.setPen(
            QPen(look.selected, 8)
            if selected
            else QPen(look.severity[severity], 8)
            if severity
            else QPen(colour, 3)
        )
        painter.setBrush(tint)
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        title = f"{node.title} {node.repeat}".rstrip()
        room = NODE_WIDTH - 2 * MARGIN - (64 if severity else 0)
        middle = rect.height() / 2
        for face, ink, text, top in (
            (look.far_face, look.text, title, middle - 30),
            (look.far_small_face, look.muted, node.shape or "?", middle + 2),
        ):
            painter.setPen(ink)
            line = QRectF((NODE_WIDTH - room) / 2, top, room, 28)
            face.centre(painter, line, face.elided(text, room))
        if severity:
            paint_badge(painter, look, severity, QPointF(NODE_WIDTH - 24, 26), 1.8)

    def _paint_near(self, painter: QPainter, selected: bool) -> None:
        look, node = self._look, self.node
        colour, tint, icon, icon_font = look.category(node.category)
        width, height = NODE_WIDTH, self._height
        severity = node.severity
        if node.repeat:
            paint_stack(painter, look, height)
        outline = QPen(look.severity[severity], 2) if severity else QPen(look.border, 1)
        if node.state == "unknown":
            outline.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.node)
        painter.drawRoundedRect(QRectF(0, 0, width, height), RADIUS, RADIUS)
        painter.setBrush(tint)
        painter.drawPath(HEADER_PATH)
        painter.setPen(outline)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(0, 0, width, height), RADIUS, RADIUS)
        if selected:
            painter.setPen(QPen(look.selected, 2.5))
            painter.drawRoundedRect(
                QRectF(-3, -3, width + 6, height + 6), RADIUS + 3, RADIUS + 3
            )
        painter.setPen(colour)
        painter.setFont(icon_font)
        painter.drawText(
            QRectF(MARGIN - 2, 0, 26, HEADER), Qt.AlignmentFlag.AlignCenter, icon
        )
        if node.repeat:
            paint_repeat(painter, look, node.repeat, colour)
        if self._texts is None:
            self._texts = list(texts(look, node, height))
        for face, ink, x, baseline, text in self._texts:
            painter.setPen(ink)
            face.write(painter, x, baseline, text)
        if node.state == "ok":
            paint_bar(painter, look, height, node.cost_percent, colour)
        paint_ports(painter, look, node, self._size, self._lit)
        if severity:
            paint_badge(painter, look, severity, QPointF(NODE_WIDTH - 2, 2), 1)
            paint_sentence(painter, look, severity, self._sentence)

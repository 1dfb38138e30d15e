"""A node as one graphics item: it paints its own ports, rows, cost bar, stack and sentence."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyle, QStyleOptionGraphicsItem, QWidget

from designer.canvas.geometry import (
    FOOTER,
    HEADER,
    LINE,
    PADDING,
    STACK,
    node_size,
    port_offset,
)
from designer.canvas.look import Face, Look
from designer.canvas.routing import Box, Point
from designer.canvas.state import NodeState, PortRef, Side, percent
from designer.canvas.theme import NODE_WIDTH, PORT_RADIUS, RADIUS

NEAR, FAR = 0.45, 0.2  # below NEAR: title and colour; below FAR: colour

MARGIN = 12.0  # inside the body
INDENT = 42.0  # of the title, beside the icon
SENTENCE_WIDTH = 236.0
SENTENCE_GAP = 14.0
SENTENCE_LINES = 3
OVERHANG = PORT_RADIUS + 4  # of ports, outlines and the badge

Text = tuple[Face, QColor, float, float, str]  # face, ink, x, baseline, what


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
        x, y = port_offset(self.node, self._size, side, key)
        at = self.pos()
        return at.x() + x, at.y() + y

    def port_position(self, side: Side, key: str) -> QPointF:
        return QPointF(*self.port_point(side, key))

    def _measure(self) -> None:
        look, node = self._look, self.node
        self._size = width, height = node_size(node)
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
                self._sentence_box().adjusted(-2, -2, 2, 2)
            )
        # A sentence may reach over a neighbour, and must not go under it.
        self.setZValue(1 if node.issues else 0)

    def _sentence_box(self) -> QRectF:
        look = self._look
        wide = max(look.small_face.width(line) for line in self._sentence)
        return QRectF(
            NODE_WIDTH + SENTENCE_GAP,
            4,
            min(wide + 22, SENTENCE_WIDTH),
            16 * len(self._sentence) + 10,
        )

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
            self._paint_badge(painter, QPointF(NODE_WIDTH - 24, 26), 1.8)

    def _paint_near(self, painter: QPainter, selected: bool) -> None:
        look, node = self._look, self.node
        colour, tint, icon, icon_font = look.category(node.category)
        width, height = NODE_WIDTH, self._height
        severity = node.severity
        if node.repeat:
            self._paint_stack(painter)
        outline = QPen(look.severity[severity], 2) if severity else QPen(look.border, 1)
        if node.state == "unknown":
            outline.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.node)
        painter.drawRoundedRect(QRectF(0, 0, width, height), RADIUS, RADIUS)
        painter.setBrush(tint)
        painter.drawPath(_HEADER_PATH)
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
            self._paint_repeat(painter, colour)
        if self._texts is None:
            self._texts = list(self._layout())
        for face, ink, x, baseline, text in self._texts:
            painter.setPen(ink)
            face.write(painter, x, baseline, text)
        self._paint_bar(painter, colour)
        self._paint_ports(painter)
        if severity:
            self._paint_badge(painter, QPointF(NODE_WIDTH - 2, 2), 1)
            self._paint_sentence(painter)

    def _layout(self) -> Iterator[Text]:
        """What is written, where: done once a state."""
        look, node = self._look, self.node
        room = NODE_WIDTH - INDENT - MARGIN
        if node.repeat:
            room -= look.small_bold_face.width(node.repeat) + 16
        if node.severity:
            room -= 4
        face = look.title_face
        yield face, look.text, INDENT, 21, face.elided(node.title, room)
        face = look.small_face
        yield face, look.muted, INDENT, 37, face.elided(node.block_title, room)
        baseline = HEADER + PADDING / 2 + 14.0
        for line in node.lines:
            x = MARGIN
            for setting in line:
                for ink, text in (
                    (look.muted, setting.name),
                    (look.text, setting.value),
                ):
                    if text:
                        text = face.elided(text, NODE_WIDTH - MARGIN - x)
                        yield face, ink, x, baseline, text
                        x += face.width(text) + 4
                x += 8
            baseline += LINE
        baseline = self._height - FOOTER + 17.0
        taken = 0.0
        if node.cost_percent:
            share = percent(node.cost_percent)
            taken = face.width(share)
            yield face, look.muted, NODE_WIDTH - MARGIN - taken, baseline, share
        face = look.small_bold_face
        shape = face.elided(node.shape or "?", NODE_WIDTH - 2 * MARGIN - taken - 8)
        ink = look.text if node.shape else look.muted
        yield face, ink, MARGIN, baseline, shape

    def _paint_stack(self, painter: QPainter) -> None:
        look = self._look
        painter.setPen(look.border_pen)
        painter.setBrush(look.node)
        for inset, drop in ((12, 8), (6, 4)):
            painter.drawRoundedRect(
                QRectF(inset, drop + 20, NODE_WIDTH - 2 * inset, self._height - 20),
                RADIUS,
                RADIUS,
            )

    def _paint_repeat(self, painter: QPainter, colour: QColor) -> None:
        look = self._look
        face = look.small_bold_face
        wide = face.width(self.node.repeat) + 12
        pill = QRectF(NODE_WIDTH - MARGIN - wide, 9, wide, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(pill, 9, 9)
        painter.setPen(look.node)
        face.centre(painter, pill, self.node.repeat)

    def _paint_bar(self, painter: QPainter, colour: QColor) -> None:
        if self.node.state != "ok":
            return
        bar = QRectF(MARGIN, self._height - 9, NODE_WIDTH - 2 * MARGIN, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.bar)
        painter.drawRoundedRect(bar, 1.5, 1.5)
        if self.node.cost_percent:
            bar.setWidth(max(3.0, bar.width() * self.node.cost_percent / 100))
            painter.setBrush(colour)
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def _paint_ports(self, painter: QPainter) -> None:
        look, node = self._look, self.node
        for side, ports in (("input", node.inputs), ("output", node.outputs)):
            for port in ports:
                x, y = port_offset(node, self._size, side, port.key)
                lit = self._lit.get((side, port.key))
                radius = PORT_RADIUS + (2 if lit else 0)
                ink = lit or look.wire
                painter.setPen(QPen(ink, 2))
                painter.setBrush(ink if port.wired or lit else look.node)
                wide = radius + (5 if port.many else 0)
                painter.drawRoundedRect(
                    QRectF(x - wide, y - radius, 2 * wide, 2 * radius), radius, radius
                )
                if len(ports) > 1:
                    painter.setPen(look.muted)
                    baseline = y - 9 if side == "input" else y + 18
                    look.small_face.write(painter, x + 10, baseline, port.label)

    def _paint_badge(self, painter: QPainter, centre: QPointF, scale: float) -> None:
        look = self._look
        severity = self.node.severity
        radius = 9.0 * scale
        painter.setPen(QPen(look.canvas, 2))
        painter.setBrush(look.severity[severity])
        if severity == "error":
            painter.drawEllipse(centre, radius, radius)
        else:  # another shape, not only another colour
            painter.drawPolygon(
                [
                    centre + QPointF(0, -1.15 * radius),
                    centre + QPointF(1.15 * radius, 0.85 * radius),
                    centre + QPointF(-1.15 * radius, 0.85 * radius),
                ]
            )
        painter.setPen(QPen(look.node, 2 * scale, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(
            centre + QPointF(0, -0.45 * radius), centre + QPointF(0, 0.1 * radius)
        )
        painter.drawPoint(centre + QPointF(0, 0.5 * radius))

    def _paint_sentence(self, painter: QPainter) -> None:
        look = self._look
        severity = self.node.severity
        box = self._sentence_box()
        painter.setPen(QPen(look.severity[severity], 1))
        painter.setBrush(look.severity_ground[severity])
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(look.text)
        for index, line in enumerate(self._sentence):
            look.small_face.write(
                painter, box.x() + 11, box.y() + 17 + 16 * index, line
            )


def _header_path() -> QPainterPath:
    """The upper part of a body, round at its upper corners only."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(QRectF(0, 0, NODE_WIDTH, HEADER), RADIUS, RADIUS)
    path.addRect(QRectF(0, RADIUS, NODE_WIDTH, HEADER - RADIUS))
    return path.simplified()


_HEADER_PATH = _header_path()

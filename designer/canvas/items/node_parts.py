"""Paints the parts of a node, in the item's coordinates."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from designer.canvas.items.paint import Face, Look, NodeColours
from designer.canvas.values.geometry import HEADER, port_offset, port_stretch
from designer.canvas.values.scene_state import NodeState, Severity, Side
from designer.canvas.values.theme import NODE_WIDTH, PORT_RADIUS, RADIUS
from designer.canvas.values.translation import told, tr

MARGIN = 12.0  # inside the body
INDENT = 42.0  # of the title, next to the icon
SENTENCE_WIDTH = 236.0
SENTENCE_GAP = 14.0

SENTENCE_LINES = 4
PORT_NAME = 72.0  # room for a port's name next to a node of a network that flows right

Text = tuple[Face, QColor, float, float, str]  # face, ink, x, baseline, what


def paint_stack(painter: QPainter, look: Look, height: float) -> None:
    """Paint the stack of copies below a repeated node."""
    painter.setPen(look.border_pen)
    painter.setBrush(look.node)
    for inset, drop in ((12, 8), (6, 4)):
        painter.drawRoundedRect(
            QRectF(inset, drop + 20, NODE_WIDTH - 2 * inset, height - 20),
            RADIUS,
            RADIUS,
        )


def paint_repeat(
    painter: QPainter, look: Look, repeat: str, colours: NodeColours, header: float
) -> None:
    """Paint the number of copies in a pill, centred in a header of that height."""
    face = look.small_bold_face
    wide = face.width(repeat) + 12
    pill = QRectF(NODE_WIDTH - MARGIN - wide, header / 2 - 9, wide, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.ink)
    painter.drawRoundedRect(pill, 9, 9)
    painter.setPen(colours.on_ink)
    face.centre(painter, pill, repeat)


def paint_bar(
    painter: QPainter, look: Look, height: float, share: float, colour: QColor
) -> None:
    """Paint the share of the cost, in percent, as a thin bar."""
    bar = QRectF(MARGIN, height - 9, NODE_WIDTH - 2 * MARGIN, 3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.bar)
    painter.drawRoundedRect(bar, 1.5, 1.5)
    if share:
        bar.setWidth(max(3.0, bar.width() * share / 100))
        painter.setBrush(colour)
        painter.drawRoundedRect(bar, 1.5, 1.5)


def paint_ports(
    painter: QPainter,
    look: Look,
    node: NodeState,
    size: tuple[int, int],
    rings: Mapping[tuple[Side, str], QColor],
) -> None:
    """Paint the ports: filled where connected, wide where they take many wires, ringed under the pointer."""
    for side, ports in node.sides:
        for port in ports:
            x, y = port_offset(node, size, side, port.key, look.options.direction)
            lit = rings.get((side, port.key))
            radius = PORT_RADIUS + (2 if lit else 0)
            ink = lit or look.wire
            painter.setPen(QPen(ink, 2))
            painter.setBrush(ink if port.wired or lit else look.node)
            longer, higher = port_stretch(port.many, look.options.direction)
            wide, high = radius + longer, radius + higher
            painter.drawRoundedRect(
                QRectF(x - wide, y - high, 2 * wide, 2 * high), radius, radius
            )
            if len(ports) > 1:
                painter.setPen(look.muted)
                name, at = port_name(look, port.label, side)
                look.small_face.write(painter, x + at.x(), y + at.y(), name)


def port_name(look: Look, label: str, side: Side) -> tuple[str, QPointF]:
    """A port's painted name, and the start of its baseline, from the port's centre."""
    face = look.small_face
    if look.options.direction == "right":
        name = face.elided(label, PORT_NAME - 8)
        return name, QPointF(10 if side == "output" else -10 - face.width(name), -6)
    return label, QPointF(10, -9 if side == "input" else 18)


def port_name_box(look: Look, label: str, side: Side) -> QRectF:
    """The rectangle of a port's name, from the port's centre."""
    name, at = port_name(look, label, side)
    return QRectF(at.x(), at.y() - 10, look.small_face.width(name), 13)


def paint_hatching(painter: QPainter, look: Look, body: QRectF, radius: float) -> None:
    """Paint hatching over a muted body."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.hatching)
    painter.drawRoundedRect(body, radius, radius)


def paint_thread(
    painter: QPainter, look: Look, node: NodeState, size: tuple[int, int]
) -> None:
    """Paint the wire through a muted node, which passes its input on unchanged."""
    if not node.inputs or not node.outputs:
        return
    way = look.options.direction
    start, end = (
        QPointF(*port_offset(node, size, side, ports[0].key, way))
        for side, ports in node.sides
    )
    painter.setPen(QPen(look.wire, 2))
    painter.drawLine(start, end)


def paint_badge(
    painter: QPainter, look: Look, severity: Severity, centre: QPointF, scale: float
) -> None:
    """Paint an error's round mark, or a warning's triangle: they differ in shape, not only in colour."""
    radius = 9.0 * scale
    painter.setPen(QPen(look.canvas, 2))
    painter.setBrush(look.severity[severity])
    if severity == "error":
        painter.drawEllipse(centre, radius, radius)
    else:
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


def sentence_lines(look: Look, node: NodeState) -> tuple[str, ...]:
    """The message of a node's worst issue, in lines; nothing where it has none."""
    if not node.issues:
        return ()
    worst = next(issue for issue in node.issues if issue.severity == node.severity)
    more = len(node.issues) - 1
    text = told(worst.message)
    if more:
        text += " " + tr("(+{count} more)").format(count=more)
    return look.small_face.wrapped(text, SENTENCE_WIDTH - 22, SENTENCE_LINES)


def sentence_boxes(
    look: Look, lines: tuple[str, ...], height: float
) -> tuple[QRectF, ...]:
    """The place for a message of those lines: next to a node, or below it where wires leave at the side.

    The first is its usual place, the others are for where that one is not in view.
    """
    wide = max(look.small_face.width(line) for line in lines)
    size = QSizeF(min(wide + 22, SENTENCE_WIDTH), 16.0 * len(lines) + 10)
    right = QPointF(NODE_WIDTH + SENTENCE_GAP, 4)
    left = QPointF(-SENTENCE_GAP - size.width(), 4)
    below = QPointF(0, height + SENTENCE_GAP)
    above = QPointF(0, -SENTENCE_GAP - size.height())
    sideways = look.options.direction == "right"
    corners = (below, above) if sideways else (right, left, below)
    return tuple(QRectF(corner, size) for corner in corners)


def paint_sentence(
    painter: QPainter,
    look: Look,
    severity: Severity,
    lines: tuple[str, ...],
    box: QRectF,
) -> None:
    """Paint the message of an issue, in one of its boxes."""
    painter.setPen(QPen(look.severity[severity], 1))
    painter.setBrush(look.severity_ground[severity])
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(look.text)
    for index, line in enumerate(lines):
        look.small_face.write(painter, box.x() + 11, box.y() + 17 + 16 * index, line)


def _header_path() -> QPainterPath:
    """The outline of a header, with round upper corners."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(QRectF(0, 0, NODE_WIDTH, HEADER), RADIUS, RADIUS)
    path.addRect(QRectF(0, RADIUS, NODE_WIDTH, HEADER - RADIUS))
    return path.simplified()


HEADER_PATH = _header_path()

"""The parts of a node, painted: what a node item composes. Coordinates are the item's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from designer.canvas.geometry import FOOTER, HEADER, LINE, PADDING, port_offset
from designer.canvas.look import Face, Look
from designer.canvas.state import NodeState, Severity, Side
from designer.canvas.theme import NODE_WIDTH, PORT_RADIUS, RADIUS
from designer.canvas.wording import percent

MARGIN = 12.0  # inside the body
INDENT = 42.0  # of the title, beside the icon
SENTENCE_WIDTH = 236.0
SENTENCE_GAP = 14.0

Text = tuple[Face, QColor, float, float, str]  # face, ink, x, baseline, what


def texts(look: Look, node: NodeState, height: float) -> Iterator[Text]:
    """What is written on a body of that height, and where."""
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
    baseline = height - FOOTER + 17.0
    taken = 0.0
    if node.cost_percent:
        share = percent(node.cost_percent)
        taken = face.width(share)
        yield face, look.muted, NODE_WIDTH - MARGIN - taken, baseline, share
    face = look.small_bold_face
    shape = face.elided(node.shape or "?", NODE_WIDTH - 2 * MARGIN - taken - 8)
    ink = look.text if node.shape else look.muted
    yield face, ink, MARGIN, baseline, shape


def paint_stack(painter: QPainter, look: Look, height: float) -> None:
    """The copies of a repeated node, looking out below it."""
    painter.setPen(look.border_pen)
    painter.setBrush(look.node)
    for inset, drop in ((12, 8), (6, 4)):
        painter.drawRoundedRect(
            QRectF(inset, drop + 20, NODE_WIDTH - 2 * inset, height - 20),
            RADIUS,
            RADIUS,
        )


def paint_repeat(painter: QPainter, look: Look, repeat: str, colour: QColor) -> None:
    """How many copies, in a pill."""
    face = look.small_bold_face
    wide = face.width(repeat) + 12
    pill = QRectF(NODE_WIDTH - MARGIN - wide, 9, wide, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(pill, 9, 9)
    painter.setPen(look.node)
    face.centre(painter, pill, repeat)


def paint_bar(
    painter: QPainter, look: Look, height: float, share: float, colour: QColor
) -> None:
    """The share of the cost, in percent, as a thin bar."""
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
    """The ports: filled where a wire ends, wide where many may, ringed where the hand points."""
    for side, ports in (("input", node.inputs), ("output", node.outputs)):
        for port in ports:
            x, y = port_offset(node, size, side, port.key, look.options.direction)
            lit = rings.get((side, port.key))
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


def paint_badge(
    painter: QPainter, look: Look, severity: Severity, centre: QPointF, scale: float
) -> None:
    """An error's round mark, or a warning's triangle: another shape, not only another colour."""
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


def sentence_box(look: Look, lines: tuple[str, ...]) -> QRectF:
    """Where a sentence of those lines stands."""
    wide = max(look.small_face.width(line) for line in lines)
    return QRectF(
        NODE_WIDTH + SENTENCE_GAP,
        4,
        min(wide + 22, SENTENCE_WIDTH),
        16 * len(lines) + 10,
    )


def paint_sentence(
    painter: QPainter, look: Look, severity: Severity, lines: tuple[str, ...]
) -> None:
    """The sentence of an issue, beside the body."""
    box = sentence_box(look, lines)
    painter.setPen(QPen(look.severity[severity], 1))
    painter.setBrush(look.severity_ground[severity])
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(look.text)
    for index, line in enumerate(lines):
        look.small_face.write(painter, box.x() + 11, box.y() + 17 + 16 * index, line)


def _header_path() -> QPainterPath:
    """The upper part of a body, round at its upper corners only."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(QRectF(0, 0, NODE_WIDTH, HEADER), RADIUS, RADIUS)
    path.addRect(QRectF(0, RADIUS, NODE_WIDTH, HEADER - RADIUS))
    return path.simplified()


HEADER_PATH = _header_path()

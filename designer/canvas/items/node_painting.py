"""Paints a node in three levels of detail, in the item's coordinates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from designer.canvas.items.node_parts import (
    HEADER_PATH,
    INDENT,
    MARGIN,
    Text,
    paint_badge,
    paint_bar,
    paint_hatching,
    paint_ports,
    paint_repeat,
    paint_sentence,
    paint_stack,
    paint_thread,
)
from designer.canvas.items.paint import Look
from designer.canvas.values.geometry import FOOTER, HEADER, LINE, PADDING, STACK
from designer.canvas.values.scene_state import NodeState, Side
from designer.canvas.values.theme import NODE_WIDTH, RADIUS
from designer.canvas.values.translation import told
from designer.canvas.values.wording import Setting, percent

Size = tuple[int, int]


def rounding(node: NodeState, height: float) -> float:
    """The radius of its corners: ports are pills."""
    return height / 2 if node.kind == "port" else float(RADIUS)


def is_low(node: NodeState) -> bool:
    """Whether only its title is drawn."""
    return node.collapsed or node.kind == "port"


def texts(look: Look, node: NodeState, height: float) -> Iterator[Text]:
    """The texts on a body of that height, and their positions."""
    options, colours = look.options, look.node_colours(node.category, node.colour)
    room = NODE_WIDTH - INDENT - MARGIN
    if node.repeat:
        room -= look.small_bold_face.width(node.repeat) + 16
    if node.severity:
        room -= 4
    face = look.title_face
    title = look.muted if node.muted else look.text
    if is_low(node):
        yield face, title, INDENT, height / 2 + 5, face.elided(node.title, room)
        return
    yield face, title, INDENT, 21, face.elided(node.title, room)
    face = look.small_face
    yield face, colours.subtitle, INDENT, 37, face.elided(told(node.block_title), room)
    if options.parameters:
        yield from _settings(look, node)
    baseline = height - FOOTER + 17.0
    taken = 0.0
    if node.cost_percent and options.costs:
        share = percent(node.cost_percent)
        taken = face.width(share)
        yield face, look.muted, NODE_WIDTH - MARGIN - taken, baseline, share
    if options.shapes:
        face = look.small_bold_face
        shape = face.elided(node.shape or "?", NODE_WIDTH - 2 * MARGIN - taken - 8)
        ink = look.text if node.shape and not node.muted else look.muted
        yield face, ink, MARGIN, baseline, shape


def settings(look: Look, node: NodeState) -> Iterator[tuple[Setting, QRectF]]:
    """The parameters on a body, and their rectangles."""
    face, gap = look.small_face, 4.0
    top = HEADER + PADDING / 2
    for line in node.lines:
        x = MARGIN
        for setting in line:
            width = face.width(setting.value)
            if setting.label:
                width += face.width(setting.label) + gap
            width = min(width, NODE_WIDTH - MARGIN - x)
            yield setting, QRectF(x, top, width, LINE)
            x += width + 12
        top += LINE


def _settings(look: Look, node: NodeState) -> Iterator[Text]:
    face = look.small_face
    value_ink = look.muted if node.muted else look.text
    for setting, box in settings(look, node):
        x, baseline = box.x(), box.y() + 14
        if setting.label:
            label = face.elided(setting.label, box.right() - x)
            yield face, look.muted, x, baseline, label
            x += face.width(label) + 4
        if x < box.right():
            value = face.elided(setting.value, box.right() - x)
            yield face, value_ink, x, baseline, value


def paint_far(
    painter: QPainter, look: Look, node: NodeState, size: Size, selected: bool
) -> None:
    """Paint a block of colour, when zoomed far out."""
    severity = node.severity
    colour = look.node_colours(node.category, node.colour).ink
    if selected:
        colour = look.selected
    elif severity:
        colour = look.severity[severity]
    elif node.muted:
        colour = look.border
    width, height = size
    painter.fillRect(QRectF(0, 0, width, height), colour)
    if severity:  # a cross as well: colour is never the only signal
        painter.setPen(QPen(look.node, 12))
        painter.drawLine(QPointF(0, 0), QPointF(width, height))
        painter.drawLine(QPointF(0, height), QPointF(width, 0))


def paint_middle(
    painter: QPainter, look: Look, node: NodeState, size: Size, selected: bool
) -> None:
    """Paint title and shape as large as fits, when zoomed out."""
    colours = look.node_colours(node.category, node.colour)
    severity = node.severity
    rect = QRectF(0, 0, *size)
    pen = QPen(colours.ink, 3)
    if selected:
        pen = QPen(look.selected, 8)
    elif severity:
        pen = QPen(look.severity[severity], 8)
    elif node.muted:
        pen = QPen(look.border, 3, Qt.PenStyle.DashLine)
    radius = rounding(node, rect.height())
    painter.setPen(pen)
    painter.setBrush(look.node if node.muted else colours.tint)
    painter.drawRoundedRect(rect, radius, radius)
    room = NODE_WIDTH - 2 * MARGIN - (64 if severity else 0)
    middle = rect.height() / 2
    title = f"{node.title} {node.repeat}".rstrip()
    lines = [(look.far_face, look.muted if node.muted else look.text, title)]
    if look.options.shapes and not is_low(node):
        lines.append((look.far_small_face, look.muted, node.shape or "?"))
    top = middle - 16.0 * len(lines) + 2
    for face, ink, text in lines:
        painter.setPen(ink)
        line = QRectF((NODE_WIDTH - room) / 2, top, room, 28)
        face.centre(painter, line, face.elided(text, room))
        top += 32
    if severity:
        at = QPointF(NODE_WIDTH - 24, min(26.0, middle))
        paint_badge(painter, look, severity, at, 1.8)


def paint_near(
    painter: QPainter,
    look: Look,
    node: NodeState,
    size: Size,
    written: Sequence[Text],
    sentence: tuple[tuple[str, ...], QRectF],
    rings: Mapping[tuple[Side, str], QColor],
    selected: bool,
) -> None:
    """Paint all details."""
    colours = look.node_colours(node.category, node.colour)
    width, height = float(size[0]), float(size[1] - (STACK if node.repeat else 0))
    severity = node.severity
    radius = rounding(node, height)
    if node.repeat:
        paint_stack(painter, look, height)
    body = QRectF(0, 0, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.tint if is_low(node) else look.node)
    painter.drawRoundedRect(body, radius, radius)
    if not is_low(node):
        painter.setBrush(colours.tint)
        painter.drawPath(HEADER_PATH)
    if node.muted:
        paint_hatching(painter, look, body, radius)
        paint_thread(painter, look, node, size)
    outline = QPen(look.severity[severity], 2) if severity else QPen(look.border, 1)
    if node.state == "unknown" or node.muted:
        outline.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(outline)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(body, radius, radius)
    if node.kind == "composite":  # an inner frame: the block can be entered
        painter.setPen(QPen(colours.ink, 1))
        painter.drawRoundedRect(body.adjusted(3, 3, -3, -3), radius - 3, radius - 3)
    if selected:
        painter.setPen(QPen(look.selected, 2.5))
        painter.drawRoundedRect(body.adjusted(-3, -3, 3, 3), radius + 3, radius + 3)
    header = height if is_low(node) else float(HEADER)
    painter.setPen(colours.icon_ink)
    painter.setFont(colours.icon_font)
    painter.drawText(
        QRectF(MARGIN - 2, 0, 26, header), Qt.AlignmentFlag.AlignCenter, colours.icon
    )
    if node.repeat:
        paint_repeat(painter, look, node.repeat, colours, min(header, 36.0))
    for face, ink, x, baseline, text in written:
        painter.setPen(ink)
        face.write(painter, x, baseline, text)
    if node.muted and written:
        face, ink, x, baseline, text = written[0]
        painter.setPen(QPen(ink, 1.5))
        painter.drawLine(
            QPointF(x, baseline - 5), QPointF(x + face.width(text), baseline - 5)
        )
    costs = look.options.costs and not is_low(node) and not node.muted
    if node.state == "ok" and costs:
        paint_bar(painter, look, height, node.cost_percent, colours.ink)
    paint_ports(painter, look, node, size, rings)
    if severity:
        paint_badge(painter, look, severity, QPointF(width - 2, 2), 1)
        paint_sentence(painter, look, severity, *sentence)

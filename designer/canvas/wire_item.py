"""A wire as one graphics item: a path whose weight tells the tensor's size, and a pill with its shape."""

from __future__ import annotations

from math import log2

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyle, QStyleOptionGraphicsItem, QWidget

from designer.canvas.look import Look
from designer.canvas.node_item import FAR, NEAR
from designer.canvas.routing import Route
from designer.canvas.state import WireState

PILL_HEIGHT = 18.0
LONG = 88.0  # a node fits between the ends of a wire that spans more than this
REACH = 12.0  # how near to a wire the pointer takes hold of it


def wire_width(elements: int) -> float:
    """Pixels for a tensor of that many numbers: a doubling adds a fifth."""
    return min(1.5 + max(0.0, log2(elements) - 9) * 0.2, 4.5) if elements else 1.5


def path_of(route: Route) -> QPainterPath:
    path = QPainterPath(QPointF(*route.start))
    for one, two, end in route.curves:
        path.cubicTo(*one, *two, *end)
    return path


class WireItem(QGraphicsItem):
    """One wire, drawn in scene coordinates: its own place is always the origin."""

    def __init__(self, look: Look, wire: WireState, route: Route) -> None:
        super().__init__()
        self.wire = wire
        self._look = look
        self._lit = False
        self.setZValue(-1)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self._take(route)

    def show_wire(self, wire: WireState) -> None:
        self.prepareGeometryChange()
        self.wire = wire
        self._measure()
        self.update()

    def follow(self, route: Route) -> None:
        """Run another way."""
        if route != self._route:
            self.prepareGeometryChange()
            self._take(route)
            self.update()

    def put_on(self, look: Look) -> None:
        self.prepareGeometryChange()
        self._look = look
        self._measure()
        self.update()

    def light(self, on: bool) -> None:
        """Show that the pointer, or a block about to be dropped, is over it."""
        if on != self._lit:
            self._lit = on
            self.update()

    @property
    def long(self) -> bool:
        """Whether a node may stand between its ends."""
        return self._route.curves[-1][2][1] - self._route.start[1] > LONG

    @property
    def corridor(self) -> QRectF:
        """The rectangle between its ends, never empty."""
        start, end = self._route.start, self._route.curves[-1][2]
        return QRectF(QPointF(*start), QPointF(*end)).normalized().adjusted(-1, 0, 1, 0)

    def _take(self, route: Route) -> None:
        self._route = route
        self._path: QPainterPath | None = None
        start, self._chords = QPointF(*route.start), []
        for *_, end in route.curves:
            self._chords.append(QLineF(start, QPointF(*end)))
            start = self._chords[-1].p2()
        self._measure()

    def _measure(self) -> None:
        self._shape: QPainterPath | None = None
        half = self._look.small_face.width(self._label) / 2 + 7
        x, y = self._route.label
        left, top, right, bottom = self._route.bounds
        left, right = min(left - 4, x - half - 1), max(right + 4, x + half + 1)
        top = min(top - 4, y - PILL_HEIGHT / 2 - 1)
        bottom = max(bottom + 4, y + PILL_HEIGHT / 2 + 1)
        self._bounds = QRectF(left, top, right - left, bottom - top)

    @property
    def path(self) -> QPainterPath:
        """The line that it draws, made when it first is."""
        if self._path is None:
            self._path = path_of(self._route)
        return self._path

    @property
    def _label(self) -> str:
        return self.wire.shape or "?"

    @property
    def _pill(self) -> QRectF:
        wide = self._look.small_face.width(self._label) + 14
        x, y = self._route.label
        return QRectF(x - wide / 2, y - PILL_HEIGHT / 2, wide, PILL_HEIGHT)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        if self._shape is None:  # stroking is slow: once a path, and only if asked
            stroker = QPainterPathStroker()
            stroker.setWidth(REACH)
            self._shape = stroker.createStroke(self.path)
            self._shape.setFillRule(Qt.FillRule.WindingFill)
            self._shape.addRect(self._pill)
        return self._shape

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        look, wire = self._look, self.wire
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        ink = (
            look.selected
            if selected
            else look.wire_lit
            if self._lit
            else look.severity["error"]
            if wire.state == "error"
            else look.wire_unknown
            if wire.state == "unknown"
            else look.wire
        )
        if detail < FAR:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(ink, 0))
            painter.drawLines(self._chords)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            return
        pen = QPen(ink, wire_width(wire.elements) + (1 if selected else 0))
        if wire.state != "ok":
            pen.setDashPattern([4, 3])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self.path)
        if detail >= NEAR:
            self._paint_pill(painter, ink, selected)

    def _paint_pill(self, painter: QPainter, ink: QColor, selected: bool) -> None:
        look = self._look
        strong = selected or self._lit or self.wire.state == "error"
        painter.setPen(QPen(ink if strong else look.border, 1))
        painter.setBrush(look.label)
        pill = self._pill
        painter.drawRoundedRect(pill, PILL_HEIGHT / 2, PILL_HEIGHT / 2)
        painter.setPen(look.text if self.wire.shape else look.muted)
        look.small_face.centre(painter, pill, self._label)

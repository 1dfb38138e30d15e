"""A wire: a path whose width shows the tensor's size, and a label with its shape."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf, log2

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from designer.canvas.items.node_item import FAR, NEAR
from designer.canvas.items.paint import Look
from designer.canvas.routes.routing import Route
from designer.canvas.routes.squares import rounded
from designer.canvas.values.scene_state import WireState

PILL_HEIGHT = 18.0
DOT_RADIUS = 6.0
LONG = 88.0  # a node fits between the ends of a wire that spans more than this
REACH = 12.0  # how near to a wire a press grabs it


def wire_width(elements: int) -> float:
    """The width in pixels for a tensor of that many elements: a doubling adds a fifth."""
    return min(1.5 + max(0.0, log2(elements) - 9) * 0.2, 4.5) if elements else 1.5


def path_of(route: Route) -> QPainterPath:
    path = QPainterPath(QPointF(*route.start))
    for one, two, end in route.curves or rounded(route.corners):
        path.cubicTo(*one, *two, *end)
    return path


class WireItem(QGraphicsItem):
    """One wire in scene coordinates; its position is always the origin."""

    def __init__(self, look: Look, wire: WireState, route: Route) -> None:
        super().__init__()
        self.wire = wire
        self.look = look
        self._lit = False
        self._doomed = False
        self.setZValue(-1)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self._take(route)

    def show_wire(self, wire: WireState) -> None:
        self.prepareGeometryChange()
        self.wire = wire
        self._measure()
        self.update()

    def follow(self, route: Route) -> None:
        """Set another route."""
        if route != self._route:
            self.prepareGeometryChange()
            self._take(route)
            self.update()

    def apply_look(self, look: Look) -> None:
        self.prepareGeometryChange()
        self.look = look
        self._measure()
        self.update()

    def light(self, on: bool) -> None:
        """Highlight the wire under the pointer or under a dragged block."""
        if on != self._lit:
            self._lit = on
            self.update()

    def mark_removed(self, on: bool) -> None:
        """Show that it will be removed when the button is released."""
        if on != self._doomed:
            self._doomed = on
            self.update()

    def crossed_by(self, line: QLineF) -> bool:
        """Whether a line crosses the wire."""
        crossing = QLineF.IntersectionType.BoundedIntersection
        return any(
            QLineF(one, two).intersects(line)[0] == crossing
            for one, two in pairwise(self._points)
        )

    def dots_before(self, point: QPointF, dots: Sequence[tuple[float, float]]) -> int:
        """The number of its dots before the place nearest to a point."""
        return sum(self._reach(QPointF(*dot)) < self._reach(point) for dot in dots)

    def _reach(self, point: QPointF) -> float:
        """The distance along the wire to the place nearest to a point."""
        way, nearest, found = 0.0, inf, 0.0
        for one, two in pairwise(self._points):
            along, off = two - one, point - one
            length = QPointF.dotProduct(along, along)
            share = QPointF.dotProduct(off, along) / length if length else 0.0
            share = min(max(share, 0.0), 1.0)
            away = off - along * share
            distance = QPointF.dotProduct(away, away)
            if distance < nearest:
                nearest, found = distance, way + share * length**0.5
            way += length**0.5
        return found

    @property
    def _points(self) -> list[QPointF]:
        """Points on the wire, close enough to approximate it."""
        return self.path.toSubpathPolygons()[0].toList()

    @property
    def long(self) -> bool:
        """Whether a node may lie between its ends."""
        along = 0 if self.look.options.direction == "right" else 1
        way = self._route.end[along] - self._route.start[along]
        return way > LONG or way < 0

    @property
    def corridor(self) -> QRectF:
        """The rectangle between its ends, never empty."""
        start, end = self._route.start, self._route.end
        return (
            QRectF(QPointF(*start), QPointF(*end)).normalized().adjusted(-1, -1, 1, 1)
        )

    def _take(self, route: Route) -> None:
        self._route = route
        self._path: QPainterPath | None = None
        turns = route.corners or (route.start, *(end for *_, end in route.curves))
        points = [QPointF(*point) for point in turns]
        self._chords = [QLineF(one, two) for one, two in pairwise(points)]
        self._measure()

    def _measure(self) -> None:
        self._shape: QPainterPath | None = None
        wide = self.look.small_face.width(self.text) + 14
        x, y = self._route.label
        self._pill = QRectF(x - wide / 2, y - PILL_HEIGHT / 2, wide, PILL_HEIGHT)
        left, top, right, bottom = self._route.bounds
        # The label is painted by another item, and again whenever this one is.
        half = wide / 2 + 1
        left, right = min(left - 8, x - half), max(right + 8, x + half)
        self._bounds = QRectF(left, top - 8, right - left, bottom - top + 16)

    @property
    def path(self) -> QPainterPath:
        """Its painter path, made on first use."""
        if self._path is None:
            self._path = path_of(self._route)
        return self._path

    @property
    def text(self) -> str:
        """The text of its label."""
        return self.wire.shape or "?"

    @property
    def pill(self) -> QRectF:
        """The rectangle of its label."""
        return self._pill

    @property
    def emphasis(self) -> QColor | None:
        """The colour of its highlight, if it has one."""
        if self._doomed:
            return self.look.severity["error"]
        if self.isSelected():
            return self.look.selected
        if self._lit:
            return self.look.wire_lit
        return self.look.severity["error"] if self.wire.state == "error" else None

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        if self._shape is None:  # stroking is slow: once a path, and only if asked
            stroker = QPainterPathStroker()
            stroker.setWidth(REACH)
            self._shape = stroker.createStroke(self.path)
        return self._shape

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        look, wire = self.look, self.wire
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        ink = self.emphasis or (
            look.wire_unknown if wire.state == "unknown" else look.wire
        )
        if detail < FAR:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(ink, 0))
            painter.drawLines(self._chords)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            return
        pen = QPen(ink, wire_width(wire.elements) + self.isSelected())
        if wire.state != "ok" or self._doomed:
            pen.setDashPattern([4, 3])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self.path)
        if self._route.dots:
            painter.setPen(QPen(look.canvas, 2))
            painter.setBrush(ink)
            for x, y in self._route.dots:
                painter.drawEllipse(QPointF(x, y), DOT_RADIUS, DOT_RADIUS)


class WireLabel(QGraphicsItem):
    """The label with a wire's shape, an item of its own so that it lies above all wires."""

    def __init__(self, wire: WireItem) -> None:
        super().__init__()
        self.item = wire
        self._rect = wire.pill
        self.setZValue(-0.5)

    def follow(self) -> None:
        """Update the text and the position of the label."""
        self.prepareGeometryChange()
        self._rect = self.item.pill
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-1, -1, 1, 1)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        if option.levelOfDetailFromTransform(painter.worldTransform()) < NEAR:
            return
        wire = self.item
        look = wire.look
        painter.setPen(QPen(wire.emphasis or look.border, 1))
        painter.setBrush(look.label)
        painter.drawRoundedRect(self._rect, PILL_HEIGHT / 2, PILL_HEIGHT / 2)
        painter.setPen(look.text if wire.wire.shape else look.muted)
        look.small_face.centre(painter, self._rect, wire.text)

"""What a gesture draws over the network: the loose wire, the verdict at the cursor, the rubber band."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from designer.canvas.items.paint import Look
from designer.canvas.items.wire_item import path_of
from designer.canvas.picture.wire_routes import loose_way
from designer.canvas.values.scene_state import Verdict

OVER = 100.0  # above all nodes


class LooseWire(QGraphicsItem):
    """The dragged wire: from a port to the cursor."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._options = look.options
        self._path = QPainterPath()
        self._ink = look.wire_lit
        self._dashed = True
        self.setZValue(OVER)

    def span(self, start: QPointF, end: QPointF, ink: QColor, dashed: bool) -> None:
        """Draw from an output (or the cursor) to an input (or the cursor)."""
        self.prepareGeometryChange()
        way = loose_way(self._options, start.toTuple(), end.toTuple())
        self._path = path_of(way)
        self._ink, self._dashed = ink, dashed
        self.update()

    def boundingRect(self) -> QRectF:
        return self._path.controlPointRect().adjusted(-4, -4, 4, 4)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        pen = QPen(self._ink, 2.5, j=Qt.PenJoinStyle.RoundJoin)
        if self._dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)


class Bubble(QGraphicsItem):
    """A verdict next to the cursor, of the same size at every zoom."""

    WIDTH = 300.0

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: tuple[str, ...] = ()
        self._verdict = Verdict(True)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(OVER + 1)
        self.hide()

    @property
    def text(self) -> str:
        """The text."""
        return " ".join(self._lines)

    def say(self, verdict: Verdict | None) -> None:
        """Show a verdict; hidden without a text."""
        self.prepareGeometryChange()
        self._lines = ()
        if verdict and verdict.text:
            self._verdict = verdict
            self._lines = self._look.body_face.wrapped(verdict.text, self.WIDTH, 4)
        self.setVisible(bool(self._lines))
        self.update()

    def stay_in(self, cursor: QPointF, visible: QRectF, scale: float) -> None:
        """Move to the lower right of the cursor, or to its other side at the edge of the view."""
        size = self.boundingRect().size() / scale
        x, y = cursor.x() + 18 / scale, cursor.y() + 18 / scale
        if x + size.width() > visible.right():
            x = cursor.x() - 18 / scale - size.width()
        if y + size.height() > visible.bottom():
            y = cursor.y() - 18 / scale - size.height()
        self.setPos(
            max(min(x, visible.right() - size.width()), visible.left()),
            max(min(y, visible.bottom() - size.height()), visible.top()),
        )

    def boundingRect(self) -> QRectF:
        look = self._look
        wide = max((look.body_face.width(line) for line in self._lines), default=0.0)
        return QRectF(0, 0, wide + 40, 19 * len(self._lines) + 13)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        look = self._look
        ok, doubtful = self._verdict.ok, self._verdict.doubtful
        kind = "warning" if doubtful else "error"
        ink, ground = look.severity[kind], look.severity_ground[kind]
        if ok and not doubtful:
            ink, ground = look.success, look.success_ground
        painter.setPen(QPen(ink, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(self.boundingRect().adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(QPen(ink, 2, c=Qt.PenCapStyle.RoundCap))
        if not ok:
            painter.drawLine(QPointF(12, 11), QPointF(20, 20))
            painter.drawLine(QPointF(20, 11), QPointF(12, 20))
        elif doubtful:
            painter.drawLine(QPointF(16, 10), QPointF(16, 16))
            painter.drawPoint(QPointF(16, 21))
        else:
            painter.drawPolyline([QPointF(11, 16), QPointF(15, 20), QPointF(22, 11)])
        painter.setPen(look.text)
        for index, line in enumerate(self._lines):
            look.body_face.write(painter, 30, 20 + 19 * index, line)


class Band(QGraphicsItem):
    """The rubber band."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._rect = QRectF()
        self._ink = look.selected
        self.setZValue(OVER)

    def span(self, rect: QRectF) -> None:
        self.prepareGeometryChange()
        self._rect = rect
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-2, -2, 2, 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        ground = QColor(self._ink)
        ground.setAlpha(36)
        pen = QPen(self._ink, 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(ground)
        painter.drawRect(self._rect)


class CutLine(QGraphicsItem):
    """The line that the knife has drawn."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._path = QPainterPath()
        self._ink = look.severity["error"]
        self.setZValue(OVER)

    def start(self, point: QPointF) -> None:
        self._path.moveTo(point)

    def go_to(self, point: QPointF) -> None:
        """Extend the line to a point."""
        self.prepareGeometryChange()
        self._path.lineTo(point)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-4, -4, 4, 4)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        pen = QPen(self._ink, 2, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)

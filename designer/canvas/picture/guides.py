"""The lines that show what a moved node is aligned with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from designer.canvas.items.paint import Look
from designer.canvas.picture.overlays import OVER
from designer.canvas.routes.snapping import Guide

BEYOND = 16.0  # the boxes that a guide runs along


class Guides(QGraphicsItem):
    """Draws lines of the same width at every zoom."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._ink = look.selected
        self._lines: list[QLineF] = []
        self.setZValue(OVER)

    def show_lines(self, guides: Sequence[Guide]) -> None:
        """Show these lines in place of the last ones."""
        if not guides and not self._lines:
            return
        self.prepareGeometryChange()
        self._lines = []
        for guide in guides:
            line = QLineF(QPointF(*guide.start), QPointF(*guide.end))
            longer = line.unitVector().p2() - line.p1()
            self._lines.append(
                QLineF(line.p1() - longer * BEYOND, line.p2() + longer * BEYOND)
            )
        self.update()

    def boundingRect(self) -> QRectF:
        bounds = QRectF()
        for line in self._lines:
            rect = QRectF(line.p1(), line.p2()).normalized()
            bounds = bounds.united(rect.adjusted(-2, -2, 2, 2))
        return bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        pen = QPen(self._ink, 1, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines(self._lines)

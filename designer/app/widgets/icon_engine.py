"""An icon engine that paints characters of qtawesome's fonts at any size."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from designer.canvas.items.icon_font import glyph

SHARE = 0.875  # of the height: the fonts leave no room around their characters


class GlyphEngine(QIconEngine):
    """Paints one character, in a colour for each mode.

    qtawesome's own engine complains where a layout has no room for an icon yet; this one paints nothing then.
    """

    def __init__(self, name: str, colours: Mapping[QIcon.Mode, str]) -> None:
        super().__init__()
        self._name, self._colours = name, colours

    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State
    ) -> None:
        pixels = round(SHARE * min(rect.width(), rect.height()))
        if pixels < 1:
            return
        text, font = glyph(self._name, pixels)
        colour = self._colours.get(mode, self._colours[QIcon.Mode.Normal])
        painter.save()
        painter.setPen(QColor(colour))
        painter.setFont(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size.expandedTo(QSize(1, 1)))
        made.fill(Qt.GlobalColor.transparent)
        with QPainter(made) as painter:
            self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        return made

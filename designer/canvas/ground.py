"""The ground of the canvas: a grid of dots that thins out as the view zooms out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPixmap, QTransform

from designer.canvas.look import Look
from designer.canvas.theme import GRID

SPACING = 3 * GRID  # from dot to dot at 100 %
CLOSEST_PX = 14.0  # on the screen: dots further in are left out
DOT_PX = 1.1  # radius


class Ground:
    """Paints the dots as one textured rectangle: single dots would cost a call each."""

    def __init__(self) -> None:
        self._tile = QPixmap()
        self._made_for: tuple[int, float, str] | None = None

    def paint(self, painter: QPainter, rect: QRectF, zoom: float, look: Look) -> None:
        """Fill `rect`, in scene pixels."""
        painter.fillRect(rect, look.canvas)
        spacing = float(SPACING)
        while spacing * zoom < CLOSEST_PX:
            spacing *= 2
        ratio = painter.device().devicePixelRatio()
        side = round(spacing * zoom * ratio)
        wanted = (side, ratio, look.theme.name)
        if self._made_for != wanted:
            self._tile = _tile(side, ratio, look)
            self._made_for = wanted
        brush = QBrush(self._tile)
        share = spacing / side  # the tile has whole pixels, the grid has not
        brush.setTransform(
            QTransform.fromTranslate(-spacing / 2, -spacing / 2).scale(share, share)
        )
        painter.fillRect(rect, brush)


def _tile(side: int, ratio: float, look: Look) -> QPixmap:
    tile = QPixmap(side, side)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.dot)
    painter.drawEllipse(QPointF(side / 2, side / 2), DOT_PX * ratio, DOT_PX * ratio)
    painter.end()
    return tile

"""The background of the canvas: a grid of dots that thins out as the view zooms out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from designer.canvas.items.paint import Look
from designer.canvas.values.theme import GRID

SPACING = 3 * GRID  # from dot to dot at 100 %
CLOSEST_PX = 14.0  # on the screen: dots further in are left out
DOT_PX = 1.1  # radius
MOST = 16  # dots along a tile's side


class Ground:
    """Paints the dots with a tile of whole pixels: a scaled one takes six times as long."""

    def __init__(self) -> None:
        self._tile = QPixmap()
        self._made_for: tuple[float, float, str] | None = None

    def paint(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        """Fill `rect`, in scene pixels."""
        painter.fillRect(rect, look.canvas)
        world = painter.worldTransform()
        spacing = SPACING * world.m11()
        while spacing < CLOSEST_PX:
            spacing *= 2
        ratio = painter.device().devicePixelRatio()
        wanted = (spacing, ratio, look.theme.name)
        if self._made_for != wanted:
            self._tile = _tile(spacing, ratio, look)
            self._made_for = wanted
        area = world.mapRect(rect)
        origin = world.map(QPointF(0, 0))
        side = self._tile.width() / ratio
        painter.resetTransform()
        painter.drawTiledPixmap(
            area,
            self._tile,
            QPointF((area.x() - origin.x()) % side, (area.y() - origin.y()) % side),
        )
        painter.setWorldTransform(world)


def _tile(spacing: float, ratio: float, look: Look) -> QPixmap:
    """A tile with the number of dots that is closest to whole pixels, so that the grid is even."""
    step = spacing * ratio
    count = min(range(1, MOST + 1), key=lambda n: abs(n * step - round(n * step)) / n)
    side = round(count * step)
    tile = QPixmap(side, side)
    tile.fill(Qt.GlobalColor.transparent)
    with QPainter(tile) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.dot)
        radius = DOT_PX * ratio
        for row in range(count + 1):  # those at an edge show half on either side
            for column in range(count + 1):
                at = QPointF(column * side / count, row * side / count)
                painter.drawEllipse(at, radius, radius)
    tile.setDevicePixelRatio(ratio)
    return tile

"""Draws the pictures of blocks in the theme's colours: channels as coloured lanes between layers."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from math import sqrt

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
)

from designer.app.help.arrangement import Arrangement, arranged
from designer.app.help.channel_flow import Bar, Lane, Link, Picture, Strand
from designer.app.help.layer_names import size
from designer.app.widgets.appearance import body_font
from designer.canvas.values.theme import GRID, SMALL_PX, Theme

WIDEST, NARROWEST = 168.0, 48.0  # a bar, by its channels
BAR = 20.0  # high: eight colours of mixed channels have room
GAP = 64.0  # between bars, where the strands run
MARGIN = 16.0
SKIP = 20.0  # the width of a bundle that goes around
ROOM = 0.12  # of a strand, left free on each side
BESIDE = 12.0  # from a bar to its words
HUES = ("blue", "amber", "teal", "rose", "violet", "green", "brown", "cyan")


class Drawing:
    """A picture, ready to be drawn."""

    def __init__(self, picture: Picture, theme: Theme) -> None:
        self.picture = picture
        self.theme = theme
        self.place: Arrangement = arranged(picture)
        self.font = body_font()
        self.small = QFont(self.font)
        self.small.setPixelSize(SMALL_PX)
        self.most = max(sqrt(bar.channels) for bar in picture.bars.values())
        self.hues = [QColor(theme.categories[hue]) for hue in HUES]
        self.words = [
            max(self._width(bar) for bar in self._column(place))
            for place in range(max(self.place.columns.values()) + 1)
        ]
        signs = any(bar.sign for bar in picture.bars.values())
        self.left = MARGIN + (SKIP + GRID) * len(self.place.skips) + 2 * GRID * signs

    @property
    def size(self) -> QSize:
        rows = max(self.place.rows.values()) + 1
        high = 2 * MARGIN + rows * BAR + (rows - 1) * GAP
        wide = self._middle(len(self.words)) - WIDEST / 2 - 2 * GRID + MARGIN
        return QSize(round(wide), round(max(high, 4 * GRID + 2 * MARGIN)))

    def image(self, ratio: float = 1.0, scale: float = 1.0) -> QImage:
        """The picture as an image.

        Args:
            ratio: device pixels a pixel.
            scale: size factor, 1 for the designed size.
        """
        pixels = QSize(self.size * (ratio * scale))
        found = QImage(pixels, QImage.Format.Format_ARGB32_Premultiplied)
        found.setDevicePixelRatio(ratio)
        found.fill(Qt.GlobalColor.transparent)
        with QPainter(found) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            for link in self.picture.links:
                self._paint_link(painter, link)
            for bar in self.picture.bars.values():
                self._paint_bar(painter, bar)
                self._paint_words(painter, bar)
        return found

    def _column(self, place: int) -> list[Bar]:
        columns = self.place.columns
        return [bar for id, bar in self.picture.bars.items() if columns[id] == place]

    def _width(self, bar: Bar) -> float:
        """The width of a bar's text."""
        small = QFontMetricsF(self.small)
        lines = (small.horizontalAdvance(line) for line in self._lines(bar))
        return max(QFontMetricsF(self.font).horizontalAdvance(bar.words[0]), *lines)

    def _middle(self, column: int) -> float:
        """The horizontal centre of a column's bars."""
        before = sum(
            WIDEST + BESIDE + words + 3 * GRID for words in self.words[:column]
        )
        return self.left + before + WIDEST / 2

    def _box(self, bar: Bar) -> QRectF:
        wide = NARROWEST + (WIDEST - NARROWEST) * sqrt(bar.channels) / self.most
        middle = self._middle(self.place.columns[bar.id])
        top = MARGIN + self.place.rows[bar.id] * (BAR + GAP)
        if len(self.picture.bars) == 1:
            top += GRID
        return QRectF(middle - wide / 2, top, wide, BAR)

    def _lines(self, bar: Bar) -> tuple[str, str]:
        return ", ".join(bar.words[1:]), size(bar.shape)

    def _paint_bar(self, painter: QPainter, bar: Bar) -> None:
        """Lanes side by side; one with several colours shows them in layers."""
        box = self._box(bar)
        ground = QColor(self.theme.base)
        outline = QPainterPath()
        outline.addRoundedRect(box, 3, 3)
        painter.fillPath(outline, ground)
        painter.save()
        painter.setClipPath(outline)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # no seams
        wide = box.width() / len(bar.lanes)
        for place, lane in enumerate(bar.lanes):
            self._paint_lane(painter, lane, box.left() + place * wide, wide, box)
        painter.restore()
        painter.setPen(QPen(QColor(self.theme.node_border), 1))
        painter.drawPath(outline)
        if bar.sign:
            self._paint_sign(
                painter, bar.sign, QPointF(box.left() - 2 * GRID, box.center().y())
            )

    def _paint_lane(
        self, painter: QPainter, lane: Lane, left: float, wide: float, box: QRectF
    ) -> None:
        high = box.height() / len(lane.colours)
        for place, colour in enumerate(lane.colours):
            fill = QColor(self.hues[colour % len(self.hues)])
            fill.setAlphaF(lane.strength)
            top = box.top() + place * high
            painter.fillRect(QRectF(left, top, wide + 0.5, high + 0.5), fill)

    def _paint_sign(self, painter: QPainter, sign: str, at: QPointF) -> None:
        painter.setPen(QPen(QColor(self.theme.muted), 1.2))
        painter.setBrush(QColor(self.theme.base))
        painter.drawEllipse(at, GRID, GRID)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(self.font)
        painter.setPen(QColor(self.theme.text))
        around = QRectF(at.x() - GRID, at.y() - GRID - 0.5, 2 * GRID, 2 * GRID)
        painter.drawText(around, Qt.AlignmentFlag.AlignCenter, sign)

    def _paint_words(self, painter: QPainter, bar: Bar) -> None:
        box = self._box(bar)
        more, shape = self._lines(bar)
        middle = self._middle(self.place.columns[bar.id])
        left = middle + WIDEST / 2 + BESIDE
        lines = [line for line in (more, shape) if line]
        top = box.center().y() - (16 + 14 * len(lines)) / 2
        for place, line in enumerate([bar.words[0], *lines]):
            painter.setFont(self.small if place else self.font)
            painter.setPen(QColor(self.theme.muted if place else self.theme.text))
            high = 14 if place else 16
            painter.drawText(
                QRectF(left, top, self._width(bar) + GRID, high),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                line,
            )
            top += high

    def _paint_link(self, painter: QPainter, link: Link) -> None:
        source = self._box(self.picture.bars[link.source])
        target = self._box(self.picture.bars[link.target])
        painter.setPen(Qt.PenStyle.NoPen)
        for strand in link.strands:
            fill = self._blend(strand.colours)
            fill.setAlphaF((0.22 if strand.mixes else 0.55) * strand.strength)
            painter.fillPath(self._ribbon(link, strand, source, target), fill)

    def _ribbon(
        self, link: Link, strand: Strand, source: QRectF, target: QRectF
    ) -> QPainterPath:
        """A band from bar to bar: through its branch's column, or around the main path."""
        stations = [
            (source.bottom(), *_across(strand.source, source, strand.mixes)),
            (target.top(), *_across(strand.target, target, strand.mixes)),
        ]
        skip = self.place.skips.get((link.source, link.target))
        far = self.place.rows[link.target] - self.place.rows[link.source] > 1
        if skip:
            lane = QRectF(
                MARGIN + (len(self.place.skips) - skip) * (SKIP + GRID), 0, SKIP, 0
            )
            around = _across(strand.source, lane, True)
            stations[1:1] = [
                (source.bottom() + GAP * 0.75, *around),
                (target.top() - GAP * 0.75, *around),
            ]
        elif far and self.place.columns[link.source]:
            stations.insert(1, (target.top() - GAP, *stations[0][1:]))
        elif far:
            stations.insert(1, (source.bottom() + GAP, *stations[1][1:]))
        return _band(stations)

    def _blend(self, colours: Sequence[int]) -> QColor:
        found = [self.hues[colour % len(self.hues)] for colour in colours]
        count = max(1, len(found))
        return QColor(
            sum(c.red() for c in found) // count,
            sum(c.green() for c in found) // count,
            sum(c.blue() for c in found) // count,
        )


def _across(
    span: tuple[float, float], box: QRectF, touching: bool
) -> tuple[float, float]:
    """The ends of a span of a box; strands that do not mix have a gap between them."""
    left, right = (box.left() + end * box.width() for end in span)
    room = 0.0 if touching else ROOM * (right - left)
    return left + room, right - room


def _band(stations: Sequence[tuple[float, float, float]]) -> QPainterPath:
    """A band down the left ends and up the right ones, vertical at every station."""
    path = QPainterPath()
    down = [QPointF(left, y) for y, left, _ in stations]
    up = [QPointF(right, y) for y, _, right in reversed(stations)]
    path.moveTo(down[0])
    _through(path, down)
    path.lineTo(up[0])
    _through(path, up)
    path.closeSubpath()
    return path


def _through(path: QPainterPath, points: Sequence[QPointF]) -> None:
    for a, b in itertools.pairwise(points):
        middle = (a.y() + b.y()) / 2
        path.cubicTo(QPointF(a.x(), middle), QPointF(b.x(), middle), b)

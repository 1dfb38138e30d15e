"""Paints a card: the drawing at the left, title, source and figures at the right."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from designer.app.dialogs.gallery import miniature
from designer.app.dialogs.gallery.card import Card
from designer.app.dialogs.gallery.entries import NONE, number, origin, percent
from designer.app.text.translation import told, tr
from designer.canvas.values.theme import (
    BODY_PX,
    GRID,
    RADIUS,
    SMALL_PX,
    TITLE_PX,
    Theme,
)

Index = QModelIndex | QPersistentModelIndex
GAP = 2 * GRID
CARD = QSize(33 * GRID, 21 * GRID)  # the least; cards share the width there is
DRAWING = 8 * GRID, 18 * GRID  # its minimum and maximum width
TABLE = 26 * GRID  # as wide as the figures ever need
PADDING = 1.5 * GRID
LINE = 2.5 * GRID
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
WRAPPED = (
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
)
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CardPainter(QStyledItemDelegate):
    """Draws the cards of a list in a theme."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        assert isinstance(view, QListView)
        return view.gridSize()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        card: Card = index.data(Qt.ItemDataRole.UserRole)
        state = option.state
        box = QRectF(option.rect).adjusted(1, 1, -GAP, -GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, box, state)
        inner = box.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        painter.setFont(_font(painter.font(), SMALL_PX))
        least, greatest = DRAWING
        drawing = min(max(inner.width() - GRID - TABLE, least), greatest)
        if card.drawing is not None:
            rows = card.count.rows if card.count else {}
            place = QRectF(inner)
            place.setWidth(drawing)
            miniature.paint(painter, place, card.drawing, self.theme, rows)
        self._words(painter, inner.adjusted(drawing + GRID, 0, 0, 0), card)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        theme = self.theme
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        rim = theme.accent if chosen else theme.muted if hovered else theme.node_border
        painter.setPen(QPen(QColor(rim), 2 if chosen else 1))
        painter.setBrush(QColor(theme.node))
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _words(self, painter: QPainter, box: QRectF, card: Card) -> None:
        theme, base = self.theme, painter.font()
        strong = _font(base, TITLE_PX, bold=True)
        title = _Wrapped(told(card.template.title), strong, box.width())
        painter.setFont(strong)
        painter.setPen(QColor(theme.text))
        painter.drawText(QRectF(box.topLeft(), title.size), WRAPPED, title.text)
        line = QRectF(box.left(), box.top() + title.size.height(), box.width(), LINE)
        small = _font(base, SMALL_PX)
        _text(painter, line, origin(card.template), small, theme.muted)
        line.moveTop(box.bottom() - 4 * LINE)
        table = min(line.width(), TABLE)
        columns = (table * 0.28, table * 0.36, table * 0.36)
        ours, theirs = card.count, card.published
        waiting = "…" if ours is None else NONE
        rows = (
            ("", tr("counted"), tr("published")),
            (
                tr("params"),
                number(ours.params) if ours else waiting,
                number(theirs.params if theirs else None),
            ),
            (
                tr("MACs"),
                number(ours.macs) if ours else waiting,
                number(theirs.macs if theirs else None),
            ),
            (tr("top-1"), "", percent(theirs.top1 if theirs else None)),
        )
        body = _font(base, BODY_PX)
        figure = _font(base, BODY_PX, bold=True)
        for place, row in enumerate(rows):
            fonts = (small,) * 3 if place == 0 else (small, figure, body)
            inks = (theme.muted, theme.muted if place == 0 else theme.text, theme.muted)
            left = line.left()
            for column, (text, font, ink) in enumerate(
                zip(row, fonts, inks, strict=True)
            ):
                cell = QRectF(left, line.top(), columns[column], LINE)
                _text(painter, cell, text, font, ink, RIGHT if column else LEFT)
                left += columns[column]
            line.translate(0, LINE)


class _Wrapped:
    """A title wrapped to two lines at most, and its height."""

    def __init__(self, text: str, font: QFont, width: float) -> None:
        metrics = QFontMetricsF(font)
        two = metrics.lineSpacing() * 2
        box = QRectF(0, 0, width, 10 * two)
        while metrics.boundingRect(box, WRAPPED, text).height() > two + 1:
            text = text.rstrip("…").rsplit(" ", 1)[0] + "…"
        high = metrics.boundingRect(box, WRAPPED, text).height()
        self.text, self.size = text, QSizeF(width, high)


def _text(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    ink: str,
    side: Qt.AlignmentFlag = LEFT,
) -> None:
    """One line, cut off with an ellipsis where there is no room."""
    if not text:
        return
    painter.setFont(font)
    painter.setPen(QColor(ink))
    cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, side, cut)


def _font(base: QFont, pixels: int, *, bold: bool = False) -> QFont:
    font = QFont(base)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font

"""A delegate for rows with a second, muted text at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from designer.canvas.values.theme import GRID

DETAIL = Qt.ItemDataRole.UserRole + 2


class TwoSidedDelegate(QStyledItemDelegate):
    """Paints the text of the role DETAIL at the right edge, and elides the text at the left to fit."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        detail = index.data(DETAIL)
        if not detail:
            super().paint(painter, option, index)
            return
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        width = option.fontMetrics.horizontalAdvance(detail) + 2 * GRID
        icon = row.decorationSize.width() + GRID if not row.icon.isNull() else 0
        room = option.rect.width() - width - icon - 2 * GRID
        row.text = option.fontMetrics.elidedText(
            row.text, Qt.TextElideMode.ElideRight, room
        )
        style = option.widget.style()
        style.drawControl(
            QStyle.ControlElement.CE_ItemViewItem, row, painter, option.widget
        )
        chosen = option.state & QStyle.StateFlag.State_Selected
        role = (
            QPalette.ColorRole.HighlightedText
            if chosen
            else QPalette.ColorRole.PlaceholderText
        )
        painter.save()
        painter.setPen(option.palette.color(QPalette.ColorGroup.Active, role))
        box = QRect(option.rect).adjusted(0, 0, -GRID, 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, right, detail)
        painter.restore()

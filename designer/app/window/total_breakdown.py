"""The breakdown of a total: the rows with the largest shares; a click selects one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from designer.analysis.measures import Measure
from designer.app.text.translation import tr
from designer.app.widgets.labels import plain
from designer.app.window.totals import Origin
from designer.canvas.values.theme import GRID, Theme

WIDTH = 44 * GRID
ROW = 4 * GRID
ORIGIN = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class Origins(QFrame):
    """A list above the bar; `chosen` carries the node of a row."""

    chosen = Signal(str)

    def __init__(
        self,
        measure: Measure[int],
        origins: Sequence[Origin],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("where {name} comes from").format(name=measure.name))
        title = plain(tr(measure.name), "title")
        self.list = QListWidget()
        self.list.setAccessibleName(tr("origins"))
        self.list.setItemDelegate(_Shares(theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for origin in origins:
            item = QListWidgetItem(origin.name)
            item.setData(ORIGIN, origin)
            spoken = f"{origin.name}: {origin.text}, {origin.percent}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.list.addItem(item)
        self.list.setFixedHeight(ROW * max(len(origins), 1) + 4)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(title)
        column.addWidget(plain(tr(measure.origins), "small"))
        if origins:
            column.addWidget(self.list)
            self.list.setCurrentRow(0)
            self.setFocusProxy(self.list)
        else:
            column.addWidget(plain(tr("Nothing yet"), "muted"))
        self.setFixedWidth(WIDTH)

    def open_over(self, anchor: QWidget) -> None:
        """Open above a figure, inside its window."""
        self.adjustSize()
        window = anchor.window()
        corner = anchor.mapToGlobal(QPoint(0, 0))
        right = window.mapToGlobal(QPoint(window.width(), 0)).x()
        x = max(min(corner.x(), right - self.width() - GRID), 0)
        self.move(x, max(corner.y() - self.height() - 4, 0))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        origin = item.data(ORIGIN)
        self.close()
        self.chosen.emit(origin.node)


class _Shares(QStyledItemDelegate):
    """Draws a row: its name, its figure, its share as a bar and a number."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDTH - 2 * GRID, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        origin: Origin = index.data(ORIGIN)
        plain_option = QStyleOptionViewItem(option)
        self.initStyleOption(plain_option, index)
        plain_option.text = ""
        style = plain_option.widget.style()
        style.drawControl(
            style.ControlElement.CE_ItemViewItem,
            plain_option,
            painter,
            plain_option.widget,
        )
        theme, box = self._theme, option.rect.adjusted(GRID, 0, -GRID, 0)
        chosen = option.state & style.StateFlag.State_Selected
        text = QColor(theme.on_selection if chosen else theme.text)
        painter.save()
        percent, figure = 6 * GRID, 10 * GRID
        bar = QRect(box.left(), box.bottom() - 5, box.width(), 3)
        painter.fillRect(bar, QColor(theme.bar))
        full = QRect(bar.topLeft(), QSize(round(bar.width() * origin.share), 3))
        painter.fillRect(full, QColor(theme.accent))
        line = box.adjusted(0, 0, 0, -5)
        side = Qt.AlignmentFlag.AlignVCenter
        name = line.adjusted(0, 0, -percent - figure, 0)
        painter.setPen(text)
        metrics = option.fontMetrics
        shown = metrics.elidedText(
            origin.name, Qt.TextElideMode.ElideMiddle, name.width() - GRID
        )
        painter.drawText(name, side, shown)
        number = line.adjusted(0, 0, -percent, 0)
        painter.drawText(number, side | Qt.AlignmentFlag.AlignRight, origin.text)
        painter.setPen(text if chosen else QColor(theme.muted))
        painter.drawText(line, side | Qt.AlignmentFlag.AlignRight, origin.percent)
        painter.restore()

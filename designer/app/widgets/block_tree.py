"""The search line and the tree of a list of blocks, from which blocks are dragged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
)

from designer.app.text.translation import tr
from designer.canvas.scene import BLOCK_MIME
from designer.canvas.values.theme import GRID

BLOCK_ID = Qt.ItemDataRole.UserRole
SECTION = Qt.ItemDataRole.UserRole + 1
STAR_WIDTH = 3 * GRID


class SearchLine(QLineEdit):
    """A line above a list: Up and Down move in the list, Enter chooses its current row.

    Esc empties the line first; in a popup it goes to the popup, which closes.
    """

    moved = Signal(int)
    taken = Signal(bool)  # whether Ctrl was held: then one more may follow

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self.taken.emit(bool(ctrl))
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if steps:
            self.moved.emit(steps)
        elif event.key() == Qt.Key.Key_Escape and self.text() and not self._pops():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _pops(self) -> bool:
        return self.window().windowType() is Qt.WindowType.Popup


class BlockTree(QTreeWidget):
    """Blocks below collapsible headings; a drag carries the id of a block."""

    starred = Signal(str)  # block id
    section_clicked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("blocks"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(STAR_WIDTH)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, STAR_WIDTH)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setIconSize(QSize(18, 18))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        # A selection covers the name of a row, not the star next to it.
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if item.data(0, SECTION):
            self.section_clicked.emit(item.data(0, SECTION))
        elif self.columnAt(round(event.position().x())) == 1 and item.data(0, BLOCK_ID):
            self.starred.emit(item.data(0, BLOCK_ID))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        section = item.data(0, SECTION) if item else None
        if section and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            self.section_clicked.emit(section)
        elif (
            item
            and event.key() == Qt.Key.Key_Asterisk
            and (id := item.data(0, BLOCK_ID))
        ):
            self.starred.emit(id)
        else:
            super().keyPressEvent(event)

    def mimeTypes(self) -> list[str]:
        return [BLOCK_MIME]

    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:
        data = QMimeData()
        block = items[0].data(0, BLOCK_ID) if items else None
        if block:
            data.setData(BLOCK_MIME, block.encode())
        return data

    def startDrag(self, actions: Qt.DropAction) -> None:
        item = self.currentItem()
        if item is None or not item.data(0, BLOCK_ID):
            return
        drag = QDrag(self)
        drag.setMimeData(self.mimeData([item]))
        # The canvas draws the node itself at the cursor; elsewhere the cursor says enough.
        nothing = QPixmap(1, 1)
        nothing.fill(Qt.GlobalColor.transparent)
        drag.setPixmap(nothing)
        drag.setHotSpot(QPoint(0, 0))
        drag.exec(Qt.DropAction.CopyAction)

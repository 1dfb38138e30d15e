"""The palette: every block, by category, with search. Drag one onto the canvas, or press Enter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFont, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from blocks.definition import Block
from designer.app.commands.building import add_from_palette
from designer.app.finding import found
from designer.app.look import icon
from designer.app.panels import Panel
from designer.app.state import State
from designer.canvas.scene import BLOCK_MIME
from designer.canvas.theme import GRID, SMALL_PX, Theme, category_style

if TYPE_CHECKING:
    from designer.app.window import MainWindow

BLOCK_ID = Qt.ItemDataRole.UserRole


class Palette(QWidget):
    """Shows the blocks; asks for one by `block_chosen`."""

    block_chosen = Signal(str)

    def __init__(
        self, blocks: Mapping[str, Block], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._blocks, self._theme = blocks, theme
        self.search = SearchLine()
        self.search.setPlaceholderText("Search blocks")
        self.search.setAccessibleName("palette search")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.search.moved.connect(self._into_list)
        self.search.returnPressed.connect(self._choose_first)
        self.tree = BlockTree(blocks)
        self.tree.itemActivated.connect(self._activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, 0)
        column.setSpacing(GRID)
        column.addWidget(self.search)
        column.addWidget(self.tree)
        self.setFocusProxy(self.search)
        self._fill("")

    def show_state(self, state: State) -> None:
        """What there is to build with does not depend on the design."""

    def set_theme(self, theme: Theme) -> None:
        """Another look."""
        self._theme = theme
        self.tree.theme = theme
        self._fill(self.search.text())

    def _fill(self, text: str) -> None:
        """All blocks under their categories; while searching, those that fit, the closest first."""
        self.tree.clear()
        matches = found(self._blocks.values(), text)
        if text.strip():
            self.tree.addTopLevelItems(list(map(self._item, matches)))
            if matches:
                self.tree.setCurrentItem(self.tree.topLevelItem(0))
            else:
                self._nothing(text)
            return
        for category, blocks in _by_category(matches).items():
            section = QTreeWidgetItem([category])
            section.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = QFont(self.tree.font())
            font.setPixelSize(SMALL_PX)
            font.setWeight(QFont.Weight.DemiBold)
            section.setFont(0, font)
            section.setForeground(0, self.palette().placeholderText())
            section.setSizeHint(0, QSize(0, 4 * GRID))
            section.setTextAlignment(0, Qt.AlignmentFlag.AlignBottom)
            section.setData(
                0, Qt.ItemDataRole.AccessibleTextRole, f"category: {category}"
            )
            self.tree.addTopLevelItem(section)
            section.addChildren(list(map(self._item, blocks)))
            section.setExpanded(True)

    def _item(self, block: Block) -> QTreeWidgetItem:
        style = category_style(block.category)
        item = QTreeWidgetItem([block.title])
        item.setIcon(
            0, icon(style.icon, self._theme, self._theme.categories[style.hue])
        )
        item.setData(0, BLOCK_ID, block.id)
        name = f"block: {block.title}"
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, name)
        item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, block.summary)
        source = f"\n{block.source}" if block.source else ""
        item.setToolTip(0, f"{block.title}\n{block.summary}{source}")
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
        )
        item.setSizeHint(0, QSize(0, 4 * GRID))
        return item

    def _nothing(self, text: str) -> None:
        item = QTreeWidgetItem([f"No block fits “{text.strip()}”"])
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.tree.addTopLevelItem(item)

    def _into_list(self, steps: int) -> None:
        """Down from the search goes into the list."""
        if steps > 0:
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)
            if self.tree.currentItem() is None:
                first = self.tree.topLevelItem(0)
                self.tree.setCurrentItem(
                    first.child(0) if first and first.childCount() else first
                )

    def _choose_first(self) -> None:
        matches = found(self._blocks.values(), self.search.text())
        if matches and self.search.text().strip():
            self.block_chosen.emit(matches[0].id)

    def _activated(self, item: QTreeWidgetItem) -> None:
        block = item.data(0, BLOCK_ID)
        if block:
            self.block_chosen.emit(block)


def _by_category(blocks: Iterable[Block]) -> dict[str, list[Block]]:
    sections: dict[str, list[Block]] = {}
    for block in blocks:
        sections.setdefault(block.category, []).append(block)
    return sections


class SearchLine(QLineEdit):
    """A line over a list: Up and Down are the list's."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if steps:
            self.moved.emit(steps)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class BlockTree(QTreeWidget):
    """The list; what is dragged out of it is a block's id."""

    theme: Theme | None = None

    def __init__(self, blocks: Mapping[str, Block]) -> None:
        super().__init__()
        self._blocks = blocks
        self.setAccessibleName("blocks")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setIconSize(QSize(18, 18))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def mimeTypes(self) -> list[str]:
        return [BLOCK_MIME]

    def mimeData(self, items: list[QTreeWidgetItem]) -> QMimeData:
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


def make(window: MainWindow) -> Palette:
    """A palette that adds to the window's design."""
    palette = Palette(window.controller.blocks, window.theme)
    palette.setMinimumWidth(26 * GRID)
    palette.block_chosen.connect(partial(add_from_palette, window))
    return palette


PANEL = Panel(
    "palette", "Blocks", "mdi6.shape-outline", "left", make, width=240, place=0
)

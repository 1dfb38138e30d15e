"""The palette: every block under its heading, with search. Drag one onto the canvas, or press Enter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QMenu, QTreeWidgetItem, QVBoxLayout, QWidget

from blocks.catalog import catalog
from blocks.definition import Block
from designer.analysis.catalog import design_blocks
from designer.app.block_choice.own_blocks import OwnBlocks
from designer.app.block_choice.search import distinct_titles
from designer.app.block_choice.sections import (
    FAVOURITES,
    RECENT,
    BlockSources,
    Entry,
    Section,
    takes_ports,
)
from designer.app.editor import own_blocks
from designer.app.panel import Panel
from designer.app.session.settings_store import SettingsStore
from designer.app.session.state import State
from designer.app.text.prose import about
from designer.app.text.translation import later, told, tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.block_tree import BLOCK_ID, SECTION, BlockTree, SearchLine
from designer.app.widgets.labels import tooltip
from designer.app.workbench import Workbench
from designer.canvas.values.theme import GRID, SMALL_PX, Theme, category_style
from designer.model.document import Definition


class Palette(QWidget):
    """Shows the blocks; `block_chosen` carries the chosen one.

    Args:
        settings_store: what is starred and folded.
        own_blocks: the user's, from a folder.
    """

    block_chosen = Signal(str)
    menu_wanted = Signal(object, QPoint)  # Entry, on screen

    def __init__(
        self,
        settings_store: SettingsStore,
        own_blocks: OwnBlocks,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._settings_store, self._theme = settings_store, theme
        self._own_blocks = own_blocks
        self._definitions: Mapping[str, Definition] = {}
        self._own: dict[str, Block] = {}
        self._sources = BlockSources(catalog(), {}, {})
        self._entries: dict[str, Entry] = {}
        self._titles: Mapping[str, str] = {}  # where no heading names the category
        self.search = SearchLine()
        self.search.setPlaceholderText(tr("Search blocks"))
        self.search.setAccessibleName(tr("palette search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._searched)
        self.search.moved.connect(self._into_list)
        self.search.taken.connect(self._choose_first)
        self.tree = BlockTree()
        self.tree.itemActivated.connect(self._activated)
        self.tree.starred.connect(self._star)
        self.tree.section_clicked.connect(self._fold)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._ask_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, 0)
        column.setSpacing(GRID)
        column.addWidget(self.search)
        column.addWidget(self.tree)
        self.setFocusProxy(self.search)
        settings_store.changed.connect(lambda: self._renew())
        own_blocks.changed.connect(self._renew)
        self._renew()

    def show_state(self, state: State) -> None:
        """Update the design's own blocks, and whether ports are offered."""
        definitions, ports = state.document.definitions, takes_ports(state.document)
        if definitions is not self._definitions or ports != self._sources.ports:
            self._definitions = definitions
            blocks = design_blocks(state.document)
            self._own = {id: blocks[id] for id in definitions}
            self._renew(ports)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self._fill()

    # What is in it

    def _renew(self, ports: bool | None = None) -> None:
        settings = self._settings_store.settings
        sources = BlockSources(
            catalog(),
            self._own,
            self._own_blocks.blocks,
            settings.favourites,
            settings.recent_blocks,
            self._sources.ports if ports is None else ports,
        )
        if sources != self._sources or not self._entries:
            self._sources = sources
            self._fill()

    def _searched(self) -> None:
        self._fill()
        self.tree.scrollToTop()

    def _fill(self) -> None:
        """Fill in all blocks in sections; during a search, those that match, the closest first."""
        tree, text = self.tree, self.search.text()
        seen = tree.verticalScrollBar().value()
        tree.clear()
        self._entries = self._sources.entries()
        self._titles = distinct_titles(e.block for e in self._entries.values())
        if not text.strip():
            for section in self._sources.sections():
                self._add_section(section)
            tree.verticalScrollBar().setValue(seen)
            return
        matches = self._sources.matches(text)
        items = [self._item(entry, self._titles) for entry in matches]
        tree.addTopLevelItems(items)
        if items:
            tree.setCurrentItem(items[0])
        else:
            item = QTreeWidgetItem(
                [tr("No block fits “{text}”").format(text=text.strip())]
            )
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            tree.addTopLevelItem(item)

    def _add_section(self, section: Section) -> None:
        title = told(section.title)
        folded = section.title in self._settings_store.settings.folded_sections
        head = QTreeWidgetItem([title])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        font = QFont(self.tree.font())
        font.setPixelSize(SMALL_PX)
        font.setWeight(QFont.Weight.DemiBold)
        head.setFont(0, font)
        head.setForeground(0, self.palette().placeholderText())
        head.setSizeHint(0, QSize(0, 4 * GRID))
        chevron = "mdi6.chevron-right" if folded else "mdi6.chevron-down"
        head.setIcon(1, icon(chevron, self._theme, self._theme.muted))
        head.setData(0, SECTION, section.title)
        spoken = tr("folded") if folded else tr("unfolded")
        head.setData(
            0,
            Qt.ItemDataRole.AccessibleTextRole,
            tr("category: {title}, {folded}").format(title=title, folded=spoken),
        )
        self.tree.addTopLevelItem(head)
        titles = self._titles if section.title in (FAVOURITES, RECENT) else {}
        head.addChildren([self._item(entry, titles) for entry in section.entries])
        head.setExpanded(not folded)

    def _item(self, entry: Entry, titles: Mapping[str, str]) -> QTreeWidgetItem:
        block, theme = entry.block, self._theme
        style = category_style(block.category)
        title = titles.get(block.id, told(block.title))
        summary = about(block, block.summary)
        item = QTreeWidgetItem([title])
        item.setIcon(0, icon(style.icon, theme, theme.categories[style.hue]))
        if entry.favourite:
            item.setIcon(1, icon("mdi6.star", theme, theme.warning))
        else:
            item.setIcon(1, icon("mdi6.star-outline", theme, theme.border))
        item.setData(0, BLOCK_ID, block.id)
        name = tr("block: {title}").format(title=title)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, name)
        item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, summary)
        star = tr("favourite") if entry.favourite else tr("no favourite")
        item.setData(1, Qt.ItemDataRole.AccessibleTextRole, star)
        source = f"\n{block.source}" if block.source else ""
        item.setToolTip(0, tooltip(f"{title}\n{summary}{source}"))
        item.setToolTip(
            1,
            tr("Take from the favourites (*)")
            if entry.favourite
            else tr("Add to the favourites (*)"),
        )
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
        )
        item.setSizeHint(0, QSize(0, 4 * GRID))
        return item

    # Keys and mouse

    def _into_list(self, steps: int) -> None:
        """Move from the search into the list."""
        if steps > 0:
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)
            if self.tree.currentItem() is None:
                top = self.tree.topLevelItem(0)
                first = (top.child(0) or top) if top else None
                if first is not None:
                    self.tree.setCurrentItem(first)

    def _choose_first(self) -> None:
        text = self.search.text()
        if text.strip():
            for entry in self._sources.matches(text)[:1]:
                self._choose(entry.block.id)

    def _activated(self, item: QTreeWidgetItem, column: int = 0) -> None:
        block = item.data(0, BLOCK_ID)
        if block and column == 0:
            self._choose(block)

    def _choose(self, block: str) -> None:
        self.block_chosen.emit(block)

    def _star(self, block: str) -> None:
        self._settings_store.toggle_favourite(block)

    def _fold(self, section: str) -> None:
        folded = self._settings_store.settings.folded_sections
        others = tuple(title for title in folded if title != section)
        self._settings_store.keep(
            folded_sections=others if section in folded else (*others, section)
        )
        self._fill()

    def _ask_menu(self, at: QPoint) -> None:
        item = self.tree.itemAt(at)
        entry = self._entries.get(item.data(0, BLOCK_ID)) if item else None
        if entry is not None:
            self.menu_wanted.emit(entry, self.tree.viewport().mapToGlobal(at))


def show_menu(workbench: Workbench, entry: Entry, at: QPoint) -> None:
    """Show the context menu of a block in the palette."""
    menu = QMenu(workbench.window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    block = entry.block.id

    def offer(text: str, name: str, run: Callable[[Workbench, str], object]) -> None:
        action = menu.addAction(icon(name, workbench.theme), text)
        action.triggered.connect(lambda: run(workbench, block))

    offer(tr("Add to the design"), "mdi6.plus", Workbench.place_block)
    if entry.kind == "design":
        offer(tr("Look inside"), "mdi6.arrow-expand-down", own_blocks.look_inside)
        offer(tr("Rename…"), "mdi6.rename-outline", own_blocks.rename)
        offer(tr("Save to my blocks"), "mdi6.bookmark-plus-outline", own_blocks.keep)
        menu.addSeparator()
        offer(tr("Remove from the design"), "mdi6.delete-outline", own_blocks.remove)
    elif entry.kind == "mine":
        menu.addSeparator()
        offer(tr("Remove from my blocks"), "mdi6.delete-outline", own_blocks.forget)
    menu.popup(at)


def make(workbench: Workbench) -> Palette:
    """Make the palette of the window's design."""
    palette = Palette(
        workbench.settings_store, workbench.controller.own_blocks, workbench.theme
    )
    palette.setMinimumWidth(26 * GRID)
    palette.block_chosen.connect(workbench.place_block)
    palette.menu_wanted.connect(partial(show_menu, workbench))
    return palette


PANEL = Panel(
    "palette", later("Blocks"), "mdi6.shape-outline", "left", make, width=272, place=0
)

"""The help window: contents and search at the left, pages at the right, back and forward."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QToolBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from designer.analysis.report import NodeReport
from designer.app.help import block_page as about_blocks
from designer.app.help.block_page import BLOCK
from designer.app.help.browser import Browser
from designer.app.help.channel_flow import Picture, picture
from designer.app.help.examples import example, inside
from designer.app.help.pages import START, Pages
from designer.app.session.state import State
from designer.app.text.languages import language_of
from designer.app.text.translation import tr
from designer.app.widgets.appearance import icon
from designer.app.workbench import Workbench
from designer.canvas.values.theme import GRID, Theme
from designer.model.edits import Refusal

ADDRESS = Qt.ItemDataRole.UserRole
SIZE = QSize(152 * GRID, 96 * GRID)
SHORT_MS = 120  # pages are searched after typing has paused


class HelpWindow(QDialog):
    """A window that stays open during work; one for each main window."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench.window)
        self.setWindowTitle(tr("Help"))
        self.setAccessibleName(tr("help"))
        self.resize(SIZE.boundedTo(workbench.window.screen().availableSize() * 0.9))
        self._workbench, self._theme = workbench, workbench.theme
        self._controller = workbench.controller
        self._language = language_of(workbench.settings_store.settings.language)
        self._pages = Pages(self._controller.blocks, self._language)
        self._visited: list[str] = []
        self._place = -1
        self._shown: tuple[str, NodeReport | None, str] | None = None
        self._make()
        self.set_theme(workbench.theme)
        self._fill()
        self._controller.changed.connect(self.show_state)

    @property
    def address(self) -> str:
        """The address of the current page."""
        return self._visited[self._place] if self._visited else START

    # Putting together

    def _make(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search the help"))
        self.search.setAccessibleName(tr("search the help"))
        self.search.setClearButtonEnabled(True)
        self._soon = QTimer(self, interval=SHORT_MS, singleShot=True)
        self._soon.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda: self._soon.start())
        self.search.returnPressed.connect(self._open_first)
        self.contents = QTreeWidget()
        self._sections: dict[str, tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = {}
        self.contents.setHeaderHidden(True)
        self.contents.setAccessibleName(tr("contents of the help"))
        self.contents.setIndentation(3 * GRID)
        self.contents.setRootIsDecorated(False)  # sections have their own icon
        self.contents.setStyleSheet("QTreeView { show-decoration-selected: 0; }")
        self.contents.itemExpanded.connect(self._mark)
        self.contents.itemCollapsed.connect(self._mark)
        self.contents.itemActivated.connect(self._activated)
        self.contents.itemClicked.connect(self._activated)
        self.contents.currentItemChanged.connect(self._walked)
        self.browser = Browser(self.picture_of, self._workbench.theme)
        self.browser.setAccessibleName(tr("page of the help"))
        self.browser.wanted.connect(self.open_page)

        bar = QToolBar()
        bar.setProperty("quiet", "true")
        self.back, self.forward, self.home = (
            self._action(text, keys, does)
            for text, keys, does in (
                (tr("Back"), "Alt+Left", lambda: self._go(-1)),
                (tr("Forward"), "Alt+Right", lambda: self._go(1)),
                (tr("Contents"), "Alt+Home", lambda: self.open_page(START)),
            )
        )
        bar.addActions([self.back, self.forward, self.home])
        find = QAction(tr("Search the help"), self)
        find.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        find.triggered.connect(self.search.setFocus)
        self.addAction(find)

        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(bar)
        row.addWidget(self.search, 1)
        column.addLayout(row)
        column.addWidget(self.contents, 1)
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        halves.addWidget(left)
        halves.addWidget(self.browser)
        halves.setStretchFactor(1, 1)
        halves.setSizes([38 * GRID, 110 * GRID])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.addWidget(halves)

    def _action(self, text: str, keys: str, does: object) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{text} ({native})")
        action.triggered.connect(does)
        self.addAction(action)
        return action

    def _fill(self) -> None:
        """The contents, in sections."""
        self.contents.clear()
        self._sections = {}
        for entry in self._pages.entries():
            if entry.section not in self._sections:
                section = QTreeWidgetItem([entry.section])
                section.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.contents.addTopLevelItem(section)
                section.setExpanded(not self._sections)
                self._mark(section)
                self._sections[entry.section] = section, []
            section, pages = self._sections[entry.section]
            page = QTreeWidgetItem(section, [entry.title])
            page.setData(0, ADDRESS, entry.address)
            pages.append(page)

    # Pages

    def open_page(self, address: str) -> None:
        """Show a page, and add it to the history; an unknown address shows the start."""
        address = address.partition("#")[0]
        if not self._pages.knows(address):
            address = START
        if address != self.address or not self._visited:
            del self._visited[self._place + 1 :]
            self._visited.append(address)
            self._place = len(self._visited) - 1
        self._show()

    def _go(self, step: int) -> None:
        if 0 <= self._place + step < len(self._visited):
            self._place += step
            self._show()

    def _show(self) -> None:
        address = self.address
        self._shown = self._wanted()
        self.browser.show_page(self._markdown())
        self.back.setEnabled(self._place > 0)
        self.forward.setEnabled(self._place < len(self._visited) - 1)
        for item in self._items():
            if item.data(0, ADDRESS) == address:
                self.contents.setCurrentItem(item)
                self.contents.scrollToItem(item)

    def _markdown(self) -> str:
        if not self.address.startswith(BLOCK):
            return self._pages.markdown(self.address)
        block = self._pages.blocks[self.address.removeprefix(BLOCK)]
        _, report, name = self._wanted()
        return about_blocks.page(block, report or example(block), name)

    def _wanted(self) -> tuple[str, NodeReport | None, str]:
        """The page, and the row of the design that it is about: the selected one, if it is of that block."""
        state = self._controller.state
        if self.address.startswith(BLOCK) and len(state.selection) == 1:
            node = state.document.nodes[state.selection[0]]
            if node.block == self.address.removeprefix(BLOCK):
                return self.address, state.analysis.nodes[node.id], node.name
        return self.address, None, ""

    def picture_of(self, id: str) -> Picture | None:
        """What a block does to channels, in the row that the page is about, or in an example."""
        block = self._pages.blocks.get(id)
        if block is None:
            return None
        address, report, _ = self._wanted()
        if report is None or report.state != "ok" or address != f"{BLOCK}{id}":
            report = example(block)
        try:
            return picture(inside(block, report))
        except Refusal:
            return None

    def show_state(self, state: State) -> None:
        """Follow the design: figures and pictures of a row are live."""
        if not self.isVisible():
            return
        if self._controller.blocks is not self._pages.blocks:
            self._pages = Pages(self._controller.blocks, self._language)
            self._fill()
            if not self._pages.knows(self.address):
                self.open_page(START)
        if self._wanted() != self._shown:
            place = self.browser.verticalScrollBar().value()
            self._show()
            self.browser.verticalScrollBar().setValue(place)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if (
            event.type() is QEvent.Type.PaletteChange
            and self._theme.dark != self._workbench.theme.dark
        ):
            self.set_theme(self._workbench.theme)

    def set_theme(self, theme: Theme) -> None:
        """Use a theme."""
        self._theme = theme
        for action, name in (
            (self.back, "mdi6.arrow-left"),
            (self.forward, "mdi6.arrow-right"),
            (self.home, "mdi6.home-outline"),
        ):
            action.setIcon(icon(name, theme))
        for section, _ in self._sections.values():
            self._mark(section)
        self.browser.set_theme(theme)
        if self._visited:
            self._show()

    # Contents and search

    def _items(self) -> list[QTreeWidgetItem]:
        return [page for _, pages in self._sections.values() for page in pages]

    def _filter(self) -> None:
        """Filter the contents by the typed words."""
        typed = self.search.text().strip()
        found = set(self._pages.found(typed)) if typed else None
        for item in self._items():
            item.setHidden(found is not None and item.data(0, ADDRESS) not in found)
        for place, (section, pages) in enumerate(self._sections.values()):
            section.setHidden(all(page.isHidden() for page in pages))
            section.setExpanded(bool(typed) or place == 0)

    def _open_first(self) -> None:
        """Enter in the search: the closest page."""
        self._soon.stop()
        self._filter()
        if found := self._pages.found(self.search.text().strip()):
            self.open_page(found[0])

    def _mark(self, section: QTreeWidgetItem) -> None:
        """A section's sign: open or closed."""
        name = "mdi6.chevron-down" if section.isExpanded() else "mdi6.chevron-right"
        section.setIcon(0, icon(name, self._theme))

    def _walked(self, item: QTreeWidgetItem | None) -> None:
        """Open the page that the arrow keys moved to."""
        address = item.data(0, ADDRESS) if item else None
        if address and address != self.address and self.contents.hasFocus():
            self.open_page(address)

    def _activated(self, item: QTreeWidgetItem) -> None:
        address = item.data(0, ADDRESS)
        if address is None:
            item.setExpanded(not item.isExpanded())
        else:
            self.open_page(address)

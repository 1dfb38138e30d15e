"""The popup that searches blocks at the cursor: Enter places the block, and wires it where a wire was dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from blocks.definition import Block
from designer.app.block_choice.search import distinct_titles, found
from designer.app.block_choice.sections import PORTS, takes_ports
from designer.app.session.controller import Controller
from designer.app.session.settings import RECENT_BLOCKS
from designer.app.session.settings_store import SettingsStore
from designer.app.text.prose import about
from designer.app.text.translation import told, tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.block_tree import BLOCK_ID, SearchLine
from designer.app.widgets.labels import plain, tooltip
from designer.app.widgets.two_sided_rows import DETAIL, TwoSidedDelegate
from designer.canvas.values.theme import GRID, Theme, category_style

WIDTH, HEIGHT = 44 * GRID, 44 * GRID
CTRL = Qt.KeyboardModifier.ControlModifier


class SearchPopup(QFrame):
    """A search popup; `ask` shows it and takes the callback for the chosen block.

    Args:
        settings_store: which blocks were placed last.
    """

    def __init__(
        self,
        controller: Controller,
        settings_store: SettingsStore,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self._controller, self.theme = controller, theme
        self._settings_store = settings_store
        self._fits: Sequence[Block] = ()
        self._then: Callable[[str], object] = lambda block: None
        self.line = SearchLine()
        self.line.setPlaceholderText(tr("Add a block"))
        self.line.setAccessibleName(tr("search blocks"))
        self.line.textChanged.connect(self._fill)
        self.line.moved.connect(self._move)
        self.line.taken.connect(self._take)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("blocks found"))
        self.list.setIconSize(QSize(18, 18))
        self.list.setItemDelegate(TwoSidedDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.line)
        column.addWidget(self.list)
        column.addWidget(
            plain(tr("Enter adds it, Ctrl+Enter stays for more, Esc closes"), "small")
        )
        self.setFocusProxy(self.line)
        self.resize(WIDTH, HEIGHT)

    def ask(
        self, at: QPoint, fits: Callable[[str], bool], then: Callable[[str], object]
    ) -> None:
        """Open at a point of the screen.

        Args:
            fits: which blocks, by id, can be chosen here.
            then: called with the chosen block's id.
        """
        hidden = frozenset() if takes_ports(self._controller.document) else PORTS
        self._fits = [
            block
            for id, block in self._controller.blocks.items()
            if id not in hidden and fits(id)
        ]
        self._then = then
        self.line.clear()
        self._fill("")
        screen = self.screen().availableGeometry()
        self.move(
            max(screen.left(), min(at.x(), screen.right() - self.width())),
            max(screen.top(), min(at.y(), screen.bottom() - self.height())),
        )
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self, text: str) -> None:
        self.list.clear()
        titles = distinct_titles(self._fits)
        matches = found(self._fits, text)
        for block in matches if text.strip() else self._recent_first(matches):
            style = category_style(block.category)
            sign = icon(style.icon, self.theme, self.theme.categories[style.hue])
            title = titles[block.id]
            item = QListWidgetItem(sign, title)
            item.setData(BLOCK_ID, block.id)
            item.setData(DETAIL, told(block.category))
            item.setToolTip(tooltip(about(block, block.summary)))
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                tr("block: {title}").format(title=title),
            )
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
        else:
            nothing = QListWidgetItem(
                tr("No block that fits here is called “{text}”").format(text=text)
            )
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)

    def _recent_first(self, blocks: Iterable[Block]) -> list[Block]:
        recent = self._settings_store.settings.recent_blocks
        ranks = {id: place for place, id in enumerate(recent)}
        return sorted(blocks, key=lambda block: ranks.get(block.id, RECENT_BLOCKS))

    def _move(self, steps: int) -> None:
        count = self.list.count()
        if count:
            self.list.setCurrentRow((self.list.currentRow() + steps) % count)

    def _clicked(self) -> None:
        self._take(bool(QGuiApplication.keyboardModifiers() & CTRL))

    def _take(self, more: bool) -> None:
        """Place the current block; with `more`, stay open."""
        item = self.list.currentItem()
        block = item.data(BLOCK_ID) if item else None
        if block is None:
            return
        if not more:
            self.hide()
        self._then(block)
        if more:  # placing a block returns the focus to the canvas
            self.line.setFocus(Qt.FocusReason.PopupFocusReason)
            self.line.selectAll()

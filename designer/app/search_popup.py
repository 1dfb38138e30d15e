"""The popup that finds a block at the cursor: type, Enter places it, wired where a wire was let go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from blocks.definition import Block
from designer.app.finding import found
from designer.app.look import icon
from designer.app.panels.palette import BLOCK_ID, SearchLine
from designer.canvas.theme import GRID, Theme, category_style

WIDTH, HEIGHT = 36 * GRID, 40 * GRID
RECENT = 6


class SearchPopup(QFrame):
    """Shown by `ask`, which says what is done with the chosen block."""

    def __init__(
        self, blocks: Mapping[str, Block], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self._blocks, self.theme = blocks, theme
        self._recent: list[str] = []
        self._fits: Sequence[Block] = ()
        self._then: Callable[[str], object] = lambda block: None
        self.line = SearchLine()
        self.line.setPlaceholderText("Add a block")
        self.line.setAccessibleName("search blocks")
        self.line.textChanged.connect(self._fill)
        self.line.moved.connect(self._move)
        self.line.returnPressed.connect(self._take)
        self.list = QListWidget()
        self.list.setAccessibleName("blocks found")
        self.list.setIconSize(QSize(18, 18))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.setFocusProxy(self.line)
        self.resize(WIDTH, HEIGHT)

    def ask(
        self, at: QPoint, fits: Callable[[str], bool], then: Callable[[str], object]
    ) -> None:
        """Open at a point of the screen.

        Args:
            fits: which blocks, by id, can be chosen here.
            then: what is done with the chosen block's id.
        """
        self._fits = [block for id, block in self._blocks.items() if fits(id)]
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
        matches = found(self._fits, text)
        for block in matches if text.strip() else self._recent_first(matches):
            style = category_style(block.category)
            sign = icon(style.icon, self.theme, self.theme.categories[style.hue])
            item = QListWidgetItem(sign, block.title)
            item.setData(BLOCK_ID, block.id)
            item.setToolTip(block.summary)
            name = f"block: {block.title}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)

    def _recent_first(self, blocks: Iterable[Block]) -> list[Block]:
        ranks = {id: place for place, id in enumerate(self._recent)}
        return sorted(blocks, key=lambda block: ranks.get(block.id, RECENT))

    def _move(self, steps: int) -> None:
        count = self.list.count()
        if count:
            self.list.setCurrentRow((self.list.currentRow() + steps) % count)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        block = item.data(BLOCK_ID)
        self._recent = [block, *(id for id in self._recent if id != block)][:RECENT]
        self.hide()
        self._then(block)

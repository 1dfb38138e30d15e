"""The wires into a port that takes many, in the order of the block's list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from designer.app.panels.inspector.content import Feed
from designer.app.text.translation import tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.labels import plain
from designer.canvas.values.theme import GRID, Theme
from designer.model.document import Edge

ROW = 28
CTRL = Qt.KeyboardModifier.ControlModifier


class Order(QListWidget):
    """A list whose rows are moved by Ctrl+Up and Ctrl+Down, or by a drag.

    Args:
        move: takes a row and the place that it goes to.
    """

    def __init__(self, move: Callable[[int, int], None]) -> None:
        super().__init__()
        self.move_row = move
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model().rowsMoved.connect(self._dragged)

    def step(self, by: int) -> None:
        """Move the current row."""
        place = self.currentRow()
        if place >= 0 and 0 <= place + by < self.count():
            self.move_row(place, place + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by and event.modifiers() & CTRL:
            self.step(by)
        else:
            super().keyPressEvent(event)

    def _dragged(
        self, parent: object, start: int, end: int, target: object, row: int
    ) -> None:
        place = row if row < start else row - 1
        # After the drop: the rows are made again.
        QTimer.singleShot(0, self, partial(self.move_row, start, place))


class Feeds(QWidget):
    """Shows the wires into a port, numbered, and requests another order.

    Args:
        called: what is ordered, for screen readers.
        order: takes a wire and its place.
    """

    def __init__(
        self, called: str, theme: Theme, order: Callable[[Edge, int], object]
    ) -> None:
        super().__init__()
        self._feeds: tuple[Feed, ...] = ()
        self._order = order
        self.list = Order(self._move)
        self.list.setAccessibleName(called)
        self.list.setToolTip(tr("Drag a row, or move it by Ctrl+Up and Ctrl+Down"))
        self.list.currentRowChanged.connect(self._enable)
        self._buttons: list[tuple[QToolButton, str]] = []
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID // 2)
        buttons.addWidget(plain(tr("Ctrl+Up, Ctrl+Down move a row"), "small"), 1)
        for sign, name, tip, by in (
            ("mdi6.arrow-up", tr("move the input up"), tr("Move up"), -1),
            ("mdi6.arrow-down", tr("move the input down"), tr("Move down"), 1),
        ):
            button = QToolButton()
            button.setAccessibleName(name)
            button.setToolTip(tip)
            button.clicked.connect(lambda _=False, by=by: self.list.step(by))
            buttons.addWidget(button)
            self._buttons.append((button, sign))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.list)
        column.addLayout(buttons)
        self.set_theme(theme)

    def show_feeds(self, feeds: Sequence[Feed], *, read_only: bool) -> None:
        """Push the difference; the current row follows its wire."""
        current = self.list.currentRow()
        edge = self._feeds[current].edge if 0 <= current < len(self._feeds) else None
        self._feeds = tuple(feeds)
        self.list.clear()
        self.list.addItems([f"{n}  {it.text}" for n, it in enumerate(feeds, 1)])
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(0, ROW))
        rows = [row for row, feed in enumerate(feeds) if feed.edge == edge]
        self.list.setCurrentRow(rows[0] if rows else 0)
        self.list.setFixedHeight(ROW * max(len(feeds), 1) + GRID)
        self.setEnabled(not read_only)
        self._enable()

    def set_theme(self, theme: Theme) -> None:
        """Icons are coloured when they are made."""
        for button, sign in self._buttons:
            button.setIcon(icon(sign, theme, theme.muted))

    def _enable(self) -> None:
        place, count = self.list.currentRow(), self.list.count()
        up, down = (button for button, _ in self._buttons)
        up.setEnabled(place > 0)
        down.setEnabled(0 <= place < count - 1)

    def _move(self, row: int, place: int) -> None:
        self.list.setCurrentRow(row)
        if row != place:
            self._order(self._feeds[row].edge, place)

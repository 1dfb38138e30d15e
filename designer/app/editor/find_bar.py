"""The find bar: finds nodes as you type, highlights them, and steps through them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from designer.app.editor.node_query import found
from designer.app.session.state import State
from designer.app.text.translation import tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.block_tree import SearchLine
from designer.app.widgets.labels import plain
from designer.app.workbench import Workbench
from designer.canvas.values.theme import GRID, Theme

LINE_WIDTH = 44 * GRID


class FindBar(QFrame):
    """A bar above the canvas, visible during a search."""

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workbench = workbench
        workbench.find_wanted.connect(self.ask)
        self._found: tuple[str, ...] = ()
        self._place = -1
        self.line = SearchLine()
        self.line.setAccessibleName(tr("find nodes"))
        self.line.setPlaceholderText(tr("A name, a block, groups=3, macs>10M, error"))
        self.line.setToolTip(
            tr(
                "Parameters and the figures params, macs, flops, repeat and channels take = != < <= > >="
            )
        )
        self.line.setMaximumWidth(LINE_WIDTH)
        self.line.textChanged.connect(self._search)
        self.line.moved.connect(self.walk)
        self.line.taken.connect(lambda: self.walk(1))
        self.line.installEventFilter(self)
        self.count = plain("", "muted")
        self.count.setAccessibleName(tr("found"))
        self._back = self._button("previous found", tr("Before (Shift+Enter)"))
        self._back.clicked.connect(lambda: self.walk(-1))
        self._next = self._button("next found", tr("Next (Enter)"))
        self._next.clicked.connect(lambda: self.walk(1))
        self._close = self._button("close find", tr("Close (Esc)"))
        self._close.clicked.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self.line, 1)
        row.addWidget(self._back)
        row.addWidget(self._next)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self._close)
        self.set_theme(workbench.theme)
        self.hide()

    def _button(self, name: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(tip)
        return button

    def ask(self) -> None:
        """Open with the last query."""
        self._workbench.canvas_wanted.emit()
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self._search()

    def leave(self) -> None:
        """Close, and return the focus to the canvas."""
        self.hide()
        self._workbench.scene.spotlight.off()
        self._workbench.view.setFocus()

    def show_state(self, state: State) -> None:
        """Search the changed design again."""
        if self.isVisible():
            ids = self._look(state)
            if ids != self._found:
                self._light(ids)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        for button, name in (
            (self._back, "mdi6.chevron-up"),
            (self._next, "mdi6.chevron-down"),
            (self._close, "mdi6.close"),
        ):
            button.setIcon(icon(name, theme, theme.muted))

    def walk(self, steps: int) -> None:
        """Go to the next node found, or to the previous one."""
        if self._found:
            self._place = (self._place + steps) % len(self._found)
            self._workbench.controller.reveal((self._found[self._place],))
            self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc closes, Shift+Enter goes to the previous node."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
            if shift and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.walk(-1)
                return True
        return super().eventFilter(watched, event)

    def _look(self, state: State) -> tuple[str, ...]:
        return found(
            state.document,
            state.analysis,
            self._workbench.controller.blocks,
            self.line.text(),
        )

    def _search(self) -> None:
        self._light(self._look(self._workbench.controller.state))

    def _light(self, ids: tuple[str, ...]) -> None:
        self._found, self._place = ids, -1
        light = self._workbench.scene.spotlight
        if ids:
            light.light(ids)
        else:
            light.off()
        self._tell()

    def _tell(self) -> None:
        total, typed = len(self._found), self.line.text().strip()
        if not total:
            self.count.setText(tr("nothing found") if typed else "")
        elif self._place < 0:
            self.count.setText(tr("{count} found").format(count=total))
        else:
            self.count.setText(
                tr("{place} of {count}").format(place=self._place + 1, count=total)
            )
        for button in (self._back, self._next):
            button.setEnabled(bool(total))

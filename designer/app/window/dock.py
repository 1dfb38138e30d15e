"""A dock with our own title bar: title, detail, and buttons."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QHBoxLayout,
    QToolButton,
    QWidget,
)

from designer.app.editor.canvas_return import leave_hidden, to_canvas
from designer.app.panel import Panel
from designer.app.session.state import State
from designer.app.text.translation import tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.labels import mark, plain
from designer.app.workbench import Workbench
from designer.canvas.values.theme import GRID, Theme

QWIDGETSIZE_MAX = 16_777_215  # Qt's own "no limit"
UNFOLDED = 8 * GRID


class Dock(QDockWidget):
    """Holds a panel at an edge of the window; it can be moved, floated and closed.

    At the bottom it folds away to its title instead of closing. Its panel is made when it is first seen, and is told
    the state only while it is seen.
    """

    folding = Signal(bool)

    def __init__(self, panel: Panel, workbench: Workbench, window: QWidget) -> None:
        super().__init__(tr(panel.title), window)
        self.setObjectName(f"dock {panel.id}")
        self.panel = panel
        self._theme, self._workbench = workbench.theme, workbench
        self._state: State | None = None  # what the panel has not been sent
        self._made: Any = None
        self._seen = False
        self._pressed: QPoint | None = None  # where a click on the title began
        self._folds, self._folded = panel.area == "bottom", False
        title = tr(panel.title)
        self.note = QToolButton()
        self.note.setAccessibleName(tr("{panel} summary").format(panel=title))
        self.note.setVisible(False)
        self.note.clicked.connect(self.toggle_fold)
        self.fold_button = QToolButton()
        self.fold_button.setAccessibleName(tr("fold {panel}").format(panel=title))
        self.fold_button.setVisible(self._folds)
        self.fold_button.clicked.connect(self.toggle_fold)
        self.close_button = QToolButton()
        self.close_button.setAccessibleName(tr("close {panel}").format(panel=title))
        self.close_button.setToolTip(tr("Close; the View menu brings it back"))
        self.close_button.clicked.connect(self.close)
        bar = QWidget()
        bar.setObjectName("dock_title")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 4, 4, 4)
        row.setSpacing(8)
        row.addWidget(plain(title))
        row.addWidget(self.note)
        row.addStretch(1)
        row.addWidget(self.fold_button)
        row.addWidget(self.close_button)
        self.setTitleBarWidget(bar)
        self.setWidget(QWidget())
        self.visibilityChanged.connect(self._see)
        self.set_theme(workbench.theme)

    # The panel

    def made(self) -> Any:
        """The panel, made on first use."""
        if self._made is None:
            place = self.widget()
            self._made = self.panel.make(self._workbench)
            counted = getattr(self._made, "counted", None)
            if counted is not None:
                counted.connect(self.say)
            self.setWidget(self._made)
            self._room()
            place.deleteLater()
        return self._made

    def show_state(self, state: State) -> None:
        """Send the state to the panel now, or when it is next visible."""
        self._state = state
        if self._seen:
            self._catch_up()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self.close_button.setIcon(icon("mdi6.close", theme, theme.muted))
        self._paint_fold()
        if self._made is not None:
            self._made.set_theme(theme)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # A panel that floats is a window of its own.
        return leave_hidden(self._workbench) or super().focusNextPrevChild(forward)

    def event(self, event: QEvent) -> bool:
        """Fold or unfold at a click on the title; a drag moves the dock."""
        if self._folds and isinstance(event, QMouseEvent):
            at = event.position().toPoint()
            if event.type() is QEvent.Type.MouseButtonPress:
                inside = self.titleBarWidget().geometry().contains(at)
                left = event.button() is Qt.MouseButton.LeftButton
                self._pressed = at if inside and left else None
            elif event.type() is QEvent.Type.MouseButtonRelease:
                pressed, self._pressed = self._pressed, None
                if pressed is not None and not self.isFloating():
                    moved = (at - pressed).manhattanLength()
                    if moved < QApplication.startDragDistance():
                        self.toggle_fold()
        return super().event(event)

    def _see(self, seen: bool) -> None:
        self._seen = seen
        if seen:
            self._catch_up()

    def _catch_up(self) -> None:
        panel, state = self.made(), self._state
        if state is not None:
            self._state = None
            panel.show_state(state)

    # Its size

    @property
    def folded(self) -> bool:
        return self._folded

    def toggle_fold(self) -> None:
        """Fold or unfold the panel."""
        self.folding.emit(not self._folded)

    def fold(self, folded: bool) -> None:
        """Fold the panel to its title, or unfold it."""
        focus = QApplication.focusWidget()
        if folded and focus is not None and self.isAncestorOf(focus):
            to_canvas(self._workbench)
        self._folded = folded
        self._room()
        self._paint_fold()

    def say(self, text: str, role: str) -> None:
        """A word next to the title."""
        self.note.setVisible(bool(text))
        self.note.setText(text)
        mark(self.note, "role", role)

    def _room(self) -> None:
        if self._folds:
            # Not hidden: a dock without a visible content gives up its width too.
            self.widget().setMaximumHeight(0 if self._folded else QWIDGETSIZE_MAX)
            least = max(UNFOLDED, self.widget().minimumSizeHint().height())
            self.widget().setMinimumHeight(0 if self._folded else least)

    def _paint_fold(self) -> None:
        name = "mdi6.chevron-up" if self._folded else "mdi6.chevron-down"
        self.fold_button.setIcon(icon(name, self._theme, self._theme.muted))
        self.fold_button.setToolTip(tr("Show") if self._folded else tr("Fold away"))

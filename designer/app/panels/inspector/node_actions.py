"""The buttons below a node's title that act on the whole node."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from designer.app.panels.inspector.possible_actions import NodeAction
from designer.app.session.state import as_sentence
from designer.app.text.translation import later, told, tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.labels import mark
from designer.canvas.values.theme import GRID, Theme

# By the id of the command that does it: text, icon, tooltip.
ACTIONS = {
    "edit_inside": (
        later("Edit inside"),
        "mdi6.arrow-expand-down",
        later("Look into the block; what is changed there reaches every use"),
    ),
    "enter": (
        later("Look inside"),
        "mdi6.arrow-expand-down",
        later("The layers that it is made of, with their shapes and costs"),
    ),
    "make_editable": (
        later("Make editable"),
        "mdi6.pencil-outline",
        later("Turn it into a block of this design that can be changed"),
    ),
    "unroll": (
        later("Unroll"),
        "mdi6.unfold-more-horizontal",
        later("Replace the row by single nodes"),
    ),
    "make_row": (
        later("Make one row"),
        "mdi6.unfold-less-horizontal",
        later("Make one row that repeats of this chain of equal nodes"),
    ),
}
_COMMANDS = {"edit_inside": "enter"}
ROW_ACTIONS = ("unroll", "make_row")
HEIGHT = 28


class ActionButtons(QWidget):
    """Shows buttons in fixed places; a disabled one shows the reason in its tooltip.

    Args:
        command: gives the window's command of an id.
    """

    def __init__(self, theme: Theme, command: Callable[[str], object]) -> None:
        super().__init__()
        self._command, self._theme = command, theme
        self._ids: tuple[str, ...] = ()
        self._buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        self._rows = QHBoxLayout(), QHBoxLayout()
        for row in self._rows:
            row.setSpacing(GRID)
            column.addLayout(row)

    def show_actions(self, shown: Sequence[NodeAction]) -> None:
        """Push the difference."""
        ids = tuple(action.id for action in shown)
        if ids != self._ids:
            self._arrange(ids)
        for action in shown:
            button = self._buttons[action.id]
            button.setEnabled(not action.refusal)
            tip = as_sentence(told(action.refusal)) or tr(ACTIONS[action.id][2])
            button.setToolTip(tip)

    def _arrange(self, ids: tuple[str, ...]) -> None:
        """Rows of two; actions on the row of copies are adjacent."""
        self._ids = ids
        for row in self._rows:
            while row.count():
                row.takeAt(0)
        for id, button in self._buttons.items():
            button.setVisible(id in ids)
        entries = [id for id in ids if id not in ROW_ACTIONS]
        for row, group in zip(self._rows, (entries, ROW_ACTIONS), strict=True):
            for id in group:
                row.addWidget(self._button(id), 1)

    def set_theme(self, theme: Theme) -> None:
        """Icons are coloured when they are made."""
        self._theme = theme
        for id, button in self._buttons.items():
            button.setIcon(icon(ACTIONS[id][1], theme, theme.muted))

    def _button(self, id: str) -> QPushButton:
        if id not in self._buttons:
            text, sign, _ = ACTIONS[id]
            button = QPushButton(
                icon(sign, self._theme, self._theme.muted), tr(text), self
            )
            mark(button, "action", True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFixedHeight(HEIGHT)  # before its page is laid out too
            button.setAccessibleName(tr(text).lower())
            button.clicked.connect(lambda: self._command(_COMMANDS.get(id, id)))
            self._buttons[id] = button
        self._buttons[id].show()
        return self._buttons[id]

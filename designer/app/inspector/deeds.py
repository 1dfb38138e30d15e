"""What can be done with a node as a whole, as buttons under its title."""

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

from designer.app.labels import mark
from designer.app.look import icon
from designer.app.translation import later, tr
from designer.canvas.theme import GRID, Theme

# By the id of the command that does it: text, icon, tooltip.
DEEDS = {
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
        later("Replace the row by the nodes that it stands for"),
    ),
    "make_row": (
        later("Make one row"),
        "mdi6.unfold-less-horizontal",
        later("Make one row that repeats of this chain of equal nodes"),
    ),
}
_COMMANDS = {"edit_inside": "enter"}
PER_ROW = 2
HEIGHT = 28


class Deeds(QWidget):
    """Shows the buttons of what can be done now; nothing, and no room taken, where there is nothing.

    Args:
        command: gives the window's command of an id.
    """

    def __init__(self, theme: Theme, command: Callable[[str], object]) -> None:
        super().__init__()
        self._command = command
        self._shown: tuple[str, ...] = ()
        self._buttons: dict[str, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        self._theme = theme
        self.hide()

    def show_deeds(self, shown: Sequence[str]) -> None:
        """Push the difference."""
        if tuple(shown) == self._shown:
            return
        self._shown = tuple(shown)
        while self._column.count():
            row = self._column.takeAt(0).layout()
            while row.count():
                row.takeAt(0)
        for id, button in self._buttons.items():
            button.setVisible(id in self._shown)
        for start in range(0, len(self._shown), PER_ROW):
            row = QHBoxLayout()
            row.setSpacing(GRID)
            for id in self._shown[start : start + PER_ROW]:
                row.addWidget(self._button(id))
            self._column.addLayout(row)
        self.setVisible(bool(self._shown))

    def set_theme(self, theme: Theme) -> None:
        """Icons are coloured when they are made."""
        self._theme = theme
        for id, button in self._buttons.items():
            button.setIcon(icon(DEEDS[id][1], theme, theme.muted))

    def _button(self, id: str) -> QPushButton:
        if id not in self._buttons:
            text, sign, tip = DEEDS[id]
            button = QPushButton(
                icon(sign, self._theme, self._theme.muted), tr(text), self
            )
            mark(button, "deed", True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFixedHeight(HEIGHT)  # before its page is laid out too
            button.setAccessibleName(tr(text).lower())
            button.setToolTip(tr(tip))
            button.clicked.connect(lambda: self._command(_COMMANDS.get(id, id)))
            self._buttons[id] = button
        self._buttons[id].show()
        return self._buttons[id]

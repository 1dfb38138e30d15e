"""The shortcuts window: every key and gesture, generated from the commands and gestures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from designer.app.command import in_groups, keys_text, menu_titles
from designer.app.text.translation import told, tr
from designer.app.widgets.block_tree import SearchLine
from designer.app.widgets.labels import plain
from designer.canvas.values.shortcut import Shortcut, gesture_shortcuts
from designer.canvas.values.theme import GRID

WIDTH, HEIGHT = 96 * GRID, 84 * GRID
KEYS_WIDTH = 30 * GRID

# Keys of fields in all panels.
FIELDS = (
    Shortcut(
        "Drag on a number",
        "Change it; Shift for fine steps, Ctrl for eights",
        "Numbers",
    ),
    Shortcut("Up, Down, wheel in a number", "Step; Ctrl by 8", "Numbers"),
    Shortcut("Esc in a drag", "Take the number or the slider back", "Numbers"),
    Shortcut("Right-click on a field", "Make its value a variable", "Numbers"),
    Shortcut(
        "= in a field",
        "An expression over the variables: =round_channels(32 * alpha)",
        "Numbers",
    ),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One key or gesture as shown."""

    keys: str
    does: str
    note: str = ""

    def fits(self, words: Sequence[str]) -> bool:
        """Whether it contains every typed word."""
        text = f"{self.keys} {self.does} {self.note}".casefold()
        return all(word in text for word in words)


def sections() -> Iterator[tuple[str, list[Line]]]:
    """All sections: gestures first, then the commands, menu by menu."""
    gestures: dict[str, list[Line]] = {}
    for shortcut in (*gesture_shortcuts(), *FIELDS):
        line = Line(tr(shortcut.keys), tr(shortcut.does), tr(shortcut.note))
        gestures.setdefault(shortcut.section, []).append(line)
    for title, lines in sorted(gestures.items()):
        yield tr(title), lines
    for menu in menu_titles():
        lines = [
            Line(" / ".join(keys_text(command)), tr(command.text).rstrip("…"))
            for _, found in in_groups(menu)
            for command in found
            if command.keys
        ]
        if lines:
            yield tr("Menu: {menu}").format(menu=tr(menu)), lines


class ShortcutsPage(QDialog):
    """A window that stays open during work, with a search."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard and mouse"))
        self.setAccessibleName(tr("keyboard and mouse"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = SearchLine()
        self.search.setPlaceholderText(tr("Find a key or what it does"))
        self.search.setAccessibleName(tr("search shortcuts"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName(tr("shortcuts"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self.search)
        column.addWidget(self._scroll)
        column.addWidget(buttons)
        room = parent.screen().availableSize() * 0.9
        self.resize(min(WIDTH, room.width()), min(HEIGHT, room.height()))
        self._sections = list(sections())
        self._fill("")
        self.search.setFocus()

    def _fill(self, text: str) -> None:
        words = text.casefold().split()
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, GRID, 0)
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnMinimumWidth(0, KEYS_WIDTH)
        grid.setColumnStretch(1, 1)
        row = 0
        for title, lines in self._sections:
            fitting = [line for line in lines if line.fits(words)]
            if not fitting:
                continue
            grid.setRowMinimumHeight(row, 2 * GRID if row else 0)
            grid.addWidget(plain(title.upper(), "section"), row + 1, 0, 1, 2)
            row += 2
            for line in fitting:
                row = self._add(grid, row, line)
        if not row:
            nothing = tr("No key or gesture fits “{text}”").format(text=text)
            grid.addWidget(plain(nothing, "muted"), 0, 0, 1, 2)
        grid.setRowStretch(row + 1, 1)
        self._scroll.setWidget(body)

    def _add(self, grid: QGridLayout, row: int, line: Line) -> int:
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(plain(line.keys, "figure", wrap=True), row, 0, top)
        grid.addWidget(plain(line.does, wrap=True), row, 1, top)
        if line.note:
            grid.addWidget(plain(told(line.note), "small", wrap=True), row + 1, 1, top)
            return row + 2
        return row + 1

"""The panel of the history: every step by name, and a click goes to it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from designer.app.panel import Panel
from designer.app.session.state import State
from designer.app.text.translation import later, told, tr
from designer.app.widgets.appearance import icon
from designer.app.workbench import Workbench
from designer.canvas.values.theme import GRID, Theme
from designer.model.history import History


@dataclass(frozen=True, slots=True)
class Moment:
    """A state of the design, by the step that led to it."""

    label: str
    saved: bool = False


@dataclass(frozen=True)
class Moments:
    """All states in order, and the current one."""

    all: tuple[Moment, ...] = ()
    now: int = 0


def moments(history: History, *, has_file: bool) -> Moments:
    """The steps of the history.

    Args:
        has_file: whether the design was saved to a file, or read from one.
    """
    coming = history.future[::-1]
    labels = [tr("Beginning"), *(told(step.label) for step in (*history.past, *coming))]
    documents = [
        *(step.document for step in history.past),
        history.present,
        *(step.document for step in coming),
    ]
    made = (
        Moment(label, has_file and document is history.saved)
        for label, document in zip(labels, documents, strict=True)
    )
    return Moments(tuple(made), len(history.past))


class Steps(QWidget):
    """Shows the history; `chosen` carries the number of steps to be done."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._moments = Moments()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("history"))
        self.list.setIconSize(QSize(16, 16))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        column.addWidget(self.list)

    def show_state(self, state: State) -> None:
        """Push the difference."""
        if state.history is not None:
            self._show(moments(state.history, has_file=state.path is not None))

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        for place in range(self.list.count()):
            self._paint(place)

    def _show(self, shown: Moments) -> None:
        old, self._moments = self._moments, shown
        if shown == old:
            return
        while self.list.count() > len(shown.all):
            self.list.takeItem(self.list.count() - 1)
        for place, moment in enumerate(shown.all):
            if place == self.list.count():
                self.list.addItem(QListWidgetItem())
            elif old.all[place] == moment and not _passed(place, old.now, shown.now):
                continue
            self._paint(place)
        self.list.setCurrentRow(shown.now)
        self.list.scrollToItem(self.list.item(shown.now))

    def _paint(self, place: int) -> None:
        moment, now = self._moments.all[place], self._moments.now
        item, theme = self.list.item(place), self._theme
        coming = place > now
        words = [moment.label]
        if moment.saved:
            words.append(tr("saved"))
        item.setText("  \N{MIDDLE DOT}  ".join(words))
        font = item.font()
        font.setBold(place == now)
        font.setItalic(coming)
        item.setFont(font)
        item.setForeground(QColor(theme.muted if coming else theme.text))
        sign = (
            "mdi6.content-save-outline"
            if moment.saved
            else "mdi6.circle-medium"
            if place == now
            else "mdi6.redo-variant"
            if coming
            else "mdi6.circle-small"
        )
        item.setIcon(icon(sign, theme, theme.accent if place == now else theme.muted))
        role = tr("now") if place == now else tr("undone") if coming else ""
        spoken = ", ".join(word for word in (*words, role) if word)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setToolTip("" if place == now else tr("Go to this step"))

    def _choose(self, item: QListWidgetItem) -> None:
        place = self.list.row(item)
        if place != self._moments.now:
            self.chosen.emit(place)


def _passed(place: int, before: int, now: int) -> bool:
    """Whether going from one step to another changes how a third is drawn."""
    return min(before, now) <= place <= max(before, now)


def make(workbench: Workbench) -> Steps:
    """Make the panel of the history of the window's design."""
    made = Steps(workbench.theme)
    made.chosen.connect(workbench.controller.jump)
    return made


PANEL = Panel(
    "history",
    later("History"),
    "mdi6.history",
    "right",
    make,
    width=336,
    place=40,
)

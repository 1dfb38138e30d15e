"""The list of the design's issues; Enter or a click goes to the node."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from designer.analysis.issues import Severity
from designer.app.fields.issue_cards import ICONS
from designer.app.panel import Panel
from designer.app.session.state import State, as_sentence
from designer.app.text.translation import counted, told, tr
from designer.app.widgets.appearance import icon
from designer.app.workbench import Workbench
from designer.canvas.values.theme import Theme


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of the list."""

    severity: Severity
    node: str | None
    name: str  # the node's, or the design's
    sentence: str
    parameter: str | None = None


def problems(state: State) -> tuple[Problem, ...]:
    """The lines of a state: errors first, otherwise in the order of the network."""
    nodes = state.document.nodes
    lines = [
        Problem(
            issue.severity,
            issue.node,
            node.name if (node := nodes.get(issue.node or "")) else tr("design"),
            as_sentence(told(issue.message)),
            issue.parameter,
        )
        for issue in state.analysis.issues
    ]
    return tuple(sorted(lines, key=lambda line: line.severity != "error"))


def count(lines: Sequence[Problem]) -> str:
    """The number of problems as text."""
    errors = sum(line.severity == "error" for line in lines)
    warnings = len(lines) - errors
    parts = []
    if errors:
        parts.append(counted(errors, tr("1 error"), tr("{count} errors")))
    if warnings:
        parts.append(counted(warnings, tr("1 warning"), tr("{count} warnings")))
    return ", ".join(parts) or tr("none")


class Problems(QWidget):
    """The list; `chosen` carries the node to go to."""

    chosen = Signal(str, str)  # node id, parameter or ""
    counted = Signal(str, str)  # count as text, severity

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._lines: tuple[Problem, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("problems"))
        self.list.setWordWrap(True)
        self.list.setIconSize(QSize(16, 16))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.addWidget(self.list)

    def show_state(self, state: State) -> None:
        """Push the difference."""
        lines = problems(state)
        if lines != self._lines or not self.list.count():
            self._fill(lines)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self._fill(self._lines)

    def _fill(self, lines: tuple[Problem, ...]) -> None:
        self._lines = lines
        theme = self._theme
        current = self.list.currentRow()
        self.list.clear()
        for line in lines:
            colour = theme.error if line.severity == "error" else theme.warning
            text = f"{line.name}: {line.sentence}"
            item = QListWidgetItem(icon(ICONS[line.severity], theme, colour), text)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{told(line.severity)}: {text}"
            )
            item.setToolTip(tr("Go to the block") if line.node else "")
            self.list.addItem(item)
        if not lines:
            item = QListWidgetItem(
                icon("mdi6.check-circle", theme, theme.success), tr("No problems")
            )
            item.setFlags(Qt.ItemFlag.NoItemFlags)  # nothing to choose
            self.list.addItem(item)
        elif current >= 0:
            self.list.setCurrentRow(min(current, len(lines) - 1))
        grave = any(line.severity == "error" for line in lines)
        role = "error" if grave else "warning" if lines else "muted"
        self.counted.emit(count(lines), role)

    def _go(self, item: QListWidgetItem) -> None:
        row = self.list.row(item)
        if row < len(self._lines) and self._lines[row].node:
            line = self._lines[row]
            self.chosen.emit(line.node, line.parameter or "")


def go_to(workbench: Workbench, node: str, parameter: str) -> None:
    """Go to a node, and to the field of a problem."""
    workbench.controller.reveal((node,))
    if parameter:
        workbench.show_panel("inspector").focus_field(parameter)


def make(workbench: Workbench) -> Problems:
    """Make the list, whose lines go to the window's nodes."""
    made = Problems(workbench.theme)
    made.chosen.connect(partial(go_to, workbench))
    return made


PANEL = Panel(
    "problems",
    "Problems",
    "mdi6.alert-circle-outline",
    "bottom",
    make,
    width=144,
    place=0,
)

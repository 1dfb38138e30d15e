"""The panel of variables, or of the entered block's parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from blocks.definition import Block
from designer.app.panel import Panel
from designer.app.panel_actions import PanelActions
from designer.app.panels.inspector.page import FieldArea
from designer.app.panels.variables.view import VariablesView
from designer.app.session.state import State
from designer.app.text.translation import later, tr
from designer.app.widgets.labels import plain
from designer.app.widgets.tab_stops import step
from designer.app.workbench import Workbench
from designer.canvas.values.theme import GRID, Theme


class Variables(QWidget):
    """Shows a state's variables, or a sentence where there are none."""

    def __init__(self, actions: PanelActions, blocks: Mapping[str, Block]) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.view = VariablesView(replace(actions), blocks)
        self.view.uses_clicked.connect(actions.reveal)
        self._whose = plain("", "small", wrap=True)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(2 * GRID, GRID, 12, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self._whose)
        column.addWidget(self.view)
        column.addStretch(1)
        scroll = FieldArea(body)
        scroll.setAccessibleName(tr("variables"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step(self, forward) or super().focusNextPrevChild(forward)

    def show_state(self, state: State) -> None:
        """Push the difference."""
        self.view.show_state(state)
        self._whose.setText(_whose(state))
        self._whose.setVisible(bool(self._whose.text()))

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self.view.set_theme(theme)


def _whose(state: State) -> str:
    if state.inside:
        return tr(
            "Parameters of the block {title}: each use sets its own; these are the defaults."
        ).format(title=state.document.name)
    if not state.document.variables:
        return tr(
            "A variable moves many numbers at once: add alpha, then write =round_channels(32 * alpha) in a field."
        )
    return ""


def make(workbench: Workbench) -> Variables:
    """Make the panel of the window's variables."""
    made = Variables(PanelActions.of(workbench), workbench.controller.blocks)
    made.setMinimumWidth(38 * GRID)
    return made


PANEL = Panel(
    "variables",
    later("Variables"),
    "mdi6.tune",
    "right",
    make,
    width=336,
    place=10,
)

"""Charts of the cost: by node and stage, cumulative, and memory over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from designer.analysis.catalog import design_blocks
from designer.app.fields.editors import Choice
from designer.app.panel import Panel
from designer.app.panels.charts.content import CHARTS, MEASURED, chart, measures
from designer.app.plotting.loading import Loading
from designer.app.session.state import State
from designer.app.text.translation import later, tr
from designer.app.widgets.labels import mark, plain
from designer.canvas.values.theme import GRID, Theme

if TYPE_CHECKING:
    from designer.app.panels.charts.plot import Plot
    from designer.app.workbench import Workbench

LEAST = 22 * GRID
PAUSE_MS = 120  # between drawings while a number is dragged


class Charts(QWidget):
    """Shows one chart at a time; `node_chosen` asks to go to a node."""

    node_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._state: State | None = None
        self.plot: Plot | None = None
        self.kind = Choice()
        self.kind.setAccessibleName(tr("kind of chart"))
        for id, title in CHARTS.items():
            self.kind.addItem(tr(title), id)
        self.measure = Choice()
        self.measure.setAccessibleName(tr("what the chart measures"))
        for id, measure in measures().items():
            self.measure.addItem(tr(measure.name), id)
        self._wait = plain(tr("Loading the chart…"), "muted")
        self._wait.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row = row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.kind)
        row.addWidget(self.measure)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, GRID, GRID, 0)
        self._column.setSpacing(GRID // 2)
        self._column.addLayout(row)
        self._column.addWidget(self._wait, 1)
        self.setFocusProxy(self.kind)
        self._loading = Loading(self._loaded, self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._draw)
        for choice in (self.kind, self.measure):
            choice.currentIndexChanged.connect(self._draw)

    def minimumSizeHint(self) -> QSize:
        """The minimum size, with room for the chart that is loaded later."""
        return super().minimumSizeHint().expandedTo(QSize(0, LEAST))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._loading.begin()

    def show_state(self, state: State) -> None:
        """Draw a newer state, coalesced: a drag produces many."""
        old, self._state = self._state, state
        same = old is not None and old.analysis is state.analysis
        if same and old is not None and old.selection == state.selection:
            return
        if not self._pause.isActive():
            self._pause.start()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        if self.plot is not None:
            self.plot.set_theme(theme)

    def _loaded(self) -> None:
        from designer.app.panels.charts.plot import Plot

        self.plot = Plot(self._theme)
        self.plot.chosen.connect(self.node_chosen)
        self._wait.hide()
        mark(self.plot.tools, "quiet", True)
        self.plot.tools.setFixedHeight(5 * GRID)
        self._row.insertWidget(self._row.count() - 1, self.plot.tools)
        self._column.addWidget(self.plot, 1)
        self._draw()

    def _draw(self) -> None:
        kind = self.kind.currentData()
        self.measure.setEnabled(kind in MEASURED)
        state = self._state
        if self.plot is None or state is None:
            return
        blocks = design_blocks(state.document)
        made = chart(state.analysis, blocks, kind, self.measure.currentData())
        self.plot.show_chart(made, state.selection)


def make(workbench: Workbench) -> Charts:
    """Make the panel, whose marks go to the window's nodes."""
    made = Charts(workbench.theme)
    made.node_chosen.connect(lambda node: workbench.controller.reveal((node,)))
    return made


PANEL = Panel(
    "charts",
    later("Charts"),
    "mdi6.chart-bar",
    "bottom",
    make,
    shown=False,
    width=280,
    place=30,
)

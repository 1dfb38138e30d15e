"""Every layer of the design in a table, with sorting, search, and copying as text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from designer.analysis.report import Analysis
from designer.app.panel import Panel
from designer.app.panels.layers.rows import Layer, as_csv, as_latex, as_markdown
from designer.app.panels.layers.table_model import LayerModel
from designer.app.session.state import State
from designer.app.text.translation import counted, later, tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.labels import plain
from designer.app.workbench import Workbench
from designer.canvas.values.theme import GRID, Theme

FORMATS: dict[str, Callable[[Iterable[Layer]], str]] = {
    later("Copy as CSV"): as_csv,
    later("Copy as Markdown"): as_markdown,
    later("Copy as LaTeX"): as_latex,
}


class Layers(QWidget):
    """The table.

    Signals:
        node_chosen: a layer of a node was clicked, or Enter pressed on it.
        copied: a sentence that says what is on the clipboard.
    """

    node_chosen = Signal(str)
    copied = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._analysis: Analysis | None = None
        self._selection: tuple[str, ...] = ()
        self.model = LayerModel(self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find layers by name, kind or node"))
        self.search.setAccessibleName(tr("find layers"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.model.search)
        self.found = plain("", "muted")
        self.found.setAccessibleName(tr("layers found"))
        self.copy = QToolButton()
        self.copy.setText(tr("Copy"))
        self.copy.setAccessibleName(tr("copy the table"))
        self.copy.setToolTip(tr("Copy the layers that are shown, in their order"))
        self.copy.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.copy.setMenu(QMenu(self.copy))
        for text, write in FORMATS.items():
            self.copy.menu().addAction(tr(text), partial(self._copy, write))
        self.table = self._make_table()
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.search, 1)
        row.addWidget(self.found)
        row.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID // 2)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self.table)
        self.setFocusProxy(self.search)
        self.model.modelReset.connect(self._tell)
        self.set_theme(theme)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(tr("layers"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)  # Tab leaves the table
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setCornerButtonEnabled(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(3 * GRID + GRID // 2)
        header = table.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.sortIndicatorChanged.connect(self.model.sort)
        for place, column in enumerate(self.model.columns):
            table.setColumnWidth(place, column.width * GRID)
        header.setStretchLastSection(True)
        table.clicked.connect(self._choose)
        table.activated.connect(self._choose)
        return table

    def show_state(self, state: State) -> None:
        """Push the difference."""
        if state.analysis is not self._analysis:
            self._analysis = state.analysis
            self.model.show_analysis(state.analysis)
        elif state.selection == self._selection:
            return
        self._selection = state.selection
        self._follow()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self.copy.setIcon(icon("mdi6.content-copy", theme))

    def _follow(self) -> None:
        """Scroll to the layers of the selected node, unless one of them is current."""
        row = self.table.currentIndex().row()
        if len(self._selection) != 1 or self.table.hasFocus():
            return
        if row >= 0 and self.model.layer(row).node == self._selection[0]:
            return
        first = self.model.first_of(self._selection[0])
        if first >= 0:
            self.table.selectRow(first)
            self.table.scrollTo(
                self.model.index(first, 0),
                QAbstractItemView.ScrollHint.PositionAtCenter,
            )

    def _tell(self) -> None:
        total, shown = self.model.total, self.model.rowCount()
        text = counted(total, tr("1 layer"), tr("{count} layers"))
        if shown != total:
            text = tr("{shown} of {layers}").format(shown=f"{shown:,}", layers=text)
        self.found.setText(text)

    def _choose(self, index: QModelIndex) -> None:
        self.node_chosen.emit(self.model.layer(index.row()).node)

    def _copy(self, write: Callable[[Iterable[Layer]], str]) -> None:
        self.model.when_known(partial(self._put, write))

    def _put(self, write: Callable[[Iterable[Layer]], str]) -> None:
        layers = self.model.layers()
        QGuiApplication.clipboard().setText(write(layers))
        many = counted(len(layers), tr("1 layer"), tr("{count} layers"))
        self.copied.emit(tr("Copied: {layers}.").format(layers=many))


def make(workbench: Workbench) -> Layers:
    """Make the table, whose rows go to the window's nodes."""
    made = Layers(workbench.theme)
    made.node_chosen.connect(lambda node: workbench.controller.reveal((node,)))
    made.copied.connect(lambda text: workbench.controller.say(text, "success"))
    return made


PANEL = Panel(
    "layers",
    later("Layers"),
    "mdi6.table",
    "bottom",
    make,
    shown=False,
    width=240,
    place=20,
)

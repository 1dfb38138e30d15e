"""The layers of a design as a Qt table model: visible rows are computed on demand, the others while idle."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from time import perf_counter

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from designer.analysis.report import Analysis, NodeReport
from designer.app.panels.layers.rows import Layer, columns, count, layers_of
from designer.app.text.translation import tr
from designer.model.document import Document

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
SLICE_S = 0.008  # of work between two events
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LayerModel(QAbstractTableModel):
    """Rows of layers, in the network's order or sorted, all or those that match a search."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns()
        self._analysis = Analysis(Document())
        self._nodes: list[str] = []
        self._ends: list[int] = []  # of each node's layers in the network's order
        self._known: dict[str, tuple[NodeReport, str, tuple[Layer, ...]]] = {}
        self._rows: list[int] | None = None  # what is shown; None for all as they come
        self._text = ""
        self._sorted: tuple[int, Qt.SortOrder] | None = None
        self._ahead: Iterator[str] = iter(())
        self._then: list[Callable[[], object]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)  # after all events
        self._timer.timeout.connect(self._work)

    # What it holds

    def show_analysis(self, analysis: Analysis) -> None:
        """Show the layers of an analysis; rows of unchanged nodes are kept."""
        self.beginResetModel()
        self._analysis = analysis
        self._nodes = [id for id in analysis.order if analysis.nodes[id].calls]
        counts = (count(analysis.nodes[id]) for id in self._nodes)
        self._ends = list(accumulate(counts))
        self._known = {id: self._known[id] for id in self._nodes if id in self._known}
        self._rows = None
        self.endResetModel()
        self._then.clear()
        self._ahead = iter(self._nodes)
        if self._text or self._sorted:
            self.when_known(self._choose)

    def search(self, text: str) -> None:
        """Show the layers whose node, name or kind contains every typed word."""
        self._text = text.casefold().strip()
        self.when_known(self._choose)

    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        """Sort by a column; below 0, in the network's order."""
        self._sorted = (column, order) if column >= 0 else None
        self.when_known(self._choose)

    def when_known(self, then: Callable[[], object]) -> None:
        """Call a function once all layers are computed: at once, or some slices later."""
        self._then.append(then)
        self._work()
        if self._then:
            self._timer.start()

    @property
    def total(self) -> int:
        """The number of all layers, hidden ones too."""
        return self._ends[-1] if self._ends else 0

    def layers(self) -> list[Layer]:
        """The layers that are shown, in their order."""
        return [self.layer(row) for row in range(self.rowCount())]

    def layer(self, row: int) -> Layer:
        """The layer of a row that is shown."""
        return self._layer(row if self._rows is None else self._rows[row])

    def first_of(self, node: str) -> int:
        """The first visible row of a node; -1 where there is none."""
        if node not in self._nodes:
            return -1
        place = self._nodes.index(node)
        start, end = (self._ends[place - 1] if place else 0), self._ends[place]
        if self._rows is None:
            return start
        rows = (row for row, at in enumerate(self._rows) if start <= at < end)
        return next(rows, -1)

    # Working out

    def _layer(self, place: int) -> Layer:
        at = bisect_right(self._ends, place)
        before = self._ends[at - 1] if at else 0
        return self._of(self._nodes[at])[place - before]

    def _of(self, id: str) -> tuple[Layer, ...]:
        report, name = self._analysis.nodes[id], self._analysis.document.nodes[id].name
        known = self._known.get(id)
        if known is None or known[0] is not report or known[1] != name:
            known = self._known[id] = report, name, layers_of(self._analysis, id)
        return known[2]

    def _work(self) -> None:
        end = perf_counter() + SLICE_S
        for id in self._ahead:
            self._of(id)
            if perf_counter() > end:
                return
        self._timer.stop()
        then, self._then = self._then, []
        for step in then:
            step()

    def _choose(self) -> None:
        """Update which rows are visible, and their order."""
        words = self._text.split()
        self.beginResetModel()
        rows = [
            place
            for place in range(self.total)
            if not words or _means(words, self._layer(place))
        ]
        if self._sorted is not None:
            column, order = self._sorted
            key = self.columns[column].key
            rows.sort(
                key=lambda place: key(self._layer(place)),
                reverse=order is Qt.SortOrder.DescendingOrder,
            )
        self._rows = rows
        self.endResetModel()

    # Qt's questions

    def rowCount(self, parent: Index = ROOT) -> int:
        if parent.isValid():
            return 0
        return self.total if self._rows is None else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(self.layer(index.row()))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.number else LEFT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = column.text(self.layer(index.row()))
            return f"{tr(column.title)}: {text}"
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(column.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr(column.tip) if column.tip else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.number else LEFT
        return None


def _means(words: list[str], layer: Layer) -> bool:
    said = f"{layer.node_name}\n{layer.name}\n{layer.kind}".casefold()
    return all(word in said for word in words)

"""One figure of the totals bar: name, number, change. A click shows its breakdown."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from designer.analysis.measures import Measure
from designer.app.text.translation import tr
from designer.app.widgets.labels import mark, plain
from designer.app.window.totals import Total
from designer.canvas.values.theme import GRID


class Figure(QPushButton):
    """Shows a `Total`."""

    def __init__(self, measure: Measure[int]) -> None:
        super().__init__()
        self.measure = measure
        name = measure.name
        mark(self, "figure", True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("where {name} comes from").format(name=name))
        self._name = plain(tr(name), "muted")
        self.number = plain("", "figure")
        self.number.setAccessibleName(tr("total: {name}").format(name=name))
        self.whole = plain("", "muted")
        self.whole.setAccessibleName(
            tr("total of the design: {name}").format(name=name)
        )
        self.change = plain("", "changed")
        self.change.setAccessibleName(tr("change: {name}").format(name=name))
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(GRID, 0, GRID, 0)
        row.setSpacing(4)
        for label in (self._name, self.number, self.whole, self.change):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(label)

    def show_total(self, total: Total) -> None:
        """Push the difference."""
        self.number.setText(total.text)
        self.number.setAccessibleDescription(total.exact)
        self.whole.setText(tr("of {number}").format(number=total.whole))
        self.whole.setVisible(bool(total.whole))
        self.change.setText(total.change)
        self.change.setVisible(bool(total.change))
        self.setToolTip(total.tooltip)
        self.number.setToolTip(total.tooltip)  # for those who read it there
        self.setAccessibleDescription(total.exact)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

"""The published variants of a template, one line each; a click applies the variant's options."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from designer.app.dialogs.gallery.entries import describe, number, percent
from designer.app.text.translation import later, tr
from templates import Published, Template

COLUMNS = later("Variant"), later("Params"), later("MACs"), later("Top-1")
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LINE = 30


class Variants(QTreeWidget):
    """Shows the published variants; `chosen` carries the options of one."""

    chosen = Signal(object)  # options

    def __init__(self) -> None:
        super().__init__()
        self._published: tuple[Published, ...] = ()
        self.setAccessibleName(tr("published variants"))
        self.setHeaderLabels([tr(column) for column in COLUMNS])
        self.setStyleSheet("Variants::item { padding: 5px 1px; }")  # four columns
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(COLUMNS)):
            self.headerItem().setTextAlignment(column, RIGHT)
        self.currentItemChanged.connect(self._choose)
        self.itemClicked.connect(self._choose)

    def show_template(self, template: Template) -> None:
        """Show the variants of a template."""
        self._published = template.published
        with QSignalBlocker(self):
            self.clear()
            for figure in template.published:
                self.addTopLevelItem(_item(figure))
        self.setFixedHeight(LINE * len(template.published) + self._header_height())
        self.setVisible(bool(template.published))

    def mark(self, figure: Published | None) -> None:
        """Mark the variant that is shown, if it is one of these."""
        with QSignalBlocker(self):
            place = -1 if figure is None else self._published.index(figure)
            self.setCurrentIndex(self.model().index(place, 0))

    def _header_height(self) -> int:
        return self.header().sizeHint().height() + 4

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            place = self.indexOfTopLevelItem(item)
            self.chosen.emit(self._published[place].options)


def _item(figure: Published) -> QTreeWidgetItem:
    name = describe(figure.options) or tr("default")
    texts = [name, number(figure.params), number(figure.macs), percent(figure.top1)]
    item = QTreeWidgetItem(texts)
    for column in range(len(texts)):
        item.setToolTip(column, f"{name}\n{figure.source}")
        if column:
            item.setTextAlignment(column, RIGHT)
    item.setData(
        0, Qt.ItemDataRole.AccessibleTextRole, tr("variant: {name}").format(name=name)
    )
    return item

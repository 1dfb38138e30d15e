"""The panel of templates: searched, compared by cost, opened by Enter or a double-click."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from designer.app.dialogs.gallery.entries import defaults, found, published_of, sample
from designer.app.panel import Panel
from designer.app.session.state import State
from designer.app.text import figures
from designer.app.text.prose import prose
from designer.app.text.translation import later, told, tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.block_tree import SearchLine
from designer.app.widgets.two_sided_rows import DETAIL, TwoSidedDelegate
from designer.app.workbench import Workbench
from designer.canvas.values.theme import GRID, Theme
from templates import Template, gallery

TEMPLATE = Qt.ItemDataRole.UserRole


class Templates(QWidget):
    """Lists all templates; `chosen` carries the id of the one to start from."""

    chosen = Signal(str)
    gallery_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.search = SearchLine()
        self.search.setPlaceholderText(tr("Search templates"))
        self.search.setAccessibleName(tr("template search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.search.moved.connect(self._move)
        self.search.taken.connect(self._take)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("all templates"))
        self.list.setIconSize(QSize(18, 18))
        self.list.setItemDelegate(TwoSidedDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._choose)
        self.more = QPushButton(tr("Gallery…"))
        self.more.setAccessibleName(tr("open the gallery"))
        self.more.setToolTip(tr("All templates as cards and as a chart"))
        self.more.clicked.connect(self.gallery_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.more)
        self.setFocusProxy(self.search)

    def show_state(self, state: State) -> None:
        """Do nothing: the templates do not depend on the design."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.list.count():  # rows are as high as the style sheet has them
            self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        if self.list.count():
            self._fill()

    def _fill(self) -> None:
        self.list.clear()
        sign = icon("mdi6.layers-triple-outline", self._theme, self._theme.accent)
        for template in found(gallery().values(), self.search.text()):
            item = QListWidgetItem(sign, told(template.title))
            item.setData(TEMPLATE, template.id)
            params = _params(template)
            said = (
                tr("{params} params as published").format(params=params)
                if params
                else ""
            )
            item.setData(DETAIL, params)
            about = (prose(template.description), said, template.source)
            item.setToolTip("\n".join(filter(None, about)))
            spoken = ", ".join(filter(None, (told(template.title), said)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _move(self, steps: int) -> None:
        count = self.list.count()
        if count:
            self.list.setCurrentRow((self.list.currentRow() + steps) % count)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(TEMPLATE))


def _params(template: Template) -> str:
    """The published number of parameters."""
    said = published_of(template, {**defaults(template), **sample(template)})
    if said is None or said.params is None:
        return ""
    return figures.short(said.params)


def make(workbench: Workbench) -> Templates:
    """Make the list of templates."""
    made = Templates(workbench.theme)
    made.setMinimumWidth(30 * GRID)
    made.chosen.connect(lambda id: workbench.open_template(id, {}))
    made.gallery_wanted.connect(lambda: workbench.give("gallery"))
    return made


PANEL = Panel(
    "templates",
    later("Templates"),
    "mdi6.view-grid-outline",
    "left",
    make,
    shown=False,
    width=240,
    place=20,
)

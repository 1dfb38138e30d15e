"""The gallery's window: search and order above, cards or the chart below, the chosen template at the right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from blocks.definition import Block
from designer.app.dialogs.gallery.cards import Cards
from designer.app.dialogs.gallery.chart_page import ChartPage
from designer.app.dialogs.gallery.details import Details
from designer.app.dialogs.gallery.entries import (
    ORDERS,
    Count,
    Options,
    found,
    ordered,
    sample,
)
from designer.app.dialogs.gallery.idle_work import IdleWork, count
from designer.app.dialogs.gallery.miniature import miniature
from designer.app.fields.editors import Choice
from designer.app.session.state import State
from designer.app.text.translation import counted, later, tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.block_tree import SearchLine
from designer.app.widgets.labels import plain
from designer.canvas.values.theme import GRID, Theme
from templates import Template

SIZE = QSize(160 * GRID, 100 * GRID)
VIEWS = (
    (later("Cards"), "mdi6.view-grid-outline", later("Each network as a card")),
    (later("Chart"), "mdi6.chart-scatter-plot", later("MACs against published top-1")),
)


class Gallery(QDialog):
    """A window of templates; `chosen` carries a template and its options.

    Args:
        blocks: what the small drawings take their colours from.
    """

    chosen = Signal(str, object)  # template id, options

    def __init__(
        self,
        templates: Mapping[str, Template],
        blocks: Mapping[str, Block],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New from template"))
        self.setAccessibleName(tr("gallery"))
        self.setModal(False)
        self._templates, self._blocks, self._theme = templates, blocks, theme
        self.idle_work = IdleWork(self)
        self.cards = Cards(theme)
        self.chart = ChartPage(templates, theme)
        self.details = Details(theme, self.idle_work)
        self._put_together()
        self._wire()
        self._size()
        self.idle_work.add(self._draw())
        self.idle_work.add(self._count())
        self._fill()
        self.search.setFocus()

    def _put_together(self) -> None:
        self.search = SearchLine()
        self.search.setPlaceholderText(tr("Search by name, family, paper or year"))
        self.search.setAccessibleName(tr("search templates"))
        self.search.setClearButtonEnabled(True)
        self.sort = Choice()
        self.sort.setAccessibleName(tr("sort templates"))
        for order in ORDERS:
            self.sort.addItem(tr("Sort: {title}").format(title=tr(order.title)), order)
        self.found = plain("", "muted")
        self.found.setAccessibleName(tr("templates found"))
        self.nothing = plain("", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setAccessibleName(tr("no template found"))
        self._views = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.search, 1)
        row.addWidget(self.found)
        row.addWidget(self.sort)
        for place, (title, _, tip) in enumerate(VIEWS):
            button = QToolButton()
            button.setText(tr(title))
            button.setToolTip(tr(tip))
            button.setAccessibleName(
                tr("show {view}").format(view=tr(title).casefold())
            )
            button.setCheckable(True)
            button.setChecked(place == 0)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._views.addButton(button, place)
            row.addWidget(button)
        self._pages = QStackedWidget()
        for page in (self.cards, self.chart, self.nothing):
            self._pages.addWidget(page)
        below = QHBoxLayout()
        below.setSpacing(2 * GRID)
        below.addWidget(self._pages, 1)
        below.addWidget(self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(row)
        column.addLayout(below, 1)
        self._colour_icons()

    def _wire(self) -> None:
        self.search.textChanged.connect(self._fill)
        self.search.moved.connect(self._into_cards)
        self.sort.currentIndexChanged.connect(self._fill)
        self._views.idClicked.connect(self._show_view)
        self.cards.chosen.connect(self._choose)
        self.cards.opened.connect(self.open)
        self.details.open_clicked.connect(self.open)
        self.details.options_changed.connect(self._mark_point)
        self.chart.chosen.connect(self.select)
        self.chart.opened.connect(self._open_point)

    def _size(self) -> None:
        room = self.screen().availableGeometry().size() - QSize(4 * GRID, 8 * GRID)
        self.resize(SIZE.boundedTo(room))

    # Requests of other parts

    def show_state(self, state: State) -> None:
        """The design that is open, for the chart."""
        self.chart.show_design(state)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self._colour_icons()
        for part in (self.cards, self.chart, self.details):
            part.set_theme(theme)

    def select(self, id: str, options: Options) -> None:
        """Show a template with some options; the search is cleared where it hides it."""
        if self.cards.cards.index_of(id).row() < 0:
            self.search.clear()
        self.cards.choose(id)
        self.details.show_template(self._templates[id], options)

    def open(self) -> None:
        """Emit the chosen template."""
        template = self.details.template
        if template is None or not self.details.can_open:
            return
        self.hide()
        self.chosen.emit(template.id, dict(self.details.options))

    # Idle work

    def _draw(self) -> Iterator[None]:
        for template in self._templates.values():
            drawing = miniature(template.document(**sample(template)), self._blocks)
            self.cards.cards.learn(template, drawing=drawing)
            yield

    def _count(self) -> Iterator[None]:
        for template in self._templates.values():
            yield from count(template, sample(template), partial(self._learn, template))
        self._fill()

    def _learn(self, template: Template, result: Count) -> None:
        self.cards.cards.learn(template, count=result)

    # Showing

    def _fill(self) -> None:
        text = self.search.text()
        matches = found(self._templates.values(), text)
        order = self.sort.currentData()
        self.cards.show_templates(ordered(matches, order, self.cards.cards.counts))
        self.chart.show_matches({template.id for template in matches})
        self.found.setText(
            counted(len(matches), tr("1 network"), tr("{count} networks"))
        )
        self.nothing.setText(tr("No network fits “{text}”").format(text=text.strip()))
        self.details.set_available(bool(matches))
        self._show_view(self._views.checkedId())

    def _show_view(self, view: int) -> None:
        empty = view == 0 and not self.cards.cards.rowCount()
        self._pages.setCurrentIndex(
            self._pages.indexOf(self.nothing) if empty else view
        )
        self.sort.setEnabled(view == 0)

    def _choose(self, template: Template) -> None:
        self.details.show_template(template)

    def _mark_point(self) -> None:
        template = self.details.template
        if template is not None:
            self.chart.mark(template.id, self.details.options)

    def _open_point(self, id: str, options: Options) -> None:
        self.select(id, options)
        self.open()

    def _into_cards(self, steps: int) -> None:
        if steps > 0 and self.cards.isVisible():
            self.cards.setFocus(Qt.FocusReason.TabFocusReason)

    def _colour_icons(self) -> None:
        for button, (_, name, _) in zip(self._views.buttons(), VIEWS, strict=True):
            button.setIcon(icon(name, self._theme))

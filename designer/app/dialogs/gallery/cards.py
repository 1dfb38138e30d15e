"""The list of cards, which wraps to the width of the dialog and is navigated by arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from designer.app.dialogs.gallery.card import Card
from designer.app.dialogs.gallery.card_painter import CARD, GAP, CardPainter
from designer.app.dialogs.gallery.entries import Count, published_of, sample
from designer.app.dialogs.gallery.miniature import Miniature
from designer.app.text.translation import told, tr
from designer.canvas.values.theme import GRID, Theme
from templates import Template

Index = QModelIndex | QPersistentModelIndex
CARD_ROLE = Qt.ItemDataRole.UserRole
ROOT = QModelIndex()


class CardModel(QAbstractListModel):
    """The visible templates in order, with their cards."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shown: list[Template] = []
        self.counts: dict[str, Count] = {}
        self.drawings: dict[str, Miniature] = {}

    @property
    def shown(self) -> Sequence[Template]:
        return self._shown

    def show(self, templates: Sequence[Template]) -> None:
        """Show these."""
        if list(templates) == self._shown:
            return
        self.beginResetModel()
        self._shown = list(templates)
        self.endResetModel()

    def learn(
        self,
        template: Template,
        *,
        count: Count | None = None,
        drawing: Miniature | None = None,
    ) -> None:
        """Update the card of a template."""
        if count is not None:
            self.counts[template.id] = count
        if drawing is not None:
            self.drawings[template.id] = drawing
        index = self.index_of(template.id)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def index_of(self, id: str) -> QModelIndex:
        """The index of a template; an invalid one where it is not shown."""
        places = (place for place, it in enumerate(self._shown) if it.id == id)
        place = next(places, None)
        return QModelIndex() if place is None else self.index(place, 0)

    def card(self, index: Index) -> Card:
        template = self._shown[index.row()]
        return Card(
            template,
            published_of(template, sample(template)),
            self.counts.get(template.id),
            self.drawings.get(template.id),
        )

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == CARD_ROLE:
            return self.card(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return told(self._shown[index.row()].title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.card(index).tooltip
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("template: {title}").format(
                title=told(self._shown[index.row()].title)
            )
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.card(index).spoken
        return None


class Cards(QListView):
    """The templates as cards.

    Signals:
        chosen: a template is now the current one.
        opened: it was double-clicked.
    """

    chosen = Signal(object)  # Template
    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("templates"))
        self.cards = CardModel(self)
        self.setModel(self.cards)
        self._painter = CardPainter(theme, self)
        self.setItemDelegate(self._painter)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = self.verticalScrollBar()  # its space is kept, or the cards would jump
        bar.setSingleStep(6 * GAP)
        bar.rangeChanged.connect(lambda low, high: bar.setEnabled(high > low))
        self.setMinimumWidth(CARD.width() + 6 * GAP)
        self.doubleClicked.connect(self.opened)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._painter.theme = theme
        self.setStyleSheet(
            f"Cards {{ background: {theme.window}; padding: {GRID // 2}px; }}"
            "Cards QScrollBar::handle:disabled { background: transparent; }"
        )
        self.viewport().update()

    @property
    def current(self) -> Template | None:
        """The current template, if it is shown."""
        index = self.currentIndex()
        return self.cards.shown[index.row()] if index.isValid() else None

    def choose(self, id: str) -> bool:
        """Make a template the current one; False where it is not shown."""
        index = self.cards.index_of(id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Show these; the current one stays current if it is among them, else the first becomes current."""
        kept = self.current
        self.cards.show(templates)
        if not (kept and self.choose(kept.id)) and templates:
            self.setCurrentIndex(self.cards.index(0, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self.cards.shown[current.row()])

    def resizeEvent(self, event: QResizeEvent) -> None:
        # A row of exactly the full width would wrap.
        wide = self.viewport().width() - GAP // 2
        columns = max(1, wide // (CARD.width() + GAP))
        self.setGridSize(QSize(wide // columns, CARD.height() + GAP))
        super().resizeEvent(event)

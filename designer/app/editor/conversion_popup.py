"""The popup at a wire whose shapes do not match: the conversions that fix it, each with its cost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from designer.app.edits.conversions import Conversion
from designer.app.text.figures import effect
from designer.app.text.translation import told, tr
from designer.app.widgets.labels import mark
from designer.app.widgets.two_sided_rows import DETAIL, TwoSidedDelegate
from designer.canvas.values.theme import GRID

NARROWEST, WIDEST = 40 * GRID, 88 * GRID
ROW_PX = 30


class ConversionPopup(QFrame):
    """A popup that `ask` shows. Arrows choose, Enter applies; Escape or a click elsewhere changes nothing.

    An Enter that was pressed before the offers were painted, or is still held down, is not about them.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self._offers: Sequence[Conversion | None] = ()
        self._seen = False
        self._then: Callable[[Conversion | None], object] = lambda chosen: None
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        mark(self.sentence, "role", "error")
        self.list = QListWidget()
        self.list.setAccessibleName(tr("conversions"))
        self.list.setItemDelegate(TwoSidedDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        keys = QLabel(tr("Enter takes it, Esc draws no wire"))
        mark(keys, "role", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.sentence)
        column.addWidget(self.list)
        column.addWidget(keys)
        self.setFocusProxy(self.list)

    def ask(
        self,
        at: QPoint,
        sentence: str,
        conversions: Sequence[Conversion],
        then: Callable[[Conversion | None], object],
    ) -> None:
        """Open at a point of the screen.

        Args:
            sentence: why the wire does not fit.
            then: called with the chosen conversion; None connects without one.
        """
        self._offers, self._then = (*conversions, None), then
        self._seen = False
        self.sentence.setText(sentence)
        self.sentence.setAccessibleName(sentence)
        self.list.clear()
        for offer in self._offers:
            title, change = tr("connect as it is"), ""
            if offer is not None:
                title = told(offer.title)
                change = effect(offer.params, offer.macs)
            title = title[:1].upper() + title[1:]
            item = QListWidgetItem(title)
            item.setData(DETAIL, change)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{title}, {change}".rstrip(", ")
            )
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(ROW_PX * len(self._offers) + GRID)
        self.setFixedWidth(min(max(self._needed(), NARROWEST), WIDEST))
        self.adjustSize()
        screen = self.screen().availableGeometry()
        self.move(
            max(screen.left(), min(at.x(), screen.right() - self.width())),
            max(screen.top(), min(at.y(), screen.bottom() - self.height())),
        )
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _needed(self) -> int:
        """The width at which no row is elided."""
        metrics = self.list.fontMetrics()
        rows = map(self.list.item, range(self.list.count()))
        texts = (row.text() + (row.data(DETAIL) or "") for row in rows)
        return max(map(metrics.horizontalAdvance, texts)) + 12 * GRID

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # it handles its keys itself: the canvas below has a shortcut on Enter too
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._seen and not event.isAutoRepeat():
                self._take()
        else:
            super().keyPressEvent(event)  # Escape closes a popup

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._seen = True

    def _take(self) -> None:
        chosen = self._offers[self.list.currentRow()]
        self.hide()
        self._then(chosen)

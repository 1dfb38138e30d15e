"""One sentence above the canvas: what happened, or why something did not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from designer.app.labels import mark, plain
from designer.app.look import icon
from designer.app.state import Notice
from designer.app.translation import told, tr
from designer.canvas.theme import GRID, Theme

# Long enough to read twice; an error, which may come unlooked for, longer.
SHOWN_MS = {"info": 4_000, "success": 5_000, "warning": 8_000, "error": 12_000}
ICONS = {
    "error": "mdi6.alert-circle",
    "warning": "mdi6.alert",
    "success": "mdi6.check-circle",
    "info": "mdi6.information",
}
WIDEST = 90 * GRID


class NoticeBar(QFrame):
    """Lies for a while over the upper edge of a widget, or of the parent where that one is not seen.

    Args:
        over: what it may cover: a bar above that stays free.
    """

    def __init__(self, theme: Theme, parent: QWidget, over: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._over = theme, over
        self._kind = "info"
        self.sentence = plain("", wrap=True)
        self.sentence.setAccessibleName(tr("message"))
        self.sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._sign = plain("")
        self._sign.setAccessibleName(tr("kind of message"))
        self._then: Callable[[], object] = lambda: None
        self._declined: Callable[[], object] = lambda: None
        self._offer = QPushButton()
        self._offer.clicked.connect(self._accept)
        self._offer.hide()
        self._close = QToolButton()
        self._close.setAccessibleName(tr("close message"))
        self._close.setToolTip(tr("Close"))
        self._close.clicked.connect(self._decline)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self.sentence, 1)
        row.addWidget(self._offer)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._time_over)
        for watched in (parent, over):
            watched.installEventFilter(self)
        self.hide()

    def say(
        self,
        notice: Notice,
        offer: str = "",
        then: Callable[[], object] = lambda: None,
        declined: Callable[[], object] = lambda: None,
    ) -> None:
        """Show a sentence, in the place of the last; with an offer it stays until that is taken or declined."""
        self._kind = notice.kind
        self.sentence.setText(told(notice.text))
        self._announce(notice.kind)
        self._offer.setVisible(bool(offer))
        self._offer.setText(offer)
        self._offer.setAccessibleName(offer)
        self._then, self._declined = then, declined
        mark(self, "card", "plain" if notice.kind == "info" else notice.kind)
        self.set_theme(self._theme)
        self._place()
        self.show()
        self.raise_()
        self._timer.stop()
        if not offer:
            self._timer.start(SHOWN_MS[notice.kind])

    def _announce(self, kind: str) -> None:
        """Have it read: the focus is elsewhere."""
        if not QAccessible.isActive():
            return
        event = QAccessibleAnnouncementEvent(self, self.sentence.text())
        grave = kind in ("error", "warning")
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if grave else politeness.Polite)
        QAccessible.updateAccessibility(event)

    def set_theme(self, theme: Theme) -> None:
        """Another look."""
        self._theme = theme
        colour = getattr(theme, self._kind, theme.accent)
        self._sign.setPixmap(icon(ICONS[self._kind], theme, colour).pixmap(18, 18))
        self._close.setIcon(icon("mdi6.close", theme, theme.muted))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moved = event.type() in (QEvent.Type.Resize, QEvent.Type.Move)
        if moved and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _accept(self) -> None:
        self.hide()
        self._then()

    def _decline(self) -> None:
        self.hide()
        self._declined()

    def _time_over(self) -> None:
        if self.underMouse():  # someone is reading or copying it
            self._timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        room = self.parentWidget().width() - 4 * GRID
        taken = self.sizeHint().width() - self.sentence.sizeHint().width()
        text = self.sentence.fontMetrics().horizontalAdvance(self.sentence.text())
        width = max(min(taken + text + 2 * GRID, room, WIDEST), 20 * GRID)
        height = self.heightForWidth(width) if self.hasHeightForWidth() else 40
        self.setFixedSize(width, max(height, 40))
        top = self._over.y() if self._over.isVisible() else 0
        self.move((self.parentWidget().width() - width) // 2, top + 2 * GRID)

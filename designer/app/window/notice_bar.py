"""A message above the canvas: what happened, or why it did not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from designer.app.session.state import Notice
from designer.app.text.translation import told, tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.labels import mark, plain
from designer.canvas.values.theme import GRID, Theme

# Long enough to read twice; longer for an error, which may be unexpected.
SHOWN_MS = {"info": 4_000, "success": 5_000, "warning": 8_000, "error": 12_000}
ICONS = {
    "error": "mdi6.alert-circle",
    "warning": "mdi6.alert",
    "success": "mdi6.check-circle",
    "info": "mdi6.information",
}
WIDEST = 90 * GRID


@dataclass(frozen=True, slots=True)
class Message:
    """A notice, and the actions that it offers."""

    notice: Notice
    offer: str
    then: Callable[[], object]
    declined: Callable[[], object]
    topic: str


class NoticeBar(QFrame):
    """Shows a notice for a while over the upper edge of a widget, or the lower one of what covers that.

    Args:
        over: what it may cover: a bar above that stays free.
    """

    def __init__(self, theme: Theme, parent: QWidget, over: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._over, self._ground = theme, over, parent
        self._cover = over
        self._shown: Message | None = None
        self._waiting: list[Message] = []  # next first; each has a topic
        self.sentence = plain("", wrap=True)
        self.sentence.setAccessibleName(tr("message"))
        self.sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._sign = plain("")
        self._sign.setAccessibleName(tr("kind of message"))
        self._offer = QPushButton()
        self._offer.clicked.connect(self._accept)
        self._offer.hide()
        # A click on it does not move the focus.
        self._offer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
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

    def set_cover(self, cover: QWidget) -> None:
        """Lie over the lower edge of this widget while it covers the other."""
        self._cover = cover
        cover.installEventFilter(self)

    def say(
        self,
        notice: Notice,
        offer: str = "",
        then: Callable[[], object] = lambda: None,
        declined: Callable[[], object] = lambda: None,
        *,
        topic: str = "",
        at_once: bool = False,
    ) -> None:
        """Show a notice in place of the last; one with an offer stays until that is accepted or declined.

        Args:
            offer: the text of a button.
            then: called when the button is pressed.
            declined: called when the notice is closed.
            topic: with one, the notice waits while others are shown, until it is answered, withdrawn, or replaced by
                a newer one of that topic.
            at_once: shown before others that wait to be answered, and painted before this returns.
        """
        if topic:
            self.withdraw(topic)
        message = Message(notice, offer, then, declined, topic)
        waits = topic and not at_once
        if waits and self._shown is not None and self._shown.topic:
            self._waiting.append(message)
            return
        if self._shown is not None and self._shown.topic:
            self._waiting.insert(0, self._shown)
        self._show(message)
        if at_once:
            self.repaint()

    def withdraw(self, topic: str) -> None:
        """Remove the notice of a topic."""
        self._waiting = [it for it in self._waiting if it.topic != topic]
        if self._shown is not None and self._shown.topic == topic:
            self._end()

    def pass_over(self) -> None:
        """Show the next waiting notice, unless the current one has to be answered."""
        if self._shown is not None and not self._shown.topic:
            self._end()

    def _show(self, message: Message) -> None:
        self._shown = message
        kind, offer = message.notice.kind, message.offer
        self.sentence.setText(told(message.notice.text))
        self._announce(kind)
        self._offer.setVisible(bool(offer))
        self._offer.setText(offer)
        self._offer.setAccessibleName(offer)
        mark(self, "card", "plain" if kind == "info" else kind)
        self.set_theme(self._theme)
        self._place()
        self.show()
        self.raise_()
        self._timer.stop()
        if not offer and not message.topic:
            self._timer.start(SHOWN_MS[kind])

    def _end(self) -> Message | None:
        """Hide the current notice, show the next one, and return the hidden one."""
        ended, self._shown = self._shown, None
        self._timer.stop()
        self.hide()
        if self._waiting:
            self._show(self._waiting.pop(0))
        return ended

    def _announce(self, kind: str) -> None:
        """Announce it to screen readers: the focus is elsewhere."""
        if not QAccessible.isActive():
            return
        event = QAccessibleAnnouncementEvent(self, self.sentence.text())
        grave = kind in ("error", "warning")
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if grave else politeness.Polite)
        QAccessible.updateAccessibility(event)

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        kind = self._shown.notice.kind if self._shown else "info"
        colour = getattr(theme, kind, theme.accent)
        self._sign.setPixmap(icon(ICONS[kind], theme, colour).pixmap(18, 18))
        self._close.setIcon(icon("mdi6.close", theme, theme.muted))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show
        moved = event.type() in kinds
        if moved and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _accept(self) -> None:
        if (ended := self._end()) is not None:
            ended.then()

    def _decline(self) -> None:
        if (ended := self._end()) is not None:
            ended.declined()

    def _time_over(self) -> None:
        if self.underMouse():  # someone is reading or copying it
            self._timer.start()
        else:
            self._end()

    def _place(self) -> None:
        room = self._ground.width() - 4 * GRID
        taken = self.sizeHint().width() - self.sentence.sizeHint().width()
        text = self.sentence.fontMetrics().horizontalAdvance(self.sentence.text())
        width = max(min(taken + text + 2 * GRID, room, WIDEST), 20 * GRID)
        height = self.heightForWidth(width) if self.hasHeightForWidth() else 40
        self.setFixedSize(width, max(height, 40))
        x = (self._ground.width() - width) // 2
        if self._over.isVisible():
            self.move(x, self._over.y() + 2 * GRID)
        else:
            self.move(x, self._cover.geometry().bottom() - self.height() - GRID)

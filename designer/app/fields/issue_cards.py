"""Issues as cards: the message, and a button for each repair with its cost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from designer.analysis.issues import Issue, Repair
from designer.app.session.state import as_sentence
from designer.app.text.figures import effect_of
from designer.app.text.translation import told, tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.labels import button_text, mark
from designer.canvas.values.theme import GRID, Theme

REPAIR_DELAY_MS = 150  # computing repairs takes milliseconds: not at every key
ICONS = {"error": "mdi6.alert-circle", "warning": "mdi6.alert"}


class RepairButton(QPushButton):
    """A button that wraps its text."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.whole = text
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(8 * GRID, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 3 * GRID  # without padding and border
        text = "\n".join(self._wrapped(line, room) for line in self.whole.split("\n"))
        if text != self.text():
            self.setText(text)

    def _wrapped(self, line: str, room: int) -> str:
        lines = [""]
        for word in line.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if self.fontMetrics().horizontalAdvance(longer) <= room or not lines[-1]:
                lines[-1] = longer
            else:
                lines.append(word)
        return "\n".join(lines)


class IssueCard(QFrame):
    """One issue."""

    def __init__(
        self, issue: Issue, theme: Theme, repair: Callable[[Repair], None]
    ) -> None:
        super().__init__()
        self.issue = issue
        self._repair = repair
        mark(self, "card", issue.severity)
        self.sentence = QLabel(as_sentence(told(issue.message)))
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.sentence.setAccessibleName(
            f"{told(issue.severity)}: {told(issue.message)}"
        )
        self.sign = QLabel()
        self.set_theme(theme)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.sentence, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(8)
        self._column.addLayout(top)
        self._buttons: list[RepairButton] = []

    def set_theme(self, theme: Theme) -> None:
        colour = theme.error if self.issue.severity == "error" else theme.warning
        made = icon(ICONS[self.issue.severity], theme, colour)
        self.sign.setPixmap(made.pixmap(16, 16))

    def update_issue(self, issue: Issue) -> None:
        """Update the issue from a newer analysis; its repairs can differ."""
        self.issue = issue

    def offer_repairs(self) -> None:
        """Compute the repairs and show them."""
        repairs = tuple(self.issue.repairs)
        texts = [_text(repair) for repair in repairs]
        if texts == [button.whole for button in self._buttons]:
            for button, repair in zip(self._buttons, repairs, strict=True):
                button.clicked.disconnect()
                button.clicked.connect(lambda _=False, r=repair: self._repair(r))
            return
        for button in self._buttons:
            self._column.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for repair, text in zip(repairs, texts, strict=True):
            button = RepairButton(text)
            mark(button, "repair", True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(tr("repair: {title}").format(title=_title(repair)))
            button.setToolTip(tr("Apply this repair; it can be undone"))
            button.clicked.connect(lambda _=False, r=repair: self._repair(r))
            self._column.addWidget(button)
            self._buttons.append(button)


def _title(repair: Repair) -> str:
    """The repair's edits, each translated by itself."""
    return tr("; ").join(map(_edit, repair.title.split("; ")))


def _edit(title: str) -> str:
    edit, _, node = title.removesuffix("'").rpartition(" in '")
    if not edit or not title.endswith("'"):
        return told(title)
    return tr("{edit} in '{node}'").format(edit=told(edit), node=node)


def _text(repair: Repair) -> str:
    title = _title(repair)
    title = title[:1].upper() + title[1:]
    return "\n".join(map(button_text, (title, effect_of(repair))))


class IssueList(QWidget):
    """Cards for some issues; hidden where there are none."""

    def __init__(
        self,
        theme: Theme,
        repair: Callable[[Repair], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._repair = theme, repair
        self._cards: list[IssueCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._pause = QTimer(self, singleShot=True, interval=REPAIR_DELAY_MS)
        self._pause.timeout.connect(self._offer)
        self.hide()

    def show_issues(self, issues: Sequence[Issue]) -> None:
        """Show these issues; a card whose issue stays is kept."""
        for place, issue in enumerate(issues):
            if place < len(self._cards) and self._cards[place].issue == issue:
                self._cards[place].update_issue(issue)
                continue
            card = IssueCard(issue, self._theme, self._repair)
            if place < len(self._cards):
                self._drop(place)
            self._cards.insert(place, card)
            self._column.insertWidget(place, card)
        while len(self._cards) > len(issues):
            self._drop(len(self._cards) - 1)
        self.setVisible(bool(self._cards))
        if self._cards:
            self._pause.start()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for card in self._cards:
            card.set_theme(theme)

    def _offer(self) -> None:
        for card in self._cards:
            card.offer_repairs()

    def _drop(self, place: int) -> None:
        card = self._cards.pop(place)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

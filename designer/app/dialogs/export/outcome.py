"""The progress and the result of an export: the checks of the proof, or the reason for the failure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from designer.app.session.state import as_sentence
from designer.app.text.translation import told, tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.labels import mark, plain
from designer.canvas.values.theme import Theme
from designer.export.process.protocol import Progress
from designer.export.proof import Proof

LISTED = 8  # errors named before the rest is counted


class Running(QWidget):
    """A progress bar and the current step."""

    def __init__(self) -> None:
        super().__init__()
        self.stage = plain("")
        self.stage.setAccessibleName(tr("export stage"))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("export progress"))
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.stage)
        column.addWidget(self.bar)
        self.hide()

    def begin(self) -> None:
        """Reset the progress."""
        self.bar.setValue(0)
        self.say(tr("Starting TensorFlow; the first export waits some seconds for it"))
        self.show()

    def say(self, text: str) -> None:
        self.stage.setText(f"{text}…")

    def show_progress(self, progress: Progress) -> None:
        """Show or report the progress."""
        self.bar.setValue(round(1000 * progress.fraction))
        self.say(told(progress.message))


class Outcome(QFrame):
    """The result of an export."""

    open_folder = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._copied = ""
        self.sentence = plain("", wrap=True)
        self.sentence.setAccessibleName(tr("export outcome"))
        self.sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._sign = plain("")
        self._lines = QWidget()
        self._lines_column = QVBoxLayout(self._lines)
        self._lines_column.setContentsMargins(0, 0, 0, 0)
        self._lines_column.setSpacing(8)
        self._shown: list[QWidget] = []
        self.copy = QPushButton(tr("Copy the proof"))
        self.copy.setAutoDefault(False)
        self.copy.setAccessibleName(tr("copy the proof"))
        self.copy.clicked.connect(self._copy)
        self.folder = QPushButton(tr("Open folder"))
        self.folder.setAutoDefault(False)
        self.folder.setAccessibleName(tr("open folder"))
        self.folder.clicked.connect(self.open_folder)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.sentence, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.folder)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._lines)
        column.addLayout(buttons)
        self.hide()

    def clear(self) -> None:
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a neutral message."""
        self._show("plain", "mdi6.information", self._theme.muted, sentence, ())

    def refuse(self, sentence: str, errors: Sequence[str]) -> None:
        """Show why an export cannot start."""
        shown = [as_sentence(told(error)) for error in errors[:LISTED]]
        if len(errors) > LISTED:
            shown.append(tr("and {count} more.").format(count=len(errors) - LISTED))
        self._show("error", "mdi6.alert-circle", self._theme.error, sentence, shown)

    def fail(self, sentence: str, detail: str) -> None:
        """Show why an export failed."""
        theme = self._theme
        self._show(
            "error", "mdi6.alert-circle", theme.error, as_sentence(told(sentence)), ()
        )
        self._copied = detail
        self.copy.setText(tr("Copy details"))
        self.copy.setAccessibleName(tr("copy details"))
        self.copy.setVisible(bool(detail))

    def succeed(self, proof: Proof) -> None:
        """Show the proof, check by check."""
        sentence = tr("{target} is written and proven in {seconds} s.").format(
            target=proof.target, seconds=f"{proof.seconds:.1f}"
        )
        lines = [told(check.text) for check in proof.checks]
        theme = self._theme
        self._show("success", "mdi6.check-circle", theme.success, sentence, lines)
        self._copied = proof.text
        self.copy.setText(tr("Copy the proof"))
        self.copy.setAccessibleName(tr("copy the proof"))
        self.copy.show()
        self.folder.show()

    def _show(
        self, card: str, sign: str, colour: str, sentence: str, lines: Sequence[str]
    ) -> None:
        mark(self, "card", card)
        self._sign.setPixmap(icon(sign, self._theme, colour).pixmap(18, 18))
        self.sentence.setText(sentence)
        for old in self._shown:
            self._lines_column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = [self._line(card, line) for line in lines]
        for new in self._shown:
            self._lines_column.addWidget(new)
        self._lines.setVisible(bool(lines))
        self.copy.hide()
        self.folder.hide()
        self.show()

    def _line(self, card: str, text: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        sign = plain("")
        theme = self._theme
        good = card == "success"
        name = "mdi6.check" if good else "mdi6.circle-small"
        colour = theme.success if good else theme.error
        sign.setPixmap(icon(name, theme, colour).pixmap(16, 16))
        words = plain(text, wrap=True)
        words.setAccessibleName(
            tr("check: {text}").format(text=text)
            if good
            else tr("error: {text}").format(text=text)
        )
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return holder

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._copied)
        self.copy.setText(tr("Copied"))

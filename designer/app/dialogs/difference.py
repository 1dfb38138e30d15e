"""Shows the differences between two versions of a design file as removed and added lines."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from designer.app.session.state import as_sentence
from designer.app.text.translation import told, tr
from designer.app.widgets.appearance import mono_font
from designer.app.widgets.labels import plain
from designer.canvas.values.theme import GRID, Theme
from designer.model.document import Document
from designer.model.files import FileError, dumps, loads
from designer.model.files.disk import read_text

CONTEXT = 2  # unchanged lines around a change
WIDTH, HEIGHT = 110 * GRID, 70 * GRID


def difference(theirs: str, ours: str) -> list[str]:
    """The lines that differ, each after a `-` (only in `theirs`), a `+` (only in `ours`) or a space (in both).

    A line that begins with `@@` gives the positions of the lines below it in the two texts.
    """
    lines = unified_diff(theirs.splitlines(), ours.splitlines(), n=CONTEXT, lineterm="")
    return list(lines)[2:]  # without the names of the files


def text_on_disk(path: Path) -> str:
    """The design in a file as canonical text, or the text as it is where that is no design; raises FileError."""
    text = read_text(path)
    try:
        return dumps(loads(text))
    except FileError:
        return text


class DifferenceDialog(QDialog):
    """Shows what saving a design changes in its file."""

    def __init__(
        self, path: Path, document: Document, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Difference"))
        self.setAccessibleName(tr("difference"))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("lines that differ"))
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(mono_font())
        self._colours = _Colours(self.text, theme)
        explanation = tr(
            "Lines that begin with - are only in {file} on the disk, lines that begin with + only in this window."
        ).format(file=path.name)
        try:
            lines = difference(text_on_disk(path), dumps(document))
        except FileError as error:
            lines = []
            explanation = tr("{file} cannot be shown: {reason}").format(
                file=path.name, reason=as_sentence(told(str(error)))
            )
        else:
            if not lines:
                explanation = tr("Both are the same design, written differently.")
        self.text.setPlainText("\n".join(lines))
        self.text.setVisible(bool(lines))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(plain(explanation, wrap=True))
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        if lines:
            self.resize(WIDTH, HEIGHT)
        self.finished.connect(self.deleteLater)


class _Colours(QSyntaxHighlighter):
    """Colours lines by their first character."""

    def __init__(self, editor: QPlainTextEdit, theme: Theme) -> None:
        super().__init__(editor.document())
        self._formats = {
            "-": _format(theme.error, theme.error_ground),
            "+": _format(theme.success, theme.success_ground),
            "@": _format(theme.muted, theme.base),
        }

    def highlightBlock(self, text: str) -> None:
        if (style := self._formats.get(text[:1])) is not None:
            self.setFormat(0, len(text), style)


def _format(colour: str, ground: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    made.setBackground(QColor(ground))
    made.setFontWeight(QFont.Weight.Normal)
    return made

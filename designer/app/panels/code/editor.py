"""A read-only code view: highlighted, numbered, with the selected nodes' lines marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from designer.app.panels.code.content import Kind, Span, Written
from designer.app.widgets.appearance import mono_font
from designer.canvas.values.theme import GRID, Theme

MARK_PX = 3  # the bar next to marked lines


def colours(theme: Theme) -> Mapping[Kind, str]:
    """The colours of code; all have contrast to `base` and to `hover`, which marks lines."""
    hues = theme.categories
    return {
        "keyword": hues["violet"],
        "string": hues["green"],
        "number": hues["amber"],
        "comment": theme.muted,
        "function": hues["blue"],
        "builtin": hues["teal"],
    }


class Highlighter(QSyntaxHighlighter):
    """Colours the tokens of lines; if `dimmed`, all alike."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.spans: Sequence[Sequence[Span]] = ()
        self._formats: dict[str, QTextCharFormat] = {}
        self._dim: QTextCharFormat | None = None

    def set_theme(self, theme: Theme, *, dimmed: bool) -> None:
        """Set the colours, or one for all."""
        self._formats = {
            kind: _format(colour, italic=kind == "comment")
            for kind, colour in colours(theme).items()
        }
        self._dim = _format(theme.disabled) if dimmed else None
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if self._dim is not None:
            self.setFormat(0, len(text), self._dim)
            return
        number = self.currentBlock().blockNumber()
        for span in self.spans[number] if number < len(self.spans) else ():
            self.setFormat(span.start, span.length, self._formats[span.kind])


class CodeEditor(QPlainTextEdit):
    """Shows lines of code; `line_clicked` carries the number of a line, from 1."""

    line_clicked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(mono_font())
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self._theme, self._dimmed = theme, False
        self._lines: tuple[str, ...] = ()
        self.marks: tuple[tuple[int, int], ...] = ()
        self._gutter = _Gutter(self)
        self._highlighter = Highlighter(self.document())
        self.set_theme(theme)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scroll_gutter)
        self._make_room()

    # Showing

    def show_code(self, written: Written) -> None:
        """Replace the lines that differ; the scroll position is kept."""
        old, new = self._lines, written.lines
        self._lines, self._highlighter.spans = new, written.spans
        bars = self.verticalScrollBar(), self.horizontalScrollBar()
        places = [bar.value() for bar in bars]
        self._replace(old, new)
        for bar, place in zip(bars, places, strict=True):
            bar.setValue(place)

    def dim(self, dimmed: bool) -> None:
        """Whether it is not the code of the current design."""
        if dimmed != self._dimmed:
            self._dimmed = dimmed
            self.set_theme(self._theme)

    @property
    def dimmed(self) -> bool:
        return self._dimmed

    def mark(self, lines: Sequence[tuple[int, int]], *, bring: bool) -> None:
        """Mark some lines, and bring the first into view."""
        self.marks = tuple(lines)
        selections = []
        for number in _numbers(self.marks):
            selection = QTextEdit.ExtraSelection()
            selection.format.setBackground(QColor(self._theme.hover))
            selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            block = self.document().findBlockByNumber(number - 1)
            selection.cursor = QTextCursor(block)
            selections.append(selection)
        self.setExtraSelections(selections)
        self._gutter.update()
        if bring and self.marks:
            self._bring(*self.marks[0])

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self._theme = theme
        self._highlighter.set_theme(theme, dimmed=self._dimmed)
        self.mark(self.marks, bring=False)

    def _replace(self, old: Sequence[str], new: Sequence[str]) -> None:
        same = 0
        while same < min(len(old), len(new)) and old[same] == new[same]:
            same += 1
        tail = 0
        most = min(len(old), len(new)) - same
        while tail < most and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        if same == len(old) == len(new):
            return
        if not same or same + tail >= min(len(old), len(new)):
            self.setPlainText("\n".join(new))
            return
        cursor = QTextCursor(self.document().findBlockByNumber(same))
        last = self.document().findBlockByNumber(len(old) - tail - 1)
        cursor.setPosition(
            last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor
        )
        cursor.insertText("\n".join(new[same : len(new) - tail]))

    def _bring(self, first: int, last: int) -> None:
        """Scroll as little as needed to show the lines, with some before them."""
        bar = self.verticalScrollBar()
        top, seen = bar.value(), bar.pageStep()
        if first - 1 < top or last > top + seen:
            bar.setValue(max(first - 1 - seen // 4, 0))

    # By the mouse

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton
        if left and not self.textCursor().hasSelection():
            at = self.cursorForPosition(event.position().toPoint())
            self.line_clicked.emit(at.blockNumber() + 1)

    # Line numbers

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inner = self.contentsRect()
        self._gutter.setGeometry(
            QRect(inner.left(), inner.top(), self.gutter_width, inner.height())
        )

    @property
    def gutter_width(self) -> int:
        digits = max(len(str(self.blockCount())), 3)
        return 2 * GRID + self.fontMetrics().horizontalAdvance("9") * digits

    def paint_gutter(self, event: QPaintEvent) -> None:
        """Numbers, and a bar next to marked lines."""
        with QPainter(self._gutter) as painter:
            painter.fillRect(event.rect(), QColor(self._theme.base))
            painter.setFont(self.font())
            marked = set(_numbers(self.marks))
            block = self.firstVisibleBlock()
            top = (
                self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
            )
            while block.isValid() and top <= event.rect().bottom():
                height = self.blockBoundingRect(block).height()
                number = block.blockNumber() + 1
                if number in marked:
                    bar = QRect(0, round(top), MARK_PX, round(height))
                    painter.fillRect(bar, QColor(self._theme.accent))
                painter.setPen(QColor(self._theme.muted))
                painter.drawText(
                    QRect(0, round(top), self.gutter_width - GRID, round(height)),
                    Qt.AlignmentFlag.AlignRight,
                    str(number),
                )
                block, top = block.next(), top + height

    def _make_room(self) -> None:
        self.setViewportMargins(self.gutter_width, 0, 0, 0)

    def _scroll_gutter(self, rect: QRect, dy: int) -> None:
        if dy:
            self._gutter.scroll(0, dy)
        else:
            self._gutter.update(0, rect.y(), self._gutter.width(), rect.height())


class _Gutter(QWidget):
    """The strip of line numbers."""

    def __init__(self, editor: CodeEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        return QSize(self._editor.gutter_width, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._editor.paint_gutter(event)


def _numbers(marks: Sequence[tuple[int, int]]) -> list[int]:
    return [number for first, last in marks for number in range(first, last + 1)]


def _format(colour: str, *, italic: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    made.setFontItalic(italic)
    return made

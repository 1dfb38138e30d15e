"""Shows a help page: Markdown in the theme's colours, with the pictures of blocks in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QFont,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from designer.app.help.block_page import PICTURE
from designer.app.help.channel_flow import Picture
from designer.app.help.drawing import Drawing
from designer.app.widgets.appearance import mono_font
from designer.canvas.values.theme import GRID, LARGE_PX, TITLE_PX, Theme

OUTSIDE = ("http", "https", "mailto")
LINE_HEIGHT = 140  # percent
PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
PICTURE_SIGN = "\ufffc"  # that Qt puts in the text for a picture
SMALLEST = 0.6  # of a picture that is too wide for the page


class Browser(QTextBrowser):
    """Shows a page. Links to other pages are emitted as a signal; links to the web open the web browser.

    Args:
        picture_of: what a block does to channels; None where that cannot be drawn.
    """

    wanted = Signal(str)  # the address of another page

    def __init__(
        self,
        picture_of: Callable[[str], Picture | None],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture_of = picture_of
        self._theme = theme
        self.setOpenLinks(False)
        self.setReadOnly(True)
        self.document().setDocumentMargin(3 * GRID)
        self.anchorClicked.connect(self._follow)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme, applied from the next page on."""
        self._theme = theme

    def show_page(self, markdown: str) -> None:
        """Show a page from its beginning."""
        self.document().clear()
        self.setMarkdown(markdown)
        self._set_formats()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Draw the pictures of blocks; no other resource is loaded."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        address = QUrl(name).toString()
        picture = (
            self._picture_of(address.removeprefix(PICTURE))
            if address.startswith(PICTURE)
            else None
        )
        return QImage() if picture is None else self._drawn(picture)

    def _drawn(self, picture: Picture) -> QImage:
        found = Drawing(picture, self._theme)
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - bar - 2 * self.document().documentMargin() - GRID
        scale = min(1.0, max(SMALLEST, room / found.size.width()))
        return found.image(self.devicePixelRatioF(), scale)

    def _follow(self, link: QUrl) -> None:
        if link.scheme() in OUTSIDE:
            QDesktopServices.openUrl(link)
        else:
            self.wanted.emit(link.toString())

    def _set_formats(self) -> None:
        """Set formats that Markdown lacks: line spacing, table headers and rules, the background of code."""
        block = self.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            form = QTextBlockFormat()
            if level:
                form.setTopMargin(3 * GRID if level > 1 else 0)
                form.setBottomMargin(GRID)
                self._set_letters(block, _heading, level)
            elif _is_code(block):
                form.setBackground(QColor(self._theme.raised))
                if not _is_code(block.next()):
                    form.setBottomMargin(1.5 * GRID)
                self._set_letters(block, _code)
            else:
                in_list = block.textList() is not None
                form.setTopMargin(0)
                form.setBottomMargin(GRID / 2 if in_list else 1.5 * GRID)
                if PICTURE_SIGN not in block.text():
                    form.setLineHeight(LINE_HEIGHT, PROPORTIONAL)
            if QTextCursor(block).currentTable() is not None:
                form.setBottomMargin(0)
            QTextCursor(block).mergeBlockFormat(form)
            block = block.next()
        for frame in _frames(self.document().rootFrame()):
            if isinstance(frame, QTextTable):
                self._dress_table(frame)

    @staticmethod
    def _set_letters(
        block: QTextBlock, change: Callable[..., None], *given: int
    ) -> None:
        """Change the character format of a block, fragment by fragment: links and code are kept."""
        pieces = [(p.position(), p.length(), p.charFormat()) for p in _pieces(block)]
        for start, length, letters in pieces:
            cursor = QTextCursor(block)
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            change(letters, *given)
            cursor.setCharFormat(letters)

    def _dress_table(self, table: QTextTable) -> None:
        form = table.format()
        form.setBorder(1)
        form.setBorderBrush(QColor(self._theme.border))
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderCollapse(True)
        form.setCellSpacing(0)
        form.setCellPadding(GRID)
        form.setTopMargin(GRID)
        form.setBottomMargin(GRID)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 99))
        table.setFormat(form)
        if not table.cellAt(0, 0).firstCursorPosition().block().text():
            table.removeRows(0, 1)  # Markdown has no table without a head


def _heading(letters: QTextCharFormat, level: int) -> None:
    letters.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
    pixels = LARGE_PX + 2 if level == 1 else TITLE_PX + 2
    letters.setProperty(QTextFormat.Property.FontPixelSize.value, pixels)
    letters.setFontWeight(QFont.Weight.DemiBold)


def _code(letters: QTextCharFormat) -> None:
    letters.setFontFamilies(mono_font().families())


def _is_code(block: QTextBlock) -> bool:
    form = block.blockFormat()
    fenced = form.hasProperty(QTextFormat.Property.BlockCodeFence.value)
    return fenced or form.nonBreakableLines()


def _pieces(block: QTextBlock) -> Iterator[QTextFragment]:
    place = block.begin()
    while not place.atEnd():
        yield place.fragment()
        place += 1


def _frames(frame: QTextFrame) -> list[QTextFrame]:
    found = [frame]
    for child in frame.childFrames():
        found += _frames(child)
    return found

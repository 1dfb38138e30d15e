"""A field over the canvas that edits a text on it: a name, a parameter, a title, a note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from designer.canvas.values.shortcut import Shortcut
from designer.canvas.values.theme import GRID, SMALL_PX, Theme
from designer.canvas.view.navigating import NavigableView

LEAST = QSize(18 * GRID, 4 * GRID)
MOST = 48 * GRID  # wide, for a long expression
LEAST_LINES = 10 * GRID  # height of a field for several lines

SHORTCUTS = (
    Shortcut("Double-click on a parameter", "Edit it where it stands", "Numbers"),
    Shortcut("F2", "Rename a node, a frame; write in a note", "Placing"),
)


class InPlaceEditor(QWidget):
    """Lies over the edited text and moves with it. Enter or Tab applies the input, Esc discards it.

    Several lines are taken by Ctrl+Enter, or by going elsewhere. What is refused stays, with the reason below it.
    """

    closed = Signal(object)  # itself

    def __init__(
        self,
        view: NavigableView,
        rect: QRectF,
        text: str,
        accept: Callable[[str], str | None],
        *,
        name: str,
        lines: bool = False,
    ) -> None:
        super().__init__(view.viewport())
        self._view, self._rect, self._accept = view, rect, accept
        self._over = False
        self._was = text
        self._field: QLineEdit | QPlainTextEdit
        self._field = QPlainTextEdit(text) if lines else QLineEdit(text)
        self._field.setAccessibleName(name)
        self._field.installEventFilter(self)
        self._refusal = QLabel()
        self._refusal.setTextFormat(Qt.TextFormat.PlainText)
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._field)
        column.addWidget(self._refusal)
        self.setStyleSheet(_style(view.canvas.theme))
        view.looked_elsewhere.connect(self._follow)
        self._follow()
        self.show()
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def text(self) -> str:
        """The text of the field."""
        if isinstance(self._field, QLineEdit):
            return self._field.text()
        return self._field.toPlainText()

    @property
    def refusal(self) -> str:
        """Why the input was refused."""
        return self._refusal.text()

    def take(self) -> None:
        """Submit the input; closes unless it is refused."""
        text = self.text
        refusal = None if text == self._was else self._accept(text)
        if refusal:
            self._refusal.setText(refusal)
            self._refusal.setAccessibleName(refusal)
            self._refusal.show()
            self._follow()
            self._field.setProperty("refused", True)
            self.setStyleSheet(self.styleSheet())
        else:
            self.leave()

    def leave(self) -> None:
        """Close without a change."""
        if self._over:
            return
        self._over = True
        if self._field.hasFocus():  # hidden, it would pass it on as Tab does
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.closed.emit(self)
        self.deleteLater()

    def _follow(self) -> None:
        """Move to the text's current position, large enough to type in."""
        corner = self._view.mapFromScene(self._rect.topLeft())
        size = (self._rect.size() * self._view.zoom).toSize()
        high = LEAST_LINES if isinstance(self._field, QPlainTextEdit) else 0
        wide = min(self._field.fontMetrics().horizontalAdvance(self._was) + 24, MOST)
        size = size.expandedTo(LEAST).expandedTo(QSize(wide, high))
        if isinstance(self._field, QLineEdit):
            size.setHeight(max(self._field.sizeHint().height(), LEAST.height()))
        self._field.setFixedSize(size)
        self.move(QPoint(corner.x(), corner.y()))
        self.setFixedWidth(size.width())
        self.adjustSize()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and self._ends(event):
                event.accept()  # the canvas has shortcuts on these keys too
                return True
            if event.type() is QEvent.Type.KeyPress and self._ends(event):
                if event.key() == Qt.Key.Key_Escape:
                    self.leave()
                else:
                    self.take()
                return True
        elif isinstance(event, QFocusEvent) and event.lostFocus() and not self._over:
            self._unfocused(event)
        return super().eventFilter(watched, event)

    def _ends(self, event: QKeyEvent) -> bool:
        """Whether a key closes the field. In several lines, Enter and Tab are text."""
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return bool(ctrl) or isinstance(self._field, QLineEdit)
        tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return tab and isinstance(self._field, QLineEdit)

    def _unfocused(self, event: QFocusEvent) -> None:
        """Submit when the focus leaves the field, except for the field's own menu."""
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.take()


def _style(theme: Theme) -> str:
    return f"""
        QLineEdit, QPlainTextEdit {{
            background: {theme.base}; color: {theme.text};
            border: 2px solid {theme.accent}; border-radius: 4px; padding: 2px 6px;
            selection-background-color: {theme.selection};
            selection-color: {theme.on_selection};
        }}
        QLineEdit[refused="true"], QPlainTextEdit[refused="true"] {{
            border-color: {theme.error};
        }}
        QLabel {{
            background: {theme.error_ground}; color: {theme.text};
            border: 1px solid {theme.error}; border-radius: 4px;
            padding: 4px 6px; font-size: {SMALL_PX}px;
        }}
    """

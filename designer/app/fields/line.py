"""A line edit for numbers and expressions; it emits what is entered."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from designer.app.fields.completion import Completion
from designer.app.fields.scrubbing import LARGE_STEP, Scrub
from designer.model.document import is_expression

WORTH_GAP = 8  # between an expression and its value
CHEVRONS = 18  # the width of a number's two arrows


class Line(QLineEdit):
    """A line edit. Up, Down, the wheel and its arrows step a number, by 8 with Ctrl; a drag scrubs it.

    Undo belongs to the design: edits are live, so Ctrl+Z in a field takes back the step that its typing made.
    """

    stepped = Signal(int)
    left = Signal()
    undone = Signal()  # Ctrl+Z or Esc while the text is invalid: restore the value
    cancelled = Signal()  # Esc: undo what was entered since the field got the focus
    scrubbed = Signal(float, bool)  # steps since the drag began; by eight
    scrub_ended = Signal(bool)  # whether it is kept

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.invalid = False
        self._is_number = False
        self._worth = ""
        self._scrub: Scrub | None = None
        self._editing = False  # the text has the focus: a drag selects, as in any field
        self._names: tuple[str, ...] | None = None  # none is completed
        self._completion: Completion | None = None  # made on first use

    @property
    def _steps(self) -> bool:
        """Whether it can be stepped: a number that can be edited."""
        return self._is_number and not self.isReadOnly()

    def set_number(self, is_number: bool) -> None:
        """Whether the text is a number that can be stepped and scrubbed."""
        if is_number != self._is_number:
            self._is_number = is_number
            self._set_margins()
            self._show_cursor()

    def set_worth(self, worth: str) -> None:
        """Set the value of an expression, shown at the right edge."""
        if worth != self._worth:
            self._worth = worth
            self.setAccessibleDescription(worth)
            self._set_margins()

    def _set_margins(self) -> None:
        right = CHEVRONS if self._is_number else 0
        if self._worth:
            right = self.fontMetrics().horizontalAdvance(self._worth) + WORTH_GAP
        self.setTextMargins(0, 0, right, 0)

    def offer(self, names: Iterable[str]) -> None:
        """Set the names to complete, besides those of functions, while an expression is typed."""
        if self._names is None:
            self.textEdited.connect(self._complete)
        self._names = tuple(names)
        if self._completion is not None:
            self._completion.names = self._names

    def _complete(self, text: str) -> None:
        if self._completion is None and is_expression(text):
            self._completion = Completion(self)
            self._completion.names = self._names or ()
            self._completion.show_for(text)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(
            event, QKeyEvent
        ):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            if (undo and not self.invalid) or event.matches(
                QKeySequence.StandardKey.Redo
            ):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in ends and self._completion and self._completion.is_open:
            event.ignore()  # the list, which asks the line first, handles it
            return
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if self._scrub is not None and event.key() == Qt.Key.Key_Escape:
            self._scrub = None
            self.scrub_ended.emit(False)
        elif steps and not self.isReadOnly():
            large = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self.stepped.emit(steps * (LARGE_STEP if large else 1))
        elif self.invalid and event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        elif event.key() == Qt.Key.Key_Escape:
            in_dialog, was_invalid = isinstance(self.window(), QDialog), self.invalid
            if was_invalid:
                self.undone.emit()
            self.cancelled.emit()
            event.setAccepted(in_dialog and was_invalid)  # else the parent returns
        else:
            self._editing = True
            super().keyPressEvent(event)
            if self.invalid and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                # Invalid text is not committed. A dialog has its own rule.
                event.setAccepted(not isinstance(self.window(), QDialog))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus() or self.isReadOnly():
            event.ignore()  # the panel scrolls
            return
        large = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        notches = 1 if event.angleDelta().y() > 0 else -1
        self.stepped.emit(notches * (LARGE_STEP if large else 1))
        event.accept()

    # By the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() is Qt.MouseButton.LeftButton
        at = event.position().toPoint()
        if left and self._steps and at.x() >= self.width() - CHEVRONS:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            large = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            way = 1 if at.y() < self.height() / 2 else -1
            self.stepped.emit(way * (LARGE_STEP if large else 1))
        elif left and self._steps and not self._editing:
            self._scrub = Scrub(at)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._scrub is None:
            self._show_cursor(event.position().toPoint())
            super().mouseMoveEvent(event)
        elif self._scrub.move(event):
            if not self.hasFocus():  # for Esc
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.scrubbed.emit(self._scrub.steps, self._scrub.by_eight)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        scrub, self._scrub = self._scrub, None
        if scrub is None:
            super().mouseReleaseEvent(event)
        elif scrub.moving:
            self.scrub_ended.emit(True)
        else:  # a click
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._editing = True
            self.selectAll()
        self._show_cursor()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_cursor(event.position().toPoint())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def _show_cursor(self, at: QPoint | None = None) -> None:
        if at is not None and at.x() >= self.width() - CHEVRONS and self._steps:
            self.setCursor(Qt.CursorShape.ArrowCursor)
        elif self._steps and not self._editing:
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        else:
            self.setCursor(Qt.CursorShape.IBeamCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Qt sets the focus before the press event: only the release distinguishes a click from a drag.
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        self._editing = self._scrub is None and not by_mouse
        self._show_cursor()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._editing = False
        self._show_cursor()
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._worth:
            with QPainter(self) as painter:
                painter.setPen(self.palette().placeholderText().color())
                box = self.rect().adjusted(0, 0, -WORTH_GAP, 0)
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(box, right, self._worth)
        in_hand = self.underMouse() or self.hasFocus()
        if self._steps and in_hand and not is_expression(self.text()):
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(chevron_pen(self.palette().placeholderText().color()))
                x, middle = self.width() - CHEVRONS / 2 - 2, self.height() / 2
                for side in (-1, 1):
                    y = middle + side * 3
                    tip = QPointF(x, y + side * 3)
                    painter.drawPolyline(
                        QPolygonF([QPointF(x - 3, y), tip, QPointF(x + 3, y)])
                    )


def chevron_pen(colour: QColor) -> QPen:
    """The pen of our own arrows."""
    pen = QPen(colour, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen

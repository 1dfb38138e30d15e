"""Editors of a field that are not text: a combo box and a switch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from designer.app.fields.line import chevron_pen
from designer.app.text.translation import tr

if TYPE_CHECKING:
    _Mixed = QWidget
else:
    _Mixed = object  # a widget has one Qt base class


class LeaveSignals(_Mixed):
    """A mixin of choices and switches: emits signals for Esc and for a lost focus."""

    left = Signal()
    cancelled = Signal()  # Esc

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class Choice(LeaveSignals, QComboBox):
    """A combo box with our own arrow; the wheel scrolls the panel and does not change the choice."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(chevron_pen(self.palette().color(self.foregroundRole())))
            x, y = self.width() - 14.0, self.height() / 2 - 1.5
            painter.drawPolyline(
                QPolygonF([QPointF(x - 4, y), QPointF(x, y + 4), QPointF(x + 4, y)])
            )


class Switch(LeaveSignals, QCheckBox):
    """A sliding on-off switch with its text, or the word for its state if it has none, at the right."""

    WIDTH, HEIGHT = 32, 18

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        words = (self.text(),) if self.text() else (tr("on"), tr("off"), tr("several"))
        wide = max(map(self.fontMetrics().horizontalAdvance, words))
        return QSize(self.WIDTH + 16 + wide, 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        roles = self.palette()
        on = self.checkState() is Qt.CheckState.Checked
        partly = self.checkState() is Qt.CheckState.PartiallyChecked
        track = QRectF(1, (self.height() - self.HEIGHT) / 2, self.WIDTH, self.HEIGHT)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = roles.accent() if on else roles.base()
            rim = roles.accent() if on else roles.placeholderText()
            if self.hasFocus():
                halo = QPen(roles.accent().color(), 1.5)
                painter.setPen(halo)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(track.adjusted(-1, -3, 3, 3), 11, 11)
            painter.setPen(QPen(rim.color(), 1))
            painter.setBrush(ground)
            painter.drawRoundedRect(track, 9, 9)
            left = track.left() + (self.WIDTH - 15 if on else 3)
            if partly:
                left = track.center().x() - 6
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(roles.brightText().color()) if on else rim.color())
            painter.drawEllipse(QRectF(left, track.center().y() - 6, 12, 12))
            painter.setPen(roles.text().color())
            word = self.text() or (
                tr("several") if partly else tr("on") if on else tr("off")
            )
            painter.drawText(
                QRectF(self.WIDTH + 10, 0, self.width(), self.height()),
                Qt.AlignmentFlag.AlignVCenter,
                word,
            )

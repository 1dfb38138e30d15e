"""What the guided tour draws over the window: a frame around the target of a step, and a bubble next to it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from designer.app.text.translation import tr
from designer.app.widgets.labels import mark, plain
from designer.canvas.values.theme import GRID, Theme

WIDTH = 44 * GRID
GAP = 2 * GRID


class Spot(QWidget):
    """A frame around the target of a step; it takes no mouse events."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self.theme.accent), 3))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(2, 2, -2, -2), GRID, GRID
            )


class Bubble(QFrame):
    """Shows the instruction of a step; `left` asks to end the tour."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("guided tour"))
        mark(self, "card", "plain")
        self.setAutoFillBackground(True)
        self._count = plain("", "section")
        self._title = plain("", "title", wrap=True)
        self._text = plain("", wrap=True)
        self._text.setAccessibleName(tr("what to do"))
        self._leave = QPushButton()
        self._leave.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._leave.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._leave)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        for part in (self._count, self._title, self._text):
            column.addWidget(part)
        column.addLayout(buttons)
        self.setFixedWidth(WIDTH)

    def say(self, count: str, title: str, text: str, leave: str) -> None:
        """Show a step."""
        self._count.setText(count)
        self._title.setText(title)
        self._text.setText(text)
        self._leave.setText(leave)
        self._leave.setAccessibleName(leave)
        height = self._column.heightForWidth(WIDTH)
        self.setFixedHeight(max(height, self._column.sizeHint().height()))

    def place(self, spot: QRect, room: QSize) -> None:
        """Move next to a place where there is room, else inside it at its lower edge."""
        size, inside = self.size(), QRect(0, 0, room.width(), room.height())
        beside = (
            QRect(spot.left() - GAP - size.width(), spot.top(), *size.toTuple()),
            QRect(spot.right() + GAP, spot.top(), *size.toTuple()),
            QRect(spot.left(), spot.bottom() + GAP, *size.toTuple()),
        )
        free = next((place for place in beside if inside.contains(place)), None)
        if free is None or spot.width() > room.width() // 3:
            free = QRect(0, 0, *size.toTuple())
            free.moveCenter(spot.center())
            free.moveBottom(spot.bottom() - GAP)
        self.setGeometry(free)

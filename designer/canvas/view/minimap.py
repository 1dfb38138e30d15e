"""The whole network in a corner, with a frame around the visible part. A drag scrolls the view."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from designer.canvas.values.geometry import node_size
from designer.canvas.values.shortcut import Shortcut
from designer.canvas.values.theme import GRID
from designer.canvas.values.translation import tr
from designer.canvas.view.navigating import STEP, NavigableView

SIZE = QSize(26 * GRID, 18 * GRID)
MARGIN = 8.0  # inside
LEAST_PX = 1.5  # of a node, however far away
SOON_MS = 40  # changes in a row are drawn once
STEP_SHARE = 0.25  # of what is in view, for an arrow key

SHORTCUTS = (Shortcut("Drag on the minimap", "Go there; the wheel zooms", "Seeing"),)


class Minimap(QWidget):
    """Draws the nodes of a view's scene as blocks of colour, once a state; only the frame moves with the view.

    Args:
        parent: where it lies; nothing for a panel of its own.
    """

    def __init__(self, view: NavigableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._drawn = QPixmap()
        self._whole = QRectF()
        self._held: QPointF | None = None  # from the middle of the frame to the pointer
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._draw)
        self.setAccessibleName(tr("Minimap"))
        self.setToolTip(tr("Drag to go elsewhere"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        view.canvas.shown.connect(self.redraw)
        view.canvas.restyled.connect(self.redraw)
        view.looked_elsewhere.connect(self.update)

    def sizeHint(self) -> QSize:
        return SIZE

    def redraw(self) -> None:
        """Schedule a redraw of the network, if the minimap is visible."""
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    # Between the map and the scene

    @property
    def _scale(self) -> float:
        whole = self._whole
        room = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        if whole.isEmpty() or room.isEmpty():
            return 1.0
        return min(room.width() / whole.width(), room.height() / whole.height(), 0.25)

    def to_map(self, at: QPointF) -> QPointF:
        """A point of the scene, on the map."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        return middle + (at - self._whole.center()) * self._scale

    def to_scene(self, at: QPointF) -> QPointF:
        """A point of the map, in the scene."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        return self._whole.center() + (at - middle) / self._scale

    @property
    def frame(self) -> QRectF:
        """The visible part, on the map."""
        seen = self._view.seen
        return QRectF(self.to_map(seen.topLeft()), self.to_map(seen.bottomRight()))

    # Drawing

    def _draw(self) -> None:
        """Draw the network alone into a cached picture."""
        canvas = self._view.canvas
        state, look = canvas.state, canvas.look
        boxes = [
            (QRectF(*node.at, *node_size(node, canvas.options)), node)
            for node in state.nodes.values()
        ]
        self._whole = _whole([box for box, _ in boxes])
        ratio = self.devicePixelRatioF()
        drawn = QPixmap((self.size() * ratio).expandedTo(QSize(1, 1)))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(look.canvas)
        with QPainter(drawn) as painter:
            scale = self._scale
            for box, node in boxes:
                colour = look.node_colours(node.category, node.colour).ink
                if node.severity:
                    colour = look.severity[node.severity]
                corner = self.to_map(box.topLeft())
                painter.fillRect(
                    QRectF(
                        corner.x(),
                        corner.y(),
                        max(box.width() * scale, LEAST_PX),
                        max(box.height() * scale, LEAST_PX),
                    ),
                    colour,
                )
        self._drawn = drawn
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._view.canvas.look
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._drawn)
            edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            frame = self.frame.intersected(edge.adjusted(1, 1, -1, -1))
            ground = QColor(look.selected)
            ground.setAlpha(30)
            painter.setPen(QPen(look.selected, 1.5))
            painter.setBrush(ground)
            painter.drawRect(frame)
            focus = self.hasFocus()
            painter.setPen(
                QPen(look.selected if focus else look.border, 2 if focus else 1)
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(edge)

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = event.position()
        inside = self.frame.contains(at)
        self._held = at - self.frame.center() if inside else QPointF()
        self._go(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def _go(self, at: QPointF) -> None:
        held = self._held or QPointF()
        self._view.centerOn(self.to_scene(at - held))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        self._view.zoom_to(self._view.zoom * STEP ** (event.angleDelta().y() / 120))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways: dict[int, tuple[int, int]] = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        if event.key() not in ways:
            super().keyPressEvent(event)
            return
        x, y = ways[event.key()]
        size = self._view.viewport().size() * STEP_SHARE
        self._view.scroll_by(x * size.width(), y * size.height())


def _whole(boxes: list[QRectF]) -> QRectF:
    """The bounds of all; uniting QRectF one by one takes ten times as long."""
    if not boxes:
        return QRectF()
    left = min(box.left() for box in boxes)
    top = min(box.top() for box in boxes)
    right = max(box.right() for box in boxes)
    bottom = max(box.bottom() for box in boxes)
    return QRectF(left, top, right - left, bottom - top)

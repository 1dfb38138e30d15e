"""Zooms and pans by wheel, trackpad, middle button and Space, and to given items."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from designer.canvas.picture.pointing import Pointer
from designer.canvas.scene import CanvasScene
from designer.canvas.values.options import DEFAULT, ViewOptions
from designer.canvas.values.shortcut import Shortcut

SMALLEST, LARGEST = 0.05, 4.0
STEP = 1.2  # of a zoom key, or of a notch of the wheel
NOTCH = 120.0  # of a wheel, in eighths of a degree
NOTCH_PX = 60.0  # that a notch scrolls
WORLD = 4e6  # the ground is this wide: larger, and scroll bars would overflow at 400 %
MARGIN_PX = 40  # around what is fitted

SHORTCUTS = (
    Shortcut(
        "Wheel",
        "Zoom at the cursor; with Shift, go sideways",
        "Seeing",
        "The settings let the wheel scroll instead; then Ctrl+wheel zooms.",
    ),
    Shortcut("Middle drag, Space+drag", "Pan", "Seeing"),
    Shortcut(
        "Two fingers on a trackpad",
        "Pan; pinch to zoom",
        "Seeing",
        "Where the system reports no pinches, Ctrl and two fingers zoom.",
    ),
)


class NavigableView(QGraphicsView):
    """A view of an unbounded scene, without scroll bars."""

    zoom_changed = Signal(float)  # 1.0 is 100 %
    looked_elsewhere = Signal()  # zoomed or scrolled

    def __init__(self, scene: CanvasScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.wheel = DEFAULT.wheel
        self._pan_from: QPoint | None = None
        self._pan_button = Qt.MouseButton.NoButton
        self._space = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTransformationAnchor(self.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(self.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSceneRect(-WORLD / 2, -WORLD / 2, WORLD, WORLD)
        self.centerOn(0, 0)

    @property
    def canvas(self) -> CanvasScene:
        """Its scene."""
        scene = self.scene()
        assert isinstance(scene, CanvasScene)
        return scene

    def set_options(self, options: ViewOptions) -> None:
        """Set what the wheel does."""
        self.wheel = options.wheel

    # Zoom and place

    @property
    def zoom(self) -> float:
        """Screen pixels a scene pixel: 1.0 is 100 %."""
        return self.transform().m11()

    @property
    def seen(self) -> QRectF:
        """The visible part of the scene."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def zoom_to(self, zoom: float, around: QPointF | None = None) -> None:
        """Zoom around a point of the viewport, by default its middle."""
        zoom = min(max(zoom, SMALLEST), LARGEST)
        anchor = around or QRectF(self.viewport().rect()).center()
        before = self._scene_point(anchor)
        self.setTransform(QTransform.fromScale(zoom, zoom))
        way = (before - self._scene_point(anchor)) * zoom
        self.scroll_by(round(way.x()), round(way.y()))
        self.zoom_changed.emit(zoom)
        self.looked_elsewhere.emit()

    def zoom_in(self) -> None:
        self.zoom_to(self.zoom * STEP)

    def zoom_out(self) -> None:
        self.zoom_to(self.zoom / STEP)

    def zoom_reset(self) -> None:
        """Zoom to 100 % around the middle."""
        self.zoom_to(1.0)

    def fit(self, rect: QRectF) -> None:
        """Show that part of the scene, at 100 % where it is small."""
        if rect.isEmpty():
            self.zoom_to(1.0)
            self.centerOn(0, 0)
            return
        margin = MARGIN_PX
        room = self.viewport().rect().adjusted(margin, margin, -margin, -margin)
        self.zoom_to(
            min(
                max(room.width(), 1) / rect.width(),
                max(room.height(), 1) / rect.height(),
                1.0,
            )
        )
        self.centerOn(rect.center())

    def pointer_at(self, at: QPoint, keys: Qt.KeyboardModifier) -> Pointer:
        """The pointer at a position of the viewport."""
        return Pointer(self._scene_point(QPointF(at)), self.zoom, self.seen, keys)

    def _scene_point(self, at: QPointF) -> QPointF:
        return self.viewportTransform().inverted()[0].map(at)

    def scroll_by(self, x: int, y: int) -> None:
        """Scroll by a number of pixels."""
        for bar, way in (
            (self.horizontalScrollBar(), x),
            (self.verticalScrollBar(), y),
        ):
            bar.setValue(bar.value() + way)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.looked_elsewhere.emit()

    # Wheel and trackpad

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        keys = event.modifiers()
        zooming = bool(keys & Qt.KeyboardModifier.ControlModifier)
        if self._of_fingers(event) and not zooming:
            way = event.pixelDelta() or event.angleDelta() / 4
            self.scroll_by(-way.x(), -way.y())
            return
        notches = (event.angleDelta().y() or event.angleDelta().x()) / NOTCH
        if keys & Qt.KeyboardModifier.ShiftModifier:
            self.scroll_by(round(-NOTCH_PX * notches), 0)
        elif zooming or self.wheel == "zoom":
            self.zoom_to(self.zoom * STEP**notches, event.position())
        else:
            way = event.angleDelta() * (NOTCH_PX / NOTCH)
            self.scroll_by(-way.x(), -way.y())

    def _of_fingers(self, event: QWheelEvent) -> bool:
        """Whether a trackpad scrolls, whose events have a beginning and an end."""
        touchpad = event.device().type() is QInputDevice.DeviceType.TouchPad
        return touchpad or event.phase() is not Qt.ScrollPhase.NoScrollPhase

    def viewportEvent(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom_to(self.zoom * (1 + event.value()), event.position())
            return True
        return super().viewportEvent(event)

    # Mouse events

    @property
    def panning(self) -> bool:
        """Whether a drag pans now, or would."""
        return self._pan_from is not None or self._space

    def mousePressEvent(self, event: QMouseEvent) -> None:
        middle = event.button() is Qt.MouseButton.MiddleButton
        if middle or (self._space and event.button() is Qt.MouseButton.LeftButton):
            self._pan_from = event.position().toPoint()
            self._pan_button = event.button()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            at = event.position().toPoint()
            way, self._pan_from = self._pan_from - at, at
            self.scroll_by(way.x(), way.y())
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None and event.button() is self._pan_button:
            self._pan_from = None
            self._hold_space(self._space)
            return
        super().mouseReleaseEvent(event)

    def _hold_space(self, held: bool) -> None:
        self._space = held
        if held:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.viewport().unsetCursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self._hold_space(True)
            event.accept()
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold_space(False)
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hold_space(False)
        super().focusOutEvent(event)

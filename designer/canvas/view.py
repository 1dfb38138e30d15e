"""The view on the canvas: zoom, pan, fit, and the edges that scroll while something is dragged."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragMoveEvent,
    QFocusEvent,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QLabel, QWidget

from designer.canvas.edge_scroller import EdgeScroller
from designer.canvas.ground import Ground
from designer.canvas.node_item import NEAR
from designer.canvas.pointing import Pointer
from designer.canvas.scene import CanvasScene
from designer.canvas.theme import TITLE_PX, Theme

SMALLEST, LARGEST = 0.05, 4.0
STEP = 1.2  # of a zoom key, or of a notch of the wheel
NOTCH = 120.0  # of a wheel, in eighths of a degree
WORLD = 4e6  # the ground is this wide: larger, and scroll bars would overflow at 400 %
MARGIN_PX = 40  # around what is fitted
HINT = "Drag a block here, or press Tab"


class CanvasView(QGraphicsView):
    """Shows a CanvasScene.

    Wheel zooms at the cursor; middle drag, Space-drag or two fingers on a trackpad pan. F fits the selection, Home
    everything, 1 is 100 %, Tab and Shift+A search; Shift+Tab leaves the canvas.
    """

    zoom_changed = Signal(float)  # 1.0 is 100 %

    def __init__(self, scene: CanvasScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._ground = Ground()
        self._pan_from: QPoint | None = None
        self._pan_button = Qt.MouseButton.NoButton
        self._space = False
        self._hint = QLabel(HINT, self.viewport())
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._edges = EdgeScroller(self)
        self.setAccessibleName("Canvas")
        self.viewport().setAccessibleName("Canvas")  # it is what takes the focus
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        # Items leave the painter as they need it, and their bounds have room for antialiasing.
        self.setOptimizationFlag(self.OptimizationFlag.DontSavePainterState)
        self.setOptimizationFlag(self.OptimizationFlag.DontAdjustForAntialiasing)
        self.setTransformationAnchor(self.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(self.ViewportAnchor.AnchorViewCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSceneRect(-WORLD / 2, -WORLD / 2, WORLD, WORLD)
        self.centerOn(0, 0)
        scene.shown.connect(self._describe)
        self._dress()
        self._describe()

    @property
    def canvas(self) -> CanvasScene:
        """Its scene."""
        scene = self.scene()
        assert isinstance(scene, CanvasScene)
        return scene

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme, the scene too."""
        self.canvas.set_theme(theme)
        self._dress()

    def _dress(self) -> None:
        theme = self.canvas.theme
        self._hint.setStyleSheet(
            f"background: transparent; color: {theme.muted}; font-size: {TITLE_PX}px"
        )
        self.viewport().update()

    # Zoom and place

    @property
    def zoom(self) -> float:
        """Screen pixels a scene pixel: 1.0 is 100 %."""
        return self.transform().m11()

    def zoom_to(self, zoom: float, around: QPointF | None = None) -> None:
        """Zoom; what is at `around`, in the viewport, stays there. Without it, the middle stays."""
        zoom = min(max(zoom, SMALLEST), LARGEST)
        anchor = around or QRectF(self.viewport().rect()).center()
        before = self._scene_point(anchor)
        self.setTransform(QTransform.fromScale(zoom, zoom))
        self.canvas.show_labels(zoom >= NEAR)
        way = (before - self._scene_point(anchor)) * zoom
        self.scroll_by(round(way.x()), round(way.y()))
        self.zoom_changed.emit(zoom)

    def zoom_in(self) -> None:
        self.zoom_to(self.zoom * STEP)

    def zoom_out(self) -> None:
        self.zoom_to(self.zoom / STEP)

    def zoom_reset(self) -> None:
        """100 %, the middle stays."""
        self.zoom_to(1.0)

    def fit_all(self) -> None:
        """Show the whole network, at 100 % where it is small."""
        self._fit(self.canvas.bounds_of())

    def fit_selection(self) -> None:
        """Show the selected nodes, or the whole network where none is selected."""
        self._fit(self.canvas.bounds_of(self.canvas.selected_nodes() or None))

    def reveal(self, id: str) -> None:
        """Select a node and bring it to the middle, near enough to read."""
        self.canvas.select((id,))
        self.zoom_to(max(self.zoom, 0.6))
        self.centerOn(self.canvas.bounds_of((id,)).center())

    def _fit(self, rect: QRectF) -> None:
        if rect.isEmpty():
            self.zoom_to(1.0)
            self.centerOn(0, 0)
            return
        room = (
            self.viewport()
            .rect()
            .adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
        )
        self.zoom_to(
            min(
                max(room.width(), 1) / rect.width(),
                max(room.height(), 1) / rect.height(),
                1.0,
            )
        )
        self.centerOn(rect.center())

    def pointer_at(self, at: QPoint, keys: Qt.KeyboardModifier) -> Pointer:
        """The pointer, at a place of the viewport."""
        return Pointer(
            self._scene_point(QPointF(at)),
            self.zoom,
            self.mapToScene(self.viewport().rect()).boundingRect(),
            keys,
        )

    def _scene_point(self, at: QPointF) -> QPointF:
        return self.viewportTransform().inverted()[0].map(at)

    def scroll_by(self, x: int, y: int) -> None:
        """Show what is that many pixels further."""
        for bar, way in (
            (self.horizontalScrollBar(), x),
            (self.verticalScrollBar(), y),
        ):
            bar.setValue(bar.value() + way)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        keys = event.modifiers()
        touchpad = event.device().type() is QInputDevice.DeviceType.TouchPad
        if touchpad and not keys & Qt.KeyboardModifier.ControlModifier:
            way = event.pixelDelta() or event.angleDelta() / 4
            self.scroll_by(-way.x(), -way.y())
            return
        notches = (event.angleDelta().y() or event.angleDelta().x()) / NOTCH
        if keys & Qt.KeyboardModifier.ShiftModifier:
            self.scroll_by(round(-60 * notches), 0)
        else:
            self.zoom_to(self.zoom * STEP**notches, event.position())

    def viewportEvent(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom_to(self.zoom * (1 + event.value()), event.position())
            return True
        return super().viewportEvent(event)

    # The hand: panning here, all else in the scene

    def mousePressEvent(self, event: QMouseEvent) -> None:
        middle = event.button() is Qt.MouseButton.MiddleButton
        if middle or (self._space and event.button() is Qt.MouseButton.LeftButton):
            self._pan_from, self._pan_button = (
                event.position().toPoint(),
                event.button(),
            )
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pan_from is not None:
            way, self._pan_from = self._pan_from - at, at
            self.scroll_by(way.x(), way.y())
            return
        super().mouseMoveEvent(event)
        self._edges.watch(at, event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None and event.button() is self._pan_button:
            self._pan_from = None
            self._show_space()
            return
        super().mouseReleaseEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._edges.watch(event.position().toPoint(), event.modifiers())

    def _show_space(self) -> None:
        if self._space:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.viewport().unsetCursor()

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), event.modifiers()
        plain = keys in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        actions = {
            Qt.Key.Key_F: self.fit_selection,
            Qt.Key.Key_Home: self.fit_all,
            Qt.Key.Key_1: self.zoom_reset,
        }
        if key == Qt.Key.Key_Space and plain:
            if not event.isAutoRepeat():
                self._space = True
                self._show_space()
        elif plain and key in actions:
            actions[key]()
        elif key == Qt.Key.Key_A and keys == Qt.KeyboardModifier.ShiftModifier:
            self._search()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._show_space()
        super().keyReleaseEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward:  # Tab belongs to the search here
            self._search()
            return True
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = False
        self._show_space()
        super().focusOutEvent(event)

    def _search(self) -> None:
        """Ask for the search popup at the cursor, or in the middle while the cursor is elsewhere."""
        viewport = self.viewport()
        at = viewport.mapFromGlobal(self.cursor().pos())
        if not viewport.rect().contains(at):
            at = viewport.rect().center()
        self.canvas.search_requested.emit(self.mapToScene(at), None)

    # The ground

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        self._ground.paint(painter, rect, self.canvas.look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hint()

    def _describe(self) -> None:
        """Say what is on the canvas, to those who do not see it too."""
        state = self.canvas.state
        blocks, errors = len(state.nodes), len(state.analysis.errors)
        self.setAccessibleDescription(
            f"{blocks} {'block' if blocks == 1 else 'blocks'}, "
            f"{errors} {'error' if errors == 1 else 'errors'}"
        )
        self._show_hint()

    def _show_hint(self) -> None:
        self._hint.adjustSize()
        self._hint.move(self.viewport().rect().center() - self._hint.rect().center())
        self._hint.setVisible(not self.canvas.state.nodes)

"""The view of the canvas: the visible part of a scene, its keys, and the fields that edit its texts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import (
    QDragMoveEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QWidget

from designer.canvas.items.node_item import NEAR
from designer.canvas.picture.pointing import cursor_for
from designer.canvas.scene import CanvasScene
from designer.canvas.values.options import ViewOptions
from designer.canvas.values.theme import TITLE_PX, Theme
from designer.canvas.values.translation import later, tr
from designer.canvas.values.values import TextRef
from designer.canvas.view.announcements import Announcer
from designer.canvas.view.edge_scroller import EdgeScroller
from designer.canvas.view.ground import Ground
from designer.canvas.view.held_keys import HeldKeys
from designer.canvas.view.in_place import InPlaceEditor
from designer.canvas.view.minimap import Minimap
from designer.canvas.view.navigating import (
    LARGEST,
    MARGIN_PX,
    SMALLEST,
    STEP,
    NavigableView,
)

__all__ = ["HINT", "LARGEST", "MARGIN_PX", "SMALLEST", "STEP", "CanvasView"]

HINT = later("Drag a block here, or press Tab")
CORNER_PX = 16  # from the minimap to the corner
READABLE = 0.6  # minimum zoom to read a node


class CanvasView(NavigableView):
    """Shows a CanvasScene.

    F fits the selection, Home everything, 1 is 100 %, Tab and Shift+A search; Shift+Tab leaves the canvas.
    """

    def __init__(self, scene: CanvasScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        # Before it has a name: on Windows, Qt then queries the canvas's accessibility interface.
        self.announcer = Announcer(self)
        self._ground = Ground()
        self._minimap: Minimap | None = None
        self._editor: InPlaceEditor | None = None
        self._hint = QLabel(tr(HINT), self)  # what lies in the viewport is scrolled
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._edges = EdgeScroller(self)
        self._keys = HeldKeys(self)
        self.setAccessibleName(tr("Canvas"))
        self.viewport().setAccessibleName(tr("Canvas"))  # it takes the focus
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
        scene.shown.connect(self._describe)
        scene.shown.connect(self._show_sentences)
        self.looked_elsewhere.connect(self._show_sentences)
        self.zoom_changed.connect(self._show_labels)
        self._apply_theme()
        self._describe()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme, also in the scene."""
        self.canvas.set_theme(theme)
        self._apply_theme()

    def set_options(self, options: ViewOptions) -> None:
        """Set the display options and what the wheel does, also in the scene."""
        super().set_options(options)
        self.canvas.set_options(options)
        self._show_labels(self.zoom)
        self._show_minimap(options.minimap)

    def _show_minimap(self, shown: bool) -> None:
        if shown and self._minimap is None:
            self._minimap = Minimap(self, self)
            self._minimap.resize(self._minimap.sizeHint())
        if self._minimap is not None:
            self._minimap.setVisible(shown)
            self._place_minimap()

    def _place_minimap(self) -> None:
        """Place the minimap in the lower right corner."""
        if self._minimap is not None:
            size, room = self._minimap.size(), self.viewport().size()
            x = room.width() - size.width() - CORNER_PX
            self._minimap.move(x, room.height() - size.height() - CORNER_PX)

    def _apply_theme(self) -> None:
        theme = self.canvas.theme
        self._hint.setStyleSheet(
            f"background: transparent; color: {theme.muted}; font-size: {TITLE_PX}px"
        )
        self.viewport().update()

    def _show_labels(self, zoom: float) -> None:
        self.canvas.show_labels(zoom >= NEAR and self.canvas.options.shapes)

    # What is in view

    def _show_sentences(self) -> None:
        """Place messages so that they are completely visible."""
        if self.zoom >= NEAR:  # from farther away they are not painted
            seen = self.seen
            for item in self.canvas.node_items_near(seen):
                item.show_sentence_in(seen)

    def fit_all(self) -> None:
        """Show the whole network, at 100 % where it is small."""
        self.fit(self._bounds_of(None))

    def fit_selection(self) -> None:
        """Show the selected nodes, or the whole network where none is selected."""
        self.fit(self._bounds_of(self.canvas.selected_nodes() or None))

    def reveal(self, id: str) -> None:
        """Select a node and bring it to the middle, near enough to read."""
        self.canvas.select((id,))
        self.zoom_to(max(self.zoom, READABLE))
        self.centerOn(self._bounds_of((id,)).center())

    def _bounds_of(self, ids: tuple[str, ...] | None) -> QRectF:
        """The bounds of nodes after their animation."""
        with self.canvas.glider.arrived():
            return self.canvas.bounds_of(ids)

    # Writing in place

    def write(
        self,
        ref: TextRef,
        text: str,
        accept: Callable[[str], str | None],
        *,
        name: str,
    ) -> None:
        """Open a field over a text of the canvas.

        Args:
            text: the current text.
            accept: takes the input; returns the refusal, or None.
            name: of the text, for screen readers.
        """
        rect = self.canvas.text_rect(ref)
        if rect is None:
            return
        if self._editor is not None:
            self._editor.leave()
        if self.zoom < READABLE:
            self.zoom_to(READABLE)
        self.ensureVisible(rect, MARGIN_PX, MARGIN_PX)
        editor = InPlaceEditor(self, rect, text, accept, name=name, lines=ref.is_note)
        editor.closed.connect(self._written)
        self._editor = editor

    def _written(self, editor: InPlaceEditor) -> None:
        if editor is self._editor:
            self._editor = None

    # Mouse events

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self.panning:
            return
        at = event.position().toPoint()
        self._edges.watch(at, event.modifiers())
        self._keys.watch(at)
        if self.canvas.gesture is None and not event.buttons():
            pointer = self.pointer_at(at, event.modifiers())
            shape = cursor_for(self.canvas, pointer)
            if shape is None:
                self.viewport().unsetCursor()
            else:
                self.viewport().setCursor(shape)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._edges.watch(event.position().toPoint(), event.modifiers())
        self._keys.watch(event.position().toPoint())

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), event.modifiers()
        plain = keys in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        actions: dict[int, Callable[[], None]] = {
            Qt.Key.Key_F: self.fit_selection,
            Qt.Key.Key_Home: self.fit_all,
            Qt.Key.Key_1: self.zoom_reset,
        }
        if plain and key in actions:
            actions[key]()
        elif key == Qt.Key.Key_A and keys == Qt.KeyboardModifier.ShiftModifier:
            self._search()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab belongs to the search here. Qt asks for the next widget when the canvas is hidden too.
        if forward and self.isVisible():
            self._search()
            return True
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        scene = self.scene()
        if isinstance(scene, CanvasScene):  # gone before its view
            scene.cancel_gesture()  # also a wire that hangs at the cursor
        super().focusOutEvent(event)

    def _search(self) -> None:
        """Ask for the search popup at the cursor, or in the middle while the cursor is elsewhere."""
        viewport = self.viewport()
        at = viewport.mapFromGlobal(self.cursor().pos())
        if not viewport.rect().contains(at):
            at = viewport.rect().center()
        self.canvas.search_requested.emit(self.mapToScene(at), None)

    # The ground

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        self._ground.paint(painter, QRectF(rect), self.canvas.look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hint()
        self._place_minimap()
        self.looked_elsewhere.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def _describe(self) -> None:
        """Describe the canvas, also for screen readers."""
        state = self.canvas.state
        blocks, errors = len(state.nodes), len(state.analysis.errors)
        counted = [
            tr("1 block") if blocks == 1 else tr("{count} blocks").format(count=blocks),
            tr("1 error") if errors == 1 else tr("{count} errors").format(count=errors),
        ]
        self.setAccessibleDescription(", ".join(counted))
        self._show_hint()

    def _show_hint(self) -> None:
        self._hint.adjustSize()
        self._hint.move(self.viewport().rect().center() - self._hint.rect().center())
        self._hint.setVisible(not self.canvas.state.nodes)

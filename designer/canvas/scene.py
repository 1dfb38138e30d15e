"""The canvas's scene: a picture of the network with gestures and keys. It requests changes but makes none."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import fill

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGraphicsSceneContextMenuEvent,
    QGraphicsSceneDragDropEvent,
    QGraphicsSceneEvent,
    QGraphicsSceneHelpEvent,
    QGraphicsSceneMouseEvent,
    QToolTip,
)

from blocks.definition import Block
from designer.canvas.gestures import HELD, Gesture, gesture_for
from designer.canvas.gestures.drop_block import DropBlock
from designer.canvas.items.paint import Look
from designer.canvas.keyboard import press_key
from designer.canvas.picture.glide import Glider
from designer.canvas.picture.hovering import Hovering
from designer.canvas.picture.pointing import (
    Pointer,
    node_at,
    parameter_at,
    port_at,
    under,
    wire_at,
)
from designer.canvas.picture.spotlight import Spotlight
from designer.canvas.picture.surface import Surface
from designer.canvas.values.scene_state import SceneState
from designer.canvas.values.theme import LIGHT, Theme
from designer.canvas.values.values import TextRef
from designer.canvas.values.wire_words import port_words, wire_words

TOOLTIP_COLUMNS = 100
BLOCK_MIME = "application/x-channelwise-block"  # a block's id in UTF-8


class CanvasScene(Surface):
    """Shows states, and turns gestures and keys into requests.

    The controller answers every request with `show_state`, also when it refuses.
    """

    shown = Signal()  # a state
    restyled = Signal()  # in a theme, or with other options

    def __init__(
        self,
        catalog: Mapping[str, Block],
        theme: Theme = LIGHT,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(catalog, theme, parent)
        self.gesture: Gesture | None = None
        self._button = Qt.MouseButton.LeftButton  # that the gesture is made with
        self._right_used = False  # the right button, last: it asks for no menu
        self._hovering = Hovering(self)
        self.glider = Glider(self)
        self.spotlight = Spotlight(self)

    # What is shown

    def show_state(self, state: SceneState) -> None:
        if self.gesture is not None:
            gone = self.state.things - state.things
            cut = frozenset(self.state.wires.keys() - state.wires.keys())
            if (gone or cut) and self.gesture.needs(gone, cut):
                self.cancel_gesture()
        self._hovering.clear()
        self.glider.stop()
        super().show_state(state)
        if self.spotlight.on:
            self.spotlight.refresh()
        self.shown.emit()
        self.tell_selection()

    def _apply_look(self, look: Look) -> None:
        self.cancel_gesture()
        super()._apply_look(look)
        self.restyled.emit()
        if self.spotlight.on:
            self.spotlight.refresh()

    # Mouse events

    def pointer(
        self, event: QGraphicsSceneEvent, at: QPointF, keys: Qt.KeyboardModifier
    ) -> Pointer:
        """The position of an event, in the view that it came from."""
        views = self.views()
        viewport = event.widget()
        view = next((it for it in views if it.viewport() is viewport), views[0])
        return Pointer(
            at,
            view.transform().m11(),
            view.mapToScene(view.viewport().rect()).boundingRect(),
            keys,
        )

    def cancel_gesture(self) -> bool:
        """Cancel the gesture, as if it had not begun; returns whether there was one."""
        gesture, self.gesture = self.gesture, None
        if gesture is not None:
            gesture.cancel()
        return gesture is not None

    def _end_gesture(self, pointer: Pointer) -> None:
        gesture, self.gesture = self.gesture, None
        if gesture is not None and not gesture.end(pointer):
            self.gesture = gesture

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.accept()
        pointer = self.pointer(event, event.scenePos(), event.modifiers())
        right = event.button() is Qt.MouseButton.RightButton
        self._right_used = right
        if self.gesture is None:
            self._right_used = self._start(event.button(), pointer) and right
        elif event.button() is self._button:
            # A wire hangs at the cursor: this click ends it.
            self.gesture.moved = True
            self.gesture.move(pointer)
        else:
            self.cancel_gesture()

    def _start(self, button: Qt.MouseButton, pointer: Pointer) -> bool:
        """Start the gesture of a press; returns whether there is one."""
        kind, target = under(self, pointer)
        gesture = gesture_for(kind, pointer.modifiers, button)
        if gesture is None:
            return False
        self._hovering.clear()
        self.glider.stop()
        self._button = button
        self.gesture = gesture(self, pointer, target)
        return True

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.accept()
        pointer = self.pointer(event, event.scenePos(), event.modifiers())
        if self.gesture is not None:
            self.gesture.move(pointer)
        elif not event.buttons():
            self._hovering.rest(pointer)

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.accept()
        if event.button() is self._button:
            self._end_gesture(self.pointer(event, event.scenePos(), event.modifiers()))

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.accept()
        pointer = self.pointer(event, event.scenePos(), event.modifiers())
        kind, target = under(self, pointer)
        plain = event.button() is Qt.MouseButton.LeftButton and not (
            pointer.modifiers & HELD
        )
        if self.gesture is not None or not plain or kind in ("port", "dot", "wire"):
            self.mousePressEvent(event)  # two quick clicks
        elif kind == "node":
            setting = parameter_at(target, pointer)
            if setting:
                ref = TextRef(target.node.id, setting.name, setting.first)
                self.text_requested.emit(ref)
            else:
                self.activated.emit(target.node.id)
        elif kind in ("frame", "note"):
            self.text_requested.emit(TextRef(target.ref))
        else:
            self.search_requested.emit(pointer.at, None)

    def contextMenuEvent(self, event: QGraphicsSceneContextMenuEvent) -> None:
        event.accept()
        if self._right_used or self.cancel_gesture():
            return
        self.ask_menu(self.pointer(event, event.scenePos(), event.modifiers()))

    def helpEvent(self, event: QGraphicsSceneHelpEvent) -> None:
        pointer = self.pointer(event, event.scenePos(), Qt.KeyboardModifier.NoModifier)
        text = ""
        if port := port_at(self, pointer):
            text = port_words(self.state, port)
        elif node := node_at(self, pointer):
            text = node.node.description
        elif wire := wire_at(self, pointer):
            text = wire_words(self.state, wire.wire.edge)
        # Tooltips are plain text, and Qt wraps only the rich: a message may be long.
        shown = "\n".join(fill(row, TOOLTIP_COLUMNS) for row in text.splitlines())
        QToolTip.showText(event.screenPos(), shown, event.widget())

    # A block from the palette

    def dragEnterEvent(self, event: QGraphicsSceneDragDropEvent) -> None:
        if not event.mimeData().hasFormat(BLOCK_MIME):
            event.ignore()
            return
        event.acceptProposedAction()
        self.cancel_gesture()
        self._hovering.clear()
        block = bytes(event.mimeData().data(BLOCK_MIME).data()).decode()
        self.gesture = DropBlock(
            self, self.pointer(event, event.scenePos(), event.modifiers()), block
        )

    def dragMoveEvent(self, event: QGraphicsSceneDragDropEvent) -> None:
        if not isinstance(self.gesture, DropBlock):
            event.ignore()
            return
        event.acceptProposedAction()
        self.gesture.drag(self.pointer(event, event.scenePos(), event.modifiers()))

    def dragLeaveEvent(self, event: QGraphicsSceneDragDropEvent) -> None:
        self.cancel_gesture()

    def dropEvent(self, event: QGraphicsSceneDragDropEvent) -> None:
        if isinstance(self.gesture, DropBlock):
            event.acceptProposedAction()
            self._end_gesture(self.pointer(event, event.scenePos(), event.modifiers()))

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            if self.cancel_gesture():
                pass
            elif self.spotlight.on:
                self.spotlight.off()
            else:
                self.select(())
        elif self.gesture is not None:
            event.accept()  # keys wait until the gesture has ended
        else:
            event.setAccepted(press_key(self, event))

"""What a hand does on the canvas: one small class a gesture, each with move, end and cancel.

A gesture starts when it is made. It shows what is going on, and asks for a change only at its end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from designer.canvas.geometry import snapped
from designer.canvas.node_item import NodeItem
from designer.canvas.overlays import OVER, Band, Bubble, LooseWire
from designer.canvas.pointing import Pointer, node_at, port_at, wire_at
from designer.canvas.state import PortRef, Side, Verdict, block_state
from designer.canvas.wire_item import WireItem
from designer.model.document import Edge

if TYPE_CHECKING:
    from designer.canvas.scene import CanvasScene

SLOP_PX = 4  # a hand that clicks trembles this far


class Gesture:
    """The base of all gestures: nothing happens."""

    def __init__(self, scene: CanvasScene, pointer: Pointer) -> None:
        self.scene = scene
        self.started = pointer
        self.moved = False

    def move(self, pointer: Pointer) -> None:
        """The pointer moved."""
        way = (pointer.at - self.started.at) * pointer.scale
        if self.moved or way.manhattanLength() > SLOP_PX:
            self.moved = True
            self.drag(pointer)

    def drag(self, pointer: Pointer) -> None:
        """The pointer moved further than a hand trembles."""

    def end(self, pointer: Pointer) -> bool:
        """The button was released; False keeps the gesture going until the next click."""
        return True

    def cancel(self) -> None:
        """Escape, or what it worked on is gone: all as before."""

    def needs(self, nodes: frozenset[str], edges: frozenset[Edge]) -> bool:
        """Whether it cannot go on without one of these nodes and wires."""
        return False


class DrawWire(Gesture):
    """From a port to a port: drag, or click, move and click. The verdict shows before the button is released."""

    def __init__(self, scene: CanvasScene, pointer: Pointer, origin: PortRef) -> None:
        super().__init__(scene, pointer)
        self.origin = origin
        self.target: PortRef | None = None
        self.verdict: Verdict | None = None
        self._wire = LooseWire(scene.look)
        self._bubble = Bubble(scene.look)
        scene.addItem(self._wire)
        scene.addItem(self._bubble)
        self._ring(origin, scene.look.wire_lit)
        self._span(pointer.at)

    def drag(self, pointer: Pointer) -> None:
        target = self._target(pointer)
        if target != self.target:
            self._aim(target)
        self._span(pointer.at)
        self._bubble.stay_in(pointer.at, pointer.visible, pointer.scale)

    def end(self, pointer: Pointer) -> bool:
        if not self.moved:
            return False  # a click: the wire hangs at the cursor until the next one
        target, verdict = self.target, self.verdict
        self.cancel()
        if target is None:
            self.scene.search_requested.emit(pointer.at, self.origin)
        elif verdict and verdict.ok:
            self.scene.connect_requested.emit(*_ends(self.origin, target))
        return True

    def cancel(self) -> None:
        self._aim(None)
        self._ring(self.origin, None)
        self.scene.removeItem(self._wire)
        self.scene.removeItem(self._bubble)

    def needs(self, nodes: frozenset[str], edges: frozenset[Edge]) -> bool:
        return self.origin.node in nodes or (
            self.target is not None and self.target.node in nodes
        )

    def _target(self, pointer: Pointer) -> PortRef | None:
        """The port within reach, or of the node under the pointer the first that fits."""
        side: Side = "input" if self.origin.side == "output" else "output"
        port = port_at(self.scene, pointer, side)
        if port is None:
            item = node_at(self.scene, pointer)
            if item is None:
                return None
            ports = [port for port, _ in item.ports() if port.side == side]
            if self.target in ports:
                return self.target
            fits = (p for p in ports if self.scene.judge(*_ends(self.origin, p)).ok)
            port = next(fits, ports[0] if ports else None)
        return None if port is None or port.node == self.origin.node else port

    def _aim(self, target: PortRef | None) -> None:
        if self.target is not None:
            self._ring(self.target, None)
        self.target = target
        self.verdict = None
        if target is not None:
            self.verdict = self.scene.judge(*_ends(self.origin, target))
            self._ring(target, self._ink())
        self._bubble.say(self.verdict)

    def _ink(self) -> QColor:
        look = self.scene.look
        if self.verdict is None:
            return look.wire_lit
        if not self.verdict.ok:
            return look.severity["error"]
        return look.severity["warning"] if self.verdict.doubtful else look.success

    def _ring(self, port: PortRef, colour: QColor | None) -> None:
        item = self.scene.node_item(port.node)
        if item is not None:
            item.light_port(port.side, port.key, colour)

    def _span(self, cursor: QPointF) -> None:
        start = self.scene.port_position(self.origin)
        end = self.scene.port_position(self.target) if self.target else cursor
        if self.origin.side == "input":
            start, end = end, start
        fits = self.verdict is not None and self.verdict.ok
        self._wire.span(start, end, self._ink(), dashed=not fits)


def _ends(one: PortRef, other: PortRef) -> tuple[str, str, str, str]:
    source, target = (one, other) if one.side == "output" else (other, one)
    return source.node, source.key, target.node, target.key


class MoveNodes(Gesture):
    """Drag the selection, the node in the hand on the grid."""

    def __init__(self, scene: CanvasScene, pointer: Pointer, grabbed: NodeItem) -> None:
        super().__init__(scene, pointer)
        self._grabbed = grabbed.node.id
        self._was_selected = grabbed.isSelected()
        if pointer.adding:
            scene.toggle_node(self._grabbed)
        elif not self._was_selected:
            scene.select((self._grabbed,))
        self._from = {id: scene.place_of(id) for id in scene.selected_nodes()}

    @property
    def moving(self) -> frozenset[str]:
        return frozenset(self._from)

    def drag(self, pointer: Pointer) -> None:
        if self._grabbed not in self._from:  # Ctrl took it out of the selection
            return
        way = pointer.at - self.started.at
        x, y = self._from[self._grabbed]
        to_x, to_y = snapped(x + way.x(), y + way.y())
        self.scene.place(
            {
                id: (from_x + to_x - x, from_y + to_y - y)
                for id, (from_x, from_y) in self._from.items()
            }
        )

    def end(self, pointer: Pointer) -> bool:
        if not self.moved:
            if self._was_selected and not pointer.adding:
                self.scene.select((self._grabbed,))
            return True
        places = {id: self.scene.place_of(id) for id in self._from}
        if places != self._from:
            self.scene.move_requested.emit(places)
        return True

    def cancel(self) -> None:
        self.scene.place(self._from)

    def needs(self, nodes: frozenset[str], edges: frozenset[Edge]) -> bool:
        return not nodes.isdisjoint(self._from)


class RubberBand(Gesture):
    """Drag over the ground: selects the nodes it touches; with Ctrl or Shift, besides those selected."""

    def __init__(self, scene: CanvasScene, pointer: Pointer) -> None:
        super().__init__(scene, pointer)
        self._before = scene.selected_nodes()
        self._before_edges = scene.selected_edges()
        self._band = Band(scene.look)
        scene.addItem(self._band)
        if not pointer.adding:
            scene.select(())

    def drag(self, pointer: Pointer) -> None:
        rect = QRectF(self.started.at, pointer.at).normalized()
        self._band.span(rect)
        kept = self._before if self.started.adding else ()
        found = tuple(id for id in self.scene.nodes_in(rect) if id not in kept)
        self.scene.select(kept + found)

    def end(self, pointer: Pointer) -> bool:
        self.scene.removeItem(self._band)
        return True

    def cancel(self) -> None:
        self.scene.removeItem(self._band)
        self.scene.select(self._before, self._before_edges)


class DropBlock(Gesture):
    """A block from the palette: its ghost hangs at the cursor; over a wire, it would go into it. Alt prevents that."""

    def __init__(self, scene: CanvasScene, pointer: Pointer, block: str) -> None:
        super().__init__(scene, pointer)
        self.block = block
        self.wire: WireItem | None = None
        state = block_state(block, scene.catalog)
        self._inserts = bool(state.inputs and state.outputs)
        self._ghost = NodeItem(scene.look, state)
        self._ghost.setOpacity(0.75)
        self._ghost.setZValue(OVER)
        scene.addItem(self._ghost)
        self.drag(pointer)

    def drag(self, pointer: Pointer) -> None:
        body = self._ghost.body
        self._ghost.setPos(
            *snapped(
                pointer.at.x() - body.width() / 2, pointer.at.y() - body.height() / 2
            )
        )
        prevented = pointer.modifiers & Qt.KeyboardModifier.AltModifier
        wire = None
        if self._inserts and not prevented:
            wire = wire_at(self.scene, pointer)
        if wire is not self.wire:
            self._over(wire)

    def end(self, pointer: Pointer) -> bool:
        self.drag(pointer)
        edge = self.wire.wire.edge if self.wire else None
        at = self._ghost.pos()
        self.cancel()
        self.scene.drop_requested.emit(self.block, at, edge)
        return True

    def cancel(self) -> None:
        self._over(None)
        self.scene.removeItem(self._ghost)

    def needs(self, nodes: frozenset[str], edges: frozenset[Edge]) -> bool:
        return self.wire is not None and self.wire.wire.edge in edges

    def _over(self, wire: WireItem | None) -> None:
        if self.wire is not None:
            self.wire.light(False)
        self.wire = wire
        if wire is not None:
            wire.light(True)

"""A wire drawn from port to port."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from designer.canvas.gestures.base import SHIFT, Gesture, Press
from designer.canvas.overlays import Bubble, LooseWire
from designer.canvas.pointing import Pointer, node_at, port_at
from designer.canvas.shortcut import Shortcut
from designer.canvas.state import PortRef, Side, Verdict
from designer.model.document import Edge

if TYPE_CHECKING:
    from designer.canvas.scene import CanvasScene


SHORTCUTS = (
    Shortcut("Click a port, then another", "Connect them", "Wiring"),
    Shortcut(
        "Let a wire go over the ground",
        "Search for a block that can take it",
        "Wiring",
    ),
)


class DrawWire(Gesture):
    """From a port to a port: drag, or click, move and click. The verdict shows before the button is released."""

    shortcut = Shortcut("Drag from a port to a port", "Connect them", "Wiring")
    presses = Press("port"), Press("port", SHIFT)

    def __init__(self, scene: CanvasScene, pointer: Pointer, target: PortRef) -> None:
        super().__init__(scene, pointer, target)
        self.origin = target
        self.target: PortRef | None = None
        self.verdict: Verdict | None = None
        self._wire = LooseWire(scene.look)
        self._bubble = Bubble(scene.look)
        scene.addItem(self._wire)
        scene.addItem(self._bubble)
        self._ring(target, scene.look.wire_lit)
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

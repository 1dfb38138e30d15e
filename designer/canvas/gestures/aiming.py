"""The base of gestures that lead wires to a port: loose wires, the port aimed at, and the verdict at the cursor."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from designer.canvas.gestures.base import Gesture
from designer.canvas.picture.overlays import Bubble, LooseWire
from designer.canvas.picture.pointing import Pointer, node_at, port_at
from designer.canvas.picture.surface import Surface
from designer.canvas.values.scene_state import PortRef, Side, Verdict
from designer.canvas.values.values import Thing
from designer.model.document import Edge

Ends = tuple[str, str, str, str]  # source, its port, target, its port


class Aiming(Gesture):
    """Draws wires to the cursor, or to a valid port under it.

    Args:
        held: the ports where the dragged wires begin or end.
        aims_at: the side of the ports that are aimed at.
    """

    def __init__(
        self,
        scene: Surface,
        pointer: Pointer,
        target: PortRef,
        held: tuple[PortRef, ...],
        aims_at: Side,
    ) -> None:
        super().__init__(scene, pointer, target)
        self.origin, self._held, self._aims_at = target, held, aims_at
        self.target: PortRef | None = None
        self.verdict: Verdict | None = None
        self._wires = [LooseWire(scene.look) for _ in held]
        self._bubble = Bubble(scene.look)
        for item in (*self._wires, self._bubble):
            scene.addItem(item)
        for port in held:
            self._ring(port, scene.look.wire_lit)
        self._span(pointer.at)

    def drag(self, pointer: Pointer) -> None:
        target = self._target(pointer)
        if target != self.target:
            self._aim(target)
        self._span(pointer.at)
        self._bubble.stay_in(pointer.at, pointer.visible, pointer.scale)

    def cancel(self) -> None:
        self._aim(None)
        for port in self._held:
            self._ring(port, None)
        for item in (*self._wires, self._bubble):
            self.scene.removeItem(item)

    def needs(self, things: frozenset[Thing], edges: frozenset[Edge]) -> bool:
        ports = *self._held, self.origin, *((self.target,) if self.target else ())
        return any(port.node in things for port in ports)

    def refused(self, target: PortRef) -> bool:
        """Whether a port is ignored as a target, without a message."""
        return any(port.node == target.node for port in self._held)

    def judged(self, target: PortRef) -> Verdict:
        """The verdicts on the wires, the worst first."""
        verdicts = [self.scene.judge(*ends(port, target)) for port in self._held]
        return min(verdicts, key=lambda verdict: (verdict.ok, not verdict.doubtful))

    def _target(self, pointer: Pointer) -> PortRef | None:
        """The port within reach, or the first valid port of the node under the pointer."""
        port = port_at(self.scene, pointer, self._aims_at)
        if port is None:
            item = node_at(self.scene, pointer)
            if item is None:
                return None
            ports = [port for port, _ in item.ports() if port.side == self._aims_at]
            if self.target in ports:
                return self.target
            ports = [port for port in ports if not self.refused(port)]
            fits = (port for port in ports if len(ports) == 1 or self.judged(port).ok)
            port = next(fits, ports[0] if ports else None)
        return None if port is None or self.refused(port) else port

    def _aim(self, target: PortRef | None) -> None:
        if self.target is not None:
            self._ring(self.target, None)
        self.target = target
        self.verdict = None
        if target is not None:
            self.verdict = self.judged(target)
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
        end = self.scene.port_position(self.target) if self.target else cursor
        fits = self.verdict is not None and self.verdict.ok
        for wire, port in zip(self._wires, self._held, strict=True):
            start = self.scene.port_position(port)
            way = (end, start) if self._aims_at == "output" else (start, end)
            wire.span(*way, self._ink(), dashed=not fits)


def ends(one: PortRef, other: PortRef) -> Ends:
    """The wire between an output and an input, whichever comes first."""
    source, target = (one, other) if one.side == "output" else (other, one)
    return source.node, source.key, target.node, target.key

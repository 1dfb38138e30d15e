"""Highlights the wire that dragged nodes would be inserted into."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRectF

from designer.canvas.gestures.base import ALT
from designer.canvas.gestures.rewired import Rewired
from designer.canvas.items.node_item import NodeItem
from designer.canvas.picture.overlays import Bubble
from designer.canvas.picture.pointing import Pointer, wire_at, wire_in
from designer.canvas.picture.surface import Surface
from designer.canvas.values.scene_state import NodeState, Verdict
from designer.canvas.values.translation import tr
from designer.canvas.values.values import Thing
from designer.model.document import Edge

HEART = 0.15  # of a node's width and height, on either side of its middle


class OverWire:
    """Highlights the wire under the pointer, or under the middle of the dragged node. Alt prevents it.

    The wires that would go and come are shown with it, and at the cursor what would happen, or why nothing would.

    Args:
        ghost: a node that is not in the design yet.
        nodes: dragged nodes of the design, wired or not; several are inserted as a chain.
    """

    def __init__(
        self,
        scene: Surface,
        *,
        ghost: NodeItem | None = None,
        nodes: Collection[str] = (),
    ) -> None:
        self._scene, self._nodes = scene, frozenset(nodes)
        states = [ghost.node] if ghost else []
        if not ghost and _is_chain(scene.state.document.edges, self._nodes):
            states = [scene.state.nodes[id] for id in self._nodes]
        self._fits = bool(states) and all(map(_passes_on, states))
        self._ghost = ghost is not None
        self._near: Edge | None = None
        self._preview: Rewired | None = None
        self._bubble: Bubble | None = None
        self.edge: Edge | None = None

    def watch(self, pointer: Pointer, body: QRectF) -> None:
        """Update for a move of the pointer, with the body of the dragged node."""
        wire = None
        if self._fits and not pointer.modifiers & ALT:
            wide, high = HEART * body.width(), HEART * body.height()
            middle = body.center()
            heart = QRectF(middle.x() - wide, middle.y() - high, 2 * wide, 2 * high)
            wire = wire_at(self._scene, pointer, self._nodes) or wire_in(
                self._scene, heart, self._nodes
            )
        edge = wire.wire.edge if wire else None
        if edge != self._near:
            self._show(edge)
        elif self._preview:
            self._preview.follow()
        if self._bubble:
            self._bubble.stay_in(pointer.at, pointer.visible, pointer.scale)

    def clear(self) -> None:
        """Remove the highlight."""
        self._show(None)

    def needs(self, things: frozenset[Thing], edges: frozenset[Edge]) -> bool:
        """Whether it depends on one of these nodes and wires."""
        shows = self._preview is not None and self._preview.needs(things, edges)
        return shows or self._near in edges

    def _show(self, edge: Edge | None) -> None:
        if self._near is not None and (item := self._scene.wire_item(self._near)):
            item.light(False)
        if self._preview:
            self._preview.clear()
        if self._bubble:
            self._scene.removeItem(self._bubble)
        self._preview = self._bubble = self.edge = None
        self._near = edge
        if edge is None:
            return
        verdict = self._judged(edge)
        if verdict.ok:
            self.edge = edge
            if item := self._scene.wire_item(edge):
                item.light(True)
        self._bubble = Bubble(self._scene.look)
        self._scene.addItem(self._bubble)
        self._bubble.say(verdict)

    def _judged(self, edge: Edge) -> Verdict:
        scene = self._scene
        if not self._ghost:
            found = scene.judge_insertion(self._nodes, edge)
            if not found.verdict.ok:
                return found.verdict
            if found.edges:
                self._preview = Rewired(scene, found.edges, (edge,))
        source, target = (scene.state.nodes[id] for id in (edge.source, edge.target))
        text = tr("Insert between {source} and {target}")
        return Verdict(True, text.format(source=source.title, target=target.title))


def _passes_on(node: NodeState) -> bool:
    return bool(node.inputs and node.outputs)


def _is_chain(edges: Collection[Edge], nodes: frozenset[str]) -> bool:
    """Whether the nodes form a chain with one first and one last node."""
    inner = [e for e in edges if e.source in nodes and e.target in nodes]
    first, last = nodes - {e.target for e in inner}, nodes - {e.source for e in inner}
    return len(first) == len(last) == 1

"""Pulls nodes out of the network."""

from __future__ import annotations

from designer.canvas.gestures.base import ALT, CTRL, Press
from designer.canvas.gestures.move_nodes import MoveNodes
from designer.canvas.gestures.rewired import Rewired
from designer.canvas.items.node_item import NodeItem
from designer.canvas.picture.pointing import Pointer
from designer.canvas.picture.surface import Surface
from designer.canvas.routes.routing import Point
from designer.canvas.values.shortcut import Shortcut
from designer.canvas.values.values import Thing
from designer.model.document import Edge
from designer.model.edits import remove_nodes


class PullOut(MoveNodes):
    """Alt-drag takes nodes out of their wires and connects what was around them."""

    shortcut = Shortcut(
        "Alt+drag a node",
        "Pull it out and heal the wire",
        "Wiring",
        "Where the window manager takes Alt, hold Ctrl as well, or use Block > Pull out.",
    )
    presses = Press("node", ALT), Press("node", CTRL | ALT)

    def __init__(self, scene: Surface, pointer: Pointer, target: NodeItem) -> None:
        super().__init__(scene, pointer, target)
        self._preview: Rewired | None = None

    def _things(self) -> list[Thing]:
        return [*self.scene.selected_nodes()]

    def drag(self, pointer: Pointer) -> None:
        if self._preview is None:
            self._preview = Rewired(self.scene, self._healed())
        super().drag(pointer)

    def _insertable(self) -> tuple[str, ...]:
        return ()

    def _healed(self) -> tuple[Edge, ...]:
        """The wires after pulling out: those between the dragged nodes stay."""
        document = self.scene.state.document
        held = frozenset(self.scene.selected_nodes())
        inner = (e for e in document.edges if e.source in held and e.target in held)
        return (*remove_nodes(document, held, heal=True).edges, *inner)

    def end(self, pointer: Pointer) -> bool:
        self._tidy()
        return super().end(pointer)

    def ask(self, places: dict[Thing, Point], edge: Edge | None) -> None:
        self.scene.pull_out_requested.emit(places)

    def cancel(self) -> None:
        self._tidy()
        super().cancel()

    def needs(self, things: frozenset[Thing], edges: frozenset[Edge]) -> bool:
        if self._preview is not None and self._preview.needs(things, edges):
            return True
        return super().needs(things, edges)

    def _tidy(self) -> None:
        if self._preview is not None:
            self._preview.clear()
            self._preview = None

"""A large change of what the canvas shows, in parts that are each a valid state. No Qt here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from designer.canvas.values.values import SceneState

NODES = 60  # changed at once: some 15 ms of work for the scene


def parts(old: SceneState, new: SceneState, size: int = NODES) -> Iterator[SceneState]:
    """States that lead from `old` to `new`, the last one.

    Each part changes or adds up to `size` nodes. A wire is new when both of its ends are, and until then as it was.
    Nodes and wires that `new` does not have are gone from the first part on.
    """
    waiting = {id for id, node in new.nodes.items() if old.nodes.get(id) is not node}
    order = [id for id in new.nodes if id in waiting]
    for start in range(0, len(order) - size, size):
        waiting.difference_update(order[start : start + size])
        nodes = {
            id: old.nodes[id] if id in waiting else node
            for id, node in new.nodes.items()
            if id not in waiting or id in old.nodes
        }
        wires = {}
        for edge, wire in new.wires.items():
            if edge.source in waiting or edge.target in waiting:
                if edge in old.wires:
                    wires[edge] = old.wires[edge]
            else:
                wires[edge] = wire
        yield replace(new, nodes=nodes, wires=wires)
    yield new

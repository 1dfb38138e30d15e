"""Splits a large change of the canvas into parts that are each a valid state. No Qt here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from designer.canvas.values.values import SceneState
from designer.model.document import Edge

NODES = 60  # changed at once: some 15 ms of work for the scene


def moves(old: SceneState, new: SceneState) -> bool:
    """Whether nodes of `old` have other positions in `new`."""
    before = old.nodes
    return any(
        id in before and before[id].at != node.at for id, node in new.nodes.items()
    )


def parts(old: SceneState, new: SceneState, size: int = NODES) -> Iterator[SceneState]:
    """States that lead from `old` to `new`, the last one.

    Each part changes or adds up to `size` nodes. A wire is new when both of its ends are, and until then as it was.
    Nodes and wires that `new` does not have are absent from the first part on.

    Where nodes move, their wires are absent until all of them have moved: routes around nodes at mixed positions,
    half of them still at their old places, took twenty times as long to find as those of the new layout.
    """
    waiting = {id for id, node in new.nodes.items() if old.nodes.get(id) is not node}
    order = [id for id in new.nodes if id in waiting]
    loose: set[Edge] = set()
    if moves(old, new) and len(order) > size:
        loose = {e for e in new.wires if e.source in waiting or e.target in waiting}
    for start in range(0, len(order) - size if not loose else len(order), size):
        waiting.difference_update(order[start : start + size])
        nodes = {
            id: old.nodes[id] if id in waiting else node
            for id, node in new.nodes.items()
            if id not in waiting or id in old.nodes
        }
        wires = {}
        for edge, wire in new.wires.items():
            if edge in loose:
                continue
            if edge.source in waiting or edge.target in waiting:
                if edge in old.wires:
                    wires[edge] = old.wires[edge]
            else:
                wires[edge] = wire
        yield replace(new, nodes=nodes, wires=wires)
    missing = [edge for edge in new.wires if edge in loose]
    for start in range(0, len(missing) - size, size):
        loose.difference_update(missing[start : start + size])
        fixed = {edge: wire for edge, wire in new.wires.items() if edge not in loose}
        yield replace(new, wires=fixed)
    yield new

"""Descriptions of wires and ports for tooltips and screen readers. No Qt."""

from __future__ import annotations

from collections.abc import Iterable

from designer.canvas.values.translation import told, tr
from designer.canvas.values.values import NodeState, PortRef, SceneState
from designer.model.document import Edge

MOST_NAMES = 4


def wire_words(state: SceneState, edge: Edge) -> str:
    """The shape of a wire, its size, and its target."""
    source, target = state.nodes[edge.source], state.nodes[edge.target]
    lines = [state.wires[edge].description]
    place = _port_name(target, "input", edge.target_port)
    between = tr("from {source} to {target} ({block})").format(
        source=source.title, target=target.title, block=told(target.block_title)
    )
    lines.append(
        between
        if place is None
        else tr("{between}, input {port}").format(between=between, port=place)
    )
    also = [
        state.nodes[other.target].title
        for other in state.document.outgoing.get(edge.source, ())
        if other != edge and other.source_port == edge.source_port
    ]
    if also:
        lines.append(
            tr("{source} also feeds {names}").format(
                source=source.title, names=listed(also)
            )
        )
    return "\n".join(lines)


def port_words(state: SceneState, port: PortRef) -> str:
    """The name of a port, and its connections."""
    node = state.nodes[port.node]
    if port.side == "output":
        wires = state.document.outgoing.get(port.node, ())
        others = [wire.target for wire in wires if wire.source_port == port.key]
        linked = tr("feeds {names}")
        side = tr("output")
    else:
        wires = state.document.incoming.get(port.node, ())
        others = [wire.source for wire in wires if wire.target_port == port.key]
        linked = tr("from {names}")
        if len(others) > 1:  # such as of Concatenate: their order counts
            linked = tr("in this order: {names}")
        side = tr("input")
    name = _port_name(node, port.side, port.key)
    first = side if name is None else f"{side} {name}"
    if not others:
        return tr("{port}: nothing is wired to it").format(port=first)
    names = listed(state.nodes[id].title for id in others)
    return f"{first}: {linked.format(names=names)}"


def _port_name(node: NodeState, side: str, key: str) -> str | None:
    """The name of a port, where there are several."""
    ports = node.inputs if side == "input" else node.outputs
    if len(ports) < 2:
        return None
    return next((port.label for port in ports if port.key == key), None)


def listed(names: Iterable[str]) -> str:
    """Names in the user's language; of many, the first and how many more there are."""
    found = list(dict.fromkeys(names))
    shown = ", ".join(found[:MOST_NAMES])
    more = len(found) - MOST_NAMES
    return (
        tr("{names} and {count} more").format(names=shown, count=more)
        if more > 0
        else shown
    )

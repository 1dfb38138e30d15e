"""Which tensor reaches which port, and what is wrong with the wires."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from designer.analysis.issues import Issue
from designer.model.document import Document, Edge, Node
from designer.model.rules import did_you_mean
from designer.model.signature import Catalog, Signature
from designer.model.wording import listed

Tensor = tuple[str, int]  # a node, and which of its outputs


@dataclass(frozen=True, slots=True)
class Wiring:
    """What feeds one node: per input port, the tensors in the order of their wires."""

    ports: tuple[tuple[Tensor, ...], ...]
    tensors: tuple[Tensor, ...]  # the same, one after another
    issues: tuple[Issue, ...] = ()


def wire(
    document: Document,
    node: Node,
    edges: Iterable[Edge],
    signature: Signature,
    catalog: Catalog,
) -> Wiring:
    """Sort a node's incoming wires by port.

    Args:
        edges: the wires that end at the node, in their order.
    """
    if node.muted:
        return _bypassed(document, node, edges, signature, catalog)
    ports: list[list[Tensor]] = [[] for _ in signature.inputs]
    issues: list[Issue] = []

    def complain(code: str, message: str) -> None:
        issues.append(Issue(code, "error", node.id, message))

    for edge in edges:
        port = signature.input_index(edge.target_port)
        if port is None:
            names = [p.name for p in signature.inputs]
            complain("unknown_port", _no_port(node, "input", edge.target_port, names))
            continue
        source = document.nodes[edge.source]
        made = catalog.signature(source.block)
        output = 0 if made is None else made.output_index(edge.source_port)
        if output is None:
            names = list(made.outputs) if made else []
            complain(
                "unknown_port", _no_port(source, "output", edge.source_port, names)
            )
            continue
        ports[port].append((source.id, output))

    for declared, wires in zip(signature.inputs, ports, strict=True):
        named = f"input '{declared.name}'" if len(ports) > 1 else "input"
        if not wires and not issues:
            complain("unconnected_input", f"nothing is wired to the {named}")
        if len(wires) > 1 and not declared.many:
            complain("port_taken", f"the {named} takes one wire and has {len(wires)}")
    return Wiring(
        tuple(map(tuple, ports)),
        tuple(tensor for port in ports for tensor in port),
        tuple(issues),
    )


def _bypassed(
    document: Document,
    node: Node,
    edges: Iterable[Edge],
    signature: Signature,
    catalog: Catalog,
) -> Wiring:
    """Of a muted node only the first wire into its first input counts: that tensor goes on as it is."""
    if not signature.inputs:
        message = (
            f"'{node.name}' cannot be muted: nothing is wired into it that could go on"
        )
        return Wiring((), (), (Issue("muted_input", "error", node.id, message),))
    first = [e for e in edges if signature.input_index(e.target_port) == 0][:1]
    port = replace(signature.inputs[0], many=False)
    alone = replace(signature, inputs=(port,))
    return wire(document, replace(node, muted=False), first, alone, catalog)


def parts(document: Document, nodes: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The pieces that those nodes fall into, wires between them kept; each in the order given."""
    piece: dict[str, str] = {node: node for node in nodes}

    def root(node: str) -> str:
        while piece[node] != node:
            piece[node] = piece[piece[node]]
            node = piece[node]
        return node

    for edge in document.edges:
        if edge.source in piece and edge.target in piece:
            piece[root(edge.target)] = root(edge.source)
    found: dict[str, list[str]] = {}
    for node in piece:
        found.setdefault(root(node), []).append(node)
    return tuple(map(tuple, found.values()))


def _no_port(node: Node, side: str, port: str, names: list[str]) -> str:
    if not names:
        return f"'{node.name}' has no {side}"
    hint = did_you_mean(port, names) or f"; it has {listed(names)}"
    return f"'{node.name}' has no {side} '{port}'{hint}"

"""Where a group of nodes ends: the tensors that come in, and those that go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from designer.model.document import BLOCK_INPUT, BLOCK_OUTPUT, Document, Edge, Node
from designer.model.edits.refusal import Refusal, known_signature
from designer.model.graph import topological_order
from designer.model.signature import Catalog, InputPort, Signature


@dataclass(frozen=True, slots=True)
class Tensor:
    """An output of a node; of an input that nothing is wired to, the input (`open`)."""

    node: str
    port: str  # as wires have it: empty for the first
    open: bool = False


@dataclass(frozen=True, slots=True)
class Boundary:
    """The ports that a block of the nodes needs, each with what it might be called; in the order of the data."""

    inputs: Mapping[Tensor, str]
    outputs: Mapping[Tensor, str]
    incoming: Mapping[Edge, Tensor]  # wires that come in
    outgoing: Mapping[Edge, Tensor]  # wires that go out

    @property
    def unwired(self) -> tuple[Tensor, ...]:
        """Inputs of the nodes that nothing is wired to."""
        return tuple(tensor for tensor in self.inputs if tensor.open)


def boundary(document: Document, nodes: Sequence[Node], catalog: Catalog) -> Boundary:
    """The boundary of nodes; raises Refusal (no_group) where they can be no block."""
    if not nodes:
        raise Refusal("no_group", "choose the nodes that the block is to be made of")
    blocks = {node.block for node in document}
    known = {block: known_signature(document, block, catalog) for block in blocks}
    signatures = {node.id: known[node.block] for node in document}
    for node in nodes:
        _check(node, signatures[node.id])
    chosen = {node.id for node in nodes}
    order = [id for id in topological_order(document) if id in chosen]
    inputs: dict[Tensor, str] = {}
    incoming: dict[Edge, Tensor] = {}
    outputs: dict[Tensor, str] = {}
    outgoing: dict[Edge, Tensor] = {}
    for id in order:
        signature = signatures[id]
        for port, edge in _reads(document, id, signature):
            if edge is None:
                tensor = Tensor(id, _spelled(port, signature), open=True)
            elif edge.source not in chosen:
                tensor = incoming[edge] = _source(edge, signatures)
            else:
                continue
            fallback = "x" if port is None or port.many else port.name
            inputs.setdefault(tensor, fallback if inputs else "x")
    for id in order:
        wires = document.outgoing.get(id, ())
        read = {_source(e, signatures): e for e in wires if e.target not in chosen}
        for edge in wires:
            if edge.target not in chosen:
                outgoing[edge] = _source(edge, signatures)
        for port_name in _outputs(signatures[id]):
            if (tensor := Tensor(id, port_name)) in read or not wires:
                outputs[tensor] = port_name or f"{document.nodes[id].name}_out"
        outputs.update({t: t.port for t in read if t not in outputs})
    if len(outputs) == 1:
        outputs = dict.fromkeys(outputs, "output")
    return Boundary(inputs, outputs, incoming, outgoing)


def _check(node: Node, signature: Signature | None) -> None:
    if node.block in (BLOCK_INPUT, BLOCK_OUTPUT):
        raise Refusal(
            "no_group",
            f"'{node.name}' is a port of the block that is open; leave it out",
        )
    if signature is not None and not signature.inputs:
        raise Refusal(
            "no_group",
            f"'{node.name}' is where data enters the design; leave it out",
        )


def _reads(
    document: Document, id: str, signature: Signature | None
) -> list[tuple[InputPort | None, Edge | None]]:
    """The wires into a node by port, and the ports that could have one and do not."""
    edges = document.incoming.get(id, ())
    if signature is None:
        return [(None, edge) for edge in edges]
    found: list[tuple[InputPort | None, Edge | None]] = []
    known: set[Edge] = set()
    for index, port in enumerate(signature.inputs):
        wires = [e for e in edges if signature.input_index(e.target_port) == index]
        known.update(wires)
        found.extend((port, edge) for edge in wires)
        if not wires and not port.many:
            found.append((port, None))
    return found + [(None, edge) for edge in edges if edge not in known]


def _source(edge: Edge, signatures: Mapping[str, Signature | None]) -> Tensor:
    signature = signatures[edge.source]
    first = signature is not None and signature.output_index(edge.source_port) == 0
    return Tensor(edge.source, "" if first else edge.source_port)


def _outputs(signature: Signature | None) -> tuple[str, ...]:
    """Outputs as wires have them."""
    if signature is None:
        return ("",)
    return ("", *signature.outputs[1:]) if signature.outputs else ()


def _spelled(port: InputPort | None, signature: Signature | None) -> str:
    first = port is None or signature is None or port == signature.inputs[0]
    return "" if first or port is None else port.name

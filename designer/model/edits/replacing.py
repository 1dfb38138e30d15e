"""Another block in a node's place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from designer.model.document import Document, Edge
from designer.model.edits.naming import TakenNames
from designer.model.edits.nodes import followed, with_nodes
from designer.model.edits.refusal import known_signature, node_of, signature_of
from designer.model.signature import Catalog, Signature


def replace_block(
    document: Document, id: str, block: str, *, catalog: Catalog
) -> Document:
    """Make a node one of another block: it keeps its place, the wires that the block has ports for, and the parameters
    that both have; a block of the design follows the variables as in `add_node`. A name that was made of the old
    block's is made of the new one's.

    Raises:
        Refusal: unknown_node, unknown_block.
    """
    node = node_of(document, id)
    new = signature_of(document, block, catalog)
    if block == node.block:
        return document
    old = known_signature(document, node.block, catalog)
    others = TakenNames(other for other in document if other.id != id)
    made_up = node.name.rstrip("0123456789") == node.block.rstrip("0123456789")
    swapped = replace(
        node,
        block=block,
        name=others.free(block, node.repeat) if made_up else node.name,
        params={
            **followed(document, block),
            **{k: v for k, v in node.params.items() if k in new.parameters},
        },
        first={k: v for k, v in node.first.items() if k in new.parameters},
    )
    edges = tuple(dict.fromkeys(_kept(document, id, old, new)))
    return with_nodes(replace(document, edges=edges), swapped)


def _kept(
    document: Document, id: str, old: Signature | None, new: Signature
) -> Iterator[Edge]:
    """All wires, but those of the node for which the new block has no port left."""
    held: set[str] = set()
    many = {port.name for port in new.inputs if port.many}
    first = old.inputs[0].name if old and old.inputs else ""
    inputs = tuple(port.name for port in new.inputs)
    into = _ports(first, inputs)
    out = _ports(old.outputs[0] if old and old.outputs else "", new.outputs)
    for edge in document.edges:
        if edge.target == id:
            name = into.get(edge.target_port, edge.target_port)
            if name not in inputs or (name in held and name not in many):
                # a port of that name is not there, or not free: the next that is
                name = next((p for p in inputs if p not in held or p in many), "")
            if not name:
                continue
            held.add(name)
            spelled = "" if name == inputs[0] else name
            yield replace(edge, target_port=spelled)
        elif edge.source == id:
            name = out.get(edge.source_port, edge.source_port)
            if name in new.outputs:
                spelled = "" if name == new.outputs[0] else name
                yield replace(edge, source_port=spelled)
        else:
            yield edge


def _ports(old_first: str, new: tuple[str, ...]) -> Mapping[str, str]:
    """What the first port, which wires leave unnamed, is called: by its name where the new block has it too."""
    if not new:
        return {}
    first = old_first if old_first in new else new[0]
    return {"": first, old_first: first}

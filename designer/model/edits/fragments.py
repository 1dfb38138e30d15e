"""Parts of designs as designs of their own: copy, paste, duplicate, within a design or between two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from designer.model.document import Document, Node
from designer.model.edits.naming import TakenNames, first_free_id
from designer.model.edits.nodes import with_nodes
from designer.model.edits.refusal import Refusal, node_of
from designer.model.edits.variables import variables_behind


def extract(document: Document, ids: Iterable[str]) -> Document:
    """The nodes, the wires among them, and the variables and definitions that they rest on."""
    chosen = {node_of(document, id).id for id in ids}
    nodes = {id: node for id, node in document.nodes.items() if id in chosen}
    used = variables_behind(document, nodes.values())
    composite = any(node.block in document.definitions for node in nodes.values())
    return Document(
        name=document.name,
        variables={k: v for k, v in document.variables.items() if k in used},
        nodes=nodes,
        edges=tuple(
            e for e in document.edges if e.source in chosen and e.target in chosen
        ),
        definitions=document.definitions if composite else {},
        version=document.version,
    )


def merge(
    document: Document, fragment: Document, offset: tuple[float, float] = (0.0, 0.0)
) -> tuple[Document, tuple[str, ...]]:
    """Add a fragment's nodes and wires under new ids, and under new names where theirs are taken.

    A variable that both have keeps the document's value: what is pasted into a family follows the family.

    Returns the document and the new nodes' ids, in the fragment's order.

    Raises:
        Refusal: definition_clash, where both define a block of one name differently.
    """
    for name, definition in fragment.definitions.items():
        if document.definitions.get(name, definition) != definition:
            raise Refusal(
                "definition_clash",
                f"both designs define a block '{name}', and differently; rename one of them",
            )
    taken = TakenNames(document)
    ids: dict[str, str] = {}
    nodes: list[Node] = []
    for number, node in enumerate(fragment, first_free_id(document.nodes)):
        ids[node.id] = f"n{number}"
        nodes.append(_adopted(node, ids[node.id], taken, offset))
    wires = (
        replace(edge, source=ids[edge.source], target=ids[edge.target])
        for edge in fragment.edges
    )
    merged = replace(
        document,
        variables={**fragment.variables, **document.variables},
        definitions={**fragment.definitions, **document.definitions},
        edges=(*document.edges, *wires),
    )
    return with_nodes(merged, *nodes), tuple(ids.values())


def _adopted(
    node: Node, id: str, taken: TakenNames, offset: tuple[float, float]
) -> Node:
    adopted = replace(
        node,
        id=id,
        name=taken.free(node.name, node.repeat),
        at=(node.at[0] + offset[0], node.at[1] + offset[1]),
    )
    taken.add(adopted)
    return adopted

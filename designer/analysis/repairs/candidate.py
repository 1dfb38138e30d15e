"""An edit that may repair an issue, before it is verified, and the edits that several kinds of repair are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from designer.model.document import Document, Edge, Node, Scalar
from designer.model.edits import insert_on_edge
from designer.model.signature import Catalog

Edit = Callable[[Document], Document]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A title, and the edit.

    Only the first of a `kind` that works is offered. Where a repair needs several edits, they are of one kind if
    possible. One that is `alone` is offered only if it needs no other.
    """

    title: str
    edit: Edit
    kind: str = ""
    alone: bool = False

    def then(self, other: Candidate, where: str) -> Candidate:
        """Both edits as one. `where` is the name of the node that the other one is for."""
        named = "" if not where or "'" in other.title else f" in '{where}'"
        return Candidate(
            f"{self.title}; {other.title}{named}",
            lambda document: other.edit(self.edit(document)),
            self.kind,
        )


def with_node(document: Document, node: Node) -> Document:
    """The document with this node, even where it equals the one before: 8 for 8.0 is a change."""
    return replace(document, nodes={**document.nodes, node.id: node})


def setting(node: Node, name: str, value: Scalar | None) -> Edit:
    """Set a parameter wherever the node has it; None goes back to the default."""

    def edit(document: Document) -> Document:
        now = document.nodes[node.id]
        changed = replace(
            now,
            params=_put(now.params, name, value),
            first=_put(now.first, name, value),
        )
        return with_node(document, changed)

    return edit


def insert(
    document: Document,
    edge: Edge,
    block: str,
    params: Mapping[str, Scalar],
    catalog: Catalog,
) -> Document:
    """Put a block into a wire, in the middle between its ends."""
    (left, top), (right, bottom) = (
        document.nodes[edge.source].at,
        document.nodes[edge.target].at,
    )
    middle = ((left + right) / 2, (top + bottom) / 2)
    return insert_on_edge(
        document, edge, block, catalog=catalog, at=middle, params=params
    )[0]


def _put(
    values: Mapping[str, Scalar], name: str, value: Scalar | None
) -> dict[str, Scalar]:
    new = {k: value if k == name else v for k, v in values.items()}
    return {k: v for k, v in new.items() if v is not None}

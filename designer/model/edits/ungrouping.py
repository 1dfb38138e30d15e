"""A use of a block back into the nodes that the block is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from designer.model.document import (
    BLOCK_INPUT,
    BLOCK_OUTPUT,
    Definition,
    Document,
    Edge,
    Node,
    Scalar,
)
from designer.model.edits.naming import TakenNames, first_free_id
from designer.model.edits.refusal import Refusal, definition_of, node_of
from designer.model.edits.rows import unroll
from designer.model.edits.values import settled
from designer.model.expressions import ExpressionError
from designer.model.substitution import substituted


def ungroup(document: Document, id: str) -> tuple[Document, tuple[str, ...]]:
    """Replace a use by its block's nodes, with its parameters in their expressions; a row is unrolled first.

    The block stays in the design, for other uses and for the palette.

    Returns the document and the nodes' ids.

    Raises:
        Refusal: unknown_node, unknown_block, invalid_value (muted, or an expression that grows too long),
            duplicate_wire.
    """
    use = node_of(document, id)
    definition_of(document, use.block)
    if use.muted:
        raise Refusal(
            "invalid_value", f"'{use.name}' is muted; unmute it, then ungroup it"
        )
    copies: tuple[str, ...] = (id,)
    if use.repeat != 1:
        document, copies = unroll(document, id)
    found: list[str] = []
    for copy in copies:
        document, ids = _ungrouped(document, document.nodes[copy])
        found.extend(ids)
    return document, tuple(found)


def _ungrouped(document: Document, use: Node) -> tuple[Document, tuple[str, ...]]:
    definition = document.definitions[use.block]
    body = definition.body
    inner = [n for n in body if n.block not in (BLOCK_INPUT, BLOCK_OUTPUT)]
    values = _settled(use, definition)
    ids = _ids(document, use, inner)
    taken = TakenNames(node for node in document if node.id != use.id)
    offset = _offset(use, inner)
    placed: dict[str, Node] = {}
    for node in document:
        if node.id != use.id:
            placed[node.id] = node
            continue
        for part in inner:
            filled = _filled(part, values)
            made = replace(
                filled,
                id=ids[part.id],
                name=taken.free(part.name, filled.repeat),
                at=(part.at[0] + offset[0], part.at[1] + offset[1]),
            )
            taken.add(made)
            placed[made.id] = made
    edges = _Wires(document, use, definition, ids).edges()
    return replace(document, nodes=placed, edges=edges), tuple(ids.values())


def _settled(use: Node, definition: Definition) -> Mapping[str, Scalar]:
    try:
        return settled(definition, {**use.params, **use.first})
    except ExpressionError as error:
        raise Refusal("invalid_value", f"'{use.name}': {error}") from None


def _filled(part: Node, values: Mapping[str, Scalar]) -> Node:
    try:
        return substituted(part, values)
    except ExpressionError as error:
        raise Refusal("invalid_value", f"in '{part.name}': {error}") from None


class _Wires:
    """The wires of a design in which a use gives way to its block's nodes."""

    def __init__(
        self,
        document: Document,
        use: Node,
        definition: Definition,
        ids: Mapping[str, str],
    ) -> None:
        self._document = document
        self._use = use
        self._body = definition.body
        self._ids = ids
        self._outer = {
            edge.target_port or definition.inputs[0]: edge
            for edge in document.incoming.get(use.id, ())
            if definition.inputs
        }
        self._made = {
            self._body.nodes[edge.target].name: edge
            for edge in self._body.edges
            if self._body.nodes[edge.target].block == BLOCK_OUTPUT
        }
        self._outputs = definition.outputs

    def edges(self) -> tuple[Edge, ...]:
        found: list[Edge] = []
        inserted = False
        for edge in self._document.edges:
            if self._use.id not in (edge.source, edge.target):
                found.append(edge)
                continue
            if not inserted:
                found.extend(self._inside())
                inserted = True
            if edge.source == self._use.id and self._outputs:
                port = edge.source_port or self._outputs[0]
                inner = self._made.get(port)
                found.extend(self._joined(inner, edge) if inner else ())
        if not inserted:
            found.extend(self._inside())
        if len(set(found)) < len(found):
            twice = next(e for e in found if found.count(e) > 1)
            target = self._document.nodes.get(twice.target, self._use)
            raise Refusal(
                "duplicate_wire",
                f"'{target.name}' would read one tensor by two wires, which cannot be told apart",
            )
        return tuple(found)

    def _inside(self) -> list[Edge]:
        """The block's own wires, those from its inputs beginning outside."""
        found: list[Edge] = []
        for edge in self._body.edges:
            if self._body.nodes[edge.target].block == BLOCK_OUTPUT:
                continue
            target = self._ids[edge.target]
            found.extend(self._joined(edge, replace(edge, source="", target=target)))
        return found

    def _joined(self, inner: Edge, onward: Edge) -> list[Edge]:
        """What feeds an inner wire, wired on to where `onward` ends; nothing if nothing feeds it."""
        source = self._body.nodes[inner.source]
        if source.block != BLOCK_INPUT:
            port = inner.source_port
            return [replace(onward, source=self._ids[source.id], source_port=port)]
        outer = self._outer.get(source.name)
        if outer is None:
            return []
        return [
            replace(
                onward,
                source=outer.source,
                source_port=outer.source_port,
                via=(*outer.via, *onward.via),
            )
        ]


def _ids(document: Document, use: Node, inner: Sequence[Node]) -> dict[str, str]:
    """The nodes' ids outside: their own where these are free."""
    taken = document.nodes.keys() - {use.id}
    following = first_free_id({*document.nodes, *(node.id for node in inner)})
    ids: dict[str, str] = {}
    for node in inner:
        if node.id in taken:
            ids[node.id] = f"n{following}"
            following += 1
        else:
            ids[node.id] = node.id
    return ids


def _offset(use: Node, inner: Sequence[Node]) -> tuple[float, float]:
    if not inner:
        return (0.0, 0.0)
    xs, ys = zip(*(node.at for node in inner), strict=True)
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return use.at[0] - x, use.at[1] - y

"""What a block's new content means where the block is used: wires and values follow their ports and parameters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from designer.model.document import (
    BLOCK_INPUT,
    BLOCK_OUTPUT,
    Definition,
    Document,
    Edge,
    Scalar,
)

Ports = Mapping[str, str | None]


@dataclass(frozen=True)
class Change:
    """A block as it was and as it is."""

    block: str
    old: Definition
    new: Definition

    @cached_property
    def inputs(self) -> Ports:
        """What an input is called now in a wire, by what it was called; None if it is gone."""
        return self._ports(BLOCK_INPUT, self.old.inputs, self.new.inputs)

    @cached_property
    def outputs(self) -> Ports:
        return self._ports(BLOCK_OUTPUT, self.old.outputs, self.new.outputs)

    @cached_property
    def parameters(self) -> Mapping[str, str | None]:
        """What a parameter is called now, by what it was called; None if it is gone.

        One whose place is taken by a newcomer of the same content was renamed.
        """
        old, new = self.old.body.variables, self.new.body.variables
        found: dict[str, str | None] = {name: name for name in old if name in new}
        left = [name for name in old if name not in new]
        came = [name for name in new if name not in old]
        places = list(new)
        for place, name in enumerate(old):
            if name in left:
                there = places[place] if place < len(places) else ""
                same = there in came and repr(new[there]) == repr(old[name])
                found[name] = there if same else None
        return found

    def _ports(self, kind: str, old: tuple[str, ...], new: tuple[str, ...]) -> Ports:
        found: dict[str, str | None] = {}
        for node in self.old.body:
            if node.block == kind:
                now = self.new.body.nodes.get(node.id)
                stays = now is not None and now.block == kind
                found[node.name] = now.name if now and stays else None
        kept = set(found.values())
        for name in old:  # a port that was made anew under the same name
            if found[name] is None and name in new and name not in kept:
                found[name] = name
        if new:
            found = {k: "" if name == new[0] else name for k, name in found.items()}
        if old:
            found[""] = found[old[0]]
        return found


def carried(document: Document, change: Change) -> Document:
    """The design with a block's uses brought up to date, in the design itself and in all its blocks."""
    definitions = {}
    for id, definition in document.definitions.items():
        body = _body(definition.body, change)
        same = body is definition.body
        definitions[id] = definition if same else replace(definition, body=body)
    return replace(_body(document, change), definitions=definitions)


def _body(document: Document, change: Change) -> Document:
    uses = {node.id for node in document if node.block == change.block}
    if not uses:
        return document
    edges = tuple(_edges(document.edges, uses, change))
    nodes = dict(document.nodes)
    for id in uses:
        node = nodes[id]
        params = _values(node.params, change)
        first = _values(node.first, change)
        if (params, first) != (node.params, node.first):
            nodes[id] = replace(node, params=params, first=first)
    if edges == document.edges and nodes == document.nodes:
        return document
    return replace(document, nodes=nodes, edges=edges)


def _edges(edges: tuple[Edge, ...], uses: set[str], change: Change) -> Iterator[Edge]:
    for edge in edges:
        source, target = edge.source_port, edge.target_port
        out = change.outputs.get(source, source) if edge.source in uses else source
        into = change.inputs.get(target, target) if edge.target in uses else target
        if out is not None and into is not None:
            same = (out, into) == (source, target)
            yield edge if same else replace(edge, source_port=out, target_port=into)


def _values(values: Mapping[str, Scalar], change: Change) -> dict[str, Scalar]:
    renamed = ((change.parameters.get(k, k), v) for k, v in values.items())
    return {name: value for name, value in renamed if name is not None}

"""Chains of equal nodes as rows: found, and rolled up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from designer.model.document import Document, Node, Scalar
from designer.model.edits.naming import TakenNames
from designer.model.edits.refusal import Refusal, known_signature, node_of
from designer.model.edits.rows import port_fault, shifted
from designer.model.graph import downstream
from designer.model.rules import repeat_fault
from designer.model.signature import Catalog
from designer.model.wording import listed

MOST_DIFFERENT = 2  # parameters in which the first of an offered row may differ


def reroll(
    document: Document, ids: Iterable[str], *, catalog: Catalog
) -> tuple[Document, str]:
    """Make one row of a chain of nodes of one block, all alike but for the first.

    Returns the document and the row's id.

    Raises:
        Refusal: unknown_node, no_chain (with what is in the way).
    """
    chosen = {node_of(document, id).id for id in ids}
    chain = _chain_of(document, chosen)
    row = _row(document, chain, catalog)
    head, tail = chain[0], chain[-1]
    gone = {node.id for node in chain[1:]}
    others = TakenNames(n for n in document if n.id != head.id and n.id not in gone)
    count = sum(int(node.repeat) for node in chain)
    if fault := repeat_fault(count):
        raise Refusal("no_chain", f"a row of {count:,} {fault}")
    made = replace(
        head,
        name=_row_name(chain, count, others),
        repeat=count,
        params=row.params,
        first=row.first,
    )
    edges = tuple(
        replace(edge, source=head.id) if edge.source == tail.id else edge
        for edge in document.edges
        if edge.target not in gone
    )
    nodes = {
        id: made if id == head.id else node
        for id, node in document.nodes.items()
        if id not in gone
    }
    rerolled = replace(document, nodes=nodes, edges=edges)
    behind = downstream(rerolled, [head.id]) - {head.id}
    return shifted(rerolled, behind, _length(chain)), head.id


def reroll_offer(document: Document, id: str, *, catalog: Catalog) -> tuple[str, ...]:
    """The longest chain with this node in it that could be one row, in order; empty if there is none."""
    node = node_of(document, id)
    before = _counted(document, node, forward=False)
    after = _counted(document, node, forward=True)
    chain = [*reversed(before), node, *after]
    place = len(before)
    signature = known_signature(document, node.block, catalog)
    defaults = signature.defaults if signature else {}
    low, high = _run(chain, place, defaults)
    spans = {(low, high), (max(low - 1, 0), high)}
    if place + 1 < len(chain):  # itself the first, and unlike the others
        spans.add((place, _run(chain, place + 1, defaults)[1]))
    best: tuple[int, int, tuple[str, ...]] = (1, 0, ())
    for start, end in sorted(spans):
        part = chain[start:end]
        row = _alike(document, part, catalog) if len(part) > 1 else ""
        if isinstance(row, _Row) and len(row.first) <= MOST_DIFFERENT:
            found = (len(part), -len(row.first), tuple(n.id for n in part))
            best = max(best, found, key=lambda offer: offer[:2])
    return best[2]


@dataclass(frozen=True, slots=True)
class _Row:
    """What the copies of a row are set to."""

    params: Mapping[str, Scalar]
    first: Mapping[str, Scalar]


def _chain_of(document: Document, chosen: set[str]) -> list[Node]:
    """The chosen nodes in the order of their wires; raises Refusal if they are no chain."""
    if len(chosen) < 2:
        raise Refusal("no_chain", "a row is made of two nodes or more")
    heads = [
        node
        for node in document
        if node.id in chosen
        and not any(e.source in chosen for e in document.incoming.get(node.id, ()))
    ]
    chain = heads[:1]
    while chain and (after := _linked(document, chain[-1], forward=True)):
        if after.id not in chosen:
            break
        chain.append(after)
    if len(chain) < len(chosen):
        stray = chosen - {node.id for node in chain}
        name = next(node.name for node in document if node.id in stray)
        raise Refusal(
            "no_chain",
            f"'{name}' is not in one chain with the others: a row is of one block, each wired to the next alone",
        )
    return chain


def _linked(document: Document, node: Node, *, forward: bool) -> Node | None:
    """The neighbour that could be in one row with a node: of its block, and nothing else wired between."""
    wires = (document.outgoing if forward else document.incoming).get(node.id, ())
    if len(wires) != 1:
        return None
    edge = wires[0]
    back = (document.incoming if forward else document.outgoing).get(
        edge.target if forward else edge.source, ()
    )
    other = document.nodes[edge.target if forward else edge.source]
    plain = len(back) == 1 and not edge.source_port and not edge.target_port
    same = (other.block, other.muted) == (node.block, node.muted)
    return other if plain and same else None


def _row(document: Document, chain: Sequence[Node], catalog: Catalog) -> _Row:
    row = _alike(document, chain, catalog)
    if isinstance(row, str):
        raise Refusal("no_chain", row)
    return row


def _alike(document: Document, chain: Sequence[Node], catalog: Catalog) -> _Row | str:
    """The settings that all nodes of a chain share, or what is in the way as a sentence."""
    copies: list[tuple[str, Mapping[str, Scalar]]] = []
    for node in chain:
        if isinstance(node.repeat, str):
            return f"'{node.name}' is repeated {node.repeat} times, and only numbers add up"
        copies.extend((node.name, values) for values in _copies(node))
    if fault := port_fault(document, chain[0], catalog):
        return fault
    signature = known_signature(document, chain[0].block, catalog)
    defaults = signature.defaults if signature else {}
    (_, head), (_, rest), *_ = copies
    for name, params in copies[2:]:
        if different := _different(params, rest, defaults):
            return f"'{name}' differs from the one before in {listed(different)}"
    first = {
        name: head.get(name, defaults.get(name))
        for name in _different(head, rest, defaults)
    }
    for name, value in first.items():
        if value is None:
            return f"'{chain[0].name}' leaves {name} at its default, which is no number or text that a row can hold"
    return _Row(rest, {k: v for k, v in first.items() if v is not None})


def _different(
    one: Mapping[str, Scalar],
    other: Mapping[str, Scalar],
    defaults: Mapping[str, Scalar],
) -> list[str]:
    """The parameters in which two nodes of a block differ; by their text, since 1 == True."""
    return [
        name
        for name in dict.fromkeys([*one, *other])
        if repr(one.get(name, defaults.get(name)))
        != repr(other.get(name, defaults.get(name)))
    ]


def _row_name(chain: Sequence[Node], count: int, taken: TakenNames) -> str:
    """`row` for `row_1`, `row_2`, ...; else what the first is called, if its copies' names are free."""
    name = chain[0].name
    stem = re.sub(r"_?1$", "", name) if re.fullmatch(r".*\D_?1", name) else name
    for wanted in (stem, name):
        if not taken.holder(wanted, count):
            return wanted
    return taken.free(stem, count)


def _length(chain: Sequence[Node]) -> tuple[float, float]:
    """How far what follows an evenly laid chain can move up; not at all if it is not even."""
    steps = {(b.at[0] - a.at[0], b.at[1] - a.at[1]) for a, b in pairwise(chain)}
    if len(steps) != 1:
        return (0.0, 0.0)
    head, tail = chain[0].at, chain[-1].at
    return (head[0] - tail[0], head[1] - tail[1])


def _counted(document: Document, node: Node, *, forward: bool) -> list[Node]:
    """The nodes that could be in one row with a node, the nearest first, up to a count that is an expression."""
    found = [node]
    while not isinstance(found[-1].repeat, str) and (
        other := _linked(document, found[-1], forward=forward)
    ):
        found.append(other)
    return [other for other in found[1:] if not isinstance(other.repeat, str)]


def _run(
    chain: Sequence[Node], place: int, defaults: Mapping[str, Scalar]
) -> tuple[int, int]:
    """From where to where the nodes around one of a chain are all alike."""

    def alike(a: Node, b: Node) -> bool:
        copies = [values for node in (a, b) for values in _copies(node)]
        return not any(_different(copies[0], other, defaults) for other in copies[1:])

    low, high = place, place + 1
    while low and alike(chain[low - 1], chain[low]):
        low -= 1
    while high < len(chain) and alike(chain[high - 1], chain[high]):
        high += 1
    return low, high


def _copies(node: Node) -> tuple[Mapping[str, Scalar], ...]:
    """What a row's copies are set to, those that are equal by definition once."""
    first = {**node.params, **node.first}
    return (first,) if node.repeat == 1 else (first, node.params)

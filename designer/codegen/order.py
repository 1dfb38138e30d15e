"""In which order the nodes are written, and what each tensor is called on the way.

A chain is written as one does by hand, `x = block(x)`; a tensor that is needed again
later gets its node's name.
"""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Mapping

from blocks.definition import Block
from designer.codegen.body import Body
from designer.model.document import BLOCK_INPUT, Document

END = ""  # who reads what the network comes to; no node has that id


def written_order(document: Document, nodes: Iterable[str]) -> list[str]:
    """Producers first, and each branch to its end before the next begins."""
    waiting = {
        node: len({edge.source for edge in document.incoming.get(node, ())})
        for node in nodes
    }
    ready = [node for node, count in waiting.items() if not count]
    ready.reverse()
    order: list[str] = []
    while ready:
        node = ready.pop()
        order.append(node)
        freed = []
        for target in dict.fromkeys(e.target for e in document.outgoing.get(node, ())):
            waiting[target] -= 1
            if not waiting[target]:
                freed.append(target)
        ready.extend(reversed(freed))
    return order


def tensor_names(
    body: Body, order: list[str], blocks: Mapping[str, Block], taken: Iterable[str]
) -> dict[str, list[str]]:
    """What the results of each node are called: `inputs`, `x`, or a name of their own.

    Where a body has several results, each has its node's name.

    Args:
        blocks: of each node.
        taken: names that are needed otherwise.
    """
    used = set(taken)
    document = body.document
    ends = {node for node, _ in body.results}
    names: dict[str, list[str]] = {}
    for place, node in enumerate(order):
        own = document.nodes[node].name
        readers = {edge.target for edge in document.outgoing.get(node, ())}
        readers |= {END} if node in ends else set()
        following = order[place + 1] if place + 1 < len(order) else END
        is_one_of_several = node in ends and len(body.results) > 1
        passing = readers <= {following} and not is_one_of_several
        if node in body.inputs:
            is_port = document.nodes[node].block == BLOCK_INPUT
            if len(body.inputs) > 1:
                names[node] = [_free(own, used)]
            elif is_port and passing:
                names[node] = ["x"]
            else:
                names[node] = [_free("inputs", used)]
        elif len(blocks[node].outputs) > 1:
            names[node] = [_free(f"{own}_{p}", used) for p in blocks[node].outputs]
        else:
            names[node] = ["x"] if passing else [_free(own, used)]
    return names


def _free(name: str, used: set[str]) -> str:
    """`name`, or what is nearest to it and not taken."""
    candidate = name
    if candidate in used or keyword.iskeyword(candidate):
        candidate = f"{name}_output"
    number = 2
    while candidate in used:
        candidate = f"{name}_output_{number}"
        number += 1
    used.add(candidate)
    return candidate

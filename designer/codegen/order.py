"""In which order the nodes are written, and what each tensor is called on the way.

A chain is written as one does by hand, `x = block(x)`; a tensor that is needed again
later gets its node's name.
"""

from __future__ import annotations

import keyword
from collections.abc import Iterable

from designer.model.document import Document


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
    document: Document, order: list[str], inputs: set[str], taken: Iterable[str]
) -> dict[str, str]:
    """What the result of each node is called: `inputs`, `x`, or a name of its own."""
    used = set(taken)
    names: dict[str, str] = {}
    for place, node in enumerate(order):
        if node in inputs:
            names[node] = (
                _free("inputs", used)
                if len(inputs) == 1
                else _own(document, node, used)
            )
            continue
        readers = {edge.target for edge in document.outgoing.get(node, ())}
        following = order[place + 1] if place + 1 < len(order) else None
        if readers == {following} or (not readers and following is None):
            names[node] = "x"
        else:
            names[node] = _own(document, node, used)
    return names


def _own(document: Document, node: str, used: set[str]) -> str:
    return _free(document.nodes[node].name, used)


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

"""A network as its paper's table: rows, from which a document is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from designer.model.document import Document, Edge, Node, Scalar, Variable

PITCH = 208  # from one node down to the next: the largest node and its wire


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: a block, how often it repeats, and what the first copy has instead."""

    name: str
    block: str
    repeat: int | str
    first: Mapping[str, Scalar]
    params: Mapping[str, Scalar]


def row(
    name: str,
    block: str,
    *,
    repeat: int | str = 1,
    first: Mapping[str, Scalar] | None = None,
    **params: Scalar,
) -> Row:
    """A row of `repeat` blocks; text that begins with `=` is an expression over the design's variables."""
    return Row(name, block, repeat, first or {}, params)


def image(size: str = "=input_size") -> Row:
    """The row that every network begins with: square images in colour."""
    return row("image", "image_input", height=size, width=size)


def network(name: str, variables: Mapping[str, Variable], *rows: Row) -> Document:
    """Rows in sequence, from top to bottom as in a table."""
    nodes = [
        Node(
            id=f"n{number}",
            block=each.block,
            name=each.name,
            at=(0, PITCH * (number - 1)),
            params=each.params,
            repeat=each.repeat,
            first=each.first,
        )
        for number, each in enumerate(rows, start=1)
    ]
    return Document(
        name=name,
        variables=variables,
        nodes={node.id: node for node in nodes},
        edges=tuple(Edge(before.id, after.id) for before, after in pairwise(nodes)),
    )

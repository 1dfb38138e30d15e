"""Every block behind every other, at their defaults: what a person wires who tries what goes with what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blocks.catalog import catalog
from blocks.definition import Block
from designer.model.document import Document, Edge, Node

IMAGE = Node("image", "image_input", "image", params={"height": 32, "width": 32})
BLOCKS = tuple(b for b in catalog().values() if not b.id.startswith("block_"))


def behind_each_other(blocks: Sequence[Block]) -> Document:
    """An image and these blocks in a chain; all inputs of a block take what the one before it gives."""
    nodes, edges, last = [IMAGE], list[Edge](), IMAGE.id
    for place, block in enumerate(blocks):
        node = Node(f"n{place}", block.id, f"row{place}")
        nodes.append(node)
        for number, port in enumerate(block.inputs):
            edges.append(Edge(last, node.id, "", port.name if number else ""))
        last = node.id
    return Document(nodes={node.id: node for node in nodes}, edges=tuple(edges))


def all_pairs() -> Iterator[tuple[Block, Block]]:
    yield from ((first, second) for first in BLOCKS for second in BLOCKS)


def cover() -> Iterator[tuple[Block, Block]]:
    """Each block behind one of every kind of tensor, and each kind of refusal once: a share of all pairs."""
    kinds: dict[object, Block] = {}
    for block in BLOCKS:
        kinds.setdefault((block.category, block.outputs, len(block.inputs)), block)
    for name in ("global_pool", "classifier", "Flatten", "Reshape", "Permute"):
        kinds[name] = catalog()[name]
    yield from ((first, second) for first in kinds.values() for second in BLOCKS)

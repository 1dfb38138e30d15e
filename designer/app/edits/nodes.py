"""Compound edits of nodes, made of the model's: add after, paste, duplicate, delete.

Each returns the document and the nodes that are selected afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from blocks.definition import Block
from designer.analysis import Analysis, analyse
from designer.canvas.values.geometry import node_sizes, snapped
from designer.canvas.values.options import DEFAULT, Direction, ViewOptions
from designer.canvas.values.scene_state import scene_state
from designer.canvas.values.theme import GRID, NODE_WIDTH
from designer.layout import ALONG_RIGHT, arrange
from designer.model.document import EMPTY, Document, Edge, Scalar
from designer.model.edits import (
    Clashes,
    Refusal,
    add_node,
    connect,
    extract,
    merge,
    move_nodes,
    remove_nodes,
)
from designer.model.signature import Catalog

Sizes = Mapping[str, tuple[int, int]]
Edited = tuple[Document, tuple[str, ...]]
Point = tuple[float, float]

GAP = 6 * GRID
NEW_HEIGHT = 15 * GRID  # of a node that is not drawn yet
PASTE_OFFSET = (4.0 * GRID, 4.0 * GRID)


def add_block(
    document: Document,
    block: str,
    *,
    catalog: Catalog,
    sizes: Sizes,
    at: Point,
    after: str | None = None,
    params: Mapping[str, Scalar] = EMPTY,
    direction: Direction = "down",
) -> Edited:
    """Add a node after another, wired where their ports allow it, at a free place.

    Args:
        at: its top left corner where it follows no node.
        after: the node that it follows.
        params: parameters that differ from the block's defaults.
        direction: of the network's flow.
    """
    follows = after is not None and can_follow(document, after, block, catalog)
    if follows and after is not None:
        before = document.nodes[after]
        width, height = sizes.get(after, (NODE_WIDTH, NEW_HEIGHT))
        at = (before.at[0], before.at[1] + height + GAP)
        if direction == "right":
            at = (before.at[0] + width + ALONG_RIGHT, before.at[1])
    document, id = add_node(
        document,
        block,
        catalog=catalog,
        at=free_place(document, sizes, at, direction),
        params=params,
    )
    if follows and after is not None:
        document = connect(document, after, id, catalog=catalog)
    return document, (id,)


def can_follow(document: Document, after: str, block: str, catalog: Catalog) -> bool:
    """Whether a new node of that block accepts the output of a node."""
    node, taker = document.nodes.get(after), catalog.signature(block)
    giver = catalog.signature(node.block) if node else None
    return bool(giver and giver.outputs and taker and taker.inputs)


def add_at_wire(
    document: Document, block: str, *, catalog: Catalog, at: Point, loose: Edge
) -> Edited:
    """Add a node at the loose end of a wire, and connect them."""
    document, id = add_node(document, block, catalog=catalog, at=snapped(*at))
    if loose.source:
        document = connect(
            document,
            loose.source,
            id,
            source_port=loose.source_port,
            catalog=catalog,
        )
    else:
        document = connect(
            document,
            id,
            loose.target,
            target_port=loose.target_port,
            catalog=catalog,
            replace=True,
        )
    return document, (id,)


def duplicate(document: Document, ids: Iterable[str]) -> Edited:
    """Duplicate the nodes and the wires between them."""
    return merge(document, extract(document, ids), PASTE_OFFSET)


def paste(
    document: Document,
    fragment: Document,
    at: Point | None = None,
    *,
    clashes: Clashes = "refuse",
    keep_inputs: bool = False,
) -> Edited:
    """Add a fragment: its top left corner at `at`, else slightly offset from its old position."""
    offset = PASTE_OFFSET
    if at is not None and fragment.nodes:
        left = min(node.at[0] for node in fragment)
        top = min(node.at[1] for node in fragment)
        offset = snapped(at[0] - left, at[1] - top)
    return merge(document, fragment, offset, clashes, keep_inputs=keep_inputs)


def delete(document: Document, ids: Iterable[str], *, heal: bool = False) -> Edited:
    """Delete the nodes and their wires."""
    return remove_nodes(document, ids, heal=heal), ()


def connect_next(
    document: Document, source: str, target: str, *, catalog: Catalog
) -> Document:
    """Connect a wire to the first free input of a node."""
    signature = catalog.signature(document.nodes[target].block)
    names = [port.name for port in signature.inputs] if signature else [""]
    refusal: Refusal | None = None
    for index, name in enumerate(names or [""]):
        try:
            return connect(
                document,
                source,
                target,
                target_port=name if index else "",
                catalog=catalog,
            )
        except Refusal as refused:
            if refused.code != "port_taken":
                raise
            refusal = refusal or refused
    assert refusal is not None
    raise refusal


def laid_out(
    document: Document,
    blocks: Mapping[str, Block],
    wrap: float,
    analysis: Analysis | None = None,
    options: ViewOptions = DEFAULT,
) -> Document:
    """Lay out a design, folded to a window of that aspect ratio."""
    scene = scene_state(document, analysis or analyse(document), blocks)
    places = arrange(
        document, node_sizes(scene, options), direction=options.direction, wrap=wrap
    )
    return move_nodes(document, places)


def free_place(
    document: Document, sizes: Sizes, wanted: Point, direction: Direction = "down"
) -> Point:
    """The nearest position next to the flow, from `wanted` on, where a new node covers no other."""
    x, y = snapped(*wanted)
    boxes = [
        (node.at[0], node.at[1], *sizes.get(node.id, (NODE_WIDTH, NEW_HEIGHT)))
        for node in document
    ]
    while hit := next((box for box in boxes if _covers(box, x, y)), None):
        if direction == "right":
            _, y = snapped(0, hit[1] + hit[3] + GAP)
        else:
            x, _ = snapped(hit[0] + hit[2] + GAP, 0)
    return x, y


def _covers(box: tuple[float, float, float, float], x: float, y: float) -> bool:
    left, top, width, height = box
    return (
        x < left + width + GRID
        and left < x + NODE_WIDTH + GRID
        and y < top + height + GRID
        and top < y + NEW_HEIGHT + GRID
    )


def renamed(document: Document, name: str) -> Document:
    """Name the design after its file, where it has no name."""
    return replace(document, name=name) if document.name == "untitled" else document

"""Where things are on a node, in scene pixels from its top left corner. No Qt, so that layouts can ask for sizes.

The network flows downwards, as a paper's table is read: inputs on the upper edge, outputs on the lower one.
"""

from __future__ import annotations

from collections.abc import Mapping

from designer.canvas.state import NodeState, SceneState, Side
from designer.canvas.theme import GRID, NODE_WIDTH

HEADER = 48  # icon, title, block
LINE = 18  # one line of parameters
FOOTER = 32  # output shape and share of the cost
PADDING = 8
STACK = 8  # how far the copies of a repeated node look out below it


def node_size(node: NodeState) -> tuple[int, int]:
    """Width and height of a node with the stack of its copies, multiples of the grid."""
    height = HEADER + LINE * len(node.lines) + FOOTER
    if node.lines:
        height += PADDING
    height = -(-height // GRID) * GRID
    return NODE_WIDTH, height + (STACK if node.repeat else 0)


def node_sizes(state: SceneState) -> Mapping[str, tuple[int, int]]:
    """The size of every node by its id, as a layout wants them."""
    return {id: node_size(node) for id, node in state.nodes.items()}


def port_offset(
    node: NodeState, size: tuple[int, int], side: Side, key: str
) -> tuple[float, float]:
    """Where a port of a node of that size is; one that the block does not have counts as the first."""
    ports = node.inputs if side == "input" else node.outputs
    index = 0
    if len(ports) > 1:
        keys = [port.key for port in ports]
        index = keys.index(key) if key in keys else 0
    width, height = size
    return (
        width * (index + 1) / (max(len(ports), 1) + 1),
        0 if side == "input" else height,
    )


def snapped(x: float, y: float) -> tuple[float, float]:
    """The nearest point of the grid."""
    return round(x / GRID) * float(GRID), round(y / GRID) * float(GRID)

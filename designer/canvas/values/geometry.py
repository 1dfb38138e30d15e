"""The geometry of a node, in scene pixels from its top left corner. No Qt, so that layouts can compute sizes.

The network flows downwards, as a paper's table is read: inputs on the upper edge, outputs on the lower one. Or it
flows to the right, with inputs on the left edge and outputs on the right one.
"""

from __future__ import annotations

from collections.abc import Mapping

from designer.canvas.values.options import DEFAULT, Direction, ViewOptions
from designer.canvas.values.scene_state import NodeState, SceneState, Side
from designer.canvas.values.theme import GRID, NODE_WIDTH

HEADER = 48  # icon, title, block
LINE = 18  # one line of parameters
COLLAPSED = 32  # icon and title alone
FOOTER = 32  # output shape and share of the cost
PADDING = 8
MANY = 5.0  # how much longer a port is at either end that takes many wires
STACK = 8  # how far the copies of a repeated node look out below it


def node_size(node: NodeState, options: ViewOptions = DEFAULT) -> tuple[int, int]:
    """Width and height of a node with the stack of its copies, multiples of the grid."""
    height = HEADER
    if node.collapsed or node.kind == "port":
        height = COLLAPSED
    else:
        if options.parameters and node.lines:
            height += LINE * len(node.lines) + PADDING
        if options.shapes or options.costs:
            height += FOOTER
        height = -(-height // GRID) * GRID
    if node.repeat:
        height += STACK
    if options.direction == "right":  # ports in the middle lie on the grid
        height = -(-height // (2 * GRID)) * 2 * GRID
    return NODE_WIDTH, height


def node_sizes(
    state: SceneState, options: ViewOptions = DEFAULT
) -> Mapping[str, tuple[int, int]]:
    """The size of every node by id, for layouts."""
    return {id: node_size(node, options) for id, node in state.nodes.items()}


def port_offset(
    node: NodeState,
    size: tuple[int, int],
    side: Side,
    key: str,
    direction: Direction = "down",
) -> tuple[float, float]:
    """The position of a port on a node of that size; an unknown port has the position of the first."""
    ports = node.inputs if side == "input" else node.outputs
    index = 0
    if len(ports) > 1:
        keys = [port.key for port in ports]
        index = keys.index(key) if key in keys else 0
    share = (index + 1) / (max(len(ports), 1) + 1)
    width, height = size
    if direction == "right":
        return 0 if side == "input" else width, height * share
    return width * share, 0 if side == "input" else height


def port_stretch(many: bool, direction: Direction = "down") -> tuple[float, float]:
    """How far a port's shape extends beyond its radius: a port that takes many wires is longer."""
    reach = MANY if many else 0.0
    return (0.0, reach) if direction == "right" else (reach, 0.0)


def snapped(x: float, y: float) -> tuple[float, float]:
    """The nearest point of the grid."""
    return round(x / GRID) * float(GRID), round(y / GRID) * float(GRID)

"""From node to node by arrow key: along the wires up and down, to the nearest neighbour otherwise. No Qt."""

from __future__ import annotations

from typing import Literal

from designer.canvas.geometry import node_size
from designer.canvas.state import SceneState

Direction = Literal["up", "down", "left", "right"]


def neighbour(state: SceneState, id: str, direction: Direction) -> str | None:
    """The node to go to; None where there is none that way."""
    if direction in ("up", "down"):
        if direction == "down":
            along = [edge.target for edge in state.wires if edge.source == id]
        else:
            along = [edge.source for edge in state.wires if edge.target == id]
        if along:
            x = _middle(state, id)[0]
            return min(along, key=lambda other: abs(_middle(state, other)[0] - x))
    x, y = _middle(state, id)
    ways = {}
    for other in state.nodes:
        to_x, to_y = _middle(state, other)
        ahead, aside = {
            "left": (x - to_x, to_y - y),
            "right": (to_x - x, to_y - y),
            "up": (y - to_y, to_x - x),
            "down": (to_y - y, to_x - x),
        }[direction]
        if ahead > 0 and abs(aside) <= 2 * ahead:
            ways[other] = ahead + 2 * abs(aside)
    return min(ways, key=ways.__getitem__, default=None)


def _middle(state: SceneState, id: str) -> tuple[float, float]:
    node = state.nodes[id]
    width, height = node_size(node)
    return node.at[0] + width / 2, node.at[1] + height / 2

"""Moves from node to node by arrow key: along the wires, or to the nearest neighbour. No Qt."""

from __future__ import annotations

from typing import Literal

from designer.canvas.values.geometry import node_size
from designer.canvas.values.options import DEFAULT, ViewOptions
from designer.canvas.values.scene_state import NodeState, SceneState

Direction = Literal["up", "down", "left", "right"]


def neighbour(
    state: SceneState, id: str, direction: Direction, options: ViewOptions = DEFAULT
) -> str | None:
    """The node to go to; None where there is none in that direction."""
    middles = {
        other: _middle(node, node_size(node, options))
        for other, node in state.nodes.items()
    }
    right = options.direction == "right"
    with_flow, against = ("right", "left") if right else ("down", "up")
    along: list[str] = []
    if direction == with_flow:
        along = [edge.target for edge in state.wires if edge.source == id]
    elif direction == against:
        along = [edge.source for edge in state.wires if edge.target == id]
    if along:
        across = 1 if right else 0
        here = middles[id][across]
        return min(along, key=lambda other: abs(middles[other][across] - here))
    x, y = middles[id]
    ways = {}
    for other, (to_x, to_y) in middles.items():
        ahead, aside = {
            "left": (x - to_x, to_y - y),
            "right": (to_x - x, to_y - y),
            "up": (y - to_y, to_x - x),
            "down": (to_y - y, to_x - x),
        }[direction]
        if ahead > 0 and abs(aside) <= 2 * ahead:
            ways[other] = ahead + 2 * abs(aside)
    return min(ways, key=ways.__getitem__, default=None)


def _middle(node: NodeState, size: tuple[int, int]) -> tuple[float, float]:
    return node.at[0] + size[0] / 2, node.at[1] + size[1] / 2

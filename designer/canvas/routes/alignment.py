"""Aligns and distributes nodes, frames and notes. No Qt."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Literal, TypeVar

from designer.canvas.routes.routing import Box, Point
from designer.canvas.values.geometry import node_size, port_offset
from designer.canvas.values.options import ViewOptions
from designer.canvas.values.values import SceneState

Line = Literal["left", "centre", "right", "top", "middle", "bottom"]
Way = Literal["across", "down"]
Key = TypeVar("Key", bound=Hashable)


def aligned(boxes: Mapping[Key, Box], line: Line) -> dict[Key, Point]:
    """Positions at which all share an edge or a centre, that of their common bounds."""
    left = min(box[0] for box in boxes.values())
    top = min(box[1] for box in boxes.values())
    right = max(box[2] for box in boxes.values())
    bottom = max(box[3] for box in boxes.values())

    def place(box: Box) -> Point:
        x, y = box[:2]
        width, height = box[2] - x, box[3] - y
        return {
            "left": (left, y),
            "centre": ((left + right - width) / 2, y),
            "right": (right - width, y),
            "top": (x, top),
            "middle": (x, (top + bottom - height) / 2),
            "bottom": (x, bottom - height),
        }[line]

    return {key: place(box) for key, box in boxes.items()}


def distributed(boxes: Mapping[Key, Box], way: Way) -> dict[Key, Point]:
    """Positions with equal gaps between neighbours; the outermost stay."""
    low, high = (0, 2) if way == "across" else (1, 3)
    order = sorted(boxes, key=lambda key: (boxes[key][low], boxes[key][high]))
    room = max(box[high] for box in boxes.values()) - boxes[order[0]][low]
    taken = sum(box[high] - box[low] for box in boxes.values())
    gap = (room - taken) / max(len(boxes) - 1, 1)
    places: dict[Key, Point] = {}
    at = boxes[order[0]][low]
    for key in order:
        box = boxes[key]
        places[key] = (at, box[1]) if way == "across" else (box[0], at)
        at += box[high] - box[low] + gap
    return places


def straightened(
    state: SceneState, ids: tuple[str, ...], options: ViewOptions
) -> dict[str, Point]:
    """Positions at which the wires of each chain run straight; its first node stays.

    Of several nodes that one node feeds, the nearest follows it: the others would lie over it.
    """
    along = 0 if options.direction == "right" else 1
    across = 1 - along
    chosen = sorted(ids, key=lambda id: state.nodes[id].at[along])
    places: dict[str, Point] = {id: state.nodes[id].at for id in chosen}
    led: set[str] = set()
    for id in chosen:
        followers = [
            edge
            for edge in state.wires
            if edge.source == id and edge.target in places and edge.target not in led
        ]
        if not followers:
            continue
        edge = min(
            followers,
            key=lambda edge: abs(places[edge.target][across] - places[id][across]),
        )
        node, target = state.nodes[id], state.nodes[edge.target]
        leaves = port_offset(
            node,
            node_size(node, options),
            "output",
            edge.source_port,
            options.direction,
        )
        arrives = port_offset(
            target,
            node_size(target, options),
            "input",
            edge.target_port,
            options.direction,
        )
        straight = list(places[edge.target])
        straight[across] = places[id][across] + leaves[across] - arrives[across]
        places[edge.target] = (straight[0], straight[1])
        led.add(edge.target)
    return places

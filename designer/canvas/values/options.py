"""The display options of the canvas, as one frozen value that the settings store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Direction = Literal["down", "right"]
WireStyle = Literal["curved", "orthogonal"]
Wheel = Literal["zoom", "scroll"]


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """What the canvas shows of a design, and how it reacts to the mouse. They are not part of the design."""

    direction: Direction = "down"  # where the network flows: ports follow
    wire_style: WireStyle = "curved"
    parameters: bool = True  # on nodes
    shapes: bool = True  # of outputs, on nodes and wires
    costs: bool = True  # each node's share of the MACs
    motion: bool = True  # nodes are animated to their positions
    wheel: Wheel = "zoom"  # or scroll, as on a page; with Ctrl, zoom either way
    minimap: bool = False  # in the corner of the canvas
    guides: bool = True  # snap to neighbours' edges and middles while dragging


DEFAULT = ViewOptions()

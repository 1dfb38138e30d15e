"""Edits of places: several nodes in line, at even distances, their wires straight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from designer.model.document import Document
from designer.model.edits.nodes import move_nodes
from designer.model.edits.refusal import node_of
from designer.model.graph import topological_order

Side = Literal["left", "centre", "right", "top", "middle", "bottom"]
Axis = Literal["x", "y"]
Sizes = Mapping[str, tuple[float, float]]

_AXES: Mapping[Side, tuple[int, float]] = {  # axis, and how far into the node
    "left": (0, 0.0),
    "centre": (0, 0.5),
    "right": (0, 1.0),
    "top": (1, 0.0),
    "middle": (1, 0.5),
    "bottom": (1, 1.0),
}


def align(
    document: Document, ids: Iterable[str], side: Side, *, sizes: Sizes
) -> Document:
    """Put nodes in line along one of their sides, or their middles.

    They go where the outermost of them is; in the middle of all, where it is middles.

    Args:
        sizes: of the nodes, by id.

    Raises:
        Refusal: unknown_node.
    """
    axis, share = _AXES[side]
    spans = [_span(document, id, sizes, axis) for id in dict.fromkeys(ids)]
    if not spans:
        return document
    low = min(span.low for span in spans)
    line = low + share * (max(span.high for span in spans) - low)
    return _placed(document, axis, {s.id: line - share * s.length for s in spans})


def distribute(
    document: Document, ids: Iterable[str], axis: Axis, *, sizes: Sizes
) -> Document:
    """Space nodes evenly: the outermost stay, and the gaps between them all are equal.

    Raises:
        Refusal: unknown_node.
    """
    place = 0 if axis == "x" else 1
    found = (_span(document, id, sizes, place) for id in dict.fromkeys(ids))
    spans = sorted(found, key=lambda span: (span.low + span.high, span.id))
    if len(spans) < 3:
        return document
    room = spans[-1].high - spans[0].low - sum(span.length for span in spans)
    gap = room / (len(spans) - 1)
    starts: dict[str, float] = {}
    start = spans[0].low
    for span in spans:
        starts[span.id] = start
        start += span.length + gap
    return _placed(document, place, starts)


def straighten(
    document: Document, ids: Iterable[str], axis: Axis, *, sizes: Sizes
) -> Document:
    """Put each node in line with the one among `ids` that feeds it first, so that the wire between them is straight.

    Args:
        axis: across the flow of data: "x" where it runs downwards, "y" where it runs to the right.

    Raises:
        Refusal: unknown_node.
    """
    place = 0 if axis == "x" else 1
    chosen = {node_of(document, id).id for id in ids}
    middles: dict[str, float] = {}
    starts: dict[str, float] = {}
    for id in topological_order(document):
        if id not in chosen:
            continue
        span = _span(document, id, sizes, place)
        wires = document.incoming.get(id, ())
        feeds = next((e.source for e in wires if e.source in chosen), None)
        middles[id] = (span.low + span.high) / 2 if feeds is None else middles[feeds]
        starts[id] = middles[id] - span.length / 2
    return _placed(document, place, starts)


@dataclass(frozen=True, slots=True)
class _Span:
    """What a node takes up along one axis."""

    id: str
    low: float
    length: float

    @property
    def high(self) -> float:
        return self.low + self.length


def _span(document: Document, id: str, sizes: Sizes, axis: int) -> _Span:
    return _Span(id, node_of(document, id).at[axis], sizes[id][axis])


def _placed(document: Document, axis: int, starts: Mapping[str, float]) -> Document:
    def at(id: str, start: float) -> tuple[float, float]:
        x, y = document.nodes[id].at
        return (start, y) if axis == 0 else (x, start)

    return move_nodes(document, {id: at(id, start) for id, start in starts.items()})

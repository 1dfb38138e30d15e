"""Where the nodes of a design stand: its longest chain in one straight line, everything else in lanes beside it.

A layout library (layers, few crossings) says on which side of the line a branch belongs and how far out. What it
does not do is done here: sizes of nodes, straight lanes, the grid.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from math import ceil, sqrt
from statistics import fmean
from typing import TYPE_CHECKING, Literal

from designer.folding import GRID, Point, folded
from designer.model.document import Document
from designer.model.graph import digraph, topological_order

if TYPE_CHECKING:
    import networkx as nx

Sizes = Mapping[str, tuple[float, float]]
Direction = Literal["down", "right"]

ALONG = 56  # between one row and the next: a wire's curve and its shape
ALONG_RIGHT = 104  # where the shape stands along the wire
ACROSS = 88  # between lanes: skips run in it, 28 to 78 pixels from what they pass
SIZE = (216, 96)  # of a node whose size is not given
ASKED_AT_ONCE = (
    400  # nodes: beyond, the library's time grows with their square and worse
)


def arrange(
    document: Document,
    sizes: Sizes,
    *,
    direction: Direction = "down",
    wrap: float | None = None,
    only: Collection[str] | None = None,
) -> dict[str, Point]:
    """The upper left corner of every node, on a grid of 8 pixels; the same design always gives the same.

    The longest chain is straight, branches stand in lanes beside it. Parts without a wire between them stand side
    by side, nodes without any wire in a block at the end.

    Args:
        sizes: width and height of the nodes by id, in pixels.
        direction: where the network flows.
        wrap: width by height of the window; a long network is folded to about that shape.
        only: arrange these nodes alone, their upper left corner staying where it is.
    """
    chosen = document.nodes.keys() if only is None else document.nodes.keys() & only
    graph = digraph(document).subgraph(chosen)
    order = [id for id in topological_order(document) if id in chosen]
    turned = direction == "right"
    boxes = {id: _turn(sizes.get(id, SIZE), turned) for id in order}
    ratio = 1 / wrap if wrap and turned else wrap
    places: dict[str, Point] = {}
    left = 0.0
    along = ALONG_RIGHT if turned else ALONG
    for part in _parts(graph, order, boxes, ratio, along):
        for id, (x, y) in part.items():
            places[id] = (_snap(left + x), _snap(y))
        left = max(places[id][0] + boxes[id][0] for id in part) + ACROSS
    places = {id: _turn(places[id], turned) for id in document.nodes if id in places}
    return places if only is None else _kept_corner(document, places)


def _parts(
    graph: nx.DiGraph[str],
    order: Sequence[str],
    boxes: Sizes,
    ratio: float | None,
    along: float,
) -> Iterator[Mapping[str, Point]]:
    """Places of each connected part from (0, 0) on, the largest first; then the nodes without wires."""
    place = {id: index for index, id in enumerate(order)}
    import networkx as nx  # late: a third of a second that the first frame can do without

    parts = [
        sorted(p, key=place.__getitem__) for p in nx.weakly_connected_components(graph)
    ]
    for part in sorted(parts, key=lambda part: (-len(part), place[part[0]])):
        if len(part) > 1:
            yield _Part(graph, part, boxes, along).places(ratio)
    if alone := [part[0] for part in parts if len(part) == 1]:
        yield _block(sorted(alone, key=place.__getitem__), boxes, along)


def _block(ids: Sequence[str], boxes: Sizes, along: float) -> dict[str, Point]:
    """Nodes side by side, in rows as many as columns."""
    columns = ceil(sqrt(len(ids)))
    wide = max(boxes[id][0] for id in ids) + ACROSS
    high = max(boxes[id][1] for id in ids) + along
    return {id: (i % columns * wide, i // columns * high) for i, id in enumerate(ids)}


@dataclass(frozen=True, slots=True)
class _Chain:
    """Nodes in a line, and the rows from its first to its last."""

    nodes: tuple[str, ...]
    first: int
    last: int

    @property
    def rows(self) -> int:
        """A bit for each row that it takes."""
        return (1 << (self.last + 1)) - (1 << self.first)


class _Part:
    """A connected part of the design: its rows, its chains, and the lane of each."""

    def __init__(
        self,
        graph: nx.DiGraph[str],
        order: Sequence[str],
        boxes: Sizes,
        along: float,
    ) -> None:
        self.order, self.boxes, self.along = order, boxes, along
        place = {id: index for index, id in enumerate(order)}
        self.after = {
            id: sorted(graph.successors(id), key=place.__getitem__) for id in order
        }
        self.near = {id: {*self.after[id], *graph.predecessors(id)} for id in order}
        self.row = self._rows()
        self.spine, *self.branches = self._chains()
        self.on_spine = frozenset(self.spine.nodes)
        self.lane = self._lanes()

    def places(self, ratio: float | None) -> dict[str, Point]:
        heights = [0.0] * (self.spine.last + 1)
        widths: dict[int, float] = {}
        for id in self.order:
            width, height = self.boxes[id]
            heights[self.row[id]] = max(heights[self.row[id]], _up(height) + self.along)
            lane = self.lane[id]
            widths[lane] = max(widths.get(lane, 0.0), _up(width) + ACROSS)
        left, total = {}, 0.0
        for lane in sorted(widths):
            left[lane] = total
            total += widths[lane]
        corners = folded(heights, total, ratio)
        return {id: self._corner(id, left, widths, corners) for id in self.order}

    def _corner(
        self,
        id: str,
        left: Mapping[int, float],
        widths: Mapping[int, float],
        corners: Sequence[Point],
    ) -> Point:
        """In the middle of its lane, at the top of its row."""
        lane, (x, y) = self.lane[id], corners[self.row[id]]
        slack = widths[lane] - ACROSS - self.boxes[id][0]
        return x + left[lane] + slack / 2, y

    def _rows(self) -> dict[str, int]:
        """Each node right below the lowest that feeds it."""
        row = dict.fromkeys(self.order, 0)
        for id in self.order:
            for target in self.after[id]:
                row[target] = max(row[target], row[id] + 1)
        return row

    def _chains(self) -> Iterator[_Chain]:
        """The longest chain, then the longest from each node that is left, from the top."""
        free = set(self.order)
        length = self._lengths(free)
        start = max(self.order, key=length.__getitem__)
        yield self._chain(start, free, length)
        length = self._lengths(free)
        for id in self.order:
            if id in free:
                yield self._chain(id, free, length)

    def _lengths(self, free: Collection[str]) -> dict[str, int]:
        """How many nodes the longest chain of free nodes has from each of them on."""
        length: dict[str, int] = {}
        for id in reversed(self.order):
            if id in free:
                following = (length.get(target, 0) for target in self.after[id])
                length[id] = 1 + max(following, default=0)
        return length

    def _chain(self, id: str, free: set[str], length: Mapping[str, int]) -> _Chain:
        nodes = [id]
        while following := [
            target for target in self.after[nodes[-1]] if target in free
        ]:
            nodes.append(max(following, key=length.__getitem__))
        free.difference_update(nodes)
        return _Chain(tuple(nodes), self.row[nodes[0]], self.row[nodes[-1]])

    def _lanes(self) -> dict[str, int]:
        """Lane 0 is the longest chain's; negative ones are to its left. A chain takes the nearest that is free."""
        lane = dict.fromkeys(self.spine.nodes, 0)
        offset = self._offsets()
        taken: dict[int, int] = {}
        nearest: dict[
            tuple[int, int], int
        ] = {}  # steps to a free lane, by rows and side
        for chain in sorted(self.branches, key=lambda chain: abs(offset[chain])):
            sides = (1, -1) if not offset[chain] else (1 if offset[chain] > 0 else -1,)
            rows = chain.rows
            for side in sides:
                start = nearest.get((rows, side), 1)
                nearest[rows, side] = next(
                    n for n in count(start) if not taken.get(side * n, 0) & rows
                )
            side = min(sides, key=lambda side: nearest[rows, side])
            free = side * nearest[rows, side]
            taken[free] = taken.get(free, 0) | rows
            lane.update(dict.fromkeys(chain.nodes, free))
        return lane

    def _offsets(self) -> dict[_Chain, float]:
        """How far to the right of the longest chain the library puts each other one; 0 where either side does.

        Either side does for a chain that touches only the longest one: so equal modules come out equal.
        """
        tangled = [it for it in self.branches if not self._is_between_spine(it)]
        asked = self.on_spine.union(*(it.nodes for it in tangled)) if tangled else ()
        ids = sorted((id for id in self.order if id in asked), key=self.row.__getitem__)
        offset: dict[str, float] = {}
        for start in range(0, len(ids), ASKED_AT_ONCE):
            offset.update(self._ask(ids[start : start + ASKED_AT_ONCE]))
        return {
            chain: fmean(offset.get(id, 0.0) for id in chain.nodes)
            for chain in self.branches
        }

    def _is_between_spine(self, chain: _Chain) -> bool:
        own = set(chain.nodes)
        return all(self.near[id] - own <= self.on_spine for id in chain.nodes)

    def _ask(self, ids: Sequence[str]) -> dict[str, float]:
        """The library's offsets of some nodes from the longest chain, but for those that it gives no place."""
        number = {id: index for index, id in enumerate(ids)}
        wires = [
            (number[a], number[b]) for a in ids for b in self.after[a] if b in number
        ]
        import fast_sugiyama  # late: only tangled branches need it

        layouts = fast_sugiyama.from_edges(
            wires, ranking_type="down", dummy_vertices=True, transpose=False
        )
        across = dict(layouts.flatten_positions())
        middle = {self.row[id]: number[id] for id in ids if id in self.on_spine}
        return {
            id: across[number[id]][0] - across[middle[self.row[id]]][0]
            for id in ids
            if number[id] in across and middle.get(self.row[id]) in across
        }


def _kept_corner(document: Document, places: Mapping[str, Point]) -> dict[str, Point]:
    """Places moved so that their upper left corner is where it was, on the grid."""
    if not places:
        return {}
    was = [document.nodes[id].at for id in places]
    dx = _snap(min(x for x, _ in was)) - min(x for x, _ in places.values())
    dy = _snap(min(y for _, y in was)) - min(y for _, y in places.values())
    return {id: (x + dx, y + dy) for id, (x, y) in places.items()}


def _turn(pair: Point, turned: bool) -> Point:
    return (pair[1], pair[0]) if turned else pair


def _up(length: float) -> float:
    return ceil(length / GRID) * float(GRID)


def _snap(length: float) -> float:
    return round(length / GRID) * float(GRID)

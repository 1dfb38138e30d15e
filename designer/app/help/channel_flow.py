"""Computes what a block does to channels, as bars of coloured lanes and strands between them.

Colours say where a channel's numbers come from. All is read off the block's record: a layer leads each channel into
the lanes that it reaches, in any block.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import lcm

from blocks.spec import Shape
from designer.analysis.report import Analysis
from designer.app.help.channel_rules import Way, groups_of, is_weighing, ways_of
from designer.app.help.layer_names import QUIET, quiet, sign, words
from designer.app.text.translation import tr
from designer.model.document import BLOCK_OUTPUT, Node

LANES = 24  # that a tensor's channels are drawn as; 2, 3, 4, 6 and 8 groups divide it
FEW_GROUPS = 4  # colours where the block has no groups
SCALES = (1.0, 0.35, 0.75, 0.5, 0.9, 0.25)  # example weights that scale lanes

Span = tuple[float, float]  # of a bar's width, from 0 to 1


@dataclass(frozen=True, slots=True)
class Lane:
    """Some channels of a tensor: the groups that their values come from, and the share of each that is left."""

    colours: tuple[int, ...]
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class Strand:
    """Channels of one bar that reach channels of another."""

    source: Span
    target: Span
    colours: tuple[int, ...]
    mixes: bool = (
        False  # every channel of the source reaches every channel of the target
    )
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A tensor. `words` describe the layer that makes it and what is done to each of its elements."""

    id: str
    shape: Shape
    lanes: tuple[Lane, ...]
    words: tuple[str, ...] = ()
    sign: str = ""  # the symbol of a layer that adds or multiplies

    @property
    def channels(self) -> int:
        return self.shape[-1] or 1 if len(self.shape) > 1 else 1


@dataclass(frozen=True, slots=True)
class Link:
    """All strands between two bars; `weighs` where one scales the other."""

    source: str
    target: str
    strands: tuple[Strand, ...]
    weighs: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """Bars, producers first, and the links between them."""

    bars: Mapping[str, Bar]
    links: tuple[Link, ...]
    colours: int


def picture(analysis: Analysis) -> Picture:
    """Compute the picture of what the layers of an opened block do to channels.

    Args:
        analysis: of a design of layers and ports, without errors.
    """
    return _Drawn(analysis).picture()


class _Drawn:
    """Tracks the lanes through a design, producers first."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.nodes = analysis.document.nodes
        self.bars: dict[str, Bar] = {}
        self.links: list[Link] = []
        # per node and output: the bar, and the part of it that this output is
        self.places: dict[tuple[str, int], tuple[str, Span]] = {}
        self.groups = self._groups()
        self.lanes = self._lanes()

    def picture(self) -> Picture:
        sources = [n for n in self.analysis.order if not self._tensors(n)]
        for id in self.analysis.order:
            node = self.nodes[id]
            if id in sources:
                self._start(id, sources.index(id), len(sources))
            elif node.block != BLOCK_OUTPUT:
                self._follow(node)
        return Picture(self.bars, tuple(self.links), self.groups)

    def _groups(self) -> int:
        """The number of colours: groups, halves of a split, inputs."""
        found = [groups_of(node) for node in self.nodes.values()]
        grouped = max(found, default=1)
        inputs = sum(1 for id in self.nodes if not self._tensors(id))
        return max(grouped if grouped > 1 else FEW_GROUPS, inputs)

    def _lanes(self) -> int:
        shown = {groups_of(node) for node in self.nodes.values()}
        common = lcm(*shown, self.groups)
        return common * max(1, LANES // common)

    def _tensors(self, id: str) -> tuple[tuple[str, int], ...]:
        return self.analysis.wirings[id].tensors

    def _start(self, id: str, place: int, sources: int) -> None:
        """Add an input, whose channels get new colours."""
        share = self.groups / sources
        first, last = int(place * share), int((place + 1) * share)
        lanes = tuple(
            Lane((first + lane * (last - first) // self.lanes,))
            for lane in range(self.lanes)
        )
        name = tr("input") if sources == 1 else tr("input {n}").format(n=place + 1)
        self._bar(id, lanes, (name,))

    def _bar(self, id: str, lanes: tuple[Lane, ...], words: tuple[str, ...]) -> None:
        outputs = self.analysis.nodes[id].outputs
        self.bars[id] = Bar(id, outputs[0], lanes, words, sign(self.nodes[id]))
        self.places[id, 0] = (id, (0.0, 1.0))

    def _follow(self, node: Node) -> None:
        tensors = self._tensors(node.id)
        if node.block in QUIET and self._joins(tensors[0]):
            bar, span = self.places[tensors[0]]
            words = (*self.bars[bar].words, *quiet(node))
            shape = self.analysis.nodes[node.id].outputs[0]
            self.bars[bar] = replace(self.bars[bar], words=words, shape=shape)
            self.places[node.id, 0] = bar, span
        elif node.block == "ops_split":
            self._split(node, tensors[0])
        else:
            self._apply(node, tensors)

    def _joins(self, tensor: tuple[str, int]) -> bool:
        """Whether a quiet layer is listed on the bar that it reads: nothing else reads that, and it is no input."""
        bar, span = self.places[tensor]
        readers = [n for n in self.nodes if tensor in self._tensors(n)]
        return len(readers) == 1 and span == (0.0, 1.0) and bool(self._tensors(bar))

    def _split(self, node: Node, tensor: tuple[str, int]) -> None:
        """Handle a split: it makes no new bar, but each part has its own consumers."""
        bar, (start, end) = self.places[tensor]
        sizes = [s[-1] or 1 for s in self.analysis.nodes[node.id].outputs]
        at = start
        for output, size in enumerate(sizes):
            to = at + (end - start) * size / sum(sizes)
            self.places[node.id, output] = bar, (at, to)
            at = to

    def _apply(self, node: Node, tensors: Sequence[tuple[str, int]]) -> None:
        """Handle a layer that makes a new bar."""
        given = [self._given(tensor) for tensor in tensors]
        shapes = self.analysis.nodes[node.id].inputs
        flat = [shape for port in shapes for shape in port]
        output = self.analysis.nodes[node.id].outputs[0]
        ways = ways_of(node, flat, output, self.lanes)
        weighs = [is_weighing(node, shape, output) and len(flat) > 1 for shape in flat]
        lanes = tuple(
            self._lane(lane, given, ways, weighs) for lane in range(self.lanes)
        )
        self._bar(node.id, lanes, words(node))
        for place, (tensor, way) in enumerate(zip(tensors, ways, strict=True)):
            bar, span = self.places[tensor]
            strands = tuple(_strands(given[place], way, span, self.lanes))
            self.links.append(Link(bar, node.id, strands, weighs[place]))

    def _given(self, tensor: tuple[str, int]) -> tuple[Lane, ...]:
        """The lanes of a tensor: those of its bar, or of a part of it resampled to as many."""
        bar, (start, end) = self.places[tensor]
        lanes = self.bars[bar].lanes
        width = end - start
        return tuple(
            lanes[int((start + (n + 0.5) / self.lanes * width) * len(lanes))]
            for n in range(self.lanes)
        )

    def _lane(
        self,
        lane: int,
        given: Sequence[Sequence[Lane]],
        ways: Sequence[Way],
        weighs: Sequence[bool],
    ) -> Lane:
        """One lane of a new bar, from all lanes that reach it."""
        reached = [
            source
            for lanes, way, weighing in zip(given, ways, weighs, strict=True)
            if not weighing
            for source in (lanes[n] for n in way(lane))
        ]
        colours = tuple(sorted({c for source in reached for c in source.colours}))
        strength = max((source.strength for source in reached), default=1.0)
        if any(weighs):
            strength *= SCALES[lane % len(SCALES)]
        return Lane(colours, strength)


def _strands(
    given: Sequence[Lane], way: Way, span: Span, lanes: int
) -> Iterator[Strand]:
    """The strands of one input: a bundle where many reach many, else lane by lane."""
    ways = [tuple(way(lane)) for lane in range(lanes)]
    if max(map(len, ways)) > 1:
        for sources in dict.fromkeys(ways):
            reached = [n for n, found in enumerate(ways) if found == sources]
            target = (reached[0] / lanes, (reached[-1] + 1) / lanes)
            for run in _runs([given[n].colours for n in sources]):
                source = (sources[run[0]], sources[run[-1]] + 1)
                yield Strand(
                    _within(span, source, lanes),
                    target,
                    given[sources[run[0]]].colours,
                    mixes=True,
                )
        return
    led = [(lane, found[0]) for lane, found in enumerate(ways) if found]
    # A part of the output that takes the whole input has fewer lanes than that: they are wider there.
    count = len(led) if _rises([n for _, n in led]) else lanes
    for place, (lane, n) in enumerate(led):
        at = place if count < lanes else n
        yield Strand(
            _within(span, (at, at + 1), count),
            (lane / lanes, (lane + 1) / lanes),
            given[n].colours,
            strength=given[n].strength,
        )


def _rises(numbers: Sequence[int]) -> bool:
    return all(a < b for a, b in pairwise(numbers))


def _runs(colours: Sequence[tuple[int, ...]]) -> Iterator[list[int]]:
    """Runs of neighbours with the same colours."""
    run: list[int] = []
    for n, each in enumerate(colours):
        if run and each != colours[run[-1]]:
            yield run
            run = []
        run.append(n)
    yield run


def _within(span: Span, part: tuple[int, int], lanes: int) -> Span:
    start, end = span
    width = end - start
    return start + part[0] / lanes * width, start + part[1] / lanes * width

"""What would make a refused row work, found by trying: the block itself says what it takes, no rule is written twice.

Tried are neighbouring values of its parameters, a 1x1 projection on a wire, and other widths of the rows before it.
The number of trials is bounded.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from math import ceil, isqrt

from blocks.catalog import catalog
from blocks.definition import Parameter
from blocks.spec import Shape
from designer.analysis.catalog import BLOCKS
from designer.analysis.report import Analysis, Issue
from designer.analysis.row import report_row
from designer.analysis.tracing import LARGEST, Refused
from designer.analysis.wiring import wire
from designer.model.document import Document, Edge, Node, Scalar
from designer.model.edits import insert_on_edge, set_params
from designer.model.variables import resolve

PROJECTION = "conv_bn"
TRIALS = 60
NEIGHBOURS = 10  # values tried on either side of one that is refused
ROWS_BACK = 4  # how far upstream a width may be set

Edit = Callable[[Document], Document]
Candidate = tuple[str, Edit]  # a title, and the edit


def find_by_trial(analysis: Analysis, issue: Issue) -> Iterator[Candidate]:
    """Edits after which the node that refused works, likeliest first."""
    search = _Search(analysis, analysis.document.nodes[issue.node or ""])
    numbers = [p.name for p in search.block.parameters.values() if p.type is int]
    named = [name for name in numbers if name.split("_")[0] in issue.message]
    named.sort(key=lambda name: name != issue.parameter)
    yield from search.values(named)
    yield from search.choices()
    yield from search.projections()
    yield from search.widths_upstream()
    yield from search.values([name for name in numbers if name not in named])


class _Search:
    """The neighbourhood of one refused node."""

    def __init__(self, analysis: Analysis, node: Node) -> None:
        self.analysis = analysis
        self.document = analysis.document
        self.node = node
        self.report = report = analysis.nodes[node.id]
        self.block = catalog()[node.block]
        self.variables = resolve(self.document.variables)
        self.left = TRIALS
        outcome = report.outcome
        self.copy = outcome.copy if isinstance(outcome, Refused) else 1
        self.settings = report.settings[self.copy - 1]
        self.channels = [s[-1] for port in report.inputs for s in port if s[-1]]

    def values(self, names: Iterable[str]) -> Iterator[Candidate]:
        """Whole-number parameters: the nearest value below and the nearest above."""
        for name in names:
            value, parameter = self.settings[name], self.block.parameters[name]
            if not isinstance(value, int):
                continue
            limits = parameter.range
            near = _near(value, self._numbers(but=name), parameter)
            if limits and not limits.minimum <= value <= limits.maximum:
                near = ([parameter.default], *near)  # far off: not the last that fits
            for side in near:
                for found in side:
                    edit = self._set(name, found)
                    if self._works(edit, [self.node.id]):
                        yield _use(name, found), edit
                        break

    def choices(self) -> Iterator[Candidate]:
        """Switches, and parameters with a list of values."""
        for name, parameter in self.block.parameters.items():
            options = (False, True) if parameter.type is bool else parameter.choices
            for option in options:
                edit = self._set(name, option)
                if option != self.settings[name] and self._works(edit, [self.node.id]):
                    yield _set_to(name, option), edit

    def projections(self) -> Iterator[Candidate]:
        """A 1x1 convolution on a wire, which brings it to the channels and size that the row takes."""
        for edge, shape in self._wires():
            for channels, strides in self._targets(shape):
                edit = partial(_project, edge=edge, channels=channels, strides=strides)
                if self._works(edit, [self.node.id]):
                    step = f", strides {strides}" if strides > 1 else ""
                    wires = f" after '{self.document.nodes[edge.source].name}'"
                    title = f"insert a 1x1 projection to {channels} channels{step}"
                    yield title + (wires if len(self.channels) > 1 else ""), edit
                    break

    def widths_upstream(self) -> Iterator[Candidate]:
        """Another width of a row before this one, as far as the rows between keep their channels."""
        for edge, shape in self._wires():
            path = [self.node.id]
            id, width = edge.source, shape[-1]
            while len(path) <= ROWS_BACK and width:
                found = False
                path.insert(0, id)
                for candidate in self._widths(self.document.nodes[id], width, path):
                    found = True
                    yield candidate
                before = self.analysis.wirings[id].tensors
                if found or len(before) != 1:
                    break
                id, output = before[0]
                if self.analysis.nodes[id].outputs[output][-1] != width:
                    break

    def _widths(
        self, row: Node, width: int, path: Sequence[str]
    ) -> Iterator[Candidate]:
        settings = self.analysis.nodes[row.id].settings[-1]
        for parameter in catalog()[row.block].parameters.values():
            name = parameter.name
            if parameter.type is not int or settings[name] != width:
                continue
            for near in _near(width, self._numbers(), parameter):
                for found in near:
                    edit = partial(_set_width, id=row.id, name=name, value=found)
                    if self._works(edit, path):
                        yield f"{_use(name, found)} in '{row.name}'", edit
                        break

    def _works(self, edit: Edit, path: Sequence[str]) -> bool:
        """Whether the rows of `path`, and what the edit adds, work after it."""
        if self.left == 0:
            return False
        self.left -= 1
        edited = edit(self.document)
        added = [id for id in edited.nodes if id not in self.document.nodes]
        reports = ChainMap({}, dict(self.analysis.nodes))
        for id in (*added, *path):
            node = edited.nodes[id]
            wiring = self.analysis.wirings.get(id)
            if wiring is None or added:
                signature = BLOCKS.signature(node.block)
                assert signature is not None  # the row was traced
                edges = edited.incoming.get(id, ())
                wiring = wire(edited, node, edges, signature, BLOCKS)
            report = report_row(node, wiring, reports, self.variables, None)
            if report.state != "ok":
                return False
            reports[id] = report
        return True

    def _set(self, name: str, value: Scalar) -> Edit:
        first = self.copy == 1 and name in self.node.first
        return partial(_set, id=self.node.id, name=name, value=value, first=first)

    def _numbers(self, but: str = "") -> list[int]:
        """Numbers that a value might have to fit: channels of the inputs, other parameters."""
        own = [
            value
            for name, value in self.settings.items()
            if isinstance(value, int) and value > 1 and name != but
        ]
        return [*self.channels, *own]

    def _wires(self) -> Iterator[tuple[Edge, Shape]]:
        """Every wire of images into the row, with its shape."""
        signature = BLOCKS.signature(self.node.block)
        assert signature is not None  # the row was traced
        edges = self.document.incoming.get(self.node.id, ())
        for port, shapes in enumerate(self.report.inputs):
            here = [e for e in edges if signature.input_index(e.target_port) == port]
            for edge, shape in zip(here, shapes, strict=True):
                if len(shape) == 4:
                    yield edge, shape

    def _targets(self, shape: Shape) -> Iterator[tuple[int, int]]:
        """Channels and strides that a projection might have to give."""
        width = shape[-1] or 1
        for _, other in self._wires():
            if other != shape and other[-1]:
                strides = ceil((shape[1] or 1) / (other[1] or 1))
                yield other[-1], max(1, strides)
        for side in _near(width, self._numbers(), None):
            for number in side[:3]:
                yield number, 1
        for number in self._numbers():
            if number != width:
                yield number, 1


def _near(
    value: int, numbers: Iterable[int], parameter: Parameter | None
) -> tuple[list[int], ...]:
    """Values below and above that may fit better, nearest first: neighbours, divisors and multiples of `numbers`."""
    found = {value + step for step in (-2, -1, 1, 2)}
    for number in numbers:
        found |= {number, 2 * number} | _divisors(number)
        for unit in (number, 4 * number):
            found |= {value // unit * unit, -(-value // unit) * unit}
    limits = parameter.range if parameter else None
    least = limits.minimum if limits else 1
    most = min(limits.maximum if limits else LARGEST, 8 * max(1, value))
    fitting = sorted(n for n in found if least <= n <= most and n != value)
    below = [n for n in reversed(fitting) if n < value]
    return below[:NEIGHBOURS], [n for n in fitting if n > value][:NEIGHBOURS]


def _divisors(number: int) -> set[int]:
    if number > 2**16:
        return set()
    small = [d for d in range(1, isqrt(number) + 1) if number % d == 0]
    return {*small, *(number // d for d in small)}


def _set(
    document: Document, *, id: str, name: str, value: Scalar, first: bool
) -> Document:
    return set_params(document, id, {name: value}, catalog=BLOCKS, first=first)


def _set_width(document: Document, *, id: str, name: str, value: int) -> Document:
    """Set a width of all copies of a row."""
    changed = set_params(document, id, {name: value}, catalog=BLOCKS)
    return set_params(changed, id, {name: None}, catalog=BLOCKS, first=True)


def _project(
    document: Document, *, edge: Edge, channels: int, strides: int
) -> Document:
    ends = document.nodes[edge.source].at, document.nodes[edge.target].at
    params: dict[str, Scalar] = {"filters": channels, "kernel_size": 1}
    params |= {"activation": "linear"} | ({"strides": strides} if strides > 1 else {})
    return insert_on_edge(
        document,
        edge,
        PROJECTION,
        catalog=BLOCKS,
        at=((ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2),
        params=params,
    )[0]


def _use(name: str, value: int) -> str:
    if name in ("groups", "filters", "units", "channels"):
        return f"use {value:,} {name if value != 1 else name[:-1]}"
    return f"set {name} to {value:,}"


def _set_to(name: str, value: Scalar) -> str:
    if isinstance(value, bool):
        return f"turn {name} {'on' if value else 'off'}"
    return f"set {name} to {value}"

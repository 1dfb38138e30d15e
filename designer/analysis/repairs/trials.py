"""What would make a refused row work, found by trying: the block itself says what it takes, no rule is written twice.

Tried are neighbouring values of its parameters, a 1x1 projection on a wire, and other widths of the rows before it.
The number of trials is bounded.
"""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from math import ceil
from typing import Any

from blocks.budget import spend
from blocks.definition import Parameter
from blocks.spec import Shape
from designer.analysis.catalog import design_blocks
from designer.analysis.issues import Issue
from designer.analysis.repairs.candidate import Candidate, Edit, insert
from designer.analysis.repairs.keeping import keeping
from designer.analysis.repairs.neighbours import near
from designer.analysis.repairs.sizes import paddings
from designer.analysis.report import Analysis
from designer.analysis.row import Surroundings, report_row
from designer.analysis.tracing import Refused
from designer.analysis.wiring import wire
from designer.model.document import Document, Edge, Node, Scalar, is_expression
from designer.model.edits import Refusal, set_params
from designer.model.signature import Catalog
from designer.model.variables import resolve

# The first that the design has no block of its own for, and what it is given to be linear.
PROJECTIONS: tuple[tuple[str, dict[str, Scalar]], ...] = (
    ("conv_bn", {"activation": "linear"}),
    ("conv", {"activation": "linear"}),
    ("Conv2D", {"padding": "same"}),
)
TRIALS = 80
ROWS_BACK = 4  # how far upstream a width may be set

_HINT = re.compile(r"(\w+)='?([\w.]+)'?")
_HINTED_VALUE = re.compile(r": (-?\d+(?:\.\d+)?) works")


def find_by_trial(analysis: Analysis, issue: Issue) -> Iterator[Candidate]:
    """Edits after which the node that refused works, likeliest first."""
    search = _Search(analysis, analysis.document.nodes[issue.node or ""])
    numbers = [p.name for p in search.block.parameters.values() if _is_number(p)]
    named = [name for name in numbers if name.split("_")[0] in issue.message]
    named.sort(key=lambda name: name != issue.parameter)
    seen: set[str] = set()
    for candidate in chain(
        search.hints(issue.message, named),
        search.values(named),
        search.choices(),
        search.insertions(),
        search.widths_upstream(),
        search.values([name for name in numbers if name not in named]),
    ):
        if candidate.title not in seen:
            seen.add(candidate.title)
            yield candidate
    if not seen:
        yield from search.defaults()


def find_insertions(analysis: Analysis, issue: Issue) -> Iterator[Candidate]:
    """What goes into the wires of a node that refused, after which it works."""
    return _Search(analysis, analysis.document.nodes[issue.node or ""]).insertions()


class _Search:
    """The neighbourhood of one refused node."""

    def __init__(self, analysis: Analysis, node: Node) -> None:
        self.analysis = analysis
        self.document = analysis.document
        self.node = node
        self.report = report = analysis.nodes[node.id]
        self.blocks = design_blocks(self.document)
        self.block = self.blocks[node.block]
        variables = resolve(self.document.variables, linked=analysis.ports is not None)
        self.around = Surroundings(self.blocks, variables, analysis.ports)
        self.values_now = variables.values
        self.left = TRIALS
        outcome = report.outcome
        self.copy = outcome.copy if isinstance(outcome, Refused) else 1
        self.settings = report.settings[self.copy - 1]
        self.channels = [s[-1] for port in report.inputs for s in port if s[-1]]

    def hints(self, message: str, named: Sequence[str]) -> Iterator[Candidate]:
        """What the block itself says would work: `filters=32 works`, `: 0.2 works`."""
        hinted = [(name, text) for name, text in _HINT.findall(message)]
        if named and (alone := _HINTED_VALUE.search(message)):
            hinted.append((named[0], alone[1]))
        for name, text in hinted:
            parameter = self.block.parameters.get(name)
            if parameter is None or parameter.type is bool:
                continue
            try:
                value = parameter.type(text)
            except ValueError:
                continue
            edit = self._set(name, value)
            if value != self.settings[name] and self._works(edit, [self.node.id]):
                yield Candidate(_use(name, value), edit)

    def values(self, names: Iterable[str]) -> Iterator[Candidate]:
        """Numbers among the parameters: the nearest value below and the nearest above."""
        for name in names:
            value, parameter = self.settings[name], self.block.parameters[name]
            yield from self._kept(name, value)
            limits = parameter.range
            if not isinstance(value, int) or parameter.type is not int:
                default = parameter.default  # a fraction, or several numbers as text
                sides: tuple[list[Any], ...] = ([default] if default != value else [],)
            else:
                sides = near(value, self._numbers(but=name), parameter)
                if limits and not limits.minimum <= value <= limits.maximum:
                    sides = ([parameter.default], *sides)  # not the last that fits
            for side in sides:
                for found in side:
                    edit = self._set(name, found)
                    if self._works(edit, [self.node.id]):
                        yield Candidate(_use(name, found), edit)
                        break

    def _kept(self, name: str, value: Scalar) -> Iterator[Candidate]:
        """Expressions of the row that still follow the variables, where the value is one."""
        given = self.node.first if self.copy == 1 else {}
        text = given.get(name, self.node.params.get(name))
        if is_expression(text) and type(value) is int:
            numbers = self._numbers(but=name)
            for made, _ in keeping(str(text), value, numbers, self.values_now):
                edit = self._set(name, made)
                if self._works(edit, [self.node.id]):
                    yield Candidate(f"write {made}", edit)
                    break

    def defaults(self) -> Iterator[Candidate]:
        """All parameters at once, where several stand in each other's way."""
        edit = partial(_reset, id=self.node.id)
        if self._works(edit, [self.node.id]):
            yield Candidate("go back to all defaults", edit)

    def choices(self) -> Iterator[Candidate]:
        """Switches, and parameters with a list of values."""
        for name, parameter in self.block.parameters.items():
            options = (False, True) if parameter.type is bool else parameter.choices
            for option in options:
                edit = self._set(name, option)
                if option != self.settings[name] and self._works(edit, [self.node.id]):
                    yield Candidate(_set_to(name, option), edit)

    def insertions(self) -> Iterator[Candidate]:
        """Layers on the wires: zeros or a cut where sizes differ, and projections."""
        for candidate in paddings(self.analysis, [*self._wires()]):
            if self._works(candidate.edit, [self.node.id]):
                yield candidate
        yield from self._projections()

    def _projections(self) -> Iterator[Candidate]:
        """A 1x1 convolution on a wire, which brings it to the channels and size that the row takes."""
        own = self.document.definitions
        blocks = [(id, linear) for id, linear in PROJECTIONS if id not in own]
        for edge, shape in self._wires() if blocks else ():
            for channels, strides in self._targets(shape):
                block, linear = blocks[0]
                params: dict[str, Scalar] = {"filters": channels, "kernel_size": 1}
                params |= linear | ({"strides": strides} if strides > 1 else {})
                edit = partial(
                    insert, edge=edge, block=block, params=params, catalog=self.blocks
                )
                if self._works(edit, [self.node.id]):
                    step = f", strides {strides}" if strides > 1 else ""
                    wires = f" after '{self.document.nodes[edge.source].name}'"
                    title = f"insert a 1x1 projection to {channels} channels{step}"
                    many = len(self.channels) > 1
                    yield Candidate(title + (wires if many else ""), edit)
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
        for parameter in self.blocks[row.block].parameters.values():
            name = parameter.name
            if parameter.type is not int or settings[name] != width:
                continue
            if is_expression(text := row.params.get(name)):
                numbers = self._numbers()
                for made, found in keeping(str(text), width, numbers, self.values_now):
                    edit = self._width(row, name, made)
                    if self._works(edit, path, width=found):
                        yield Candidate(f"write {made} in '{row.name}'", edit)
                        break
            for side in near(width, self._numbers(), parameter):
                for found in side:
                    edit = self._width(row, name, found)
                    if self._works(edit, path, width=found):
                        yield Candidate(f"{_use(name, found)} in '{row.name}'", edit)
                        break

    def _width(self, row: Node, name: str, value: Scalar) -> Edit:
        return partial(
            _set_width, id=row.id, name=name, value=value, catalog=self.blocks
        )

    def _works(self, edit: Edit, path: Sequence[str], width: int | None = None) -> bool:
        """Whether the rows of `path`, and what the edit adds, work after it.

        Args:
            width: the channels that the first row of `path` has then.
        """
        if self.left == 0:
            return False
        self.left -= 1
        spend(1 + (len(self.document.nodes) + len(self.document.edges)) // 15)
        try:
            edited = edit(self.document)
        except Refusal:
            return False
        added = [id for id in edited.nodes if id not in self.document.nodes]
        reports = ChainMap({}, dict(self.analysis.nodes))
        for id in (*added, *path):
            node = edited.nodes[id]
            wiring = self.analysis.wirings.get(id)
            if wiring is None or added:
                signature = self.blocks.signature(node.block)
                if signature is None:
                    return False
                edges = edited.incoming.get(id, ())
                wiring = wire(edited, node, edges, signature, self.blocks)
            report = report_row(node, wiring, reports, self.around, None)
            if report.state != "ok":
                return False
            reports[id] = report
        made = reports[path[0]].outputs
        return width is None or any(shape[-1] == width for shape in made)

    def _set(self, name: str, value: Scalar) -> Edit:
        first = self.copy == 1 and name in self.node.first
        return partial(
            set_params,
            id=self.node.id,
            changes={name: value},
            catalog=self.blocks,
            first=first,
        )

    def _numbers(self, but: str = "") -> list[int]:
        """Numbers that a value might have to fit: channels of the inputs, other parameters."""
        own = [
            value
            for name, value in self.settings.items()
            if isinstance(value, int) and value > 1 and name != but
        ]
        spend(1 + len(self.channels) // 4)
        return [*self.channels, *own]

    def _wires(self) -> Iterator[tuple[Edge, Shape]]:
        """Every wire of images into the row, with its shape."""
        signature = self.blocks.signature(self.node.block)
        assert signature is not None  # the row was traced
        edges = self.document.incoming.get(self.node.id, ())
        for port, shapes in enumerate(self.report.inputs):
            here = [e for e in edges if signature.input_index(e.target_port) == port]
            for edge, shape in zip(here, shapes, strict=True):
                if len(shape) == 4 and self.left:
                    yield edge, shape

    def _targets(self, shape: Shape) -> Iterator[tuple[int, int]]:
        """Channels and strides that a projection might have to give."""
        width = shape[-1] or 1
        for _, other in self._wires():
            if other != shape and other[-1]:
                strides = ceil((shape[1] or 1) / (other[1] or 1))
                yield other[-1], max(1, strides)
        for side in near(width, self._numbers(), None):
            for number in side[:3]:
                yield number, 1
        for number in self._numbers():
            if number != width:
                yield number, 1


def _is_number(parameter: Parameter) -> bool:
    return parameter.type in (int, float)


def _reset(document: Document, *, id: str) -> Document:
    node = replace(document.nodes[id], params={}, first={})
    return replace(document, nodes={**document.nodes, id: node})


def _set_width(
    document: Document, *, id: str, name: str, value: Scalar, catalog: Catalog
) -> Document:
    """Set a width of all copies of a row."""
    changed = set_params(document, id, {name: value}, catalog=catalog)
    return set_params(changed, id, {name: None}, catalog=catalog, first=True)


def _use(name: str, value: Scalar) -> str:
    if isinstance(value, str):
        return _set_to(name, value)
    if name in ("groups", "filters", "units", "channels"):
        return f"use {value:,} {name if value != 1 else name[:-1]}"
    return f"set {name} to {value:,}"


def _set_to(name: str, value: Scalar) -> str:
    if isinstance(value, bool):
        return f"turn {name} {'on' if value else 'off'}"
    return f"set {name} to {value}"

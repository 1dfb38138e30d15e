"""Which layer arguments follow which of a block's parameters, found out by trial.

The block is called again with other values, alone and together. An argument that comes out as an expression of the
parameters at every trial with the same layers becomes that expression; a parameter that no expression explains is
frozen at its value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from blocks.definition import Block
from designer.analysis.opening.candidates import candidates
from designer.analysis.opening.opened import Slot, Wires
from designer.analysis.opening.parts import Record, record_of
from designer.model.document import Scalar
from designer.model.expressions import FUNCTIONS, ExpressionError, evaluate

TOGETHER = 40  # trials in which several parameters change at once
ENOUGH = 5  # trials of one parameter

Values = dict[str, Scalar]
Reading = Callable[[Record], Record]


@dataclass(frozen=True, slots=True)
class Point:
    """One copy of a row: what its block is called with."""

    settings: Mapping[str, Scalar]
    wires: Wires


@dataclass(frozen=True, slots=True)
class Links:
    """A record whose arguments are expressions where they follow parameters.

    `values` are of the parameters that are used, one mapping a copy.
    """

    record: Record
    expressions: Mapping[Slot, str]
    values: tuple[Mapping[str, Scalar], ...]


@dataclass(frozen=True, slots=True)
class _Trial:
    values: Values
    record: Record
    changed: frozenset[str]

    def at(self, slot: Slot) -> Scalar:
        index, name = slot
        return self.record.parts[index].params[name]


def channels_name(block: Block) -> str:
    """What the number of input channels is called among the block's parameters."""
    return "channels" if "channels" not in block.parameters else "input_channels"


def links(block: Block, copies: Sequence[Point], reading: Reading) -> Links | None:
    """The layers that all these copies have in common; None where they differ in more than parameters explain.

    Args:
        reading: what is made of each record before it is looked at.

    Raises:
        Refusal: no_parts, where layers alone cannot say what the block does.
    """
    search = _Search(block, copies, reading)
    if not search.alike():
        return None
    search.try_values()
    return search.result()


class _Search:
    def __init__(self, block: Block, copies: Sequence[Point], reading: Reading) -> None:
        self.block = block
        self.reading = reading
        self.channels = channels_name(block)
        self.base = copies[-1]
        self.copies = [
            _Trial(values, self._record(values, point.wires), frozenset())
            for point in copies
            for values in [self._values(point)]
        ]
        self.trials: list[_Trial] = []
        self.frozen: set[str] = set()

    def alike(self) -> bool:
        return len({trial.record.structure for trial in self.copies}) == 1

    def try_values(self) -> None:
        """Each parameter by itself, then several together."""
        base = self.copies[-1].values
        worked: dict[str, list[Scalar]] = {}
        for name in base:
            for value in _others(self.block, name, base[name]):
                changes = _alone_or_with_others(base, name, value)
                if any(self._try(each) is not None for each in changes):
                    worked.setdefault(name, []).append(value)
                if len(worked.get(name, ())) == ENOUGH:
                    break
        pick = Random(0)
        for _ in range(TOGETHER):
            some = [name for name in worked if pick.random() < 0.5]
            self._try({name: pick.choice(worked[name]) for name in some})
        single = [n for n in worked if len(worked[n]) == 1 and _is_number(base[n])]
        self.frozen.update(single, base.keys() - worked.keys())

    def result(self) -> Links | None:
        base = self.copies[-1]
        slots = [
            (index, name)
            for index, part in enumerate(base.record.parts)
            for name in part.params
        ]
        while True:
            trials = [t for t in self.trials if not t.changed & self.frozen]
            found: dict[Slot, str] = {}
            for slot in slots:
                if all(_same(t.at(slot), base.at(slot)) for t in trials):
                    continue
                fitted = self._fit(slot, trials, found)
                if fitted is None:
                    self._freeze_for(slot, trials, found)
                    break
                found[slot] = fitted
            else:
                return self._checked(slots, found)

    def _checked(
        self, slots: Sequence[Slot], found: Mapping[Slot, str]
    ) -> Links | None:
        """The links, if all copies agree with them."""
        base = self.copies[-1]
        used = [
            name
            for name in base.values
            if any(name in _words(text) for text in found.values())
        ]
        for copy in self.copies[:-1]:
            for slot in slots:
                wanted = copy.at(slot)
                given = (
                    _value(found[slot], copy.values) if slot in found else base.at(slot)
                )
                if not _same(given, wanted):
                    return None
        values = tuple({n: c.values[n] for n in used} for c in self.copies)
        return Links(base.record, found, values)

    def _freeze_for(
        self, slot: Slot, trials: Sequence[_Trial], found: Mapping[Slot, str]
    ) -> None:
        """Give up the one parameter that stands in the way of a slot, or all that it depends on."""
        _, relevant = self._relevant(slot, trials)
        for name in reversed(relevant):
            rest = [trial for trial in trials if name not in trial.changed]
            if any(trial.changed for trial in rest) and (
                all(_same(t.at(slot), self.copies[-1].at(slot)) for t in rest)
                or self._fit(slot, rest, found)
            ):
                self.frozen.add(name)
                return
        self.frozen.update(relevant)

    def _fit(
        self, slot: Slot, trials: Sequence[_Trial], found: Mapping[Slot, str]
    ) -> str | None:
        base = self.copies[-1]
        for relevant in self._relevant(slot, trials):
            terms = [
                text
                for text in dict.fromkeys(found.values())
                if not text.isidentifier() and _words(text) <= {*relevant, *FUNCTIONS}
            ]
            for text in candidates(base.at(slot), relevant, base.values, terms):
                if all(
                    _same(_value(text, t.values), t.at(slot)) for t in (base, *trials)
                ):
                    return text
        return None

    def _relevant(
        self, slot: Slot, trials: Sequence[_Trial]
    ) -> tuple[list[str], list[str]]:
        """The parameters that a slot depends on for sure, and those that it may depend on."""
        base = self.copies[-1]
        differing = [t for t in trials if not _same(t.at(slot), base.at(slot))]
        alone = {n for t in differing if len(t.changed) == 1 for n in t.changed}
        may = {n for t in differing for n in t.changed}
        # Changes that were only possible together say something if no single one explains them.
        unexplained = {n for t in differing if not t.changed & alone for n in t.changed}
        sure = alone | unexplained
        return [n for n in base.values if n in sure], [
            n for n in base.values if n in may
        ]

    def _try(self, changes: Mapping[str, Scalar]) -> _Trial | None:
        base = self.copies[-1]
        values = {**base.values, **changes}
        try:
            record = self._record(values, self.base.wires)
        except (ValueError, ArithmeticError, TypeError):
            return None
        if record.structure != base.record.structure:
            return None
        changed = frozenset(n for n in values if not _same(values[n], base.values[n]))
        trial = _Trial(values, record, changed)
        self.trials.append(trial)
        return trial

    def _record(self, values: Values, wires: Wires) -> Record:
        settings = {k: v for k, v in values.items() if k in self.block.parameters}
        channels = values.get(self.channels)
        if isinstance(channels, int):
            shape = wires[0][0]
            wires = (((*shape[:-1], channels),),)
        return self.reading(record_of(self.block, "row", settings, wires))

    def _values(self, point: Point) -> Values:
        values = {
            name: float(value)
            if self.block.parameters[name].type is float and not isinstance(value, str)
            else value
            for name, value in point.settings.items()
        }
        ports = self.block.inputs
        if len(ports) == 1 and not ports[0].many and len(point.wires[0][0]) > 1:
            values[self.channels] = point.wires[0][0][-1] or 0
        return values


def _alone_or_with_others(values: Values, name: str, value: Scalar) -> Iterator[Values]:
    """A change by itself, with what is the same now (filters that equal the input's channels), with a multiple."""
    yield {name: value}
    if not isinstance(value, int) or isinstance(value, bool):
        return
    whole = {n: v for n, v in values.items() if n != name and type(v) is int}
    if alike := [n for n, v in whole.items() if v == values[name]]:
        yield {name: value, **dict.fromkeys(alike, value)}
    for other, its in whole.items():
        for factor in (2, 3):
            yield {name: value, other: factor * its}


def _others(block: Block, name: str, value: Scalar) -> Iterator[Scalar]:
    """Other values that a parameter might have."""
    parameter = block.parameters.get(name)
    if parameter is not None and parameter.choices:
        yield from (choice for choice in parameter.choices if choice != value)
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        near = (value + 1, value - 1, value + 2, value + 8, value + 3, value - 2)
        far = (2 * value, 3 * value, *near, 4 * value, value // 2, 6 * value)
        yield from (n for n in dict.fromkeys(far) if n > 0 and n != value)
    elif isinstance(value, float):
        for other in (2 * value, 0.73 * value, value + 0.1, value + 1, value / 2):
            if other != value:
                yield other


def _is_number(value: Scalar) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _same(a: Scalar | None, b: Scalar | None) -> bool:
    """Equal as a design tells values apart: 1, 1.0 and true are three things."""
    return repr(a) == repr(b)


def _value(text: str, values: Values) -> Scalar | None:
    try:
        return evaluate(text, values)
    except ExpressionError:
        return None


def _words(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z_]\w*", text))

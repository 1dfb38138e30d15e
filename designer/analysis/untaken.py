"""What a row does where its conditional expressions take other branches: generated code holds every branch.

The block is called with what a branch comes to, and with what the row's other expressions come to there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from math import lcm
from typing import Literal

from blocks.budget import aside
from blocks.definition import Block
from blocks.spec import Shape
from designer.analysis.issues import Issue
from designer.analysis.settings import Settings, resolve_settings
from designer.analysis.tracing import (
    TOO_MANY_LAYERS,
    Refused,
    Wires,
    trace_row,
)
from designer.model.branches import Outcome, Work
from designer.model.document import Node, Scalar, is_expression
from designer.model.variables import Resolved

LAYERS = 200  # of one call of a block
PIXELS = 8  # times as many, along each axis, in an input of another size
MOST = 1000  # times as many channels
# Refusals of numbers that do not divide, which other values of the variables may.
DIVIDING = frozenset(("groups", "parts", "shapes", "size", "target_shape"))

Field = Literal["params", "first"]

_work: ContextVar[Work | None] = ContextVar("work", default=None)


@contextmanager
def trying(work: Work | None) -> Iterator[None]:
    """Inside, blocks are called with what untaken branches come to, as long as there is work left.

    Args:
        work: what is left for the whole design, the bodies of its own blocks included; None: they are not called.
    """
    token = _work.set(work)
    try:
        yield
    finally:
        _work.reset(token)


def untaken_refusal(
    node: Node, block: Block, wires: Wires, variables: Resolved
) -> Issue | None:
    """Why the block refuses what an expression of the row comes to in a branch that is not taken now.

    A refusal counts if all values of the variables that are tried and reach the branch lead to one, and if it is the
    same for inputs of different sizes: these may follow from the same variables.

    It is looked for inside `trying`, but not in the blocks that are called for that.

    Args:
        node: a row that works.
        wires: shapes per input port and wire.
    """
    work = _work.get()
    if work is None or node.muted:
        return None
    with trying(None), aside():
        return _refusal(node, block, wires, variables, work)


def _refusal(
    node: Node, block: Block, wires: Wires, variables: Resolved, work: Work
) -> Issue | None:
    for field, name, text in _expressions(node):
        if work.layers <= 0:
            break
        for runs in variables.runs(text):
            trials = _Trials(node, block, wires, variables, field, name, work)
            found = [trials.refused(run) for run in runs]
            if all(found) and not any(run.made_up for run in runs):
                first = found[0]
                if first and not trials.may_divide:
                    message = f"{first} (where {runs[0].where})"
                    return Issue("expression", "error", node.id, message, name)
    return None


def _expressions(node: Node) -> Iterator[tuple[Field, str, str]]:
    fields: tuple[tuple[Field, Mapping[str, Scalar]], ...] = (
        ("params", node.params),
        ("first", node.first),
    )
    for field, given in fields:
        for name, value in given.items():
            if is_expression(value):
                yield field, name, str(value)


class _Trials:
    """Calls of a row's block where one branch of one expression is taken."""

    def __init__(
        self,
        node: Node,
        block: Block,
        wires: Wires,
        variables: Resolved,
        field: Field,
        name: str,
        work: Work,
    ) -> None:
        self._node = node
        self._block = block
        self._wires = wires
        self._variables = variables
        self._field = field
        self._name = name
        self._work = work
        self._codes: set[str] = set()
        self._tried: list[tuple[Settings, ...]] = []

    @property
    def may_divide(self) -> bool:
        """Whether a number that does not divide another may do so with values that were not tried."""
        if not self._codes & DIVIDING:
            return False
        return any(
            isinstance(number, int) and number >= 1
            for settings in zip(*self._tried, strict=False)
            for values in zip(*(copy.values() for copy in settings), strict=False)
            if len(set(values)) > 1
            for number in values
        )

    def refused(self, run: Outcome) -> str | None:
        """Why the block does not work in this run; None if it does, or if that is not known."""
        if run.fault is not None:
            return f"{self._name}: {run.fault}"
        settings = self._settings(run)
        if not settings:
            return None
        found = self._call(settings, self._wires)
        for times in (1, 2):
            if found is None:
                return None
            before = found.message
            found = self._call(settings, _larger(settings, self._wires, times))
        if found is None or found.message != before:
            return None  # the input has a part in it
        self._codes.add(found.code)
        self._tried.append(settings)
        return found.message

    def _settings(self, run: Outcome) -> tuple[Settings, ...]:
        """Of the first copies; empty if the row has none in this run."""
        node = self._node
        texts = [t for _, _, t in _expressions(node)]
        if is_expression(node.repeat):
            texts.append(str(node.repeat))
        varied = self._variables.varied(run.changed, texts)
        if varied is None:
            return ()
        if self._field == "params":
            node = replace(node, params={**node.params, self._name: run.value})
        else:
            node = replace(node, first={**node.first, self._name: run.value})
        found = resolve_settings(node, self._block, varied)
        return () if found.issues else found.settings[:2]

    def _call(self, settings: tuple[Settings, ...], wires: Wires) -> Refused | None:
        work = self._work
        if work.layers <= 0:
            return None
        found = trace_row(
            self._block, self._node.name, settings, wires, min(LAYERS, work.layers)
        )
        work.layers -= found.layers + 1
        if isinstance(found, Refused) and found.code != TOO_MANY_LAYERS:
            return found
        return None


def _larger(settings: tuple[Settings, ...], wires: Wires, times: int) -> Wires:
    """Inputs with more pixels, and with channels that every whole number of the settings divides."""
    wholes = {
        value
        for copy in settings
        for value in copy.values()
        if isinstance(value, int) and 1 < value <= MOST
    }
    factor = 1
    for number in sorted(wholes):
        if lcm(factor, number) <= MOST:
            factor = lcm(factor, number)

    def larger(shape: Shape) -> Shape:
        first, *sizes, channels = shape
        pixels = (n and n * PIXELS * times for n in sizes)
        return (first, *pixels, channels and channels * factor * times)

    return tuple(tuple(larger(s) if len(s) > 1 else s for s in port) for port in wires)

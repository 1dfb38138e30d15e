"""What the design's variables are worth: some are given, others follow from them by expressions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from designer.model.branches import Fault, Outcome, Work, has_branches, untaken
from designer.model.document import Document, Scalar, Variable, is_expression
from designer.model.expressions import (
    FUNCTIONS,
    ExpressionError,
    evaluate,
    names,
    parse,
)
from designer.model.rules import number_fault, value_fault
from designer.model.wording import path


class VariableError(ExpressionError):
    """A variable without a value; the text names it."""

    def __init__(self, variable: str, message: str) -> None:
        super().__init__(f"variable '{variable}': {message}")
        self.variable = variable


@dataclass(frozen=True, slots=True)
class Resolved:
    """What the variables are worth, and which of them have no value and why."""

    values: dict[str, Scalar] = field(default_factory=dict)
    faults: dict[str, VariableError] = field(default_factory=dict)
    given: Mapping[str, Scalar] = field(default_factory=dict)
    needs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    branching: frozenset[str] = frozenset()  # those that are conditional expressions
    linked: bool = False
    work: Work = field(default_factory=Work, compare=False)

    def untaken_fault(self, text: str, fault: Fault) -> str | None:
        """What is wrong with a branch of an expression that the present values do not take; None if nothing is.

        Args:
            text: an expression that has a value.
            fault: what is wrong with what it comes to.
        """
        for runs in self.runs(text):
            faults = [fault(run) for run in runs]
            if all(faults) and not any(run.made_up for run in runs):
                return f"{faults[0]} (where {runs[0].where})"
        return None

    def runs(self, text: str) -> tuple[tuple[Outcome, ...], ...]:
        """Per branch that the present values do not take: what an expression that has a value comes to there."""
        if not self.branching and not has_branches(text):
            return ()
        if self.work.characters < 0:
            return ()
        rested = self._rested_on(text)
        self.work.characters -= len(rested)
        if self.branching.isdisjoint(rested) and not has_branches(text):
            return ()
        needed = [name for name in self.values if name in rested]
        return untaken(text, self.given, needed, self.values, self.linked, self.work)

    def varied(
        self, changed: Mapping[str, Scalar], texts: Iterable[str]
    ) -> Resolved | None:
        """The same with other values for some variables, for these expressions alone; None where one has no value.

        Branches that these values do not take are not looked at.
        """
        rested = set[str]().union(*map(self._rested_on, texts))
        values = {**self.values, **changed}
        try:
            for name in self.values:  # producers first
                if name in rested and is_expression(self.given[name]):
                    self.work.characters -= len(str(self.given[name]))
                    values[name] = evaluate(str(self.given[name]), values)
        except ExpressionError:
            return None
        return replace(self, values=values, work=Work(-1))

    def _rested_on(self, text: str) -> set[str]:
        found: set[str] = set()
        queue = list(names(text))
        while queue:
            name = queue.pop()
            if name not in found:
                found.add(name)
                queue.extend(self.needs[name])
        return found


def resolve(variables: Mapping[str, Variable], *, linked: bool = False) -> Resolved:
    """Every variable's value; one that has none hides only those that rest on it.

    Args:
        linked: whether variables that are given may follow from each other, as a block's parameters do in its uses.
    """
    needs = {name: _needs(variables, name) for name in variables}
    given = {name: variable.value for name, variable in variables.items()}
    branching = frozenset(name for name, value in given.items() if _branches(value))
    resolved = Resolved({}, {}, given, needs, branching, linked)
    users: dict[str, list[str]] = {}
    for name, used in needs.items():
        for other in used:
            users.setdefault(other, []).append(name)
    waiting = {name: len(used) for name, used in needs.items()}
    ready = [name for name, count in waiting.items() if not count]
    for name in ready:
        del waiting[name]
        if fault := _settle(name, variables, needs[name], resolved):
            resolved.faults[name] = VariableError(name, fault)
        for user in users.get(name, ()):
            waiting[user] -= 1
            if not waiting[user]:
                ready.append(user)
    if waiting:
        cycles = _cycles({name: needs[name] & waiting.keys() for name in waiting})
        for name in waiting:
            resolved.faults[name] = VariableError(name, _circular(cycles.get(name)))
    return resolved


def resolve_variables(document: Document) -> dict[str, Scalar]:
    """Every variable's value.

    Raises:
        VariableError: one has none.
    """
    resolved = resolve(document.variables)
    for fault in resolved.faults.values():
        raise fault
    return resolved.values


def variable_cycle(variables: Mapping[str, Variable], name: str) -> tuple[str, ...]:
    """The cycle of expressions through `name`, which stands at both ends; empty if there is none."""
    came_from: dict[str, str] = {}
    queue = [name]
    for using in queue:
        for used in sorted(_needs(variables, using) - came_from.keys()):
            came_from[used] = using
            queue.append(used)
    if name not in came_from:
        return ()
    cycle = [name]
    while len(cycle) == 1 or cycle[-1] != name:
        cycle.append(came_from[cycle[-1]])
    return tuple(reversed(cycle))


def _cycles(needs: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    """Of variables on a cycle, one cycle each, from and to the variable; every name needs at least one other."""
    found: dict[str, tuple[str, ...]] = {}
    seen: set[str] = set()
    for start in needs:
        path: dict[str, int] = {}
        name = start
        while name not in seen:
            seen.add(name)
            path[name] = len(path)
            name = min(needs[name])
        if name in path:
            cycle = list(path)[path[name] :]
            for index, member in enumerate(cycle):
                found[member] = (*cycle[index:], *cycle[:index], member)
    return found


def _circular(cycle: tuple[str, ...] | None) -> str:
    if cycle is None:
        return "it rests on variables that rest on themselves"
    return f"it rests on itself: {path(cycle)}"


def variable_fault(name: str, variable: Variable) -> str | None:
    """Why a variable may not be as it is, as a sentence; None if it may."""
    if name in FUNCTIONS:
        return f"'{name}' is a function; a variable needs another name"
    low, high = variable.minimum, variable.maximum
    for what, number in ("minimum", low), ("maximum", high), ("step", variable.step):
        if number is not None and (fault := number_fault(number)):
            return f"the {what} of '{name}' {fault}"
    if low is not None and high is not None and low > high:
        return f"'{name}' has a minimum of {low} above its maximum of {high}"
    value = variable.value
    if is_expression(value):
        return _expression_fault(name, str(value))
    if fault := value_fault(value):
        return f"'{name}' {fault}"
    if isinstance(value, (bool, str)):
        limited = low is not None or high is not None or variable.step is not None
        kind = "a switch" if isinstance(value, bool) else "text"
        return f"'{name}' is {kind} and has no range or step" if limited else None
    if low is not None and value < low:
        return f"'{name}' is {value}, below its minimum of {low}"
    if high is not None and value > high:
        return f"'{name}' is {value}, above its maximum of {high}"
    return None


def _expression_fault(name: str, value: str) -> str | None:
    try:
        parse(value)
    except ExpressionError as fault:
        return f"'{name}': {fault}"
    return None


def _needs(variables: Mapping[str, Variable], name: str) -> frozenset[str]:
    """The variables among `variables` that one rests on directly."""
    value = variables[name].value
    try:
        used = names(str(value)) if is_expression(value) else frozenset()
    except ExpressionError:
        return frozenset()
    return used & variables.keys()


def _branches(value: Scalar) -> bool:
    try:
        return is_expression(value) and has_branches(str(value))
    except ExpressionError:
        return False


def _settle(
    name: str,
    variables: Mapping[str, Variable],
    needs: frozenset[str],
    resolved: Resolved,
) -> str | None:
    """Put a variable's value into `resolved`, or say why it has none."""
    value = given = variables[name].value
    for used in sorted(needs):
        if used in resolved.faults:
            return f"it rests on '{used}', which has no value"
    try:
        if is_expression(value):
            value = evaluate(str(value), resolved.values)
            if fault := resolved.untaken_fault(str(given), _run_fault):
                return fault
    except ExpressionError as error:
        return str(error)
    if fault := value_fault(value):
        return f"its value {fault}"
    resolved.values[name] = value
    return None


def _run_fault(run: Outcome) -> str | None:
    if run.fault is None and (fault := value_fault(run.value)):
        return f"its value {fault}"
    return run.fault

"""A row's parameters as values: defaults filled in, expressions evaluated, types checked, one mapping a copy."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from inspect import Parameter as Argument
from types import MappingProxyType
from typing import Any, get_args

from blocks.definition import Block, Parameter
from designer.analysis.issues import Issue
from designer.analysis.tracing import LARGEST
from designer.model.branches import Outcome
from designer.model.document import Node, Scalar, is_expression
from designer.model.expressions import ExpressionError, evaluate, names
from designer.model.rules import did_you_mean, repeat_fault
from designer.model.variables import Resolved
from designer.model.wording import brief, listed

Settings = Mapping[str, Scalar]

SLACK = 100

_KINDS = {
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    str: "text",
}


class _FaultError(Exception):
    """A value that cannot be; the text is the sentence for the user."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Resolution:
    """A row's settings, or why it has none."""

    settings: tuple[Settings, ...]
    issues: tuple[Issue, ...] = ()


def uses_expressions(node: Node) -> bool:
    """Whether the row depends on the design's variables."""
    return (
        is_expression(node.repeat)
        or any(map(is_expression, node.params.values()))
        or any(map(is_expression, node.first.values()))
    )


def resolve_settings(node: Node, block: Block, variables: Resolved) -> Resolution:
    """Every parameter's value for every copy of a row.

    Args:
        variables: what the design's variables are worth.
    """
    issues: list[Issue] = []

    def read(given: Mapping[str, Scalar]) -> dict[str, Scalar]:
        found = {}
        for name, value in given.items():
            try:
                found[name] = _value(block, name, value, variables)
            except _FaultError as fault:
                issues.append(Issue(fault.code, "error", node.id, str(fault), name))
        return found

    defaults = dict(_defaults(block))
    rest = {**defaults, **read(node.params)}
    first = {**rest, **read(node.first)} if node.first else rest
    for name in block.parameters:
        if name not in first and name not in node.params and name not in node.first:
            message = f"{name} has no value"
            issues.append(Issue("missing_parameter", "error", node.id, message, name))
    repeat = 1
    try:
        repeat = _repeat(node, block, variables)
    except _FaultError as fault:
        issues.append(Issue(fault.code, "error", node.id, str(fault), "repeat"))
    later = MappingProxyType(rest)
    return Resolution(
        (MappingProxyType(first), *(later for _ in range(repeat - 1))), tuple(issues)
    )


def _defaults(block: Block) -> Iterator[tuple[str, Scalar]]:
    for name, parameter in block.parameters.items():
        if parameter.default is not Argument.empty:
            yield name, parameter.default


def _value(block: Block, name: str, value: Scalar, variables: Resolved) -> Scalar:
    parameter = block.parameters.get(name)
    if parameter is None:
        hint = did_you_mean(name, block.parameters)
        known = hint or f"; it has {listed(block.parameters, 20)}"
        raise _FaultError("unknown_parameter", f"{block.title} has no '{name}'{known}")
    if not is_expression(value):
        _check(parameter, value)
        return value
    text = str(value)
    value = _evaluated(name, text, variables)
    _check_evaluated(parameter, value)

    def fault(run: Outcome) -> str | None:
        if run.fault is not None:
            return f"{name}: {run.fault}"
        try:
            _check_evaluated(parameter, run.value)
        except _FaultError as error:
            return str(error)
        return None

    if untaken := variables.untaken_fault(text, fault):
        raise _FaultError("expression", untaken)
    return value


def _check_evaluated(parameter: Parameter, value: Scalar) -> None:
    """As `_check`, for what an expression comes to."""
    name = parameter.name
    if is_expression(value):  # else it would be read as one further in
        raise _FaultError("expression", f"{name} comes to the text '{value}'")
    if parameter.literal and isinstance(value, str):
        raise _FaultError(
            "text_as_numbers",
            f"{name} takes '{value}' from an expression, where it would stay text: write {value}",
        )
    _check(parameter, value)


def _repeat(node: Node, block: Block, variables: Resolved) -> int:
    repeat: Any = node.repeat
    if is_expression(repeat):
        repeat = _evaluated("repeat", repeat, variables)
    if fault := _count_fault(repeat):
        raise _FaultError("repeat", fault)
    if is_expression(node.repeat):
        untaken = variables.untaken_fault(
            str(node.repeat),
            lambda run: (
                f"repeat: {run.fault}" if run.fault else _count_fault(run.value)
            ),
        )
        if untaken:
            raise _FaultError("expression", untaken)
    ports = len(block.inputs), len(block.outputs)
    several = repeat > 1 or is_expression(
        node.repeat
    )  # which another value makes several
    if several and ports != (1, 1):
        raise _FaultError(
            "repeat",
            f"a row that repeats needs one input and one output; {block.title} has {ports[0]} and {ports[1]}",
        )
    if several and block.inputs[0].many:
        raise _FaultError(
            "repeat",
            f"a row that repeats needs an input of one wire, and {block.title} joins several",
        )
    return int(repeat)


def _count_fault(repeat: Scalar) -> str | None:
    if is_expression(repeat):
        return f"repeat comes to the text '{repeat}'"
    fault = repeat_fault(repeat)
    return f"the repeat count {fault}" if fault else None


def _evaluated(name: str, text: str, variables: Resolved) -> Scalar:
    try:
        for variable in sorted(names(text) & variables.faults.keys()):
            raise variables.faults[variable]
        return evaluate(text, variables.values)
    except ExpressionError as error:
        raise _FaultError("expression", f"{name}: {error}") from error


def _check(parameter: Parameter, value: Scalar) -> None:
    name = parameter.name
    if parameter.literal and isinstance(value, str):
        try:
            parameter.read(value)
        except ValueError as error:
            raise _FaultError("wrong_type", str(error)) from None
        return
    if not _fits(value, parameter.type):
        raise _FaultError(
            "wrong_type", f"{name} is {_kind(parameter)}, not {shown(value)}"
        )
    if parameter.choices and value not in parameter.choices:
        known = ", ".join(map(str, parameter.choices))
        hint = did_you_mean(str(value), map(str, parameter.choices))
        raise _FaultError(
            "wrong_choice", f"{name} is one of {known}, not {shown(value)}{hint}"
        )
    if isinstance(value, float) and not math.isfinite(value):
        raise _FaultError("wrong_type", f"{name} is {value}, not a finite number")
    limit = _limit(parameter)
    if not isinstance(value, str) and abs(value) > limit:
        raise _FaultError(
            "too_large", f"{name} is {value:,}; at most {limit:,} can be worked with"
        )


def _limit(parameter: Parameter) -> int:
    """Far beyond what the inspector offers, and near enough that a block which counts up to it comes to an end."""
    if parameter.range is None:
        return LARGEST
    return min(LARGEST, int(SLACK * max(1, parameter.range.maximum)))


def _fits(value: Scalar, wanted: Any) -> bool:
    types = get_args(wanted) or (wanted,)
    if isinstance(value, bool):  # Python takes True for 1; a design should not
        return bool in types
    if float in types and isinstance(value, int):
        return True
    return isinstance(value, types)


def _kind(parameter: Parameter) -> str:
    types = get_args(parameter.type) or (parameter.type,)
    return " or ".join(_KINDS[t] for t in types if t in _KINDS) or "something else"


def shown(value: Scalar) -> str:
    """A value as the user would write it."""
    return str(value).lower() if isinstance(value, bool) else brief(value)

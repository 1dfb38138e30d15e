"""The content of the variables panel, as frozen values. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from blocks.definition import Block, Range
from designer.app.fields.content import FieldContent
from designer.app.text import figures
from designer.model.document import Document, Node, Scalar, Variable, is_expression
from designer.model.substitution import names_in

SLIDER_STEPS = 100


class Use(NamedTuple):
    """A parameter that depends on a variable."""

    node: str
    parameter: str


@dataclass(frozen=True)
class VariableContent:
    """One variable."""

    name: str
    variable: Variable
    field: FieldContent
    uses: tuple[Use, ...] = ()  # through other variables too
    drives: tuple[str, ...] = ()  # variables that depend on it
    here: str = ""  # its value in the entered use of the block

    @property
    def slides(self) -> bool:
        """Whether it has a slider: a number with limits."""
        variable = self.variable
        limited = variable.minimum is not None and variable.maximum is not None
        return limited and not isinstance(variable.value, (bool, str))

    @property
    def is_number(self) -> bool:
        """Whether it can have limits: a number, or an expression."""
        value = self.variable.value
        return is_expression(value) or not isinstance(value, (bool, str))


class Uses:
    """The uses of each variable, cached while the nodes are the same: a new value changes no node."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._direct: dict[str, list[Use]] = {}

    def of(self, document: Document) -> Mapping[str, list[Use]]:
        """The parameters that name each variable."""
        if not self._key or self._key[0] is not document.nodes:
            self._key = (document.nodes,)
            self._direct = _direct_uses(document)
        return self._direct


def contents(
    document: Document,
    worth: Mapping[str, Scalar],
    blocks: Mapping[str, Block],
    uses: Uses,
    *,
    inside: bool = False,
) -> tuple[VariableContent, ...]:
    """All variables in their order.

    Args:
        worth: the current value of each.
        inside: they are the parameters of the entered block.
    """
    direct = uses.of(document)
    followers = _followers(document.variables)
    return tuple(
        _content(document, name, worth, blocks, direct, followers, inside)
        for name in document.variables
    )


def _content(
    document: Document,
    name: str,
    worth: Mapping[str, Scalar],
    blocks: Mapping[str, Block],
    direct: Mapping[str, list[Use]],
    followers: Mapping[str, frozenset[str]],
    inside: bool,
) -> VariableContent:
    variable = document.variables[name]
    drives = tuple(other for other in document.variables if other in followers[name])
    found = [use for other in (name, *drives) for use in direct.get(other, ())]
    value, now = variable.value, worth.get(name)
    expression = is_expression(value)
    here = ""
    if inside and not expression and now is not None and now != value:
        here = figures.value(now)
    resolved = figures.value(now) if expression and now is not None else ""
    field = FieldContent(
        key=name,
        type=_type(value),
        value=value,
        default="",
        resolved=resolved,
        choices=_choices(document, name, value, blocks, direct),
        range=_limits(variable),
        help=variable.note,
    )
    return VariableContent(
        name, variable, field, tuple(dict.fromkeys(found)), drives, here
    )


def _type(value: Scalar) -> type:
    if isinstance(value, bool):
        return bool
    if isinstance(value, str) and not is_expression(value):
        return str
    return float


def _limits(variable: Variable) -> Range | None:
    low, high = variable.minimum, variable.maximum
    if low is None or high is None:
        return None
    return Range(low, high, step_of(variable))


def step_of(variable: Variable) -> float:
    """The step size of a variable with limits."""
    span = (variable.maximum or 0) - (variable.minimum or 0)
    return variable.step or span / SLIDER_STEPS or 1


def _choices(
    document: Document,
    name: str,
    value: Scalar,
    blocks: Mapping[str, Block],
    direct: Mapping[str, list[Use]],
) -> tuple[Scalar, ...]:
    """The allowed values of a text variable: those that all of its parameters allow."""
    if not isinstance(value, str) or is_expression(value):
        return ()
    allowed: list[Scalar] | None = None
    for node, parameter in direct.get(name, ()):
        block = blocks.get(document.nodes[node].block)
        known = block.parameters.get(parameter) if block else None
        if known and known.choices:
            allowed = [c for c in allowed or known.choices if c in known.choices]
    return tuple(allowed) if allowed and value in allowed else ()


def _direct_uses(document: Document) -> dict[str, list[Use]]:
    found: dict[str, list[Use]] = {}
    for node in document:
        for parameter, value in _settings(node):
            if isinstance(value, str) and value.startswith("="):
                for name in _names_in(value):
                    found.setdefault(name, []).append(Use(node.id, parameter))
    return found


def _settings(node: Node) -> list[tuple[str, Scalar]]:
    return [*node.params.items(), *node.first.items(), ("repeat", node.repeat)]


@lru_cache(maxsize=4096)
def _names_in(text: str) -> frozenset[str]:
    return names_in(text)


def _followers(variables: Mapping[str, Variable]) -> dict[str, frozenset[str]]:
    """The variables that depend on each, directly or not."""
    rests = {name: _names_in(str(v.value)) for name, v in variables.items()}
    found: dict[str, frozenset[str]] = {}
    for name in variables:
        behind: set[str] = set()
        front = {name}
        while front:
            front = {n for n, used in rests.items() if used & front} - behind - {name}
            behind |= front
        found[name] = frozenset(behind)
    return found

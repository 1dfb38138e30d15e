"""Edits of the design's variables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from designer.model.document import (
    BLOCK_INPUT,
    BLOCK_OUTPUT,
    Definition,
    Document,
    Node,
    Scalar,
    Variable,
)
from designer.model.edits.refusal import Refusal
from designer.model.expressions import FUNCTIONS, ExpressionError
from designer.model.rules import did_you_mean, name_fault
from designer.model.substitution import names_in, substitute, substituted, used_by
from designer.model.variables import variable_cycle, variable_fault
from designer.model.wording import path


@dataclass(frozen=True, slots=True)
class VariableUse:
    """A place that names a variable: another variable (`owner` its name), or a node's repeat count or parameter."""

    kind: Literal["variable", "repeat", "params", "first"]
    owner: str  # a variable's name or a node's id
    parameter: str = ""


def set_variable(document: Document, name: str, variable: Variable | None) -> Document:
    """Set a variable, or take it away with None.

    A variable that expressions still use may go: they then say which name they miss.

    Raises:
        Refusal: invalid_name, invalid_value, cycle (of variables that rest on each other).
    """
    variables = {k: v for k, v in document.variables.items() if k != name}
    if variable is None:
        known = name in document.variables
        return replace(document, variables=variables) if known else document
    if fault := name_fault(name):
        raise Refusal("invalid_name", f"'{name}' {fault}")
    if fault := variable_fault(name, variable):
        raise Refusal("invalid_value", fault)
    old = document.variables.get(name)
    if old is not None and repr(old.value) != repr(variable.value):
        variable = replace(variable, follows="")  # a new use has this value
    variables = {**document.variables, name: variable}
    if cycle := variable_cycle(variables, name):
        raise Refusal("cycle", f"variables rest on each other: {path(cycle)}")
    return replace(document, variables=variables)


def rename_variable(document: Document, name: str, new: str) -> Document:
    """Call a variable otherwise, in every expression as well; of a block's body, a parameter.

    Raises:
        Refusal: unknown_variable, invalid_name, duplicate_name, invalid_value (an expression grows too long).
    """
    _variable(document, name)  # there is one
    if new == name:
        return document
    if fault := name_fault(new):
        raise Refusal("invalid_name", f"'{new}' {fault}")
    if new in FUNCTIONS:
        raise Refusal("invalid_name", f"'{new}' is a function; take another name")
    if new in document.variables:
        raise Refusal("duplicate_name", f"there is a variable '{new}' already")
    names = {name: f"={new}"}
    try:
        variables = {
            new if other == name else other: _renamed(v, names)
            for other, v in document.variables.items()
        }
        definitions = _following(document, names)
        nodes = {id: substituted(n, names) for id, n in document.nodes.items()}
    except ExpressionError as error:
        raise Refusal("invalid_value", f"'{new}' does not fit: {error}") from None
    return replace(document, variables=variables, nodes=nodes, definitions=definitions)


def _renamed(variable: Variable, names: Mapping[str, Scalar]) -> Variable:
    return replace(
        variable,
        value=substitute(variable.value, names),
        follows=str(substitute(variable.follows, names)),
    )


def _following(
    document: Document, names: Mapping[str, Scalar]
) -> Mapping[str, Definition]:
    """The design's blocks, with a variable that new uses of them follow renamed."""
    definitions = document.definitions
    if any(node.block in (BLOCK_INPUT, BLOCK_OUTPUT) for node in document):
        return definitions  # a body's parameters are not what its blocks follow
    changed: dict[str, Definition] = {}
    for id, definition in definitions.items():
        own = definition.body.variables
        if any(names_in(v.follows) & names.keys() for v in own.values()):
            followed = {
                name: replace(v, follows=str(substitute(v.follows, names)))
                for name, v in own.items()
            }
            body = replace(definition.body, variables=followed)
            changed[id] = replace(definition, body=body)
    return {**definitions, **changed} if changed else definitions


def variable_uses(document: Document, name: str) -> tuple[VariableUse, ...]:
    """Where expressions use a variable; raises Refusal: unknown_variable."""
    _variable(document, name)
    return tuple(_uses(document, name))


def _uses(document: Document, name: str) -> Iterator[VariableUse]:
    for other, variable in document.variables.items():
        if name in names_in(variable.value):
            yield VariableUse("variable", other)
    for node in document:
        if name in names_in(node.repeat):
            yield VariableUse("repeat", node.id)
        for parameter, value in node.params.items():
            if name in names_in(value):
                yield VariableUse("params", node.id, parameter)
        for parameter, value in node.first.items():
            if name in names_in(value):
                yield VariableUse("first", node.id, parameter)


def _variable(document: Document, name: str) -> Variable:
    if name not in document.variables:
        hint = did_you_mean(name, document.variables)
        raise Refusal("unknown_variable", f"there is no variable '{name}'{hint}")
    return document.variables[name]


def variables_behind(document: Document, nodes: Iterable[Node]) -> frozenset[str]:
    """Variables that the nodes' expressions use, and those that these rest on."""
    found: set[str] = set()
    waiting = [name for node in nodes for name in used_by(node)]
    while waiting:
        name = waiting.pop()
        if name in document.variables and name not in found:
            found.add(name)
            waiting.extend(names_in(document.variables[name].value))
    return frozenset(found)

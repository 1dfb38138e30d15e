"""Edits of the design's variables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from designer.model.document import Document, Node, Variable, is_expression
from designer.model.edits.refusal import Refusal
from designer.model.expressions import ExpressionError, names
from designer.model.rules import name_fault
from designer.model.variables import variable_cycle, variable_fault


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
    variables = {**document.variables, name: variable}
    if cycle := variable_cycle(variables, name):
        raise Refusal("cycle", f"variables rest on each other: {' -> '.join(cycle)}")
    return replace(document, variables=variables)


def variables_behind(document: Document, nodes: Iterable[Node]) -> frozenset[str]:
    """Variables that the nodes' expressions use, and those that these rest on."""
    found: set[str] = set()
    stack = [
        value
        for node in nodes
        for value in (node.repeat, *node.params.values(), *node.first.values())
    ]
    while stack:
        for name in _names(stack.pop()) - found:
            if name in document.variables:
                found.add(name)
                stack.append(document.variables[name].value)
    return frozenset(found)


def _names(value: object) -> frozenset[str]:
    if not isinstance(value, str) or not is_expression(value):
        return frozenset()
    try:
        return names(value)
    except ExpressionError:
        return frozenset()

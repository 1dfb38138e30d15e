"""Repairs of values that cannot be read: parameters, repeat counts, variables, and the expressions in them."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from inspect import Parameter as Argument

from blocks.definition import Block, Parameter
from designer.analysis.catalog import design_blocks
from designer.analysis.repairs.candidate import Candidate, Edit, setting, with_node
from designer.analysis.report import Analysis
from designer.analysis.settings import shown
from designer.model.document import Document, Node, Scalar, Variable, is_expression
from designer.model.edits import set_variable
from designer.model.expressions import (
    FUNCTIONS,
    ExpressionError,
    functions_used,
    parse,
    to_python,
)
from designer.model.spelling import closest
from designer.model.substitution import names_in, substitute
from designer.model.wording import listed

# Values of a new variable: of a width factor, a count, a size and a number of channels, and a switch.
NEW_VALUES: tuple[Scalar, ...] = (1.0, 1, 2, 32, 224, True)

Write = Callable[[Scalar], Edit]


def for_parameter(analysis: Analysis, node: Node, name: str) -> Iterator[Candidate]:
    """For a parameter whose value cannot be read, or that the block does not have."""
    block = design_blocks(analysis.document)[node.block]
    parameter = block.parameters.get(name)
    if parameter is None:
        yield from _other_names(node, block, name)
        return
    for value in _given(node, name):
        start = None if parameter.default is Argument.empty else parameter.default
        if is_expression(value):
            write = partial(setting, node, name)
            yield from _for_expression(analysis, str(value), write, start)
            yield from _other_choices(str(value), parameter, write)
            if parameter.type is int:
                yield from _rounded(str(value), write)
        else:
            yield from _as_type(node, parameter, value)
    if parameter.default is not Argument.empty:
        default = shown(parameter.default)
        title = f"go back to the default, {default}"
        yield Candidate(title, setting(node, name, None))
    else:
        for value in parameter.choices or _starts(parameter):
            yield Candidate(f"set {name} to {value}", _given_to(node, name, value))


def for_repeat(analysis: Analysis, node: Node) -> Iterator[Candidate]:
    """For a repeat count that is none, or that the block cannot have."""
    if is_expression(node.repeat):
        text = str(node.repeat)
        yield from _for_expression(analysis, text, partial(_repeated, node), 1)
        yield from _rounded(text, partial(_repeated, node))
    yield Candidate("do not repeat it", _repeated(node, 1))


def for_variable(analysis: Analysis, name: str) -> Iterator[Candidate]:
    """For a variable without a value."""
    variable = analysis.document.variables[name]

    def write(value: Scalar) -> Edit:
        return partial(_with_value, name=name, value=value)

    if is_expression(variable.value):
        yield from _for_expression(analysis, str(variable.value), write, None)
    yield from _one_of(
        Candidate(f"set {name} to {shown(value)}", write(value), "set")
        for value in NEW_VALUES
    )


def _other_names(node: Node, block: Block, name: str) -> Iterator[Candidate]:
    for known in closest(name, block.parameters, n=3):
        yield Candidate(f"call it {known}", _renamed(node, name, known))
    yield Candidate(f"remove {name}", setting(node, name, None))


def _for_expression(
    analysis: Analysis, text: str, write: Write, start: Scalar | None
) -> Iterator[Candidate]:
    """Other names for unknown variables and functions, and these variables with a value that works.

    Args:
        write: how an expression is put in the place of this one.
        start: a value that works in place of the whole expression, if one is known.
    """
    document = analysis.document
    try:
        called = functions_used(text)
    except ExpressionError:
        return
    for function in sorted(called - FUNCTIONS.keys()):
        for known in closest(function, FUNCTIONS):
            fixed = re.sub(rf"\b{function}(?=\s*\()", known, text)
            yield Candidate(f"write {fixed}", write(fixed))
    unknown = sorted(names_in(text) - document.variables.keys())
    for name in unknown:
        for known in closest(name, document.variables):
            fixed = str(substitute(text, {name: f"={known}"}))
            yield Candidate(f"write {fixed}", write(fixed))
    if not unknown:
        return
    values = NEW_VALUES
    if start is not None and text[1:].strip() == unknown[0]:
        values = (start, *NEW_VALUES)
    named = listed(unknown)
    yield from _one_of(
        Candidate(
            f"create the variables {named} with {shown(value)}"
            if len(unknown) > 1
            else f"create the variable {named} with {shown(value)}",
            partial(_created, names=unknown, value=value),
            "create",
        )
        for value in values
    )


def _other_choices(
    text: str, parameter: Parameter, write: Write
) -> Iterator[Candidate]:
    """The expression with the choices that its words may be meant for."""
    choices = [choice for choice in parameter.choices if isinstance(choice, str)]
    fixed = text
    for word in _words(text) if choices else ():
        if word not in choices and (meant := closest(word, choices)):
            fixed = re.sub(rf"(['\"]){re.escape(word)}\1", repr(meant[0]), fixed)
    if fixed != text:
        yield Candidate(f"write {fixed}", write(fixed))


def _words(text: str) -> list[str]:
    """The texts in an expression; none where it cannot be read."""
    try:
        nodes = ast.walk(parse(text))
    except ExpressionError:
        return []
    constants = (node.value for node in nodes if isinstance(node, ast.Constant))
    return [value for value in constants if isinstance(value, str)]


def _rounded(text: str, write: Write) -> Iterator[Candidate]:
    """The expression rounded, where it can be read."""
    try:
        normal = to_python(text)
    except ExpressionError:
        return
    if _words(text):  # which no rounding makes a number
        return
    plain = text[1:].strip()
    # A comment would reach over the closing bracket.
    rounded = f"=round({normal if '#' in plain else plain})"
    yield Candidate(f"round it: {rounded}", write(rounded))


def _one_of(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Candidates of which one is enough: those that work alone come before those that need more."""
    found = list(candidates)
    yield from (replace(candidate, alone=True) for candidate in found)
    yield from found


def _given(node: Node, name: str) -> Iterator[Scalar]:
    """What the node has for a parameter, in its first copy and in the others."""
    found = [given[name] for given in (node.first, node.params) if name in given]
    yield from {repr(value): value for value in found}.values()


def _as_type(node: Node, parameter: Parameter, value: Scalar) -> Iterator[Candidate]:
    """The value as the parameter's type, and the choices that may be meant."""
    name = parameter.name
    if parameter.type is int and (number := _whole(value)) is not None:
        yield Candidate(f"set {name} to {number}", setting(node, name, number))
    if parameter.type is float and isinstance(value, str):
        with suppress(ValueError):
            yield Candidate(f"set {name} to {value}", setting(node, name, float(value)))
    if parameter.type is bool:
        for switch in (True, False):
            title = f"turn {name} {'on' if switch else 'off'}"
            yield Candidate(title, setting(node, name, switch))
    choices = {str(choice): choice for choice in parameter.choices}
    for close in closest(str(value), choices, n=3):
        title = f"set {name} to {close}"
        yield Candidate(title, setting(node, name, choices[close]))


def _whole(value: Scalar) -> int | None:
    """The whole number that a value is near; None for text that spells none."""
    try:
        return round(float(value))
    except (ValueError, OverflowError):
        return None


def _starts(parameter: Parameter) -> tuple[Scalar, ...]:
    """Values to try for a parameter without a default."""
    if parameter.type is bool:
        return (False, True)
    if parameter.type is str:
        return ()
    least = parameter.range.minimum if parameter.range else 1
    numbers = (1, 2, 32, least)
    return tuple(dict.fromkeys(map(parameter.type, numbers)))


def _given_to(node: Node, name: str, value: Scalar) -> Edit:
    def edit(document: Document) -> Document:
        now = document.nodes[node.id]
        return with_node(document, replace(now, params={**now.params, name: value}))

    return edit


def _renamed(node: Node, name: str, known: str) -> Edit:
    def edit(document: Document) -> Document:
        now = document.nodes[node.id]
        params, first = (
            {known if k == name else k: v for k, v in values.items()}
            for values in (now.params, now.first)
        )
        return with_node(document, replace(now, params=params, first=first))

    return edit


def _repeated(node: Node, repeat: Scalar) -> Edit:
    def edit(document: Document) -> Document:
        count = repeat if isinstance(repeat, str) else int(repeat)
        return with_node(document, replace(document.nodes[node.id], repeat=count))

    return edit


def _with_value(document: Document, *, name: str, value: Scalar) -> Document:
    variable = document.variables[name]
    plain = isinstance(value, bool) or is_expression(value)
    if plain:  # a switch has no range
        variable = replace(variable, minimum=None, maximum=None, step=None)
    return set_variable(document, name, replace(variable, value=value))


def _created(document: Document, *, names: list[str], value: Scalar) -> Document:
    for name in names:
        document = set_variable(document, name, Variable(value))
    return document

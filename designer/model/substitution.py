"""Expressions with other things in the place of names: the rest of the text stays as the user wrote it."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace

from designer.model.document import Node, Scalar, is_expression
from designer.model.rules import repeat_fault
from designer.model.syntax import ExpressionError, names, parse


def substitute(value: Scalar, values: Mapping[str, Scalar]) -> Scalar:
    """An expression with values, or other expressions, for some of its names.

    What is no expression, or one that cannot be read, stays as it is.

    Raises:
        ExpressionError: the outcome would be too long or nest too deep.
    """
    if not is_expression(value) or not names_in(value) & values.keys():
        return value
    source = str(value).removeprefix("=").strip()
    tree = parse(source)
    if isinstance(tree, ast.Name):
        return values[tree.id]
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    found = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and id(node) not in called and node.id in values
    ]
    data = source.encode()  # since Python counts columns in bytes
    starts = [0]
    for line in data.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node in sorted(found, key=lambda n: (n.lineno, n.col_offset), reverse=True):
        start = starts[node.lineno - 1]
        before = data[: start + node.col_offset]
        after = data[start + (node.end_col_offset or 0) :]
        data = before + _piece(values[node.id]).encode() + after
    made = f"={data.decode()}"
    parse(made)
    return made


def substituted(node: Node, values: Mapping[str, Scalar]) -> Node:
    """A row with values, or expressions, for names in all its expressions; itself if it has none of them.

    Raises:
        ExpressionError: an expression would be too long or nest too deep.
    """
    if not used_by(node) & values.keys():
        return node
    repeat = substitute(node.repeat, values)
    if not isinstance(repeat, (int, str)) or repeat_fault(repeat):
        repeat = f"={_piece(repeat)}"  # no count, as the analysis will say
    return replace(
        node,
        params={k: substitute(v, values) for k, v in node.params.items()},
        first={k: substitute(v, values) for k, v in node.first.items()},
        repeat=repeat,
    )


def used_by(node: Node) -> frozenset[str]:
    """The names in a row's expressions."""
    values = (node.repeat, *node.params.values(), *node.first.values())
    return frozenset[str]().union(*map(names_in, values))


def names_in(value: object) -> frozenset[str]:
    """The names in an expression; none in what is none, or cannot be read."""
    if not is_expression(value):
        return frozenset()
    try:
        return names(str(value))
    except ExpressionError:
        return frozenset()


def _piece(value: Scalar) -> str:
    """A value as a part of an expression, in brackets where it would be torn apart otherwise."""
    if not is_expression(value):
        return f"({value!r})" if repr(value).startswith("-") else repr(value)
    text = str(value).removeprefix("=").strip()
    try:
        tree = parse(text)
    except ExpressionError:
        return f"({text})"  # what cannot be read stays so, to be seen and mended
    text = ast.unparse(tree) if "\n" in text or "#" in text else text
    whole = isinstance(tree, (ast.Name, ast.Call, ast.Constant))
    return text if whole else f"({text})"

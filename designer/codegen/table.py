"""A run of rows of one block as a paper's table: one line a row, and a loop over it."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from blocks.definition import Block
from designer.codegen.calls import call_text
from designer.codegen.expressions import python, text, variation
from designer.model.document import Node, Scalar, is_expression

MINIMUM_ROWS = 3


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its loop variable, and each row's entry."""

    name: str
    cells: list[str]


def table(block: Block, nodes: Sequence[Node], taken: set[str]) -> str:
    """The loop over the rows, as source text."""
    columns = [Column("name", [f'"{node.name}"' for node in nodes])]
    loops = any(is_expression(n.repeat) or n.repeat != 1 for n in nodes)
    chosen: dict[str, ast.expr] = {}
    for key, parameter in block.parameters.items():
        base: list[Scalar] = [n.params.get(key, parameter.default) for n in nodes]
        first: list[Scalar] = [
            n.first.get(key, b) for n, b in zip(nodes, base, strict=True)
        ]
        if not loops or _texts(first) == _texts(base):
            value = _entry(columns, _free(key, taken), first)
        else:
            value = ast.IfExp(
                ast.parse("i == 1", mode="eval").body,
                _entry(columns, _free(key, taken), first),
                _entry(columns, _free(f"other_{key}", taken), base),
            )
        if ast.unparse(value) != text(parameter.default):
            chosen[key] = value
    name: ast.expr = ast.Name("name")
    repeat: list[Scalar] = [node.repeat for node in nodes]
    before = ""
    if loops:
        count = _entry(columns, "repeats", repeat)
        if not isinstance(count, (ast.Constant, ast.Name)):  # worked out once
            before = f"repeats = {ast.unparse(count)}\n    "
            count = ast.Name("repeats")
        name = _copy_name(repeat, count)
    body = f"x = {call_text(block, ['x'], chosen, name)}"
    if loops:
        body = f"{before}for i in range(1, {_plus_one(count)}):\n        {body}"
    rows = "\n".join(
        f"    ({', '.join(cells)},),"
        if len(columns) == 1
        else f"    ({', '.join(cells)}),"
        for cells in zip(*(column.cells for column in columns), strict=True)
    )
    heads = ", ".join(column.name for column in columns)
    return f"for {heads} in [\n{rows}\n]:\n    {body}"


def _entry(columns: list[Column], name: str, values: list[Scalar]) -> ast.expr:
    """What the loop's body says for a value, with a column where rows differ."""
    if len(set(_texts(values))) == 1:
        return python(values[0])
    shared, cells = variation(values) or ("{}", _texts(values))
    columns.append(Column(name, cells))
    return ast.parse(shared.replace("{}", name), mode="eval").body


def _texts(values: list[Scalar]) -> list[str]:
    return [text(value) for value in values]


def _copy_name(repeat: list[Scalar], count: ast.expr) -> ast.expr:
    """A row that stands once keeps its name, as in the analysis; the copies of others are numbered."""
    numbered = ast.parse('f"{name}_{i}"', mode="eval").body
    if not any(is_expression(n) or n == 1 for n in repeat):
        return numbered
    test = ast.Compare(count, [ast.Gt()], [ast.Constant(1)])
    return ast.IfExp(test, numbered, ast.Name("name"))


def _plus_one(count: ast.expr) -> str:
    if isinstance(count, ast.Constant):
        return str(count.value + 1)  # type: ignore[operator]
    return f"{ast.unparse(count)} + 1"


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name = f"row_{name}"
    return name

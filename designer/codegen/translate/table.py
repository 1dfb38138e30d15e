"""A run of rows of one block as a table, as in papers, and a loop over it."""

from __future__ import annotations

import ast
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from designer.codegen.formatting import LINE_LENGTH
from designer.codegen.translate.calls import (
    Called,
    assigned,
    counted,
    layer_name,
    read,
)
from designer.codegen.translate.expressions import first_or, python, variation
from designer.codegen.trees import NODE, one_or_tuple, rebuilt
from designer.model.document import Node, is_expression

MINIMUM_ROWS = 3


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its loop variable, and each row's entry."""

    name: str
    cells: list[ast.expr]


def table(
    called: Called,
    nodes: Sequence[Node],
    taken: Collection[str],
    ranks: tuple[int, ...] | None,
    inside: bool,
) -> ast.For:
    """The loop over the rows; each row of its table carries its node.

    Args:
        taken: names that columns may not have.
        inside: whether this is a composite block's body, whose layers' names begin with `name`.
    """
    head = "row" if inside else "name"
    columns = [Column(head, [ast.Constant(node.name) for node in nodes])]
    parameters = called.block.parameters
    loops = any(is_expression(n.repeat) or n.repeat != 1 for n in nodes)
    chosen: dict[str, ast.expr] = {}
    for key in parameters:
        own_column = _free(key, taken, columns)
        base = [_given(called, key, node) for node in nodes]
        first = [
            called.value(key, node.first[key]) if key in node.first else own
            for node, own in zip(nodes, base, strict=True)
        ]
        if not loops or _texts(first) == _texts(base):
            chosen[key] = _entry(columns, own_column, first)
        else:
            other_column = _free(f"other_{key}", {*taken, *parameters}, columns)
            chosen[key] = first_or(
                _entry(columns, own_column, first),
                _entry(columns, other_column, base),
            )
    name = layer_name(head, inside, known=False)
    before: list[ast.stmt] = []
    if loops:
        repeats = [python(node.repeat) for node in nodes]
        numbered = layer_name(head, inside, known=False, copied=True)
        several = all(isinstance(r, ast.Constant) and r.value != 1 for r in repeats)
        heads = ", ".join(column.name for column in columns)
        fits = len(f"    for {heads}, repeats in [") <= LINE_LENGTH
        short = _free("n", {*taken, *parameters}, columns)  # as in papers' tables
        label = "repeats" if fits else short
        count = _entry(columns, label, repeats)
        if not isinstance(count, (ast.Constant, ast.Name)):  # worked out once
            before = [assigned(["repeats"], count)]
            count = read("repeats")
        if several:
            name = numbered
        else:
            test = ast.Compare(count, [ast.Gt()], [ast.Constant(1)])
            name = ast.IfExp(test, numbered, name)
    made: ast.stmt = assigned(["x"], called.call([read("x")], chosen, name, ranks))
    body = [*before, counted(count, [made])] if loops else [made]
    names = one_or_tuple([ast.Name(c.name, ast.Store()) for c in columns])
    return ast.For(names, _rows(columns, nodes), body, [], lineno=0)


def _rows(columns: Sequence[Column], nodes: Sequence[Node]) -> ast.List:
    rows: list[ast.expr] = []
    for node, *cells in zip(nodes, *(c.cells for c in columns), strict=True):
        rows.append(rebuilt(one_or_tuple(cells), **{NODE: node.id}))
    return ast.List(rows, ast.Load())


def _given(called: Called, key: str, node: Node) -> ast.expr:
    if key in node.params:
        return called.value(key, node.params[key])
    return called.default(key)


def _entry(columns: list[Column], name: str, values: list[ast.expr]) -> ast.expr:
    """The expression of a value in the loop's body, over a new column if rows differ."""
    if len(set(_texts(values))) == 1:
        return values[0]
    shared, cells = variation(values, name) or (read(name), values)
    columns.append(Column(name, cells))
    return shared


def _texts(values: Sequence[ast.expr]) -> list[str]:
    return [ast.unparse(value) for value in values]


def _free(name: str, taken: Collection[str], columns: Sequence[Column]) -> str:
    used = {*taken, *(column.name for column in columns)}
    while name in used:
        name = f"row_{name}"
    return name

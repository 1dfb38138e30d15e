"""A block that is one expression is written as that expression, as one writes Keras by hand.

`dropout(x, rate=0.2, name="drop")` becomes `layers.Dropout(0.2, name="drop")(x)`.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from designer.codegen.sources import definition


@cache
def single_expression(block: Callable[..., Any]) -> ast.expr | None:
    """What the block returns, if it does nothing else but refuse what cannot work.

    The refusals stay behind: the analysis has made them before the code is written.
    """
    function = ast.parse(definition(block)).body[0]
    assert isinstance(function, ast.FunctionDef)
    *before, last = function.body
    if not isinstance(last, ast.Return) or last.value is None:
        return None
    loaded = {n.id for n in ast.walk(last) if isinstance(n, ast.Name)}
    return last.value if all(_is_beside(s, loaded) for s in before) else None


def _is_beside(statement: ast.stmt, loaded: set[str]) -> bool:
    """Whether a statement is a docstring, a refusal, or prepares one."""
    match statement:
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.If(body=[ast.Raise()], orelse=[]):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name not in loaded
    return False


def substitute(expression: ast.expr, arguments: Mapping[str, ast.expr]) -> str:
    """The expression's text with the block's arguments in place of their names."""
    filled = _Fill(arguments).visit(copy.deepcopy(expression))
    return ast.unparse(ast.fix_missing_locations(filled))


class _Fill(ast.NodeTransformer):
    """Puts arguments in, and works out what is then constant."""

    def __init__(self, arguments: Mapping[str, ast.expr]) -> None:
        self.arguments = arguments

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return copy.deepcopy(self.arguments.get(node.id, node))

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        right = node.comparators[0]
        if (
            len(node.ops) != 1
            or not isinstance(node.left, ast.Constant)
            or not isinstance(right, ast.Constant)
        ):
            return node
        same = node.left.value == right.value
        match node.ops[0]:
            case ast.Eq() | ast.Is():
                return ast.Constant(same)
            case ast.NotEq() | ast.IsNot():
                return ast.Constant(not same)
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        """Python's own `or` and `and`, where the left side is already known."""
        self.generic_visit(node)
        stops_at = isinstance(node.op, ast.Or)
        values = node.values
        while len(values) > 1 and isinstance(values[0], ast.Constant):
            if bool(values[0].value) is stops_at:
                return values[0]
            values = values[1:]
        return values[0] if len(values) == 1 else ast.BoolOp(node.op, values)

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.test, ast.Constant):
            return node.body if node.test.value else node.orelse
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.expr:
        """Text put into text: `f"{name}_add"` with a known name is a plain string."""
        parts: list[ast.expr] = []
        for part in node.values:
            value = (
                self.visit(part.value) if isinstance(part, ast.FormattedValue) else part
            )
            if isinstance(value, ast.JoinedStr):
                parts.extend(value.values)
            elif isinstance(value, ast.Constant):
                parts.append(ast.Constant(str(value.value)))
            else:
                assert isinstance(part, ast.FormattedValue)
                parts.append(
                    ast.FormattedValue(value, part.conversion, part.format_spec)
                )
        if all(isinstance(part, ast.Constant) for part in parts):
            return ast.Constant(
                "".join(part.value for part in parts if isinstance(part, ast.Constant))  # type: ignore[misc]
            )
        return ast.JoinedStr(parts)

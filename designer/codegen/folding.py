"""Putting known values into code, and leaving out what then never runs."""

from __future__ import annotations

import ast
import copy
import inspect
import operator
from collections.abc import Callable, Mapping
from typing import Any

from blocks import layers

COMPARE: Mapping[type, Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Is: operator.is_,
    ast.IsNot: operator.is_not,
}


class Fold(ast.NodeTransformer):
    """Replaces names by expressions and works out what is then constant.

    A statement under a condition that is known stands alone, or goes.
    """

    def __init__(self, values: Mapping[str, ast.expr]) -> None:
        self.values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if isinstance(node.ctx, ast.Load) and node.id in self.values:
            return copy.deepcopy(self.values[node.id])
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        parts = [node.left, *node.comparators]
        if not all(isinstance(part, ast.Constant) for part in parts):
            return node
        values = [part.value for part in parts if isinstance(part, ast.Constant)]
        pairs = zip(node.ops, values, values[1:], strict=False)
        if not all(type(op) in COMPARE for op in node.ops):
            return node
        return ast.Constant(all(COMPARE[type(op)](a, b) for op, a, b in pairs))

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        """Python's own `or` and `and`, as far as the left side is known."""
        self.generic_visit(node)
        stops_at = isinstance(node.op, ast.Or)
        values = node.values
        while len(values) > 1 and isinstance(values[0], ast.Constant):
            if bool(values[0].value) is stops_at:
                return values[0]
            values = values[1:]
        if isinstance(values[0], ast.Compare):  # what follows may say nothing more
            values = [v for v in values if not _is(v, not stops_at)]
            if any(_is(v, stops_at) for v in values) and not _calls(node):
                return ast.Constant(stops_at)
        return values[0] if len(values) == 1 else ast.BoolOp(node.op, values)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.op, ast.Not) and isinstance(node.operand, ast.Constant):
            return ast.Constant(not node.operand.value)
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.test, ast.Constant):
            return node.body if node.test.value else node.orelse
        return node

    def visit_If(self, node: ast.If) -> ast.stmt | list[ast.stmt]:
        self.generic_visit(node)
        if isinstance(node.test, ast.Constant):
            return node.body if node.test.value else node.orelse
        if not node.body and not node.orelse:
            return []
        node.body = node.body or [ast.Pass()]
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.expr:
        """Text put into text: `f"{name}_add"` with a known name is a plain string."""
        parts: list[ast.expr] = []
        for part in node.values:
            inner = part.value if isinstance(part, ast.FormattedValue) else part
            value = self.visit(inner)
            if isinstance(value, ast.JoinedStr):
                parts += value.values
            elif isinstance(value, ast.Constant):
                parts.append(ast.Constant(str(value.value)))
            elif isinstance(part, ast.FormattedValue):
                parts.append(
                    ast.FormattedValue(value, part.conversion, part.format_spec)
                )
        if all(isinstance(part, ast.Constant) for part in parts):
            return ast.Constant("".join(str(ast.literal_eval(p)) for p in parts))
        return ast.JoinedStr(parts)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """Leaves out what a Keras layer does anyway, such as `strides=1`."""
        self.generic_visit(node)
        match node.func:
            case ast.Attribute(value=ast.Name(id="layers"), attr=attribute):
                known = inspect.signature(getattr(layers, attribute)).parameters
                node.keywords = [
                    word
                    for word in node.keywords
                    if word.arg is None
                    or word.arg not in known
                    or not _same(word.value, known[word.arg].default)
                ]
        return node


def fold(tree: ast.AST, values: Mapping[str, ast.expr]) -> Any:
    """A copy of `tree` with `values` in place of names."""
    return ast.fix_missing_locations(Fold(values).visit(copy.deepcopy(tree)))


def tidy(function: ast.FunctionDef) -> None:
    """Take out assignments that nothing reads any more, or that a return alone reads; in place."""
    match function.body:
        case [
            *_,
            ast.Assign(targets=[ast.Name(id=name)], value=value),
            ast.Return(value=ast.Name(id=result)),
        ] if name == result:
            function.body[-2:] = [ast.Return(value)]
    while True:
        loaded = {
            node.id
            for node in ast.walk(function)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        }
        before = ast.dump(function)
        _DropUnread(loaded).visit(function)
        if ast.dump(function) == before:
            return


class _DropUnread(ast.NodeTransformer):
    def __init__(self, loaded: set[str]) -> None:
        self.loaded = loaded

    def visit_Assign(self, node: ast.Assign) -> ast.stmt | None:
        match node:
            case ast.Assign(
                targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)
            ):
                kept = [
                    (name, value)
                    for name, value in zip(names, values, strict=True)
                    if self._is_needed(name, value)
                ]
                if not kept:
                    return None
                if len(kept) == 1:
                    node.targets, node.value = [kept[0][0]], kept[0][1]
                elif len(kept) < len(names):
                    node.targets = [ast.Tuple([n for n, _ in kept], ast.Store())]
                    node.value = ast.Tuple([v for _, v in kept], ast.Load())
            case ast.Assign(targets=[target], value=value):
                if not self._is_needed(target, value):
                    return None
        return node

    def _is_needed(self, target: ast.expr, value: ast.expr) -> bool:
        if not isinstance(target, ast.Name) or target.id in self.loaded:
            return True
        return _calls(value)


def _is(node: ast.expr, value: bool) -> bool:
    return isinstance(node, ast.Constant) and node.value is value


def _calls(node: ast.AST) -> bool:
    return any(isinstance(part, ast.Call) for part in ast.walk(node))


def _same(given: ast.expr, default: object) -> bool:
    """Whether a Keras layer takes the given value for its default."""
    if not isinstance(given, ast.Constant):
        return False
    value = given.value
    if value == "linear":  # Keras's other spelling of no activation
        value = None
    plain = type(value) is type(default) and value == default
    return plain or default == (value, value)

"""Constant folding: known values replace names, and branches that never run go."""

from __future__ import annotations

import ast
import inspect
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from math import prod
from typing import Any

from blocks import layers
from designer.codegen.program import Values
from designer.codegen.trees import (
    Rewriter,
    calls,
    commented,
    is_constant,
    loaded,
    rebuilt,
    walk,
)
from designer.model.document import EMPTY

MOST_CASES = 64  # of the names in one test
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
ARITHMETIC: Mapping[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
ROUNDING: Mapping[str, Callable[..., Any]] = {
    "round": round,
    "int": int,
    "max": max,
    "min": min,
    "abs": abs,
}


@dataclass(frozen=True)
class Fold(Rewriter):
    """Replaces names by expressions and evaluates what is then constant.

    An `if` whose test is known is replaced by the branch that runs.

    Args:
        values: the expression that replaces each name.
        sets: the possible values of other names.
    """

    values: Mapping[str, ast.expr]
    sets: Mapping[str, Values] = field(default_factory=lambda: EMPTY)

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if not isinstance(node.ctx, ast.Store) and node.id in self.values:
            return self.values[node.id]
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        node = self.inside(node)
        known = self._decided(node)
        return node if known is None else ast.Constant(known)

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        """`or` and `and` of which the left side is known."""
        node = self.inside(node)
        stops_at = isinstance(node.op, ast.Or)
        values = node.values
        while len(values) > 1:
            known = self._decided(values[0])
            if known is None:
                break
            if known is stops_at:
                return values[0]
            values = values[1:]
        if isinstance(values[0], ast.Compare):  # what follows may say nothing more
            values = [v for v in values if not _is(v, not stops_at)]
            if any(_is(v, stops_at) for v in values) and not any(calls(node)):
                return ast.Constant(stops_at)
        return values[0] if len(values) == 1 else ast.BoolOp(node.op, values)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        node = self.inside(node)
        if isinstance(node.op, ast.Not) and isinstance(node.operand, ast.Constant):
            return ast.Constant(not node.operand.value)
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        node = self.inside(node)
        match node:
            case ast.BinOp(op=ast.Div(), right=ast.Constant(value=float(number))):
                if number.is_integer():  # as people write it: 1 / 255
                    node = rebuilt(node, right=ast.Constant(int(number)))
        value = _arithmetic(node)
        return ast.Constant(value) if type(value) is int and value >= 0 else node

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        node = self.inside(node)
        known = self._decided(node.test)
        if known is None:
            return node
        return node.body if known else node.orelse

    def visit_If(self, node: ast.If) -> ast.stmt | list[ast.stmt]:
        node = self.inside(node)
        known = self._decided(node.test)
        if known is not None:
            kept = node.body if known else node.orelse
            if kept and known:  # what is said of the condition is true
                return [commented(kept[0], node), *kept[1:]]
            return kept
        if not node.body and not node.orelse:
            return []
        return node if node.body else rebuilt(node, body=[ast.Pass()])

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.expr:
        """`f"{name}_add"` with a known name becomes a plain string."""
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
        """Drops arguments that are a Keras layer's defaults, such as `strides=1`."""
        node = self.inside(node)
        match node.func:
            case ast.Name(id=name) if name in ROUNDING:
                value = _arithmetic(node)
                return ast.Constant(value) if type(value) is int else node
            case ast.Attribute(value=ast.Name(id="layers"), attr=attribute):
                known = layer_defaults(attribute)
                kept = [
                    word
                    for word in node.keywords
                    if word.arg is None
                    or word.arg not in known
                    or not _same(word.value, known[word.arg])
                ]
                if len(kept) < len(node.keywords):
                    return rebuilt(node, keywords=kept)
        return node

    def _decided(self, test: ast.expr) -> bool | None:
        """The outcome of a test, if it is the same for all possible values of its names."""
        if isinstance(test, ast.Constant):
            return bool(test.value)
        names = list(dict.fromkeys(loaded(test)))
        if any(name not in self.sets for name in names):
            return None
        values = [self.sets[name] for name in names]
        if prod(map(len, values)) > MOST_CASES:
            return None
        cases = [dict(zip(names, case, strict=True)) for case in product(*values)]
        try:
            found = {bool(_value(test, case)) for case in cases}
        except (TypeError, ZeroDivisionError):
            return None
        return found.pop() if len(found) == 1 else None


def fold(
    tree: ast.AST, values: Mapping[str, ast.expr], sets: Mapping[str, Values] = EMPTY
) -> Any:
    """`tree` with `values` in place of names; `sets` has the possible values of other names."""
    return Fold(values, sets).visit(tree)


@cache
def layer_defaults(layer: str) -> Mapping[str, Any]:
    """The arguments of a Keras layer and their defaults."""
    parameters = inspect.signature(getattr(layers, layer)).parameters
    return {name: parameter.default for name, parameter in parameters.items()}


def _value(node: ast.expr, names: Mapping[str, Any]) -> Any:
    """The value of a test or of arithmetic.

    Raises:
        TypeError: the expression is neither.
    """
    match node:
        case ast.Constant(value=value):
            return value
        case ast.Name(id=name) if name in names:
            return names[name]
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return not _value(operand, names)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, names)
        case ast.BoolOp(op=op, values=values):
            wanted = isinstance(op, ast.Or)
            found: Any = None
            for operand in values:
                found = _value(operand, names)
                if bool(found) is wanted:
                    break
            return found
        case ast.Compare(left=left, ops=ops, comparators=rest):
            parts = [_value(part, names) for part in (left, *rest)]
            if all(type(op) in COMPARE for op in ops):
                return all(
                    COMPARE[type(op)](a, b)
                    for op, a, b in zip(ops, parts, parts[1:], strict=False)
                )
        case ast.BinOp(op=op) if type(op) in ARITHMETIC:
            left, right = _value(node.left, names), _value(node.right, names)
            return ARITHMETIC[type(op)](left, right)
        case ast.Call(func=ast.Name(id=name), keywords=[]) if name in ROUNDING:
            return ROUNDING[name](*(_value(arg, names) for arg in node.args))
    raise TypeError


def _arithmetic(node: ast.expr) -> Any:
    """The value of arithmetic on numbers; None if the expression is not only that."""
    if any(
        isinstance(part, ast.Constant) and isinstance(part.value, str)
        for part in walk(node)
    ):
        return None
    try:
        return _value(node, {})
    except (TypeError, ValueError, ArithmeticError):
        return None


def _is(node: ast.expr, value: bool) -> bool:
    return isinstance(node, ast.Constant) and node.value is value


def _same(given: ast.expr, default: object) -> bool:
    """Whether a value is the default of a Keras layer's argument."""
    if not is_constant(given):
        return False
    value = ast.literal_eval(given)
    if value == "linear":  # Keras's other spelling of no activation
        value = None
    plain = type(value) is type(default) and value == default
    return plain or default == (value, value)

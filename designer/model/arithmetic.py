"""The arithmetic of expressions: Python's, with every number on the way bounded and every failure a sentence."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Mapping
from typing import Any

from designer.model.rounding import round_channels, round_repeats
from designer.model.syntax import ExpressionError

Value = int | float | bool | str

MAX_BITS = 64


def _round(number: float, ndigits: int | None = None) -> float:
    if ndigits is not None and abs(ndigits) > 20:
        raise ExpressionError(f"round to {ndigits} digits: at most 20 either way")
    return round(number, ndigits)


def _least(first: float, second: float, /, *more: float) -> float:
    return min(first, second, *more)


def _greatest(first: float, second: float, /, *more: float) -> float:
    return max(first, second, *more)


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "round_channels": round_channels,
    "round_repeats": round_repeats,
    "ceil": math.ceil,
    "floor": math.floor,
    "round": _round,
    "int": math.trunc,  # towards zero, as Python's int
    "min": _least,
    "max": _greatest,
    "abs": abs,
}
_USAGE = {
    "round_channels": "round_channels(value, divisor=8, minimum=8)",
    "round": "round(number) or round(number, digits)",
    "min": "min(a, b, ...)",
    "max": "max(a, b, ...)",
}

BINARY: Mapping[type[ast.operator], tuple[str, Callable[[Any, Any], Any]]] = {
    ast.Add: ("+", operator.add),
    ast.Sub: ("-", operator.sub),
    ast.Mult: ("*", operator.mul),
    ast.Div: ("/", operator.truediv),
    ast.FloorDiv: ("//", operator.floordiv),
    ast.Mod: ("%", operator.mod),
    ast.Pow: ("**", operator.pow),
}
UNARY: Mapping[type[ast.unaryop], tuple[str, Callable[[Any], Any]]] = {
    ast.UAdd: ("+", operator.pos),
    ast.USub: ("-", operator.neg),
}
_COMPARE: Mapping[type[ast.cmpop], tuple[str, Callable[[Any, Any], bool]]] = {
    ast.Eq: ("==", operator.eq),
    ast.NotEq: ("!=", operator.ne),
    ast.Lt: ("<", operator.lt),
    ast.LtE: ("<=", operator.le),
    ast.Gt: (">", operator.gt),
    ast.GtE: (">=", operator.ge),
}


def number(sign: str, value: Any) -> None:
    if isinstance(value, str):
        raise ExpressionError(f"'{value}' is text, and {sign} works on numbers")


class Walk:
    """Evaluates a tree in which nothing is unknown, as Python would."""

    def __init__(self, variables: Mapping[str, Value]) -> None:
        self.variables = variables

    def value(self, node: ast.expr) -> Any:
        match node:
            case ast.Constant(value=value):
                return bounded(value)
            case ast.Name(id=name):
                return self.variables[name]
            case ast.BinOp(left=left, op=op, right=right):
                sign, function = BINARY[type(op)]
                return _apply(sign, function, self.value(left), self.value(right))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return not self.value(operand)
            case ast.UnaryOp(op=op, operand=operand):
                return _apply(*UNARY[type(op)], self.value(operand))
            case ast.BoolOp(op=op, values=values):
                return self._either(isinstance(op, ast.Or), values)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return self.value(
                    body if self.truth(test, self.value(test)) else orelse
                )
            case ast.Compare():
                return self._compare(node)
            case ast.Call():
                return self._call(node)
        raise ExpressionError(f"'{ast.unparse(node)}' cannot stand in an expression")

    def _either(self, wanted: bool, values: list[ast.expr]) -> Any:
        for node in values[:-1]:
            value = self.value(node)
            if self.truth(node, value) is wanted:
                return value
        return self.value(values[-1])

    def truth(self, test: ast.expr, value: Any) -> bool:
        """Whether a part's value, which decides what else is computed, counts as true."""
        return bool(value)

    def _compare(self, node: ast.Compare) -> bool:
        left = self.value(node.left)
        for op, comparator in zip(node.ops, node.comparators, strict=True):
            sign, function = _COMPARE[type(op)]
            right = self.value(comparator)
            try:
                if not function(left, right):
                    return False
            except TypeError:
                raise ExpressionError(
                    f"{left!r} {sign} {right!r}: text and numbers have no order"
                ) from None
            left = right
        return True

    def _call(self, node: ast.Call) -> Any:
        assert isinstance(node.func, ast.Name)  # `parse` lets nothing else through
        name = node.func.id
        args = [self.value(arg) for arg in node.args]
        options = {str(k.arg): self.value(k.value) for k in node.keywords}
        try:
            return _apply(name, FUNCTIONS[name], *args, **options)
        except TypeError:
            raise ExpressionError(f"{name} is used as {usage(name)}") from None


def usage(name: str) -> str:
    return _USAGE.get(name, f"{name}(value)")


def _apply(sign: str, function: Callable[..., Any], *args: Any, **options: Any) -> Any:
    """Arithmetic with its failures as sentences."""
    for value in (*args, *options.values()):
        number(sign, value)
    if sign == "**" and _is_huge(*args):
        raise ExpressionError(f"{args[0]} ** {args[1]} is beyond {MAX_BITS} bits")
    try:
        result = function(*args, **options)
    except ZeroDivisionError:
        raise ExpressionError(f"{_shown(sign, args)} divides by zero") from None
    except OverflowError:
        raise ExpressionError(f"{_shown(sign, args)} is too large") from None
    try:
        return bounded(result)
    except ExpressionError:
        return bounded(result, _shown(sign, args))


def _is_huge(base: float, exponent: float) -> bool:
    """Whether a power of whole numbers need not be computed to know that it is out of bounds."""
    whole = isinstance(base, int) and isinstance(exponent, int)
    return whole and abs(base) > 1 and exponent > MAX_BITS


def bounded(value: Any, shown: str = "a number") -> Any:
    if isinstance(value, complex):
        raise ExpressionError(f"{shown} is not a real number")
    if isinstance(value, float) and not math.isfinite(value):
        raise ExpressionError(f"{shown} is not finite")
    if isinstance(value, int) and value.bit_length() > MAX_BITS:
        raise ExpressionError(f"{shown} is beyond {MAX_BITS} bits")
    return value


def _shown(sign: str, args: tuple[Any, ...]) -> str:
    if sign.isidentifier():
        return f"{sign}({', '.join(map(str, args))})"
    return f" {sign} ".join(map(str, args)) if len(args) == 2 else f"{sign}{args[0]}"

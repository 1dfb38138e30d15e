"""The parts of an expression that have no variables: what they come to is known before any variable is."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from designer.model.arithmetic import Walk
from designer.model.syntax import ExpressionError, operands

Reached = tuple[ast.expr, bool] | None  # a test and how it comes out; None: always


def check_constants(parts: Sequence[ast.expr]) -> None:
    """Check every part without variables that some values of the variables reach.

    Args:
        parts: of an expression, outer before inner.

    Raises:
        ExpressionError: one has no value, such as `4 // 0`.
    """
    _Check(parts).check(parts[0], None)


class _Check:
    def __init__(self, parts: Sequence[ast.expr]) -> None:
        self._named: set[ast.expr] = set()  # nodes with variables in them
        for node in reversed(parts):
            inner = operands(node)
            if isinstance(node, ast.Name) or not self._named.isdisjoint(inner):
                self._named.add(node)

    def check(self, node: ast.expr, reached: Reached) -> None:
        if node not in self._named:
            try:
                Walk({}).value(node)
            except ExpressionError as error:
                raise ExpressionError(f"{error}{_where(reached)}") from None
            return
        match node:
            case ast.IfExp(test=test, body=body, orelse=orelse):
                self.check(test, reached)
                for part, truth in ((body, True), (orelse, False)):
                    if self._may_be(test, truth):
                        self.check(part, self._behind(test, truth, reached))
            case ast.BoolOp(op=op, values=values):
                for value in values:
                    self.check(value, reached)
                    if not self._may_be(value, isinstance(op, ast.And)):
                        break
                    reached = self._behind(value, isinstance(op, ast.And), reached)
            case _:
                for inner in operands(node):
                    self.check(inner, reached)

    def _may_be(self, test: ast.expr, truth: bool) -> bool:
        return test in self._named or bool(Walk({}).value(test)) is truth

    def _behind(self, test: ast.expr, truth: bool, reached: Reached) -> Reached:
        return (test, truth) if test in self._named else reached


def _where(reached: Reached) -> str:
    if reached is None:
        return ""
    test, truth = reached
    text = ast.unparse(test)
    return f" (where {text} is true)" if truth else f" (where {text} is false)"

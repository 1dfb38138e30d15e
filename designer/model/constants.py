"""The parts of an expression that have no variables: what they come to is known before any variable is."""

from __future__ import annotations

import ast

from designer.model.arithmetic import Walk
from designer.model.syntax import ExpressionError

Reached = tuple[ast.expr, bool] | None  # a test and how it comes out; None: always


def check_constants(tree: ast.expr) -> None:
    """Check every part without variables that some values of the variables reach.

    Raises:
        ExpressionError: one has no value, such as `4 // 0`.
    """
    _Check(tree).check(tree, None)


class _Check:
    def __init__(self, tree: ast.expr) -> None:
        self._named: set[ast.AST] = set()  # nodes with variables in them
        self._find(tree)

    def _find(self, node: ast.AST) -> bool:
        inner = list(ast.iter_child_nodes(node))
        if isinstance(node, ast.Call):
            inner.remove(node.func)
        named = [self._find(child) for child in inner]
        if any(named) or isinstance(node, ast.Name):
            self._named.add(node)
        return node in self._named

    def check(self, node: ast.AST, reached: Reached) -> None:
        if isinstance(node, ast.expr) and node not in self._named:
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
            case ast.Call(args=args, keywords=keywords):
                for given in (*args, *keywords):
                    self.check(given, reached)
            case _:
                for child in ast.iter_child_nodes(node):
                    self.check(child, reached)

    def _may_be(self, test: ast.expr, truth: bool) -> bool:
        return test in self._named or bool(Walk({}).value(test)) is truth

    def _behind(self, test: ast.expr, truth: bool, reached: Reached) -> Reached:
        return (test, truth) if test in self._named else reached


def _where(reached: Reached) -> str:
    if reached is None:
        return ""
    test, truth = reached
    return f" (where {ast.unparse(test)} is {'true' if truth else 'false'})"

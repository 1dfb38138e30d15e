"""Cutting the blocks down to what one design asks of them.

A block of the library can do more than one network needs: a switch that every call
leaves alone is put in as a constant, its branches go, and so does the parameter. What
then is a single expression is written where it is called, as one writes Keras by hand.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import FunctionType
from typing import Any

from designer.codegen.folding import fold, tidy
from designer.codegen.routine import Routine, routine

Functions = Mapping[str, Callable[..., Any]]


class Program:
    """Statements that call blocks, and the blocks as far as these statements need them."""

    def __init__(self, statements: Sequence[ast.stmt], functions: Functions) -> None:
        self.main = ast.Module(list(statements), [])
        self.routines: dict[str, Routine] = {}
        for name in self._called(self.main, functions):
            self._take(functions[name])
        for name in self._callers_first():
            self._specialise(self.routines[name])

    def names(self) -> set[str]:
        """Functions that are left."""
        return set(self.routines)

    def in_order(self) -> list[Routine]:
        """The functions that are left, each after those that it calls."""
        return [self.routines[name] for name in reversed(self._callers_first())]

    @property
    def statements(self) -> list[ast.stmt]:
        return self.main.body

    def _take(self, function: Callable[..., Any]) -> None:
        if function.__name__ in self.routines:
            return
        made = self.routines[function.__name__] = routine(function)
        for name in self._called(made.tree, made.scope):
            self._take(made.scope[name])

    @staticmethod
    def _called(tree: ast.AST, scope: Mapping[str, Any]) -> list[str]:
        """Functions of the library that `tree` calls, in order."""
        return [
            call.func.id
            for call in _calls(tree)
            if isinstance(call.func, ast.Name) and _is_ours(scope.get(call.func.id))
        ]

    def _callers_first(self) -> list[str]:
        order: list[str] = []

        def visit(name: str) -> None:
            if name in order:
                return
            made = self.routines[name]
            for called in self._called(made.tree, made.scope):
                visit(called)
            order.append(name)

        for name in list(self.routines):
            visit(name)
        return order[::-1]

    def _sites(self, name: str) -> list[ast.Call]:
        """Every call of a function in what is kept so far."""
        trees = [self.main, *(made.tree for made in self.routines.values())]
        return [
            call
            for tree in trees
            for call in _calls(tree)
            if isinstance(call.func, ast.Name) and call.func.id == name
        ]

    def _specialise(self, made: Routine) -> None:
        sites = self._sites(made.name)
        if not sites:
            del self.routines[made.name]
            return
        known = self._known(made, sites)
        made.tree = fold(made.tree, known)
        tidy(made.tree)
        for call in sites:
            call.keywords = [
                word
                for word in call.keywords
                if word.arg not in known and not _is_default(word, made)
            ]
        made.keep_parameters(
            {
                name: default if any(not _argument(c, name) for c in sites) else None
                for name, default in made.defaults.items()
                if name not in known
            }
        )
        result = _single_expression(made)
        if result is not None and all(_fits(result, made, call) for call in sites):
            self._write_in_place(made, result)

    @staticmethod
    def _known(made: Routine, sites: list[ast.Call]) -> dict[str, ast.expr]:
        """Parameters with one constant in every call that choose what is done, not how much.

        These are text and truth values, and numbers left at 0 or 1, which do nothing:
        no dropout, no dilation.
        """
        known: dict[str, ast.expr] = {}
        for name, default in made.defaults.items():
            given = [_argument(call, name) or default for call in sites]
            if name == "name" or name in made.stored or default is None:
                continue
            texts = {ast.unparse(value) for value in given if value is not None}
            value = given[0]
            if len(texts) == 1 and isinstance(value, ast.Constant):
                switch = isinstance(value.value, (bool, str))
                neutral = value.value in (0, 1) and texts == {ast.unparse(default)}
                if switch or neutral:
                    known[name] = value
        return known

    def _write_in_place(self, made: Routine, result: ast.expr) -> None:
        place = _InPlace(made, result)
        self.main = place.visit(self.main)
        del self.routines[made.name]
        for other in self.routines.values():
            other.tree = place.visit(other.tree)


class _InPlace(ast.NodeTransformer):
    """Puts what a function returns where it is called."""

    def __init__(self, made: Routine, result: ast.expr) -> None:
        self.made = made
        self.result = result

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        if not isinstance(node.func, ast.Name) or node.func.id != self.made.name:
            return node
        filled: ast.expr = fold(self.result, _filled(self.made, node))
        return filled


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _is_ours(value: object) -> bool:
    return isinstance(value, FunctionType) and value.__module__.startswith("blocks.")


def _argument(call: ast.Call, name: str) -> ast.expr | None:
    return next((word.value for word in call.keywords if word.arg == name), None)


def _is_default(word: ast.keyword, made: Routine) -> bool:
    default = made.defaults.get(word.arg or "")
    if default is None or word.arg == "name":
        return False
    return ast.unparse(word.value) == ast.unparse(default)


def _single_expression(made: Routine) -> ast.expr | None:
    """What a function returns, if it does nothing else but refuse what cannot work.

    Refusals stay behind: the analysis has made them before the code is written.
    """
    *before, last = made.body
    if not isinstance(last, ast.Return) or last.value is None:
        return None
    loaded = {n.id for n in ast.walk(last) if isinstance(n, ast.Name)}
    return last.value if all(_is_beside(s, loaded) for s in before) else None


def _is_beside(statement: ast.stmt, loaded: set[str]) -> bool:
    match statement:
        case ast.If(body=[ast.Raise()], orelse=[]):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name not in loaded
    return False


def _filled(made: Routine, call: ast.Call) -> dict[str, ast.expr]:
    """Every parameter's argument in one call."""
    values = {name: d for name, d in made.defaults.items() if d is not None}
    values |= {word.arg: word.value for word in call.keywords if word.arg}
    ports = (arg.arg for arg in made.tree.args.args)
    return values | dict(zip(ports, call.args, strict=True))


def _fits(result: ast.expr, made: Routine, call: ast.Call) -> bool:
    """Whether writing the result in place computes nothing twice."""
    uses = Counter(n.id for n in ast.walk(result) if isinstance(n, ast.Name))
    return all(
        uses[name] < 2 or not any(True for _ in _calls(value))
        for name, value in _filled(made, call).items()
    )

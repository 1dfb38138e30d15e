"""Parameter values as Python: numbers, text, and expressions over the design's variables."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from designer.codegen.name import MATH
from designer.codegen.trees import Rewriter, parsed, rebuilt, walk
from designer.model.document import is_expression


def python(value: Any) -> ast.expr:
    """The value of a parameter, as a syntax tree."""
    if is_expression(value):
        return _expression(str(value))
    if isinstance(value, tuple):
        return ast.Tuple([python(part) for part in value], ast.Load())
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value < 0:
        return ast.UnaryOp(ast.USub(), ast.Constant(-value))
    return ast.Constant(value)


@lru_cache(maxsize=1024)
def _expression(value: str) -> ast.expr:
    tree = _Math().visit(parsed(value[1:].strip()))
    return _as_steps(tree) or _as_lookup(tree) or tree


class _Math(Rewriter):
    def visit_Call(self, node: ast.Call) -> ast.Call:
        node = self.inside(node)
        if isinstance(node.func, ast.Name) and node.func.id in MATH:
            math = ast.Name("math", ast.Load())
            return rebuilt(node, func=ast.Attribute(math, node.func.id, ast.Load()))
        return node


def _as_steps(tree: ast.expr) -> ast.expr | None:
    """`224 if phi < 1 else 240 if phi < 2 else 260` as `[224, 240, 260][max(0, min(int(phi), 2))]`."""
    name, keys, values = _cases(tree, ast.Lt)
    bounds = [str(number + 1) for number in range(len(keys))]
    if not keys or [ast.unparse(key) for key in keys] != bounds:
        return None
    place = parsed(f"max(0, min(int({name}), {len(keys)}))")
    return ast.Subscript(ast.List(values, ast.Load()), place, ast.Load())


def _as_lookup(tree: ast.expr) -> ast.expr | None:
    """`144 if groups == 1 else 200 if groups == 2 else 240` as `{1: 144, 2: 200}.get(groups, 240)`."""
    name, keys, values = _cases(tree, ast.Eq)
    if not keys or len({ast.literal_eval(key) for key in keys}) < len(keys):
        return None  # of equal keys a dictionary keeps the last, and the first counts
    get = ast.Attribute(ast.Dict([*keys], values[:-1]), "get", ast.Load())
    return ast.Call(get, [ast.Name(name, ast.Load()), values[-1]], [])


def _cases(
    tree: ast.expr, comparison: type[ast.cmpop]
) -> tuple[str, list[ast.expr], list[ast.expr]]:
    """The name, keys and values of a chain `value if name == key else ...`; empty if the tree is none."""
    names: set[str] = set()
    keys: list[ast.expr] = []
    values: list[ast.expr] = []
    while isinstance(tree, ast.IfExp):
        match tree.test, tree.body:
            case (
                ast.Compare(ast.Name(id=name), [how], [ast.Constant() as key]),
                ast.Constant() as value,
            ) if isinstance(how, comparison):
                names.add(name)
                keys.append(key)
                values.append(value)
                tree = tree.orelse
            case _:
                return "", [], []
    if len(keys) < 2 or len(names) > 1 or not isinstance(tree, ast.Constant):
        return "", [], []
    return names.pop(), keys, [*values, tree]


def first_or(first: ast.expr, rest: ast.expr) -> ast.expr:
    """A value that differs in the first copy of a row: `2 if i == 1 else 1`."""
    if ast.unparse(first) == ast.unparse(rest):
        return first
    is_first, is_later = _compared(ast.Eq()), _compared(ast.Gt())
    match first, rest:
        case ast.Constant(value=True), ast.Constant(value=False):
            return is_first
        case ast.Constant(value=False), ast.Constant(value=True):
            return is_later
        case _, ast.Constant(value=True):
            return ast.BoolOp(ast.Or(), [is_later, first])
        case _, ast.Constant(value=False):
            return ast.BoolOp(ast.And(), [is_first, first])
    return ast.IfExp(is_first, first, rest)


def _compared(how: ast.cmpop) -> ast.expr:
    return ast.Compare(ast.Name("i", ast.Load()), [how], [ast.Constant(1)])


def variation(
    trees: Sequence[ast.expr], name: str
) -> tuple[ast.expr, list[ast.expr]] | None:
    """The common form of several values, with `name` in place of the one number that differs, and that number in each.

    `round_channels(16 * alpha)` and `round_channels(24 * alpha)` are
    `round_channels(name * alpha)` with 16 and 24; None if they differ in more.
    """
    walks = [list(walk(tree)) for tree in trees]
    if len({len(parts) for parts in walks}) > 1:
        return None
    differing: int | None = None
    for place, nodes in enumerate(zip(*walks, strict=True)):
        if len({type(node) for node in nodes}) > 1:
            return None
        if all(isinstance(node, ast.Constant) for node in nodes):
            if len({repr(node.value) for node in nodes}) == 1:
                continue
            if differing is not None:
                return None
            differing = place
        elif any(_own(node) != _own(nodes[0]) for node in nodes):
            return None
    if differing is None:
        return trees[0], []
    hole = walks[0][differing]
    return _Hole(hole, name).visit(trees[0]), [parts[differing] for parts in walks]


def _own(node: ast.AST) -> list[Any]:
    """The fields of a node, without its children."""
    values = (getattr(node, name, None) for name in node._fields)
    return [
        type(value) if isinstance(value, ast.AST) else value
        for value in values
        if not isinstance(value, list)
    ]


@dataclass(frozen=True)
class _Hole(Rewriter):
    hole: ast.AST
    name: str

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        return ast.Name(self.name, ast.Load()) if node is self.hole else node

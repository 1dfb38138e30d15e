"""Parameter values as Python: numbers and text as they are, expressions over the design's variables spelled out."""

from __future__ import annotations

import ast

from designer.model.document import Scalar, is_expression

MATH = ("ceil", "floor")  # what expressions have from Python's math module
ROUNDING = ("round_channels", "round_repeats")  # ... and what is copied into the file


def python(value: Scalar) -> ast.expr:
    """The value of a parameter, as a syntax tree."""
    if is_expression(value):
        return _as_lookup(ast.parse(str(value)[1:].strip(), mode="eval").body)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value < 0:
        return ast.UnaryOp(ast.USub(), ast.Constant(-value))
    return ast.Constant(value)


def _as_lookup(tree: ast.expr) -> ast.expr:
    """`144 if groups == 1 else 200 if groups == 2 else 240` as `{1: 144, 2: 200}.get(groups, 240)`."""
    keys: list[ast.expr | None] = []
    values: list[ast.expr] = []
    asked: set[str] = set()
    rest = tree
    while isinstance(rest, ast.IfExp):
        match rest:
            case ast.IfExp(
                test=ast.Compare(
                    left=ast.Name(id=name),
                    ops=[ast.Eq()],
                    comparators=[ast.Constant() as key],
                ),
                body=ast.Constant() as value,
                orelse=rest,
            ):
                keys.append(key)
                values.append(value)
                asked.add(name)
            case _:
                return tree
    if len(keys) < 2 or len(asked) > 1 or not isinstance(rest, ast.Constant):
        return tree
    get = ast.Attribute(ast.Dict(keys, values), "get")
    return ast.Call(get, [ast.Name(asked.pop()), rest], [])


def text(value: Scalar) -> str:
    """The value of a parameter, as source text."""
    return ast.unparse(python(value))


def variation(values: list[Scalar]) -> tuple[str, list[str]] | None:
    """What several expressions share, with `{}` where one number differs, and that number in each.

    `=round_channels(16 * alpha)` and `=round_channels(24 * alpha)` are
    `round_channels({} * alpha)` with 16 and 24; None if they differ in more.
    """
    trees = [python(value) for value in values]
    walks = [list(ast.walk(tree)) for tree in trees]
    if len({len(walk) for walk in walks}) > 1:
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
        elif len({_own(node) for node in nodes}) > 1:
            return None
    if differing is None:
        return ast.unparse(trees[0]), []
    numbers = [ast.unparse(walk[differing]) for walk in walks]
    hole = walks[0][differing]
    assert isinstance(hole, ast.Constant)
    shared = _Hole(hole).visit(trees[0])
    return ast.unparse(shared).replace(_Hole.MARK, "{}"), numbers


def _own(node: ast.AST) -> str:
    """What a node says beside its parts."""
    return node.id if isinstance(node, ast.Name) else ""


class _Hole(ast.NodeTransformer):
    MARK = "number_that_differs"

    def __init__(self, hole: ast.Constant) -> None:
        self.hole = hole

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        return ast.Name(self.MARK, ast.Load()) if node is self.hole else node

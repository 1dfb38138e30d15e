"""Functions of the block library from their own source, with its comments, without annotations and refusals."""

from __future__ import annotations

import ast
import builtins
import inspect
import io
import tokenize
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import FunctionType, ModuleType
from typing import Any

from designer.codegen.cleaning import tidy, without_refusals
from designer.codegen.folding import fold
from designer.codegen.program import Constant, Function, Import, Meaning, Values
from designer.codegen.trees import (
    COMMENTS,
    Rewriter,
    loaded,
    rebuilt,
    stored,
    unplaced,
    walk,
)

BUILTINS = frozenset(dir(builtins))
FACADE = {"blocks.layers": "layers", "blocks.ops": "ops"}
LIBRARY = ("blocks.", "designer.model.rounding")

Known = tuple[tuple[str, str], ...]  # parameters and the text of their constants


@cache
def library_function(function: Callable[..., Any]) -> Function:
    """A function of the library; one that is a layer has its source with it."""
    source = str(vars(function).get("__source__") or inspect.getsource(function))
    (tree,) = ast.parse(source).body
    assert isinstance(tree, ast.FunctionDef)
    tree.decorator_list = []
    doc = (ast.get_docstring(tree) or "").partition("\n")[0]
    if doc:
        tree.body = tree.body[1:]
    comments = _comments(source)
    for node in walk(tree):
        if isinstance(node, ast.stmt):
            setattr(node, COMMENTS, _around(node, comments))
    tree.body = without_refusals(tree.body)
    args = tree.args
    placed = [arg.arg for arg in args.args]
    for arg in (*args.args, *args.kwonlyargs):
        arg.annotation = None  # the calls below it show what it takes
    count = len(args.args) - len(args.defaults)  # the rest need not be given
    args.kwonlyargs = [*args.args[count:], *args.kwonlyargs]
    args.kw_defaults = [*args.defaults, *args.kw_defaults]
    args.args, args.defaults = args.args[:count], []
    tree.returns = None
    unplaced(tree)
    lines = [f'"""{doc}"""'] if doc else []
    own = {*placed, *(arg.arg for arg in args.kwonlyargs), *stored(tree)}
    scope = {}
    for name in sorted({*loaded(tree)} - own - BUILTINS):
        found = meaning(name, function.__globals__)
        if found is not None:
            scope[name] = found
    return Function(function, tree, scope, lines, placed=placed)


def meaning(name: str, module: Mapping[str, Any]) -> Meaning | None:
    """What a name stands for in a file, by what it is in a module; None if it is not there."""
    value = module.get(name)
    origin = str(getattr(value, "__module__", "blocks"))
    match value:
        case None:
            return None
        case ModuleType(__name__=own):
            return Import("keras", FACADE[own]) if own in FACADE else Import(own)
        case FunctionType() if origin.startswith(LIBRARY):
            return value
        case _ if not origin.startswith(("blocks", "designer")):
            return Import(origin, name)
    return Constant(name, module["__file__"])


@cache
def reachable(function: Callable[..., Any]) -> frozenset[Callable[..., Any]]:
    """A function of the library and all that it calls."""
    found = {function}
    for inner, _ in library_function(function).calls:
        assert callable(inner)  # the library calls nothing of a design
        found |= reachable(inner)
    return frozenset(found)


@lru_cache(maxsize=2048)  # edits make new ones
def specialised(
    function: Callable[..., Any],
    known: Known,
    values: tuple[tuple[str, Values], ...] = (),
    ranks: tuple[tuple[str, int], ...] = (),
) -> ast.FunctionDef:
    """A function of the library, cut down to what is known of its parameters.

    Args:
        known: parameters that have one constant.
        values: all values that other parameters can have.
        ranks: how many axes the tensors at its ports have.
    """
    tree = _with_ranks(library_function(function).tree, dict(ranks))
    constants = {name: ast.parse(text, mode="eval").body for name, text in known}
    return tidy(fold(tree, constants, dict(values)))


def _with_ranks(tree: ast.FunctionDef, ranks: Mapping[str, int]) -> ast.FunctionDef:
    """The function with `len(x.shape)` as a number in tests, as far as `x` is what was given for it."""
    body: list[ast.stmt] = []
    lengths = {f"len({name}.shape)": rank for name, rank in ranks.items()}
    for place, statement in enumerate(tree.body):
        if not lengths:
            return rebuilt(tree, body=[*body, *tree.body[place:]])
        put = _Lengths(lengths)
        if isinstance(statement, ast.If):
            body.append(rebuilt(statement, test=put.visit(statement.test)))
        else:
            body.append(put.visit(statement))
        for name in stored(statement):
            lengths.pop(f"len({name}.shape)", None)
    return rebuilt(tree, body=body)


class _Lengths(Rewriter):
    """Puts numbers for `len(x.shape)` where it is compared."""

    def __init__(self, lengths: Mapping[str, int]) -> None:
        self.lengths = lengths

    def visit_Compare(self, node: ast.Compare) -> ast.Compare:
        node = self.inside(node)
        left, *rest = map(self._put, (node.left, *node.comparators))
        return rebuilt(node, left=left, comparators=rest)

    def _put(self, part: ast.expr) -> ast.expr:
        rank = self.lengths.get(ast.unparse(part))
        return part if rank is None else ast.Constant(rank)


@dataclass(frozen=True, slots=True)
class _Comment:
    text: str
    alone: bool  # in its line


def _comments(source: str) -> dict[int, _Comment]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {
        token.start[0]: _Comment(token.string, token.line.lstrip().startswith("#"))
        for token in tokens
        if token.type == tokenize.COMMENT
    }


def _around(node: ast.stmt, comments: Mapping[int, _Comment]) -> list[str]:
    """Comments in the lines above a statement, and in its own."""
    found: list[str] = []
    line = node.lineno
    while (line := line - 1) in comments and comments[line].alone:
        found.insert(0, comments[line].text)
    compound = isinstance(node, (ast.If, ast.For, ast.While))
    last = node.lineno if compound else node.end_lineno or node.lineno
    own = range(node.lineno, last + 1)
    return found + [comments[n].text for n in own if n in comments]

"""The block library's functions, read from their source, without annotations and checks of arguments."""

from __future__ import annotations

import ast
import builtins
import inspect
import io
import tokenize
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import FunctionType, ModuleType
from typing import Any

from designer.codegen.program import Constant, Function, Import, Meaning
from designer.codegen.trees import (
    COMMENTS,
    loaded,
    rebuilt,
    stored,
    walk,
)

BUILTINS = frozenset(dir(builtins))
FACADE = {"blocks.layers": "layers", "blocks.ops": "ops"}
LIBRARY = ("blocks.", "designer.model.rounding")


@cache
def library_function(function: Callable[..., Any]) -> Function:
    """Read a function of the library; that of a single layer has generated source."""
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
    lines = [f'"""{doc}"""'] if doc else []
    own = {*placed, *(arg.arg for arg in args.kwonlyargs), *stored(tree)}
    scope = {}
    for name in sorted({*loaded(tree)} - own - BUILTINS):
        found = meaning(name, function.__globals__)
        if found is not None:
            scope[name] = found
    return Function(function, tree, scope, lines, placed=placed)


def meaning(name: str, module: Mapping[str, Any]) -> Meaning | None:
    """The meaning of a name of a module in a generated file; None if the module does not define it."""
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


def _comments(source: str) -> dict[int, tuple[str, bool]]:
    """The comments by line number, and whether each is alone in its line."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {
        token.start[0]: (token.string, token.line.lstrip().startswith("#"))
        for token in tokens
        if token.type == tokenize.COMMENT
    }


def _around(node: ast.stmt, comments: Mapping[int, tuple[str, bool]]) -> list[str]:
    """The comments above a statement and in its own lines."""
    first = node.lineno
    while comments.get(first - 1, ("", False))[1]:
        first -= 1
    compound = isinstance(node, (ast.If, ast.For, ast.While))
    last = node.lineno if compound else node.end_lineno or node.lineno
    return [comments[n][0] for n in range(first, last + 1) if n in comments]


def without_refusals(statements: Sequence[ast.stmt]) -> list[ast.stmt]:
    """The statements without checks that raise: the analysis has made them before code is written."""
    kept: list[ast.stmt] = []
    for statement in statements:
        match statement:
            case ast.If(body=body, orelse=orelse):
                orelse = without_refusals(orelse)
                if isinstance(body[-1], ast.Raise):
                    kept += orelse
                    continue
                body = without_refusals(body)
                if body or orelse:
                    kept.append(rebuilt(statement, body=body, orelse=orelse))
            case ast.For(body=body):
                kept.append(rebuilt(statement, body=without_refusals(body)))
            case _:
                kept.append(statement)
    return kept

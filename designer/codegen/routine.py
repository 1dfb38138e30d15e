"""A function of the generated file as a syntax tree that keeps its comments."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from types import FunctionType
from typing import Any

from designer.codegen.cleaning import tidy, without_refusals
from designer.codegen.folding import fold
from designer.codegen.sources import definition
from designer.codegen.trees import (
    COMMENTS,
    Rewriter,
    clone,
    rebuilt,
    stored,
    unplaced,
    walk,
)

# Small numbers as people write them, 1e-6 for 1e-06; strings come first, so that what is in them is passed over.
SMALL = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|(?<=\d)e-0(?=\d\b)""")
OURS = ("blocks.", "designer.model.rounding")


@dataclass(eq=False)
class Routine:
    """One function, to be cut down to what a file needs of it, and what its names mean."""

    tree: ast.FunctionDef
    scope: dict[str, Any]
    doc: Sequence[str] = ()
    # the function of the library; None: written for the design, so that its parameters are the user's
    function: Callable[..., Any] | None = None
    sets: dict[str, tuple[Any, ...]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.tree.name

    @property
    def ports(self) -> list[str]:
        """Parameters that must be given, by their place."""
        return [arg.arg for arg in self.tree.args.args]

    @property
    def defaults(self) -> dict[str, ast.expr | None]:
        """The other parameters and their defaults."""
        args = self.tree.args
        return {
            arg.arg: default
            for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True)
        }

    @cached_property
    def bound(self) -> set[str]:
        """Names that mean something of its own in it."""
        args = self.tree.args
        names = {arg.arg for arg in (*args.args, *args.kwonlyargs)}
        return names | set(stored(self.tree))

    def text(self) -> str:
        """The function as source text, for ruff to lay out."""
        head = f"def {self.name}({ast.unparse(self.tree.args)}):"
        statements = "\n".join(_indented(statements_text(self.tree.body)))
        parts = [_small(head), *_indented(self.doc), _small(statements)]
        return "\n".join(parts)


def _small(text: str) -> str:
    return SMALL.sub(lambda found: "e-" if found[0] == "e-0" else found[0], text)


def routine(function: Callable[..., Any]) -> Routine:
    """A function of the library."""
    tree, doc = _template(function)
    return Routine(clone(tree), dict(function.__globals__), doc, function)


def is_ours(value: object) -> bool:
    """Whether a name stands for a function whose text the file needs."""
    return isinstance(value, Routine) or (
        isinstance(value, FunctionType) and value.__module__.startswith(OURS)
    )


def called(routine: Routine) -> Iterator[Any]:
    """Functions and routines that one calls."""
    for node in walk(routine.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            value = routine.scope.get(node.func.id)
            if is_ours(value):
                yield value


@cache
def reachable(function: Callable[..., Any]) -> frozenset[Callable[..., Any]]:
    """A function of the library and all that it calls."""
    found = {function}
    for inner in called(routine(function)):
        found |= reachable(inner)
    return frozenset(found)


Known = tuple[tuple[str, str], ...]  # parameters and the text of their constants


@lru_cache(maxsize=2048)  # edits make new ones
def specialised(
    function: Callable[..., Any],
    known: Known,
    sets: tuple[tuple[str, tuple[Any, ...]], ...] = (),
    ranks: tuple[tuple[str, int], ...] = (),
) -> ast.FunctionDef:
    """A function of the library, cut down to what is known of its parameters; not to be changed.

    Args:
        known: parameters that have one constant.
        sets: all values that other parameters can have.
        ranks: how many axes the tensors at its ports have.
    """
    tree = _with_ranks(_template(function)[0], dict(ranks))
    values = {name: ast.parse(text, mode="eval").body for name, text in known}
    return tidy(fold(tree, values, dict(sets)))


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
        left, *rest = map(self._put, (node.left, *node.comparators))
        return rebuilt(node, left=left, comparators=rest)

    def _put(self, part: ast.expr) -> ast.expr:
        rank = self.lengths.get(ast.unparse(part))
        return part if rank is None else ast.Constant(rank)


@cache
def _template(function: Callable[..., Any]) -> tuple[ast.FunctionDef, Sequence[str]]:
    """The function without annotations and refusals, and its docstring's first line."""
    source = definition(function)
    tree = ast.parse(source).body[0]
    assert isinstance(tree, ast.FunctionDef)
    doc = (ast.get_docstring(tree) or "").partition("\n")[0]
    if doc:
        tree.body = tree.body[1:]
    comments = _comments(source)
    for node in walk(tree):
        if isinstance(node, ast.stmt):
            setattr(node, COMMENTS, _beside(node, comments))
    tree.body = without_refusals(tree.body)
    args = tree.args
    for arg in (*args.args, *args.kwonlyargs):
        arg.annotation = None  # the calls below it show what it takes
    count = len(args.args) - len(args.defaults)  # the rest need not be given
    args.kwonlyargs = [*args.args[count:], *args.kwonlyargs]
    args.kw_defaults = [*args.defaults, *args.kw_defaults]
    args.args, args.defaults = args.args[:count], []
    tree.returns = None
    unplaced(tree)
    return tree, ([f'"""{doc}"""'] if doc else [])


@cache
def assigned_in(function: Callable[..., Any]) -> frozenset[str]:
    """Names that a function of the library gives values."""
    return frozenset(stored(_template(function)[0]))


@cache
def by_place(function: Callable[..., Any]) -> tuple[str, ...]:
    """Parameters that may be given by their place in the library, ports first."""
    tree = ast.parse(definition(function)).body[0]
    assert isinstance(tree, ast.FunctionDef)
    return tuple(arg.arg for arg in tree.args.args)


def statements_text(statements: Sequence[ast.stmt]) -> list[str]:
    """Source lines of statements, with the comments above them."""
    lines: list[str] = []
    for statement in statements:
        lines += getattr(statement, COMMENTS, ())
        lines += _statement(statement)
    return lines


def _statement(node: ast.stmt) -> list[str]:
    match node:
        case ast.If():
            lines = [f"if {ast.unparse(node.test)}:"]
            lines += _indented(statements_text(node.body))
            match node.orelse:
                case []:
                    return lines
                case [ast.If() as other] if not getattr(other, COMMENTS, ()):
                    first, *rest = _statement(other)
                    return [*lines, f"el{first}", *rest]
            return [*lines, "else:", *_indented(statements_text(node.orelse))]
        case ast.For():
            head = f"for {ast.unparse(node.target)} in {_iterated(node.iter)}:"
            return [head, *_indented(statements_text(node.body))]
        case ast.Assign(targets=[ast.Tuple() as target], value=ast.Tuple() as value):
            sides = (map(ast.unparse, side.elts) for side in (target, value))
            return [" = ".join(", ".join(side) for side in sides)]
        case ast.Return(value=ast.Tuple() as value):
            return [f"return {', '.join(map(ast.unparse, value.elts))}"]
    return [ast.unparse(node)]


def _iterated(node: ast.expr) -> str:
    """What a loop runs over; a list of rows keeps a line for each."""
    match node:
        case ast.List(elts=[ast.Tuple(), *_]):
            return f"[{', '.join(map(ast.unparse, node.elts))},]"
    return ast.unparse(node)


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"    {line}" if line else "" for line in lines]


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


def _beside(node: ast.stmt, comments: Mapping[int, _Comment]) -> list[str]:
    """Comments in the lines above a statement, and in its own."""
    found: list[str] = []
    line = node.lineno
    while (line := line - 1) in comments and comments[line].alone:
        found.insert(0, comments[line].text)
    compound = isinstance(node, (ast.If, ast.For, ast.While))
    last = node.lineno if compound else node.end_lineno or node.lineno
    own = range(node.lineno, last + 1)
    return found + [comments[n].text for n in own if n in comments]

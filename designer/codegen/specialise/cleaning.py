"""Removes dead code, and inlines a value that a single line reads."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Mapping
from itertools import zip_longest

from designer.codegen.specialise.folding import Fold
from designer.codegen.trees import (
    blocks_of,
    calls,
    commented,
    each_block,
    is_constant,
    join_return,
    loaded,
    one_or_tuple,
    stored,
    walk,
)

PURE = ("abs", "int", "len", "map", "max", "min", "range", "round", "set", "str", "sum")
LONGEST = 40  # of an expression that moves to where it is read


def tidy(function: ast.FunctionDef) -> ast.FunctionDef:
    """The function without assignments that nothing reads, or that only the next line reads."""
    before, function = None, join_return(function)
    while function is not before:
        before = function
        function = _without_unread(before)
        if function is before:
            function = _moved_to_reader(before)
    return function


def is_pure(value: ast.AST) -> bool:
    """Whether an expression has no side effects."""
    return all(
        (isinstance(call.func, ast.Name) and call.func.id in PURE)
        or (isinstance(call.func, ast.Attribute) and call.func.attr in ("join", "gcd"))
        for call in calls(value)
    )


def _without_unread(function: ast.FunctionDef) -> ast.FunctionDef:
    read = set(loaded(function))

    def kept(statements: list[ast.stmt]) -> list[ast.stmt]:
        found: list[ast.stmt] = []
        for statement, following in zip_longest(statements, statements[1:]):
            part: ast.stmt | None = statement
            if isinstance(statement, ast.Assign):
                part = _read_part(statement, read)
                if _is_overwritten(statement, following):
                    part = None
            if part is not None:
                found.append(part)
        return found

    return each_block(function, kept)


def _is_overwritten(statement: ast.Assign, following: ast.stmt | None) -> bool:
    """Whether the next statement assigns to the same name without reading it."""
    match statement, following:
        case (
            ast.Assign(targets=[ast.Name(id=name)], value=value),
            ast.Assign(targets=[ast.Name(id=again)]) as other,
        ):
            return name == again and name not in loaded(other) and is_pure(value)
    return False


def _read_part(statement: ast.Assign, read: set[str]) -> ast.Assign | None:
    """The part of an assignment that is read later: all, some targets of a tuple, or nothing."""

    def is_needed(target: ast.expr, value: ast.expr) -> bool:
        unread = isinstance(target, ast.Name) and target.id not in read
        return not (unread and is_pure(value))

    match statement:
        case ast.Assign(
            targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)
        ) if len(names) == len(values):
            pairs = list(zip(names, values, strict=True))
            kept = [pair for pair in pairs if is_needed(*pair)]
            if len(kept) == len(pairs):
                return statement
            if not kept:
                return None
            target = one_or_tuple([name for name, _ in kept])
            value = one_or_tuple([value for _, value in kept])
            return ast.Assign([target], value, lineno=0)
        case ast.Assign(targets=[target], value=value) if not is_needed(target, value):
            return None
    return statement


def _moved_to_reader(function: ast.FunctionDef) -> ast.FunctionDef:
    """The function with one value moved to where it is read; the function itself if there is none to move."""
    found = _movable(function)
    if found is None:
        return function
    moved, name, reader = found

    def without(statements: list[ast.stmt]) -> list[ast.stmt]:
        return [
            commented(each, moved) if each is reader else each
            for each in statements
            if each is not moved
        ]

    made: ast.FunctionDef = Fold({name: moved.value}).visit(
        each_block(function, without)
    )
    return made


def _movable(
    function: ast.FunctionDef,
) -> tuple[ast.Assign, str, ast.stmt | None] | None:
    """An assignment whose value can move to where it is read, its name, and the next statement if that reads it."""
    stores = Counter(stored(function))
    reads = Counter(loaded(function))
    stores.update(arg.arg for arg in walk(function) if isinstance(arg, ast.arg))
    for statements in blocks_of(function):
        for statement, following in zip_longest(statements, statements[1:]):
            match statement:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    pass
                case _:
                    continue
            if stores[name] > 1 or not is_pure(value):
                continue
            if is_constant(value) or _is_settled(value, stores, function):
                return statement, name, None
            if following is None or reads[name] > 1 or not _is_short(value):
                continue
            if name in loaded(_head(following)):
                return statement, name, following
    return None


def _head(statement: ast.stmt) -> ast.AST:
    """The part of a statement that is evaluated once, before the rest."""
    match statement:
        case ast.If(test=test):
            return test
        case ast.Assign(value=value) | ast.Return(value=ast.expr() as value):
            comprehends = (ast.ListComp, ast.GeneratorExp, ast.SetComp, ast.Lambda)
            if not any(isinstance(part, comprehends) for part in walk(value)):
                return value
    return ast.Pass()


def _is_settled(
    value: ast.expr, stores: Mapping[str, int], function: ast.FunctionDef
) -> bool:
    """Whether the value is a name that is assigned to once, outside of loops."""
    if not isinstance(value, ast.Name) or stores[value.id] != 1:
        return False
    return value.id not in _looped(function)


def _looped(function: ast.FunctionDef) -> set[str]:
    """Names that are assigned to in loops."""
    loops = [node for node in walk(function) if isinstance(node, ast.For)]
    return {name for loop in loops for name in stored(loop)}


def _is_short(value: ast.expr) -> bool:
    if isinstance(value, (ast.IfExp, ast.BoolOp, ast.Compare)):
        return False
    return len(ast.unparse(value)) <= LONGEST

"""Code as a reader wants it: no refusals, no values that nobody reads or that the next line alone reads."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Mapping, Sequence

from designer.codegen.folding import Fold
from designer.codegen.trees import (
    COMMENTS,
    NODE,
    blocks_of,
    calls,
    is_constant,
    loaded,
    stored,
    walk,
)

PURE = ("abs", "int", "len", "map", "max", "min", "range", "round", "set", "str", "sum")
LONGEST = 40  # of an expression that moves to where it is read


def without_refusals(statements: Sequence[ast.stmt]) -> list[ast.stmt]:
    """The statements but for those that refuse what cannot work: the analysis has done it before code is written."""
    kept: list[ast.stmt] = []
    for statement in statements:
        if isinstance(statement, ast.If):
            orelse = without_refusals(statement.orelse)
            if isinstance(statement.body[-1], ast.Raise):
                kept += orelse
                continue
            statement.body = without_refusals(statement.body)
            statement.orelse = orelse
            if not statement.body and not orelse:
                continue
        elif isinstance(statement, ast.For):
            statement.body = without_refusals(statement.body)
        kept.append(statement)
    return kept


def tidy(function: ast.FunctionDef) -> None:
    """Take out assignments that nothing reads any more, or that one line alone reads; in place."""
    join_return(function)
    while _drop_unread(function) or _move_to_reader(function):
        pass


def is_pure(value: ast.AST) -> bool:
    """Whether computing the value does nothing else."""
    return all(
        (isinstance(call.func, ast.Name) and call.func.id in PURE)
        or (isinstance(call.func, ast.Attribute) and call.func.attr in ("join", "gcd"))
        for call in calls(value)
    )


def join_return(function: ast.FunctionDef) -> None:
    """Write `x = f(x)` and `return x` at the end of a function as `return f(x)`; in place."""
    match function.body:
        case [
            *_,
            ast.Assign(targets=[ast.Name(id=name)], value=value) as last,
            ast.Return(value=ast.Name(id=result)),
        ] if name == result:
            made = ast.Return(value)
            for carried in (COMMENTS, NODE):
                if hasattr(last, carried):
                    setattr(made, carried, getattr(last, carried))
            function.body[-2:] = [made]


def _drop_unread(function: ast.FunctionDef) -> bool:
    read = set(loaded(function))
    changed = False
    for statements in blocks_of(function):
        for statement in list(statements):
            if isinstance(statement, ast.Assign):
                following = statements[statements.index(statement) + 1 :][:1]
                kept = _read_part(statement, read)
                if _is_overwritten(statement, following):
                    kept = None
                if kept is not statement:
                    changed = True
                    place = statements.index(statement)
                    statements[place : place + 1] = [kept] if kept else []
    return changed


def _is_overwritten(statement: ast.Assign, following: Sequence[ast.stmt]) -> bool:
    """Whether the next statement gives the same name another value, without reading it."""
    match statement, following:
        case (
            ast.Assign(targets=[ast.Name(id=name)], value=value),
            [ast.Assign(targets=[ast.Name(id=again)]) as other],
        ):
            return name == again and name not in loaded(other) and is_pure(value)
    return False


def _read_part(statement: ast.Assign, read: set[str]) -> ast.Assign | None:
    """What of an assignment is read later; the statement itself if all of it is."""

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
            if len(kept) == 1:
                statement = ast.Assign([kept[0][0]], kept[0][1], lineno=0)
            else:
                targets = ast.Tuple([name for name, _ in kept], ast.Store())
                given = ast.Tuple([value for _, value in kept], ast.Load())
                statement = ast.Assign([targets], given, lineno=0)
        case ast.Assign(targets=[target], value=value) if not is_needed(target, value):
            return None
    return statement


def _move_to_reader(function: ast.FunctionDef) -> bool:
    """Put one value where it is read; whether there was one to move."""
    stores = Counter(stored(function))
    reads = Counter(loaded(function))
    stores.update(arg.arg for arg in walk(function) if isinstance(arg, ast.arg))
    for statements in blocks_of(function):
        for place, statement in enumerate(statements):
            match statement:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    pass
                case _:
                    continue
            if stores[name] > 1 or not is_pure(value):
                continue
            if is_constant(value) or _is_settled(value, stores, function):
                del statements[place]
                Fold({name: value}).visit(function)
                return True
            if reads[name] == 1 and _is_short(value) and place + 1 < len(statements):
                following = statements[place + 1]
                if name in loaded(_head(following)):
                    above = getattr(statement, COMMENTS, [])
                    setattr(
                        following, COMMENTS, above + getattr(following, COMMENTS, [])
                    )
                    del statements[place]
                    Fold({name: value}).visit(function)
                    return True
    return False


def _head(statement: ast.stmt) -> ast.AST:
    """The part of a statement that is computed once, before anything else in it."""
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
    """Whether the value is a name that means the same everywhere in the function."""
    if not isinstance(value, ast.Name) or stores[value.id] != 1:
        return False
    return value.id not in _looped(function)


def _looped(function: ast.FunctionDef) -> set[str]:
    """Names that change in loops."""
    loops = [node for node in walk(function) if isinstance(node, ast.For)]
    return {name for loop in loops for name in stored(loop)}


def _is_short(value: ast.expr) -> bool:
    if isinstance(value, (ast.IfExp, ast.BoolOp, ast.Compare)):
        return False
    return len(ast.unparse(value)) <= LONGEST

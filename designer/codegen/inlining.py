"""Writing what a function does where it is called, as one writes Keras by hand."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from designer.codegen.folding import fold
from designer.codegen.routine import Routine
from designer.codegen.trees import (
    COMMENTS,
    NODE,
    blocks_of,
    calls,
    clone,
    loaded,
    stored,
    walk,
)

MOST_STATEMENTS = 3  # of a function that is written where it is called


@dataclass(eq=False)
class Site:
    """One call of a function; gone once it has become a copy of itself, as others were written in place."""

    caller: Routine
    call: ast.Call
    gone: bool = False


def filled(made: Routine, call: ast.Call) -> dict[str, ast.expr]:
    """Every parameter's argument in one call."""
    values = {name: d for name, d in made.defaults.items() if d is not None}
    values |= {word.arg: word.value for word in call.keywords if word.arg}
    return values | dict(zip(made.ports, call.args, strict=True))


def in_place(
    made: Routine, tree: ast.FunctionDef, site: Site
) -> Sequence[ast.AST] | None:
    """Put the single expression that a function returns in a call's place.

    Returns what was put there, or None if that cannot be done.

    Args:
        tree: the function, cut down to what is known in this call.
    """
    match tree.body:
        case [ast.Return(value=ast.expr() as result)]:
            pass
        case _:
            return None
    given = filled(made, site.call)
    if not _fits([result], given) or not _means_the_same([result], made, tree, site):
        return None
    value = clone(fold(result, given))
    if isinstance(value, ast.Call):  # most are: a layer on a tensor
        site.call.func, site.call.args = value.func, value.args
        site.call.keywords = value.keywords
        return [site.call]
    _replace(site, value)
    return [value]


def as_statements(
    made: Routine, tree: ast.FunctionDef, site: Site
) -> Sequence[ast.AST] | None:
    """Put the few statements of a function in place of the one that calls it.

    Returns what was put there, or None if that cannot be done.
    """
    *before, last = tree.body
    if not before or not isinstance(last, ast.Return) or last.value is None:
        return None
    if len(tree.body) > MOST_STATEMENTS or not all(_is_simple(s) for s in before):
        return None
    found = _holder(site)
    if found is None:
        return None
    statements, place = found
    written = _written(made, tree, site, statements[place])
    if written is not None:
        statements[place : place + 1] = written
        site.caller.bound.update(name for line in written for name in stored(line))
    return written


def _written(
    made: Routine, tree: ast.FunctionDef, site: Site, holder: ast.stmt
) -> list[ast.stmt] | None:
    *before, last = tree.body
    assert isinstance(last, ast.Return)
    assert last.value is not None
    given = filled(made, site.call)
    own = given.get("name")  # a function without one makes no layers
    if not isinstance(own, (ast.Constant, ast.Name, ast.JoinedStr)):
        return None
    if not _fits(tree.body, given) or not _means_the_same(tree.body, made, tree, site):
        return None
    taken = site.caller.bound | set(loaded(site.caller.tree))
    returns = isinstance(holder, ast.Return)
    flow = stored(before[-1])[-1]  # what becomes the result
    target = _single_target(holder)
    known = dict(given)
    lines: list[ast.stmt] = []
    for place, statement in enumerate(before):
        assert isinstance(statement, ast.Assign)
        value = clone(fold(statement.value, known))
        for name in stored(statement):
            new = target if name == flow and target else name
            if not returns and new != target and new in taken:
                return None
            if new in site.caller.sets:  # what it can be is known of the old one
                return None
            later = {n for rest in tree.body[place + 1 :] for n in loaded(rest)}
            hidden = {n for p in later - {name} if p in known for n in loaded(known[p])}
            if new in hidden:
                return None
            known[name] = ast.Name(new, ast.Load())
        renamed = {n: known[n] for n in stored(statement)}
        lines.append(
            ast.Assign([_renamed(statement.targets[0], renamed)], value, lineno=0)
        )
        setattr(lines[-1], COMMENTS, getattr(statement, COMMENTS, []))
    result = clone(fold(last.value, known))
    if isinstance(holder, ast.Assign):
        lines.append(ast.Assign(holder.targets, result, lineno=0))
    else:
        lines.append(ast.Return(result))
    setattr(lines[-1], COMMENTS, getattr(last, COMMENTS, []))
    first = getattr(holder, COMMENTS, []) + getattr(lines[0], COMMENTS, [])
    setattr(lines[0], COMMENTS, first)
    for line in lines:
        setattr(line, NODE, getattr(holder, NODE, None))
    return lines


def _is_simple(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Assign) and len(statement.targets) == 1


def _single_target(holder: ast.stmt) -> str | None:
    match holder:
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name
    return None


def _renamed(target: ast.expr, names: Mapping[str, ast.expr]) -> ast.expr:
    def name(node: ast.expr) -> ast.expr:
        assert isinstance(node, ast.Name)
        new = names[node.id]
        assert isinstance(new, ast.Name)
        return ast.Name(new.id, ast.Store())

    if isinstance(target, ast.Tuple):
        return ast.Tuple([name(part) for part in target.elts], ast.Store())
    return name(target)


def _holder(site: Site) -> tuple[list[ast.stmt], int] | None:
    """The statement whose value the call is: the list that it stands in, and where."""
    for statements in blocks_of(site.caller.tree):
        for place, statement in enumerate(statements):
            match statement:
                case ast.Assign(value=value) | ast.Return(value=value):
                    if value is site.call:
                        return statements, place
    return None


def _replace(site: Site, value: ast.expr) -> None:
    for node in walk(site.caller.tree):
        for key, part in node.__dict__.items():
            if part is site.call:
                setattr(node, key, value)
                return
            if isinstance(part, list):
                for place, each in enumerate(part):
                    if each is site.call:
                        part[place] = value
                        return
    raise LookupError("the call is not where it was seen")


def _fits(trees: list[Any], given: Mapping[str, ast.expr]) -> bool:
    """Whether writing arguments where they are used computes nothing twice, nor late."""
    uses = Counter(name for tree in trees for name in loaded(tree))
    return all(uses[name] < 2 or not any(calls(value)) for name, value in given.items())


def _means_the_same(
    trees: list[Any], made: Routine, tree: ast.FunctionDef, site: Site
) -> bool:
    """Whether the names that a function does not define itself mean at the call what they mean in it."""
    own = set(made.ports) | set(made.defaults) | set(stored(tree))
    free = dict.fromkeys(n for t in trees for n in loaded(t) if n not in own)
    bound = site.caller.bound
    scope = site.caller.scope
    for name in free:
        if name in bound or scope.get(name, made.scope.get(name)) is not made.scope.get(
            name
        ):
            return False
    if any(isinstance(part, ast.comprehension) for t in trees for part in walk(t)):
        return False
    scope.update((name, made.scope[name]) for name in free if name in made.scope)
    return True

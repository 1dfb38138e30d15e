"""Inlining: a function's body in place of its call."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from designer.codegen.program import Function
from designer.codegen.specialise.folding import fold
from designer.codegen.trees import (
    COMMENTS,
    NODE,
    calls,
    commented,
    each_block,
    loaded,
    one_or_tuple,
    rebuilt,
    stored,
    walk,
)

MOST_STATEMENTS = 3  # of a function that is inlined


@dataclass(frozen=True, eq=False)
class Site:
    """A call site: one call of a function in another one."""

    function: Function
    caller: Function
    call: ast.Call

    @cached_property
    def given(self) -> Mapping[str, ast.expr]:
        """The arguments of the call, by the parameters' names."""
        words = {word.arg: word.value for word in self.call.keywords if word.arg}
        return dict(zip(self.function.placed, self.call.args, strict=False)) | words

    @property
    def filled(self) -> dict[str, ast.expr]:
        """The arguments of the call, with defaults for those that it leaves out."""
        defaults = self.function.defaults
        return {n: d for n, d in defaults.items() if d is not None} | {**self.given}


def in_place(site: Site, tree: ast.FunctionDef) -> ast.expr | None:
    """The only expression of a function, over the call's arguments; None if it cannot be inlined.

    Args:
        tree: the function, specialised for this call.
    """
    match tree.body:
        case [ast.Return(value=ast.expr() as result)]:
            given = site.filled
            if _fits([result], given) and _means_the_same([result], tree, site):
                value: ast.expr = fold(result, given)
                return value
    return None


def as_statements(site: Site, tree: ast.FunctionDef) -> ast.FunctionDef | None:
    """The caller, with a function's few statements in place of the one that calls it; None if that is not possible.

    Args:
        tree: the function, specialised for this call.
    """
    *before, last = tree.body
    if not before or not isinstance(last, ast.Return) or last.value is None:
        return None
    are_simple = all(isinstance(s, ast.Assign) and len(s.targets) == 1 for s in before)
    if len(tree.body) > MOST_STATEMENTS or not are_simple:
        return None

    def with_written(statements: list[ast.stmt]) -> list[ast.stmt]:
        found: list[ast.stmt] = []
        for each in statements:
            written = None
            if isinstance(each, (ast.Assign, ast.Return)) and each.value is site.call:
                written = _written(site, tree, each)
            found += written or [each]
        return found

    made = each_block(site.caller.tree, with_written)
    return None if made is site.caller.tree else made


def _written(
    site: Site, tree: ast.FunctionDef, holder: ast.Assign | ast.Return
) -> list[ast.stmt] | None:
    *before, last = tree.body
    assert isinstance(last, ast.Return)
    assert last.value is not None
    given = site.filled
    own = given.get("name")  # a function without one makes no layers
    if not isinstance(own, (ast.Constant, ast.Name, ast.JoinedStr)):
        return None
    if not _fits(tree.body, given) or not _means_the_same(tree.body, tree, site):
        return None
    taken = site.caller.bound | site.caller.loaded
    flow = stored(before[-1])[-1]  # what becomes the result
    target = None
    if isinstance(holder, ast.Assign) and isinstance(holder.targets[0], ast.Name):
        target = holder.targets[0].id
    known = dict(given)
    lines: list[ast.stmt] = []

    def line(made: ast.stmt, origin: ast.stmt) -> ast.stmt:
        comments = getattr(origin, COMMENTS, [])
        return rebuilt(made, **{COMMENTS: comments, NODE: getattr(holder, NODE, None)})

    for place, statement in enumerate(before):
        assert isinstance(statement, ast.Assign)
        value = fold(statement.value, known)
        names: list[ast.expr] = []
        for name in stored(statement):
            new = target if name == flow and target else name
            if isinstance(holder, ast.Assign) and new != target and new in taken:
                return None
            if new in site.caller.values:  # what it can be is known of the old one
                return None
            later = {n for rest in tree.body[place + 1 :] for n in loaded(rest)}
            hidden = {n for p in later - {name} if p in known for n in loaded(known[p])}
            if new in hidden:
                return None
            known[name] = ast.Name(new, ast.Load())
            names.append(ast.Name(new, ast.Store()))
        made = ast.Assign([one_or_tuple(names)], value, lineno=0)
        lines.append(line(made, statement))
    lines.append(line(rebuilt(holder, value=fold(last.value, known)), last))
    return [commented(lines[0], holder), *lines[1:]]


def _fits(trees: list[Any], given: Mapping[str, ast.expr]) -> bool:
    """Whether arguments can replace parameters: those that contain calls are used once at most."""
    uses = Counter(name for tree in trees for name in loaded(tree))
    return all(uses[name] < 2 or not any(calls(value)) for name, value in given.items())


def _means_the_same(trees: list[Any], tree: ast.FunctionDef, site: Site) -> bool:
    """Whether the names that are global in a function mean the same in its caller."""
    function, caller = site.function, site.caller
    own = {*function.ports, *function.defaults, *stored(tree)}
    for name in {name for part in trees for name in loaded(part)} - own:
        meaning = function.scope.get(name)
        if name in caller.bound or caller.scope.get(name, meaning) != meaning:
            return False
    parts = (part for tree in trees for part in walk(tree))
    return not any(isinstance(part, ast.comprehension) for part in parts)

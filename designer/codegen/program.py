"""Cutting the blocks down to what one design asks of them.

A block of the library can do more than one network needs: a switch that every call
leaves alone is put in as a constant, its branches go, and so does the parameter. What
then is a single expression, or a few statements that are needed once, is written where
it is called, as one writes Keras by hand.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from designer.codegen.folding import layer_defaults
from designer.codegen.inlining import Site, as_statements, in_place
from designer.codegen.routine import (
    Routine,
    by_place,
    called,
    is_ours,
    routine,
    specialised,
)
from designer.codegen.signatures import Facts, at_one, in_common, loop_sets, settle
from designer.codegen.trees import RANKS, calls, clone, keyword

Write = Callable[[Routine, ast.FunctionDef, Site], Sequence[ast.AST] | None]
FIRST = ("cropping", "padding", "pool_size", "size")  # given by place, if first


class Program:
    """Functions that were written for a design, and the library's as far as these need them."""

    def __init__(self, written: Sequence[Routine], names: Mapping[Any, str]) -> None:
        """Cut the library down.

        Args:
            written: the design's own functions, callers first; they are changed.
            names: what functions of the library are called, where not by their own names.
        """
        self._names = names
        self._routines: dict[Any, Routine] = {}
        self._sites: dict[Any, list[Site]] = {}
        self._by_call: dict[int, Site] = {}
        self._written = written
        for made in _callees_first(written, self._routine)[::-1]:
            self._settle(made)

    def in_order(self) -> list[Routine]:
        """The functions that are left, each after those that it calls."""
        order = _callees_first(self._written, self._routine)
        for made in order:
            _finish(made.tree)
        return order

    def _routine(self, key: Any) -> Routine:
        """The one routine of a function of the library."""
        if isinstance(key, Routine):
            return key
        if key not in self._routines:
            made = self._routines[key] = routine(key)
            made.tree.name = self._names.get(key, made.name)
        return self._routines[key]

    def _settle(self, made: Routine) -> None:
        if made.function is None:
            made.sets |= loop_sets(made.tree)
            self._keep(made)
            return
        sites = [s for s in self._sites.pop(made.function, []) if not s.gone]
        for site in sites:
            _name_extras(made, site.call)
        left = [site for site in sites if not self._inline(made, site, in_place)]
        if len(left) == 1 and self._inline(made, left[0], as_statements):
            return
        if left:
            facts = in_common(made, left)
            tree = clone(specialised(made.function, *facts.key, _ranks(made, left)))
            made.tree.body = tree.body
            _drop_known(facts, made, left)
            settle(made, left)
            made.sets = facts.sets
            self._keep(made)

    def _keep(self, made: Routine) -> None:
        self._register(made, calls(made.tree))

    def _register(self, caller: Routine, found: Any) -> None:
        for call in found:
            if isinstance(call.func, ast.Name):
                value = caller.scope.get(call.func.id)
                if is_ours(value):
                    made = self._routine(value)
                    call.func.id = made.name
                    caller.scope[made.name] = value
                    if made.function is not None:
                        site = self._by_call[id(call)] = Site(caller, call)
                        self._sites.setdefault(value, []).append(site)

    def _inline(self, made: Routine, site: Site, write: Write) -> bool:
        assert made.function is not None
        facts = at_one(made, site)
        tree = specialised(made.function, *facts.key, _ranks(made, [site]))
        inside = list(calls(site.call))
        written = write(made, tree, site)
        if written is None:
            return False
        for call in inside:
            if old := self._by_call.pop(id(call), None):
                old.gone = True
        for part in written:
            self._register(site.caller, calls(part))
        return True


def _callees_first(
    roots: Sequence[Routine], routine_of: Callable[[Any], Routine]
) -> list[Routine]:
    order: list[Routine] = []
    seen: set[int] = set()

    def visit(made: Routine) -> None:
        if id(made) not in seen:
            seen.add(id(made))
            for value in called(made):
                visit(routine_of(value))
            order.append(made)

    for root in roots:
        visit(root)
    return order


def _name_extras(made: Routine, call: ast.Call) -> None:
    """Give by name what a call gives by place beyond the function's ports."""
    assert made.function is not None
    extra = by_place(made.function)[len(made.ports) :]
    given = call.args[len(made.ports) :]
    named = [ast.keyword(n, v) for n, v in zip(extra, given, strict=False)]
    call.args = call.args[: len(made.ports)]
    call.keywords = [*named, *call.keywords]


def _ranks(made: Routine, sites: Sequence[Site]) -> tuple[tuple[str, int], ...]:
    """How many axes the tensors at each port have, where all calls agree."""
    each = [getattr(site.call, RANKS, None) for site in sites]
    if not all(each) or len(set(each)) > 1:
        return ()
    return tuple(zip(made.ports, each[0] or (), strict=False))


def _drop_known(facts: Facts, made: Routine, sites: Sequence[Site]) -> None:
    for site in sites:
        site.call.keywords = [
            word for word in site.call.keywords if word.arg not in facts.known
        ]


def _finish(tree: ast.FunctionDef) -> None:
    """Write layers as Keras's users do.

    They are given `strides`, not `strides=strides`, behind what they are given by place; a grouped convolution of one
    group is a convolution.
    """
    for call in calls(tree):
        match call.func:
            case ast.Attribute(value=ast.Name(id="layers"), attr="GroupedConv2D"):
                if keyword(call, "groups") is None:
                    call.func.attr = "Conv2D"
        match call.func:
            case ast.Attribute(value=ast.Name(id="layers"), attr=layer):
                arguments = list(layer_defaults(layer))[len(call.args) :]
                match call.keywords:
                    case [ast.keyword(name, value), *rest] if name in FIRST:
                        if arguments[0] == name and not call.args:
                            call.args, call.keywords = [value], rest
                    case [
                        ast.keyword("strides", ast.Name("strides") as strides),
                        *rest,
                    ]:
                        if arguments[0] == "strides" and call.args:
                            call.args.append(strides)
                            call.keywords = rest

"""The library's functions, specialised for one design.

A block of the library can do more than one network needs. A parameter that has the same value at all call sites becomes
a constant, and branches that never run go. A function that is then a single expression, or a few statements with one
call site, is inlined, so that the code reads as Keras written by hand.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from designer.codegen.library import library_function
from designer.codegen.program import Function, Key, Own, Program
from designer.codegen.specialise.facts import at_one, in_common, loop_values
from designer.codegen.specialise.inlining import Site, as_statements, in_place
from designer.codegen.specialise.signatures import signature
from designer.codegen.trees import Rewriter, rebuilt


def specialise(program: Program) -> Program:
    """All functions that a file needs, each after those that it calls.

    Args:
        program: the design's own functions.
    """
    own = {function.key: function for function in program.functions}

    def function_of(key: Key) -> Function:
        return own[key] if isinstance(key, Own) else library_function(key)

    left: dict[Key, Function] = {}
    for function in reversed(_callees_first(program.functions, function_of)):
        if function.key in own:
            left[function.key] = replace(function, values=loop_values(function.tree))
        else:
            for changed in _specialised(function, left.values()):
                left[changed.key] = changed
    functions = _callees_first([left[key] for key in own], left.__getitem__)
    return replace(program, functions=functions)


def _callees_first(
    roots: Iterable[Function], function_of: Callable[[Key], Function]
) -> list[Function]:
    """Functions and all that they call, each after those that it calls."""
    order: dict[Key, Function] = {}
    seen: set[Key] = set()

    def visit(function: Function) -> None:
        if function.key not in seen:
            seen.add(function.key)
            for key, _ in function.calls:
                visit(function_of(key))
            order[function.key] = function

    for root in roots:
        visit(root)
    return [*order.values()]


def _specialised(function: Function, left: Iterable[Function]) -> list[Function]:
    """A library function specialised for its call sites, if any is left, and its callers with the new calls.

    Args:
        left: the functions that may call it, as they are in the file.
    """
    callers = [
        _with_calls(caller, function, _in_place)
        for caller in left
        if any(key == function.key for key, _ in caller.calls)
    ]
    sites = [
        Site(function, caller, call)
        for caller in callers
        for key, call in caller.calls
        if key == function.key
    ]
    if not sites:
        return callers
    if len(sites) == 1:
        (site,) = sites
        inlined = as_statements(site, at_one(site).put_into(sites))
        if inlined is not None:
            made = _with_tree(site.caller, inlined, function)
            return [made if caller is site.caller else caller for caller in callers]
    facts = in_common(sites)
    tree = facts.put_into(sites)
    own = signature(tree, sites)
    callers = [_with_calls(caller, function, own.call) for caller in callers]
    return [*callers, replace(function, tree=own.of(tree), values=facts.values)]


def _in_place(site: Site) -> ast.expr:
    value = in_place(site, at_one(site).put_into([site]))
    return site.call if value is None else value


@dataclass(frozen=True)
class _Calls(Rewriter):
    """Replaces the calls of one function in another, innermost first."""

    caller: Function
    function: Function
    write: Callable[[Site], ast.expr]

    def visit_Call(self, node: ast.Call) -> ast.expr:
        node = self.inside(node)
        if self.caller.callee(node) != self.function.key:
            return node
        return self.write(Site(self.function, self.caller, node))


def _with_calls(
    caller: Function, function: Function, write: Callable[[Site], ast.expr]
) -> Function:
    calls = _Calls(caller, function, write)
    body = [
        calls.visit(statement)
        if any(key == function.key for key, _ in caller.calls_in(statement))
        else statement
        for statement in caller.tree.body
    ]
    if body == caller.tree.body:
        return caller
    return _with_tree(caller, rebuilt(caller.tree, body=body), function)


def _with_tree(caller: Function, tree: ast.FunctionDef, function: Function) -> Function:
    """A caller with a new tree, whose new names mean what they mean in the function that was inlined."""
    made = replace(caller, tree=tree)
    new = made.loaded - made.bound - caller.scope.keys()
    brought = {name: function.scope[name] for name in new & function.scope.keys()}
    return replace(made, scope={**caller.scope, **brought}) if brought else made

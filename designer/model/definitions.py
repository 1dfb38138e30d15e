"""Blocks that the user made: how they rest on each other, and what one is seen from outside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from designer.model.document import (
    BLOCK_INPUT,
    BLOCK_OUTPUT,
    Definition,
    Document,
    Node,
    is_expression,
)
from designer.model.rules import name_fault
from designer.model.signature import InputPort, Signature


def signature(definition: Definition) -> Signature:
    """The block's ports and parameters. Variables that follow from others by expressions are its own affair."""
    defaults = {
        name: variable.value
        for name, variable in definition.body.variables.items()
        if not is_expression(variable.value)
    }
    return Signature(
        tuple(InputPort(name) for name in definition.inputs),
        definition.outputs,
        frozenset(defaults),
        defaults,
    )


def blocks_behind(
    definitions: Mapping[str, Definition], blocks: Iterable[str]
) -> frozenset[str]:
    """Those of `blocks` that are defined, and the definitions that they rest on."""
    found: set[str] = set()
    stack = list(blocks)
    while stack:
        id = stack.pop()
        if id in definitions and id not in found:
            found.add(id)
            stack.extend(node.block for node in definitions[id].body)
    return frozenset(found)


def same_content(one: Definition, other: Definition) -> bool:
    """Whether two blocks compute the same, wherever their nodes lie on the canvas."""
    return _content(one) == _content(other)


def definition_cycle(
    definitions: Mapping[str, Definition], start: Iterable[str] = ()
) -> tuple[str, ...]:
    """Blocks that hold each other, the first repeated at the end; empty if there are none.

    Args:
        start: where to look; by default everywhere.
    """
    done: set[str] = set()
    for id in start or definitions:
        if cycle := _cycle_below(definitions, id, done):
            return cycle
    return ()


def nesting(definitions: Mapping[str, Definition]) -> int:
    """How deep blocks stand in each other: 1 where none holds another. There must be no cycle."""
    depths: dict[str, int] = {}
    stack = list(definitions)
    while stack:
        id = stack[-1]
        inside = {node.block for node in definitions[id].body} & definitions.keys()
        if missing := inside - depths.keys():
            stack.extend(missing)
            continue
        depths[id] = 1 + max((depths[block] for block in inside), default=0)
        stack.pop()
    return max(depths.values(), default=0)


def definition_fault(id: str, definition: Definition) -> str | None:
    """Why a block may not be as it is, as a sentence; None if it may. It becomes a Python function."""
    if fault := name_fault(id):
        return f"the block's name '{id}' {fault}"
    if id in (BLOCK_INPUT, BLOCK_OUTPUT):
        return f"'{id}' is what a block's ports are made of; take another name"
    for parameter in definition.body.variables:
        if parameter == "name":
            return "a block has a 'name' already; the parameter needs another one"
        if parameter in definition.inputs:
            return f"'{parameter}' is an input and a parameter of the block; rename one"
    return None


def users(document: Document, block: str) -> tuple[str, ...]:
    """Who uses a block: the ids of definitions that do, and "" for the design itself."""
    bodies = {"": document, **{k: d.body for k, d in document.definitions.items()}}
    return tuple(
        id for id, body in bodies.items() if any(node.block == block for node in body)
    )


def _content(definition: Definition) -> tuple[object, ...]:
    body = definition.body
    variables = (
        (name, repr(variable.value)) for name, variable in body.variables.items()
    )
    nodes = (
        (node.id, node.block, node.name, node.muted, str(node.repeat), *_values(node))
        for node in body
    )
    return (tuple(variables), tuple(nodes), body.edges)


def _values(node: Node) -> Iterator[frozenset[tuple[str, str]]]:
    """What a row is set to, by its text, since 1 == True."""
    for values in node.params, node.first:
        yield frozenset((name, repr(value)) for name, value in values.items())


def _cycle_below(
    definitions: Mapping[str, Definition], id: str, done: set[str]
) -> tuple[str, ...]:
    """A cycle that can be reached from one definition; `done` are known to lead to none."""
    path: list[str] = []
    stack: list[tuple[str, bool]] = [(id, True)]
    while stack:
        block, entering = stack.pop()
        if not entering:
            done.add(path.pop())
        elif block in path:
            return (*path[path.index(block) :], block)
        elif block in definitions and block not in done:
            path.append(block)
            stack.append((block, False))
            stack.extend((node.block, True) for node in definitions[block].body)
    return ()

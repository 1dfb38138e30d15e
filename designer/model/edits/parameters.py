"""Edits of what a block of the design lets its uses set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from designer.model.document import (
    Definition,
    Document,
    Node,
    Scalar,
    Variable,
    is_expression,
)
from designer.model.edits.definitions import set_definition
from designer.model.edits.refusal import Refusal, definition_of, node_of
from designer.model.edits.values import present_value, settled, worth
from designer.model.expressions import ExpressionError
from designer.model.rules import name_fault
from designer.model.signature import Catalog
from designer.model.substitution import substitute, substituted
from designer.model.variables import variable_fault


def expose(
    document: Document,
    block: str,
    name: str,
    node: str,
    parameter: str,
    *,
    catalog: Catalog,
) -> Document:
    """Let uses of a block set an inner parameter: under `name`, with the present value as default.

    A parameter that the block has already sets this one too, if it has the same value. Where the inner value is an
    expression over the block's parameters, every use goes on with that expression, its own values in it.

    Args:
        node: the id of a node in the block's body.

    Raises:
        Refusal: unknown_block, unknown_node, unknown_parameter, invalid_name, invalid_value, no_group (of a node
            that is an input).
    """
    definition = definition_of(document, block)
    body = replace(definition.body, definitions=document.definitions)
    inner = node_of(body, node)
    value = present_value(body, inner, parameter, catalog)
    what = f"{parameter} of '{inner.name}'"
    followed = str(value) if is_expression(value) else ""
    content = Variable(worth(body, value, what), follows=followed)
    if fault := name_fault(name):
        raise Refusal("invalid_name", f"'{name}' {fault}")
    if fault := variable_fault(name, content):
        raise Refusal("invalid_name", fault)
    known = body.variables.get(name)
    if known and repr(value) not in (repr(known.value), repr(f"={name}")):
        raise Refusal(
            "invalid_value",
            f"'{name}' is {known.value} and {what} is {value}; make them equal, or take another name",
        )
    opened = replace(inner, params={**inner.params, parameter: f"={name}"})
    changed = replace(
        body,
        variables={**body.variables, name: known or content},
        nodes={**body.nodes, node: opened},
    )
    exposed = set_definition(document, block, changed)
    if known is None and is_expression(value):
        return _passing(exposed, block, name, value)
    return exposed


def unexpose(document: Document, block: str, name: str) -> Document:
    """Fix a parameter of a block to its default; raises Refusal while a use sets it to something else.

    Raises:
        Refusal: unknown_block, unknown_parameter, invalid_value.
    """
    definition = definition_of(document, block)
    body = definition.body
    if name not in body.variables:
        raise Refusal("unknown_parameter", f"'{block}' has no parameter '{name}'")
    default = body.variables[name].value
    for use in _uses(document, block):
        for values in use.params, use.first:
            if repr(values.get(name, default)) != repr(default):
                raise Refusal(
                    "invalid_value",
                    f"'{use.name}' sets {name} to {values[name]}; reset it there first",
                )
    fixed = {name: default}
    try:
        changed = replace(
            body,
            variables={
                other: replace(v, value=substitute(v.value, fixed))
                for other, v in body.variables.items()
                if other != name
            },
            nodes={id: substituted(node, fixed) for id, node in body.nodes.items()},
        )
    except ExpressionError as error:
        raise Refusal("invalid_value", f"'{name}' cannot be fixed: {error}") from None
    return set_definition(document, block, changed)


def _passing(document: Document, block: str, name: str, value: Scalar) -> Document:
    """The design with every use of a block giving a new parameter the inner expression, as that use has it."""
    definition = document.definitions[block]

    def passing(body: Document) -> Document:
        uses = [node for node in body if node.block == block]
        changed = {use.id: _given(use, definition, name, value) for use in uses}
        return replace(body, nodes={**body.nodes, **changed}) if uses else body

    definitions = {
        id: found
        if (body := passing(found.body)) is found.body
        else replace(found, body=body)
        for id, found in document.definitions.items()
    }
    return replace(passing(document), definitions=definitions)


def _given(use: Node, definition: Definition, name: str, value: Scalar) -> Node:
    try:
        rest = substitute(value, settled(definition, use.params))
        head = substitute(value, settled(definition, {**use.params, **use.first}))
    except ExpressionError as error:
        raise Refusal("invalid_value", f"'{use.name}': {error}") from None
    first = use.first if head == rest else {**use.first, name: head}
    return replace(use, params={**use.params, name: rest}, first=first)


def _uses(document: Document, block: str) -> Iterator[Node]:
    for body in (document, *(d.body for d in document.definitions.values())):
        yield from (node for node in body if node.block == block)

"""Turns a field's value into a variable of the design, or into a parameter of the entered block."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from blocks.definition import Block, Range
from designer.analysis.catalog import BLOCKS
from designer.app.fields.parsing import REPEAT
from designer.model.document import Document, Node, Scalar, Variable, is_expression
from designer.model.edits import Refusal, set_params, set_repeat, set_variable
from designer.model.expressions import FUNCTIONS

REPEAT_KEY = "repeat"
ROOM = 4  # a slider reaches this many times the value, within the field's own limits


def exposed(
    document: Document, ids: Sequence[str], key: str, blocks: Mapping[str, Block]
) -> tuple[Document, str]:
    """Replace a value by a new variable; returns the design and the variable's name.

    Args:
        ids: nodes that have this value in common.
        key: a parameter, or `repeat`.

    Raises:
        Refusal: the value is an expression already, or of a kind that variables cannot have.
    """
    node = document.nodes[ids[0]]
    value, limits, note = _present(node, key, blocks)
    if is_expression(value):
        raise Refusal("invalid_value", f"{key} follows from variables already: {value}")
    name = free_name(document, key, node.name)
    variable = _variable(value, limits, note)
    document = set_variable(document, name, variable)
    return using(document, ids, key, name), name


def using(document: Document, ids: Sequence[str], key: str, variable: str) -> Document:
    """Replace a value by a variable."""
    text = f"={variable}"
    for id in ids:
        if key == REPEAT_KEY:
            document = set_repeat(document, id, text)
        else:
            document = set_params(document, id, {key: text}, catalog=BLOCKS)
    return document


def free_name(document: Document, key: str, node: str) -> str:
    """A free name for the variable: the parameter's, prefixed by the node's where that is taken."""
    taken = {*document.variables, *FUNCTIONS}
    wanted = [key, f"{node}_{key}"]
    wanted += [f"{node}_{key}_{number}" for number in range(2, 1000)]
    return next(name for name in wanted if name not in taken)


def _present(
    node: Node, key: str, blocks: Mapping[str, Block]
) -> tuple[Scalar, Range | None, str]:
    if key == REPEAT_KEY:
        return node.repeat, REPEAT, ""
    block = blocks.get(node.block)
    parameter = block.parameters.get(key) if block else None
    if parameter is None:
        raise Refusal("unknown_parameter", f"'{node.name}' has no parameter '{key}'")
    value = node.params.get(key, parameter.default)
    return value, parameter.range, parameter.help


def _variable(value: Scalar, limits: Range | None, note: str) -> Variable:
    variable = Variable(value, note=note)
    if limits is None or isinstance(value, (bool, str)):
        return variable
    low, high = limits.minimum, limits.maximum
    room = max(ROOM * value, ROOM * limits.step)
    return replace(
        variable,
        minimum=min(low, value),
        maximum=max(min(high, room), value),
        step=limits.step,
    )

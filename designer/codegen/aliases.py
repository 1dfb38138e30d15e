"""Variables whose names the generated code needs for itself go by another name inside it."""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping
from dataclasses import replace

from designer.model.document import Document, Node, Scalar, is_expression

LOOPS = ("x", "i", "name", "repeats")  # what statements are written with


def aliases(document: Document) -> dict[str, str]:
    """Other names for the variables that would hide what loops are written with."""
    taken = {*document.variables, *LOOPS, *(node.name for node in document)}
    found: dict[str, str] = {}
    for name in document.variables:
        if name in LOOPS:
            found[name] = free_name(f"design_{name}", taken)
            taken.add(found[name])
    return found


def free_name(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, with as many underscores as it takes to be free."""
    while wanted in taken:
        wanted += "_"
    return wanted


def renamed(document: Document, names: Mapping[str, str]) -> Document:
    """The design with its nodes' expressions over other names."""
    if not names:
        return document
    nodes = {id: _renamed(node, names) for id, node in document.nodes.items()}
    return replace(document, nodes=nodes)


def _renamed(node: Node, names: Mapping[str, str]) -> Node:
    def over(value: Scalar) -> Scalar:
        return renamed_expression(str(value), names) if is_expression(value) else value

    repeat = node.repeat
    return replace(
        node,
        params={key: over(value) for key, value in node.params.items()},
        first={key: over(value) for key, value in node.first.items()},
        repeat=repeat if isinstance(repeat, int) else str(over(repeat)),
    )


def renamed_expression(expression: str, names: Mapping[str, str]) -> str:
    """An expression over other names."""
    tree = ast.parse(expression[1:].strip(), mode="eval")
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            node.id = names.get(node.id, node.id)
    return f"={ast.unparse(tree)}"

"""One node as a call of its block, or as the expression that the block is."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping, Sequence

from blocks import layers
from blocks.definition import Block
from designer.codegen.inline import single_expression, substitute


def call_text(
    block: Block,
    ports: Sequence[str],
    arguments: Mapping[str, ast.expr],
    name: ast.expr,
) -> str:
    """The call, on one line.

    Args:
        ports: what each input port is given, as source text.
        arguments: the parameters that differ from the block's defaults.
        name: what the layers' names begin with.
    """
    expression = single_expression(block.function)
    if expression is None:
        call = ast.Call(
            ast.Name(block.id),
            [_parsed(port) for port in ports],
            [ast.keyword(key, value) for key, value in arguments.items()]
            + [ast.keyword("name", name)],
        )
        return ast.unparse(call)
    values = {p.name: ast.Constant(p.default) for p in block.parameters.values()}
    filled: dict[str, ast.expr] = {**values, **arguments, "name": name}
    for port, given in zip(block.inputs, ports, strict=True):
        filled[port.name] = _parsed(given)
    tree = _parsed(substitute(expression, filled))
    return ast.unparse(_WithoutDefaults().visit(tree))


def _parsed(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


class _WithoutDefaults(ast.NodeTransformer):
    """Leaves out what a Keras layer does anyway, such as `strides=1`."""

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        match node.func:
            case ast.Attribute(value=ast.Name(id="layers"), attr=attribute):
                known = inspect.signature(getattr(layers, attribute)).parameters
                node.keywords = [
                    word
                    for word in node.keywords
                    if word.arg is None
                    or word.arg not in known
                    or not _same(word.value, known[word.arg].default)
                ]
        return node


def _same(given: ast.expr, default: object) -> bool:
    if not isinstance(given, ast.Constant):
        return False
    value = given.value
    if value == "linear":  # Keras's other spelling of no activation
        value = None
    return (type(value) is type(default) and value == default) or default == (
        value,
        value,
    )

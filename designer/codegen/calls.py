"""One node as a call of its block."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence

from blocks.definition import Block


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
    call = ast.Call(
        ast.Name(block.id),
        [ast.parse(port, mode="eval").body for port in ports],
        [ast.keyword(key, value) for key, value in arguments.items()]
        + [ast.keyword("name", name)],
    )
    return ast.unparse(call)

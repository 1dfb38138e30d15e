"""Fifth pass: calls of layers in the style of Keras's users, and the functions' names in the file."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from designer.codegen.program import Function, Module, Own, Program
from designer.codegen.specialise.folding import layer_defaults
from designer.codegen.trees import Rewriter, rebuilt

GroupedConv = Literal["fast", "plain"]

FIRST = ("cropping", "padding", "pool_size", "size")  # passed by position if first
GROUPED_CONV = Module("blocks.grouped_conv2d")


def finish(program: Program, grouped_conv: GroupedConv) -> Program:
    """Write calls of layers in the style of Keras's users, and rename functions.

    Args:
        grouped_conv: `fast` for the class GroupedConv2D, `plain` for Keras's Conv2D.
    """
    made = [
        _finished(each, program.library, grouped_conv) for each in program.functions
    ]
    return replace(program, functions=made)


def _finished(
    function: Function,
    names: Mapping[Callable[..., Any], str],
    grouped_conv: GroupedConv,
) -> Function:
    tree: ast.FunctionDef = _Calls(function, names, grouped_conv).visit(function.tree)
    if not isinstance(function.key, Own) and function.key in names:
        tree = rebuilt(tree, name=names[function.key])
    scope = {**function.scope, "GroupedConv2D": GROUPED_CONV}
    scope.update((name, key) for key, name in names.items())
    return replace(function, tree=tree, scope=scope)


@dataclass(frozen=True)
class _Calls(Rewriter):
    function: Function
    names: Mapping[Callable[..., Any], str]
    grouped_conv: GroupedConv

    def visit_Call(self, node: ast.Call) -> ast.Call:
        node = self.inside(node)
        match node.func:
            case ast.Attribute(value=ast.Name(id="layers")) as layer:
                return self._layer(node, layer)
            case ast.Name() as name:
                key = self.function.callee(node)
                if key is not None and not isinstance(key, Own) and key in self.names:
                    return rebuilt(node, func=rebuilt(name, id=self.names[key]))
        return node

    def _layer(self, call: ast.Call, layer: ast.Attribute) -> ast.Call:
        """A layer's call.

        `strides`, not `strides=strides`, follows positional arguments; a grouped convolution of one group is a
        convolution.
        """
        following = list(layer_defaults(layer.attr))[len(call.args) :]
        args, words = call.args, call.keywords
        match words:
            case [ast.keyword(name, value), *rest] if name in FIRST and not args:
                if following[0] == name:
                    args, words = [value], rest
            case [ast.keyword("strides", ast.Name("strides") as strides), *rest]:
                if following[0] == "strides" and args:
                    args, words = [*args, strides], rest
        func: ast.expr = layer
        if layer.attr == "GroupedConv2D":
            is_grouped = any(word.arg == "groups" for word in call.keywords)
            if is_grouped and self.grouped_conv == "fast":
                func = ast.Name("GroupedConv2D", ast.Load())
            else:
                func = rebuilt(layer, attr="Conv2D")
        return rebuilt(call, func=func, args=args, keywords=words)

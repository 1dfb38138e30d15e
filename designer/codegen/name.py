"""Second pass: names for functions, arguments and tensors, so that none hides another."""

from __future__ import annotations

import ast
import keyword
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from blocks.definition import Block
from blocks.rounding import round_channels
from designer.codegen.collect import Body, Collected
from designer.codegen.library import BUILTINS, FACADE, reachable
from designer.codegen.trees import Rewriter, rebuilt
from designer.model.document import BLOCK_INPUT, Node, Scalar, Variable, is_expression
from designer.model.expressions import FUNCTIONS, parse
from designer.model.rounding import round_repeats
from designer.model.variables import resolve

LOOPS = ("x", "i", "name", "repeats", "row")  # the names that statements use
MATH = ("ceil", "floor")  # what expressions have from Python's math module
MODULES = ("keras", "math", *FACADE.values())
OWN = ("GroupedConv2D", "build_model", "on_slow_cpu")
# Arguments of these names hide what `build_model` calls.
HIDING = frozenset({*BUILTINS, *MODULES, "GroupedConv2D"})
# What expressions call, apart from Python's own functions and those of its module math.
ROUNDING: Mapping[str, Callable[..., Any]] = {
    "round_channels": round_channels,  # the same as blocks call
    "round_repeats": round_repeats,
}
END = ""  # the reader of the results; no node has that id


@dataclass(frozen=True)
class NamedBody:
    """A body with the names that the file uses.

    Args:
        arguments: the function's arguments, each with its variable.
        renamed: for variables whose argument has another name, that name.
        inside: for arguments that statements read under another name, that name.
        derived: the expressions of the other variables, each after those that it reads.
        tensors: the names of each node's results.
        taken: names that the function uses otherwise.
    """

    body: Body
    arguments: Mapping[str, Variable]
    renamed: Mapping[str, str]
    inside: Mapping[str, str]
    derived: Mapping[str, Scalar]
    tensors: Mapping[str, Sequence[str]]
    taken: frozenset[str]


@dataclass(frozen=True)
class Named:
    """A design's bodies with the names that the file uses.

    Args:
        bodies: by the composite block's id; of the design under "".
        functions: the name of each block's function, by the block's id.
        library: functions of the library that have another name in the file.
    """

    collected: Collected
    bodies: Mapping[str, NamedBody]
    functions: Mapping[str, str]
    library: Mapping[Callable[..., Any], str]


def name(collected: Collected) -> Named:
    """Choose the names in a design's file."""
    variables = set(collected.document.variables)
    called = {f for block in collected.library for f in reachable(block.function)}
    called |= {f for one in ROUNDING.values() for f in reachable(one)}
    taken = {*BUILTINS, *LOOPS, *MODULES, *OWN, *FUNCTIONS, *MATH}
    taken |= {function.__name__ for function in called}
    library: dict[Callable[..., Any], str] = {}
    seen = set(variables)
    for function in sorted(called, key=lambda f: (f.__name__, f.__module__)):
        if function.__name__ in seen:
            wanted = f"{function.__name__}_block"
            library[function] = _free_name(wanted, taken | variables)
            taken.add(library[function])
        seen.add(function.__name__)
    functions = {b.id: library.get(b.function, b.id) for b in collected.library}
    for id in collected.bodies:
        if id:
            functions[id] = _free_name(_identifier(id), taken | variables)
            taken.add(functions[id])
    bodies = {id: _named_body(id, collected, taken) for id in collected.bodies}
    return Named(collected, bodies, functions, library)


def _named_body(id: str, collected: Collected, taken: Collection[str]) -> NamedBody:
    body = collected.bodies[id]
    variables = body.document.variables
    renamed = _aliases(variables, taken if id else HIDING, "{}_value", taken)
    inside: dict[str, str] = {}
    if not id:
        inside = _aliases(variables, LOOPS, "design_{}", {*taken, *renamed.values()})
    names = {**renamed, **inside}
    body = _over_names(body, names)
    arguments, derived = {}, {}
    for variable in resolve(variables).values:
        value = body.document.variables[variable].value
        if is_expression(value):
            derived[names.get(variable, variable)] = value
    for variable, given in variables.items():
        if not is_expression(given.value):
            arguments[renamed.get(variable, variable)] = given
    taken = frozenset({*taken, *variables, *names.values()})
    tensors = _tensors(body, collected.blocks, taken)
    return NamedBody(body, arguments, renamed, inside, derived, tensors, taken)


def _free_name(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, with as many underscores as it takes to be free."""
    while wanted in taken or keyword.iskeyword(wanted):
        wanted += "_"
    return wanted


def _identifier(id: str) -> str:
    """A name for a function, from what a user called a block."""
    found = re.sub(r"\W+", "_", id, flags=re.ASCII).strip("_").lower()
    return f"block_{found}" if not found or found[0].isdigit() else found


def _aliases(
    variables: Collection[str],
    hiding: Collection[str],
    form: str,
    taken: Collection[str],
) -> dict[str, str]:
    """Other names for the variables whose names are in use.

    Args:
        hiding: the names that are in use.
        form: the form of the other name, such as `design_{}`.
        taken: names that the other names may not have.
    """
    found: dict[str, str] = {}
    used = {*variables, *hiding, *taken}
    for variable in variables:
        if variable in hiding:
            found[variable] = _free_name(form.format(variable), used)
            used.add(found[variable])
    return found


def _over_names(body: Body, names: Mapping[str, str]) -> Body:
    """The body with variables renamed in its expressions."""
    if not names:
        return body
    document = body.document
    nodes = {id: _node_over(node, names) for id, node in document.nodes.items()}
    variables = {
        name: replace(v, value=_value_over(v.value, names))
        for name, v in document.variables.items()
    }
    return replace(body, document=replace(document, nodes=nodes, variables=variables))


def _node_over(node: Node, names: Mapping[str, str]) -> Node:
    return replace(
        node,
        params={key: _value_over(value, names) for key, value in node.params.items()},
        first={key: _value_over(value, names) for key, value in node.first.items()},
        repeat=node.repeat
        if isinstance(node.repeat, int)
        else str(_value_over(node.repeat, names)),
    )


def _value_over(value: Scalar, names: Mapping[str, str]) -> Scalar:
    """A value with variables renamed; the functions that it calls keep their names."""
    if not is_expression(value):
        return value
    return f"={ast.unparse(_Renamed(names).visit(parse(str(value))))}"


@dataclass(frozen=True)
class _Renamed(Rewriter):
    names: Mapping[str, str]

    def visit_Call(self, node: ast.Call) -> ast.Call:
        return rebuilt(self.inside(node), func=node.func)

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return rebuilt(node, id=self.names.get(node.id, node.id))


def _tensors(
    body: Body, blocks: Mapping[str, Block], taken: Collection[str]
) -> dict[str, list[str]]:
    """The names of each node's results: `inputs`, `x`, or a name of their own.

    A chain is written as by hand, `x = block(x)`; a tensor that is read again later gets its node's name.
    Where a body has several results, each has its node's name.
    """
    used = set(taken)
    document, order = body.document, body.order
    ends = {node for node, _ in body.results}
    names: dict[str, list[str]] = {}
    for id, following in zip(order, [*order[1:], END], strict=True):
        node = document.nodes[id]
        outputs = blocks[node.block].outputs
        readers = {edge.target for edge in document.outgoing.get(id, ())}
        readers |= {END} if id in ends else set()
        is_one_of_several = id in ends and len(body.results) > 1
        passing = readers <= {following} and not is_one_of_several
        if id in body.inputs:
            if len(body.inputs) > 1:
                names[id] = [_free_tensor(node.name, used)]
            elif node.block == BLOCK_INPUT and passing:
                names[id] = ["x"]
            else:
                names[id] = [_free_tensor("inputs", used)]
        elif len(outputs) > 1:
            names[id] = [_free_tensor(f"{node.name}_{p}", used) for p in outputs]
        else:
            names[id] = ["x"] if passing else [_free_tensor(node.name, used)]
    return names


def _free_tensor(name: str, used: set[str]) -> str:
    """`name`, or a similar name that is free."""
    candidate = name
    if candidate in used or keyword.iskeyword(candidate):
        candidate = f"{name}_output"
    number = 2
    while candidate in used:
        candidate = f"{name}_output_{number}"
        number += 1
    used.add(candidate)
    return candidate

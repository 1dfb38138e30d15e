"""What functions and variables are called in a file, so that none hides another."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from keyword import iskeyword
from typing import Any

from blocks.definition import Block
from blocks.rounding import round_channels
from designer.codegen.body import Body
from designer.codegen.expressions import MATH
from designer.codegen.library import BUILTINS, FACADE, reachable
from designer.codegen.trees import Rewriter, rebuilt
from designer.model.document import Document, Node, Scalar, is_expression
from designer.model.expressions import FUNCTIONS, parse
from designer.model.rounding import round_repeats

LOOPS = ("x", "i", "name", "repeats", "row")  # what statements are written with
MODULES = ("keras", "math", *FACADE.values())
OWN = ("GroupedConv2D", "build_model", "on_slow_cpu")
HIDING = frozenset(
    {*BUILTINS, *MODULES, "GroupedConv2D"}
)  # arguments of these names hide what `build_model` calls
# What expressions call, beside Python's own functions and those of its module math.
ROUNDING: Mapping[str, Callable[..., Any]] = {
    "round_channels": round_channels,  # the same as blocks call
    "round_repeats": round_repeats,
}


@dataclass(frozen=True)
class Names:
    """Names of one file.

    Args:
        library: functions of the library that go by another name than their own.
        composites: by block id, what the function of each composite block is called.
        taken: all names that a tensor or a parameter may not have.
    """

    library: Mapping[Callable[..., Any], str]
    composites: Mapping[str, str]
    taken: frozenset[str]

    def of(self, block: Block) -> str:
        """What a block of the library is called."""
        return self.library.get(block.function, block.function.__name__)


def names_of(
    document: Document, library: Iterable[Block], composites: Iterable[str]
) -> Names:
    """Names for a design.

    Args:
        library: the blocks of the library that it needs.
        composites: the ids of its own.
    """
    functions = {f for block in library for f in reachable(block.function)}
    functions |= {f for one in ROUNDING.values() for f in reachable(one)}
    variables = set(document.variables)
    taken = {*BUILTINS, *LOOPS, *MODULES, *OWN, *FUNCTIONS, *MATH}
    taken |= {function.__name__ for function in functions}
    renamed = {}
    seen = set(variables)
    for function in sorted(functions, key=lambda f: (f.__name__, f.__module__)):
        if function.__name__ in seen:
            wanted = f"{function.__name__}_block"
            renamed[function] = free_name(wanted, taken | variables)
            taken.add(renamed[function])
        seen.add(function.__name__)
    own = {}
    for id in composites:
        own[id] = free_name(_identifier(id), taken | variables)
        taken.add(own[id])
    return Names(renamed, own, frozenset(taken))


def free_name(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, with as many underscores as it takes to be free."""
    while wanted in taken or iskeyword(wanted):
        wanted += "_"
    return wanted


def aliases(
    variables: Collection[str],
    hiding: Collection[str],
    form: str,
    taken: Collection[str],
) -> dict[str, str]:
    """Other names for the variables that are called as something else.

    Args:
        hiding: the names that a variable may not have.
        form: how the other name is made of the own one, such as `design_{}`.
        taken: what the other names may not be.
    """
    found: dict[str, str] = {}
    used = {*variables, *hiding, *taken}
    for name in variables:
        if name in hiding:
            found[name] = free_name(form.format(name), used)
            used.add(found[name])
    return found


def over_other_names(body: Body, names: Mapping[str, str]) -> Body:
    """The body with its expressions over other names."""
    if not names:
        return body
    document = body.document
    nodes = {id: _renamed(node, names) for id, node in document.nodes.items()}
    variables = {
        name: replace(v, value=_over(v.value, names))
        for name, v in document.variables.items()
    }
    return replace(body, document=replace(document, nodes=nodes, variables=variables))


def _renamed(node: Node, names: Mapping[str, str]) -> Node:
    return replace(
        node,
        params={key: _over(value, names) for key, value in node.params.items()},
        first={key: _over(value, names) for key, value in node.first.items()},
        repeat=node.repeat
        if isinstance(node.repeat, int)
        else str(_over(node.repeat, names)),
    )


def _over(value: Scalar, names: Mapping[str, str]) -> Scalar:
    """A value over other names; the functions that it calls keep theirs."""
    if not is_expression(value):
        return value
    return f"={ast.unparse(_Renamed(names).visit(parse(str(value))))}"


class _Renamed(Rewriter):
    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names

    def visit_Call(self, node: ast.Call) -> ast.Call:
        return rebuilt(self.inside(node), func=node.func)

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return rebuilt(node, id=self.names.get(node.id, node.id))


def _identifier(id: str) -> str:
    """A name for a function, from what a user called a block."""
    found = re.sub(r"\W+", "_", id, flags=re.ASCII).strip("_").lower()
    return f"block_{found}" if not found or found[0].isdigit() else found

"""Composite blocks: a definition becomes a block like any other, a function that calls the blocks of its body.

The function has a signature of its own, so that analysis, inspector and palette read it as they read the library's.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal, Protocol

from blocks.budget import BudgetError, budget, has_budget, spend
from blocks.definition import Block, Parameter, Range
from blocks.spec import LayerError
from designer.analysis.settings import Settings, resolve_settings
from designer.analysis.tracing import copy_names
from designer.analysis.untaken import untaken_refusal
from designer.analysis.wiring import Wiring, wire
from designer.model.bounds import MAX_LAYERS
from designer.model.document import (
    BLOCK_INPUT,
    BLOCK_OUTPUT,
    Definition,
    Node,
    Scalar,
    Variable,
    is_expression,
)
from designer.model.graph import topological_order
from designer.model.signature import Signature
from designer.model.variables import Resolved, resolve

CATEGORY = "In this design"

_NO_PORTS = Signature(inputs=())


class Blocks(Protocol):
    """What a body finds its blocks in."""

    def __getitem__(self, id: str) -> Block: ...

    def __contains__(self, id: object) -> bool: ...

    def __iter__(self) -> Iterator[str]: ...

    def signature(self, block: str) -> Signature | None: ...


def composite(id: str, definition: Definition, blocks: Blocks) -> Block:
    """The definition as a block.

    Args:
        blocks: what the body's nodes are looked up in, when the block is first called.
    """
    body = _Body(definition, blocks)
    work = 1 + (len(definition.body.nodes) + len(definition.body.variables)) // 10

    def function(*tensors: Any, name: str = id, **settings: Scalar) -> Any:
        if has_budget():
            spend(work)
            return body(tensors, settings, name)
        with budget(MAX_LAYERS):
            try:
                return body(tensors, settings, name)
            except BudgetError as error:
                raise LayerError(
                    "too_large", f"it has more than {MAX_LAYERS:,} layers"
                ) from error

    parameters = dict(_parameters(definition, blocks))
    empty = inspect.Parameter.empty
    signature = [
        inspect.Parameter(port, inspect.Parameter.POSITIONAL_OR_KEYWORD)
        for port in definition.inputs
        if port not in parameters
    ] + [
        inspect.Parameter(
            p.name, inspect.Parameter.KEYWORD_ONLY, default=p.default, annotation=empty
        )
        for p in parameters.values()
    ]
    vars(function)["__signature__"] = inspect.Signature(signature)
    function.__name__ = function.__qualname__ = id
    function.__doc__ = _doc(definition, parameters)
    function.__annotations__ = {
        p.name: Literal[p.choices] if p.choices else p.type for p in parameters.values()
    }
    return Block(
        function,
        definition.title or id,
        CATEGORY,
        outputs=definition.outputs,
        ranges={p.name: p.range for p in parameters.values() if p.range},
    )


class _Body:
    """A definition's nodes, called in order."""

    def __init__(self, definition: Definition, blocks: Blocks) -> None:
        self._definition = definition
        self._body = definition.body
        self._blocks = blocks

    def __call__(
        self, tensors: Sequence[Any], settings: Mapping[str, Scalar], name: str
    ) -> Any:
        variables = resolve(
            {
                key: replace(variable, value=settings.get(key, variable.value))
                for key, variable in self._body.variables.items()
            },
            linked=True,
        )
        for fault in variables.faults.values():
            raise LayerError("variable", str(fault))
        ports = dict(zip(self._definition.inputs, tensors, strict=True))
        made: dict[str, tuple[Any, ...]] = {}
        for step in self._plan:
            if step.node.block == BLOCK_INPUT:
                step.settings(variables)
                made[step.node.id] = (ports[step.node.name],)
            else:
                given = [[made[n][o] for n, o in port] for port in step.wiring.ports]
                made[step.node.id] = step.call(given, variables, name)
        results = [
            made[node.id][0] for node in self._body if node.block == BLOCK_OUTPUT
        ]
        return results[0] if len(results) == 1 else tuple(results)

    @cached_property
    def _plan(self) -> tuple[_Step, ...]:
        order = topological_order(self._body)
        if len(order) < len(self._body.nodes):
            raise LayerError("cycle", "its wires run in a circle")
        plan = tuple(self._step(self._body.nodes[id]) for id in order)
        self._check_ports(plan)
        return plan

    def _check_ports(self, plan: Sequence[_Step]) -> None:
        """Keras would leave out whatever feeds a port that leads nowhere."""
        if not any(step.node.block == BLOCK_OUTPUT for step in plan):
            raise LayerError("no_output", "it has no output: add a port inside")
        reached: set[str] = set()
        for step in reversed(plan):
            if step.node.block == BLOCK_OUTPUT or step.node.id in reached:
                reached.update(node for node, _ in step.wiring.tensors)
        for step in plan:
            node = step.node
            if node.block == BLOCK_INPUT and node.id not in reached:
                raise LayerError(
                    "unused_port",
                    f"its input '{node.name}' leads to none of its outputs: wire it inside, or remove it there",
                )
            if node.block != BLOCK_INPUT and not step.block.inputs:
                raise LayerError(
                    "input_inside",
                    f"it holds the network's input '{node.name}', which belongs outside: ungroup it and group the rest",
                )

    def _step(self, node: Node) -> _Step:
        if node.block not in self._blocks:
            raise LayerError(
                "unknown_block", f"in '{node.name}': there is no block '{node.block}'"
            )
        edges = self._body.incoming.get(node.id, ())
        signature = self._blocks.signature(node.block) or _NO_PORTS
        wiring = wire(self._body, node, edges, signature, self._blocks)
        for issue in wiring.issues:
            raise LayerError(issue.code, f"in '{node.name}': {issue.message}")
        return _Step(node, self._blocks[node.block], wiring)


@dataclass(frozen=True, slots=True)
class _Step:
    """One row of the body."""

    node: Node
    block: Block
    wiring: Wiring

    @property
    def where(self) -> str:
        return f"in '{self.node.name}': "

    def settings(self, variables: Resolved) -> tuple[Settings, ...]:
        """The row's settings; raises LayerError."""
        resolution = resolve_settings(self.node, self.block, variables)
        for issue in resolution.issues:
            raise LayerError(issue.code, self.where + issue.message)
        return resolution.settings

    def call(
        self, given: list[list[Any]], variables: Resolved, prefix: str
    ) -> tuple[Any, ...]:
        """What the row's last copy returns."""
        if self.node.muted:
            return (given[0][0],) * len(self.block.outputs)
        where = self.where
        copies = self.settings(variables)
        names = copy_names(self.node.name, len(copies))
        results: tuple[Any, ...] = ()
        shapes = tuple(tuple(tensor.shape for tensor in port) for port in given)
        for name, settings in zip(names, copies, strict=True):
            arguments = [
                tensors if port.many else tensors[0]
                for port, tensors in zip(self.block.inputs, given, strict=True)
            ]
            try:
                result = self.block.function(
                    *arguments, **settings, name=f"{prefix}_{name}"
                )
            except LayerError as error:
                raise LayerError(error.code, where + str(error)) from error
            except ValueError as error:
                raise LayerError("refused", where + str(error)) from error
            results = tuple(result) if isinstance(result, (tuple, list)) else (result,)
            given = [[results[0]]] if results else []
        issue = untaken_refusal(self.node, self.block, shapes, variables)
        if issue is not None:
            raise LayerError(issue.code, where + issue.message)
        return results


def _parameters(
    definition: Definition, blocks: Blocks
) -> Iterator[tuple[str, Parameter]]:
    """The body's variables; one that stands alone in an inner parameter takes its type, choices and range."""
    for name, variable in definition.body.variables.items():
        if not is_expression(variable.value):
            yield name, _parameter(name, variable, _set_by(name, definition, blocks))


def _set_by(name: str, definition: Definition, blocks: Blocks) -> list[Parameter]:
    """The inner parameters that are `=name`."""
    alone = f"={name}"
    return [
        blocks[node.block].parameters[key]
        for node in definition.body
        for key, value in {**node.params, **node.first}.items()
        if isinstance(value, str)
        and value.replace(" ", "") == alone
        and node.block in blocks
        and key in blocks[node.block].parameters
    ]


def _parameter(name: str, variable: Variable, inner: list[Parameter]) -> Parameter:
    value = variable.value
    types = {p.type for p in inner}
    kind = types.pop() if len(types) == 1 else type(value)
    if kind is int and (isinstance(value, float) or not inner):
        kind = float  # a width factor that happens to be 1 may be 0.75 as well
    shared = (
        [c for c in inner[0].choices if all(c in p.choices for p in inner)]
        if (inner)
        else []
    )
    limits = inner[0].range if inner else None
    if variable.minimum is not None and variable.maximum is not None:
        limited = (value, variable.minimum, variable.maximum)
        whole = kind is int or all(isinstance(number, int) for number in limited)
        step = variable.step or (1 if whole else 0.1)
        limits = Range(variable.minimum, variable.maximum, step)
    return Parameter(name, kind, value, tuple(shared), limits, variable.note)


def _doc(definition: Definition, parameters: Mapping[str, Parameter]) -> str:
    first = definition.note.strip() or f"{definition.title}, a block of this design."
    noted = [f"    {p.name}: {p.help}" for p in parameters.values() if p.help]
    return "\n".join([first, "", "Args:", *noted]) if noted else first

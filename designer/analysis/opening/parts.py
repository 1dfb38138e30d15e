"""What one call of a block is made of: its record as layers with plain settings, apart from any canvas."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from blocks.catalog import catalog
from blocks.definition import Block
from blocks.layer_blocks import block_id, value_of
from blocks.ops import Split
from blocks.spec import Call, Layer, Shape, TensorSpec, record
from designer.model.document import Scalar
from designer.model.edits.refusal import Refusal
from designer.model.wording import listed

# The index of a part and of its output; a negative index is a wire into the block: -1 is the first.
Tensor = tuple[int, int]

# What a block of a layer has no parameter for, and what changes neither shapes nor costs.
_SILENT = re.compile(r"dtype|.*(initializer|regularizer|constraint)")


@dataclass(frozen=True, slots=True)
class Part:
    """One layer: the block that it is by itself, all of that block's parameters, and what it is called on."""

    block: str
    name: str
    params: Mapping[str, Scalar]
    inputs: tuple[Tensor, ...]
    # what its block has no parameter for, and no figure depends on: initializers and the like
    silent: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """A block's layers, producers first, and which tensors it returns."""

    parts: tuple[Part, ...]
    outputs: tuple[Tensor, ...]
    shapes: tuple[Shape, ...]  # of the outputs

    @property
    def structure(self) -> tuple[object, ...]:
        """What it is made of, whatever the settings."""
        return tuple((p.block, p.inputs) for p in self.parts), self.outputs


def record_of(
    block: Block,
    name: str,
    settings: Mapping[str, Scalar],
    wires: Sequence[Sequence[Shape]],
) -> Record:
    """Call a block and take its record apart.

    Args:
        name: of the instance; the layers' names lose it.
        wires: shapes per input port, per wire.

    Raises:
        Refusal: no_parts, where layers alone cannot say what the block does.
        ValueError: the block refuses these settings.
    """
    ports = [[TensorSpec(shape) for shape in port] for port in wires]
    arguments: list[Any] = [
        specs if port.many else specs[0]
        for port, specs in zip(block.inputs, ports, strict=True)
    ]
    result = block.function(*arguments, **settings, name=name)
    outputs = tuple(result) if isinstance(result, (tuple, list)) else (result,)
    calls = tuple(record(*outputs))
    _check(block, calls)
    taken = _Taken(name, [spec for port in ports for spec in port])
    for call in calls:
        taken.add(call)
    return Record(
        tuple(taken.parts),
        tuple(map(taken.tensor, outputs)),
        tuple(spec.shape for spec in outputs),
    )


def _check(block: Block, calls: Sequence[Call]) -> None:
    operations = [id(call.operation) for call in calls]
    if len(set(operations)) < len(operations):
        raise Refusal(
            "no_parts",
            f"{block.title} calls one layer several times, with the same weights; "
            "nodes of a design have weights of their own",
        )
    for call in calls:
        if len(set(map(_key, call.inputs))) < len(call.inputs):
            raise Refusal(
                "no_parts",
                f"{block.title} gives {call.operation.kind} the same tensor twice; "
                "a design has one wire between two nodes",
            )


class _Taken:
    """Parts, as they are found."""

    def __init__(self, prefix: str, wires: Sequence[TensorSpec]) -> None:
        self.parts: list[Part] = []
        self._prefix = prefix
        self._found: dict[tuple[int, int], Tensor] = {
            _key(spec): (-1 - index, 0) for index, spec in enumerate(wires)
        }

    def tensor(self, spec: TensorSpec) -> Tensor:
        if _key(spec) not in self._found:
            raise Refusal("no_parts", "an image has no layers that could be shown")
        return self._found[_key(spec)]

    def add(self, call: Call) -> None:
        inputs = tuple(map(self.tensor, call.inputs))
        operation = call.operation
        if isinstance(operation, Split):
            self._add_split(call, operation, inputs[0])
            return
        block = catalog()[block_id(operation.kind)]
        if not block.inputs[0].many and len(block.inputs) != len(inputs):
            raise Refusal(
                "no_parts",
                f"{operation.kind} works with a number here; the block of that name takes tensors",
            )
        params, silent = _settings(operation, block)
        name = operation.name or block.id.removeprefix("ops_")
        self.parts.append(Part(block.id, self._own(name), params, inputs, silent))
        self._found[id(call), 0] = (len(self.parts) - 1, 0)

    def _add_split(self, call: Call, operation: Split, source: Tensor) -> None:
        """Two parts at a time: the first, and what is left."""
        sizes = [shape[operation.axis] for shape in call.outputs]
        if len(sizes) < 2:
            self._found[id(call), 0] = source
        for index, size in enumerate(sizes[:-1]):
            halves = len(sizes) - index == 2 and size == sizes[-1]
            cut: Scalar = 2 if halves else f"{size},"
            params = {"indices_or_sections": cut, "axis": operation.axis}
            self.parts.append(Part("ops_split", "split", params, (source,)))
            here = len(self.parts) - 1
            self._found[id(call), index] = (here, 0)
            self._found[id(call), index + 1] = source = (here, 1)

    def _own(self, name: str) -> str:
        """A layer's name without the instance's."""
        if name == self._prefix:
            return ""
        return name.removeprefix(f"{self._prefix}_")


def _settings(operation: Any, block: Block) -> tuple[dict[str, Scalar], dict[str, Any]]:
    """An operation's arguments as its block's parameters, and those that the block has none for."""
    kind = operation.kind
    params: dict[str, Scalar] = {}
    silent: dict[str, Any] = {}
    for argument in fields(operation):
        value = getattr(operation, argument.name)
        if argument.name in block.parameters:
            params[argument.name] = value_of(kind, argument.name, value)
        elif isinstance(operation, Layer) and value != argument.default:
            silent[argument.name] = value
    silent.pop("name", None)
    if lost := [name for name in silent if not _SILENT.fullmatch(name)]:
        raise Refusal(
            "no_parts",
            f"{kind} is given {listed(lost)} here, which its block has no parameter for",
        )
    return params, silent


def _key(spec: TensorSpec) -> tuple[int, int]:
    return (id(spec), -1) if spec.source is None else (id(spec.source), spec.index)

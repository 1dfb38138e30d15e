"""Finds the blocks that accept a wire's tensor or produce the input of its target, by calling them on shapes. No Qt.

A block that refuses a shape for its numbers can be set to take it; one that refuses every image, or every vector,
cannot. So blocks are asked about shapes of the same rank whose numbers are likely to fit.
"""

from __future__ import annotations

from collections.abc import Mapping
from inspect import Parameter as Argument

from blocks.definition import Block
from blocks.spec import Shape
from designer.analysis.report import Analysis
from designer.analysis.tracing import Trace, trace_row
from designer.model.document import Edge

FITTING = 960  # channels: nearly every group and ratio divides them
IMAGE, VECTOR = 4, 2  # ranks


class Compatibility:
    """The blocks that fit the loose end of a wire; that end has no node.

    Args:
        blocks: by id.
    """

    def __init__(
        self, loose: Edge, analysis: Analysis, blocks: Mapping[str, Block]
    ) -> None:
        self._blocks = blocks
        self._forwards = bool(loose.source)
        node = analysis.document.nodes[loose.source or loose.target]
        block = blocks.get(node.block)
        if self._forwards:
            outputs = analysis.nodes[node.id].outputs
            names = block.outputs if block else ()
            index = names.index(loose.source_port) if loose.source_port in names else 0
            known = {len(outputs[index])} if index < len(outputs) else set()
        else:
            known = set() if block is None else _taken(block)
        self._ranks = known or {IMAGE, VECTOR}  # unknown shape: anything may fit

    def __call__(self, id: str) -> bool:
        """Whether the block of that id fits there."""
        block = self._blocks[id]
        if self._forwards:
            return bool(block.inputs) and bool(_taken(block) & self._ranks)
        return bool(block.outputs) and bool(_given(block) & self._ranks)


def _taken(block: Block) -> set[int]:
    """The ranks that a block accepts; all where it accepts neither alone, such as one with different inputs."""
    return {rank for rank in (IMAGE, VECTOR) if _made(block, rank)} or {IMAGE, VECTOR}


def _given(block: Block) -> set[int]:
    """The ranks that a block returns."""
    ranks = (IMAGE, VECTOR) if block.inputs else (0,)
    made = {len(shape) for rank in ranks for shape in _made(block, rank)}
    return made or {IMAGE, VECTOR}


def _made(block: Block, rank: int) -> tuple[Shape, ...]:
    """The outputs of a block for a tensor of that rank, with several channel counts and switches."""
    settings = {
        name: parameter.default
        for name, parameter in block.parameters.items()
        if parameter.default is not Argument.empty
    }
    switches = [name for name, value in settings.items() if isinstance(value, bool)]
    numbers = [value for value in settings.values() if type(value) is int and value > 2]
    for channels in dict.fromkeys((FITTING, 3, *numbers)):
        shape: Shape = (None, channels) if rank == VECTOR else (None, 64, 64, channels)
        wires = tuple((shape,) * (2 if port.many else 1) for port in block.inputs)
        for switch in ("", *switches):
            turned = {switch: not settings[switch]} if switch else {}
            made = trace_row(block, block.id, [{**settings, **turned}], wires)
            if isinstance(made, Trace):
                return made.copies[-1]
    return ()

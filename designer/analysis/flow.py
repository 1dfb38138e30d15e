"""What flows through a row: the steps that its outputs are made in, and how many bytes are alive at each layer.

Both are kept relative to the row's inputs, so that a row is traced once, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from blocks.lines import Lines
from blocks.spec import Call, Operation, Shape, TensorSpec, elements, known
from blocks.view import View
from designer.analysis.quantities import ReceptiveField

Key = int | tuple[int, int]


@dataclass(frozen=True, slots=True)
class Step:
    """A layer in a row, or an input of the design, by the numbers of the tensors that it reads and makes."""

    operation: Operation | None  # None: an input of the design
    reads: tuple[int, ...]
    makes: int  # the number of its first output
    outputs: tuple[Shape, ...]


def follow(
    steps: Sequence[Step], wires: Sequence[View], node: str
) -> Mapping[int, View]:
    """What the elements of each tensor of a row depend on, by the tensor's number.

    Args:
        steps: the row's layers.
        wires: what arrives over each wire of the row; these are the first numbers.
        node: the row's id, under which inputs of the design made by it are known.
    """
    found = dict(enumerate(wires))
    for step in steps:
        if step.operation is None:
            shape = known(step.outputs[0])
            found[step.makes] = View.of_input((node, step.makes), shape)
            continue
        read = [found[number] for number in step.reads]
        views = step.operation.views(step.outputs, *read)
        found.update(enumerate(views, step.makes))
    return found


def field_of(views: Iterable[View]) -> ReceptiveField:
    """The receptive field of elements of several tensors: the largest over all elements and inputs of the design."""
    return widest(
        [
            _field(rows, columns, view.shape)
            for view in views
            for rows, columns in view.lines.values()
        ]
    )


def _field(rows: Lines, columns: Lines, shape: Sequence[int]) -> ReceptiveField:
    height, width = rows.extent(shape), columns.extent(shape)
    stride = (rows.stride, columns.stride)
    if height is None and width is None:
        return ReceptiveField(None, stride)
    height = rows.size if height is None else height
    return ReceptiveField((height, columns.size if width is None else width), stride)


def widest(fields: Sequence[ReceptiveField]) -> ReceptiveField:
    """Of several branches, the field that sees most; of none, one pixel."""
    if not fields:
        return ReceptiveField()
    found = fields[0]
    for field in fields[1:]:
        whole = found.size is None or field.size is None
        found = ReceptiveField(
            None if whole else _larger(found.size or (1, 1), field.size or (1, 1)),
            (
                max(found.stride[0], field.stride[0]),
                max(found.stride[1], field.stride[1]),
            ),
        )
    return found


def _larger(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
    return (max(a[0], b[0]), max(a[1], b[1]))


class Flow:
    """Follows the tensors of a row, copy after copy. Tensors are numbered; the first ones are the row's inputs.

    A tensor is alive from the layer that makes it to the last layer that reads it; the row's outputs to its end.
    """

    def __init__(self, wires: int) -> None:
        self._wires = wires
        self._sizes = [0] * wires  # inputs are counted by whoever made them
        self._born = [0] * wires
        self._last = [-1] * wires
        self._steps: list[Step] = []
        self._step = 0
        self._outputs: list[int] = list(range(wires))

    def follow(
        self,
        inputs: Sequence[TensorSpec],
        calls: Sequence[Call],
        outputs: Sequence[TensorSpec],
    ) -> None:
        """Follow one copy, whose inputs are what the copy before it returned."""
        numbers: dict[Key, int] = {
            _key(spec): number
            for spec, number in zip(inputs, self._outputs, strict=True)
        }
        for call in calls:
            read = [self._number(spec, numbers) for spec in call.inputs]
            for number in read:
                self._last[number] = self._step
            made = [self._make(shape) for shape in call.outputs]
            for index, number in enumerate(made):
                numbers[id(call), index] = number
            self._steps.append(Step(call.operation, tuple(read), made[0], call.outputs))
            self._step += 1
        self._outputs = [self._number(spec, numbers) for spec in outputs]

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(self._steps)

    @property
    def outputs(self) -> tuple[int, ...]:
        """The numbers of what the row puts out."""
        return tuple(self._outputs)

    @property
    def crest(self) -> tuple[int, ...]:
        """Per layer: the most bytes of the row's own tensors that were alive at once while it or one before it ran."""
        change = [0] * (self._step + 2)
        kept = set(self._outputs)
        for number in range(self._wires, len(self._sizes)):
            born = self._born[number]
            last = self._step if number in kept else self._last[number]
            change[born] += self._sizes[number]
            change[last + 1] -= self._sizes[number]
        alive, found = 0, []
        for step in range(self._step):
            alive += change[step]
            found.append(alive)
        return tuple(accumulate(found, max))

    @property
    def output_bytes(self) -> tuple[int, ...]:
        return tuple(self._sizes[number] for number in self._outputs)

    @property
    def last_use(self) -> tuple[int, ...]:
        return tuple(self._last[: self._wires])

    @property
    def passed_on(self) -> tuple[int | None, ...]:
        return tuple(n if n < self._wires else None for n in self._outputs)

    def _number(self, spec: TensorSpec, numbers: dict[Key, int]) -> int:
        key = _key(spec)
        if key not in numbers:  # made by no layer: an input of the design
            made = numbers[key] = self._make(spec.shape)
            self._steps.append(Step(None, (), made, (spec.shape,)))
        return numbers[key]

    def _make(self, shape: Shape) -> int:
        self._sizes.append(4 * elements(shape))
        self._born.append(self._step)
        self._last.append(self._step)
        return len(self._sizes) - 1


def _key(spec: TensorSpec) -> Key:
    return id(spec) if spec.source is None else (id(spec.source), spec.index)

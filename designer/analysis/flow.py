"""What flows through a row: how far its outputs look at its inputs, and how many bytes are alive at each layer.

Both are kept relative to the row's inputs, so that a row is worked out once, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from blocks.spec import Call, Shape, TensorSpec, Window, elements
from designer.analysis.report import ReceptiveField

Key = int | tuple[int, int]
_ONE = Window()


@dataclass(frozen=True, slots=True)
class Reach:
    """How far an output looks at an input: pixels of that input beyond one, pixels a step; or all of it."""

    growth: tuple[int, int] = (0, 0)
    stride: tuple[int, int] = (1, 1)
    whole: bool = False

    def through(self, window: Window) -> Reach:
        """The reach after one more layer."""
        (gh, gw), (sh, sw) = self.growth, self.stride
        (kh, kw), (dh, dw) = window.size, window.stride
        return Reach(
            (gh + (kh - 1) * sh, gw + (kw - 1) * sw),
            (sh * dh, sw * dw),
            self.whole or window.whole,
        )

    def wider(self, other: Reach) -> Reach:
        """Of two paths that meet, the one that sees more."""
        return Reach(
            _larger(self.growth, other.growth),
            _larger(self.stride, other.stride),
            self.whole or other.whole,
        )

    def of(self, field: ReceptiveField) -> ReceptiveField:
        """From the design's input, when the row's own input has that field."""
        (gh, gw), (sh, sw), (fh, fw) = self.growth, self.stride, field.stride
        size = field.size
        if size is not None:
            size = (size[0] + gh * fh, size[1] + gw * fw)
        return ReceptiveField(None if self.whole else size, (sh * fh, sw * fw))


_NOTHING = Reach()


def widest(fields: Sequence[ReceptiveField]) -> ReceptiveField:
    """Of several branches, the field that sees most; of none, one pixel."""
    found = ReceptiveField()
    for field in fields:
        whole = found.size is None or field.size is None
        found = ReceptiveField(
            None if whole else _larger(found.size or (1, 1), field.size or (1, 1)),
            _larger(found.stride, field.stride),
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
        self._reach: list[dict[int, Reach]] = [{w: _NOTHING} for w in range(wires)]
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
            reach = self._after(call.operation.window, read)
            for index, shape in enumerate(call.outputs):
                numbers[id(call), index] = self._make(shape, reach)
            self._step += 1
        self._outputs = [self._number(spec, numbers) for spec in outputs]

    @property
    def reach(self) -> tuple[Reach | None, ...]:
        """Per wire: the widest that any output looks at it; None where none does."""
        found: dict[int, Reach] = {}
        for number in self._outputs:
            found = _joined(found, self._reach[number])
        return tuple(found.get(wire) for wire in range(self._wires))

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
            numbers[key] = self._make(spec.shape, {})
        return numbers[key]

    def _make(self, shape: Shape, reach: dict[int, Reach]) -> int:
        self._sizes.append(4 * elements(shape))
        self._born.append(self._step)
        self._last.append(self._step)
        self._reach.append(reach)
        return len(self._sizes) - 1

    def _after(self, window: Window, read: Sequence[int]) -> dict[int, Reach]:
        joined = self._reach[read[0]] if read else {}
        for number in read[1:]:
            joined = _joined(joined, self._reach[number])
        if window == _ONE:
            return joined
        return {wire: reach.through(window) for wire, reach in joined.items()}


def _key(spec: TensorSpec) -> Key:
    return id(spec) if spec.source is None else (id(spec.source), spec.index)


def _joined(a: dict[int, Reach], b: dict[int, Reach]) -> dict[int, Reach]:
    if a is b or not b:
        return a
    return a | {
        wire: reach.wider(a[wire]) if wire in a else reach for wire, reach in b.items()
    }

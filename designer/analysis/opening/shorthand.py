"""Layers that say less than the block that wrote them, read as that block again.

A shuffle is two reshapes to sizes that are numbers, right for one image only; a scale per channel lives by its first
value, which a layer's block has no parameter for. Blocks of the library say both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from blocks import literals
from designer.analysis.opening.parts import Part, Record, Tensor
from designer.model.document import Scalar
from designer.model.edits.refusal import Refusal
from designer.model.wording import listed

SHUFFLE = ("Reshape", "Permute", "Reshape")
SWAP = (1, 2, 4, 3)


def shorthand(record: Record, but: str = "") -> Record:
    """The record with blocks of the library in place of such layers.

    Args:
        but: the block that the record is of, which is not read as itself.

    Raises:
        Refusal: no_parts, where a layer is left with more than its block can say.
    """
    found: list[Part] = []
    moved: dict[int, int] = {}  # parts' numbers, as they become

    def place(tensor: Tensor) -> Tensor:
        index, output = tensor
        return (index, output) if index < 0 else (moved[index], output)

    index = 0
    while index < len(record.parts):
        part, length = record.parts[index], 1
        read = _as_shuffle(record, index)
        if read is not None and but != "channel_shuffle":
            part, length = read, len(SHUFFLE)
        elif part.silent:
            part = _as_scale(part)
        found.append(replace(part, inputs=tuple(map(place, part.inputs))))
        for passed in range(index, index + length):
            moved[passed] = len(found) - 1
        index += length
    return replace(
        record, parts=tuple(found), outputs=tuple(map(place, record.outputs))
    )


def _as_shuffle(record: Record, index: int) -> Part | None:
    """Three layers that shuffle channels, as one block."""
    parts = record.parts[index : index + len(SHUFFLE)]
    if tuple(part.block for part in parts) != SHUFFLE:
        return None
    chained = all(part.inputs == ((index + n, 0),) for n, part in enumerate(parts[1:]))
    inside = {(index, 0), (index + 1, 0)}
    split, swap, join = (_numbers(part) for part in parts)
    apart = chained and not inside & set(_read_later(record, index + len(SHUFFLE)))
    if not apart or swap != SWAP or len(split) != 4 or len(join) != 3:
        return None
    if split[:2] != join[:2] or split[2] * split[3] != join[2]:
        return None
    name = parts[0].name.removesuffix("split").rstrip("_") or "shuffle"
    return Part("channel_shuffle", name, {"groups": split[2]}, parts[0].inputs)


def _read_later(record: Record, start: int) -> Iterator[Tensor]:
    for part in record.parts[start:]:
        yield from part.inputs
    yield from record.outputs


def _numbers(part: Part) -> Sequence[int]:
    text = part.params.get("target_shape", part.params.get("dims"))
    found = literals.read(str(text))
    return found if isinstance(found, tuple) else ()


def _as_scale(part: Part) -> Part:
    """A learnt factor per channel, which begins at a number."""
    match part.silent:
        case {
            "depthwise_initializer": {
                "class_name": "Constant",
                "config": {"value": float() | int() as initial},
            }
        } if len(part.silent) == 1 and _is_scale(part.params):
            return Part("channel_scale", part.name, {"initial": initial}, part.inputs)
    said: Mapping[str, Any] = part.silent
    raise Refusal(
        "no_parts",
        f"{part.block} is given {listed(said)} here, which its block has no parameter for",
    )


def _is_scale(params: Mapping[str, Scalar]) -> bool:
    plain = {"kernel_size": 1, "depth_multiplier": 1, "use_bias": False}
    return all(params[name] == value for name, value in plain.items())

"""Which input channels of a layer reach which of its output channels: one rule for each kind of layer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from blocks.spec import Shape
from designer.model.document import Node

MOST_GROUPS = 8  # distinguished by colour
FEWEST = 4  # lanes of a tensor that is a small part of another

# Which lanes of an input a lane of the output is made of.
Way = Callable[[int], Sequence[int]]


def ways_of(
    node: Node, shapes: Sequence[Shape], output: Shape, lanes: int
) -> list[Way]:
    """For each input, the lanes of the output that its lanes reach."""
    if node.block in ("Concatenate", "ops_concatenate") and _is_last_axis(node, output):
        shares = _shares([shape[-1] or 1 for shape in shapes], lanes)
        starts = [sum(shares[:n]) for n in range(len(shares) + 1)]
        return [
            partial(_into, lanes=lanes, start=a, end=b) for a, b in pairwise(starts)
        ]
    if node.block == "channel_shuffle":
        return [partial(_shuffled, lanes=lanes, groups=groups_of(node))]
    if node.block in MIXING:
        groups = groups_of(node)
        return [partial(_mixed, lanes=lanes, groups=groups)]
    if len(shapes) == 1 and _is_flattened(shapes[0], output):
        pixels = min(3, max(1, (output[-1] or 1) // (shapes[0][-1] or 1)))
        return [partial(_repeated, lanes=lanes, times=pixels)]
    if len(shapes) == 1 and shapes[0][-1:] != output[-1:] and node.block in MOVING:
        return [partial(_mixed, lanes=lanes, groups=1)]
    return [_straight for _ in shapes]


# Layers with a sum over channels: every output sees every channel of its group.
MIXING = ("Conv2D", "GroupedConv2D", "SeparableConv2D", "Dense", "Softmax")
MOVING = ("Reshape", "Permute")


def _straight(lane: int) -> Sequence[int]:
    return (lane,)


def _mixed(lane: int, lanes: int, groups: int) -> Sequence[int]:
    size = lanes // groups
    group = lane // size
    return range(group * size, (group + 1) * size)


def _shuffled(lane: int, lanes: int, groups: int) -> Sequence[int]:
    """A channel shuffle: (groups, channels of a group) with its axes swapped."""
    size = lanes // groups
    return ((lane % groups) * size + lane // groups,)


def _shares(widths: Sequence[int], lanes: int) -> list[int]:
    """The number of lanes of each part of a tensor; a small part gets enough to show its colours."""
    least = max(1, min(FEWEST, lanes // len(widths)))
    shares = [max(least, round(lanes * width / sum(widths))) for width in widths]
    shares[shares.index(max(shares))] += lanes - sum(shares)
    return shares


def _into(lane: int, lanes: int, start: int, end: int) -> Sequence[int]:
    """The lanes of an input that becomes a part of the output."""
    if not start <= lane < end:
        return ()
    return (int((lane - start + 0.5) / (end - start) * lanes),)


def _repeated(lane: int, lanes: int, times: int) -> Sequence[int]:
    """The lanes of a flatten: pixel after pixel, each with all channels."""
    return (lane * times % lanes,)


def groups_of(node: Node) -> int:
    """A layer's groups, or as many of them as colours can distinguish."""
    groups = node.params.get("groups", 2 if node.block == "channel_shuffle" else 1)
    return min(groups, MOST_GROUPS) if isinstance(groups, int) and groups > 0 else 1


def _is_last_axis(node: Node, output: Shape) -> bool:
    return node.params.get("axis", -1) in (-1, len(output) - 1)


def _is_flattened(shape: Shape, output: Shape) -> bool:
    return len(shape) == 4 and len(output) == 2 and shape[-1] != output[-1]


def is_weighing(node: Node, shape: Shape, output: Shape) -> bool:
    """Whether an input scales an image by one weight for each channel."""
    times = node.block in ("Multiply", "ops_multiply")
    return times and len(shape) == 4 and shape[1:3] == (1, 1) != output[1:3]

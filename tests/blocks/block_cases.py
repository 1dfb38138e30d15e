"""Random inputs and settings for every block of the library, from what its parameters say of themselves."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import islice
from random import Random
from typing import Any

from blocks.catalog import catalog
from blocks.definition import Block, Parameter

LARGEST = 40  # Keras makes the weights, so widths and kernels stay small
WIDTHS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48)

# Layers are held against Keras by the layer contract.
BLOCKS = [b for b in catalog().values() if b.inputs and b.category != "Layers"]

Case = tuple[list[Any], dict[str, Any]]


def cases(block: Block) -> Iterator[Case]:
    """Shapes for the ports and settings, without end; filters often equal the input's, where residuals begin."""
    random = Random(block.id)
    while True:
        shapes = [_shapes(random, port.many) for port in block.inputs]
        settings = {name: _value(random, p) for name, p in block.parameters.items()}
        if "filters" in settings and random.random() < 0.5:
            settings["filters"] = shapes[0][-1]
        yield shapes, settings


def _shapes(random: Random, many: bool) -> Any:
    shape = _shape(random)
    if not many:
        return shape
    others = (shape if random.random() < 0.8 else _shape(random) for _ in range(3))
    return [shape, *islice(others, random.randrange(4))]


def _shape(random: Random) -> tuple[int, ...]:
    image = (random.randint(1, 20), random.randint(1, 20), random.choice(WIDTHS))
    return image if random.random() < 0.95 else image[-1:]


def _value(random: Random, parameter: Parameter) -> Any:
    """What a hand can set a parameter to, and now and then one step less."""
    if random.random() < 0.5:
        return parameter.default
    if parameter.choices:
        return random.choice(parameter.choices)
    if parameter.type is bool:
        return random.random() < 0.5
    limits = parameter.range
    assert limits is not None, f"{parameter.name} has neither choices nor a range"
    steps = math.floor((min(limits.maximum, LARGEST) - limits.minimum) / limits.step)
    step = min(int(random.expovariate(0.3)), steps) if random.random() < 0.95 else -1
    return parameter.type(limits.minimum + step * limits.step)

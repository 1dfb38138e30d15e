"""Finds the blocks: every decorated function of the library, and every layer. A new one needs no entry anywhere."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from blocks.definition import Block
from blocks.layer_blocks import layer_blocks

# The palette's sections, in the order in which a network is built; others follow these.
CATEGORIES = (
    "Input",
    "Convolution",
    "Residual",
    "Mobile",
    "ShuffleNet",
    "Attention",
    "Pooling",
    "Merge",
    "Normalisation",
    "Regularisation",
    "Head",
    "Ports",
    "Layers",
)
SINGLE = ("Ports", "Layers")  # categories of blocks that are one layer, or none


@cache
def catalog() -> Mapping[str, Block]:
    """All blocks by id, ordered by category, module and place in it."""
    import blocks.library as library

    found = list(layer_blocks())
    for info in sorted(pkgutil.iter_modules(library.__path__), key=lambda i: i.name):
        module = importlib.import_module(f"{library.__name__}.{info.name}")
        for value in vars(module).values():
            made = getattr(value, "__block__", None)
            if isinstance(made, Block) and value.__module__ == module.__name__:
                found.append(made)
    found.sort(key=_section)
    return MappingProxyType({made.id: made for made in found})


def _section(made: Block) -> int:
    known = made.category in CATEGORIES
    return CATEGORIES.index(made.category) if known else len(CATEGORIES)

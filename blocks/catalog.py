"""Finds the blocks: every decorated function of the modules in this package. A new block needs no entry anywhere."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from blocks.definition import Block


@cache
def catalog() -> Mapping[str, Block]:
    """All blocks by id, ordered by module and place in it."""
    import blocks.library as library

    found: dict[str, Block] = {}
    for info in sorted(pkgutil.iter_modules(library.__path__), key=lambda i: i.name):
        module = importlib.import_module(f"{library.__name__}.{info.name}")
        for value in vars(module).values():
            made = getattr(value, "__block__", None)
            if isinstance(made, Block) and value.__module__ == module.__name__:
                found[made.id] = made
    return MappingProxyType(found)

"""Finds the templates: every one that a module of this package holds. A new one needs no entry anywhere."""

from __future__ import annotations

import importlib
import math
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from templates.template import Template


@cache
def gallery() -> Mapping[str, Template]:
    """All templates by id, ordered by family, then by year, those without one last."""
    import templates

    found: list[Template] = []
    for info in sorted(pkgutil.iter_modules(templates.__path__), key=lambda i: i.name):
        module = importlib.import_module(f"{templates.__name__}.{info.name}")
        found += [made for made in vars(module).values() if isinstance(made, Template)]
    found.sort(key=lambda made: (made.family, made.year or math.inf))
    return MappingProxyType({made.id: made for made in found})

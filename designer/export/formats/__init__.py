"""The target formats: each is a module of this folder with a `FORMAT` and a function `run`."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from types import MappingProxyType

from ..definition import Format


def _found() -> Mapping[str, Format]:
    modules = (module.name for module in pkgutil.iter_modules(__path__))
    return MappingProxyType(
        {
            form.id: replace(form, task=name)
            for name in modules
            for form in (import_module(f"{__name__}.{name}").FORMAT,)
        }
    )


FORMATS: Mapping[str, Format] = _found()

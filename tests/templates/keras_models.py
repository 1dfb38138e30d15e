"""Keras models as the tests look into them: its own, and those that our generated files build."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from designer.analysis.analyse import analyse
from designer.analysis.report import Analysis
from designer.codegen import generate
from templates import gallery


def leaves(model: Any) -> Iterator[Any]:
    """The layers in order, those of models inside the model in place of these."""
    for layer in model.layers:
        if hasattr(layer, "layers"):
            yield from leaves(layer)
        else:
            yield layer


def written(template: str, folder: Path, **options: Any) -> Any:
    """The model that the template's generated file builds."""
    return built(analyse(gallery()[template].document(**options)), folder)


def built(analysis: Analysis, folder: Path) -> Any:
    """The model that a design's generated file builds."""
    path = folder / "network.py"
    path.write_text(generate(analysis).source)
    spec = importlib.util.spec_from_file_location("network", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.build_model()

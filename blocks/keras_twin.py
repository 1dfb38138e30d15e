"""Builds the Keras layer that a layer of the facade stands for."""

from __future__ import annotations

from dataclasses import fields
from typing import Any


def keras_twin(layer: Any) -> Any:
    """The Keras layer that `layer` stands for; the same one each time, so that calls share its weights.

    Args:
        layer: a `blocks.spec.Layer`, which knows this module.
    """
    twin = vars(layer).get("_twin")
    if twin is None:
        settings = {f.name: getattr(layer, f.name) for f in fields(layer) if f.init}
        twin = vars(layer)["_twin"] = _keras_class(layer.kind)(**settings)
    return twin


def _keras_class(kind: str) -> Any:
    if kind == "GroupedConv2D":
        from blocks.grouped_conv2d import GroupedConv2D

        return GroupedConv2D
    return getattr(keras_module().layers, kind)


def keras_module() -> Any:
    """Keras, imported on first use: analysis never waits the seconds that it takes."""
    import keras

    return keras

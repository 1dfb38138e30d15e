"""Keras's own models, as the tests look into them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def leaves(model: Any) -> Iterator[Any]:
    """The layers in order, those of models inside the model in place of these."""
    for layer in model.layers:
        if hasattr(layer, "layers"):
            yield from leaves(layer)
        else:
            yield layer

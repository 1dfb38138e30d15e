"""Weights with which a comparison of two networks says something (runs in the worker).

At their initial values most weights are 0 or 1, and networks that mix them up compute the same. With random ones, a
deep network's values explode or vanish, and a softmax that has settled on one class hides everything before it. So
the kernels are random, and scaled layer by layer until what leaves each layer has a standard deviation of 1, as
Mishkin and Matas (2016, "All you need is a good init") do it for training.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

SEED = 20_260


def randomise(model: Any, inputs: list[Any], *, renew: bool = True) -> None:
    """Give every weight a random value of about the size it has after training, batch-norm statistics included.

    Args:
        renew: whether layers compute anew what they derive from their weights. A SavedModel holds such values as
            constants, so the model that it is compared with keeps those of the initial weights.
    """
    random = np.random.default_rng(SEED)
    for variable in model.weights:
        variable.assign(_random(random, variable).astype(variable.dtype))
    if renew:
        renew_derived_state(model)
    model._run_through_graph(inputs, operation_fn=_settled)


def renew_derived_state(model: Any) -> None:
    """Have each layer load its own weights.

    Layers such as Normalization compute with values that they derive from their weights when they are built, adapted
    or loaded. An assignment does not change these values.
    """
    for layer in model._flatten_layers(include_self=False):
        if layer.weights:
            store: dict[str, Any] = {}
            layer.save_own_variables(store)
            layer.load_own_variables(store)


def _random(random: np.random.Generator, variable: Any) -> Any:
    shape, name = tuple(variable.shape), variable.name
    if "variance" in name or "gamma" in name:
        return random.uniform(0.5, 1.5, shape)
    return random.normal(0, 1 if len(shape) > 1 else 0.1, shape)


def _settled(operation: Any) -> Any:
    """The operation; if it is a layer with a kernel, one that scales it on the way."""
    kernels = [v for v in getattr(operation, "weights", ()) if "kernel" in v.name]
    if not kernels:
        return operation

    def call(*arguments: Any, **named: Any) -> Any:
        with _linear(operation):
            spread = float(np.std(operation(*arguments, **named)))
        if spread > 0 and np.isfinite(spread):
            kernels[-1].assign(kernels[-1] / spread)
        return operation(*arguments, **named)

    return call


@contextmanager
def _linear(layer: Any) -> Iterator[None]:
    """The layer without its activation, whose output says little of the size of its input."""
    if not hasattr(layer, "activation"):
        yield
        return
    activation, layer.activation = layer.activation, None
    try:
        yield
    finally:
        layer.activation = activation

"""What the blocks compute, against the papers' formulas written out in NumPy."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from blocks.library.attention import squeeze_excite
from blocks.library.ghost import ghost_module
from blocks.library.mobile import inverted_residual
from blocks.library.shuffle import channel_shuffle

pytestmark = pytest.mark.keras


def image(*shape: int) -> Any:
    return np.random.default_rng(1).normal(size=shape).astype("float32")


def test_a_shuffle_is_reshape_transpose_flatten() -> None:
    x = image(2, 3, 5, 12)
    wanted = x.reshape(2, 3, 5, 4, 3).swapaxes(-1, -2).reshape(x.shape)
    assert np.array_equal(channel_shuffle(x, groups=4), wanted)


def test_a_shuffle_back_undoes_a_shuffle() -> None:
    x = image(1, 2, 2, 12)
    there = channel_shuffle(x, groups=4)
    assert not np.array_equal(there, x)
    assert np.array_equal(channel_shuffle(there, groups=3), x)


def test_squeeze_and_excitation_weighs_channels() -> None:
    import keras

    inputs = keras.Input((6, 5, 8))
    model = keras.Model(inputs, squeeze_excite(inputs, ratio=4))
    random = np.random.default_rng(2)
    model.set_weights([random.normal(size=w.shape) for w in model.weights])
    reduce, reduce_bias, expand, expand_bias = map(np.asarray, model.weights)
    x = image(2, 6, 5, 8)
    squeezed = np.maximum(x.mean((1, 2)) @ reduce[0, 0] + reduce_bias, 0)
    gate = 1 / (1 + np.exp(-(squeezed @ expand[0, 0] + expand_bias)))
    assert np.allclose(model(x), x * gate[:, None, None], rtol=1e-5, atol=1e-6)


def test_dropped_residual_branches_leave_the_input() -> None:
    """Stochastic depth drops the branch of a whole image, or none of it."""
    import keras

    keras.utils.set_random_seed(1)
    inputs = keras.Input((4, 4, 8))
    outputs = inverted_residual(inputs, filters=8, drop_rate=0.5)
    x = image(64, 4, 4, 8)
    change = np.asarray(keras.Model(inputs, outputs)(x, training=True)) - x
    dropped = np.all(change == 0, axis=(1, 2, 3))
    assert 0 < dropped.sum() < 64
    assert np.all(change[~dropped] != 0)


def test_a_ghost_is_a_depthwise_convolution_of_what_was_computed() -> None:
    import keras

    inputs = keras.Input((6, 5, 8))
    outputs = ghost_module(inputs, filters=12, activation="linear")
    model = keras.Model(inputs, outputs)
    random = np.random.default_rng(3)
    first, cheap = (
        next(layer for layer in model.layers if layer.name == f"ghost_{part}_conv")
        for part in ("primary", "cheap")
    )
    first.kernel.assign(random.normal(size=first.kernel.shape))
    cheap.kernel.assign(random.normal(size=cheap.kernel.shape))
    x = image(2, 6, 5, 8)
    bn = 1 / np.sqrt(1 + 1e-3)  # a new batch normalisation
    computed = x @ np.asarray(first.kernel)[0, 0] * bn
    padded = np.pad(computed, ((0, 0), (1, 1), (1, 1), (0, 0)))
    kernel = np.asarray(cheap.kernel)[..., 0]
    ghosts = sum(
        padded[:, i : i + 6, j : j + 5] * kernel[i, j]
        for i in range(3)
        for j in range(3)
    )
    wanted = np.concatenate([computed, ghosts * bn], axis=-1)
    assert np.allclose(model(x), wanted, rtol=1e-4, atol=1e-5)

"""With random weights, a model gives what another gives that has loaded these weights."""

import keras
import numpy as np
import pytest

from blocks.catalog import catalog
from blocks.layer_blocks import layer_blocks
from designer.analysis import analyse
from designer.export.worker.random_weights import randomise
from tests.designer.codegen.random_designs import alone, build

pytestmark = [
    pytest.mark.keras,
    # Keras's own, where it saves weights
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
]

IMAGES = np.random.default_rng(0).normal(size=(2, 16, 16, 48)).astype("float32")


def weighted():
    """The facade's layers that have weights."""
    for block in layer_blocks():
        analysis = analyse(alone(catalog()[block.id]))
        if analysis.total.params:
            yield pytest.param(analysis, id=block.id)


def last_output(model):
    outputs = model(IMAGES)
    return np.asarray(outputs[-1] if isinstance(outputs, list) else outputs)


def agree(model, again, folder):
    randomise(model, [IMAGES])
    path = folder / "random.weights.h5"
    model.save_weights(path)
    initial = last_output(again)
    again.load_weights(path)
    given, loaded = last_output(model), last_output(again)
    assert np.abs(given - initial).max() > 0.01  # the weights matter
    assert np.abs(given - loaded).max() <= 1e-6 * np.abs(given).max()


@pytest.mark.parametrize("analysis", [*weighted()])
def test_every_layer_with_weights(analysis, tmp_path):
    agree(build(analysis, tmp_path), build(analysis, tmp_path), tmp_path)


class Derived(keras.layers.Layer):
    """Computes with a value that it derives from its weight, as Normalization does."""

    def build(self, shape):
        self.factor = self.add_weight(shape=shape[-1:], initializer="ones")
        self.derive()

    def derive(self):
        self.doubled = 2 * np.asarray(self.factor.value)

    def load_own_variables(self, store):
        super().load_own_variables(store)
        self.derive()

    def call(self, x):
        return x * self.doubled


def test_a_layer_that_derives_state_from_its_weights(tmp_path):
    def model():
        x = inputs = keras.Input(IMAGES.shape[1:])
        return keras.Model(inputs, Derived()(x))

    agree(model(), model(), tmp_path)

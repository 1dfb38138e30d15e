"""A small network as the code generator would write it, and one warm worker for all tests that need TensorFlow."""

import json
import tempfile
from pathlib import Path

import pytest

from designer.export.definition import EXPECTED_FILE, SOURCE_FILE
from designer.export.process.client import Request, Worker

SOURCE = '''"""Tiny."""

import keras
from keras import layers


def build_model():
    x = inputs = keras.Input((16, 16, 3), name="image")
    x = layers.Conv2D(8, 3, use_bias=False, name="stem_conv")(x)
    x = layers.BatchNormalization(name="stem_bn")(x)
    x = layers.ReLU(name="stem_relu")(x)
    x = layers.GlobalAveragePooling2D(name="pool")(x)
    x = layers.Dropout(0.2, name="head_dropout")(x)
    x = layers.Dense(10, activation="softmax", name="head_dense")(x)
    return keras.Model(inputs, x, name="tiny")


def main():
    build_model().summary()


if __name__ == "__main__":
    main()
'''

EXPECTED = {
    "parameters": 3 * 3 * 3 * 8 + 4 * 8 + 8 * 10 + 10,
    "trainable_parameters": 3 * 3 * 3 * 8 + 2 * 8 + 8 * 10 + 10,
    "outputs": [[None, 10]],
    "output_names": ["head"],
    "nodes": [
        {"name": "image", "layers": {"image": [[None, 16, 16, 3]]}, "operations": []},
        {
            "name": "stem",
            "layers": {
                "stem_conv": [[None, 14, 14, 8]],
                "stem_bn": [[None, 14, 14, 8]],
                "stem_relu": [[None, 14, 14, 8]],
            },
            "operations": [],
        },
        {"name": "pool", "layers": {"pool": [[None, 8]]}, "operations": []},
        {
            "name": "head",
            "layers": {"head_dropout": [[None, 8]], "head_dense": [[None, 10]]},
            "operations": [],
        },
    ],
}


@pytest.fixture
def source():
    """The text of a generated file."""
    return SOURCE


@pytest.fixture
def expected():
    """What an analysis would say of it; the test's own copy."""
    return json.loads(json.dumps(EXPECTED))


@pytest.fixture
def ask(tmp_path, source, expected):
    """Makes requests: `ask(task, source=..., expected=...)`, with a staging folder of their own."""

    def make(task="python_source", source=source, expected=expected):
        staging = Path(tempfile.mkdtemp(prefix="staging-", dir=tmp_path))
        files = {SOURCE_FILE: source, EXPECTED_FILE: json.dumps(expected)}
        return Request(task, staging / "result", staging, files)

    return make


@pytest.fixture(scope="session")
def warm_worker():
    """A real worker, shared: a test that kills its process makes the next one wait for TensorFlow."""
    with Worker() as worker:
        worker.warm_up()
        yield worker

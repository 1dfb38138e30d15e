"""The fast grouped convolution against `keras.layers.Conv2D(groups=...)`, which it stands in for."""

import ast
import random
from pathlib import Path

import keras
import numpy as np
import pytest
import tensorflow as tf

from blocks import grouped_conv2d
from blocks.grouped_conv2d import GroupedConv2D

pytestmark = [
    pytest.mark.keras,
    # Keras 3.15 reads weights in a way that NumPy 2 wants changed.
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
]


def settings(seed: int) -> tuple[tuple[int, ...], dict[str, object]]:
    """A random image size and random arguments that Conv2D takes."""
    pick = random.Random(seed)
    groups = pick.choice([1, 2, 3, 4, 6, 8, 12])
    per_group = pick.choice([1, 1, 2, 3, 4])  # 1: as many groups as channels
    kernel = pick.choice([1, 1, 2, 3, (1, 3), (3, 2), 5])
    strides = pick.choice([1, 1, 2, 3, (1, 2)])
    dilation = pick.choice([1, 2, (2, 1)]) if strides == 1 else 1
    shape = (pick.randint(9, 12), pick.randint(9, 12), groups * per_group)
    return shape, {
        "filters": groups * pick.randint(1, 4),
        "kernel_size": kernel,
        "strides": strides,
        "padding": pick.choice(["valid", "same"]),
        "dilation_rate": dilation,
        "groups": groups,
        "activation": pick.choice([None, "tanh"]),
        "use_bias": pick.random() < 0.5,
    }


def randomised(layer: keras.Layer, shape: tuple[int, ...], seed: int) -> keras.Layer:
    layer.build((None, *shape))
    noise = np.random.default_rng(seed)
    layer.set_weights([noise.normal(size=w.shape) for w in layer.weights])
    return layer


def images(shape: tuple[int, ...], seed: int, dtype: str = "float64") -> tf.Tensor:
    return tf.constant(np.random.default_rng(seed).normal(size=(2, *shape)), dtype)


def results(layer: keras.Layer, x: tf.Tensor) -> list[np.ndarray]:
    """The output, and the gradients for the input and every weight."""
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = layer(x)
        loss = tf.reduce_sum(tf.sin(y))  # not linear: every output has its own weight
    weights = [w.value for w in layer.trainable_weights]
    return [y.numpy(), *(g.numpy() for g in tape.gradient(loss, [x, *weights]))]


@pytest.mark.parametrize("seed", range(50))
def test_same_outputs_and_gradients_as_conv2d(seed: int) -> None:
    shape, arguments = settings(seed)
    ours = randomised(GroupedConv2D(**arguments, dtype="float64"), shape, seed)
    theirs = randomised(keras.layers.Conv2D(**arguments, dtype="float64"), shape, seed)
    x = images(shape, seed + 1)
    for mine, reference in zip(results(ours, x), results(theirs, x), strict=True):
        np.testing.assert_allclose(mine, reference, rtol=1e-9, atol=1e-9)


ROADS = {  # one of each way through the class
    "depthwise": {"filters": 48, "kernel_size": 3, "groups": 24, "padding": "same"},
    "pointwise": {"filters": 9, "kernel_size": 1, "groups": 3, "strides": 2},
    "split": {"filters": 4, "kernel_size": (3, 2), "groups": 2, "strides": (2, 1)},
    "joined": {"filters": 12, "kernel_size": 3, "groups": 6},  # 3 groups at a time
    "ungrouped": {"filters": 4, "kernel_size": 3},
}
road = pytest.mark.parametrize("arguments", ROADS.values(), ids=ROADS)
SHAPE = (9, 10, 24)


@road
@pytest.mark.parametrize("jit", [False, True], ids=["graph", "xla"])
def test_compiled_gives_the_same_as_eager(arguments: dict, jit: bool) -> None:
    layer = randomised(GroupedConv2D(**arguments), SHAPE, seed=3)
    x = images(SHAPE, seed=4, dtype="float32")

    @tf.function(jit_compile=jit)
    def step(x: tf.Tensor) -> list[tf.Tensor]:
        with tf.GradientTape() as tape:
            y = layer(x)
            loss = tf.reduce_sum(tf.sin(y))
        return [y, *tape.gradient(loss, [w.value for w in layer.trainable_weights])]

    eager, _, *gradients = results(layer, x)
    for compiled, reference in zip(step(x), [eager, *gradients], strict=True):
        np.testing.assert_allclose(compiled, reference, rtol=1e-3, atol=1e-4)


@road
def test_mixed_precision(arguments: dict) -> None:
    ours = randomised(GroupedConv2D(**arguments, dtype="mixed_float16"), SHAPE, 5)
    theirs = randomised(
        keras.layers.Conv2D(**arguments, dtype="mixed_float16"), SHAPE, 5
    )
    x = images(SHAPE, seed=6, dtype="float32")
    assert ours(x).dtype == "float16"
    assert ours.kernel.dtype == "float32"
    np.testing.assert_allclose(ours(x), theirs(x), rtol=2e-2, atol=2e-2)


@road
def test_saved_and_loaded_without_naming_the_class(
    arguments: dict, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Files that other tests run register a class of their own under this name.
    name = keras.saving.get_registered_name(GroupedConv2D)
    assert name == "channelwise>GroupedConv2D"
    monkeypatch.setitem(keras.saving.get_custom_objects(), name, GroupedConv2D)
    x = keras.Input(SHAPE)
    layer = randomised(GroupedConv2D(**arguments), SHAPE, seed=7)
    model = keras.Model(x, layer(x))
    model.save(tmp_path / "model.keras")
    loaded = keras.saving.load_model(tmp_path / "model.keras")
    given = images(SHAPE, seed=8, dtype="float32")
    np.testing.assert_array_equal(model(given), loaded(given))
    assert isinstance(loaded.layers[1], GroupedConv2D)


@road
def test_weights_are_laid_out_as_conv2d(arguments: dict) -> None:
    ours = randomised(GroupedConv2D(**arguments), SHAPE, seed=9)
    theirs = randomised(keras.layers.Conv2D(**arguments), SHAPE, seed=10)
    theirs.set_weights(ours.get_weights())
    x = images(SHAPE, seed=11, dtype="float32")
    np.testing.assert_allclose(ours(x), theirs(x), rtol=1e-4, atol=1e-4)


@road
def test_sizes_may_be_unknown_until_the_images_come(arguments: dict) -> None:
    x = keras.Input((None, None, SHAPE[-1]))
    model = keras.Model(x, GroupedConv2D(**arguments)(x))
    expected = model.layers[1].compute_output_shape((2, *SHAPE))
    assert model.predict(images(SHAPE, 12), verbose=0).shape == expected


@road
def test_elsewhere_it_is_conv2d(
    arguments: dict, monkeypatch: pytest.MonkeyPatch
) -> None:
    layer = randomised(GroupedConv2D(**arguments), SHAPE, seed=13)
    x = images(SHAPE, seed=14, dtype="float32")
    fast = layer(x)
    monkeypatch.setattr(grouped_conv2d, "on_slow_cpu", lambda: False)
    np.testing.assert_allclose(layer(x), fast, rtol=1e-4, atol=1e-4)


@road
def test_trains_in_a_model(arguments: dict) -> None:
    model = keras.Sequential(
        [GroupedConv2D(**arguments), keras.layers.GlobalAveragePooling2D()]
    )
    model.compile("adam", "mse")
    x = images(SHAPE, seed=15, dtype="float32")
    history = model.fit(x, np.ones((2, arguments["filters"])), verbose=0, epochs=2)
    first, second = history.history["loss"]
    assert second < first


def test_backends_with_fast_groups_or_no_list_of_devices_are_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keras.backend, "backend", lambda: "torch")
    monkeypatch.delattr(keras.distribution, "list_devices")
    assert not grouped_conv2d.on_slow_cpu()


def test_imports_keras_alone() -> None:
    tree = ast.parse(Path(grouped_conv2d.__file__).read_text("utf-8"))
    imports = [n for n in ast.walk(tree) if isinstance(n, ast.Import | ast.ImportFrom)]
    assert [ast.unparse(n) for n in imports] == [
        "import keras",
        "from keras import layers, ops",
    ]

"""Random networks of every layer of the facade, and how far the gradient of their outputs reaches in the input."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import numpy as np

from blocks import layers, ops
from blocks.spec import known, record
from blocks.view import View

HEIGHT, WIDTH, CHANNELS = 40, 36, 4
MOST = 300  # output elements whose gradients are taken
STRETCHES = ("nearest", "bilinear", "bicubic", "lanczos3", "lanczos5")

Extent = tuple[int | None, int | None]


def network(seed: str, x: Any, *, smooth: bool) -> Any:
    """A random network on specs or on Keras tensors; the same seed makes the same one.

    Args:
        seed: with "cut" at its beginning, networks that cut pixels away, pad what is left and look at whole axes.
        smooth: layers that pass the gradient to one element only are replaced by those that average.
    """
    pick = Random(seed)
    earlier = [x]
    if seed.startswith("cut"):
        for steps in CUT:
            x = pick.choice(steps)(pick, x, earlier, smooth)
            earlier.append(x)
        return x
    for _ in range(pick.choice([1, 2, 3, 4, 4, 5, 6])):
        fitting = [step for step in STEPS if len(x.shape) == 4 or step in ANY_RANK]
        x = pick.choice(fitting)(pick, x, earlier, smooth)
        earlier.append(x)
    return x


def _convolution(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    kind = pick.choice(
        ("Conv2D", "GroupedConv2D", "DepthwiseConv2D", "SeparableConv2D")
    )
    kernel = tuple(min(pick.choice([1, 2, 3, 3, 5]), size) for size in x.shape[1:3])
    window: dict[str, Any] = {"padding": pick.choice(["same", "valid"])}
    change = pick.choice(["", "", "strides", "dilation_rate"])
    fits = window["padding"] == "same" or all(
        2 * k < size for k, size in zip(kernel, x.shape[1:3], strict=True)
    )
    if change and (change == "strides" or fits):
        window[change] = pick.choice([2, 2, 3]) if change == "strides" else 2
    # oneDNN's gradient of Conv2D and TensorFlow's of pools crash where strides pass over the kernel.
    if window.get("strides", 1) > min(kernel):
        kind = "SeparableConv2D"
    if pick.random() < 0.15 and x.shape[-1] > 1:
        window["activation"] = pick.choice(["softmax", "softplus", "log_softmax"])
    if kind == "DepthwiseConv2D":
        return layers.DepthwiseConv2D(
            kernel, depth_multiplier=pick.choice([1, 1, 2]), **window
        )(x)
    if kind == "SeparableConv2D":
        return layers.SeparableConv2D(pick.choice([2, 4]), kernel, **window)(x)
    groups = pick.choice([n for n in (1, 2, 3, 4) if x.shape[-1] % n == 0])
    filters = groups * pick.choice([1, 2])
    if filters == 1:  # a softmax of one channel is constant
        window.pop("activation", None)
    return getattr(layers, kind)(filters, kernel, groups=groups, **window)(x)


def _pool(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    kind = pick.choice(("MaxPooling2D", "AveragePooling2D"))
    pool = tuple(min(pick.choice([1, 2, 3]), size) for size in x.shape[1:3])
    made = getattr(layers, "AveragePooling2D" if smooth else kind)
    strides = pick.choice([None, 1, 2])
    return made(pool, strides=strides, padding=pick.choice(["same", "valid"]))(x)


def _enlarge(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    if max(x.shape[1:3]) > 60:
        return x
    size = pick.choice([2, 2, 3, (1, 2), (2, 1)])
    return layers.UpSampling2D(size, interpolation=pick.choice(STRETCHES))(x)


def _border(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    sides = tuple(tuple(pick.randrange(3) for _ in "ab") for _ in "hw")
    if pick.random() < 0.5 or min(x.shape[1:3]) < 6:
        return layers.ZeroPadding2D(sides)(x)
    return layers.Cropping2D(sides)(x)


def _pixel_shuffle(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    _, height, width, channels = x.shape
    if channels % 4 or max(height, width) > 60:
        return x
    inner = pick.choice(((2, 2, channels // 4), (channels // 4, 2, 2)))
    order = (1, 3, 2, 4, 5) if inner[0] == 2 else (1, 4, 2, 5, 3)
    x = layers.Reshape((height, width, *inner))(x)
    x = layers.Permute(order)(x)
    return layers.Reshape((height * 2, width * 2, channels // 4))(x)


def _space_to_depth(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    _, height, width, channels = x.shape
    if height % 2 or width % 2 or channels > 8:
        return x
    x = layers.Reshape((height // 2, 2, width // 2, 2, channels))(x)
    x = layers.Permute(pick.choice(((1, 3, 2, 4, 5), (1, 3, 5, 2, 4))))(x)
    return layers.Reshape((height // 2, width // 2, 4 * channels))(x)


def _channel_shuffle(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    _, height, width, channels = x.shape
    groups = pick.choice([n for n in (1, 2, 3, 4) if channels % n == 0])
    x = layers.Reshape((height, width, groups, channels // groups))(x)
    x = layers.Permute((1, 2, 4, 3))(x)
    return layers.Reshape((height, width, channels))(x)


def _tokens(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    _, height, width, channels = x.shape
    x = layers.Reshape((height * width, channels))(x)
    x = layers.Dense(channels)(x)
    return layers.Reshape((height, width, channels))(x)


def _turned(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    return layers.Permute(pick.choice(((2, 1, 3), (2, 1, 3), (1, 3, 2))))(x)


def _refilled(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    _, height, width, channels = x.shape
    shapes = [(width, height, channels), (height * channels, width, 1)]
    shapes += [(height // 2, 2 * width, channels)] * (height % 2 == 0)
    shapes += [(height, width // 2, 2 * channels)] * (width % 2 == 0)
    return layers.Reshape(pick.choice(shapes))(x)


def _alone(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    """A layer that reads each element, or all along an axis."""
    if min(x.shape[1:]) < 2:  # of one element these are constant
        return layers.BatchNormalization()(x)
    choices: list[Callable[[], Any]] = [
        lambda: layers.Activation(pick.choice(["softmax", "softplus", "sparse_plus"])),
        layers.BatchNormalization,
        lambda: layers.Dropout(0.5),
        lambda: layers.SpatialDropout2D(0.5),
        lambda: layers.Activation("softplus") if smooth else layers.ReLU(),
        lambda: layers.Rescaling(0.5),
        lambda: layers.Normalization(mean=0.5, variance=2.0),
        lambda: layers.Softmax(axis=pick.choice([-1, 1, 2])),
        lambda: layers.LayerNormalization(axis=pick.choice([-1, 1, (1, 2)])),
        lambda: layers.Dense(pick.choice([2, 4])),
    ]
    return pick.choice(choices)()(x)


def _gate(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    kind = pick.choice(("GlobalAveragePooling2D", "GlobalMaxPooling2D"))
    gate = getattr(layers, "GlobalAveragePooling2D" if smooth else kind)(keepdims=True)(
        x
    )
    return pick.choice((layers.Multiply(), layers.Add()))([x, gate])


def _merge(pick: Random, x: Any, earlier: Any, smooth: bool) -> Any:
    """With an earlier tensor, cut to the size of the smaller of the two."""
    other = pick.choice([tensor for tensor in earlier if len(tensor.shape) == 4])
    cut = pick.random() < 0.5
    height, width = (min(x.shape[axis], other.shape[axis]) for axis in (1, 2))
    x, other = (_cut(tensor, height, width, cut) for tensor in (x, other))
    if x.shape[-1] == other.shape[-1] and pick.random() < 0.6:
        kind = pick.choice(("Add", "Average", "Maximum", "Minimum", "Subtract", "ops"))
        if kind == "ops":
            return ops.add(x, other)
        if smooth and kind in ("Maximum", "Minimum", "Subtract"):
            kind = "Add"
        return getattr(layers, kind)()([x, other])
    if pick.random() < 0.3:
        return ops.concatenate([x, other], axis=-1)
    return layers.Concatenate()([x, other])


def _cut(x: Any, height: int, width: int, late: bool) -> Any:
    rows, columns = x.shape[1] - height, x.shape[2] - width
    if not rows and not columns:
        return x
    if late:
        return layers.Cropping2D(((0, rows), (0, columns)))(x)
    sides = (rows // 2, rows - rows // 2), (columns // 2, columns - columns // 2)
    return layers.Cropping2D(sides)(x)


def _halves(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    axis = pick.choice([-1, -1, 1, 2])
    if x.shape[axis] % 2:
        return x
    one, two = ops.split(x, 2, axis=axis)
    if pick.random() < 0.6:
        one = layers.DepthwiseConv2D(3, padding="same")(one)
    if pick.random() < 0.3:
        return ops.multiply(ops.sigmoid(one), two)
    return layers.Concatenate(axis=axis)(pick.choice(([one, two], [two, one])))


def _cropped(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    sides = tuple(tuple(pick.choice([0, 0, 1, 2, 3, 5]) for _ in "ab") for _ in "hw")
    most = min(x.shape[1:3]) - 4
    return layers.Cropping2D(sides)(x) if max(map(sum, sides)) <= most else x


def _sliced(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    """One of the parts along the rows, the columns or the channels."""
    axis = pick.choice([1, 2, 3])
    size = x.shape[axis]
    if size < 4:
        return x
    places = sorted(pick.sample(range(1, size), 2))
    parts = pick.choice((places, places[:1], places[1:]))
    return max(ops.split(x, parts, axis=axis), key=lambda part: part.shape[axis])


def _thinned(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    """Strides that leave rows over."""
    kernel, strides = pick.choice([(1, 2), (1, 3), (2, 3), (3, 2), (3, 3), (2, 2)])
    if min(x.shape[1:3]) < 8:
        return x
    window: dict[str, Any] = {"padding": pick.choice(["valid", "valid", "same"])}
    if pick.random() < 0.5 and kernel >= strides:
        return layers.AveragePooling2D(kernel, strides=strides, **window)(x)
    return layers.SeparableConv2D(4, kernel, strides=strides, **window)(x)


def _padded(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    """A window over the zeros around what is left."""
    kernel = pick.choice([3, 3, 5, (3, 5), (7, 3)])
    if pick.random() < 0.3:
        sides = tuple(tuple(pick.randrange(4) for _ in "ab") for _ in "hw")
        return layers.Conv2D(4, 2)(layers.ZeroPadding2D(sides)(x))
    if pick.random() < 0.3:
        strides = pick.choice([1, 2])
        return layers.SeparableConv2D(4, kernel, strides=strides, padding="same")(x)
    dilation = pick.choice([1, 1, 2]) if min(x.shape[1:3]) > 14 else 1
    return layers.Conv2D(4, kernel, padding="same", dilation_rate=dilation)(x)


def _all_along(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    """What reads everything along the rows, the columns or both."""
    if min(x.shape[1:3]) < 2:
        return x
    choices: list[Callable[[], Any]] = [
        lambda: layers.Softmax(axis=pick.choice([1, 2]))(x),
        lambda: layers.LayerNormalization(axis=pick.choice([1, 2, (1, 2)]))(x),
        lambda: layers.GlobalAveragePooling2D()(x),
        lambda: layers.Dense(2)(layers.Flatten()(x)),
        lambda: _gate(pick, x, _, smooth),
    ]
    return pick.choice(choices)()


def _as_it_is(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    return x


def _end(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    if pick.random() < 0.6:
        kind = pick.choice(("GlobalAveragePooling2D", "GlobalMaxPooling2D"))
        x = getattr(layers, "GlobalAveragePooling2D" if smooth else kind)()(x)
    else:
        x = layers.Flatten()(x)
    return layers.Dense(3)(x) if pick.random() < 0.5 else x


def _vector(pick: Random, x: Any, _: Any, smooth: bool) -> Any:
    act = ops.sigmoid if smooth else ops.relu
    return act(layers.Dense(3)(x))


# fmt: off
STEPS = (
    _convolution, _convolution, _convolution, _convolution, _pool, _pool, _enlarge,
    _enlarge, _border, _pixel_shuffle, _pixel_shuffle, _space_to_depth, _channel_shuffle,
    _tokens, _turned, _refilled, _alone, _alone, _gate, _merge, _merge, _halves,
    _halves, _end, _vector,
)
# fmt: on
DROPPING = (_cropped, _cropped, _sliced, _thinned)
CUT = (
    (_as_it_is, _convolution, _pool, _thinned, _enlarge),
    DROPPING,
    (_as_it_is, _padded, _padded, _convolution, _alone, _turned),
    (_as_it_is, *DROPPING, _merge, _pixel_shuffle, _space_to_depth, _halves, _tokens),
    (_as_it_is, _padded, _padded, _padded, _enlarge, _merge),
    (_as_it_is, _as_it_is, _padded, _merge, _refilled),
    (_as_it_is, _all_along, _all_along),
)
ANY_RANK = (_vector,)


def analysed(seed: str) -> tuple[Extent, View]:
    """What the rules say: the largest extent in rows and columns, None for all; and the output's view."""
    x = layers.Input((HEIGHT, WIDTH, CHANNELS))
    output = network(seed, x, smooth=False)
    found = {None: (View.of_input("x", known(x.shape)),)}
    for call in record(output):
        read = [found[spec.source][spec.index] for spec in call.inputs]
        found[call] = call.operation.views(call.outputs, *read)
    view = found[output.source][output.index]
    assert view.shape == known(output.shape)
    rows, columns = view.lines["x"]
    return (rows.extent(view.shape), columns.extent(view.shape)), view


def measured(seed: str) -> tuple[int, int]:
    """The largest extent of the gradient of single outputs, with positive weights."""
    import keras
    import tensorflow as tf

    x = keras.Input((HEIGHT, WIDTH, CHANNELS))
    model = keras.Model(x, network(seed, x, smooth=True))
    random = np.random.default_rng(0)
    for weight in model.trainable_weights:
        fan = np.prod(weight.shape[:-1]) if len(weight.shape) > 1 else 1
        weight.assign(random.uniform(0.5, 1.5, weight.shape) / fan)
    shape = model.output_shape[1:]
    chosen = elements(shape)
    images = random.uniform(0.5, 1.5, (1, HEIGHT, WIDTH, CHANNELS)).astype("float32")
    rows = columns = 0
    for start in range(0, len(chosen), 200):
        part = chosen[start : start + 200]
        tiled = tf.repeat(tf.constant(images), len(part), axis=0)
        with tf.GradientTape() as tape:
            tape.watch(tiled)
            flat = tf.reshape(model(tiled, training=False), (len(part), -1))
            total = tf.reduce_sum(tf.gather(flat, part, batch_dims=1))
        gradient = np.abs(tape.gradient(total, tiled).numpy()).max(axis=-1)
        seen = gradient > 1e-6 * gradient.max(axis=(1, 2), keepdims=True)
        rows = max(rows, extent(seen.any(axis=2)))
        columns = max(columns, extent(seen.any(axis=1)))
    return rows, columns


def elements(shape: tuple[int, ...]) -> np.ndarray:
    """Output elements, as places in the flat output: all, or those in the middle and others at random."""
    size = int(np.prod(shape))
    if size <= MOST:
        return np.arange(size)
    middle = [
        range(max(0, n // 2 - 3), min(n, n // 2 + 3)) if axis < 2 else range(min(n, 8))
        for axis, n in enumerate(shape)
    ]
    grid = np.meshgrid(*middle, indexing="ij")
    places = np.ravel_multi_index([axis.ravel() for axis in grid], shape)
    random = np.random.default_rng(0)
    kept = random.permutation(places)[: MOST // 2]
    return np.unique(np.concatenate([kept, random.integers(size, size=MOST // 2)]))


def extent(seen: np.ndarray) -> int:
    """The most lines from the first that is seen to the last, over a batch."""
    most = 0
    for line in seen:
        (places,) = np.nonzero(line)
        if len(places):
            most = max(most, int(places[-1] - places[0] + 1))
    return most

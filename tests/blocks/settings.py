"""Random settings for every layer of the facade, good and bad, by the names of their arguments."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

Shape = tuple[int | None, ...]

# What an argument may be, and what Keras refuses; nothing that Keras is known to take without sense
# (test_layer_contract.STRICTER names those one by one).
GOOD: Mapping[str, tuple[Any, ...]] = {
    "activation": ("relu", "relu6", "swish", "linear", "softmax", None),
    "axis": (-1, -1, 3, 1, 2, -2),
    "center": (True, False),
    "cropping": (0, 1, 2, (1, 2), ((1, 0), (0, 2)), [[1, 1], [0, 0]]),
    "data_format": (None, "channels_last", "Channels_Last"),
    "depth_multiplier": (1, 2, 3, True),
    "dilation_rate": (1, 2, 3, (1, 2), (2, 1)),
    "dtype": (None, "float32", "mixed_float16", "float64", "bfloat16"),
    "epsilon": (1e-3, 1e-5, 1),
    "filters": (1, 2, 3, 4, 6, 8, 12, 12, 24, True),
    "groups": (1, 1, 2, 3, 4, 6),
    "interpolation": ("nearest", "bilinear", "Bicubic", "lanczos3", "lanczos5"),
    "invert": (True, False),
    "keepdims": (True, False, 0, 1),
    "kernel_size": (1, 2, 3, 5, (1, 3), (3, 1), [3, 3]),
    "lora_alpha": (None,),
    "lora_rank": (None,),
    "max_value": (None, 6, 1.5, 0, True),
    "momentum": (0.9, 1, 0),
    "name": (None, "some_name", "with-dash", ""),
    "negative_slope": (0, 0.1, 2),
    "noise_shape": (None, (None, 1, 1, 4), [1, 2], ()),
    "offset": (0.0, 1, -3.5),
    "padding": ("valid", "valid", "same"),
    "pool_size": (1, 2, 3, (2, 3), [3, 1]),
    "quantization_config": (None,),
    "rate": (0, 0.2, 0.5, 1, True),
    "renorm": (False, False, True),
    "renorm_clipping": (None,),
    "renorm_momentum": (0.9,),
    "scale": (True, False),
    "seed": (None, 1, -1, 2**31),
    "size": (1, 2, 3, (1, 2), [3, 2]),
    "strides": (1, 1, 2, 3, (1, 2), (2, 2), [2, 1]),
    "synchronized": (False, True),
    "threshold": (0, 0.5, 3),
    "trainable": (True, False),
    "units": (1, 2, 7, 10, True),
    "use_bias": (True, False, 0, 1),
}

_NOT_WHOLE = (0, -1, 2.0, 0.5, None, "3", (3,))
_NOT_A_PAIR = (0, -1, (1, 2, 3), (2,), (0, 1), (1, -2), None, 2.0, "33", ("a", 1))
_NOT_SIDES = (-1, (1, 2, 3), (1, -1), ((1, 2), (3,)), ((1, 2), "33"), None, 1.0)

BAD: Mapping[str, tuple[Any, ...]] = {
    "activation": ("Relu", "no_such", 3, "", {"a": 1}),
    "axis": (7, -5, 4, 0, "channels", None, (1, 9)),
    "cropping": (*_NOT_SIDES, 9, ((9, 0), (0, 0))),
    "data_format": ("channels_middle", 3),
    "depth_multiplier": _NOT_WHOLE,
    "dilation_rate": _NOT_A_PAIR,
    "dtype": ("float33", "float"),
    "epsilon": ("small", None),
    "filters": _NOT_WHOLE,
    "groups": (*_NOT_WHOLE, 5, 7, 24),
    "interpolation": ("best", 3, None),
    "kernel_size": (*_NOT_A_PAIR, (3.0, 3), 13),
    "max_value": (-1, -0.5, "6"),
    "momentum": ("fast", None, [1]),
    "name": ("a/b", 3),
    "negative_slope": (-1, None, "0"),
    "noise_shape": (3, "1", (0, 1), (1.5,), (None, -1)),
    "offset": ("b", None),
    "padding": ("full", "causal", None, 1, [[0, 0], [1, 1], [1, 1], [0, 0]], ""),
    "pool_size": _NOT_A_PAIR,
    "rate": (-0.1, 1.5, None, "0.5"),
    "renorm_clipping": ({"rmax": 1, "rmin": 2}, {"no_such": 1}, {"dmax": -1}),
    "seed": ("a", 1.5),
    "size": _NOT_A_PAIR,
    "strides": _NOT_A_PAIR,
    "threshold": (-1, None, "0"),
    "trainable": (1, None, "yes"),
    "units": _NOT_WHOLE,
}

# Keras's answer to these does not depend on the values; zeros make its layers quickly.
UNTOUCHED: Mapping[str, tuple[Any, ...]] = {
    "initializer": ("zeros",),
    "regularizer": (None, "l2"),
    "constraint": (None, "non_neg"),
}


def image(pick: Random) -> Shape:
    """Mostly an image, at times something else."""
    size = pick.choice([1, 3, 5, 7, 8, 9])
    shape = [
        size,
        pick.choice([size, 1, 4, 6]),
        pick.choice([1, 2, 3, 4, 6, 8, 12, 12]),
    ]
    if pick.random() < 0.12:
        shape = pick.choice([shape[:1], shape[1:], [2, *shape], []])
    return (None, *shape)


def many(pick: Random) -> list[Shape]:
    """Images to merge: mostly alike, at times one that stretches, differs or has another rank."""
    first = image(pick)
    shapes = [first]
    for _ in range(pick.choice([0, 1, 1, 1, 2, 3])):
        shape, change = list(first), pick.random()
        if change < 0.45 and len(shape) > 1:
            where = pick.randrange(1, len(shape))
            shape[where] = pick.choice([1, 1, 2, shape[where]])
        elif change < 0.55:
            shape = pick.choice([shape[:-1] or [None], [None, *shape[2:]]])
        shapes.append(tuple(shape))
    return shapes


def target_shape(pick: Random, shape: Shape) -> Any:
    """Sizes that fill an image, with one left open or spoilt at times."""
    if pick.random() < 0.08:
        return pick.choice([(-1, -1), (-2, 4), 5, None, (0,), (-1, 0)])
    left = 1
    for size in shape[1:]:
        left *= size or 1
    sizes = []
    while left > 1 and len(sizes) < 4:
        sizes.append(pick.choice([n for n in range(1, left + 1) if left % n == 0]))
        left //= sizes[-1]
    sizes.append(left)
    spoil = pick.random()
    if spoil < 0.3:
        sizes[pick.randrange(len(sizes))] = -1
    elif spoil < 0.5:
        sizes[pick.randrange(len(sizes))] += 1
    elif spoil < 0.6:
        sizes = [-1, sizes[0] + 1]
    return pick.choice([tuple, list])(sizes)


def dims(pick: Random, shape: Shape) -> Any:
    """An order of the axes, with a mistake at times."""
    axes = list(range(1, len(shape)))
    pick.shuffle(axes)
    mistake = pick.random()
    if mistake < 0.1:
        axes = [axis - 1 for axis in axes]
    elif mistake < 0.2:
        axes.append(len(axes) + 1)
    elif mistake < 0.25:
        return pick.choice([3, None, (1.0, 2.0, 3.0), (1, 1, 2)])
    return pick.choice([tuple, list])(axes)


def several_axes(pick: Random, shape: Shape) -> Any:
    """One axis or several."""
    if pick.random() < 0.5:
        return _value("axis", pick)
    return pick.sample([-1, 1, 2, 3, -2, 0], pick.choice([1, 2, 2, 3]))


def means(pick: Random, shape: Shape) -> Any:
    """Numbers for the channels, as Normalization takes them."""
    channels = shape[-1] or 1
    return pick.choice(
        [None, None, 0.5, [0.5] * channels, [1.0], [0.5] * (channels + 1)]
    )


def scales(pick: Random, shape: Shape) -> Any:
    """A factor, one for each channel, or too many."""
    channels = shape[-1] or 1
    few = [0.5] * max(channels, 2) if channels > 1 else [0.5]
    return pick.choice(
        [1 / 255, 2, few, (2.0,), "a", None, [0.5] * (channels + 7)][
            : 7 if channels > 1 else 6
        ]
    )


# Arguments whose values depend on the input, or mean something else in one layer.
OWN: Mapping[tuple[str, str], Callable[[Random, Shape], Any]] = {
    ("Activation", "activation"): lambda pick, _: _value("activation", pick),
    ("LayerNormalization", "axis"): several_axes,
    ("Normalization", "axis"): several_axes,
    ("Normalization", "mean"): means,
    ("Normalization", "variance"): means,
    ("Permute", "dims"): dims,
    ("Rescaling", "scale"): scales,
    ("Reshape", "target_shape"): target_shape,
    ("Softmax", "axis"): several_axes,
    ("ZeroPadding2D", "padding"): lambda pick, _: pick.choice(
        (0, 1, (1, 2), ((0, 1), (2, 0)), [1, 1], [[0, 1], [0, 1]])
        if pick.random() < 0.8
        else _NOT_SIDES
    ),
}


def _value(name: str, pick: Random) -> Any:
    bad = BAD.get(name, ())
    return pick.choice(bad if bad and pick.random() < 0.12 else GOOD[name])


def setting(
    kind: str, signature: inspect.Signature, pick: Random, *, takes_many: bool
) -> tuple[dict[str, Any], Any]:
    """Random arguments for a layer, and the shape or shapes to call it on."""
    shapes = many(pick) if takes_many else image(pick)
    first = shapes[0] if isinstance(shapes, list) else shapes
    arguments = {}
    for name, parameter in signature.parameters.items():
        optional = parameter.default is not parameter.empty
        if optional and pick.random() < 0.5:
            continue
        if (kind, name) in OWN:
            arguments[name] = OWN[kind, name](pick, first)
        elif (suffix := name.rpartition("_")[2]) in UNTOUCHED:
            arguments[name] = pick.choice(UNTOUCHED[suffix])
        else:
            arguments[name] = _value(name, pick)
    return arguments, shapes

"""What each element depends on, against the gradient of the same network in Keras, and in cases worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random
from typing import Any

import pytest

from blocks import layers, ops
from blocks.spec import known, record
from blocks.view import View
from tests.blocks.random_networks import HEIGHT, WIDTH, analysed, measured

ORDINARY = range(32)


def check(seed: str) -> bool:
    """Compare a random network with its gradient; whether both extents could be compared exactly.

    Fields over half the image reach its border from everywhere: there the rules may only be an upper bound, but not
    where pixels were cut away. Of branches that drift apart, the widest element may not be among those measured.
    """
    ours, view = analysed(seed)
    theirs = measured(seed)
    for mine, found, lines in zip(ours, theirs, view.lines["x"], strict=True):
        size, kept = lines.size, lines.kept
        cut = not kept.are_all(size)
        if mine is None:  # but for what the strides leave over
            assert kept.size - 4 <= found <= kept.size, (seed, ours, theirs, view.shape)
        elif (len(lines.spans) == 1) if cut else (2 * mine <= size):
            assert mine == found, (seed, ours, theirs, view.shape)
        else:
            assert mine >= found, (seed, ours, theirs, view.shape)
    return all(
        mine is not None and 2 * mine <= size
        for mine, size in zip(ours, (HEIGHT, WIDTH), strict=True)
    )


@pytest.mark.keras
@pytest.mark.parametrize("number", ORDINARY)
def test_the_gradient_of_single_outputs_reaches_as_far(number: int) -> None:
    check(f"view {number}")


@pytest.mark.keras
@pytest.mark.parametrize("number", ORDINARY)
def test_what_was_cut_away_is_not_seen_again(number: int) -> None:
    check(f"cut {number}")


def test_most_networks_that_are_cut_keep_a_part() -> None:
    cut = 0
    for number in ORDINARY:
        _, view = analysed(f"cut {number}")
        cut += sum(not lines.kept.are_all(lines.size) for lines in view.lines["x"])
    assert cut >= len(ORDINARY) / 2


def test_most_random_networks_are_compared_exactly() -> None:
    exact = 0
    for number in ORDINARY:
        (rows, columns), _ = analysed(f"view {number}")
        exact += bool(rows and columns and 2 * rows <= HEIGHT and 2 * columns <= WIDTH)
    assert exact >= len(ORDINARY) / 2


def view_of(output: Any) -> View:
    found: dict[Any, tuple[View, ...]] = {}
    for call in record(output):
        read = [
            found[spec.source][spec.index]
            if spec.source
            else View.of_input("x", known(spec.shape))
            for spec in call.inputs
        ]
        found[call] = call.operation.views(call.outputs, *read)
    view = found[output.source][output.index]
    assert view.shape == known(output.shape)
    return view


def seen(output: Any) -> tuple[int | None, int | None]:
    view = view_of(output)
    rows, columns = view.lines["x"]
    return rows.extent(view.shape), columns.extent(view.shape)


def stride(output: Any) -> tuple[Fraction, Fraction]:
    rows, columns = view_of(output).lines["x"]
    return rows.stride, columns.stride


X = layers.Input((32, 48, 12))


def pixel_shuffle(x: Any, factor: int = 2) -> Any:
    _, height, width, channels = x.shape
    left = channels // factor**2
    x = layers.Reshape((height, width, factor, factor, left))(x)
    x = layers.Permute((1, 3, 2, 4, 5))(x)
    return layers.Reshape((height * factor, width * factor, left))(x)


def space_to_depth(x: Any, factor: int = 2) -> Any:
    _, height, width, channels = x.shape
    x = layers.Reshape((height // factor, factor, width // factor, factor, channels))(x)
    x = layers.Permute((1, 3, 2, 4, 5))(x)
    return layers.Reshape((height // factor, width // factor, channels * factor**2))(x)


def channel_shuffle(x: Any, groups: int = 3) -> Any:
    _, height, width, channels = x.shape
    x = layers.Reshape((height, width, groups, channels // groups))(x)
    x = layers.Permute((1, 2, 4, 3))(x)
    return layers.Reshape((height, width, channels))(x)


def conv(x: Any, kernel: int = 3, **settings: Any) -> Any:
    return layers.Conv2D(12, kernel, padding="same", **settings)(x)


def gate(x: Any) -> Any:
    return layers.Multiply()([x, layers.GlobalAveragePooling2D(keepdims=True)(x)])


HALF, ONE, TWO = Fraction(1, 2), Fraction(1), Fraction(2)
Case = tuple[
    Callable[[], Any], tuple[int | None, int | None], tuple[Fraction, Fraction]
]

CASES: dict[str, Case] = {
    "strides": (lambda: conv(conv(X, strides=2)), (7, 7), (TWO, TWO)),
    "dilation": (
        lambda: layers.DepthwiseConv2D((1, 3), dilation_rate=2)(X),
        (1, 5),
        (ONE, ONE),
    ),
    "pool": (lambda: layers.MaxPooling2D(3)(X), (3, 3), (Fraction(3), Fraction(3))),
    "enlarged": (
        lambda: conv(conv(layers.UpSampling2D(2)(X))),
        (3, 3),
        (HALF, HALF),
    ),
    "made smaller and enlarged": (
        lambda: conv(layers.UpSampling2D(2)(layers.MaxPooling2D(2)(X))),
        (4, 4),
        (ONE, ONE),
    ),
    "by four, in between and back": (
        lambda: conv(layers.UpSampling2D(4)(conv(layers.MaxPooling2D(4)(X))), 5),
        (16, 16),
        (ONE, ONE),
    ),
    "enlarged in one direction, bilinear": (
        lambda: layers.UpSampling2D((1, 2), interpolation="bilinear")(X),
        (1, 2),
        (ONE, HALF),
    ),
    "a pixel shuffle": (lambda: pixel_shuffle(X), (1, 1), (HALF, HALF)),
    "convolutions around a pixel shuffle": (
        lambda: conv(pixel_shuffle(conv(X))),
        (4, 4),
        (HALF, HALF),
    ),
    "space to depth": (lambda: conv(space_to_depth(X)), (6, 6), (TWO, TWO)),
    "space to depth, each channel by itself": (
        lambda: layers.DepthwiseConv2D(3)(space_to_depth(X)),
        (5, 5),
        (TWO, TWO),
    ),
    "there and back": (
        lambda: pixel_shuffle(space_to_depth(X)),
        (1, 1),
        (ONE, ONE),
    ),
    "a channel shuffle": (lambda: channel_shuffle(X), (1, 1), (ONE, ONE)),
    "a channel shuffle of what was laid into channels": (
        lambda: pixel_shuffle(channel_shuffle(space_to_depth(X), 4)),
        (1, 1),
        (ONE, ONE),
    ),
    "tokens and back": (
        lambda: conv(layers.Reshape((32, 48, 12))(layers.Reshape((-1, 12))(X))),
        (3, 3),
        (ONE, ONE),
    ),
    "a turned image": (
        lambda: layers.Conv2D(2, (5, 3))(layers.Permute((2, 1, 3))(X)),
        (3, 5),
        (ONE, ONE),
    ),
    "a branch that begins elsewhere": (
        lambda: layers.Concatenate()(
            [layers.Cropping2D(((0, 4), 0))(X), layers.Cropping2D(((4, 0), 0))(X)]
        ),
        (1, 1),
        (ONE, ONE),
    ),
    "a branch that begins elsewhere, added": (
        lambda: layers.Add()(
            [layers.Cropping2D(((0, 4), 0))(X), layers.Cropping2D(((4, 0), 0))(X)]
        ),
        (5, 1),
        (ONE, ONE),
    ),
    "branches of different paces": (
        lambda: layers.Add()(
            [
                layers.Cropping2D(((0, 16), (0, 0)))(X),
                layers.AveragePooling2D((2, 1))(X),
            ]
        ),
        (17, 1),  # the last row reads row 15, and rows 30 and 31
        (TWO, ONE),
    ),
    "a gate": (lambda: conv(gate(X)), (None, None), (ONE, ONE)),
    "flattened": (lambda: layers.Flatten()(conv(X)), (3, 3), (ONE, ONE)),
    "flattened, then dense": (
        lambda: layers.Dense(2)(layers.Flatten()(conv(X))),
        (None, None),
        (ONE, ONE),
    ),
    "the mean of a part": (
        lambda: layers.GlobalAveragePooling2D()(layers.Cropping2D(((4, 4), 10))(X)),
        (24, 28),
        (ONE, ONE),
    ),
    "a padded window behind a crop, then the mean": (
        lambda: layers.GlobalAveragePooling2D()(
            conv(layers.Cropping2D(((4, 4), 10))(X))
        ),
        (24, 28),
        (ONE, ONE),
    ),
    "a large padded window behind a crop": (
        lambda: conv(layers.Cropping2D(((4, 4), 10))(X), 31),
        (24, 28),
        (ONE, ONE),
    ),
    "a padded window behind a part": (
        lambda: layers.Softmax(axis=1)(conv(ops.split(X, [20], axis=1)[0])),
        (20, 3),
        (ONE, ONE),
    ),
    "a crop that another branch does not have": (
        lambda: layers.GlobalAveragePooling2D(keepdims=True)(
            layers.Add()([layers.ZeroPadding2D(2)(conv(layers.Cropping2D(2)(X))), X])
        ),
        (None, None),
        (ONE, ONE),
    ),
    "rows that a stride leaves over": (
        lambda: gate(layers.Conv2D(12, 3, strides=2)(X)),
        (None, None),
        (TWO, TWO),
    ),
    "compared along the rows": (
        lambda: layers.Softmax(axis=1)(conv(X)),
        (None, 3),
        (ONE, ONE),
    ),
    "half of the channels": (
        lambda: layers.Concatenate()(
            [conv(ops.split(X, 2, axis=-1)[0]), ops.split(X, 2, axis=-1)[1]]
        ),
        (3, 3),
        (ONE, ONE),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_cases_worked_out_by_hand(case: Case) -> None:
    make, size, steps = case
    output = make()
    assert seen(output) == size
    assert stride(output) == steps


def test_any_refilled_shape_is_followed_in_bounded_time() -> None:
    """Shapes that fit no axis of the image; tables beyond their bound count as all of it."""
    pick = Random(0)
    for _ in range(200):
        shape = tuple(pick.choice([1, 2, 3, 5, 7, 16, 49]) for _ in "hwc")
        x = layers.Input(shape)
        target = [-1, *pick.sample([1, shape[0], shape[1], shape[2]], 2)]
        pick.shuffle(target)
        try:
            y = layers.Reshape(tuple(target))(x)
        except ValueError:
            continue
        assert all(n is None or n >= 1 for n in seen(y))
    huge = layers.Input((1021, 1019, 64))
    assert seen(layers.Reshape((64, 1019, 1021))(huge)) == (None, None)

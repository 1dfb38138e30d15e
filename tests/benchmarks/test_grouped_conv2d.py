"""GroupedConv2D beside Conv2D(groups), split / convolve / concatenate, and a dense convolution, in one run.

Medians of interleaved rounds, batch 8, as graphs and compiled by XLA (which `model.fit` does by itself):

    python3 dev.py bench -k grouped_conv2d
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

import keras
import pytest
import tensorflow as tf

from blocks.grouped_conv2d import GroupedConv2D

ROUNDS = 21
BATCH = 8
SLOW_MS = 300  # what takes longer is measured three times
NOISE = 1.25  # two equal graphs differ by as much, more where other work runs

CASES = {  # size, channels, groups, kernel; times faster than Conv2D(groups) in training
    "28x28x240 g3 1x1": (28, 240, 3, 1, 1),
    "28x28x384 g8 1x1": (28, 384, 8, 1, 10),
    "56x56x128 g32 3x3": (56, 128, 32, 3, 10),
    "14x14x512 g32 3x3": (14, 512, 32, 3, 10),
}


Times = dict[str, list[float]]


class Split(keras.layers.Layer):
    """The articles' way: a layer of its own for each group."""

    def __init__(self, filters: int, kernel_size: int, groups: int) -> None:
        super().__init__()
        self.parts = [
            keras.layers.Conv2D(filters // groups, kernel_size, padding="same")
            for _ in range(groups)
        ]

    def build(self, shape: tuple[int | None, ...]) -> None:
        for part in self.parts:
            part.build((*shape[:-1], shape[-1] // len(self.parts)))

    def call(self, x: Any) -> Any:
        inputs = keras.ops.split(x, len(self.parts), axis=-1)
        outputs = [part(i) for part, i in zip(self.parts, inputs, strict=True)]
        return keras.ops.concatenate(outputs, axis=-1)


def candidates(channels: int, groups: int, kernel: int) -> dict[str, keras.Layer]:
    common = {"filters": channels, "kernel_size": kernel, "padding": "same"}
    return {
        "GroupedConv2D": GroupedConv2D(**common, groups=groups),
        "Conv2D(groups)": keras.layers.Conv2D(**common, groups=groups),
        "split": Split(channels, kernel, groups),
        "dense": keras.layers.Conv2D(**common),
    }


def steps(layer: keras.Layer, jit: bool) -> tuple[Callable[..., Any], ...]:
    """A training step (output, and gradients for input and weights) and an inference."""

    def train(x: tf.Tensor) -> Any:
        with tf.GradientTape() as tape:
            tape.watch(x)
            loss = tf.reduce_sum(tf.square(layer(x)))
        return tape.gradient(loss, [x, *(w.value for w in layer.trainable_weights)])

    return tuple(tf.function(step, jit_compile=jit) for step in (train, layer))


def elapsed_ms(step: Callable[..., Any], x: tf.Tensor) -> float:
    start = perf_counter()
    tf.nest.map_structure(lambda tensor: tensor.numpy(), step(x))
    return (perf_counter() - start) * 1e3


def measured(runs: dict[str, Callable[..., Any]], x: tf.Tensor) -> Times:
    """Milliseconds by name; the candidates take turns, each time from another one on."""
    times: Times = {name: [] for name in runs}
    for run in runs.values():
        elapsed_ms(run, x)  # traced and compiled
    names = list(runs)
    for turn in range(ROUNDS):
        names.append(names.pop(0))
        for name in names:
            if turn < 3 or median(times[name]) < SLOW_MS:
                times[name].append(elapsed_ms(runs[name], x))
    return times


def share(times: Times, name: str, peer: str) -> float:
    """How long one takes of its peer's time: the median over the turns, which a busy moment slows alike."""
    return median(a / b for a, b in zip(times[name], times[peer], strict=False))


@pytest.mark.parametrize("mode", ["graph", "xla"])
@pytest.mark.parametrize("case", CASES)
def test_grouped_conv2d(case: str, mode: str) -> None:
    size, channels, groups, kernel, times_faster = CASES[case]
    x = tf.random.normal((BATCH, size, size, channels))
    layers = candidates(channels, groups, kernel)
    made = {}
    for name, layer in layers.items():
        layer.build(x.shape)
        made[name] = steps(layer, jit=mode == "xla")
    train = measured({name: run[0] for name, run in made.items()}, x)
    infer = measured({name: run[1] for name, run in made.items()}, x)

    print(f"\n{case}, {mode}: ms        training   inference")
    for name in made:
        print(f"    {name:<20}{median(train[name]):>14.1f}{median(infer[name]):>12.1f}")

    assert share(train, "GroupedConv2D", "split") <= NOISE
    assert share(infer, "GroupedConv2D", "split") <= NOISE
    assert share(train, "GroupedConv2D", "Conv2D(groups)") <= 1 / times_faster

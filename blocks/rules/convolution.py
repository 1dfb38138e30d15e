"""Convolutions: dense, grouped, depthwise, separable."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import Any

from blocks.rules.arguments import (
    ActivationName,
    Padding,
    Pair,
    activated,
    activated_view,
    activation,
    channels_last,
    divides,
    image,
    pair,
    whole,
)
from blocks.rules.windows import Sliding
from blocks.spans import ALONE
from blocks.spec import Shape, Weight, elements, known
from blocks.view import View


class Convolution(Sliding):
    """What the convolutions share: arguments that Keras's classes repeat, bias and activation."""

    kernel_size: Pair
    strides: Pair
    padding: Padding
    data_format: str | None
    dilation_rate: Pair
    activation: ActivationName
    use_bias: bool

    def __post_init__(self) -> None:
        super().__post_init__()
        self.slide(
            pair(self, "kernel_size", self.kernel_size, example=3),
            self.strides,
            self.padding,
            self.dilation_rate,
            conv=True,
        )
        channels_last(self, self.data_format)
        activation(self, self.activation)

    def equal_strides(self) -> None:
        """Refuse strides that differ: TensorFlow's depthwise kernel takes one for both directions.

        Keras infers a shape all the same, and with oneDNN, which is on by default on some CPUs only, it even runs.
        A dilated kernel takes any: Keras computes it at every pixel, and leaves out what the strides skip.
        """
        down, right = self.stride
        if down != right and max(self.dilation) == 1:
            self.refuse(
                "strides",
                f"a depthwise kernel has the same strides in both directions, not {self.stride}: "
                f"strides={min(self.stride)} or strides={max(self.stride)} works",
            )

    def bias(self, filters: int) -> tuple[Weight, ...]:
        return (Weight((filters,), self.trainable),) if self.use_bias else ()

    def elementwise_flops(self, output: Shape, x: Shape) -> int:
        return elements(output) * (bool(self.use_bias) + activated(self.activation))


@dataclass(eq=False, repr=False)
class Conv2D(Convolution):
    """A convolution; `groups` splits channels into groups that do not see each other."""

    filters: int
    kernel_size: Pair
    strides: Pair = (1, 1)
    padding: Padding = "valid"
    data_format: str | None = None
    dilation_rate: Pair = (1, 1)
    groups: int = 1
    activation: ActivationName = None
    use_bias: bool = True
    kernel_initializer: Any = "glorot_uniform"
    bias_initializer: Any = "zeros"
    kernel_regularizer: Any = None
    bias_regularizer: Any = None
    activity_regularizer: Any = None
    kernel_constraint: Any = None
    bias_constraint: Any = None

    def __post_init__(self) -> None:
        super().__post_init__()
        whole(self, "filters", self.filters)
        whole(self, "groups", self.groups)
        divides(self, self.filters, "filters", self.groups, self.filters)
        if max(self.stride) > 1 and max(self.dilation) > 1:
            self.refuse(
                "dilation_rate",
                f"strides {self.stride} and dilation {self.dilation} do not go together; "
                "keep one of them at 1",
            )

    def output_shape(self, x: Shape) -> Shape:
        channels = image(self, x)[-1]
        divides(self, channels, "input channels", self.groups, self.filters)
        return (None, *self.slid(x), self.filters)

    def weights(self, x: Shape) -> tuple[Weight, ...]:
        shape = (*self.kernel, known(x)[-1] // self.groups, self.filters)
        return (Weight(shape, self.trainable), *self.bias(self.filters))

    def macs(self, output: Shape, x: Shape) -> int:
        return elements(output) * prod(self.kernel) * (known(x)[-1] // self.groups)

    def view(self, output: Shape, x: View) -> View:
        x = self.window(output, x.mixed(-1, self.groups, self.filters))
        return activated_view(self.activation, x)


@dataclass(eq=False, repr=False)
class GroupedConv2D(Conv2D):
    """Conv2D with groups, trained fast on a CPU too; its weights are laid out as Conv2D's."""


@dataclass(eq=False, repr=False)
class DepthwiseConv2D(Convolution):
    """A convolution of each channel by itself, into `depth_multiplier` channels."""

    kernel_size: Pair
    strides: Pair = (1, 1)
    padding: Padding = "valid"
    depth_multiplier: int = 1
    data_format: str | None = None
    dilation_rate: Pair = (1, 1)
    activation: ActivationName = None
    use_bias: bool = True
    depthwise_initializer: Any = "glorot_uniform"
    bias_initializer: Any = "zeros"
    depthwise_regularizer: Any = None
    bias_regularizer: Any = None
    activity_regularizer: Any = None
    depthwise_constraint: Any = None
    bias_constraint: Any = None

    def __post_init__(self) -> None:
        super().__post_init__()
        self.equal_strides()
        whole(self, "depth_multiplier", self.depth_multiplier)

    def output_shape(self, x: Shape) -> Shape:
        channels = image(self, x)[-1]
        return (None, *self.slid(x), channels * self.depth_multiplier)

    def weights(self, x: Shape) -> tuple[Weight, ...]:
        channels = known(x)[-1]
        kernel = Weight((*self.kernel, channels, self.depth_multiplier), self.trainable)
        return (kernel, *self.bias(channels * self.depth_multiplier))

    def macs(self, output: Shape, x: Shape) -> int:
        return elements(output) * prod(self.kernel)

    def view(self, output: Shape, x: View) -> View:
        multiplier = int(self.depth_multiplier)
        x = self.window(output, x).moved(
            2, known(output)[-1], ALONE * multiplier, factor=multiplier
        )
        return activated_view(self.activation, x)


@dataclass(eq=False, repr=False)
class SeparableConv2D(Convolution):
    """A depthwise convolution and a 1x1 convolution in one layer."""

    filters: int
    kernel_size: Pair
    strides: Pair = (1, 1)
    padding: Padding = "valid"
    data_format: str | None = None
    dilation_rate: Pair = (1, 1)
    depth_multiplier: int = 1
    activation: ActivationName = None
    use_bias: bool = True
    depthwise_initializer: Any = "glorot_uniform"
    pointwise_initializer: Any = "glorot_uniform"
    bias_initializer: Any = "zeros"
    depthwise_regularizer: Any = None
    pointwise_regularizer: Any = None
    bias_regularizer: Any = None
    activity_regularizer: Any = None
    depthwise_constraint: Any = None
    pointwise_constraint: Any = None
    bias_constraint: Any = None

    def __post_init__(self) -> None:
        super().__post_init__()
        self.equal_strides()
        whole(self, "filters", self.filters)
        whole(self, "depth_multiplier", self.depth_multiplier)

    def output_shape(self, x: Shape) -> Shape:
        return (None, *self.slid(x), self.filters)

    def weights(self, x: Shape) -> tuple[Weight, ...]:
        channels = known(x)[-1]
        depthwise = (*self.kernel, channels, self.depth_multiplier)
        pointwise = (1, 1, channels * self.depth_multiplier, self.filters)
        kernels = (Weight(shape, self.trainable) for shape in (depthwise, pointwise))
        return (*kernels, *self.bias(self.filters))

    def macs(self, output: Shape, x: Shape) -> int:
        height, width, filters = known(output)
        channels = known(x)[-1] * self.depth_multiplier
        return height * width * channels * (prod(self.kernel) + filters)

    def view(self, output: Shape, x: View) -> View:
        return self.window(output, x.mixed(-1, outputs=self.filters))

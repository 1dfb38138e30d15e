"""Fully connected layers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from blocks.rules.arguments import ActivationName, activated, activation, whole
from blocks.spec import Layer, Shape, Weight, elements, known, text
from blocks.view import View


@dataclass(eq=False, repr=False)
class Dense(Layer):
    """Every unit sees every channel; on an image, at each pixel by itself."""

    units: int
    activation: ActivationName = None
    use_bias: bool = True
    kernel_initializer: Any = "glorot_uniform"
    bias_initializer: Any = "zeros"
    kernel_regularizer: Any = None
    bias_regularizer: Any = None
    activity_regularizer: Any = None
    kernel_constraint: Any = None
    bias_constraint: Any = None
    lora_rank: int | None = None
    lora_alpha: float | None = None
    quantization_config: Any = None

    def __post_init__(self) -> None:
        super().__post_init__()
        whole(self, "units", self.units)
        activation(self, self.activation)
        if self.lora_rank or self.quantization_config is not None:
            self.refuse(
                "lora_rank",
                "low-rank adapters and quantisation belong to a trained model; leave them None",
            )

    def output_shape(self, x: Shape) -> Shape:
        if len(x) < 2:
            self.refuse("rank", f"takes at least a list of channels, not {text(x)}")
        return (*x[:-1], self.units)

    def weights(self, x: Shape) -> tuple[Weight, ...]:
        kernel = Weight((known(x)[-1], self.units), self.trainable)
        if not self.use_bias:
            return (kernel,)
        return (kernel, Weight((self.units,), self.trainable))

    def macs(self, output: Shape, x: Shape) -> int:
        return elements(output) * known(x)[-1]

    def view(self, output: Shape, x: View) -> View:
        return x.mixed(-1, outputs=self.units)

    def elementwise_flops(self, output: Shape, x: Shape) -> int:
        return elements(output) * (bool(self.use_bias) + activated(self.activation))

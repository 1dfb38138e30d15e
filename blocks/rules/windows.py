"""Layers that slide a window over an image: what convolutions and pools have in common."""

from __future__ import annotations

from typing import Any

from blocks.rules.arguments import image, padding, pair
from blocks.spec import Layer, Shape, known
from blocks.view import View


class Sliding(Layer):
    """A layer with a kernel that moves over the image by strides."""

    kernel: tuple[int, int]
    stride: tuple[int, int]
    dilation: tuple[int, int]
    pad: str

    def slide(
        self,
        kernel: tuple[int, int],
        strides: Any,
        pad: Any,
        dilation: Any,
        *,
        conv: bool,
    ) -> None:
        self.kernel = kernel
        self.stride = pair(self, "strides", strides)
        self.dilation = pair(self, "dilation_rate", dilation)
        self.pad = padding(self, pad, any_case=conv)

    def window(self, output: Shape, x: View) -> View:
        """What the windows depend on, each channel by itself."""
        for axis in 0, 1:
            size, stride = known(output)[axis], self.stride[axis]
            dilation = self.dilation[axis]
            reach = dilation * (self.kernel[axis] - 1) + 1
            before = 0
            if self.pad == "same":
                before = max((size - 1) * stride + reach - x.shape[axis], 0) // 2
            taps = range(-before, reach - before, dilation)
            x = x.moved(axis, size, (taps,), stride=stride)
        return x

    def slid(self, x: Shape) -> tuple[int, int]:
        """Height and width after the window has moved over the image."""
        height, width, _ = image(self, x)
        (kh, kw), (sh, sw), (dh, dw) = self.kernel, self.stride, self.dilation
        if self.pad == "same":
            return (height - 1) // sh + 1, (width - 1) // sw + 1
        kh, kw = dh * (kh - 1) + 1, dw * (kw - 1) + 1
        if kh > height or kw > width:
            self.refuse(
                "window",
                f"a {kh}x{kw} window does not fit into {height}x{width} pixels; "
                f"use padding 'same', or at most {min(kh, height)}x{min(kw, width)}",
            )
        return (height - kh) // sh + 1, (width - kw) // sw + 1

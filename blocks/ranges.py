"""Limits that the inspector's fields share; a block that needs others states its own."""

from __future__ import annotations

from blocks.definition import Range

PIXELS = Range(1, 4096)
CHANNELS = Range(1, 4096)
KERNEL = Range(1, 31)
STRIDES = Range(1, 8)
DILATION = Range(1, 32)
GROUPS = Range(1, 512)
RATE = Range(0, 0.95, 0.05)
CONVOLUTION = {
    "filters": CHANNELS,
    "kernel_size": KERNEL,
    "strides": STRIDES,
    "dilation_rate": DILATION,
}

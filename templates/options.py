"""Options that many families share."""

from __future__ import annotations

from templates.template import Option

INPUT_SIZE = Option(
    "input_size",
    default=224,
    minimum=32,
    maximum=4096,
    step=32,
    help="height and width of the images, in pixels.",
)
CLASSES = Option(
    "classes",
    default=1000,
    minimum=2,
    maximum=100_000,
    step=1,
    help="how many classes the network tells apart.",
)
ALPHA = Option(
    "alpha",
    default=1.0,
    type=float,
    minimum=0.05,
    maximum=4,
    step=0.05,
    help="multiplies the channels of every layer.",
)

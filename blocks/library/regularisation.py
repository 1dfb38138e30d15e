"""What acts in training only."""

from blocks import layers
from blocks.definition import block
from blocks.ranges import RATE


@block(
    "Dropout",
    category="Regularisation",
    source="Srivastava et al. 2014",
    ranges={"rate": RATE},
)
def dropout(x, *, rate: float = 0.2, name: str = "dropout"):
    """Sets a random share of the values to 0 in training, against overfitting.

    Args:
        x: any tensor.
        rate: the share, from 0 to below 1.
        name: the layer's name.
    """
    if not 0 <= rate < 1:
        raise ValueError(f"a rate of {rate} is not from 0 to below 1: 0.2 works")
    return layers.Dropout(rate, name=name)(x)

"""Where wires come together."""

from blocks import layers
from blocks.definition import block


@block("Add", category="Merge", source="He et al. 2016, Fig. 2")
def add(xs: list, *, name: str = "add"):
    """The sum of its inputs, as at the end of a residual branch.

    Args:
        xs: two or more tensors of one shape.
        name: the layer's name.
    """
    if len(xs) < 2:
        raise ValueError(f"add joins 2 wires or more, not {len(xs)}")
    shapes = ["x".join(map(str, x.shape[1:])) for x in xs]
    if len(set(shapes)) > 1:  # Keras would repeat an image of 1 channel for all
        raise ValueError(
            f"cannot add {shapes[0]} and {min(set(shapes) - {shapes[0]})}: {shapes[0]} everywhere works"
        )
    return layers.Add(name=name)(xs)


@block("Concatenate", category="Merge", source="Szegedy et al. 2015, Fig. 2")
def concatenate(xs: list, *, name: str = "concatenate"):
    """The channels of its inputs, one after another.

    Args:
        xs: two or more tensors that differ in channels only.
        name: the layer's name.
    """
    if len(xs) < 2:
        raise ValueError(f"concatenate joins 2 wires or more, not {len(xs)}")
    return layers.Concatenate(name=name)(xs)

"""Where tensors enter and leave a block that is drawn rather than written."""

from blocks.definition import block


@block("Block's input", category="Ports")
def block_input(*, name: str = "input"):
    """What is wired to the block where it is used; the name is the port's.

    Args:
        name: the port's name.
    """
    raise ValueError("a block's input stands inside a block")


@block("Block's output", category="Ports")
def block_output(x, *, name: str = "output"):
    """What the block gives where it is used; the name is the port's.

    Args:
        x: any tensor; it is given as it is.
        name: the port's name.
    """
    return x

"""Blocks of ConvNeXt, a convolutional network with a transformer's layers."""

from blocks import layers
from blocks.definition import Range, block
from blocks.ranges import CHANNELS, KERNEL, RATE, STRIDES


@block("Layer normalisation", category="Normalisation", source="Ba et al. 2016")
def layer_norm(x, *, name: str = "layer_norm"):
    """Brings the channels of each pixel to mean 0 and variance 1; scales and shifts them.

    Args:
        x: images or vectors.
        name: the layer's name.
    """
    # As in ConvNeXt and vision transformers; Keras's own default is 1e-3.
    return layers.LayerNormalization(epsilon=1e-6, name=name)(x)


@block(
    "Channel scale",
    category="Normalisation",
    source="Touvron et al. 2021, Fig. 1",
    ranges={"initial": Range(0, 1, 0.1)},
)
def channel_scale(x, *, initial: float = 1e-6, name: str = "scale"):
    """Multiplies each channel by a learnt number: the layer scale of deep networks.

    Args:
        x: images, (batch, height, width, channels).
        initial: what the numbers are before training.
        name: the layer's name.
    """
    # Of Keras's layers only a depthwise 1x1 convolution is just that, in training too;
    # its multiplications are counted as MACs.
    return layers.DepthwiseConv2D(
        1,
        use_bias=False,
        depthwise_initializer={"class_name": "Constant", "config": {"value": initial}},
        name=name,
    )(x)


@block(
    "ConvNeXt block",
    category="Residual",
    source="Liu et al. 2022, Fig. 4",
    ranges={
        "filters": CHANNELS,
        "kernel_size": KERNEL,
        "expansion": Range(1, 16),
        "strides": STRIDES,
        "drop_rate": RATE,
    },
)
def convnext_block(
    x,
    *,
    filters: int = 96,
    kernel_size: int = 7,
    expansion: int = 4,
    strides: int = 1,
    layer_scale: bool = True,
    drop_rate: float = 0.0,
    name: str = "convnext",
):
    """A row of ConvNeXt: depthwise, 1x1 to more channels, 1x1 back; the input is added.

    Strides above 1 put the downsampling in front that begins a stage.

    Args:
        x: images, (batch, height, width, channels).
        filters: channels of the output.
        kernel_size: height and width of the depthwise kernel.
        expansion: channels in the middle per filter.
        strides: kernel and step of the downsampling; 1 is none.
        layer_scale: multiplies each channel by a learnt number, at first a millionth.
        drop_rate: share of images that skip the block in training.
        name: what the layers' names begin with.
    """
    if strides > 1:
        x = layer_norm(x, name=f"{name}_downsample_norm")
        x = layers.Conv2D(filters, strides, strides=strides, name=f"{name}_downsample")(
            x
        )
    if x.shape[-1] != filters:
        raise ValueError(
            f"the input is added, so its {x.shape[-1]} channels must be the "
            f"{filters} filters: filters={x.shape[-1]} or strides=2 works"
        )
    shortcut = x
    x = layers.DepthwiseConv2D(kernel_size, padding="same", name=f"{name}_depthwise")(x)
    x = layer_norm(x, name=f"{name}_norm")
    # Dense layers see each pixel by itself, as 1x1 convolutions do.
    x = layers.Dense(expansion * filters, activation="gelu", name=f"{name}_expand")(x)
    x = layers.Dense(filters, name=f"{name}_project")(x)
    if layer_scale:
        x = channel_scale(x, name=f"{name}_scale")
    if drop_rate:
        x = layers.Dropout(drop_rate, noise_shape=(None, 1, 1, 1), name=f"{name}_drop")(
            x
        )
    return layers.Add(name=f"{name}_add")([shortcut, x])

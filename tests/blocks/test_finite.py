"""Settings of layers with which finite images come out as NaN or infinity: refused where Keras shows it."""

from typing import Any

import keras
import numpy as np
import pytest

from blocks import layers
from blocks.spec import LayerError, TensorSpec
from designer.cli import main
from designer.model.document import Document, Edge, Node
from designer.model.files import save

pytestmark = pytest.mark.keras

SHAPE = (4, 4, 3)
IMAGES = np.random.default_rng(1).uniform(0, 255, (2, *SHAPE)).astype("float32")

FINITE: list[tuple[str, dict[str, Any]]] = [
    ("BatchNormalization", {"epsilon": 0}),
    ("BatchNormalization", {"momentum": 0}),
    ("BatchNormalization", {"momentum": 1}),
    ("LayerNormalization", {"epsilon": 2.0**-126}),
    ("Normalization", {"mean": 0, "variance": 0}),
    ("Normalization", {"mean": -(2**31 - 1), "variance": 1e-40}),
    ("Normalization", {"mean": 0, "variance": 2**31 - 1, "invert": True}),
    ("ReLU", {"negative_slope": 2**31 - 1, "max_value": 2**31 - 1}),
    ("ReLU", {"threshold": 2**31 - 1, "negative_slope": 1}),
    ("Rescaling", {"scale": 2**31 - 1, "offset": -(2**31 - 1)}),
    ("Rescaling", {"scale": (1, 1e-320, 0)}),
]
NOT_FINITE: list[tuple[str, dict[str, Any]]] = [
    ("BatchNormalization", {"epsilon": -2}),
    ("BatchNormalization", {"momentum": 2}),
    ("BatchNormalization", {"momentum": -3}),
    ("LayerNormalization", {"epsilon": 0}),
    ("LayerNormalization", {"epsilon": 1e-40}),
    ("LayerNormalization", {"epsilon": -1}),
    ("Normalization", {"mean": 0, "variance": -1}),
    ("Normalization", {"mean": (0, 0, 0), "variance": (1, -1e-3, 1)}),
    ("Normalization", {"mean": (0, None, 0), "variance": (1, 1, 1)}),
    ("Normalization", {"mean": 0, "variance": -1, "invert": True}),
    ("Normalization", {"mean": float("nan"), "variance": 1}),
    ("ReLU", {"max_value": 1e39}),
    ("Rescaling", {"scale": 1e37}),
    ("Rescaling", {"scale": 1e39}),
    ("Rescaling", {"scale": 1, "offset": float("inf")}),
    ("Rescaling", {"scale": (1, None, 1)}),
    ("Rescaling", {"scale": np.array([1, 1, np.nan])}),
]


def keras_is_finite(kind: str, settings: dict[str, Any]) -> bool:
    """What a Keras layer makes of ordinary and of black images, as it is made and after some training."""
    try:
        layer = getattr(keras.layers, kind)(**settings)
        found = [layer(images) for images in (IMAGES, 0 * IMAGES)]
        for _ in range(100):
            layer(IMAGES, **({"training": True} if "BatchN" in kind else {}))
        found.append(layer(IMAGES))
    except (ValueError, TypeError):
        return False
    return all(np.isfinite(np.asarray(output)).all() for output in found)


@pytest.mark.parametrize(("kind", "settings"), FINITE)
def test_settings_that_keep_images_finite_are_taken(kind, settings):
    assert keras_is_finite(kind, settings)
    assert getattr(layers, kind)(**settings)(TensorSpec((None, *SHAPE))).shape


@pytest.mark.parametrize(("kind", "settings"), NOT_FINITE)
def test_settings_that_do_not_are_refused(kind, settings):
    assert not keras_is_finite(kind, settings)
    with pytest.raises(LayerError, match=r"such as|works"):
        getattr(layers, kind)(**settings)(TensorSpec((None, *SHAPE)))


@pytest.mark.parametrize(
    ("block", "params", "words"),
    [
        ("Normalization", {"mean": "0", "variance": "-1"}, "from 0 to 2,147,483,647"),
        ("Normalization", {"mean": "0, None, 0", "variance": "1, 1, 1"}, "not None"),
        ("BatchNormalization", {"epsilon": -1}, "from 0 to 2,147,483,647"),
        ("BatchNormalization", {"momentum": 2.0}, "from 0 to 1, such as 0.99, not 2.0"),
        ("LayerNormalization", {"epsilon": 0}, "0 would be divided by 0; 0.001 works"),
        ("rescaling", {"divisor": 1e-320}, "cannot be divided by 1e-320: 255 works"),
    ],
)
def test_check_refuses_them(block, params, words, tmp_path, capsys):
    document = Document(
        nodes={
            "n1": Node("n1", "image_input", "image"),
            "n2": Node("n2", block, "layer", params=params),
            "n3": Node("n3", "conv", "conv"),
        },
        edges=(Edge("n1", "n2"), Edge("n2", "n3")),
    )
    path = tmp_path / "net.design.json"
    save(document, path)
    assert main(["check", str(path)]) == 1
    assert words in capsys.readouterr().out

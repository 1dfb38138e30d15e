"""The head of a file names the least Keras that its layers need; a wrong data format is said in one sentence."""

from dataclasses import replace

import keras
import pytest

from blocks.catalog import catalog
from designer.analysis import analyse
from designer.codegen import generate
from designer.codegen.keras_versions import ACTIVATIONS, ANY, least_keras
from templates.gallery import gallery
from tests.designer.codegen.random_designs import alone, build

STRIDED = {"strides": 2, "dilation_rate": "3, 1"}
FEATURES = [
    ("DepthwiseConv2D", STRIDED, (3, 15)),
    ("SeparableConv2D", STRIDED, (3, 15)),
    ("DepthwiseConv2D", {"dilation_rate": 2}, ANY),
    ("SeparableConv2D", {"strides": 2}, ANY),
    ("BatchNormalization", {"renorm": True}, (3, 14)),
    ("Conv2D", {"activation": "celu"}, (3, 7)),
    *(
        ("Activation", {"activation": name}, least)
        for name, least in ACTIVATIONS.items()
    ),
]


def of_one_node(block, params):
    """The analysis of a design with a node that has these parameters."""
    document = alone(catalog()[block])
    node = replace(document.nodes["node"], params=params)
    return analyse(replace(document, nodes={**document.nodes, "node": node}))


@pytest.mark.parametrize(("block", "params", "least"), FEATURES)
def test_the_head_names_it(block, params, least):
    analysis = of_one_node(block, params)
    assert not analysis.errors
    assert least_keras(analysis) == least
    version = f"Keras {least[0]}.{least[1]} or newer" if least != ANY else "Keras 3"
    head = generate(analysis).source.split('"""')[1]
    assert f"needs {version} alone." in head


@pytest.mark.parametrize("template", gallery())
def test_templates_need_no_version(template):
    assert least_keras(analyse(gallery()[template].document())) == ANY


@pytest.mark.keras
def test_channels_first_is_refused_with_what_to_do(tmp_path, request):
    request.addfinalizer(lambda: keras.config.set_image_data_format("channels_last"))
    analysis = of_one_node("Conv2D", {})
    keras.config.set_image_data_format("channels_first")
    with pytest.raises(ValueError, match=r"set_image_data_format\('channels_last'\)"):
        build(analysis, tmp_path)
    keras.config.set_image_data_format("channels_last")
    assert build(analysis, tmp_path).count_params() == analysis.total.params

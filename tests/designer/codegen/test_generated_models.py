"""The generated file, run: Keras builds what the analysis promised, layer by layer."""

import keras
import pytest

from blocks.catalog import catalog
from designer.analysis import analyse
from designer.codegen import generate
from templates.gallery import gallery
from tests.designer.codegen.random_designs import (
    agrees,
    alone,
    build,
    check_random_design,
)
from tests.templates.small import small

pytestmark = pytest.mark.keras

BLOCKS = [b.id for b in catalog().values() if b.inputs and b.id != "block_output"]
SEEDS = range(40)


@pytest.mark.parametrize("grouped_conv", ["fast", "plain"])
@pytest.mark.parametrize("template", gallery())
def test_template(template, grouped_conv, tmp_path):
    """Layer by layer, with few copies of each row; `dev.py soak` has them at full size."""
    analysis = small(gallery()[template], copies=2)
    other = generate(analysis).source
    if (
        grouped_conv == "fast"
        or generate(analysis, grouped_conv="plain").source != other
    ):
        agrees(build(analysis, tmp_path, grouped_conv), analysis)


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_alone(block, tmp_path):
    """Every block of the library, and every layer."""
    document = alone(catalog()[block])
    analysis = analyse(document)
    agrees(build(analysis, tmp_path), analysis)


@pytest.mark.parametrize("seed", SEEDS)
def test_random_design(seed, tmp_path):
    check_random_design(seed, tmp_path)


@pytest.mark.parametrize("alpha", [0.35, 0.75, 1.4])
def test_one_file_is_every_mobilenet_v2(alpha, tmp_path):
    analysis = analyse(gallery()["mobilenet_v2"].document())
    ours = build(analysis, tmp_path, alpha=alpha)
    theirs = keras.applications.MobileNetV2(alpha=alpha, weights=None)
    assert ours.count_params() == theirs.count_params()


@pytest.mark.parametrize("phi", [1, 2])
def test_one_file_is_every_efficientnet(phi, tmp_path):
    analysis = analyse(gallery()["efficientnet_b0"].document())
    ours = build(analysis, tmp_path, phi=phi)
    theirs = getattr(keras.applications, f"EfficientNetB{phi}")(weights=None)
    assert ours.count_params() == theirs.count_params()
    assert ours.input_shape == theirs.input_shape


@pytest.mark.parametrize("groups", [1, 2, 4, 8])
def test_one_file_is_every_shufflenet_v1(groups, tmp_path):
    template = gallery()["shufflenet_v1"]
    ours = build(analyse(template.document()), tmp_path, groups=groups, scale=0.5)
    agrees(ours, analyse(template.document(groups=groups, scale=0.5)))

"""The generated file, run: Keras builds what the analysis promised, layer by layer."""

import keras
import pytest

from designer.analysis import analyse
from templates.gallery import gallery
from tests.designer.codegen.random_designs import agrees, build, check_random_design

pytestmark = pytest.mark.keras

SEEDS = range(24)


@pytest.mark.parametrize("grouped_conv", ["fast", "plain"])
@pytest.mark.parametrize("template", gallery())
def test_template(template, grouped_conv, tmp_path):
    analysis = analyse(gallery()[template].document())
    agrees(build(analysis, tmp_path, grouped_conv), analysis)


@pytest.mark.parametrize("seed", SEEDS)
def test_random_design(seed, tmp_path):
    check_random_design(seed, tmp_path)


def test_one_file_is_the_whole_family(tmp_path):
    analysis = analyse(gallery()["mobilenet_v2"].document())
    for alpha in (0.35, 0.5, 0.75, 1.0, 1.3, 1.4):
        ours = build(analysis, tmp_path, alpha=alpha)
        theirs = keras.applications.MobileNetV2(alpha=alpha, weights=None)
        assert ours.count_params() == theirs.count_params()

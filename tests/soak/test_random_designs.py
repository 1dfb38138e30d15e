"""A thousand random designs: what Keras builds of the generated file is what the analysis promised."""

import keras
import pytest

from designer.analysis import analyse
from templates.gallery import gallery
from tests.designer.codegen.random_designs import build, check_random_design
from tests.soak.seeds import fresh

pytestmark = pytest.mark.keras


@pytest.mark.parametrize("seed", fresh(1_000))
def test_random_design(seed, tmp_path):
    check_random_design(seed, tmp_path)


@pytest.mark.parametrize("phi", range(8))
def test_one_file_is_every_efficientnet(phi, tmp_path):
    analysis = analyse(gallery()["efficientnet_b0"].document())
    ours = build(analysis, tmp_path, phi=phi)
    theirs = getattr(keras.applications, f"EfficientNetB{phi}")(weights=None)
    assert ours.count_params() == theirs.count_params()
    assert ours.input_shape == theirs.input_shape

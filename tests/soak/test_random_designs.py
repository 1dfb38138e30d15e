"""A thousand random designs: what Keras builds of the generated file is what the analysis promised."""

import pytest

from tests.designer.codegen.random_designs import check_random_design

pytestmark = pytest.mark.keras


@pytest.mark.parametrize("seed", range(1_000, 2_000))
def test_random_design(seed, tmp_path):
    check_random_design(seed, tmp_path)

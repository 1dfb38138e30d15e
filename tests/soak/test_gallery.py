"""Every template at full size: layer by layer against the analysis, and exported in every format through the worker."""

import pytest

from designer.analysis import analyse
from designer.export.client import Worker
from designer.export.formats import FORMATS, export
from templates.gallery import gallery
from tests.designer.codegen.random_designs import agrees, build


@pytest.fixture(scope="module")
def worker():
    with Worker() as made:
        yield made


@pytest.mark.parametrize("template", gallery())
@pytest.mark.parametrize("form", FORMATS)
def test_export(template, form, worker, tmp_path):
    analysis = analyse(gallery()[template].document())
    for choice in FORMATS[form].options["grouped_conv"]:
        options = {"grouped_conv": choice}
        proof = export(analysis, form, tmp_path / choice, worker, options=options)
        assert f"parameters: {analysis.total.params:,} = " in proof.text


@pytest.mark.keras
@pytest.mark.parametrize("grouped_conv", ["fast", "plain"])
@pytest.mark.parametrize("template", gallery())
def test_layers(template, grouped_conv, tmp_path):
    analysis = analyse(gallery()[template].document())
    agrees(build(analysis, tmp_path, grouped_conv), analysis)

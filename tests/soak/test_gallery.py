"""Every template at full size: exported in every format, run by itself, against the analysis and the profiler."""

import pytest

from designer.analysis import analyse
from designer.export.exporting import export
from designer.export.formats import FORMATS
from designer.export.process.client import Worker
from templates.gallery import gallery
from tests.designer.codegen.random_designs import agrees, build
from tests.templates.test_networks import clean_process as clean  # noqa: F401
from tests.templates.test_networks import stands_alone
from tests.templates.test_profiler import accounted, profiled


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


@pytest.mark.parametrize("template", gallery())
def test_a_file_stands_alone(template, clean, tmp_path):  # noqa: F811
    stands_alone(template, clean, tmp_path, copies=1_000)


@pytest.mark.keras
@pytest.mark.parametrize("template", gallery())
def test_flops_are_the_profilers(template, tmp_path):
    analysis = analyse(gallery()[template].document())
    assert accounted(analysis) == profiled(analysis, tmp_path)

"""Whole files, kept to be read: a change to them is looked at before it is accepted (`--regen-all`)."""

import pytest

from designer.analysis import analyse
from designer.codegen import generate
from templates.gallery import gallery


@pytest.mark.parametrize(
    "template",
    ["mobilenet_v2", "shufflenet_v1", "ger_vnet_article", "efficientnet_b0"],
)
def test_file(template, file_regression):
    source = generate(analyse(gallery()[template].document())).source
    file_regression.check(source, extension=".py", encoding="utf-8")


def test_mobilenet_v2_is_a_page_and_a_half():
    source = generate(analyse(gallery()["mobilenet_v2"].document())).source
    assert len(source.splitlines()) <= 90

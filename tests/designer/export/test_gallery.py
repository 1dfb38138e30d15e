"""Every template in every format, as the application exports it; at full size among the long tests."""

import pytest

from designer.export.exporting import export
from designer.export.formats import FORMATS
from templates.gallery import gallery
from tests.templates.small import small


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("template", gallery().values(), ids=gallery())
def test_export(template, form, warm_worker, tmp_path):
    analysis = small(template, copies=1)
    proof = export(analysis, form, tmp_path / "net", warm_worker)
    assert f"parameters: {analysis.total.params:,} = " in proof.text

"""Code while a design is edited, beside one run of ruff over the same file: the panel shows it at every edit."""

import subprocess
import sysconfig
from dataclasses import replace
from itertools import count
from pathlib import Path

from designer.analysis import BLOCKS, analyse
from designer.codegen import generate
from designer.model.document import Document
from designer.model.edits import set_params, set_variable
from templates import gallery
from tests.benchmarks.test_analysis import seconds, tell

RUFF = Path(sysconfig.get_path("scripts"), "ruff")


def test_efficientnet_b0_at_every_edit():
    document = gallery()["efficientnet_b0"].document()
    row = next(n.id for n in document if n.block == "inverted_residual")
    number = count(1)

    def slid() -> Document:
        variable = replace(document.variables["classes"], value=10 * next(number))
        return set_variable(document, "classes", variable)

    def edited() -> Document:
        kernel = {"kernel_size": 3 + next(number)}
        return set_params(document, row, kernel, catalog=BLOCKS)

    before = analyse(document)
    source = generate(before).source
    analyses = [analyse(slid(), before) for _ in range(8)]
    slider = seconds(lambda: generate(analyses.pop()))
    analyses += [analyse(edited(), before) for _ in range(8)]
    edit = seconds(lambda: generate(analyses.pop()))
    ruff = seconds(
        lambda: subprocess.run(
            [RUFF, "format", "--isolated", "-"],
            input=source.encode(),
            capture_output=True,
            check=True,
        )
    )
    tell(slider=slider, edit=edit, ruff=ruff)
    assert slider < 6 * ruff
    assert edit < 6 * ruff

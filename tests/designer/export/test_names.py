"""What `check` passes, every format exports: names and texts that formats might refuse, through the worker."""

from dataclasses import replace

import pytest

from designer.analysis import analyse
from designer.export.exporting import export
from designer.export.formats import FORMATS
from designer.model.document import Edge, Node
from tests.designer.codegen.named_designs import (
    checked,
    of_inputs,
    of_outputs,
    of_variables,
    texts,
)


def _inputs_and_a_text():
    """Inputs that are called as arguments of TensorFlow's own functions, in a design with a name of signs."""
    design = of_inputs(["Self", "args", "training", "inputs", "name"])
    return replace(design, name="-")


def _outputs():
    return replace(of_outputs(["self", "A", "a", "outputs"]), name="_net")


def _variables():
    names = ("layers", "input", "range", "GroupedConv2D", "x")
    return replace(of_variables(names), name="\u202e网络\0")


def _everywhere():
    return replace(texts('"""\x1b[31m\n# between two definitions\n'), name="é")


DESIGNS = (_inputs_and_a_text, _outputs, _variables, _everywhere)


@pytest.mark.parametrize("format_id", FORMATS)
@pytest.mark.parametrize("design", DESIGNS)
def test_what_check_passes_is_exported(design, format_id, warm_worker, tmp_path):
    analysis = checked(design())
    assert analysis is not None
    target = tmp_path / f"network{FORMATS[format_id].suffix}"
    proof = export(analysis, format_id, target, warm_worker)
    assert all(check.passed for check in proof.checks)
    assert target.exists()


@pytest.mark.parametrize("names", [("A", "a"), ("self", "x"), ("self",)])
def test_inputs_that_a_savedmodel_cannot_have_are_renamed(names, warm_worker, tmp_path):
    design = of_inputs(names)
    if len(names) == 1:  # nothing to join
        design = replace(
            design,
            nodes={"n0": design.nodes["n0"], "act": Node("act", "ReLU", "act")},
            edges=(Edge("n0", "act"),),
        )
    analysis = analyse(design)
    (issue,) = analysis.errors
    assert issue.code == "input_name"
    mended = analyse(issue.repairs[0].edit(analysis.document))
    assert not mended.errors
    export(mended, "savedmodel", tmp_path / "network", warm_worker)

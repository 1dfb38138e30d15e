"""What cannot work is refused in one sentence, or shown where it is with what would mend it; never a traceback.

tests/soak has more combinations of options, and extreme variables in every template.
"""

from __future__ import annotations

from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designer.__main__ import main
from designer.analysis.analyse import analyse
from designer.analysis.catalog import BLOCKS
from designer.analysis.report import Analysis
from designer.model.document import Variable
from designer.model.edits import Refusal, set_params, set_variable
from designer.model.files import save
from templates import Option, Template, gallery
from tests.templates.small import of_each_module

every_template = pytest.mark.parametrize(
    "template", gallery().values(), ids=lambda template: template.id
)

# fmt: off
HOSTILE = (
    "0", "-1", "31", "1000000000", "9" * 400, "0.001", "1.5", "1e400", "nan", "-inf",
    "x", "true", "None", "=1/0", "a=b", "32;rm", "0x10", "\0", "é\n\N{PILE OF POO}",
)
EXTREME = (
    0, -1, 7, 31, 10**9, 10**30, 0.001, 1e300, float("nan"), float("inf"), True,
    "", "x", "=1/0", "=nothing", "=9**9**9", '="x"',
)
# fmt: on


def run(*arguments: str) -> tuple[int, str, str]:
    """A command's exit code, and what it wrote to standard output and standard error."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(arguments)
    return code, out.getvalue(), err.getvalue()


def assert_one_line(err: str) -> str:
    assert err.startswith("channelwise: ")
    assert err.count("\n") == 1
    assert err.endswith("\n")
    return err


@every_template
def test_an_option_works_or_is_refused_with_what_can(template: Template) -> None:
    for option in template.options:
        for value in HOSTILE:
            setting = f"{option.name}={value}"
            code, out, err = run("check", template.id, "--set", setting)
            if code == 0:
                assert out.endswith("no errors\n"), setting
            else:
                assert (code, out) == (2, ""), setting
                said = f"{option.name} must be {option.range}, not {value!r}"
                assert assert_one_line(err) == f"channelwise: {said}\n"


def typed(option: Option) -> st.SearchStrategy[str]:
    """What somebody may type for an option: often a number near its limits, at times anything."""
    low, high = option.minimum, option.maximum
    inside: st.SearchStrategy[object] = st.sampled_from(option.choices or (0,))
    if low is not None and high is not None and not option.choices:
        whole = st.integers(int(low) - 2, int(high) + 2)
        broken = st.floats(low - 0.1, high + 0.1)
        inside = whole if option.type is int else broken | whole
    anything = st.text(min_size=1) | st.integers().map(str) | st.floats().map(str)
    return inside.map(str) | inside.map(str) | inside.map(str) | anything


@every_template
@settings(max_examples=10)
@given(data=st.data())
def test_options_together_work_or_are_refused(
    template: Template, data: st.DataObject
) -> None:
    take_or_refuse(template, data)


def take_or_refuse(template: Template, data: st.DataObject) -> None:
    """Check a template with all options as somebody may type them."""
    arguments = ["check", template.id]
    for option in template.options:
        arguments += ["--set", f"{option.name}={data.draw(typed(option), option.name)}"]
    code, out, err = run(*arguments)
    if code:
        assert (code, out) == (2, "")
        assert_one_line(err)


def assert_shown(analysis: Analysis) -> None:
    """Every error is a sentence about a place, with the rest of the design worked out as far as it goes."""
    assert analysis.errors
    for issue in analysis.errors:
        assert issue.message
        assert "\n" not in issue.message
        assert issue.node in analysis.nodes or issue.parameter
    for repair in (repair for issue in analysis.errors for repair in issue.repairs):
        analyse(repair.edit(analysis.document))


@pytest.mark.parametrize("template", of_each_module().values(), ids=of_each_module())
def test_a_design_whose_variables_are_extreme_is_still_a_design(
    template: Template, tmp_path: Path
) -> None:
    stays_a_design(template, tmp_path)


def stays_a_design(template: Template, folder: Path) -> None:
    """Set each variable to each extreme, without its limits too: who writes the file by hand may leave them out."""
    document = template.document()
    before = analyse(document)
    path = str(folder / "network.design.json")
    save(document, path)
    for name, variable in document.variables.items():
        for extreme in EXTREME:
            code, out, err = run("check", path, "--set", f"{name}={extreme}")
            assert code in (0, 1) or (assert_one_line(err) and not out)
            for changed in (replace(variable, value=extreme), Variable(extreme)):
                try:
                    edited = set_variable(document, name, changed)
                except Refusal:
                    continue
                analysis = analyse(edited, before)
                if analysis.issues:
                    assert_shown(analysis)


WITH_GROUPS = {
    *("alexnet", "ger_vnet_48", "regnetx_400mf", "regnety_400mf"),
    *("shufflenet_v1", "shufflenet_v2"),
}


@every_template
def test_a_width_that_breaks_a_group_can_be_mended_with_a_click(
    template: Template,
) -> None:
    document = template.document()
    before = analyse(document)
    divisions = 0
    for node in document:
        filters = before.nodes[node.id].settings[-1].get("filters")
        if not isinstance(filters, int):
            continue
        wider = {"filters": filters + 1}
        edited = set_params(document, node.id, wider, catalog=BLOCKS)
        for issue in analyse(edited, before).errors:
            divisions += "do not divide into" in issue.message
            assert issue.repairs, issue.message
            for repair in issue.repairs:
                mended = analyse(repair.edit(edited))
                left = {(left.node, left.code) for left in mended.errors}
                assert (issue.node, issue.code) not in left, repair.title
    assert divisions > 0 or template.id not in WITH_GROUPS


@pytest.mark.parametrize(
    ("id", "setting", "says", "offers"),
    [
        (
            "alexnet",
            "groups=3",
            "256 filters do not divide into 3 groups; 1, 2, 4 or 8 groups would",
            "use 2 groups",
        ),
        (
            "ger_vnet_48",
            "groups=7",
            "192 channels do not divide into 7 groups: 1 works",
            "use 6 groups",
        ),
    ],
)
def test_a_variable_that_breaks_a_group_is_said_at_the_row(
    id: str, setting: str, says: str, offers: str, tmp_path: Path
) -> None:
    path = str(tmp_path / "network.design.json")
    name, value = setting.split("=")
    document = gallery()[id].document()
    document = set_variable(document, name, Variable(int(value)))
    save(document, path)
    code, out, err = run("check", path)
    assert (code, err) == (1, "")
    assert says in out
    assert offers in out

"""Every template: found, described, and clean whatever its options."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from blocks.catalog import catalog
from designer.analysis.analyse import analyse
from designer.model.document import is_expression
from templates import Option, Template, TemplateError, gallery

WANTED = """mobilenet_v1 mobilenet_v1_article mobilenet_v2 shufflenet_v1 shufflenet_v1_article
    ger_vnet_article squeeze_excite_article"""

every_template = pytest.mark.parametrize(
    "template", gallery().values(), ids=lambda template: template.id
)


def test_every_family_of_the_first_slice_is_found() -> None:
    assert set(WANTED.split()) <= set(gallery())


@every_template
def test_a_template_is_described(template: Template) -> None:
    assert template.title
    assert template.source
    assert template.description.endswith(".")
    assert {"input_size", "classes"} <= {option.name for option in template.options}
    assert all(option.help.endswith(".") for option in template.options)
    assert all(figures.source for figures in template.published)


@every_template
def test_nodes_are_rows_of_known_blocks(template: Template) -> None:
    names = [node.name for node in template.document()]
    assert len(set(names)) == len(names)
    for node in template.document():
        assert node.name.isidentifier()
        parameters = catalog()[node.block].parameters
        assert {*node.params, *node.first} <= set(parameters), node.name


@every_template
def test_every_option_is_live(template: Template) -> None:
    """The design has a variable for each option, with the option's limits, and uses it."""
    document = template.document()
    values = analyse(document).variables
    for option in template.options:
        assert document.variables[option.name] == option.variable(option.default)
        assert values[option.name] == option.default
    derived = document.variables.keys() - {option.name for option in template.options}
    assert all(is_expression(document.variables[name].value) for name in derived)


@every_template
def test_whatever_the_options_allow_is_clean(template: Template) -> None:
    names = [option.name for option in template.options]
    defaults = [option.default for option in template.options]
    for values in (defaults, *product(*map(_extremes, template.options))):
        analysis = analyse(template.document(**dict(zip(names, values, strict=True))))
        assert not analysis.issues, values
        assert analysis.outputs == (list(analysis.document.nodes)[-1],)


def _extremes(option: Option) -> tuple[object, ...]:
    ends = (option.minimum, option.maximum)
    return option.choices or tuple(value for value in ends if value is not None)


@pytest.mark.parametrize("groups", [1, 2, 3, 4, 8])
def test_shufflenet_divides_at_every_scale(groups: int) -> None:
    for percent in range(25, 401, 5):
        document = gallery()["shufflenet_v1"].document(
            groups=groups, scale=percent / 100
        )
        assert not analyse(document).issues, percent


def test_the_listings_mistake_is_shown_without_its_repair() -> None:
    """The article adds 32 channels to 64; the template's first copy of the block repairs that."""
    document = gallery()["ger_vnet_article"].document()
    blocks = document.named("blocks")
    assert blocks is not None
    listed = replace(
        document, nodes={**document.nodes, blocks.id: replace(blocks, first={})}
    )
    (issue,) = analyse(listed).errors
    assert issue.node == blocks.id
    assert "32 channels cannot be added to 64 filters" in issue.message


def test_refusals_say_what_can_work() -> None:
    shufflenet, mobilenet = gallery()["shufflenet_v1"], gallery()["mobilenet_v1"]
    for template, options, message in [
        (
            shufflenet,
            {"group": 3},
            "shufflenet_v1 has no option 'group'; did you mean 'groups'?",
        ),
        (shufflenet, {"groups": 5}, "groups must be one of 1, 2, 3, 4, 8, not 5"),
        (
            mobilenet,
            {"input_size": 31},
            "input_size must be a whole number from 32 to 4096, not 31",
        ),
        (mobilenet, {"alpha": 0}, "alpha must be a number from 0.05 to 4, not 0"),
    ]:
        with pytest.raises(TemplateError) as refusal:
            template.document(**options)
        assert str(refusal.value) == message

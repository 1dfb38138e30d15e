"""Repairs: each makes its issue go, breaks nothing, and says what it costs."""

import pytest

from designer.analysis import BLOCKS, analyse
from designer.analysis.report import Analysis, Issue
from designer.analysis.trials import TRIALS
from designer.model.document import Document, Edge, Node, Variable
from designer.model.edits import add_node, connect, set_params


def titles(issue: Issue) -> list[str]:
    return [repair.title for repair in issue.repairs]


def check(analysis: Analysis) -> list[str]:
    """Apply every repair of every issue."""
    found = []
    for issue in analysis.issues:
        for repair in issue.repairs:
            after = analyse(repair.edit(analysis.document))
            where = [(i.code, i.node, i.parameter) for i in after.issues]
            assert (issue.code, issue.node, issue.parameter) not in where
            assert repair.params_change == after.total.params - analysis.total.params
            assert repair.macs_change == after.total.macs - analysis.total.macs
            found.append(repair.title)
    return found


def test_groups_that_divide_and_widths_that_do(chain):
    analysis = analyse(
        chain(
            ("image_input", {}),
            ("conv_bn", {"filters": 116}),
            ("grouped_conv", {"filters": 240, "groups": 8}),
            ("classifier", {}),
        )
    )
    found = check(analysis)

    assert found[0] == "use 4 groups"
    assert "use 112 filters in 'conv_bn'" in found
    assert "use 120 filters in 'conv_bn'" in found
    assert any(title.startswith("insert a 1x1 projection") for title in found)


def test_the_ger_listing_is_offered_the_articles_repair(chain):
    """Its first block adds 32 to 64 channels; with a 1x1 projection the article's network has 77,160 parameters."""
    analysis = analyse(
        chain(
            ("image_input", {}),
            ("conv", {"filters": 32, "strides": 2}),
            ("max_pool", {}),
            ("ger_block", {"filters": 64}),
            ("ger_block", {"filters": 64, "repeat": 3}),
            ("classifier", {"activation": "linear"}),
        )
    )
    found = check(analysis)

    assert "insert a 1x1 projection to 64 channels" in found
    [repair] = (
        r for r in analysis.issues[0].repairs if r.title == "set shortcut to projection"
    )
    assert analyse(repair.edit(analysis.document)).total.params == 77_160


def test_a_skip_that_does_not_fit_is_projected_in_channels_and_size():
    document = Document()
    for block, params in (
        ("image_input", {}),
        ("conv_bn", {"filters": 24}),
        ("conv_bn", {"filters": 32, "strides": 2}),
        ("add", {}),
    ):
        document, _ = add_node(document, block, catalog=BLOCKS, params=params)
    for source, target in (("n1", "n2"), ("n2", "n3"), ("n2", "n4"), ("n3", "n4")):
        document = connect(document, source, target, catalog=BLOCKS)

    found = check(analyse(document))
    assert "insert a 1x1 projection to 32 channels, strides 2 after 'conv_bn'" in found


def test_widths_are_set_further_up_where_rows_between_keep_them(chain):
    found = check(
        analyse(
            chain(
                ("image_input", {}),
                ("conv_bn", {"filters": 50}),
                ("depthwise_conv", {}),
                ("max_pool", {}),
                ("channel_shuffle", {"groups": 4}),
            )
        )
    )

    assert "use 48 filters in 'conv_bn'" in found
    assert "use 52 filters in 'conv_bn'" in found


def test_the_first_copy_is_mended_where_it_differs(chain):
    analysis = analyse(
        chain(
            ("image_input", {}),
            ("conv_bn", {"filters": 64}),
            (
                "grouped_conv",
                {"filters": 64, "groups": 8, "repeat": 3, "first": {"groups": 7}},
            ),
        )
    )
    assert "use 8 groups" in check(analysis)
    repair = next(r for r in analysis.issues[0].repairs if r.title == "use 8 groups")
    node = repair.edit(analysis.document).nodes["n3"]
    assert (node.params["groups"], node.first["groups"]) == (8, 8)


def test_far_off_goes_back_to_the_default(chain):
    analysis = analyse(chain(("image_input", {}), ("conv", {"filters": 0})))

    assert check(analysis)[0] == "use 32 filters"


@pytest.mark.parametrize(
    ("params", "title"),
    [
        ({"filers": 8}, "call it filters"),
        ({"filers": 8}, "remove filers"),
        ({"filters": 8.0}, "set filters to 8"),
        ({"filters": "=64 / 2"}, "round it: =round(64 / 2)"),
        ({"padding": "sane"}, "set padding to same"),
        ({"filters": "=nothing"}, "go back to the default, 32"),
    ],
)
def test_values_that_cannot_be_read(params, title):
    document = Document(
        nodes={
            "n1": Node("n1", "image_input", "image"),
            "n2": Node("n2", "conv", "conv", params=params),
        },
        edges=(Edge("n1", "n2"),),
    )

    assert title in check(analyse(document))


def test_faults_around_blocks():
    document = Document(
        nodes={
            "n1": Node("n1", "conv_bm", "a"),
            "n2": Node("n2", "conv", "b", repeat="=3 / 2"),
        },
    )

    assert {
        "use Convolution + BN",
        "round it: =round(3 / 2)",
        "do not repeat it",
        "add an Image block",
    } <= set(check(analyse(document)))


def test_one_wire_of_two_is_kept():
    document = Document(
        nodes={
            "n1": Node("n1", "image_input", "image"),
            "n2": Node("n2", "conv", "a"),
            "n3": Node("n3", "conv", "b"),
        },
        edges=(Edge("n1", "n2"), Edge("n1", "n3"), Edge("n2", "n3")),
    )

    assert {"keep the wire from 'image'", "keep the wire from 'a'"} == set(
        check(analyse(document))
    )


def test_an_input_that_feeds_nothing_is_removed(chain):
    document, _ = add_node(
        chain(("image_input", {}), ("conv", {})), "image_input", catalog=BLOCKS
    )

    assert check(analyse(document)) == ["remove it"]


def test_changes_are_counted_from_the_last_complete_totals(chain):
    document = chain(
        ("image_input", {}),
        ("conv_bn", {"filters": 64}),
        ("grouped_conv", {"filters": 64, "groups": 4}),
        ("classifier", {}),
    )
    good = analyse(document)
    broken = set_params(document, "n3", {"groups": 5}, catalog=BLOCKS)
    still = set_params(broken, "n3", {"groups": 6}, catalog=BLOCKS)
    [issue] = analyse(still, analyse(broken, good)).issues

    changes = {repair.title: repair.params_change for repair in issue.repairs}
    assert changes["use 4 groups"] == 0
    assert changes["use 8 groups"] == 3 * 3 * 64 * (64 // 8 - 64 // 4)


def test_repairs_are_looked_for_when_read_and_no_longer_than_so(
    chain, called, monkeypatch
):
    from blocks.catalog import catalog

    document = chain(
        ("image_input", {"channels": 7}), ("grouped_conv", {"groups": 5, "filters": 11})
    )
    analysis = analyse(document)
    assert called == ["image_input", "grouped_conv"]
    assert catalog()["grouped_conv"]
    assert len(analysis.issues[0].repairs) == len(titles(analysis.issues[0]))
    assert 2 < len(called) <= 4 * TRIALS
    seen = len(called)
    assert titles(analysis.issues[0])
    assert len(called) == seen


def test_what_cannot_be_mended_has_no_repairs():
    document = Document(
        nodes={
            "n1": Node("n1", "image_input", "image"),
            "n2": Node("n2", "conv", "conv"),
        },
        variables={"a": Variable("=a")},
    )
    analysis = analyse(document)

    assert {issue.code for issue in analysis.errors} == {
        "variable",
        "unconnected_input",
    }
    assert [titles(issue) for issue in analysis.errors] == [[], []]

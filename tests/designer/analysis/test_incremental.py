"""With the analysis before, an edit redoes what lies behind it and nothing else."""

from dataclasses import fields

from hypothesis import given, settings
from hypothesis import strategies as st

from designer.analysis import BLOCKS, analyse
from designer.analysis.report import Analysis, NodeReport
from designer.model.document import Document, Variable
from designer.model.edits import (
    Refusal,
    add_node,
    connect,
    disconnect,
    move_nodes,
    remove_nodes,
    rename_document,
    rename_node,
    set_params,
    set_repeat,
    set_variable,
)
from templates import gallery


def test_an_edit_calls_only_the_blocks_behind_it_that_see_a_difference(chain, called):
    document = chain(
        ("image_input", {}),
        ("conv_bn", {"filters": 8}),
        ("conv_bn", {"filters": 16}),
        ("conv_bn", {"filters": 32}),
        ("classifier", {}),
    )
    before = analyse(document)
    called.clear()
    after = analyse(set_params(document, "n2", {"filters": 12}, catalog=BLOCKS), before)

    assert called == ["conv_bn", "conv_bn2"]  # the second returns what it did
    assert after.nodes["n4"] is before.nodes["n4"]
    assert after.nodes["n5"] is before.nodes["n5"]
    assert after.total.params != before.total.params


def test_a_rename_calls_one_block(chain, called):
    document = chain(("image_input", {}), ("conv_bn", {}), ("classifier", {}))
    before = analyse(document)
    called.clear()
    after = analyse(rename_node(document, "n2", "first"), before)

    assert called == ["first"]
    assert after.nodes["n3"] is before.nodes["n3"]
    names = [call.operation.name for call in after.nodes["n2"].calls[0]]
    assert names == ["first_conv", "first_bn", "first_relu"]


def test_moving_and_naming_the_design_call_nothing(chain, called):
    document = chain(("image_input", {}), ("conv_bn", {}), ("classifier", {}))
    before = analyse(document)
    called.clear()
    moved = move_nodes(rename_document(document, "mine"), {"n2": (300, 40)})
    after = analyse(moved, before)

    assert called == []
    assert after.document is moved
    assert all(after.nodes[id] is before.nodes[id] for id in moved.nodes)


def test_another_kernel_of_the_same_padding_only_widens_what_is_seen(chain, called):
    document = chain(("image_input", {}), ("conv_bn", {}), ("conv_bn", {}))
    before = analyse(document)
    called.clear()
    after = analyse(
        set_params(document, "n2", {"kernel_size": 5}, catalog=BLOCKS), before
    )

    assert called == ["conv_bn"]
    assert after.nodes["n3"].receptive_field.size == (7, 7)
    assert after.nodes["n3"].calls is before.nodes["n3"].calls


def test_a_variable_calls_only_what_uses_it_and_comes_out_otherwise(chain, called):
    document = set_variable(
        chain(
            ("image_input", {}),
            ("conv_bn", {"filters": "=round_channels(8 * alpha)"}),
            ("classifier", {}),
        ),
        "alpha",
        Variable(1.0),
    )
    before = analyse(document)
    called.clear()
    analyse(set_variable(document, "alpha", Variable(1.05)), before)  # still 8
    assert called == []
    after = analyse(set_variable(document, "alpha", Variable(2)), before)
    assert called == ["conv_bn", "classifier"]
    assert after.nodes["n2"].outputs == ((None, 224, 224, 16),)


def test_a_refusal_is_not_tried_again_without_a_reason(chain, called):
    document = chain(("image_input", {}), ("grouped_conv", {"groups": 3, "filters": 8}))
    before = analyse(document)
    called.clear()
    after = analyse(move_nodes(document, {"n2": (9, 9)}), before)

    assert called == []
    assert [issue.node for issue in after.issues] == ["n2"]


def test_a_new_design_does_not_take_over_what_an_old_one_left(chain):
    old = analyse(chain(("image_input", {}), ("conv_bn", {}), ("classifier", {})))
    new = chain(("image_input", {"height": 32}), ("conv", {}))

    assert figures(analyse(new, old)) == figures(analyse(new))


def figures(analysis: Analysis) -> dict[str, object]:
    """All that is said, calls of layers as their names and shapes."""

    def plain(report: NodeReport) -> dict[str, object]:
        found = {f.name: getattr(report, f.name) for f in fields(report) if f.compare}
        found["calls"] = [
            [(c.operation.name, c.input_shapes, c.outputs) for c in copy]
            for copy in report.calls
        ]
        return found

    found = {f.name: getattr(analysis, f.name) for f in fields(analysis) if f.compare}
    found["nodes"] = {id: plain(report) for id, report in analysis.nodes.items()}
    return found


NODES = st.sampled_from([f"n{i}" for i in range(1, 9)])
VALUES = st.sampled_from([1, 2, 3, 8, 16, 24, "=4 * k", "=k / 2", "=nothing", 2.5, -1])
STEPS = st.one_of(
    st.tuples(st.just("add"), st.sampled_from(sorted(BLOCKS)), NODES),
    st.tuples(st.just("connect"), NODES, NODES),
    st.tuples(st.just("disconnect"), st.integers(0, 9), NODES),
    st.tuples(st.just("remove"), NODES, NODES),
    st.tuples(
        st.just("set"),
        NODES,
        st.tuples(st.sampled_from(["filters", "groups", "strides"]), VALUES),
    ),
    st.tuples(st.just("repeat"), NODES, st.sampled_from([1, 2, 3, "=k", "=k / 0"])),
    st.tuples(st.just("move"), NODES, st.just(0)),
    st.tuples(st.just("variable"), st.sampled_from([1, 2, 3, "=k", None]), NODES),
)


def step(document: Document, kind: str, what, how) -> Document:
    match kind:
        case "add":
            return add_node(document, what, catalog=BLOCKS)[0]
        case "connect":
            return connect(document, what, how, catalog=BLOCKS, replace=True)
        case "disconnect":
            return disconnect(document, document.edges[what : what + 1])
        case "remove":
            return remove_nodes(document, [what])
        case "set":
            return set_params(document, what, {how[0]: how[1]}, catalog=BLOCKS)
        case "repeat":
            return set_repeat(document, what, how)
        case "move":
            return move_nodes(document, {what: (1.0, 2.0)})
    variable = None if what is None else Variable(what)
    return set_variable(document, "k", variable)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["squeeze_excite_article", "ger_vnet_article", "mobilenet_v2"]),
    st.lists(STEPS, max_size=12),
)
def test_step_by_step_gives_what_a_fresh_analysis_gives(template, steps):
    document = gallery()[template].document()
    analysis = analyse(document)
    for kind, what, how in steps:
        try:
            document = step(document, kind, what, how)
        except Refusal:
            continue
        analysis = analyse(document, analysis)
        assert figures(analysis) == figures(analyse(document))

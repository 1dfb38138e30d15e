"""What users do wrong, and the sentence that each mistake gets."""

from pathlib import Path

import pytest

from blocks.catalog import catalog
from blocks.definition import block
from designer.analysis import BLOCKS, analyse
from designer.analysis.catalog import _signature
from designer.analysis.quantities import Cost
from designer.analysis.report import Analysis
from designer.model.document import Document, Edge, Node, Variable
from designer.model.edits import (
    add_node,
    connect,
    rename_node,
    set_params,
    set_variable,
)
from designer.model.files import load


def said(analysis: Analysis) -> list[tuple[str, str, str | None, str]]:
    return [(i.code, i.severity, i.node, i.message) for i in analysis.issues]


def test_a_refusal_names_the_numbers_and_hides_nothing_else(chain):
    analysis = analyse(
        chain(
            ("image_input", {}),
            ("conv_bn", {"filters": 116}),
            ("grouped_conv", {"filters": 240, "groups": 8}),
            ("classifier", {}),
        )
    )

    [issue] = analysis.issues
    assert (issue.node, issue.severity, issue.parameter) == ("n3", "error", "groups")
    assert "116" in issue.message
    assert "8 groups" in issue.message
    states = {id: report.state for id, report in analysis.nodes.items()}
    assert states == {"n1": "ok", "n2": "ok", "n3": "error", "n4": "unknown"}
    assert analysis.nodes["n3"].inputs == (((None, 224, 224, 116),),)
    assert analysis.left_out == ("n3", "n4")
    assert analysis.total == analysis.nodes["n2"].cost != Cost()
    assert not analysis.complete


def test_a_row_says_which_copy_fails(chain):
    analysis = analyse(
        chain(
            ("image_input", {"height": 9, "width": 9}),
            ("max_pool", {"pool_size": 3, "strides": 3, "repeat": 4}),
        )
    )

    assert analysis.issues[0].message.startswith("copy 3 of 4: ")


@pytest.mark.parametrize(
    ("params", "code", "parameter", "message"),
    [
        (
            {"filers": 8},
            "unknown_parameter",
            "filers",
            "Convolution has no 'filers'; did you mean 'filters'?",
        ),
        (
            {"filters": "many"},
            "wrong_type",
            "filters",
            "filters is a whole number, not 'many'",
        ),
        (
            {"filters": True},
            "wrong_type",
            "filters",
            "filters is a whole number, not true",
        ),
        (
            {"filters": 8.5},
            "wrong_type",
            "filters",
            "filters is a whole number, not 8.5",
        ),
        ({"use_bias": 1}, "wrong_type", "use_bias", "use_bias is true or false, not 1"),
        (
            {"padding": "sane"},
            "wrong_choice",
            "padding",
            "padding is one of same, valid, not 'sane'; did you mean 'same'?",
        ),
        (
            {"filters": 10**12},
            "too_large",
            "filters",
            "filters is 1,000,000,000,000; at most 409,600 can be worked with",
        ),
        (
            {"filters": "=32 * alfa"},
            "expression",
            "filters",
            "filters: there is no variable 'alfa'; did you mean 'alpha'?",
        ),
        (
            {"filters": "=32 / 0"},
            "expression",
            "filters",
            "filters: 32 / 0 divides by zero",
        ),
    ],
)
def test_values_that_cannot_be(params, code, parameter, message):
    document = Document(
        nodes={
            "n1": Node("n1", "image_input", "image"),
            "n2": Node("n2", "conv", "conv", params=params),
            "n3": Node("n3", "conv", "behind"),
        },
        edges=(Edge("n1", "n2"), Edge("n2", "n3")),
        variables={"alpha": Variable(1.0)},
    )
    analysis = analyse(document)

    assert said(analysis) == [(code, "error", "n2", message)]
    assert analysis.issues[0].parameter == parameter
    assert analysis.nodes["n3"].state == "unknown"


def test_more_values_than_can_be_held(chain):
    analysis = analyse(chain(("image_input", {}), ("conv", {"filters": 400_000})))

    [issue] = analysis.issues
    assert issue.code == "too_large"
    assert "224x224x400000 has 20,070,400,000 numbers" in issue.message


@pytest.mark.parametrize("failure", [ZeroDivisionError, OverflowError, MemoryError])
def test_what_a_block_does_not_foresee_is_the_users_number(monkeypatch, failure):
    @block("Fragile", category="Test")
    def fragile(x, *, size: int = 3, name: str = "fragile"):
        if size != 3:
            raise failure("out of bounds")
        return x

    blocks = {**catalog(), "fragile": fragile.__block__}
    monkeypatch.setattr("designer.analysis.catalog.catalog", lambda: blocks)
    _signature.cache_clear()  # of blocks that are gone after this test
    document = Document(
        nodes={
            "n1": Node("n1", "image_input", "image"),
            "n2": Node("n2", "fragile", "fragile", params={"size": 0}),
        },
        edges=(Edge("n1", "n2"),),
    )

    assert said(analyse(document)) == [
        ("refused", "error", "n2", "Fragile does not work with size 0: out of bounds")
    ]


def test_an_unknown_block_says_what_was_meant(chain):
    document = Document(nodes={"n1": Node("n1", "imageinput", "x")})

    assert said(analyse(document)) == [
        (
            "unknown_block",
            "error",
            "n1",
            "there is no block 'imageinput'; did you mean 'image_input'?",
        ),
        ("no_input", "error", None, "the design has no input: add an Image block"),
    ]


def test_what_is_behind_an_unknown_block_is_unknown():
    document = Document(
        nodes={
            "n1": Node("n1", "image_input", "image"),
            "n2": Node("n2", "block_of_tomorrow", "new"),
            "n3": Node("n3", "conv", "conv"),
        },
        edges=(Edge("n1", "n2"), Edge("n2", "n3", "second")),
    )
    analysis = analyse(document)

    assert [issue.code for issue in analysis.issues] == ["unknown_block"]
    assert analysis.nodes["n3"].state == "unknown"


def test_wires():
    document = Document(
        nodes={
            "n1": Node("n1", "image_input", "image"),
            "n2": Node("n2", "conv", "conv"),
            "n3": Node("n3", "conv", "other"),
            "n4": Node("n4", "add", "sum"),
            "n5": Node("n5", "conv", "odd"),
        },
        edges=(
            Edge("n1", "n2"),
            Edge("n1", "n3"),
            Edge("n2", "n3"),
            Edge("n2", "n5", "", "left"),
        ),
    )

    assert said(analyse(document)) == [
        ("port_taken", "error", "n3", "the input takes one wire and has 2"),
        ("unconnected_input", "error", "n4", "nothing is wired to the input"),
        ("unknown_port", "error", "n5", "'odd' has no input 'left'; it has x"),
    ]


def test_an_input_that_feeds_nothing_is_a_warning(chain):
    document = chain(("image_input", {}), ("conv", {}))
    document, id = add_node(document, "image_input", catalog=BLOCKS)
    analysis = analyse(document)

    assert said(analysis) == [
        ("unused_input", "warning", id, "nothing is wired to this input's output")
    ]
    assert analysis.outputs == ("n2",)
    assert analysis.complete
    document, conv = add_node(document, "conv", catalog=BLOCKS)
    analysis = analyse(connect(document, id, conv, catalog=BLOCKS), analysis)
    assert [issue.code for issue in analysis.issues] == ["disconnected"]


def test_layers_of_one_name(chain):
    document = chain(("image_input", {}), ("conv_bn", {}), ("conv", {}))
    document = rename_node(document, "n2", "a")
    document = rename_node(document, "n3", "a_conv")
    (issue,) = analyse(document).issues
    assert (issue.code, issue.node) == ("duplicate_layer", "n3")
    assert issue.message == (
        "'a_conv' is also the name of a layer in 'a'; 'aconv' is free"
    )
    (repair,) = issue.repairs
    assert not analyse(repair.edit(document)).issues
    assert not analyse(rename_node(document, "n3", "a_last")).issues


def test_an_input_alone_is_a_beginning():
    document, _ = add_node(Document(), "image_input", catalog=BLOCKS)

    assert analyse(document).issues == ()


def test_networks_without_a_wire_between_them():
    document = Document()
    for id in ("image_input", "conv", "image_input", "conv"):
        document, _ = add_node(document, id, catalog=BLOCKS)
    document = connect(document, "n1", "n2", catalog=BLOCKS)
    document = connect(document, "n3", "n4", catalog=BLOCKS)

    [issue] = analyse(document).issues
    assert (issue.code, issue.severity, issue.node) == ("disconnected", "warning", None)
    assert "2 networks" in issue.message
    assert "'image_input' and 'image_input2'" in issue.message


@pytest.mark.parametrize("repeat", [0, -1, 10**6, "=0.5", "=nothing", "='=2'"])
def test_repeat_counts_that_cannot_be(chain, repeat):
    document = Document(
        nodes={
            "n1": Node("n1", "image_input", "image"),
            "n2": Node("n2", "conv", "conv", repeat=repeat),
        },
        edges=(Edge("n1", "n2"),),
    )
    [issue] = analyse(document).issues

    assert (issue.node, issue.parameter, issue.severity) == ("n2", "repeat", "error")


def test_only_what_has_one_input_and_one_output_repeats():
    document = Document(
        nodes={"n1": Node("n1", "image_input", "image", repeat=2)},
    )

    assert said(analyse(document)) == [
        (
            "repeat",
            "error",
            "n1",
            "a row that repeats needs one input and one output; Image has 0 and 1",
        )
    ]


def test_variables_that_go_in_circles(chain):
    document = chain(("image_input", {}), ("conv", {"filters": "=8 * a"}))
    document = Document(
        nodes=document.nodes,
        edges=document.edges,
        variables={"a": Variable("=b"), "b": Variable("=a")},
    )
    analysis = analyse(document)

    codes = {(issue.code, issue.node, issue.parameter) for issue in analysis.issues}
    assert ("variable", None, "a") in codes
    assert ("expression", "n2", "filters") in codes


def test_a_cycle_from_a_damaged_file():
    document = Document(
        nodes={
            "n1": Node("n1", "image_input", "image"),
            "n2": Node("n2", "add", "a"),
            "n3": Node("n3", "conv", "b"),
        },
        edges=(Edge("n1", "n2"), Edge("n2", "n3"), Edge("n3", "n2")),
    )
    good = analyse(
        Document(nodes=document.nodes, edges=(Edge("n1", "n3"), Edge("n3", "n2")))
    )
    for analysis in (analyse(document), analyse(document, good)):
        [issue] = (i for i in analysis.issues if i.code == "cycle")
        assert issue.message in (
            "wires run in a circle: a -> b -> a",
            "wires run in a circle: b -> a -> b",
        )
        assert analysis.left_out == ("n2", "n3")


def test_an_issue_goes_when_its_cause_goes(chain):
    document = chain(("image_input", {}), ("conv", {"filters": 0}), ("classifier", {}))
    broken = analyse(document)
    mended = analyse(set_params(document, "n2", {"filters": 8}, catalog=BLOCKS), broken)

    assert broken.issues
    assert mended.issues == ()
    assert mended.complete


def test_a_variable_moves_an_issue_in_and_out(chain):
    document = set_variable(
        chain(("image_input", {}), ("conv", {"filters": "=8 * k"})), "k", Variable(1)
    )
    good = analyse(document)
    bad = analyse(set_variable(document, "k", Variable(0)), good)
    again = analyse(document, bad)

    assert good.issues == again.issues == ()
    assert [issue.parameter for issue in bad.issues] == ["filters"]


@pytest.mark.parametrize(
    ("block", "repeat", "words"),
    [
        ("image_input", "=once", "Image has 0 and 1"),
        ("ops_split", "=once", "has 1 and 2"),
        ("Concatenate", 2, "joins several"),
        ("Add", "=once", "joins several"),
    ],
)
def test_what_code_cannot_write_as_a_loop_does_not_repeat(block, repeat, words):
    """Not by an expression either, which another value of its variables makes a count above 1."""
    node = Node("n2", block, "row", repeat=repeat)
    image = Node("n1", "image_input", "image")
    nodes = {"n1": image, "n2": node} if block != "image_input" else {"n2": node}
    edges = (Edge("n1", "n2"),) if len(nodes) > 1 else ()
    (issue,) = analyse(Document("net", {"once": Variable(1)}, nodes, edges)).issues
    assert issue.parameter == "repeat"
    assert words in issue.message


def test_an_input_called_as_a_layer():
    nodes = (Node("n1", "image_input", "a_conv"), Node("n2", "conv_bn", "a"))
    document = Document("net", {}, {n.id: n for n in nodes}, (Edge("n1", "n2"),))
    (issue,) = analyse(document).issues
    assert issue.message == (
        "'a_conv' is also the name of a layer in 'a'; 'aconv' is free"
    )
    assert not analyse(issue.repairs[0].edit(document)).issues


@pytest.mark.parametrize("value", ["=text", "='3, 1'"])
def test_numbers_are_not_spelled_by_an_expression(value):
    """In code, it would stay text."""
    nodes = (
        Node("n1", "image_input", "image"),
        Node("n2", "Conv2D", "conv", params={"kernel_size": value}),
    )
    variables = {"text": Variable("3, 1")}
    document = Document("net", variables, {n.id: n for n in nodes}, (Edge("n1", "n2"),))
    (issue,) = analyse(document).issues
    assert issue.parameter == "kernel_size"
    assert issue.message.endswith("write 3, 1")
    assert issue.repairs


@pytest.mark.parametrize("text", ["=2", "=relu"])
def test_an_expression_does_not_come_to_an_expression(text):
    nodes = (
        Node("n1", "image_input", "image"),
        Node("n2", "conv_bn", "conv", params={"activation": f"='{text}'"}),
    )
    document = Document("net", {}, {n.id: n for n in nodes}, (Edge("n1", "n2"),))
    (issue,) = analyse(document).issues
    assert f"comes to the text '{text}'" in issue.message


def test_unequal_strides_of_a_depthwise_kernel_are_its_nodes_issue():
    """TensorFlow's kernel refuses them, though Keras infers a shape."""
    path = Path(__file__).parents[2] / "cases" / "dw_unequal_strides.design.json"
    analysis = analyse(load(path))
    (issue,) = analysis.issues
    assert (issue.severity, issue.node, issue.parameter) == ("error", "dw", "strides")
    titles = {repair.title for repair in issue.repairs}
    assert titles >= {"set strides to 1", "set strides to 2"}
    for repair in issue.repairs:
        assert not analyse(repair.edit(analysis.document)).issues

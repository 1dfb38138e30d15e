"""Composite blocks in the analysis: against the same nodes without a block around them, and against Keras."""

from __future__ import annotations

from dataclasses import replace

import pytest

from designer.analysis import Analysis, analyse
from designer.analysis.catalog import design_blocks
from designer.model.document import Definition, Document, Edge, Node, Variable

IMAGE = Node("1", "image_input", "image", params={"height": 32, "width": 32})
SHAPE = (None, 32, 32, 3)


def document(nodes, wires, **more) -> Document:
    """Nodes, and wires written `a b:port`."""
    edges = []
    for wire in wires:
        source, target = wire.split()
        source, _, source_port = source.partition(":")
        target, _, target_port = target.partition(":")
        edges.append(Edge(source, target, source_port, target_port))
    return Document(nodes={n.id: n for n in nodes}, edges=tuple(edges), **more)


def unit(**conv) -> Definition:
    """A convolution of `filters` and one of twice as many behind it, with its input added by a side way."""
    nodes = [
        Node("a", "block_input", "x"),
        Node("b", "conv_bn", "wide", params={"filters": "=2 * filters", **conv}),
        Node("c", "conv_bn", "back", params={"filters": "=filters"}),
        Node("d", "conv_bn", "side", params={"filters": "=filters", "kernel_size": 1}),
        Node("e", "add", "sum"),
        Node("f", "block_output", "y"),
    ]
    wires = ["a b", "b c", "a d", "c e", "d e", "e f"]
    body = document(nodes, wires, variables={"filters": Variable(8)})
    return Definition("Wide unit", body, "Widens, and comes back.")


def design(definitions, *nodes, wires=("1 2",)) -> Document:
    return document([IMAGE, *nodes], list(wires), definitions=definitions)


def flat() -> Document:
    """What `unit` with 12 filters is, node by node."""
    nodes = [
        IMAGE,
        Node("b", "conv_bn", "wide", params={"filters": 24}),
        Node("c", "conv_bn", "back", params={"filters": 12}),
        Node("d", "conv_bn", "side", params={"filters": 12, "kernel_size": 1}),
        Node("e", "add", "sum"),
    ]
    return document(nodes, ["1 b", "b c", "1 d", "c e", "d e"])


def only_error(analysis: Analysis) -> str:
    (issue,) = analysis.errors
    return issue.message


def test_a_use_is_what_its_nodes_are():
    use = Node("2", "unit", "unit", params={"filters": 12})
    inside = analyse(design({"unit": unit()}, use))
    outside = analyse(flat())
    assert not inside.issues
    assert inside.total == outside.total
    assert inside.peak_activation_bytes == outside.peak_activation_bytes
    assert inside.receptive_field == outside.receptive_field
    assert inside.nodes["2"].outputs == outside.nodes["e"].outputs


def test_its_layers_are_named_after_the_use():
    use = Node("2", "unit", "first", repeat=2)
    calls = analyse(design({"unit": unit()}, use)).nodes["2"].calls
    assert [c.operation.name for c in calls[1]][:2] == [
        "first_2_wide_conv",
        "first_2_wide_bn",
    ]


def test_a_definition_reads_as_a_block():
    block = design_blocks(design({"unit": unit()}))["unit"]
    assert block.title == "Wide unit"
    assert block.summary == "Widens, and comes back."
    assert [port.name for port in block.inputs] == ["x"]
    assert block.outputs == ("y",)
    (filters,) = block.parameters.values()
    assert (filters.name, filters.type, filters.default) == ("filters", int, 8)


def test_a_parameter_takes_choices_and_limits_of_what_it_sets():
    body = document(
        [
            Node("a", "block_input", "x"),
            Node("b", "conv_bn", "conv", params={"activation": "=activation"}),
            Node("c", "block_output", "y"),
        ],
        ["a b", "b c"],
        variables={"activation": Variable("relu6")},
    )
    blocks = design_blocks(design({"unit": Definition("Unit", body)}))
    inner = blocks["conv_bn"].parameters["activation"]
    assert blocks["unit"].parameters["activation"].choices == inner.choices


def test_a_factor_that_is_whole_now_may_be_a_fraction():
    nodes = [
        Node("a", "block_input", "x"),
        Node("b", "conv_bn", "conv", params={"filters": "=round_channels(32 * alpha)"}),
        Node("c", "block_output", "y"),
    ]
    body = document(nodes, ["a b", "b c"], variables={"alpha": Variable(1, 0, 2)})
    thin = Definition("Thin", body)
    halved = Node("2", "thin", "thin", params={"alpha": 0.5})
    analysis = analyse(design({"thin": thin}, halved))
    assert not analysis.issues
    assert analysis.nodes["2"].outputs == ((None, 32, 32, 16),)
    alpha = design_blocks(analysis.document)["thin"].parameters["alpha"]
    assert (alpha.type, alpha.default, alpha.range.step) == (float, 1, 1)


def test_definitions_nest():
    outer = Definition(
        "Two units",
        document(
            [
                Node("a", "block_input", "x"),
                Node(
                    "b", "unit", "units", params={"filters": "=width * 3"}, repeat="=n"
                ),
                Node("c", "block_output", "y"),
            ],
            ["a b", "b c"],
            variables={"width": Variable(2), "n": Variable(2)},
        ),
    )
    use = Node("2", "outer", "outer", params={"width": 4})
    nested = analyse(design({"unit": unit(), "outer": outer}, use))
    row = Node("2", "unit", "units", params={"filters": 12}, repeat=2)
    assert nested.total == analyse(design({"unit": unit()}, row)).total


def test_several_ports_each_way():
    body = document(
        [
            Node("a", "block_input", "left"),
            Node("b", "block_input", "right"),
            Node("c", "add", "sum"),
            Node("d", "block_output", "same"),
            Node("e", "block_output", "added"),
        ],
        ["a c", "b c", "b d", "c e"],
    )
    stem = Node("2", "conv_bn", "stem", params={"filters": 8})
    use = Node("3", "cross", "cross")
    definitions = {"cross": Definition("Cross", body)}
    wires = ("1 2", "2 3", "2 3:right")
    analysis = analyse(design(definitions, stem, use, wires=wires))
    assert analysis.nodes["3"].outputs == ((None, 32, 32, 8), (None, 32, 32, 8))
    single = analyse(design(definitions, use, wires=("1 3",)))
    assert only_error(single) == "nothing is wired to the input 'right'"


class TestOutputs:
    """What nothing reads is an output of the network, as it is of nodes without a block around them."""

    BODY = document(
        [
            Node("a", "block_input", "x"),
            Node("b", "conv_bn", "left", params={"filters": 8}),
            Node("c", "conv_bn", "right", params={"filters": 16}),
            Node("d", "block_output", "one"),
            Node("e", "block_output", "other"),
        ],
        ["a b", "a c", "b d", "c e"],
    )

    @pytest.fixture
    def fork(self):
        nodes = [
            Node("2", "fork", "fork"),
            Node("3", "conv_bn", "last", params={"filters": 4}),
        ]
        wires = ("1 2", "2 3")
        return design({"fork": Definition("Fork", self.BODY)}, *nodes, wires=wires)

    def test_an_output_that_nobody_reads_is_the_networks(self, fork):
        analysis = analyse(fork)
        assert analysis.ends == (("2", 1), ("3", 0))
        assert analysis.outputs == ("2", "3")
        assert len(analysis.nodes["2"].calls[0]) == 6

    def test_read_it_is_not(self, fork):
        before = analyse(fork)
        nodes = {
            **fork.nodes,
            "4": Node("4", "conv_bn", "end", params={"filters": 4}),
        }
        edges = (*fork.edges, Edge("2", "4", "other"))
        both = replace(fork, nodes=nodes, edges=edges)
        after = analyse(both, before)
        assert after.ends == (("3", 0), ("4", 0))
        assert after.peak_activation_bytes == analyse(both).peak_activation_bytes
        muted = replace(both, nodes={**nodes, "4": replace(nodes["4"], muted=True)})
        assert analyse(muted, after).ends == (("3", 0), ("4", 0))
        assert analyse(fork, after).ends == before.ends

    def test_of_a_library_block_the_rest_is_dropped(self):
        nodes = [
            Node("2", "conv_bn", "stem", params={"filters": 8}),
            Node("3", "ops_split", "split"),
            Node("4", "conv_bn", "last", params={"filters": 4}),
        ]
        analysis = analyse(design({}, *nodes, wires=("1 2", "2 3", "3 4")))
        assert not analysis.errors
        assert analysis.ends == (("4", 0),)

    def test_an_input_that_leads_nowhere_is_said(self, fork):
        nodes = {**self.BODY.nodes, "f": Node("f", "block_input", "gate")}
        body = replace(self.BODY, nodes=nodes)
        document = replace(
            fork,
            definitions={"fork": Definition("Fork", body)},
            edges=(*fork.edges, Edge("1", "2", "", "gate")),
        )
        assert "input 'gate' leads to none of its outputs" in only_error(
            analyse(document)
        )

    def test_a_port_in_the_design_itself_is_refused(self, fork):
        outside = replace(
            fork,
            nodes={**fork.nodes, "9": Node("9", "block_output", "y")},
            edges=(*fork.edges, Edge("3", "9")),
        )
        (issue,) = analyse(outside).errors
        assert issue.code == "port_outside"
        assert not analyse(issue.repairs[0].edit(outside)).errors


def test_a_refusal_says_where_inside():
    use = Node("2", "unit", "unit", params={"filters": 12})
    wrong = unit(kernel_size=0)
    message = only_error(analyse(design({"unit": wrong}, use)))
    assert message.startswith("in 'wide': ")
    assert "0" in message


def test_repeats_that_multiply_are_bounded():
    body = document(
        [
            Node("a", "block_input", "x"),
            Node("b", "conv_bn", "conv", params={"filters": 3}, repeat=1000),
            Node("c", "block_output", "y"),
        ],
        ["a b", "b c"],
    )
    outer = replace(body, nodes={**body.nodes, "b": Node("b", "unit", "u", repeat=50)})
    definitions = {"unit": Definition("U", body), "outer": Definition("O", outer)}
    message = only_error(analyse(design(definitions, Node("2", "outer", "o"))))
    assert "10,000 layers" in message


def test_a_block_that_contains_itself_is_refused_and_nothing_hangs():
    body = document(
        [
            Node("a", "block_input", "x"),
            Node("b", "unit", "again"),
            Node("c", "block_output", "y"),
        ],
        ["a b", "b c"],
    )
    analysis = analyse(design({"unit": Definition("U", body)}, Node("2", "unit", "u")))
    assert analysis.nodes["2"].state == "error"


class TestIncremental:
    def test_a_change_inside_reaches_every_use_and_only_them(self):
        nodes = [
            Node("2", "unit", "first"),
            Node("3", "conv_bn", "between", params={"filters": 8}),
            Node("4", "unit", "second"),
        ]
        wires = ("1 2", "2 3", "3 4")
        before = analyse(design({"unit": unit()}, *nodes, wires=wires))
        after_document = design({"unit": unit(kernel_size=5)}, *nodes, wires=wires)
        after_document = replace(after_document, nodes=before.document.nodes)
        after = analyse(after_document, before)
        assert after.total == analyse(after_document).total
        assert after.total.params > before.total.params
        assert after.nodes["3"].outcome is before.nodes["3"].outcome

    def test_a_change_of_a_nested_definition_reaches_the_outer_use(self):
        outer = Definition(
            "O",
            document(
                [
                    Node("a", "block_input", "x"),
                    Node("b", "unit", "u"),
                    Node("c", "block_output", "y"),
                ],
                ["a b", "b c"],
            ),
        )
        use = Node("2", "outer", "o")
        before = analyse(design({"unit": unit(), "outer": outer}, use))
        changed = design({"unit": unit(kernel_size=5), "outer": outer}, use)
        changed = replace(changed, nodes=before.document.nodes)
        assert analyse(changed, before).total == analyse(changed).total

    def test_blocks_that_stay_are_the_same_objects(self):
        one = design({"a": unit(), "b": unit(kernel_size=5)})
        other = replace(one, definitions={**one.definitions, "b": unit(kernel_size=1)})
        assert design_blocks(one)["a"] is design_blocks(other)["a"]
        assert design_blocks(one)["b"] is not design_blocks(other)["b"]


class TestBody:
    def test_it_is_analysed_as_a_use_has_it(self):
        definition = unit()
        view = analyse(definition.body, ports={"a": SHAPE})
        assert not view.issues
        assert view.nodes["f"].outputs == ((None, 32, 32, 8),)
        use = analyse(design({"unit": definition}, Node("2", "unit", "u")))
        assert view.total == use.total

    def test_without_a_use_its_shapes_are_unknown(self):
        view = analyse(unit().body, ports={})
        assert not view.errors
        assert {report.state for report in view.nodes.values()} == {"unknown"}

    def test_other_shapes_reach_it(self):
        body = unit().body
        small = analyse(body, ports={"a": SHAPE})
        large = analyse(body, small, ports={"a": (None, 64, 64, 3)})
        assert large.total == analyse(body, ports={"a": (None, 64, 64, 3)}).total
        edited = replace(body, variables={"filters": Variable(16)})
        kept = analyse(edited, large)
        assert kept.nodes["f"].outputs == ((None, 64, 64, 16),)

    def test_a_port_in_a_design_is_refused(self):
        lone = document([Node("1", "block_input", "x")], [])
        assert "stands inside a block" in only_error(analyse(lone))


class TestMuted:
    @pytest.fixture
    def muted(self):
        nodes = [
            Node("2", "conv_bn", "conv", params={"filters": 24}, repeat=3, muted=True),
            Node("3", "conv_bn", "last", params={"filters": 8}),
        ]
        return design({}, *nodes, wires=("1 2", "2 3"))

    def test_its_input_goes_on_and_it_costs_nothing(self, muted):
        analysis = analyse(muted)
        without = document([IMAGE, muted.nodes["3"]], ["1 3"])
        assert analysis.nodes["2"].outputs == (SHAPE,)
        assert analysis.total == analyse(without).total
        assert analysis.peak_activation_bytes == analyse(without).peak_activation_bytes
        assert analysis.receptive_field == analyse(without).receptive_field

    def test_unmuted_it_is_as_it_was(self, muted):
        loud = replace(
            muted, nodes={**muted.nodes, "2": replace(muted.nodes["2"], muted=False)}
        )
        there = analyse(loud)
        back = analyse(loud, analyse(muted, there))
        assert back.total == there.total
        assert back.issues == there.issues

    def test_of_several_wires_the_first_goes_on(self):
        nodes = [
            Node("2", "conv_bn", "a", params={"filters": 8}),
            Node("3", "conv_bn", "b", params={"filters": 16}),
            Node("4", "add", "sum", muted=True),
        ]
        wires = ("1 2", "1 3", "2 4", "3 4")
        analysis = analyse(design({}, *nodes, wires=wires))
        assert not analysis.errors
        assert analysis.nodes["4"].outputs == ((None, 32, 32, 8),)

    def test_an_image_has_nothing_to_pass_on(self):
        silent = document([replace(IMAGE, muted=True)], [])
        analysis = analyse(silent)
        assert "cannot be muted" in only_error(analysis)
        (repair, *_) = analysis.errors[0].repairs
        assert not analyse(repair.edit(silent)).errors

    def test_wrong_settings_of_a_muted_row_do_not_matter(self, muted):
        node = replace(muted.nodes["2"], params={"filters": "=nothing"})
        wrong = replace(muted, nodes={**muted.nodes, "2": node})
        assert not analyse(wrong).errors

    def test_inside_a_composite(self):
        definition = unit()
        body = definition.body
        silent = replace(body.nodes["c"], muted=True)
        body = replace(
            body,
            nodes={
                **body.nodes,
                "c": silent,
                "b": replace(body.nodes["b"], muted=True),
                "d": replace(body.nodes["d"], params={"filters": 3}),
            },
        )
        quiet = replace(definition, body=body)
        analysis = analyse(design({"unit": quiet}, Node("2", "unit", "u")))
        assert not analysis.errors
        assert analysis.nodes["2"].outputs == (SHAPE,)

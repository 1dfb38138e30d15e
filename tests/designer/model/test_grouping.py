"""Grouping and ungrouping, seen on small designs; that nothing computed changes is in test_same_analysis.py."""

from __future__ import annotations

from dataclasses import replace

import pytest

from designer.model import edits
from designer.model.document import Document, Edge, Node, Variable
from designer.model.files import dumps, loads


@pytest.fixture
def group(catalog):
    """`edits.group` with the small catalog, checking that the outcome can be saved."""

    def grouped(document, ids, name="unit", **options):
        made, use = edits.group(document, ids, name=name, catalog=catalog, **options)
        assert loads(dumps(made)) == made
        return made, use

    return grouped


class TestGroup:
    def test_a_block_of_two_nodes(self, residual, group, wires):
        document, use = group(residual, ["n2", "n3"])
        node = document.nodes[use]
        assert (node.block, node.name, use) == ("unit", "unit", "n5")
        assert node.at == (0, 144)  # the middle of 96 and 192
        assert list(document.nodes) == ["n1", "n5", "n4"]
        assert wires(document) == [
            "image -> unit",
            "unit:b_out -> total",
            "unit -> total",
        ]
        unit = document.definitions["unit"]
        assert unit.title == "Unit"
        assert (unit.inputs, unit.outputs) == (("x",), ("a_out", "b_out"))
        assert wires(unit.body) == ["x -> a", "a -> b", "a -> a_out", "b -> b_out"]
        ids = {n.name: n.id for n in unit.body}
        assert (ids["a"], ids["b"]) == ("n2", "n3")
        ys = {n.name: n.at[1] for n in unit.body}
        assert ys["x"] < ys["a"] < ys["b"] < ys["a_out"] == ys["b_out"]

    def test_variables_become_parameters_that_the_use_passes_on(self, residual, group):
        document, use = group(residual, ["n2", "n3"])
        assert document.definitions["unit"].body.variables == {
            "alpha": Variable(1.0, 0.25, 2.0)
        }
        assert document.nodes[use].params == {"alpha": "=alpha"}
        inner = document.definitions["unit"].body.named("a")
        assert inner.params == {"filters": "=round_channels(32 * alpha)"}

    def test_a_variable_that_follows_from_others_is_worth_what_it_is_now(
        self, residual, group
    ):
        residual = edits.set_repeat(residual, "n3", "=ceil(beta)")
        document, use = group(residual, ["n3"])
        assert document.definitions["unit"].body.variables == {"beta": Variable(2.0)}
        assert document.nodes[use].params == {"beta": "=beta"}

    def test_exposed_values_become_parameters(self, residual, group, catalog):
        document, use = group(
            residual,
            ["n2", "n3"],
            title="Two convolutions",
            expose={
                "width": [("n3", "filters")],
                "strides": [("n2", "strides"), ("n3", "strides")],
            },
        )
        unit = document.definitions["unit"]
        assert unit.title == "Two convolutions"
        assert unit.body.variables == {
            "width": Variable(32),
            "strides": Variable(1),  # the block's default
            "alpha": Variable(1.0, 0.25, 2.0),
        }
        assert unit.body.named("b").params == {
            "filters": "=width",
            "strides": "=strides",
        }
        assert document.nodes[use].params == {"alpha": "=alpha"}
        set_ = edits.set_params(document, use, {"width": 64}, catalog=catalog)
        assert set_.nodes[use].params["width"] == 64

    def test_an_exposed_expression_is_what_the_use_passes(self, residual, group):
        document, use = group(residual, ["n2"], expose={"width": [("n2", "filters")]})
        assert document.definitions["unit"].body.variables == {"width": Variable(32)}
        assert document.nodes[use].params == {"width": "=round_channels(32 * alpha)"}

    def test_a_new_use_follows_what_the_first_one_follows(
        self, residual, group, catalog
    ):
        alpha = replace(residual.variables["alpha"], value=0.4)
        variables = {**residual.variables, "alpha": alpha}
        narrow = replace(residual, variables=variables)
        document, use = group(narrow, ["n2"], expose={"width": [("n2", "filters")]})
        assert document.definitions["unit"].body.variables == {"width": Variable(16)}
        document = loads(dumps(edits.remove_nodes(document, [use])))

        document, again = edits.add_node(document, "unit", catalog=catalog)
        assert document.nodes[again].params == {"width": "=round_channels(32 * alpha)"}
        replaced = edits.replace_block(document, "n3", "unit", catalog=catalog)
        assert replaced.nodes["n3"].params == {"width": "=round_channels(32 * alpha)"}
        fixed, third = edits.add_node(
            document, "unit", catalog=catalog, params={"width": 8}
        )
        assert fixed.nodes[third].params == {"width": 8}

    def test_a_new_use_follows_a_variable_that_was_renamed(
        self, residual, group, catalog
    ):
        document, _ = group(residual, ["n2"], expose={"width": [("n2", "filters")]})
        document = edits.rename_variable(document, "alpha", "scale")
        document, again = edits.add_node(document, "unit", catalog=catalog)
        assert document.nodes[again].params == {"width": "=round_channels(32 * scale)"}

        for name in ("beta", "scale"):
            document = edits.set_variable(document, name, None)
        document, alone = edits.add_node(document, "unit", catalog=catalog)
        assert document.nodes[alone].params == {}

    def test_a_new_use_has_the_default_that_was_set_after_grouping(
        self, residual, group, catalog
    ):
        document, _ = group(residual, ["n2"], expose={"width": [("n2", "filters")]})
        unit = document.definitions["unit"]
        body = edits.set_variable(unit.body, "width", Variable(24))
        document = edits.set_definition(document, "unit", body)
        document, again = edits.add_node(document, "unit", catalog=catalog)
        assert document.nodes[again].params == {}

    def test_an_expression_over_the_blocks_own_parameters_is_followed(
        self, residual, group, catalog
    ):
        document, _ = group(residual, ["n2", "n3"])
        document = edits.expose(
            document, "unit", "width", "n2", "filters", catalog=catalog
        )
        document = edits.rename_variable(document, "alpha", "scale")
        document, again = edits.add_node(document, "unit", catalog=catalog)
        assert document.nodes[again].params == {
            "alpha": "=scale",
            "width": "=round_channels(32 * scale)",
        }

    def test_one_tensor_is_one_port_and_orders_stay(self, catalog, group, wires):
        document = Document(
            nodes={
                id: Node(id, block, name)
                for id, block, name in [
                    ("n1", "image_input", "i"),
                    ("n2", "split", "s"),
                    ("n3", "gate", "g"),
                    ("n4", "add", "t"),
                    ("n5", "add", "u"),
                ]
            },
            edges=(
                Edge("n1", "n2", via=((8, 8),)),
                Edge("n2", "n4", "right"),
                Edge("n3", "n4"),
                Edge("n2", "n4"),
                Edge("n2", "n3", "right"),
                Edge("n2", "n3", "", "weights"),
                Edge("n4", "n5"),
                Edge("n3", "n5"),
            ),
        )
        made, use = group(document, ["n3", "n4"])
        unit = made.definitions["unit"]
        assert unit.inputs == ("x", "weights")
        assert unit.outputs == ("g_out", "t_out")
        assert wires(made) == [
            "i -> s",
            "s:right -> unit",
            "s -> unit:weights",
            "unit:t_out -> u",
            "unit -> u",
        ]
        assert wires(unit.body)[:3] == ["x -> t", "g -> t", "weights -> t"]
        back, _ = edits.ungroup(made, use)
        assert back.incoming["n4"] == document.incoming["n4"]
        assert back.incoming["n5"] == document.incoming["n5"]
        assert set(back.edges) == set(document.edges)
        assert back.edges[0].via == ((8, 8),)

    def test_an_open_input_becomes_a_port(self, catalog, group, wires):
        document = Document(nodes={"n1": Node("n1", "gate", "g")})
        made, use = group(document, ["n1"])
        assert made.definitions["unit"].inputs == ("x", "weights")
        assert wires(made.definitions["unit"].body) == [
            "x -> g",
            "weights -> g:weights",
            "g -> output",
        ]
        assert edits.ungroup(made, use)[0].nodes == document.nodes

    def test_ports_step_aside_for_nodes_and_parameters(self, group):
        document = Document(
            variables={"output": Variable(1)},
            nodes={"n1": Node("n1", "conv_bn", "x", params={"filters": "=output"})},
        )
        unit = group(document, ["n1"])[0].definitions["unit"]
        assert (unit.inputs, unit.outputs) == (("x2",), ("output2",))

    def test_unknown_blocks_can_be_grouped(self, residual, group):
        nodes = {**residual.nodes, "n3": Node("n3", "from_the_future", "b")}
        document, _ = group(replace(residual, nodes=nodes), ["n3"])
        assert document.definitions["unit"].inputs == ("x",)

    def test_a_group_in_a_group(self, residual, group, wires):
        document, inner = group(residual, ["n3"], "inner")
        document, outer = group(document, ["n2", inner], "outer")
        assert wires(document)[0] == "image -> outer"
        assert {n.block for n in document.definitions["outer"].body} >= {"inner"}
        document, ids = edits.ungroup(document, outer)
        assert {document.nodes[id].name for id in ids} == {"a", "inner"}
        document, _ = edits.ungroup(document, inner)
        assert document.nodes == residual.nodes

    def test_a_group_inside_a_block(self, residual, group):
        """A body is a design too: the view of it carries the design's blocks."""
        document, _ = group(residual, ["n2", "n3"], "outer")
        body = document.definitions["outer"].body
        view = replace(body, definitions=document.definitions)
        view, use = group(view, ["n3"], "inner")
        changed = edits.set_definition(
            replace(document, definitions=view.definitions), "outer", view
        )
        assert loads(dumps(changed)) == changed
        assert changed.definitions["outer"].body.nodes[use].block == "inner"

    def test_refusals(self, residual, group, refused):
        with refused("no_group", "wires leave these nodes", "take 'b' in as well"):
            group(residual, ["n2", "n4"])
        with refused("no_group", "'image' is where data enters the design"):
            group(residual, ["n1", "n2"])
        with refused("no_group", "choose the nodes"):
            group(residual, [])
        with refused("unknown_node", "'n9'"):
            group(residual, ["n9"])
        with refused("duplicate_name", "the library has a block 'add'", "'add2'"):
            group(residual, ["n2"], "add")
        made, _ = group(residual, ["n2"])
        with refused("duplicate_name", "this design has a block 'unit'", "'unit2'"):
            group(made, ["n3"])
        for name, words in {
            "my unit": "'my unit' is no name",
            "block_input": "the library has a block",
        }.items():
            code = "invalid_name" if "no name" in words else "duplicate_name"
            with refused(code, words):
                group(residual, ["n2"], name)

    def test_what_cannot_be_exposed(self, residual, group, refused, catalog):
        def expose(**places):
            group(residual, ["n2", "n3"], expose=places)

        with refused(
            "unknown_parameter", "'a' has no parameter 'filtres'", "'filters'"
        ):
            expose(width=[("n2", "filtres")])
        with refused("no_group", "'total' is not among the nodes"):
            expose(width=[("n4", "x")])
        with refused("invalid_value", "activation of 'a' has no value yet"):
            expose(activation=[("n2", "activation")])
        with refused("duplicate_name", "use the variable 'alpha'"):
            expose(alpha=[("n3", "filters")])
        with refused("invalid_value", "'width' cannot be both 32 and 1"):
            expose(width=[("n3", "filters"), ("n3", "strides")])
        with refused("invalid_name", "a block has a 'name' already"):
            expose(name=[("n3", "filters")])
        broken = edits.set_params(
            residual, "n3", {"filters": "=gamma"}, catalog=catalog
        )
        with refused("invalid_value", "filters of 'b' has no value", "'gamma'"):
            group(broken, ["n3"], expose={"width": [("n3", "filters")]})


class TestUngroup:
    def test_values_take_the_place_of_parameters(self, residual, group, catalog):
        document, use = group(residual, ["n2", "n3"])
        for value, expected in {
            0.5: "=round_channels(32 * 0.5)",
            -1: "=round_channels(32 * (-1))",
            "=beta": "=round_channels(32 * beta)",
            "=beta + 1": "=round_channels(32 * (beta + 1))",
            "=max(beta, 1)": "=round_channels(32 * max(beta, 1))",
        }.items():
            given = edits.set_params(document, use, {"alpha": value}, catalog=catalog)
            back, ids = edits.ungroup(given, use)
            assert ids == ("n2", "n3")
            assert back.nodes["n2"].params == {"filters": expected}
            assert loads(dumps(back)) == back
        default = edits.set_params(document, use, {"alpha": None}, catalog=catalog)
        back, _ = edits.ungroup(default, use)
        assert back.nodes["n2"].params == {"filters": "=round_channels(32 * 1.0)"}

    def test_a_value_alone_stays_a_value(self, residual, group):
        document, use = group(residual, ["n3"], expose={"width": [("n3", "filters")]})
        back, _ = edits.ungroup(document, use)
        assert back.nodes["n3"].params == {"filters": 32}
        assert "unit" in back.definitions

    def test_a_second_use_gets_other_names(self, residual, group):
        document, use = group(residual, ["n2", "n3"])
        document, (copy,) = edits.merge(document, edits.extract(document, [use]))
        document, _ = edits.ungroup(document, use)
        document, ids = edits.ungroup(document, copy)
        assert [document.nodes[id].name for id in ids] == ["a2", "b2"]
        assert len({*ids, "n2", "n3"}) == 4

    def test_a_row_is_unrolled_first(self, residual, group, wires):
        document, use = group(residual, ["n3"])
        document = edits.set_repeat(document, use, 2)
        back, ids = edits.ungroup(document, use)
        assert [back.nodes[id].name for id in ids] == ["b", "b2"]
        assert set(wires(back)) == {
            "image -> a",
            "a -> b",
            "b -> b2",
            "a -> total",
            "b2 -> total",
        }

    def test_parameters_that_follow_from_others(self, residual, group, catalog):
        document, use = group(residual, ["n2"])
        body = document.definitions["unit"].body
        body = edits.set_variable(body, "half", Variable("=alpha / 2"))
        body = edits.set_params(body, "n2", {"strides": "=half"}, catalog=catalog)
        document = edits.set_definition(document, "unit", body)
        back, _ = edits.ungroup(document, use)
        assert back.nodes["n2"].params["strides"] == "=alpha / 2"

    def test_a_port_that_is_wired_through(self, residual, group, wires):
        document, use = group(residual, ["n3"])
        unit = document.definitions["unit"].body
        x, y = unit.named("x").id, unit.named("output").id
        unit = replace(
            unit, nodes={id: unit.nodes[id] for id in (x, y)}, edges=(Edge(x, y),)
        )
        document = edits.set_definition(document, "unit", unit)
        with pytest.raises(edits.Refusal, match="'total' would read one tensor by two"):
            edits.ungroup(document, use)
        document = edits.disconnect(document, [Edge("n2", "n4")])
        back, ids = edits.ungroup(document, use)
        assert ids == ()
        assert wires(back) == ["image -> a", "a -> total"]

    def test_refusals(self, residual, group, refused):
        with refused("unknown_block", "this design defines no block 'conv_bn'"):
            edits.ungroup(residual, "n2")
        document, use = group(residual, ["n2"])
        with refused("invalid_value", "'unit' is muted"):
            edits.ungroup(edits.set_muted(document, [use], True), use)
        node = replace(document.nodes[use], params={"alpha": f"={'1+' * 240}alpha"})
        long = replace(document, nodes={**document.nodes, use: node})
        with refused("invalid_value", "in 'a': an expression has at most 500"):
            edits.ungroup(long, use)

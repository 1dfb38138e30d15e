"""Blocks that a design defines: what is done to one reaches every use, here and in other blocks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from designer.model import edits
from designer.model.definitions import definition_cycle, users
from designer.model.document import Definition, Document, Edge, Node, Variable
from designer.model.files import dumps, loads

UNIT = Definition(
    "Unit",
    Document(
        variables={"width": Variable(32), "rate": Variable(0.5)},
        nodes={
            "n1": Node("n1", "block_input", "x"),
            "n2": Node("n2", "block_input", "gate"),
            "n3": Node("n3", "conv_bn", "conv", params={"filters": "=2 * width"}),
            "n4": Node("n4", "block_output", "y"),
            "n5": Node("n5", "block_output", "z"),
        },
        edges=(Edge("n1", "n3"), Edge("n3", "n4"), Edge("n2", "n5")),
    ),
)


def holding(*blocks: str) -> Definition:
    nodes = {f"n{i}": Node(f"n{i}", b, f"a{i}") for i, b in enumerate(blocks)}
    return Definition("Outer", Document(nodes=nodes))


@pytest.fixture
def document() -> Document:
    """Two uses of `unit`: one in the design, one in the block `outer`."""
    inside = replace(
        holding("unit"),
        body=Document(
            nodes={
                "n1": Node("n1", "block_input", "x"),
                "n2": Node("n2", "unit", "u", params={"width": 8}),
                "n3": Node("n3", "block_output", "y"),
            },
            edges=(Edge("n1", "n2", "", "gate"), Edge("n2", "n3", "z")),
        ),
    )
    return Document(
        nodes={
            "n1": Node("n1", "image_input", "i"),
            "n2": Node("n2", "unit", "u", params={"rate": 0.1}, first={"width": 3}),
            "n3": Node("n3", "add", "t"),
            "n4": Node("n4", "outer", "o"),
        },
        edges=(
            Edge("n1", "n2"),
            Edge("n1", "n2", "", "gate"),
            Edge("n2", "n3", "z"),
            Edge("n2", "n3"),
            Edge("n3", "n4"),
        ),
        definitions={"unit": UNIT, "outer": inside},
    )


class TestUses:
    def test_a_use_is_wired_and_set_as_any_block(self, document, catalog, refused):
        added, id = edits.add_node(
            document, "unit", catalog=catalog, params={"width": 4}
        )
        added = edits.connect(added, "n3", id, target_port="gate", catalog=catalog)
        added = edits.connect(added, "n3", id, target_port="x", catalog=catalog)
        assert added.incoming[id] == (Edge("n3", id, "", "gate"), Edge("n3", id))
        with refused("unknown_parameter", "'unit' has no parameter 'widht'"):
            edits.set_params(document, "n2", {"widht": 1}, catalog=catalog)
        with refused("unknown_block", "'unti'", "did you mean 'unit'?"):
            edits.add_node(document, "unti", catalog=catalog)

    def test_a_new_use_follows_the_variables_that_are_called_alike(
        self, document, catalog
    ):
        family = edits.set_variable(document, "width", Variable(16))
        _, id = added = edits.add_node(family, "unit", catalog=catalog)
        assert added[0].nodes[id].params["width"] == "=width"
        own = {"width": 4}
        _, id = added = edits.add_node(family, "unit", catalog=catalog, params=own)
        assert added[0].nodes[id].params["width"] == 4
        _, id = added = edits.add_node(document, "unit", catalog=catalog)
        assert not added[0].nodes[id].params

    def test_what_follows_from_others_is_no_parameter(self, document, catalog, refused):
        body = edits.set_variable(UNIT.body, "twice", Variable("=2 * width"))
        document = edits.set_definition(document, "unit", body)
        with refused("unknown_parameter", "no parameter 'twice'"):
            edits.set_params(document, "n2", {"twice": 1}, catalog=catalog)

    def test_who_uses_a_block(self, document):
        assert users(document, "unit") == ("", "outer")
        assert users(document, "conv_bn") == ("unit",)


class TestSetDefinition:
    def test_renamed_ports_keep_their_wires(self, document, wires):
        body = edits.rename_node(UNIT.body, "n2", "weights")
        body = edits.rename_node(body, "n4", "first")
        changed = edits.set_definition(document, "unit", body)
        assert changed.definitions["unit"].inputs == ("x", "weights")
        assert wires(changed)[:4] == ["i -> u", "i -> u:weights", "u:z -> t", "u -> t"]
        assert wires(changed.definitions["outer"].body) == [
            "x -> u:weights",
            "u:z -> y",
        ]
        assert loads(dumps(changed)) == changed

    def test_another_order_of_ports_keeps_wires(self, document, wires):
        nodes = dict(reversed(UNIT.body.nodes.items()))
        changed = edits.set_definition(
            document, "unit", replace(UNIT.body, nodes=nodes)
        )
        assert changed.definitions["unit"].inputs == ("gate", "x")
        assert wires(changed)[:4] == ["i -> u:x", "i -> u", "u -> t", "u:y -> t"]

    def test_ports_that_are_gone_take_their_wires(self, document, wires):
        body = edits.remove_nodes(UNIT.body, ["n1", "n5"])
        changed = edits.set_definition(document, "unit", body)
        assert wires(changed) == ["i -> u", "u -> t", "t -> o"]
        assert wires(changed.definitions["outer"].body) == ["x -> u"]

    def test_a_port_made_anew_is_the_same_port(self, document, wires, catalog):
        body = edits.remove_nodes(UNIT.body, ["n2"])
        body, _ = edits.add_node(body, "block_input", catalog=catalog, name="gate")
        changed = edits.set_definition(document, "unit", body)
        assert wires(changed) == wires(document)

    def test_a_port_that_takes_the_name_of_one_that_is_gone(self, document, wires):
        body = edits.rename_node(edits.remove_nodes(UNIT.body, ["n1"]), "n2", "x")
        changed = edits.set_definition(document, "unit", body)
        assert changed.incoming["n2"] == (Edge("n1", "n2"),)
        swapped = edits.rename_node(edits.rename_node(UNIT.body, "n1", "a"), "n2", "x")
        swapped = edits.rename_node(swapped, "n1", "gate")
        changed = edits.set_definition(document, "unit", swapped)
        assert wires(changed)[:2] == ["i -> u", "i -> u:x"]
        assert wires(changed.definitions["outer"].body) == ["x -> u:x", "u:z -> y"]

    def test_parameters_are_renamed_and_removed_in_uses(self, document):
        body = edits.rename_variable(UNIT.body, "width", "filters")
        body = edits.set_variable(body, "rate", None)
        changed = edits.set_definition(document, "unit", body)
        assert changed.nodes["n2"].params == {}
        assert changed.nodes["n2"].first == {"filters": 3}
        assert changed.definitions["outer"].body.nodes["n2"].params == {"filters": 8}

    def test_the_title_is_the_bodys_name(self, document):
        body = replace(UNIT.body, name="Better unit")
        changed = edits.set_definition(document, "unit", body)
        assert changed.definitions["unit"].title == "Better unit"

    def test_a_value_of_another_kind_is_a_change(self, document, catalog):
        body = edits.set_variable(UNIT.body, "width", Variable(32.0))
        assert edits.set_definition(document, "unit", body) is not document
        assert edits.set_definition(document, "unit", UNIT.body) is document

    def test_what_is_left_alone_stays_the_same_object(self, document):
        changed = edits.set_definition(document, "outer", holding("unit"))
        assert changed.definitions["unit"] is UNIT
        assert changed.nodes["n2"] is document.nodes["n2"]

    def test_no_block_holds_itself(self, document, refused):
        path = "a block cannot contain itself: unit -> outer -> unit"
        with refused("recursive_block", path):
            edits.set_definition(document, "unit", holding("conv_bn", "outer"))
        with refused("recursive_block", "unit -> unit"):
            edits.set_definition(document, "unit", holding("unit"))

    def test_names(self, document, refused):
        body = replace(UNIT.body, variables={"x": Variable(1)})
        with refused("invalid_name", "'x' is an input and a parameter"):
            edits.set_definition(document, "unit", body)
        with refused("unknown_block", "no block 'unti'; did you mean 'unit'?"):
            edits.set_definition(document, "unti", body)


class TestManyBlocks:
    def test_add_rename_remove(self, document, catalog, refused):
        made = edits.add_definition(document, "unit2", UNIT, catalog=catalog)
        assert made.definitions["unit2"] is UNIT
        with refused("duplicate_name", "this design has a block 'unit2'", "'unit3'"):
            edits.add_definition(made, "unit2", UNIT)
        with refused("duplicate_name", "the library has a block 'add'; 'add2' is free"):
            edits.add_definition(document, "add", UNIT, catalog=catalog)
        with refused("recursive_block", "me -> me"):
            edits.add_definition(document, "me", holding("me"))
        assert (
            edits.remove_definition(made, "unit2").definitions == document.definitions
        )
        with refused("block_in_use", "'unit' is used in the design and 'outer'"):
            edits.remove_definition(document, "unit")

    def test_rename_reaches_every_use(self, document, catalog, refused):
        changed = edits.rename_definition(
            document, "unit", "gated", title="Gated  unit", catalog=catalog
        )
        assert list(changed.definitions) == ["gated", "outer"]
        assert changed.definitions["gated"].title == "Gated unit"
        assert users(changed, "gated") == ("", "outer")
        assert loads(dumps(changed)) == changed
        titled = edits.rename_definition(document, "unit", "unit", title="U")
        assert titled.definitions["unit"].title == "U"
        with refused("duplicate_name", "this design has a block 'outer'"):
            edits.rename_definition(document, "unit", "outer")
        with refused("duplicate_name", "the library has a block 'add'"):
            edits.rename_definition(document, "unit", "add", catalog=catalog)
        with refused("invalid_name", "a block needs a title"):
            edits.rename_definition(document, "unit", "u", title=" ")

    def test_long_chains_and_many_uses_are_no_trouble(self):
        chain = {f"b{i}": holding(f"b{i + 1}", f"b{i + 1}") for i in range(2000)}
        assert definition_cycle(chain) == ()
        assert definition_cycle({**chain, "b2000": holding("b1998")})[0] == "b1998"


class TestAdopting:
    def test_only_what_is_used_comes_along(self, document):
        assert set(edits.extract(document, ["n2"]).definitions) == {"unit"}
        assert set(edits.extract(document, ["n4"]).definitions) == {"outer", "unit"}
        assert not edits.extract(document, ["n3"]).definitions

    def test_equal_blocks_are_one(self, document, residual):
        fragment = edits.extract(document, ["n4"])
        pasted, _ = edits.merge(residual, fragment)
        again, _ = edits.merge(pasted, loads(dumps(fragment)))
        assert again.definitions == pasted.definitions == document.definitions
        assert pasted.definitions.keys() == {"unit", "outer"}

    def test_where_nodes_lie_makes_no_other_block(self, document):
        moved = edits.move_nodes(UNIT.body, {"n3": (8, 8)})
        other = edits.set_definition(document, "unit", moved)
        pasted, _ = edits.merge(other, edits.extract(document, ["n2"]))
        assert pasted.definitions["unit"] is other.definitions["unit"]

    def test_a_clash_is_asked_about(self, document, refused):
        other = replace(document, definitions={"unit": holding("conv_bn")})
        other = replace(other, nodes={"n1": Node("n1", "unit", "mine")}, edges=())
        fragment = edits.extract(document, ["n2", "n4"])
        with refused("definition_clash", "both designs define a block 'unit'"):
            edits.merge(other, fragment)

        kept, ids = edits.merge(other, fragment, clashes="keep")
        assert kept.definitions["unit"] is other.definitions["unit"]
        assert [kept.nodes[id].block for id in ids] == ["unit", "outer"]

        both, ids = edits.merge(other, fragment, clashes="rename")
        assert both.definitions["unit"] is other.definitions["unit"]
        assert both.definitions["unit2"] == UNIT
        assert [both.nodes[id].block for id in ids] == ["unit2", "outer"]
        assert users(both, "unit2") == ("", "outer")
        assert loads(dumps(both)) == both

    def test_a_block_that_holds_one_that_clashes_is_another_too(self, document):
        other = replace(
            document, definitions={**document.definitions, "unit": holding("add")}
        )
        fragment = edits.extract(document, ["n4"])
        both, (id,) = edits.merge(other, fragment, clashes="rename")
        assert both.nodes[id].block == "outer2"
        assert both.definitions["outer2"].body.nodes["n2"].block == "unit2"
        assert both.definitions["outer"] is document.definitions["outer"]

    def test_keeping_may_not_close_a_circle(self, refused):
        mine = Document(definitions={"a": holding("b")})
        theirs = {"a": holding("add"), "b": holding("a")}
        with refused("recursive_block", "b -> a -> b"):
            edits.adopt_definitions(mine, theirs, "keep")
        made, called = edits.adopt_definitions(mine, theirs, "rename")
        assert called == {"a": "a2", "b": "b"}
        assert made.definitions["b"].body.nodes["n0"].block == "a2"


class TestExpose:
    def test_a_value_becomes_a_parameter(self, document, catalog):
        made = edits.expose(document, "unit", "steps", "n3", "strides", catalog=catalog)
        unit = made.definitions["unit"]
        assert unit.body.variables["steps"] == Variable(1)
        assert unit.body.nodes["n3"].params["strides"] == "=steps"
        assert made.nodes == document.nodes
        back = edits.unexpose(made, "unit", "steps")
        assert back.definitions["unit"].body.nodes["n3"].params["strides"] == 1

    def test_each_use_goes_on_with_its_own_expression(self, document, catalog):
        made = edits.expose(
            document, "unit", "filters", "n3", "filters", catalog=catalog
        )
        unit = made.definitions["unit"]
        assert unit.body.variables["filters"] == Variable(64)
        assert made.nodes["n2"].params == {"rate": 0.1, "filters": "=2 * 32"}
        assert made.nodes["n2"].first == {"width": 3, "filters": "=2 * 3"}
        inner = made.definitions["outer"].body.nodes["n2"]
        assert inner.params == {"width": 8, "filters": "=2 * 8"}
        assert loads(dumps(made)) == made

    def test_one_parameter_for_several(self, document, catalog, refused):
        body, id = edits.add_node(
            UNIT.body, "conv_bn", catalog=catalog, params={"filters": 32}
        )
        document = edits.set_definition(document, "unit", body)
        made = edits.expose(document, "unit", "width", id, "filters", catalog=catalog)
        assert made.definitions["unit"].body.nodes[id].params == {"filters": "=width"}
        assert list(made.definitions["unit"].body.variables) == ["width", "rate"]
        with refused("invalid_value", "'rate' is 0.5 and filters of 'conv_bn' is 32"):
            edits.expose(document, "unit", "rate", id, "filters", catalog=catalog)

    def test_refusals(self, document, catalog, refused):
        def expose(name, node, parameter):
            edits.expose(document, "unit", name, node, parameter, catalog=catalog)

        with refused("unknown_node", "'n9'"):
            expose("a", "n9", "filters")
        with refused("unknown_parameter", "'conv' has no parameter 'filter'"):
            expose("a", "n3", "filter")
        with refused("invalid_name", "'a b' is no name"):
            expose("a b", "n3", "strides")
        with refused("invalid_name", "'max' is a function"):
            expose("max", "n3", "strides")
        with refused("invalid_name", "'x' is an input and a parameter"):
            expose("x", "n3", "strides")

    def test_a_parameter_in_use_stays(self, document, refused):
        with refused("invalid_value", "'u' sets rate to 0.1; reset it there first"):
            edits.unexpose(document, "unit", "rate")
        with refused("unknown_parameter", "'unit' has no parameter 'depth'"):
            edits.unexpose(document, "unit", "depth")

"""Each edit does its one thing, and each refusal says why, with names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from designer.model import edits
from designer.model.bounds import MAX_REPEAT
from designer.model.document import Document, Edge, Node, Variable
from designer.model.edits import Refusal


@contextmanager
def refused(code: str, *words: str) -> Iterator[None]:
    with pytest.raises(Refusal) as caught:
        yield
    assert caught.value.code == code
    for word in words:
        assert word in str(caught.value)


class TestAddNode:
    def test_names_follow_the_block_and_ids_are_new(self, catalog):
        document = Document()
        for expected in ("conv_bn", "conv_bn2", "conv_bn3"):
            document, id = edits.add_node(document, "conv_bn", catalog=catalog)
            assert document.nodes[id].name == expected
        assert list(document.nodes) == ["n1", "n2", "n3"]

    def test_keeps_what_it_is_given(self, catalog):
        document, id = edits.add_node(
            Document(),
            "conv_bn",
            catalog=catalog,
            name="stem",
            at=(8, 16),
            params={"filters": 32},
            repeat=2,
            first={"strides": 2},
        )
        assert document.nodes[id] == Node(
            "n1", "conv_bn", "stem", (8, 16), {"filters": 32}, 2, {"strides": 2}
        )

    def test_refusals(self, catalog, residual):
        def add(block="conv_bn", **options):
            edits.add_node(residual, block, catalog=catalog, **options)

        with refused("unknown_block", "'conv_nb'", "did you mean 'conv_bn'?"):
            add("conv_nb")
        with refused("unknown_parameter", "'filter'", "did you mean 'filters'?"):
            add(params={"filter": 3})
        with refused("unknown_parameter", "'stride'", "'strides'"):
            add(first={"stride": 3})
        with refused("invalid_value", "filters", "finite"):
            add(params={"filters": float("nan")})
        with refused("invalid_value", "filters"):
            add(params={"filters": [1]})
        with refused("invalid_value", "repeat count 0", "1 to 1,000"):
            add(repeat=0)
        with refused("duplicate_name", "'a'", "'a2' is free"):
            add(name="a")

    @pytest.mark.parametrize("name", ["", "1st", "_hidden", "row 2", "a/b", "größe"])
    def test_invalid_names(self, catalog, name):
        with refused("invalid_name", f"'{name}'", "letter"):
            edits.add_node(Document(), "conv_bn", catalog=catalog, name=name)

    def test_a_word_of_python_is_no_name(self, catalog):
        with refused("invalid_name", "'class'", "'class_' would do"):
            edits.add_node(Document(), "conv_bn", catalog=catalog, name="class")


class TestNamesOfCopies:
    """A row that repeats is built as `name_1`, `name_2`, ...; Keras refuses two layers of one name."""

    def test_no_node_may_take_a_copys_name(self, catalog, residual):
        residual = edits.set_repeat(residual, "n3", 3)
        with refused("duplicate_name", "'b'", "'b_3'", "'b_4' is free"):
            edits.rename_node(residual, "n2", "b_3")
        assert edits.rename_node(residual, "n2", "b_4").nodes["n2"].name == "b_4"

    def test_no_copy_may_take_a_nodes_name(self, residual):
        residual = edits.rename_node(residual, "n2", "b_2")
        with refused("duplicate_name", "'b_2'"):
            edits.set_repeat(residual, "n3", 2)

    def test_an_expression_may_repeat_any_number_of_times(self, residual):
        residual = edits.set_repeat(residual, "n3", "=round_repeats(2 * alpha)")
        with refused("duplicate_name", "'b_77'"):
            edits.rename_node(residual, "n2", "b_77")

    def test_generated_names_never_stand_in_the_way(self, catalog):
        document = Document()
        for _ in range(3):
            document, _ = edits.add_node(document, "conv_bn", catalog=catalog)
        assert edits.set_repeat(document, "n1", 9).nodes["n1"].repeat == 9


class TestRemoveNodes:
    def test_wires_go_with_their_nodes(self, residual):
        left = edits.remove_nodes(residual, ["n2"])
        assert list(left.nodes) == ["n1", "n3", "n4"]
        assert left.edges == (Edge("n3", "n4"),)

    def test_healing_keeps_the_order_at_the_target(self, residual):
        left = edits.remove_nodes(
            edits.disconnect(residual, [Edge("n2", "n4")]), ["n2", "n3"], heal=True
        )
        assert left.edges == (Edge("n1", "n4"),)

    def test_healing_does_not_draw_a_wire_twice(self, residual):
        left = edits.remove_nodes(residual, ["n3"], heal=True)
        assert left.edges == (Edge("n1", "n2"), Edge("n2", "n4"))

    def test_where_several_wires_meet_nothing_is_healed(self, residual, catalog):
        residual, after = edits.add_node(residual, "conv_bn", catalog=catalog)
        residual = edits.connect(residual, "n4", after, catalog=catalog)
        left = edits.remove_nodes(residual, ["n4"], heal=True)
        assert left.edges == (Edge("n1", "n2"), Edge("n2", "n3"))

    def test_unknown_node(self, residual):
        with refused("unknown_node", "'n9'"):
            edits.remove_nodes(residual, ["n1", "n9"])


class TestNodes:
    def test_move(self, residual):
        moved = edits.move_nodes(residual, {"n1": (8, 8), "n4": (16, 24)})
        assert moved.nodes["n4"].at == (16, 24)
        assert moved.nodes["n2"] is residual.nodes["n2"]

    def test_an_edit_that_changes_nothing_is_no_edit(self, residual, catalog):
        assert edits.move_nodes(residual, {"n1": (0, 0)}) is residual
        assert edits.rename_node(residual, "n2", "a") is residual
        assert edits.set_repeat(residual, "n2", 1) is residual
        assert edits.remove_nodes(residual, []) is residual
        assert edits.disconnect(residual, []) is residual
        assert edits.rename_document(residual, "residual") is residual
        assert edits.set_variable(residual, "gamma", None) is residual
        unchanged = {"filters": 32, "activation": None}
        assert edits.set_params(residual, "n3", unchanged, catalog=catalog) is residual

    def test_true_is_not_one(self, residual, catalog):
        one = edits.set_params(residual, "n3", {"activation": 1}, catalog=catalog)
        true = edits.set_params(one, "n3", {"activation": True}, catalog=catalog)
        assert true.nodes["n3"].params["activation"] is True

    def test_none_goes_back_to_the_default(self, residual, catalog):
        edited = edits.set_params(
            residual, "n3", {"filters": None, "strides": 2}, catalog=catalog
        )
        assert edited.nodes["n3"].params == {"strides": 2}

    def test_first_copy(self, residual, catalog):
        edited = edits.set_params(
            residual, "n3", {"strides": 2}, catalog=catalog, first=True
        )
        assert edited.nodes["n3"].first == {"strides": 2}
        assert edits.set_repeat(edited, "n3", 4).nodes["n3"].first == {"strides": 2}
        assert edits.set_repeat(edited, "n3", 4, {}).nodes["n3"].first == {}
        with refused("unknown_parameter", "'stride'"):
            edits.set_repeat(residual, "n3", 4, {"stride": 2}, catalog=catalog)

    @pytest.mark.parametrize("repeat", [0, -1, MAX_REPEAT + 1, True, 2.0, "2"])
    def test_repeat_refuses(self, residual, repeat):
        with refused("invalid_value", "repeat count"):
            edits.set_repeat(residual, "n3", repeat)

    def test_an_unknown_block_can_be_moved_renamed_and_deleted(self, residual, catalog):
        node = Node("n5", "from_the_future", "mystery", params={"knob": 3})
        document = Document(nodes={**residual.nodes, "n5": node})
        document = edits.move_nodes(document, {"n5": (8, 8)})
        document = edits.rename_node(document, "n5", "puzzle")
        with refused("unknown_block", "'from_the_future'"):
            edits.set_params(document, "n5", {"knob": 4}, catalog=catalog)
        with refused("unknown_block", "'from_the_future'"):
            edits.connect(document, "n1", "n5", catalog=catalog)
        assert "n5" not in edits.remove_nodes(document, ["n5"]).nodes

    def test_document_name(self, residual):
        assert edits.rename_document(residual, " My\nnet ").name == "My net"
        with refused("invalid_name", "needs a name"):
            edits.rename_document(residual, " ")


class TestConnect:
    def test_the_first_port_has_one_spelling(self, residual, catalog):
        document, gate = edits.add_node(residual, "gate", catalog=catalog)
        for port in ("x", "weights"):
            document = edits.connect(
                document, "n3", gate, target_port=port, catalog=catalog
            )
        assert document.incoming[gate] == (
            Edge("n3", gate),
            Edge("n3", gate, target_port="weights"),
        )

    def test_second_output(self, residual, catalog):
        document, split = edits.add_node(residual, "split", catalog=catalog)
        document = edits.connect(
            document, split, "n4", source_port="right", catalog=catalog
        )
        document = edits.connect(document, split, "n4", catalog=catalog)
        assert [e.source_port for e in document.outgoing[split]] == ["right", ""]

    def test_a_cycle_is_named(self, residual, catalog):
        with refused("cycle", "total -> a -> total"):
            edits.connect(residual, "n4", "n2", catalog=catalog)
        with refused("cycle", "total -> total"):
            edits.connect(residual, "n4", "n4", catalog=catalog)

    def test_a_taken_port(self, residual, catalog):
        with refused("port_taken", "'x' of 'b'", "from 'a'"):
            edits.connect(residual, "n1", "n3", catalog=catalog)
        replaced = edits.connect(residual, "n1", "n3", catalog=catalog, replace=True)
        assert replaced.incoming["n3"] == (Edge("n1", "n3"),)

    def test_the_same_wire_twice(self, residual, catalog):
        with refused("duplicate_wire", "'b'", "'total'"):
            edits.connect(residual, "n3", "n4", target_port="inputs", catalog=catalog)

    def test_spelled_out_in_a_file_it_is_still_the_same_wire(self, residual, catalog):
        wires = (Edge("n1", "n2", "output", "x"),)
        document = Document(nodes=residual.nodes, edges=wires)
        with refused("duplicate_wire"):
            edits.connect(document, "n1", "n2", catalog=catalog)

    def test_unknown_ports_and_nodes(self, residual, catalog):
        with refused("unknown_port", "'image' has no input"):
            edits.connect(residual, "n2", "n1", catalog=catalog)
        with refused("unknown_port", "no input 'input'", "did you mean 'inputs'?"):
            edits.connect(residual, "n1", "n4", target_port="input", catalog=catalog)
        with refused("unknown_port", "no output 'zz'", "it has output"):
            edits.connect(residual, "n1", "n4", source_port="zz", catalog=catalog)
        with refused("unknown_node", "'n9'"):
            edits.connect(residual, "n1", "n9", catalog=catalog)

    def test_disconnect(self, residual):
        left = edits.disconnect(residual, [Edge("n3", "n4")])
        assert Edge("n3", "n4") not in left.edges
        with refused("unknown_wire", "'n3'", "'n4'"):
            edits.disconnect(left, [Edge("n3", "n4")])


class TestInsert:
    def test_the_order_of_wires_at_the_target_stays(self, residual, catalog):
        document, id = edits.insert_on_edge(
            residual, Edge("n3", "n4"), "conv_bn", catalog=catalog, name="between"
        )
        assert document.incoming["n4"] == (Edge(id, "n4"), Edge("n2", "n4"))
        assert document.incoming[id] == (Edge("n3", id),)

    def test_a_node_that_is_there_already(self, residual, catalog):
        document, id = edits.add_node(residual, "conv_bn", catalog=catalog)
        document = edits.splice(document, Edge("n1", "n2"), id, catalog=catalog)
        assert document.incoming["n2"] == (Edge(id, "n2"),)

    def test_what_has_no_input_goes_into_no_wire(self, residual, catalog):
        with refused("unknown_port", "'image_input' has no input"):
            edits.insert_on_edge(
                residual, Edge("n1", "n2"), "image_input", catalog=catalog
            )
        with refused("unknown_wire"):
            edits.insert_on_edge(residual, Edge("n1", "n4"), "add", catalog=catalog)


class TestFragments:
    def test_duplicate(self, residual):
        fragment = edits.extract(residual, ["n2", "n3"])
        assert fragment.edges == (Edge("n2", "n3"),)
        assert set(fragment.variables) == {"alpha"}
        document, ids = edits.merge(residual, fragment, (40, 8))
        assert ids == ("n5", "n6")
        assert [document.nodes[id].name for id in ids] == ["a2", "b2"]
        assert document.nodes["n5"].at == (40, 104)
        assert document.edges[-1] == Edge("n5", "n6")

    def test_numbered_names_count_on(self, residual):
        residual = edits.rename_node(residual, "n2", "row2")
        document, (id,) = edits.merge(residual, edits.extract(residual, ["n2"]))
        assert document.nodes[id].name == "row3"

    def test_variables_come_along_with_those_they_rest_on(self, residual):
        residual = edits.set_repeat(residual, "n3", "=ceil(beta)")
        fragment = edits.extract(residual, ["n3"])
        assert set(fragment.variables) == {"alpha", "beta"}
        elsewhere = Document(variables={"alpha": Variable(0.5)})
        pasted, _ = edits.merge(elsewhere, fragment)
        assert pasted.variables["alpha"] == Variable(0.5)
        assert pasted.variables["beta"] == residual.variables["beta"]

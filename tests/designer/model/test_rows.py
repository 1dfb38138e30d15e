"""Rows and chains; that nothing computed changes is in test_same_analysis.py."""

from __future__ import annotations

from dataclasses import replace

import pytest

from designer.model import edits
from designer.model.document import Document, Edge, Node, Variable
from designer.model.files import dumps, loads


def chain(*params: dict, block: str = "conv_bn") -> Document:
    """An image, then nodes of one block in a line."""
    nodes = [Node("n1", "image_input", "image")]
    nodes += [
        Node(f"n{i}", block, f"row_{i - 1}", (0, 160 * i), p)
        for i, p in enumerate(params, start=2)
    ]
    return Document(
        nodes={node.id: node for node in nodes},
        edges=tuple(Edge(f"n{i}", f"n{i + 1}") for i in range(1, len(nodes))),
    )


@pytest.fixture
def row(residual) -> Document:
    """`b` three times, the first with strides, in place of one `b`."""
    return edits.set_repeat(residual, "n3", 3, {"strides": 2})


class TestUnroll:
    def test_copies_in_a_line(self, row, wires):
        document, ids = edits.unroll(row, "n3")
        assert ids == ("n3", "n5", "n6")
        assert list(document.nodes) == ["n1", "n2", "n3", "n5", "n6", "n4"]
        copies = [document.nodes[id] for id in ids]
        assert [n.name for n in copies] == ["b_1", "b_2", "b_3"]
        assert [n.params for n in copies] == [
            {"filters": 32, "strides": 2},
            {"filters": 32},
            {"filters": 32},
        ]
        assert {(n.repeat, len(n.first)) for n in copies} == {(1, 0)}
        assert wires(document) == [
            "image -> a",
            "a -> b_1",
            "b_3 -> total",
            "a -> total",
            "b_1 -> b_2",
            "b_2 -> b_3",
        ]
        assert loads(dumps(document)) == document

    def test_what_lies_behind_makes_room(self, row):
        document, ids = edits.unroll(row, "n3", step=(0, 100))
        assert [document.nodes[id].at for id in ids] == [(0, 192), (0, 292), (0, 392)]
        assert document.nodes["n4"].at == (0, 288 + 200)
        assert document.nodes["n2"].at == row.nodes["n2"].at

    def test_a_count_that_is_an_expression(self, residual):
        document = edits.set_repeat(residual, "n3", "=ceil(1.2 * beta)")
        document, ids = edits.unroll(document, "n3")
        assert len(ids) == 3

    def test_a_count_that_is_one_now(self, residual, catalog):
        document = edits.set_repeat(residual, "n3", "=ceil(alpha)", {"strides": 2})
        document, ids = edits.unroll(document, "n3", catalog=catalog)
        assert ids == ("n3",)
        node = document.nodes["n3"]
        assert (node.name, node.repeat, node.first) == ("b", 1, {})
        assert node.params == {"filters": 32, "strides": 2}

    def test_marks_go_to_every_copy(self, row):
        row = edits.set_muted(edits.set_colour(row, ["n3"], "#4a90d9"), ["n3"], True)
        document, ids = edits.unroll(row, "n3")
        assert {(document.nodes[i].muted, document.nodes[i].colour) for i in ids} == {
            (True, "#4a90d9")
        }

    def test_blocks_that_cannot_repeat(self, residual, catalog, refused):
        document = edits.set_repeat(residual, "n1", 2)
        with refused("no_chain", "one input and one output; 'image_input' has others"):
            edits.unroll(document, "n1", catalog=catalog)
        document, use = edits.group(residual, ["n2"], name="unit", catalog=catalog)
        body = edits.rename_node(document.definitions["unit"].body, "n2", "other")
        body, _ = edits.add_node(body, "block_input", catalog=catalog)
        document = edits.set_definition(document, "unit", body)
        with refused("no_chain", "'unit' has others"):
            edits.ungroup(edits.set_repeat(document, use, 2), use)

    def test_refusals(self, residual, refused):
        with refused("invalid_value", "'a' is one node already"):
            edits.unroll(residual, "n2")
        for repeat, words in {
            "=gamma": "the repeat count of 'b' has no value: there is no variable",
            "=2.5": "the repeat count of 'b' is neither a whole number",
            "=2000": "the repeat count of 'b' is outside 1 to 1,000",
            "='two'": "the repeat count of 'b' is text",
            "='=2'": "the repeat count of 'b' is text",
        }.items():
            with refused("invalid_value", words):
                edits.unroll(edits.set_repeat(residual, "n3", repeat), "n3")


class TestReroll:
    def test_undoes_unroll(self, row, catalog, wires):
        unrolled, ids = edits.unroll(row, "n3")
        again, id = edits.reroll(unrolled, reversed(ids), catalog=catalog)
        assert id == "n3"
        assert again.nodes == row.nodes
        assert list(again.nodes) == list(row.nodes)
        assert again.edges == row.edges

    def test_the_first_may_differ(self, catalog):
        document = chain({"strides": 2, "filters": 8}, {"filters": 8}, {"filters": 8})
        made, id = edits.reroll(document, ["n2", "n3", "n4"], catalog=catalog)
        assert made.nodes[id] == Node(
            "n2", "conv_bn", "row", (0, 320), {"filters": 8}, 3, {"strides": 2}
        )

    def test_a_default_that_the_first_keeps_is_written_out(self, catalog, refused):
        document = chain({}, {"filters": 8})
        made, id = edits.reroll(document, ["n2", "n3"], catalog=catalog)
        assert made.nodes[id].params == {"filters": 8}
        assert made.nodes[id].first == {"filters": 32}
        unknown = chain({}, {"activation": "relu"})
        with refused("no_chain", "'row_1' leaves activation at its default"):
            edits.reroll(unknown, ["n2", "n3"], catalog=catalog)

    def test_what_is_written_as_the_default_is_equal(self, catalog):
        document = chain({}, {"filters": 32}, {"strides": 1})
        made, id = edits.reroll(document, ["n2", "n3", "n4"], catalog=catalog)
        assert made.nodes[id].repeat == 3
        assert made.nodes[id].first == {}

    def test_rows_add_up(self, catalog, refused):
        document = chain({}, {})
        document = edits.set_repeat(document, "n2", 3, {"strides": 2})
        document = edits.set_repeat(document, "n3", 2)
        made, id = edits.reroll(document, ["n2", "n3"], catalog=catalog)
        assert made.nodes[id].repeat == 5
        assert made.nodes[id].first == {"strides": 2}
        document = edits.set_repeat(document, "n3", 2, {"strides": 2})
        with refused("no_chain", "'row_2' differs from the one before in strides"):
            edits.reroll(document, ["n2", "n3"], catalog=catalog)
        document = edits.set_repeat(document, "n3", "=3")
        with refused("no_chain", "'row_2' is repeated =3 times"):
            edits.reroll(document, ["n2", "n3"], catalog=catalog)

    def test_no_row_is_too_long(self, catalog, refused):
        document = edits.set_repeat(chain({}, {}), "n2", 1000)
        with refused("no_chain", "a row of 1,001 is outside 1 to 1,000"):
            edits.reroll(document, ["n2", "n3"], catalog=catalog)

    def test_names(self, catalog):
        document = chain({}, {})
        document = edits.rename_node(document, "n3", "other")
        document = edits.rename_node(document, "n2", "first")
        made, id = edits.reroll(document, ["n2", "n3"], catalog=catalog)
        assert made.nodes[id].name == "first"
        document = edits.rename_node(chain({}, {}), "n1", "row")
        made, id = edits.reroll(document, ["n2", "n3"], catalog=catalog)
        assert made.nodes[id].name == "row_1"

    def test_what_lies_unevenly_moves_nothing(self, catalog):
        document = chain({}, {}, {}, {})
        document = edits.move_nodes(document, {"n4": (80, 500)})
        made, _ = edits.reroll(document, ["n2", "n3", "n4"], catalog=catalog)
        assert made.nodes["n5"].at == document.nodes["n5"].at
        even, _ = edits.reroll(document, ["n2", "n3"], catalog=catalog)
        assert even.nodes["n5"].at == (0, 800 - 160)

    def test_refusals(self, residual, catalog, refused):
        def reroll(document, *ids):
            edits.reroll(document, ids, catalog=catalog)

        with refused("no_chain", "two nodes or more"):
            reroll(residual, "n2")
        with refused("no_chain", "'b' is not in one chain with the others"):
            reroll(residual, "n2", "n3")  # since a is read elsewhere too
        document = chain({}, {"filters": 8}, {"filters": 9})
        with refused("no_chain", "'row_3' differs from the one before in filters"):
            reroll(document, "n2", "n3", "n4")
        with refused("no_chain", "'row_3' is not in one chain"):
            reroll(document, "n2", "n4")
        with refused("unknown_node", "n9"):
            reroll(document, "n2", "n9")
        with refused("no_chain", "has one input and one output; 'split' has others"):
            reroll(chain({}, {}, block="split"), "n2", "n3")


class TestOffer:
    def test_the_longest_chain_around_a_node(self, catalog):
        document = chain(
            {"filters": 8},
            {"filters": 16, "strides": 2},
            {"filters": 16},
            {"filters": 16},
            {"filters": 24, "strides": 2},
            {"filters": 24},
        )
        offers = {
            id: edits.reroll_offer(document, id, catalog=catalog)
            for id in document.nodes
        }
        stage = ("n3", "n4", "n5")
        assert offers == {
            "n1": (),
            "n2": ("n2", "n3"),
            "n3": stage,
            "n4": stage,
            "n5": stage,
            "n6": ("n6", "n7"),
            "n7": ("n6", "n7"),
        }

    def test_nodes_that_have_nothing_in_common_are_not_offered(self, catalog):
        one = {"filters": 8, "strides": 2, "activation": "relu"}
        other = {"filters": 16, "strides": 1, "activation": "elu"}
        assert edits.reroll_offer(chain(one, other), "n2", catalog=catalog) == ()

    def test_branches_mutes_and_other_blocks_end_a_chain(self, residual, catalog):
        assert edits.reroll_offer(residual, "n3", catalog=catalog) == ()
        document = edits.set_muted(chain({}, {}, {}), ["n4"], True)
        assert edits.reroll_offer(document, "n3", catalog=catalog) == ("n2", "n3")

    def test_a_count_that_is_an_expression_ends_a_chain(self, catalog):
        document = edits.set_repeat(chain({}, {}, {}, {}), "n4", "=3")
        offers = [
            edits.reroll_offer(document, id, catalog=catalog)
            for id in ("n3", "n4", "n5")
        ]
        assert offers == [("n2", "n3"), (), ()]

    def test_composites(self, catalog):
        document = chain({}, {})
        document, use = edits.group(document, ["n3"], name="unit", catalog=catalog)
        document, (copy,) = edits.merge(document, edits.extract(document, [use]))
        document = edits.connect(document, use, copy, catalog=catalog)
        assert edits.reroll_offer(document, copy, catalog=catalog) == (use, copy)

    def test_a_variable_is_no_difference(self, catalog):
        document = chain({"filters": "=w"}, {"filters": "=w"})
        document = replace(document, variables={"w": Variable(8)})
        assert len(edits.reroll_offer(document, "n2", catalog=catalog)) == 2

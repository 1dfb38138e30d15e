"""Grouping, unrolling and what undoes them, on random designs of real blocks: what the design computes stays."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from designer.analysis import analyse
from designer.analysis.catalog import BLOCKS, design_blocks
from designer.analysis.report import Analysis
from designer.model import edits
from designer.model.document import Document, Edge, Node, Variable
from designer.model.edits import Refusal
from designer.model.files import dumps, loads

FEW = settings(max_examples=25, deadline=None)


Tensor = tuple[str, str, str]  # a node, its port, and how many channels, in words


@dataclass
class Draft:
    """A design as it is drawn: every tensor with its channels, so that all of it can be computed."""

    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    tensors: list[Tensor] = field(default_factory=list)

    def add(
        self,
        block,
        channels,
        sources,
        params,
        repeat=1,
        first=None,
        outputs=("",),
        **more,
    ) -> None:
        id = f"n{len(self.nodes) + 1}"
        name = f"{block}{id}".replace("_", "")
        at = (0, 160 * len(self.nodes))
        node = Node(id, block, name, at, params, repeat, first or {}, **more)
        self.nodes.append(node)
        self.edges += [Edge(source, id, port) for source, port, _ in sources]
        self.tensors += [(id, port, channels) for port in outputs]


WIDTHS = ["16", "=round_channels(16 * alpha)", "=8 * groups"]


@st.composite
def designs(draw: st.DrawFn) -> Document:
    """Convolutions, splits, sums, rows that repeat and muted nodes, over two variables."""
    draft = Draft()
    draft.add("image_input", "3", [], {"height": 32, "width": 32})
    for _ in range(draw(st.integers(3, 8))):
        source = draw(st.sampled_from(draft.tensors))
        alike = [t for t in draft.tensors if t[2] == source[2]]
        width = draw(st.sampled_from(WIDTHS))
        kind = draw(st.sampled_from(["conv", "row", "sum", "join", "split"]))
        if kind == "row":
            repeat = draw(st.sampled_from([2, 3, "=ceil(3 * alpha)"]))
            first = draw(st.sampled_from([{}, {"expansion": 2}, {"filters": 8}]))
            params = {"filters": 16 if width == "16" else width, "expansion": 3}
            draft.add("inverted_residual", width, [source], params, repeat, first)
        elif kind == "sum" and len(alike) > 1:
            draft.add("add", source[2], draw(some(alike)), {})
        elif kind == "join" and len(draft.tensors) > 1:
            chosen = draw(some(draft.tensors))
            draft.add("concatenate", " + ".join(t[2] for t in chosen), chosen, {})
        elif kind == "split" and source[2] in WIDTHS:
            draft.add(
                "ops_split",
                f"({source[2]}) / 2",
                [source],
                {"indices_or_sections": 2},
                outputs=("", "second"),
            )
        else:
            muted = draw(st.integers(0, 4)) == 0
            params = {
                "filters": 16 if width == "16" else width,
                "kernel_size": "=3 if alpha > 0.5 else 1",
            }
            made = source[2] if muted else width
            draft.add("conv_bn", made, [source], params, muted=muted)
    return Document(
        "random",
        {
            "alpha": Variable(draw(st.sampled_from([0.75, 1])), 0.25, 2.0),
            "groups": Variable(2),
        },
        {node.id: node for node in draft.nodes},
        tuple(draft.edges),
    )


def some(tensors: list[Tensor]) -> st.SearchStrategy[list[Tensor]]:
    return st.lists(st.sampled_from(tensors), min_size=2, unique=True)


def shapes(analysis: Analysis) -> dict[str, tuple]:
    document = analysis.document
    return {document.nodes[id].name: r.outputs for id, r in analysis.nodes.items()}


def reports(analysis: Analysis) -> dict[str, tuple]:
    """All that is said of a node, by its name, whatever its id."""
    return {
        analysis.document.nodes[id].name: (
            r.state,
            r.settings,
            r.inputs,
            r.outputs,
            r.copies,
            r.cost,
            r.receptive_field,
        )
        for id, r in analysis.nodes.items()
    }


def grown_group(document: Document, chosen: list[str]) -> tuple[Document, str]:
    """A block of the chosen nodes, and of those that a refusal asks for."""
    try:
        return edits.group(document, chosen, name="unit", catalog=BLOCKS)
    except Refusal as refusal:
        words = re.findall(r"'(\w+)'", str(refusal))
        met = [node.id for node in document if node.name in words]
        assert set(met) - set(chosen)
    return grown_group(document, [*chosen, *met])


@given(designs(), st.data())
@FEW
def test_group_then_ungroup(document, data):
    before = analyse(document)
    assert not before.left_out
    ids = sorted(document.nodes.keys() - {"n1"})
    chosen = data.draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
    grouped, use = grown_group(document, chosen)
    chosen = document.nodes.keys() - grouped.nodes.keys()
    inside = analyse(grouped)
    assert not inside.left_out
    assert inside.total == before.total
    outside = {n.name for n in document if n.id not in chosen}
    kept = {name: s for name, s in shapes(before).items() if name in outside}
    assert {n: s for n, s in shapes(inside).items() if n != "unit"} == kept
    assert loads(dumps(grouped)) == grouped
    assert grouped.definitions["unit"].body.variables.keys() <= {"alpha", "groups"}

    for alpha in 0.35, 2:  # and it stays the same family
        moved, family = (
            edits.set_variable(d, "alpha", Variable(alpha)) for d in (grouped, document)
        )
        assert analyse(moved, inside).total == analyse(family, before).total

    back, ids_back = edits.ungroup(grouped, use)
    assert set(ids_back) == set(chosen)
    assert set(back.nodes) == set(document.nodes)
    after = analyse(back)
    assert reports(after) == reports(before)
    assert after.total == before.total
    assert loads(dumps(back)) == back
    assert back.nodes == document.nodes
    assert set(back.edges) == set(document.edges)


@given(designs())
@FEW
def test_unroll_then_reroll(document):
    before = analyse(document)
    for node in document:
        if node.repeat == 1:
            continue
        unrolled, ids = edits.unroll(document, node.id)
        copies = [f"{node.name}_{place}" for place in range(1, 4)]
        assert [unrolled.nodes[id].name for id in ids] == copies[: len(ids)]
        apart = analyse(unrolled)
        assert apart.total == before.total
        assert apart.receptive_field == before.receptive_field
        row = before.nodes[node.id]
        assert tuple(apart.nodes[id].outputs for id in ids) == row.copies
        assert loads(dumps(unrolled)) == unrolled

        offer = edits.reroll_offer(unrolled, ids[1], catalog=BLOCKS)
        assert set(ids) <= set(offer)  # and perhaps an equal neighbour
        again, id = edits.reroll(unrolled, ids, catalog=BLOCKS)
        assert id == node.id
        assert reports(analyse(again)) == reports(before)
        assert again.nodes.keys() == document.nodes.keys()
        assert {n.at for n in again} == {n.at for n in document}
        assert set(again.edges) == set(document.edges)
        assert loads(dumps(again)) == again


@given(designs(), st.sampled_from([8, 24, "=16 * groups", "=round_channels(alpha)"]))
@FEW
def test_an_exposed_parameter_sets_the_inner_one(document, value):
    inner = next((n for n in document if "filters" in n.params), None)
    assume(inner is not None)
    grouped, use = edits.group(
        document,
        [inner.id],
        name="unit",
        catalog=BLOCKS,
        expose={"width": [(inner.id, "filters")]},
    )
    assert analyse(grouped).total == analyse(document).total
    blocks = design_blocks(grouped)
    outside = edits.set_params(grouped, use, {"width": value}, catalog=blocks)
    inside = edits.set_params(document, inner.id, {"filters": value}, catalog=BLOCKS)
    one, other = analyse(outside), analyse(inside)
    assert len(one.left_out) == len(other.left_out)
    assert one.total == other.total
    back, _ = edits.ungroup(outside, use)
    assert back.nodes == inside.nodes


@given(designs(), st.sampled_from([2, 3, "=ceil(2 * alpha)"]))
@FEW
def test_a_row_of_a_block_is_its_nodes_one_after_another(document, repeat):
    inner = next((n for n in document if n.block == "inverted_residual"), None)
    assume(inner is not None)
    grouped, use = edits.group(document, [inner.id], name="unit", catalog=BLOCKS)
    row = edits.set_repeat(grouped, use, repeat)
    before = analyse(row)
    back, ids = edits.ungroup(row, use)
    assert len(ids) == len(before.nodes[use].copies)
    after = analyse(back)
    assert after.total == before.total
    kept = back.nodes.keys() & document.nodes.keys() - {inner.id}
    assert {id: after.nodes[id].outputs for id in kept} == {
        id: before.nodes[id].outputs for id in kept
    }
    assert loads(dumps(back)) == back

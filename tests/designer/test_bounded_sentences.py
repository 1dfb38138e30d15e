"""Sentences stay short however many shapes, names, wires or values they are about."""

from __future__ import annotations

import json

import pytest

from blocks import layers, ops
from blocks.spec import LayerError
from designer.__main__ import main
from designer.analysis import BLOCKS
from designer.model.document import Document, Edge, Node, Variable
from designer.model.edits import connect, set_variable
from designer.model.edits.refusal import Refusal
from designer.model.wording import brief, listed, path

MANY = 3_000
LONGEST = 400  # characters of one line


def test_a_list_names_the_first_and_counts_the_others():
    assert listed([]) == "none"
    assert listed("a") == "a"
    assert listed("ab") == "a and b"
    assert listed("abcd") == "a, b, c and d"
    assert listed(map(str, range(MANY))) == "0, 1, 2, 3 and 2,996 more"
    assert path("abc") == "a -> b -> c"
    assert path([str(n) for n in range(MANY)]) == (
        "0 -> 1 -> 2 -> 3 -> ... -> 2997 -> 2998 -> 2999"
    )
    assert brief((1, 2)) == "(1, 2)"
    assert brief("a" * MANY) == f"'{'a' * 59}..."


def tensors(count=MANY):
    return [layers.Input((n % 7 + 1, n % 5 + 1, n + 2)) for n in range(count)]


LONG = tuple(range(2, MANY))

REFUSED = {
    "concatenate": lambda: layers.Concatenate()(tensors()),
    "add": lambda: layers.Add()(tensors()),
    "maximum": lambda: layers.Maximum()(tensors()),
    "ops.concatenate": lambda: ops.concatenate(tensors()),
    "target_shape": lambda: layers.Reshape(LONG),
    "dims": lambda: layers.Permute(LONG),
    "dims of another rank": lambda: layers.Permute(tuple(range(1, MANY)))(tensors()[0]),
    "axis": lambda: layers.Softmax(axis=LONG)(tensors()[0]),
    "kernel_size": lambda: layers.Conv2D(8, LONG),
    "cropping": lambda: layers.Cropping2D(LONG),
    "places": lambda: ops.split(tensors()[0], LONG, axis=-1),
    "mean": lambda: layers.Normalization(mean=LONG, variance=LONG)(tensors()[0]),
    "activation": lambda: layers.Activation("a" * MANY),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_a_layer_refuses_in_a_short_sentence(case):
    with pytest.raises(LayerError) as refusal:
        case()

    assert len(str(refusal.value)) <= LONGEST


def image(id, size=16):
    return {
        "id": id,
        "block": "image_input",
        "name": id,
        "params": {"height": size, "width": size},
    }


def row(id, block, **params):
    return {"id": id, "block": block, "name": id, "params": params}


def joined(block, count=MANY):
    rows = [image("x"), row("j", block)]
    rows += [
        row(f"c{n}", "conv", filters=n + 1, strides=n % 3 + 1) for n in range(count)
    ]
    ids = [each["id"] for each in rows[2:]]
    return rows, [["x", id] for id in ids] + [[id, "j"] for id in ids]


def separate():
    return [image(f"x{n}") for n in range(MANY)], []


def circle():
    rows = [image("x"), *(row(f"a{n}", "Add") for n in range(MANY))]
    wires = [[f"a{n}", f"a{(n + 1) % MANY}"] for n in range(MANY)]
    return rows, [["x", "a0"], *wires]


def in_error():
    rows = [image("x"), row("c", "Conv2D", filters=0)]
    rows += [row(f"a{n}", "Activation", activation="relu") for n in range(MANY)]
    return rows, [["x", "c"], *(["c", f"a{n}"] for n in range(MANY))]


DESIGNS = {
    "Concatenate": lambda: joined("Concatenate"),
    "concatenate": lambda: joined("concatenate"),
    "Add": lambda: joined("Add"),
    "add": lambda: joined("add"),
    "Multiply": lambda: joined("Multiply"),
    "networks without a wire": separate,
    "a circle": circle,
    "nothing can be computed behind an error": in_error,
}


@pytest.mark.parametrize("command", ["check", "summary"])
@pytest.mark.parametrize("design", DESIGNS.values(), ids=DESIGNS)
def test_what_the_command_line_says_of_a_large_design_is_short(
    design, command, tmp_path, capsys
):
    rows, wires = design()
    file = tmp_path / "large.design.json"
    for number, each in enumerate(rows):
        each["at"] = [0, 128 * number]
    head = {"format": "channelwise.design", "version": 1, "name": "large"}
    file.write_text(json.dumps({**head, "nodes": rows, "edges": wires}))
    assert main([command, str(file)]) in (0, 1, 2)
    said = capsys.readouterr()

    assert max(map(len, (said.out + said.err).splitlines())) <= LONGEST


def test_what_an_edit_refuses_is_short():
    nodes = {f"n{n}": Node(f"n{n}", "relu", f"n{n}") for n in range(MANY)}
    edges = tuple(Edge(f"n{n}", f"n{n + 1}") for n in range(MANY - 1))
    chain = Document(nodes=nodes, edges=edges)
    with pytest.raises(Refusal) as closed:
        connect(chain, f"n{MANY - 1}", "n0", catalog=BLOCKS)
    assert len(str(closed.value)) <= LONGEST

    variables = {f"v{n}": Variable(f"=v{n + 1}") for n in range(MANY)}
    document = Document(variables=variables)
    with pytest.raises(Refusal) as turning:
        set_variable(document, f"v{MANY}", Variable("=v0"))
    assert len(str(turning.value)) <= LONGEST

from __future__ import annotations

from designer.model.document import Edge, Variable
from templates.rows import image, network, row


def test_rows_become_a_chain_of_nodes() -> None:
    size = Variable(64)
    document = network(
        "small",
        {"input_size": size},
        image(),
        row("stage", "conv_bn", repeat=3, first={"strides": 2}, filters="=input_size"),
        row("end", "classifier"),
    )
    assert document.name == "small"
    assert document.variables == {"input_size": size}
    first, stage, end = document
    assert (first.id, first.block, first.name) == ("n1", "image_input", "image")
    assert first.params == {"height": "=input_size", "width": "=input_size"}
    assert (stage.repeat, stage.first) == (3, {"strides": 2})
    assert stage.params == {"filters": "=input_size"}
    assert (end.repeat, end.first, end.params) == (1, {}, {})
    assert document.edges == (Edge("n1", "n2"), Edge("n2", "n3"))


def test_nodes_do_not_overlap() -> None:
    document = network("small", {}, image(), row("a", "add"), row("b", "add"))
    top, middle, bottom = (node.at for node in document)
    assert top[0] == middle[0] == bottom[0]
    assert bottom[1] - middle[1] == middle[1] - top[1] > 100

from designer.canvas.values.scene_state import PortRef
from designer.canvas.values.wire_words import port_words, wire_words
from designer.model.document import Document, Edge, Node


def state(shown):
    nodes = (
        Node("n1", "image_input", "image", (0, 0), {"height": 32, "width": 32}),
        Node("n2", "conv_bn", "conv", (0, 200), {"filters": 8}),
        Node("n3", "ops_add", "sum", (0, 400)),
        Node("n4", "global_pool", "pool", (300, 400)),
    )
    edges = (
        Edge("n1", "n2"),
        Edge("n2", "n3", target_port="x2"),
        Edge("n2", "n4"),
    )
    return shown(Document(nodes={node.id: node for node in nodes}, edges=edges))


def test_a_wire_says_what_flows_and_where(shown):
    words = wire_words(state(shown), Edge("n2", "n3", target_port="x2"))

    assert words.splitlines() == [
        "32 × 32 × 8",
        "8,192 numbers, 32.0 KiB in float32",
        "from conv to sum (ops.add), input x2",
        "conv also feeds pool",
    ]


def test_a_wire_of_one_reader_feeds_nothing_else(shown):
    words = wire_words(state(shown), Edge("n1", "n2"))

    assert words.splitlines()[2:] == ["from image to conv (Convolution + BN)"]


def test_a_port_says_its_wires(shown):
    now = state(shown)

    assert port_words(now, PortRef("n2", "output")) == "output: feeds sum, pool"
    assert port_words(now, PortRef("n3", "input", "x2")) == "input x2: from conv"
    assert port_words(now, PortRef("n3", "input", "")).endswith(
        "nothing is wired to it"
    )


def test_the_wires_of_an_input_are_named_in_their_order(shown):
    names = ("b", "a", "c", "joined")
    blocks = (*["image_input"] * 3, "concatenate")
    nodes = [Node(name, block, name) for name, block in zip(names, blocks, strict=True)]
    edges = tuple(Edge(name, "joined") for name in names[:3])
    now = shown(Document(nodes={n.id: n for n in nodes}, edges=edges))

    words = port_words(now, PortRef("joined", "input"))

    assert words.endswith("in this order: b, a, c")


def test_many_readers_are_counted(shown):
    nodes = [Node("n1", "image_input", "image")]
    nodes += [Node(f"n{i}", "conv_bn", f"conv{i}") for i in range(2, 9)]
    edges = tuple(Edge("n1", f"n{i}") for i in range(2, 9))
    now = shown(Document(nodes={n.id: n for n in nodes}, edges=edges))

    assert port_words(now, PortRef("n1", "output")) == (
        "output: feeds conv2, conv3, conv4, conv5 and 3 more"
    )

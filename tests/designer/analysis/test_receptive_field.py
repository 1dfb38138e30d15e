"""Receptive fields against those of Araujo, Norris and Sim, "Computing Receptive Fields of ConvNets" (Distill 2019)."""

from pathlib import Path

import pytest

from designer.analysis import BLOCKS, analyse
from designer.analysis.serialise import summary
from designer.analysis.text import summary_text
from designer.model.document import Document, Edge, Node
from designer.model.edits import add_node, connect
from designer.model.files import load
from templates import gallery


def test_three_small_kernels_see_what_one_of_seven_sees(chain):
    analysis = analyse(chain(("image_input", {}), ("conv", {"repeat": 3})))

    assert analysis.receptive_field.size == (7, 7)
    assert analysis.receptive_field.stride == (1, 1)


def test_vgg_16_as_published(chain):
    rows = []
    for filters, copies in ((64, 2), (128, 2), (256, 3), (512, 3), (512, 3)):
        rows += [("conv", {"filters": filters, "repeat": copies}), ("max_pool", {})]
    field = analyse(chain(("image_input", {}), *rows)).receptive_field

    assert (field.size, field.stride) == ((212, 212), (32, 32))


@pytest.mark.parametrize(
    ("template", "size"), [("mobilenet_v1", 315), ("mobilenet_v2", 491)]
)
def test_mobilenets_as_published(template, size):
    analysis = analyse(gallery()[template].document())
    before_pooling = [
        report.receptive_field
        for report in analysis.nodes.values()
        if report.receptive_field.size
    ]

    widest = max(before_pooling, key=lambda field: field.size)
    assert (widest.size, widest.stride) == ((size, size), (32, 32))
    assert analysis.receptive_field.size is None  # global pooling sees the whole image


def test_dilation_counts(chain):
    field = analyse(
        chain(("image_input", {}), ("conv", {"kernel_size": 3, "dilation_rate": 4}))
    ).receptive_field

    assert field.size == (9, 9)


def test_the_widest_branch_counts():
    document = Document()
    for block in ("image_input", "conv", "conv", "add"):
        params = {"filters": 3, "kernel_size": 5} if block == "conv" else {}
        document, _ = add_node(document, block, catalog=BLOCKS, params=params)
    for source, target in (("n1", "n2"), ("n2", "n3"), ("n3", "n4"), ("n1", "n4")):
        document = connect(document, source, target, catalog=BLOCKS)

    assert analyse(document).receptive_field.size == (9, 9)


def test_what_lies_after_a_gate_sees_the_whole_image(chain):
    """Squeeze-and-excitation multiplies by an average over the image."""
    analysis = analyse(chain(("image_input", {}), ("squeeze_excite", {"ratio": 3})))

    assert analysis.receptive_field.size is None


@pytest.mark.parametrize(
    ("case", "size", "stride"),
    [
        ("rf_after_upsampling", [10, 10], [1, 1]),
        ("rf_pixel_shuffle", [4, 4], [0.5, 0.5]),
        ("rf_behind_a_crop", [100, 100], [1, 1]),
    ],
)
def test_images_that_are_enlarged_or_cut(case, size, stride):
    """Sizes are the extent of the gradient of the networks in Keras, with positive weights."""
    path = Path(__file__).parents[2] / "cases" / f"{case}.design.json"
    totals = summary(analyse(load(path)))["totals"]

    assert (totals["receptive_field"], totals["stride"]) == (size, stride)


def test_a_fractional_stride_is_shown_as_a_fraction():
    path = Path(__file__).parents[2] / "cases" / "rf_pixel_shuffle.design.json"
    analysis = analyse(load(path))

    said = " ".join(summary_text(analysis).split())
    assert "receptive field 4x4 pixels, stride 1/2" in said


@pytest.mark.parametrize("axis", [1, 3])
def test_many_joined_images_are_as_few(axis):
    """Beyond some number, what the joined elements read is not told apart along the joined axis."""

    def field(count):
        nodes = {"j": Node("j", "Concatenate", "joint", params={"axis": axis})}
        edges = []
        for number in range(count):
            image, conv = f"i{number}", f"c{number}"
            size = {"height": 16, "width": 16}
            kernel = {"kernel_size": 3 + 2 * (number % 2)}
            nodes[image] = Node(image, "image_input", image, params=size)
            nodes[conv] = Node(conv, "conv", conv, params=kernel)
            edges += [Edge(image, conv), Edge(conv, "j")]
        nodes["c"] = Node("c", "conv", "after", params={"kernel_size": 3})
        edges.append(Edge("j", "c"))
        return analyse(Document(nodes=nodes, edges=tuple(edges))).nodes["c"]

    few, many = field(4), field(100)
    assert few.receptive_field == many.receptive_field

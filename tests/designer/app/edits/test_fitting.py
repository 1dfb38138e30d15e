"""Which blocks are offered at the loose end of a wire, checked against Keras's layers."""

import pytest

from blocks.catalog import catalog
from designer.analysis import analyse
from designer.app.edits.fitting import Compatibility
from designer.model.document import Document, Edge, Node

NODES = (
    Node("n1", "image_input", "image"),
    Node("n2", "conv_bn", "conv", params={"filters": 58}),
    Node("n3", "global_pool", "pool"),
    Node("n4", "grouped_conv", "loose"),
    Node("n5", "dense", "head"),
)
DESIGN = Document(
    nodes={node.id: node for node in NODES},
    edges=(Edge("n1", "n2"), Edge("n2", "n3")),
)


@pytest.fixture(scope="module")
def offered():
    analysis = analyse(DESIGN)

    def found(loose):
        fits = Compatibility(loose, analysis, catalog())
        return {id for id in catalog() if fits(id)}

    return found


def test_an_image_goes_where_images_go(offered):
    found = offered(Edge("n2", ""))

    assert {"conv", "shufflenet_unit", "add", "Flatten", "classifier"} <= found
    # 58 channels do not divide into its groups: these can be set.
    assert "grouped_conv" in found
    assert "image_input" not in found


def test_a_vector_goes_where_vectors_go(offered):
    found = offered(Edge("n3", ""))

    assert {"dense", "Softmax", "Dropout", "concatenate"} <= found
    assert not found & {"conv", "max_pool", "GlobalAveragePooling2D", "Conv2D"}


def test_an_unknown_shape_goes_anywhere(offered):
    found = offered(Edge("n4", ""))

    assert {"conv", "dense", "Softmax"} <= found


def test_an_input_is_offered_what_gives_it_images(offered):
    found = offered(Edge("", "n2"))

    assert {"image_input", "conv", "max_pool", "add"} <= found
    assert not found & {"Flatten", "GlobalMaxPooling2D", "global_pool"}


def test_an_input_that_takes_both_is_offered_both(offered):
    assert {"Flatten", "conv"} <= offered(Edge("", "n5"))

"""Up to a node: held against the analysis of a design that ends there."""

import pytest

from designer.analysis import analyse
from designer.analysis.upto import up_to
from designer.model.edits import remove_nodes
from designer.model.graph import upstream
from templates import gallery


@pytest.mark.parametrize("place", [0, 3, -1])
@pytest.mark.parametrize("name", ["mobilenet_v2", "shufflenet_v2"])
def test_it_is_the_network_that_ends_there(name, place):
    whole = analyse(gallery()[name].document())
    node = whole.order[place]
    behind = whole.document.nodes.keys() - upstream(whole.document, (node,))
    ended = analyse(remove_nodes(whole.document, behind))

    found = up_to(whole, node)

    assert set(found.nodes) == ended.document.nodes.keys()
    assert found.network.total == ended.total
    peak = found.network.peak_activation_bytes
    assert peak == ended.peak_activation_bytes
    assert found.network.receptive_field == ended.receptive_field
    assert found.shapes == ended.nodes[node].outputs
    assert found.left_out == ()


def test_what_cannot_be_counted_is_named(chain):
    document = chain(
        ("image_input", {"height": 8, "width": 8, "channels": 3}),
        ("grouped_conv", {"filters": 10, "groups": 4}),
        ("conv", {"filters": 4}),
    )

    found = up_to(analyse(document), "n3")

    assert found.nodes == ("n1", "n2", "n3")
    assert found.left_out == ("n2", "n3")
    assert found.shapes == ()

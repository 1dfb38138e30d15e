"""The first stage of ShuffleNet v1 from an empty canvas, in few actions: the search places and wires, fields set."""

import pytest

from designer.analysis import analyse
from templates import gallery

pytestmark = pytest.mark.window

AT_MOST = 60  # actions: a click, a key, a word typed, a drag


def place(person, search: str, node: str) -> None:
    """Search for a block and place it, wired after the one that is selected."""
    person.key("Tab")
    person.see("search blocks")
    person.enter(search)
    person.key("Return")
    person.wait(
        lambda: person.window.controller.document.named(node), f"no '{node}' is placed"
    )


def fill(person, field: str, value: str) -> None:
    person.write(person.see(field), value)
    person.key("Return")


def test_the_first_stage_of_shufflenet(person):
    controller = person.window.controller
    place(person, "image", "image_input")
    place(person, "stem", "stem")
    fill(person, "filters", "24")
    person.click(person.middle("stem"))
    place(person, "max pool", "max_pool")
    fill(person, "pool_size", "3")
    person.click(person.see("padding"))
    person.key("s", "Return")
    person.click(person.middle("max_pool"))
    place(person, "shufflenet unit", "shufflenet_unit")
    fill(person, "strides", "2")
    person.click(person.see("group_first"))
    person.click(person.middle("shufflenet_unit"))
    place(person, "shufflenet unit", "shufflenet_unit2")
    fill(person, "repeat", "3")
    person.wait(lambda: not controller.analysis.errors)
    actions = person.actions

    paper = analyse(gallery()["shufflenet_v1"].document())
    stage = [
        paper.nodes[paper.document.named(n).id] for n in ("stem", "pool", "stage2")
    ]
    assert controller.analysis.total.params == sum(r.cost.params for r in stage)
    assert controller.analysis.total.macs == sum(r.cost.macs for r in stage)
    last = controller.document.named("shufflenet_unit2").id
    assert controller.analysis.nodes[last].outputs == stage[-1].outputs
    assert actions < AT_MOST

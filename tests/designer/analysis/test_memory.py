"""Peak activation memory: by hand, and against a slow walk that follows every tensor of the whole network."""

import pytest

from designer.analysis import BLOCKS, analyse
from designer.analysis.report import Analysis
from designer.model.document import Document
from designer.model.edits import add_node, connect
from templates import gallery


def test_a_chain_holds_a_layers_input_and_output(chain):
    analysis = analyse(
        chain(
            ("image_input", {"height": 10, "width": 10, "channels": 2}),
            ("conv", {"filters": 6}),
            ("conv", {"filters": 3}),
        )
    )

    assert analysis.peak_activation_bytes == 4 * 100 * (6 + 3)


def test_a_shortcut_is_held_while_the_branch_runs():
    document = Document()
    for block, params in (
        ("image_input", {"height": 10, "width": 10, "channels": 5}),
        ("conv", {"filters": 7}),
        ("conv", {"filters": 5}),
        ("add", {}),
    ):
        document, _ = add_node(document, block, catalog=BLOCKS, params=params)
    for source, target in (("n1", "n2"), ("n2", "n3"), ("n1", "n4"), ("n3", "n4")):
        document = connect(document, source, target, catalog=BLOCKS)

    # the image, the wide branch and its end
    assert analyse(document).peak_activation_bytes == 4 * 100 * (5 + 7 + 5)


def test_the_image_alone_counts():
    document, _ = add_node(Document(), "image_input", catalog=BLOCKS)

    assert analyse(document).peak_activation_bytes == 4 * 224 * 224 * 3


def slow_peak(analysis: Analysis) -> int:
    """Every tensor of the network by itself: when it is made, when it is read last."""
    document = analysis.document
    made: dict[object, int] = {}
    read: dict[object, int] = {}
    sizes: dict[object, int] = {}
    outputs: dict[str, object] = {}
    clock = 0

    def size(shape) -> int:
        total = 4
        for n in shape[1:]:
            total *= n
        return total

    for id in analysis.order:
        report = analysis.nodes[id]
        sources = [outputs[edge.source] for edge in document.incoming.get(id, ())]
        start = clock
        for calls in report.calls:
            roots: list[object] = []
            names: dict[object, object] = {}
            local = {(id_of(c), 0) for c in calls}
            for call in calls:
                clock += 1
                for spec in call.inputs:
                    key = (id_of(spec.source), spec.index) if spec.source else None
                    if key not in local:
                        if id_of(spec) not in names:
                            position = len(roots) if len(sources) > 1 else 0
                            names[id_of(spec)] = sources[position]
                            roots.append(spec)
                        key = names[id_of(spec)]
                    read[key] = clock
                key = (id_of(call), 0)
                made[key], read[key], sizes[key] = clock, clock, size(call.outputs[0])
            if calls:
                sources = [(id_of(calls[-1]), 0)]
        if not report.calls[0]:
            clock += 1
            key = ("input", id)
            made[key], read[key] = clock, clock
            sizes[key] = size(report.outputs[0])
            sources = [key]
        assert start < clock
        outputs[id] = sources[0]
        read[sources[0]] = max(read[sources[0]], clock)
    for id in analysis.outputs:
        read[outputs[id]] = clock
    return max(
        sum(sizes[t] for t in made if made[t] <= now <= read[t])
        for now in range(1, clock + 1)
    )


id_of = id


@pytest.mark.parametrize("template", sorted(gallery()))
def test_row_by_row_gives_what_following_every_tensor_gives(template):
    analysis = analyse(gallery()[template].document())

    assert analysis.peak_activation_bytes == slow_peak(analysis)


def test_branches_and_wires_that_fork():
    document = Document()
    rows = (
        ("image_input", {"height": 16, "width": 16}),
        ("conv", {"filters": 9}),
        ("inverted_residual", {"filters": 9}),
        ("conv", {"filters": 30}),
        ("concatenate", {}),
        ("conv", {"filters": 2}),
    )
    for block, params in rows:
        document, _ = add_node(document, block, catalog=BLOCKS, params=params)
    for wire in ("12", "23", "24", "35", "45", "25", "56"):
        source, target = (f"n{digit}" for digit in wire)
        document = connect(document, source, target, catalog=BLOCKS)
    analysis = analyse(document)

    assert analysis.errors == ()
    assert analysis.peak_activation_bytes == slow_peak(analysis)

"""Figures of whole designs, held against published ones and sums made by hand."""

import pytest

from blocks.catalog import catalog
from designer.analysis import BLOCKS, analyse
from designer.analysis.quantities import Cost
from designer.model.document import Document, Variable
from designer.model.edits import add_node, connect
from templates import gallery


def test_an_empty_design_is_complete_and_without_fault():
    analysis = analyse(Document())

    assert analysis.complete
    assert analysis.total == Cost()
    assert analysis.issues == ()
    assert analysis.order == analysis.outputs == ()


def test_one_convolution_as_counted_by_hand(chain):
    analysis = analyse(
        chain(
            ("image_input", {"height": 8, "width": 8, "channels": 3}),
            ("conv", {"filters": 4, "kernel_size": 3, "activation": "relu"}),
        )
    )

    report = analysis.nodes["n2"]
    assert report.inputs == (((None, 8, 8, 3),),)
    assert report.outputs == ((None, 8, 8, 4),)
    macs = 8 * 8 * 4 * 3 * 3 * 3
    assert analysis.total.params == 3 * 3 * 3 * 4 + 4
    assert analysis.total.macs == macs
    # one for each bias that is added and each activation
    assert analysis.total.flops == 2 * macs + 2 * 8 * 8 * 4
    assert analysis.total.activation_bytes == 4 * 8 * 8 * 4
    assert analysis.size_bytes == 4 * analysis.total.params
    assert analysis.outputs == ("n2",)


@pytest.mark.parametrize(
    ("template", "options", "params", "macs"),
    [
        ("mobilenet_v1", {"alpha": 0.25, "input_size": 128}, 475_544, 13_570_048),
        ("mobilenet_v2", {"alpha": 1.4}, 6_156_712, 582_195_824),
        ("ger_vnet_article", {}, 77_160, 43_215_360),
        ("squeeze_excite_article", {}, 1_388, 10_838_464),
    ],
)
def test_totals_are_the_published_ones(template, options, params, macs):
    analysis = analyse(gallery()[template].document(**options))

    assert (analysis.total.params, analysis.total.macs) == (params, macs)
    assert analysis.issues == ()


def test_batch_norm_statistics_are_not_trainable():
    total = analyse(gallery()["mobilenet_v2"].document()).total

    # Keras prints these two for keras.applications.MobileNetV2()
    assert (total.params, total.trainable_params) == (3_538_984, 3_504_872)


def test_a_repeated_row_is_called_copy_by_copy(chain, called):
    analysis = analyse(
        chain(
            ("image_input", {}),
            (
                "inverted_residual",
                {"filters": 24, "repeat": 3, "first": {"strides": 2}},
            ),
        )
    )

    assert called == ["image_input", *(f"inverted_residual_{i}" for i in (1, 2, 3))]
    report = analysis.nodes["n2"]
    assert [settings["strides"] for settings in report.settings] == [2, 1, 1]
    assert report.copies == (((None, 112, 112, 24),),) * 3
    assert len(report.calls) == report.repeat == 3
    assert report.inputs == (((None, 224, 224, 3),),)


def test_a_layer_called_twice_has_its_weights_once(monkeypatch):
    from blocks import layers
    from blocks.definition import block

    @block("Twice", category="Test")
    def twice(x, *, name: str = "twice"):
        shared = layers.Conv2D(3, 1, name=f"{name}_conv")
        return shared(shared(x))

    blocks = {**catalog(), "twice": twice.__block__}
    monkeypatch.setattr("designer.analysis.catalog.catalog", lambda: blocks)
    monkeypatch.setattr("designer.analysis.catalog.catalog", lambda: blocks)
    document, image = add_node(Document(), "image_input", catalog=BLOCKS)
    document, node = add_node(document, "twice", catalog=BLOCKS)
    total = analyse(connect(document, image, node, catalog=BLOCKS)).total

    assert total.params == 3 * 3 + 3
    assert total.macs == 2 * 224 * 224 * 3 * 3


def test_expressions_are_evaluated(chain):
    from designer.model.edits import set_variable

    document = set_variable(
        chain(
            ("image_input", {}),
            ("conv_bn", {"filters": "=round_channels(32 * alpha)"}),
            ("conv_bn", {"repeat": "=2 * depth"}),
        ),
        "alpha",
        Variable(0.5),
    )
    document = set_variable(document, "depth", Variable(2))
    analysis = analyse(document)

    assert analysis.nodes["n2"].outputs == ((None, 224, 224, 16),)
    assert analysis.nodes["n3"].repeat == 4
    assert analysis.variables == {"alpha": 0.5, "depth": 2}


def test_producers_come_first_and_ties_as_in_the_document():
    document = Document()
    for block in ("add", "conv", "conv", "image_input"):
        document, _ = add_node(document, block, catalog=BLOCKS)
    for source, target in (("n4", "n3"), ("n4", "n2"), ("n3", "n1"), ("n2", "n1")):
        document = connect(document, source, target, catalog=BLOCKS)
    analysis = analyse(document)

    assert analysis.order == ("n4", "n2", "n3", "n1")
    assert analysis.outputs == ("n1",)
    assert analysis.errors == ()


def test_the_analysis_needs_no_keras():
    """In a process of its own: this one may have imported it for other tests."""
    import subprocess
    import sys

    code = (
        "import sys, templates, designer.analysis\n"
        "for t in templates.gallery().values(): designer.analysis.analyse(t.document())\n"
        "print(sorted({'keras','tensorflow','PySide6','matplotlib','networkx'} & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout == "[]\n"

"""From an empty canvas to a network that runs, with mouse and keys only."""

import json
from itertools import pairwise

import pytest

pytestmark = pytest.mark.window

ROWS = (  # what is searched for, and the name that the node gets
    ("image", "image_input"),
    ("stem", "stem"),
    ("grouped conv", "grouped_conv"),
    ("channel shuffle", "channel_shuffle"),
    ("depthwise conv", "depthwise_conv"),
    ("squeeze", "squeeze_excite"),
    ("inverted residual", "inverted_residual"),
    ("classifier", "classifier"),
)

RUN_PY = """
import runpy, sys
model = runpy.run_path(sys.argv[1])["build_model"]()
print(model.count_params())
"""

RUN_SAVEDMODEL = """
import sys
import numpy as np
import tensorflow as tf
loaded = tf.saved_model.load(sys.argv[1])
(spec,) = loaded.signatures["serving_default"].structured_input_signature[1].values()
images = np.zeros((1, *spec.shape[1:]), "float32")
assert np.isfinite(loaded.serve(images)).all()
print(sum(int(np.prod(v.shape)) for v in loaded.variables))
"""


def test_from_an_empty_canvas_to_a_network_that_runs(person, run_alone, tmp_path):
    window, controller = person.window, person.window.controller
    names = [name for _, name in ROWS]
    for number, (search, _) in enumerate(ROWS):
        person.add(
            search, person.on_view(140 + 250 * (number % 3), 90 + 210 * (number // 3))
        )
    assert [n.title for n in window.scene.state.nodes.values()] == names

    for source, target in pairwise(names):
        person.wire(source, target)
    assert [
        (
            controller.document.nodes[e.source].name,
            controller.document.nodes[e.target].name,
        )
        for e in controller.document.edges
    ] == list(pairwise(names))

    person.key("ctrl+l")
    person.key("Home")
    person.settle()

    # 16 channels in 3 groups: the error names the numbers, on the node and in the list.
    person.click(person.middle("grouped_conv"))
    person.write(person.see("filters"), "16")
    person.write(person.see("groups"), "3")
    person.wait(lambda: controller.analysis.errors)
    node = window.scene.state.nodes[person.node("grouped_conv")]
    assert node.severity == "error"
    message = controller.analysis.errors[0].message
    assert "3 groups" in message
    assert any(number in message for number in ("16", "32"))
    problems = person.see("problems")
    assert message in problems.item(0).text()
    incomplete = person.see("not counted").text()
    assert "not counted" in incomplete

    # Corrected, it goes, and what is behind it is known again.
    person.write(person.see("groups"), "4")
    person.wait(lambda: not controller.analysis.errors)
    assert person.total("Parameters") == controller.analysis.total.params > 0
    assert person.total("MACs") == controller.analysis.total.macs > 0
    params = person.total("Parameters")

    design = tmp_path / "first.design.json"
    person.file_dialog("ctrl+s", design)
    person.wait(design.exists)
    assert not window.isWindowModified()
    saved = controller.document

    while controller.state.undo_label:
        person.key("ctrl+z")
    assert not controller.document.nodes
    while controller.state.redo_label:
        person.key("ctrl+shift+z")
    assert controller.document.nodes == saved.nodes
    assert controller.document.edges == saved.edges
    assert not window.isWindowModified()

    person.key("ctrl+n")
    person.wait(lambda: not controller.document.nodes)
    person.file_dialog("ctrl+o", design)
    person.wait(lambda: controller.document.nodes)
    assert controller.document == saved
    assert json.loads(design.read_text())["name"] == controller.document.name

    code, model = tmp_path / "first.py", tmp_path / "first_model"
    for title, target in (("Python source", code), ("TensorFlow SavedModel", model)):
        checks = person.export(title, target)
        assert checks
        assert all(check.startswith("check: ") for check in checks)
    assert run_alone(RUN_PY, code) == [params]
    assert run_alone(RUN_SAVEDMODEL, model) == [params]


def test_a_template_changed_and_exported(person, run_alone, tmp_path):
    controller = person.window.controller
    person.choose("Templates", "ShuffleNet", "ShuffleNet v1")
    person.wait(lambda: controller.document.nodes)
    before = person.total("Parameters")
    person.click(person.middle("stage4"))
    person.write(person.see("repeat"), "5")
    person.wait(lambda: person.total("Parameters") != before)
    params = person.total("Parameters")
    assert params == controller.analysis.total.params
    code, model = tmp_path / "net.py", tmp_path / "net_model"
    for form, target in (("Python source", code), ("TensorFlow SavedModel", model)):
        assert all(c.startswith("check: ") for c in person.export(form, target))
    assert run_alone(RUN_PY, code) == [params]
    assert run_alone(RUN_SAVEDMODEL, model) == [params]

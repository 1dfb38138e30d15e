"""A network whose every row was made editable: its file still builds Keras's own family."""

from __future__ import annotations

import importlib.util

import pytest

from designer.analysis import analyse
from designer.analysis.editable import editable
from designer.codegen import generate
from templates.gallery import gallery

pytestmark = pytest.mark.keras


def test_mobilenet_v2_made_of_layers_is_keras_own(tmp_path):
    import keras

    document = gallery()["mobilenet_v2"].document()
    analysis = analyse(document)
    for node in document:
        if node.block != "image_input":
            document = editable(document, node.id, analysis)
            analysis = analyse(document, analysis)
    path = tmp_path / "edited.py"
    path.write_text(generate(analysis).source, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("edited", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    wanted = keras.applications.MobileNetV2(alpha=0.35, weights=None)
    made = module.build_model(alpha=0.35)
    assert made.count_params() == wanted.count_params()
    assert made.output_shape == wanted.output_shape

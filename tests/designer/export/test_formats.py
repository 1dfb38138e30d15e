"""Whole exports of designs: refused before any work, or proven and in place."""

import importlib
import json
import os
import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from designer.analysis import analyse
from designer.analysis.quantities import Cost
from designer.export.exporting import export, proof_path
from designer.export.formats import FORMATS
from designer.export.process.client import CancelledError, Worker
from designer.export.process.protocol import ExportError
from designer.model.document import Document, Edge, Node


def document(groups=4):
    """A row that repeats, one with overrides, and a grouped convolution."""
    nodes = [
        Node("n1", "image_input", "image", params={"height": 32, "width": 32}),
        Node("n2", "stem", "stem", params={"filters": 16}),
        Node("n3", "grouped_conv", "grouped", params={"filters": 16, "groups": groups}),
        Node(
            "n4",
            "inverted_residual",
            "row",
            params={"filters": 24},
            repeat=2,
            first={"strides": 2},
        ),
        Node("n5", "classifier", "head", params={"classes": 10}),
    ]
    ids = [node.id for node in nodes]
    edges = tuple(map(Edge, ids, ids[1:]))
    return Document("small", nodes={node.id: node for node in nodes}, edges=edges)


@pytest.fixture(scope="module")
def analysis():
    result = analyse(document())
    assert not result.errors
    return result


@pytest.fixture
def unused_worker():
    """One that must not be needed."""
    with Worker(("/nowhere/python",)) as worker:
        yield worker


def test_each_format_is_one_module_that_says_what_it_is():
    assert {"py", "savedmodel"} <= set(FORMATS)
    for id, form in FORMATS.items():
        assert form.id == id
        module = importlib.import_module(f"designer.export.formats.{form.task}")
        assert replace(module.FORMAT, task=form.task) == form
        assert callable(module.run)
        assert form.title
        assert form.description.endswith(".")


def test_finding_the_formats_loads_nothing_heavy():
    script = "import sys, designer.export.exporting; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert not {"numpy", "tensorflow", "keras"} & set(done.stdout.split())


def test_two_muted_ends_of_one_tensor_are_one_output(warm_worker, tmp_path):
    small = document()
    nodes = {
        **small.nodes,
        "n5": replace(small.nodes["n5"], muted=True),
        "n6": Node("n6", "conv_bn", "other", params={"filters": 8}, muted=True),
    }
    edges = (*small.edges, Edge("n4", "n6"))
    muted = analyse(replace(small, nodes=nodes, edges=edges))
    assert muted.ends == (("n5", 0), ("n6", 0))
    proof = export(muted, "py", tmp_path / "muted.py", warm_worker)
    assert proof.checks


def test_finding_the_formats_imports_no_keras():
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import designer.export.formats;"
        "print([m for m in sys.modules if m.split('.')[0] in ('keras', 'tensorflow')])"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-I", "-c", code, root], capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]", done.stderr


CLEAN_PROCESS = """
import json, runpy, sys
import numpy as np, tensorflow as tf
module = runpy.run_path(sys.argv[1])
model = module["build_model"]()
loaded = tf.saved_model.load(sys.argv[2])
images = np.random.default_rng(0).normal(size=(3, 32, 32, 3)).astype("float32")
random = np.random.default_rng(1)
for own, other in zip(model.variables, loaded.variables, strict=True):
    if own.dtype == "float32":
        values = random.uniform(0.5, 1.5, own.shape)
        own.assign(values)
        other.assign(values)
ours, theirs = np.asarray(model(images)), loaded.serve(images).numpy()
print(json.dumps({
    "parameters": model.count_params(),
    "shapes": {layer.name: list(layer.output.shape) for layer in model.layers},
    "difference": float(np.max(np.abs(ours - theirs)) / np.max(np.abs(ours))),
    "modules": [m for m in sys.modules if m.split(".")[0] in ("designer", "blocks")],
}))
"""


def test_both_formats_run_in_a_clean_process_and_agree(analysis, warm_worker, tmp_path):
    source, folder = tmp_path / "small.py", tmp_path / "small"
    for form, target in (("py", source), ("savedmodel", folder)):
        stages = []
        proof = export(
            analysis,
            form,
            target,
            warm_worker,
            on_progress=stages.append,
            proof_beside=True,
        )
        assert proof.format == form
        assert proof.target == target.name
        assert all(check.passed for check in proof.checks)
        assert f"{analysis.total.params:,} = {analysis.total.params:,}" in proof.text
        assert "all 6 nodes" in proof.text
        assert f"keras {proof.versions['keras']}" in proof.text
        assert json.loads(proof_path(target).read_text()) == proof.as_json()
        assert stages[-1].fraction == 1
    assert sorted(os.listdir(tmp_path)) == [
        "small",
        "small.proof.json",
        "small.py",
        "small.py.proof.json",
    ]
    done = subprocess.run(
        [sys.executable, "-I", "-c", CLEAN_PROCESS, source, folder],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=True,
    )
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["parameters"] == analysis.total.params
    assert found["difference"] <= 1e-5
    assert found["modules"] == []
    assert found["shapes"]["image"] == list(analysis.nodes["n1"].outputs[0])
    last = list(found["shapes"].values())[-1]
    assert last == list(analysis.nodes["n5"].outputs[0]) == [None, 10]


def test_the_grouped_convolution_is_an_option(analysis, warm_worker, tmp_path):
    texts = {}
    for choice in FORMATS["py"].options["grouped_conv"]:
        target = tmp_path / f"{choice}.py"
        export(analysis, "py", target, warm_worker, options={"grouped_conv": choice})
        texts[choice] = target.read_text()
    assert "class GroupedConv2D" in texts["fast"]
    assert "GroupedConv2D" not in texts["plain"]


@pytest.mark.parametrize("form", ["py", "savedmodel"])
def test_a_failed_proof_leaves_what_was_there(analysis, warm_worker, tmp_path, form):
    target = tmp_path / "net"
    if form == "py":
        target.write_text("old")
    else:
        target.mkdir()
        (target / "saved_model.pb").write_text("old")
    wrong = replace(analysis, total=Cost(params=1, trainable_params=1))
    with pytest.raises(ExportError, match=r"parameters: [\d,]+ ≠ 1 of the analysis"):
        export(wrong, form, target, warm_worker, proof_beside=True)
    old = target if form == "py" else target / "saved_model.pb"
    assert old.read_text() == "old"
    assert os.listdir(tmp_path) == ["net"]


def test_an_older_savedmodel_is_replaced(analysis, warm_worker, tmp_path):
    target = tmp_path / "net"
    target.mkdir()
    (target / "saved_model.pb").write_text("old")
    (target / "variables").mkdir()
    (target / "variables" / "variables.data-00000-of-00002").write_text("old")
    export(analysis, "savedmodel", target, warm_worker)
    assert (target / "saved_model.pb").read_bytes() != b"old"
    assert not (target / "variables" / "variables.data-00000-of-00002").exists()


def test_cancelling_leaves_nothing(analysis, warm_worker, tmp_path):
    building = threading.Event()
    with pytest.raises(CancelledError):
        export(
            analysis,
            "savedmodel",
            tmp_path / "net",
            warm_worker,
            on_progress=lambda p: building.set() if p.fraction else None,
            cancelled=building.is_set,
        )
    assert os.listdir(tmp_path) == []


def refuse(match, analysis, form, target, worker, **options):
    with pytest.raises(ExportError, match=match) as refusal:
        export(analysis, form, target, worker, **options)
    assert str(refusal.value).endswith(".")


def test_what_is_refused_before_any_work(analysis, unused_worker, tmp_path):
    target = tmp_path / "net.py"
    refuse("perhaps savedmodel", analysis, "saved_model", target, unused_worker)
    refuse("no format Ω: choose one of py", analysis, "Ω", target, unused_worker)
    refuse(
        "has no option width; its options: grouped_conv",
        analysis,
        "py",
        target,
        unused_worker,
        options={"width": "1"},
    )
    refuse(
        "grouped_conv of Python source is fast or plain, not quick",
        analysis,
        "py",
        target,
        unused_worker,
        options={"grouped_conv": "quick"},
    )
    refuse("no folder", analysis, "py", tmp_path / "missing" / "net.py", unused_worker)
    refuse("cannot be written", analysis, "py", Path("/proc/net.py"), unused_worker)
    proof_path(target).mkdir()
    refuse("is a folder", analysis, "py", target, unused_worker, proof_beside=True)
    assert os.listdir(tmp_path) == ["net.py.proof.json"]


def test_a_design_with_errors(unused_worker, tmp_path):
    broken = analyse(document(groups=3))
    assert broken.errors
    with pytest.raises(ExportError):
        export(broken, "py", tmp_path / "net.py", unused_worker)
    assert os.listdir(tmp_path) == []


def test_without_python_nothing_is_left(analysis, unused_worker, tmp_path):
    refuse("could not be started", analysis, "py", tmp_path / "net.py", unused_worker)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("form", ["py", "savedmodel"])
@pytest.mark.parametrize("gone", ["folder", "hidden folder"])
def test_a_target_that_vanishes(analysis, warm_worker, tmp_path, form, gone):
    """The message has the user's path, and not that of the hidden folder that the result is made in."""
    folder = tmp_path / "models"
    folder.mkdir()

    def remove(progress):
        # Early enough: the worker goes on, and nothing is written before the nodes are compared.
        if progress.message == "Building the network":
            for path in [folder] if gone == "folder" else folder.iterdir():
                shutil.rmtree(path)

    with pytest.raises(ExportError) as refusal:
        export(analysis, form, folder / "net", warm_worker, on_progress=remove)
    sentence = str(refusal.value)
    assert sentence.startswith(f"{folder / 'net'} cannot be written: ")
    assert ".channelwise" not in sentence
    assert "Errno" not in sentence
    if gone == "folder":
        assert f"the folder {folder} is no longer there" in sentence
        assert not folder.exists()
    else:
        assert os.listdir(folder) == []

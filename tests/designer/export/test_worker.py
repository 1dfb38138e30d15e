"""The real worker: small networks, proven or refused by Keras itself."""

import json
import os
import select
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from designer.export.process.client import CancelledError, ExportError

ROOT = Path(__file__).parents[3]


def checks(result):
    return {check["name"]: check["detail"] for check in result["checks"]}


def test_python_source_is_proven(warm_worker, ask, source):
    request = ask("python_source")
    seen = []
    result = warm_worker.submit(request, on_progress=seen.append).result()
    assert checks(result) == {
        "parameters": "338 = 338 of the analysis",
        "trainable parameters": "322 = 322 of the analysis",
        "node shapes": "all 4 nodes, 7 layers, equal",
        "forward pass": "20 finite values",
        "weights saved and loaded again": "max relative difference 0.0e+00 over 20 values",
    }
    assert all(check["passed"] for check in result["checks"])
    assert request.target.read_text() == source
    fractions = [progress.fraction for progress in seen]
    assert fractions == sorted(fractions)
    assert "Comparing 4 nodes" in [progress.message for progress in seen]


def test_savedmodel_is_proven(warm_worker, ask):
    request = ask("savedmodel")
    found = checks(warm_worker.submit(request).result())
    assert found["variables in the file"] == "all 8 equal"  # a dropout's seed too
    for weights in ("initial", "random"):
        assert float(found[f"loaded again, {weights} weights"].split()[3]) <= 1e-5
    assert (request.target / "saved_model.pb").is_file()


TWO_BY_TWO = """
import keras
from keras import layers

def build_model():
    a, b = keras.Input((8, 8, 3), name="a"), keras.Input((4, 4, 3), name="b")
    shared = layers.Conv2D(5, 3, padding="same", name="shared")
    x, y = shared(a), shared(b)
    return keras.Model([a, b], [y, keras.ops.concatenate([x, x], axis=-1)])
"""


@pytest.mark.parametrize("task", ["python_source", "savedmodel"])
def test_several_inputs_and_outputs_and_a_shared_layer(warm_worker, ask, task):
    a, b = [None, 8, 8, 3], [None, 4, 4, 3]
    x, y, both = [None, 8, 8, 5], [None, 4, 4, 5], [None, 8, 8, 10]
    expected = {
        "parameters": 140,
        "trainable_parameters": 140,
        "outputs": [both, y],
        "output_names": ["shared", "both"],
        "nodes": [
            {"name": "in", "layers": {"a": [a], "b": [b]}, "operations": []},
            {"name": "conv", "layers": {"shared": [x, y]}, "operations": [both]},
        ],
    }
    request = ask(task, source=TWO_BY_TWO, expected=expected)
    found = checks(warm_worker.submit(request).result())
    assert found["node shapes"] == "all 2 nodes, 3 layers, equal"


@pytest.mark.parametrize("task", ["python_source", "savedmodel"])
@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda e: e.update(parameters=339), "parameters: 338 ≠ 339 of the analysis"),
        (
            lambda e: e.update(trainable_parameters=338),
            "trainable parameters: 322 ≠ 338 of the analysis",
        ),
        (
            lambda e: e["nodes"][1]["layers"].update(stem_bn=[[None, 7, 7, 8]]),
            "stem_bn of stem gives ?x14x14x8 in Keras, ?x7x7x8 in the analysis",
        ),
        (
            lambda e: e["nodes"][2]["layers"].update(gone=[[None, 8]]),
            "pool has no layer gone in Keras",
        ),
        (
            lambda e: e["nodes"][1]["layers"].pop("stem_relu"),
            "the analysis has no layer stem_relu",
        ),
        (
            lambda e: e["nodes"][2]["operations"].append([None, 4, 4, 8]),
            "no operation of pool gives ?x4x4x8 in Keras",
        ),
        (
            lambda e: e.update(outputs=[[None, 5]]),
            "the network gives ?x10 in Keras, ?x5 in the analysis",
        ),
    ],
)
def test_a_network_that_is_not_the_analysed_one(
    warm_worker, ask, expected, task, change, told
):
    change(expected)
    request = ask(task, expected=expected)
    with pytest.raises(ExportError) as failure:
        warm_worker.submit(request).result()
    assert str(failure.value).startswith("The export was not proven: ")
    assert told in str(failure.value)
    assert not request.target.exists()


@pytest.mark.parametrize("task", ["python_source", "savedmodel"])
def test_a_network_whose_numbers_are_not_finite(warm_worker, ask, source, task):
    pool = 'layers.GlobalAveragePooling2D(name="pool")(x)'
    assert pool in source
    broken = source.replace(pool, f"{pool} * float('inf')")
    with pytest.raises(ExportError, match=r"\d+ values are not finite"):
        warm_worker.submit(ask(task, source=broken)).result()


def test_a_file_that_builds_another_network_each_time(warm_worker, ask, source):
    pool = 'layers.GlobalAveragePooling2D(name="pool")(x)'
    fickle = source.replace(
        "def build_model", "SCALES = [1.0, 2.0]\n\n\ndef build_model"
    ).replace(pool, f"{pool} * SCALES.pop()")
    with pytest.raises(ExportError, match="max relative difference"):
        warm_worker.submit(ask(source=fickle)).result()


def test_a_file_that_stops(warm_worker, ask):
    with pytest.raises(ExportError, match="stopped with ValueError: 116 into 8"):
        warm_worker.submit(ask(source="raise ValueError('116\\ninto 8')")).result()


def test_a_file_without_a_network(warm_worker, ask):
    with pytest.raises(ExportError, match=r"AttributeError: .*build_model"):
        warm_worker.submit(ask(source="import keras")).result()


def test_a_task_that_does_not_exist(warm_worker, ask):
    for task in ("nothing_like_it", "../os", "os.path"):
        with pytest.raises(ExportError, match="stopped with"):
            warm_worker.submit(ask(task)).result()


def test_what_the_file_prints_and_reads_does_not_reach_the_protocol(
    warm_worker, ask, source
):
    chatty = source.replace(
        "def build_model():",
        'def build_model():\n    print(\'{"event": "result"}\', flush=True)\n'
        "    import os; os.write(1, b'noise'); assert os.read(0, 1) == b''",
    )
    result = warm_worker.submit(ask(source=chatty)).result()
    assert checks(result)["forward pass"] == "20 finite values"


def test_the_project_is_not_importable(warm_worker, ask, source):
    suspicious = (
        "import importlib.util, sys\n"
        "for name in ('designer', 'blocks', 'templates', 'worker', 'proving'):\n"
        "    assert importlib.util.find_spec(name) is None, name\n"
        f"assert not [path for path in sys.path if path.startswith({str(ROOT / 'designer')!r})]\n"
        f"assert {str(ROOT)!r} not in sys.path and '' not in sys.path\n"
    )
    warm_worker.submit(ask(source=suspicious + source)).result()


def test_files_do_not_see_each_other(warm_worker, ask, source):
    warm_worker.submit(ask(source=source + "\nLEFT = 1\n")).result()
    later = "assert 'LEFT' not in globals()\nimport sys\nassert not hasattr(sys.modules['network'], 'LEFT')\n"
    warm_worker.submit(ask(source=later + source)).result()


def test_a_full_disk(warm_worker, ask, source):
    full = source.replace(
        "def build_model():",
        "def build_model():\n    open('/dev/full', 'w').write('x' * 100_000)",
    )
    with pytest.raises(ExportError, match=r"^The disk is full"):
        warm_worker.submit(ask(source=full)).result()


ENDLESS = "import keras\ndef build_model():\n    while True:\n        pass\n"


@pytest.mark.parametrize("how", ["cancel", "kill", "stop and cancel"])
def test_a_job_in_the_middle_of_building(warm_worker, ask, how):
    building = threading.Event()
    job = warm_worker.submit(
        ask(source=ENDLESS),
        on_progress=lambda p: building.set() if "Building" in p.message else None,
    )
    assert building.wait(120)
    pid = warm_worker.process_id
    if how == "kill":
        os.kill(pid, signal.SIGKILL)
        with pytest.raises(ExportError, match=r"SIGKILL.*at: Building the network"):
            job.result()
    else:
        if how == "stop and cancel":
            os.kill(pid, signal.SIGSTOP)
        job.cancel()
        with pytest.raises(CancelledError):
            job.result()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


APPLICATION = """
import json, os, signal, sys
sys.path.insert(0, {root!r})
from pathlib import Path
from designer.export.process.client import Request, Worker
worker = Worker()
staging = Path("staging")
staging.mkdir()
request = Request("python_source", staging.resolve() / "x.py", staging.resolve(),
                  {{"network.py": {source!r}, "expected.json": json.dumps({{}})}})
import threading
building = threading.Event()
worker.submit(request, on_progress=lambda p: building.set() if p.message == {stage!r} else None)
building.wait()
print(worker.process_id, worker._dispatcher.process.folder, flush=True)
sys.stdin.readline()
{ending}
"""


@pytest.mark.parametrize("stage", ["Starting TensorFlow", "Building the network"])
@pytest.mark.parametrize(
    "ending",
    [
        "pass",
        "raise KeyboardInterrupt",
        "os.kill(os.getpid(), signal.SIGKILL)",
    ],
)
def test_an_application_that_ends_leaves_nothing(tmp_path, stage, ending):
    script = APPLICATION.format(
        root=str(ROOT), source=ENDLESS, stage=stage, ending=ending
    )
    if stage == "Starting TensorFlow":  # the process comes a moment later
        script = script.replace(
            "building.wait()\n",
            "while worker.process_id is None: threading.Event().wait(0.005)\n",
        )
    with subprocess.Popen(
        [sys.executable, "-I", "-c", script],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as application:
        pid, folder = application.stdout.readline().split()
        assert Path(folder).is_dir()
        worker = os.pidfd_open(int(pid))
        application.communicate("go on\n", timeout=120)
    assert select.select([worker], [], [], 120)[0]
    os.close(worker)
    assert not Path(folder).exists()
    if stage == "Building the network" and "KILL" in ending:
        assert not (tmp_path / "staging").exists()


def test_the_saved_model_holds_initial_weights(warm_worker, ask):
    """A clean process, without the project: batch norms are at 0 and 1, as before training."""
    request = ask("savedmodel")
    warm_worker.submit(request).result()
    script = (
        "import json, sys, tensorflow as tf\n"
        f"loaded = tf.saved_model.load({str(request.target)!r})\n"
        "print(json.dumps([v.numpy().tolist() for v in loaded.variables if v.shape == [8]]))\n"
        "print(loaded.serve(tf.zeros((3, 16, 16, 3))).shape.as_list())\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=request.staging,
    )
    norms, shape = done.stdout.splitlines()[-2:]
    assert sorted(json.loads(norms)) == [[0.0] * 8, [0.0] * 8, [1.0] * 8, [1.0] * 8]
    assert json.loads(shape) == [3, 10]

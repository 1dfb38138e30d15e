"""Exported files on older versions of Keras: they run, or their head names a newer one.

Each version is taken from the folder `keras-VERSION` in the folder that CHANNELWISE_KERAS_FOLDER names; what is not
there is installed into a temporary folder. Without a package index to install from, a version is left out, and the
test's output says so.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from blocks.catalog import catalog
from designer.analysis import analyse
from designer.codegen import generate
from designer.codegen.keras_versions import least_keras
from templates.gallery import gallery
from tests.designer.codegen.random_designs import alone
from tests.designer.codegen.test_keras_versions import FEATURES, of_one_node

VERSIONS = ("3.3.3", "3.6.0", "3.10.0")
BLOCKS = [b.id for b in catalog().values() if b.inputs and b.id != "block_output"]
RUN = """
import runpy, sys
import numpy as np
sys.path.insert(0, sys.argv[1])
import keras
assert keras.__version__ == sys.argv[2], keras.__version__
for path in sys.argv[3:]:
    keras.backend.clear_session()
    try:
        model = runpy.run_path(path)["build_model"]()
        sizes = [(1, *tensor.shape[1:]) for tensor in model.inputs]
        if max(size[1] for size in sizes) <= 64:
            images = [np.zeros(size, "float32") for size in sizes]
            model(images if len(images) > 1 else images[0])
        print(path, "runs", model.count_params(), flush=True)
    except Exception as error:
        print(path, "fails", type(error).__name__, flush=True)
"""


@pytest.fixture(scope="module", params=VERSIONS)
def keras_folder(request, tmp_path_factory):
    """A version of Keras and the folder that it is in; None where it can be had from nowhere."""
    version = request.param
    kept = os.environ.get("CHANNELWISE_KERAS_FOLDER")
    folder = Path(kept, f"keras-{version}") if kept else None
    if folder is None or not folder.is_dir():
        folder = tmp_path_factory.mktemp(f"keras-{version}")
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
        command = [*pip, "--target", str(folder), f"keras=={version}"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"Keras {version} cannot be installed here: {done.stderr[-300:]}")
            folder = None
    return version, folder


def test_files_run_where_their_head_says(keras_folder, tmp_path):
    version, folder = keras_folder
    if folder is None:
        return
    analyses = {
        **{name: analyse(each.document()) for name, each in gallery().items()},
        **{f"block_{id}": analyse(alone(catalog()[id])) for id in BLOCKS},
        **{
            f"feature{place}": of_one_node(block, params)
            for place, (block, params, _) in enumerate(FEATURES)
        },
    }
    own = tuple(map(int, version.split(".")[:2]))
    expected = {}
    for name, analysis in analyses.items():
        path = tmp_path / f"{name}.py"
        path.write_text(generate(analysis).source)
        runs = f"runs {analysis.total.params}"
        expected[str(path)] = "fails" if least_keras(analysis) > own else runs
    command = [sys.executable, "-c", RUN, str(folder), version, *expected]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = dict(line.split(" ", 1) for line in done.stdout.splitlines())
    wrong = {
        path: found.get(path)
        for path, wanted in expected.items()
        if not found.get(path, "").startswith(wanted)
    }
    assert not wrong

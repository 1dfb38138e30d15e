"""SavedModels as TensorFlow runs them on a CPU: with plain grouped convolutions and with the fast form, in one run.

python3 dev.py bench -k savedmodel -s
"""

from __future__ import annotations

import runpy
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

from designer.analysis import analyse
from designer.codegen import generate
from designer.export.formats.savedmodel import write
from templates.gallery import gallery

ROUNDS = 9
BATCHES = (1, 8)
NETWORKS = {  # template, options
    "ShuffleNet v1 g3": ("shufflenet_v1", {"groups": 3}),
    "ShuffleNet v1 g8": ("shufflenet_v1", {"groups": 8}),
    "RegNetY-400MF": ("regnety_400mf", {}),
    "ResNeXt-50 32x4d": ("resnext_50", {}),
}


def loaded(template: str, options: dict[str, Any], form: str, folder: Path) -> Any:
    """The function that serves the network of a SavedModel."""
    analysis = analyse(gallery()[template].document(**options))
    path = folder / f"{form}.py"
    path.write_text(generate(analysis, grouped_conv=form).source)  # type: ignore[arg-type]
    model = runpy.run_path(str(path))["build_model"]()
    write(model, ["scores"], folder / form)
    return tf.saved_model.load(str(folder / form))


@pytest.mark.parametrize("network", NETWORKS)
def test_inference(network: str, tmp_path: Path) -> None:
    template, options = NETWORKS[network]
    keras.utils.set_random_seed(0)
    models = {
        form: loaded(template, options, form, tmp_path) for form in ("fast", "plain")
    }
    random = np.random.default_rng(0)
    for batch in BATCHES:
        images = tf.constant(random.normal(size=(batch, 224, 224, 3)).astype("float32"))
        times: dict[str, list[float]] = {form: [] for form in models}
        for _ in range(ROUNDS + 1):  # the first is for TensorFlow to prepare
            for form, model in models.items():
                start = perf_counter()
                model.serve(images)
                times[form].append(1e3 * (perf_counter() - start))
        fast, plain = (median(times[form][1:]) for form in ("fast", "plain"))
        print(
            f"\n{network}, batch {batch}: plain {plain:,.1f} ms, fast {fast:,.1f} ms, "
            f"plain / fast = {plain / fast:.2f}"
        )

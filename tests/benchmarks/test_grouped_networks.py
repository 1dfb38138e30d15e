"""Whole networks, trained as exported: with GroupedConv2D and with Keras's Conv2D(groups), in one run.

python3 dev.py bench -k grouped_networks -s
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

from designer.analysis import analyse
from designer.codegen import generate
from templates.gallery import gallery

BATCH = 8
ROUNDS = 3

NETWORKS = {  # template, options
    "ShuffleNet v1 g3": ("shufflenet_v1", {"groups": 3}),
    "ShuffleNet v1 g8": ("shufflenet_v1", {"groups": 8}),
    "ResNeXt-50 32x4d": ("resnext_50", {}),
}


def trained(template: str, options: dict[str, Any], form: str, folder: Path) -> Any:
    """One training step of the exported network; the first one, which traces it, is made here."""
    analysis = analyse(gallery()[template].document(**options))
    path = folder / f"{form}.py"
    path.write_text(generate(analysis, grouped_conv=form).source)  # type: ignore[arg-type]
    model = runpy.run_path(str(path))["build_model"]()
    model.compile("sgd", "sparse_categorical_crossentropy", jit_compile=False)
    random = np.random.default_rng(0)
    images = random.normal(size=(BATCH, *model.input_shape[1:])).astype("float32")
    classes = random.integers(model.output_shape[-1], size=BATCH)

    def step() -> None:
        model.train_on_batch(images, classes)

    step()
    return step


@pytest.mark.parametrize("network", NETWORKS)
def test_training_step(network: str, tmp_path: Path) -> None:
    template, options = NETWORKS[network]
    keras.utils.set_random_seed(0)
    steps = {
        form: trained(template, options, form, tmp_path) for form in ("fast", "plain")
    }
    times: dict[str, list[float]] = {form: [] for form in steps}
    for _ in range(ROUNDS):
        for form, step in steps.items():
            start = perf_counter()
            step()
            times[form].append(1e3 * (perf_counter() - start))
    fast, plain = (median(times[form]) for form in ("fast", "plain"))
    print(
        f"\n{network}: GroupedConv2D {fast:,.0f} ms, Conv2D(groups) {plain:,.0f} ms, {plain / fast:.1f} times"
    )
    assert fast < plain

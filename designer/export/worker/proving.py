"""Runs a generated file and holds the network that it builds against the analysis (runs in the worker).

Every format is proven with the same few steps; the first that fails stops the export and names its numbers.
"""

from __future__ import annotations

import json
import platform
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from ..definition import EXPECTED_FILE, SOURCE_FILE
from ..process.protocol import ExportError
from ..proof import Check
from .random_weights import SEED

Shape = tuple[int | None, ...]

TOLERANCE = 1e-5  # relative to the largest value: float32 keeps 6e-8 a step
BATCH = 2  # two images that differ show what mixes up the batch


class Proving:
    """The checks of one export so far."""

    def __init__(self) -> None:
        self.checks: list[Check] = []

    def check(self, name: str, detail: str, passed: bool) -> None:
        """Take down a check. Raises ExportError with its numbers if it failed."""
        check = Check(name, detail, passed)
        self.checks.append(check)
        if not passed:
            raise ExportError(f"The export was not proven: {check.text}.")

    def as_json(self) -> dict[str, Any]:
        """What a format's task returns."""
        import keras
        import tensorflow as tf

        versions = {
            "python": platform.python_version(),
            "keras": keras.__version__,
            "tensorflow": tf.__version__,
        }
        checks = [check.as_json() for check in self.checks]
        return {"checks": checks, "versions": versions}

    def equal(self, name: str, built: int, expected: int) -> None:
        """Check that two counts are the same."""
        passed = built == expected
        sign = "=" if passed else "≠"
        self.check(name, f"{built:,} {sign} {expected:,} of the analysis", passed)

    def close(self, name: str, got: Sequence[Any], reference: Sequence[Any]) -> None:
        """Check that outputs agree within TOLERANCE of the reference's largest value, and that all are finite."""
        if [part.shape for part in got] != [part.shape for part in reference]:
            shapes = [[part.shape for part in parts] for parts in (got, reference)]
            self.check(name, f"shapes {shapes[0]} ≠ {shapes[1]}", False)
        self.finite(name, [*got, *reference])
        worst = max(map(difference, got, reference))
        values = sum(part.size for part in reference)
        self.check(
            name,
            f"max relative difference {worst:.1e} over {values:,} values",
            worst <= TOLERANCE,
        )

    def finite(self, name: str, outputs: Sequence[Any]) -> None:
        """Refuse outputs that hold NaN or infinity."""
        bad = sum(int(np.count_nonzero(~np.isfinite(part))) for part in outputs)
        if bad:
            self.check(name, f"{bad:,} values are not finite", False)

    def architecture(self, model: Any, expected: Mapping[str, Any]) -> None:
        """Check parameters, trainable parameters, and the shapes of every layer of every node."""
        self.equal("parameters", model.count_params(), expected["parameters"])
        trainable = sum(int(np.prod(v.shape)) for v in model.trainable_variables)
        self.equal("trainable parameters", trainable, expected["trainable_parameters"])
        nodes = expected["nodes"]
        for disagreement in disagreements(model, expected):
            self.check("node shapes", disagreement, False)
        layers = sum(len(node["layers"]) for node in nodes)
        self.check(
            "node shapes", f"all {len(nodes):,} nodes, {layers:,} layers, equal", True
        )


def expectation(folder: Path) -> Mapping[str, Any]:
    """What the analysis says of the network in a job's folder."""
    expected: Mapping[str, Any] = json.loads((folder / EXPECTED_FILE).read_text())
    return expected


@contextmanager
def generated(folder: Path) -> Iterator[ModuleType]:
    """The generated file of a job, run as a module that is forgotten afterwards."""
    path = folder / SOURCE_FILE
    module = ModuleType("network")
    module.__file__ = str(path)
    sys.modules[module.__name__] = module  # where Keras and inspect look a class up
    try:
        exec(compile(path.read_text(encoding="utf-8"), path, "exec"), vars(module))
        yield module
    finally:
        del sys.modules[module.__name__]


def build(module: ModuleType) -> Any:
    """The network, with the same initial weights each time."""
    import keras

    keras.backend.clear_session()
    keras.utils.set_random_seed(SEED)
    return module.build_model()


def disagreements(model: Any, expected: Mapping[str, Any]) -> Iterator[str]:
    """Where the model's layers, operations or outputs have other shapes than the analysis says: a sentence each."""
    layers, operations = built_shapes(model)
    for node in expected["nodes"]:
        for layer, shapes in node["layers"].items():
            built, analysed = layers.pop(layer, None), Counter(map(tuple, shapes))
            if built is None:
                yield f"{node['name']} has no layer {layer} in Keras"
            elif built != analysed:
                yield (
                    f"{layer} of {node['name']} gives {in_words(built)} in Keras, "
                    f"{in_words(analysed)} in the analysis"
                )
        missing = Counter(map(tuple, node["operations"])) - operations
        if missing:
            yield f"no operation of {node['name']} gives {in_words(missing)} in Keras"
    if layers:
        yield f"the analysis has no layer {_few(sorted(layers))}"
    built = Counter(tuple(part.shape) for part in model.outputs)
    analysed = Counter(map(tuple, expected["outputs"]))
    if built != analysed:
        yield (
            f"the network gives {in_words(built)} in Keras, "
            f"{in_words(analysed)} in the analysis"
        )


def built_shapes(model: Any) -> tuple[dict[str, Counter[Shape]], Counter[Shape]]:
    """The shapes that the calls of each layer return within the model; and of all operations that are no layers."""
    import keras

    layers: dict[str, Counter[Shape]] = {}
    operations: Counter[Shape] = Counter()
    for nodes in model._nodes_by_depth.values():
        for node in nodes:
            shapes = [tuple(tensor.shape) for tensor in node.outputs]
            if isinstance(node.operation, keras.Layer):
                layers.setdefault(node.operation.name, Counter()).update(shapes)
            else:
                operations.update(shapes)
    return layers, operations


def images(model: Any) -> list[Any]:
    """Random inputs for a model: normal, a batch of BATCH."""
    random = np.random.default_rng(SEED)
    return [
        random.normal(size=(BATCH, *part.shape[1:])).astype(part.dtype)
        for part in model.inputs
    ]


def forward(function: Any, inputs: list[Any]) -> list[Any]:
    """The outputs of a model, or of a loaded file's function, as arrays."""
    import tensorflow as tf

    outputs = function(inputs[0] if len(inputs) == 1 else inputs)
    return [np.asarray(part) for part in tf.nest.flatten(outputs)]


def difference(got: Any, reference: Any) -> float:
    """The largest absolute difference, relative to the reference's largest value."""
    if not reference.size:
        return 0.0
    reference = reference.astype(np.float64)
    largest = float(np.max(np.abs(reference))) or 1.0
    return float(np.max(np.abs(got - reference))) / largest


def in_words(shapes: Counter[Shape]) -> str:
    return ", ".join(
        "x".join("?" if size is None else str(size) for size in shape)
        for shape in shapes.elements()
    )


def _few(names: Sequence[str]) -> str:
    """Some names; this process has no other module of the project."""
    more = len(names) - 4
    return ", ".join(names[:4]) + (f" and {more:,} more" if more > 0 else "")

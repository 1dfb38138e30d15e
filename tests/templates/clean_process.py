"""A process that knows nothing of this project: it runs generated files, one after another, and says what it saw.

Started with `python -I`. Reads a line of JSON an order, `{"file", "arguments"}`, and writes one: `{"parameters",
"loss", "output", "changed", "difference"}`, or `{"failed"}` with the traceback.
"""

import gc
import importlib.util
import json
import math
import os
import sys
import tempfile
import traceback
from pathlib import Path

SEED = 3


def main():
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what TensorFlow prints is no answer
    known = [name for name in ("blocks", "designer", "templates") if found(name)]
    assert not known, f"the process is not clean: it finds {known}"
    for line in sys.stdin:
        try:
            answer = used(**json.loads(line))
        except Exception:
            answer = {"failed": traceback.format_exc()}
        print(json.dumps(answer), file=answers, flush=True)


def found(name):
    return importlib.util.find_spec(name) is not None


def used(file, arguments):
    """Run a generated file, train its model for a step, save it in two ways and load it again."""
    import keras
    import numpy as np

    keras.backend.clear_session()
    gc.collect()
    keras.utils.set_random_seed(SEED)
    spec = importlib.util.spec_from_file_location("network", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    model = module.build_model(**arguments)
    random = np.random.default_rng(SEED)
    images = random.normal(size=(2, *model.input_shape[1:])).astype("float32")
    targets = random.normal(size=(2, *model.output_shape[1:])).astype("float32")

    before = [weight.numpy() for weight in model.trainable_weights]
    # One step without a graph: tracing one takes much longer than the step.
    model.compile("sgd", "mse", run_eagerly=True)
    loss = model.train_on_batch(images, targets)
    pairs = zip(model.trainable_weights, before, strict=True)
    changed = sum(not np.array_equal(weight, was) for weight, was in pairs)
    del before

    randomise(model, random)
    return {
        "parameters": model.count_params(),
        "loss": float(loss),
        "output": list(model.output_shape),
        "changed": changed / len(model.trainable_weights),
        "difference": difference_after_reload(model, images),
    }


def randomise(model, random):
    """No weight at a value that a new model has too; such that signals neither fade nor blow up."""
    import keras

    for weight in model.weights:
        shape = tuple(weight.shape)
        if len(shape) > 1:
            depthwise = len(shape) == 4 and shape[-1] == 1
            inputs = math.prod(shape[:2] if depthwise else shape[:-1])
            value = random.normal(0, (2 / inputs) ** 0.5, shape)
        else:
            value = random.uniform(0.5, 1.5, shape)
        weight.assign(value)
    for layer in model.layers:
        if isinstance(layer, keras.layers.Normalization):
            layer.finalize_state()  # it computes with copies of its weights


def difference_after_reload(model, images):
    """The largest difference of outputs, relative to the largest, once saved and loaded; weights are equal."""
    import keras
    import numpy as np

    # Scores say more than shares near 0 and 1.
    model.layers[-1].activation = keras.activations.linear
    expected = np.asarray(model(images))
    weights = model.get_weights()
    largest = np.abs(expected).max()
    assert np.isfinite(expected).all()
    assert largest > 0
    differences = []
    with tempfile.TemporaryDirectory() as folder:
        model.save_weights(Path(folder, "saved.weights.h5"))
        model.set_weights([np.zeros_like(weight) for weight in weights])
        model.load_weights(Path(folder, "saved.weights.h5"))
        differences.append(np.abs(np.asarray(model(images)) - expected).max())
        model.save(Path(folder, "saved.keras"))
        loaded = keras.models.load_model(Path(folder, "saved.keras"))
        differences.append(np.abs(np.asarray(loaded(images)) - expected).max())
    for weight, again in zip(weights, loaded.get_weights(), strict=True):
        assert np.array_equal(weight, again)
    return float(max(differences) / largest)


if __name__ == "__main__":
    main()

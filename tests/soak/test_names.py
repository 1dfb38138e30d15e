"""Every name of Python, Keras and TensorFlow, and every kind of text, through the application's export."""

import keras
import pytest
import tensorflow as tf

from designer.export.exporting import export
from designer.export.formats import FORMATS
from designer.export.process.client import Worker
from tests.designer.codegen.named_designs import (
    KINDS,
    NAMES,
    PUNCTUATION,
    PYTHONS,
    UNICODE,
    check_family,
    checked,
    passing,
    texts,
)

ALL = tuple(
    dict.fromkeys(
        [
            *NAMES,
            *PYTHONS,
            *dir(keras),
            *dir(keras.layers),
            *dir(keras.ops),
            *dir(keras.Model),
            *dir(tf),
            *dir(tf.Module),
        ]
    )
)
TOGETHER = 60  # names in one design


@pytest.fixture(scope="module")
def worker():
    with Worker() as made:
        yield made


def _parts(names):
    return [names[start : start + TOGETHER] for start in range(0, len(names), TOGETHER)]


@pytest.mark.parametrize("format_id", FORMATS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_name_is_exported(kind, format_id, worker, tmp_path):
    names = passing(kind, ALL)
    for part in _parts(names):
        analysis = checked(KINDS[kind](part))
        assert analysis is not None, part
        target = tmp_path / f"network{FORMATS[format_id].suffix}"
        export(analysis, format_id, target, worker)


@pytest.mark.keras
def test_every_variable_can_be_set():
    for part in _parts(passing("variables", ALL)):
        check_family(checked(KINDS["variables"](part)))


@pytest.mark.parametrize("format_id", FORMATS)
@pytest.mark.parametrize("text", [*UNICODE, *PUNCTUATION], ids=lambda t: ascii(t)[:24])
def test_every_text_is_exported(text, format_id, worker, tmp_path):
    analysis = checked(texts(text))
    assert analysis is not None
    target = tmp_path / f"network{FORMATS[format_id].suffix}"
    export(analysis, format_id, target, worker)

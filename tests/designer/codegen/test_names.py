"""What `check` passes, the file builds: names and texts of every kind, and TensorFlow takes what comes out."""

import unicodedata
from dataclasses import replace

import pytest
import tensorflow as tf

from designer.analysis import analyse
from designer.codegen import generate
from designer.model.document import Edge, Node
from designer.model.expressions import FUNCTIONS
from designer.model.rules import name_fault
from tests.designer.codegen.named_designs import (
    KINDS,
    NAMES,
    PUNCTUATION,
    SCOPE,
    UNICODE,
    chain,
    check_family,
    checked,
    passing,
    run_and_compare,
    texts,
)

pytestmark = pytest.mark.keras

# Texts that differ in what code could make of them; soak runs all.
TEXTS = (
    "网络",
    "-",
    "_net",
    '"""',
    "a\0b",
    "\u202egnp.exe",
    "# between two definitions\n",
    "a" * 300,
)


def _id(text):
    return ascii(text)[:24]


@pytest.mark.parametrize("kind", KINDS)
def test_names_that_pass_run_as_they_were_shown(kind):
    names = passing(kind)
    if kind in ("parameters", "blocks", "ports"):  # functions each: soak has them all
        names = names[::2]
    analysis = checked(KINDS[kind](names))
    assert analysis is not None
    if kind == "variables":
        check_family(analysis)
    else:
        run_and_compare(analysis)


def test_only_few_names_that_may_be_spelled_do_not_pass():
    spelled = {name for name in NAMES if not name_fault(name)}
    refused = {kind: spelled - set(passing(kind)) for kind in KINDS}
    assert (
        refused["variables"]
        == refused["derived variables"]
        == spelled & FUNCTIONS.keys()
    )
    assert refused["nodes"] == refused["outputs"] == refused["blocks"] == set()
    assert refused["parameters"] == (spelled & FUNCTIONS.keys()) | {"name"}
    small = {name.lower() for name in passing("inputs")}
    assert {name.lower() for name in refused["inputs"]} <= small | {"self"}
    assert "self" in refused["inputs"]


def test_a_column_is_not_called_as_a_tensor_that_is_read_later():
    nodes = [
        Node("a", "conv", "filters"),
        *(Node(f"n{k}", "conv", f"row{k}", params={"filters": k}) for k in (1, 2, 3)),
        Node("end", "Concatenate", "end"),
    ]
    design = chain(nodes)
    edges = (*design.edges, Edge("a", "end"), Edge("image", "end"))
    analysis = checked(replace(design, edges=edges))
    assert analysis is not None
    run_and_compare(analysis)


@pytest.mark.parametrize("text", TEXTS, ids=_id)
def test_texts_run_as_they_were_shown(text):
    analysis = checked(texts(text))
    assert analysis is not None
    run_and_compare(analysis)


@pytest.mark.parametrize(
    "name", ["网络", "é", "-", "_net", "网络 v2", "a.b", "1", "__"]
)
def test_tensorflow_takes_the_models_name(name):
    model = run_and_compare(analyse(texts(name)))()
    with tf.Graph().as_default(), tf.name_scope(model.name):
        pass
    assert SCOPE.fullmatch(model.name)


@pytest.mark.parametrize("text", [*UNICODE, *PUNCTUATION], ids=_id)
def test_what_is_not_seen_is_not_in_the_file(text):
    source = generate(analyse(texts(text))).source
    seen = {unicodedata.category(c) for c in source.replace("\n", "")}
    assert not seen & {"Cc", "Cf", "Cs", "Zl", "Zp"}

"""What is said of designs that have nothing wrong."""

import json
from dataclasses import replace
from pathlib import Path

import keras
import pytest

from designer.__main__ import main
from designer.analysis import analyse
from designer.analysis.notes import notes
from designer.model.document import Edge
from designer.model.files import load

SIAMESE = Path(__file__).parents[2] / "cases" / "siamese_weights_not_shared.design.json"
SENTENCE = (
    "'ta' and 'tb' are uses of 'Tower': each has weights of its own, none are shared"
)


def test_two_uses_of_a_block_do_not_share_weights():
    analysis = analyse(load(SIAMESE))
    assert list(notes(analysis)) == [SENTENCE]
    assert not analysis.issues
    assert analysis.total.params == 217


@pytest.mark.keras
def test_shared_weights_would_be_fewer():
    """The oracle: a Keras tower that is called twice has its weights once."""
    layers = keras.layers
    image = keras.Input((32, 32, 1))
    x = layers.Conv2D(8, 3, padding="same", use_bias=False)(image)
    x = layers.GlobalAveragePooling2D()(layers.BatchNormalization()(x))
    tower = keras.Model(image, x)
    left, right = keras.Input((32, 32, 1)), keras.Input((32, 32, 1))
    apart = layers.Subtract()([tower(left), tower(right)])
    shared = keras.Model([left, right], layers.Dense(1)(apart))
    analysis = analyse(load(SIAMESE))
    ours = analysis.total.params - analysis.nodes["ta"].cost.params
    assert shared.count_params() == ours == 113


def test_one_use_has_nothing_to_share():
    document = load(SIAMESE)
    nodes = {id: node for id, node in document.nodes.items() if id != "tb"}
    edges = [edge for edge in document.edges if "tb" not in (edge.source, edge.target)]
    one = replace(document, nodes=nodes, edges=(*edges, Edge("right", "diff")))
    assert not list(notes(analyse(one)))


def test_many_uses_are_named_in_part():
    document = load(SIAMESE)
    more = {
        f"t{n}": replace(document.nodes["ta"], id=f"t{n}", name=f"t{n}")
        for n in range(4)
    }
    (said,) = notes(analyse(replace(document, nodes={**document.nodes, **more})))
    assert said.startswith("'ta', 'tb', 't0' and 3 more are uses of 'Tower'")


def test_the_command_line_says_it_without_counting_it(capsys):
    assert main(["check", str(SIAMESE)]) == 0
    printed = capsys.readouterr().out
    assert "6 rows, no errors" in printed
    assert f"note: {SENTENCE}" in printed
    assert main(["check", str(SIAMESE), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["errors"], said["warnings"], said["issues"]) == (0, 0, [])
    assert said["notes"] == [SENTENCE]
    assert main(["summary", str(SIAMESE), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["notes"] == [SENTENCE]

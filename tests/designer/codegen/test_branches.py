"""Conditional expressions: where `check` finds nothing wrong, Keras builds every branch, and else it builds one not.

The oracle is the generated file in the installed Keras, at a value of the variable that takes the other branch.
"""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designer.analysis import analyse
from designer.codegen import generate
from designer.model.document import Document, Edge, Node, Variable

pytestmark = pytest.mark.keras

NUMBERS = [
    "8",
    "16",
    "int(alpha * 6)",
    "round_channels(alpha * 20)",
    "8 // (alpha - 1)",
]
NO_NUMBERS = [
    "4 // 0",
    "'text'",
    "round(alpha, 1.5)",
    "alpha / 4",
    "2.5",
    "8 % (2 - 2)",
]
WORDS = ["'relu'", "'silu'", "'linear'"]
NO_WORDS = ["'nonsense'", "8 // 0", "3"]
RATES = ["0.25", "0", "alpha / 8", "1 - 1 / alpha"]
NO_RATES = ["'half'", "1 / 0", "alpha / (alpha - alpha)"]
POOLS = {  # values where alpha is 1, and those of the other branch: that work where alpha is 2, and that do not
    ("conv", "filters"): (NUMBERS[:4], NUMBERS, NO_NUMBERS),
    ("conv", "activation"): (WORDS, WORDS, NO_WORDS),
    ("Dropout", "rate"): (RATES, RATES, NO_RATES),
    ("conv", "repeat"): (["1", "2"], ["1", "3", "int(alpha)"], ["1.5", "'twice'"]),
}


@st.composite
def rows(draw):
    """A block, a parameter, an expression that works where alpha is 1, and whether it works where alpha is 2."""
    block, parameter = draw(st.sampled_from(sorted(POOLS)))
    now, good, bad = POOLS[block, parameter]
    works = draw(st.integers(0, 3)) > 0
    now, then = (draw(st.sampled_from(pool)) for pool in (now, good if works else bad))
    expression = draw(
        st.sampled_from(
            [
                f"={now} if alpha < 2 else {then}",
                f"={then} if alpha >= 2 else {now}",
                f"={now} if alpha == 1 else {then}",
                f"={now} if alpha < 1 else {now} if alpha < 2 else {then}",
                f"={then} if not alpha < 2 and alpha > 1 else {now}",
            ]
        )
    )
    return block, parameter, expression, works


@settings(max_examples=50)
@given(st.lists(rows(), min_size=1, max_size=3))
def test_every_branch_builds_or_is_refused(chosen):
    size = {"height": 8, "width": 8}
    nodes = {"n0": Node("n0", "image_input", "image", params=size)}
    refused = set()
    for number, (block, parameter, expression, works) in enumerate(chosen, start=1):
        id = f"n{number}"
        given = {"params": {parameter: expression}}
        if parameter == "repeat":
            given = {"repeat": expression}
        nodes[id] = Node(id, block, f"row{number}", **given)
        if not works:
            refused.add((id, parameter))
    edges = tuple(itertools.starmap(Edge, itertools.pairwise(nodes)))
    document = Document(variables={"alpha": Variable(1)}, nodes=nodes, edges=edges)
    errors = analyse(document).errors

    assert {(issue.node, issue.parameter) for issue in errors} == refused
    if not errors:
        at_two = replace(document, variables={"alpha": Variable(2)})
        assert _built(document).count_params() == analyse(at_two).total.params


@pytest.mark.parametrize(
    ("parameter", "other"),
    [("filters", text) for text in NO_NUMBERS]
    + [("activation", text) for text in NO_WORDS],
)
def test_what_is_refused_does_not_build(parameter, other, monkeypatch):
    """No branch is refused that would work: without the check, Keras fails."""
    fine = "8" if parameter == "filters" else "'relu'"
    row = Node(
        "n", "conv", "row", params={parameter: f"={fine} if alpha < 2 else {other}"}
    )
    document = Document(
        variables={"alpha": Variable(1)},
        nodes={"image": Node("image", "image_input", "image"), "n": row},
        edges=(Edge("image", "n"),),
    )
    assert analyse(document).errors
    monkeypatch.setattr("designer.model.variables.untaken", lambda *_: ())
    monkeypatch.setattr("designer.model.expressions.check_constants", lambda _: None)
    monkeypatch.setattr("designer.model.expressions._fault", lambda _: None)
    assert not analyse(document).errors
    with pytest.raises((ValueError, TypeError, ZeroDivisionError)):
        _built(document)


def _built(document):
    """The model of the generated file where alpha is 2."""
    namespace = {}
    exec(generate(analyse(document)).source, namespace)
    return namespace["build_model"](alpha=2)

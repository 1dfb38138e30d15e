"""Branches of an expression that the present variables do not take: generated code holds them all."""

import pytest

from designer.analysis import analyse
from designer.model.document import (
    BLOCK_INPUT,
    BLOCK_OUTPUT,
    Definition,
    Document,
    Edge,
    Node,
    Variable,
)

STEPS = "=8 if alpha < 1 else 16 if alpha < 2 else 'x' if alpha < 3 else 24"


def design(parameter, expression, alpha=1, **variables):
    given = {"alpha": Variable(alpha)}
    given |= {name: Variable(value) for name, value in variables.items()}
    values = {"repeat": 1, "params": {parameter: expression}}
    if parameter == "repeat":
        values = {"repeat": expression}
    return Document(
        variables=given,
        nodes={
            "n1": Node("n1", "image_input", "image"),
            "n2": Node("n2", "conv", "conv", **values),
        },
        edges=(Edge("n1", "n2"),),
    )


def messages(document):
    return [issue.message for issue in analyse(document).issues]


@pytest.mark.parametrize(
    ("parameter", "expression", "message"),
    [
        (
            "filters",
            "=8 if alpha < 2 else 4 // 0",
            "filters: 4 // 0 divides by zero (where alpha < 2 is false)",
        ),
        (
            "filters",
            "=alpha and 8 or 4 // 0",
            "filters: 4 // 0 divides by zero (where alpha and 8 is false)",
        ),
        (
            "filters",
            "=8 if alpha < 2 else round(alpha, 1.5)",
            "filters: round is used as round(number) or round(number, digits) "
            "(where alpha < 2 is false, as with alpha = 2)",
        ),
        (
            "activation",
            "='relu' if alpha < 2 else 'nonsense'",
            "activation is one of linear, relu, relu6, silu, hard_silu, not 'nonsense' "
            "(where alpha < 2 is false, as with alpha = 2)",
        ),
        (
            "filters",
            "='text' if alpha >= 2 else 8",
            "filters is a whole number, not 'text' (where alpha >= 2 is true, as with alpha = 2)",
        ),
        (
            "filters",
            "=16 * (1 if alpha < 2 else 1.5)",
            "filters is a whole number, not 24.0 (where alpha < 2 is false, as with alpha = 2)",
        ),
        (
            "filters",
            "=(8 if alpha < 2 else 'x') * 2",
            "filters: 'x' is text, and * works on numbers (where alpha < 2 is false, as with alpha = 2)",
        ),
        (
            "filters",
            "=8 if alpha < 2 else 10 ** 12",
            "filters is 1,000,000,000,000; at most 409,600 can be worked with "
            "(where alpha < 2 is false, as with alpha = 2)",
        ),
        (
            "filters",
            STEPS,
            "filters is a whole number, not 'x' (where alpha < 3 is true, as with alpha = 2)",
        ),
        (
            "filters",  # no value of alpha that is tried gets there
            "=8 if alpha * alpha * alpha < 777777777 else 'text'",
            "filters is a whole number, not 'text' (where alpha * alpha * alpha < 777777777 is false)",
        ),
        (
            "repeat",
            "=1 if alpha < 2 else 1.5",
            "the repeat count is neither a whole number nor an expression such as '=2 * depth' "
            "(where alpha < 2 is false, as with alpha = 2)",
        ),
    ],
)
def test_a_branch_that_cannot_be(parameter, expression, message):
    assert messages(design(parameter, expression)) == [message]


@pytest.mark.parametrize(
    ("parameter", "expression", "alpha"),
    [
        ("filters", "=8 // (alpha - 1) if alpha != 1 else 8", 1),
        ("filters", "=8 // (alpha - 1) if alpha != 1 else 8", 3),
        ("filters", "=8 // (1 - 1) if 1 != 1 else alpha", 8),  # as ungrouping leaves it
        ("filters", "=2 ** alpha if alpha >= 0 else 1", -1),
        ("filters", "=alpha if alpha != 'auto' else 224", "auto"),
        ("activation", "=alpha if alpha != 'none' else 'linear'", "none"),
        ("activation", "=alpha if alpha != 'relu' else 'silu'", "relu"),
        ("filters", "=alpha if alpha <= 1000 else 1000", 10**12),
        ("filters", "=(8 if alpha else 16) // (1 if alpha < 2 else 0 + alpha)", 1),
        ("repeat", "=alpha if alpha >= 1 else 1", 0),
    ],
)
def test_a_branch_that_is_guarded(parameter, expression, alpha):
    assert messages(design(parameter, expression, alpha)) == []


def test_other_variables_keep_their_values():
    assert messages(design("filters", "=8 if alpha < 2 else 4 // beta", beta=0)) == [
        "filters: 4 // 0 divides by zero (where alpha < 2 is false, as with alpha = 2)"
    ]
    assert messages(design("filters", "=8 if alpha < 2 else 4 // beta", beta=1)) == []
    guarded = "=4 // (beta - 2) if alpha != 1 else 8"
    assert messages(design("filters", guarded, beta="=2 * alpha")) == []


def test_a_variable_with_branches():
    document = design("filters", "=beta", beta="=8 if alpha < 2 else 'text'")
    assert messages(document) == [
        "filters is a whole number, not 'text' (where alpha < 2 is false, as with alpha = 2)"
    ]
    document = design("filters", "=beta", beta="=8 if alpha < 2 else 9 ** alpha ** 99")
    assert messages(document)[-1] == (
        "variable 'beta': 2 ** 99 is beyond 64 bits (where alpha < 2 is false, as with alpha = 2)"
    )


def test_inside_a_block_of_the_design():
    def used(expression):
        body = Document(
            variables={"alpha": Variable(1), "beta": Variable(2)},
            nodes={
                "i": Node("i", BLOCK_INPUT, "x"),
                "c": Node("c", "conv", "conv", params={"filters": expression}),
                "o": Node("o", BLOCK_OUTPUT, "y"),
            },
            edges=(Edge("i", "c"), Edge("c", "o")),
        )
        document = design("filters", 8)
        node = Node(
            "n3", "own", "own", params={"alpha": "=alpha", "beta": "=2 * alpha"}
        )
        return Document(
            variables=document.variables,
            nodes={**document.nodes, "n3": node},
            edges=(*document.edges, Edge("n2", "n3")),
            definitions={"own": Definition("Own", body)},
        )

    assert messages(used("=8 if alpha < 2 else 'text'")) == [
        "in 'conv': filters is a whole number, not 'text' (where alpha < 2 is false, as with alpha = 2)"
    ]
    # What the use passes may follow from one variable outside.
    assert messages(used("=4 // (beta - 2) if alpha != 1 else 8")) == []


def test_many_long_expressions_come_to_an_end():
    """The work is bounded: where it is used up, branches are not looked at any more."""
    texts = [
        "=" + "".join(f"{n} if alpha < {n + m} else " for m in range(17)) + "8"
        for n in range(1, 401)
    ]
    assert all(len(text) < 500 for text in texts)
    nodes = {"n0": Node("n0", "image_input", "image")}
    for number, text in enumerate(texts, start=1):
        id = f"n{number}"
        nodes[id] = Node(id, "conv", f"row{number}", params={"filters": text})
    edges = tuple(Edge("n0", id) for id in list(nodes)[1:])
    document = Document(variables={"alpha": Variable(30)}, nodes=nodes, edges=edges)
    assert not analyse(document).errors

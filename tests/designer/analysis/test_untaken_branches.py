"""Branches of an expression that the present variables do not take: generated code holds them all."""

from dataclasses import replace

import pytest

from designer.analysis import analyse
from designer.analysis.tracing import trace_row
from designer.cli import main
from designer.model.branches import LAYERS
from designer.model.document import (
    BLOCK_INPUT,
    BLOCK_OUTPUT,
    Definition,
    Document,
    Edge,
    Node,
    Variable,
)
from designer.model.files import save

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


def grouped(alpha=1, **params):
    """An image, a convolution of 24 filters, and a grouped one."""
    document = design("filters", 24, alpha)
    node = Node("n3", "grouped_conv", "grouped", params=params)
    return replace(
        document,
        nodes={**document.nodes, "n3": node},
        edges=(*document.edges, Edge("n2", "n3")),
    )


@pytest.mark.parametrize(
    ("params", "message"),
    [
        (
            {"filters": "=24 if alpha < 2 else -8"},
            "filters is a whole number from 1, such as 8, not -8",
        ),
        (
            {"filters": "=24 if alpha < 2 else -alpha"},
            "filters is a whole number from 1, such as 8, not -2",
        ),
        (
            {"filters": "=24 if alpha < 2 else 0 * alpha"},
            "filters is a whole number from 1, such as 8, not 0",
        ),
        (
            {"kernel_size": "=3 if alpha < 2 else 0"},
            "kernel_size is one or two whole numbers from 1, such as 3 or (3, 3), not (0, 0)",
        ),
        (
            {"filters": 8, "groups": "=2 if alpha < 2 else 3"},
            "8 filters do not divide into 3 groups; 1, 2, 4 or 8 groups would",
        ),
        (
            {"filters": "=8 * alpha", "kernel_size": "=3 if alpha < 2 else -1"},
            "kernel_size is one or two whole numbers from 1, such as 3 or (3, 3), not (-1, -1)",
        ),
    ],
)
def test_a_branch_that_the_block_refuses(params, message, tmp_path, capsys):
    (found,) = messages(grouped(**params))
    assert found.split(": ", 1)[1] == (
        f"{message} (where alpha < 2 is false, as with alpha = 2)"
    )
    path = tmp_path / "net.design.json"
    save(grouped(**params), path)
    assert main(["check", str(path)]) == 1
    assert message in capsys.readouterr().out
    # The same as where the branch is taken.
    (taken,) = messages(grouped(alpha=2, **params))
    assert message in taken


@pytest.mark.parametrize(
    ("params", "alpha"),
    [
        # What a branch comes to may divide where the variables have other values.
        ({"filters": 35, "groups": "=alpha if alpha > 1 else 1"}, 1),
        ({"filters": "=24 if alpha < 2 else 5 * alpha", "groups": 4}, 1),
        # Expressions of a row go together.
        (
            {
                "filters": "=8 if alpha < 2 else 9",
                "groups": "=2 if alpha < 2 else 3",
            },
            1,
        ),
        # The input may follow from the same variable.
        ({"filters": 10, "groups": "=2 if alpha < 2 else 5"}, 1),
        ({"filters": 24, "kernel_size": "=3 if alpha < 2 else 300"}, 1),
        ({"filters": "=alpha if alpha > 0 else 24"}, 0),
    ],
)
def test_a_branch_that_the_block_may_work_with(params, alpha):
    assert messages(grouped(alpha=alpha, padding="valid", **params)) == []


def test_a_first_copy_that_the_block_refuses():
    document = design("filters", 8)
    row = Node("n3", "conv", "row", {"filters": 8}, repeat=2)
    row = replace(row, first={"strides": "=2 if alpha < 2 else -1"})
    document = replace(
        document,
        nodes={**document.nodes, "n3": row},
        edges=(*document.edges, Edge("n2", "n3")),
    )
    (message,) = messages(document)
    assert "strides" in message
    assert message.endswith("(where alpha < 2 is false, as with alpha = 2)")


def test_a_muted_row_is_not_called():
    document = grouped(filters="=24 if alpha < 2 else -8")
    muted = replace(document.nodes["n3"], muted=True)
    nodes = {**document.nodes, "n3": muted}
    assert messages(replace(document, nodes=nodes)) == []


def test_calls_of_blocks_are_bounded(monkeypatch):
    """A branch of many layers in every row: at some row they are not looked at any more."""
    called = []

    def counting(block, name, settings, wires, most):
        found = trace_row(block, name, settings, wires, most)
        called.append(found.layers)
        return found

    monkeypatch.setattr("designer.analysis.untaken.trace_row", counting)
    nodes = {"n0": Node("n0", "image_input", "image")}
    for number in range(1, 3000):
        id = f"n{number}"
        text = f"=8 if alpha < {number + 1} else {number}"
        nodes[id] = Node(id, "conv", f"row{number}", params={"filters": text})
    edges = tuple(Edge("n0", id) for id in list(nodes)[1:])
    document = Document(variables={"alpha": Variable(1)}, nodes=nodes, edges=edges)
    assert not analyse(document).errors
    assert len(called) > 100
    assert sum(called) <= LAYERS


def in_a_block(expression, parameter="filters", depth=1, **params):
    """A convolution in a block of the design, in another one, and so on; all have alpha from outside."""
    row = Node("c", "conv", "conv", params={parameter: expression})
    definitions = {}
    for level in range(depth):
        body = Document(
            variables={"alpha": Variable(1)},
            nodes={
                "i": Node("i", BLOCK_INPUT, "x"),
                "c": row,
                "o": Node("o", BLOCK_OUTPUT, "y"),
            },
            edges=(Edge("i", "c"), Edge("c", "o")),
        )
        definitions[f"own{level}"] = Definition("Own", body)
        row = Node("c", f"own{level}", f"own{level}", params={"alpha": "=alpha"})
    document = design("filters", 8)
    return replace(
        document,
        nodes={**document.nodes, "c": replace(row, **params)},
        edges=(*document.edges, Edge("n2", "c")),
        definitions=definitions,
    )


def test_a_block_of_the_design_that_refuses_a_branch():
    expression = "=8 if alpha < 2 else -8"
    assert messages(in_a_block(expression)) == [
        "in 'conv': Conv2D: filters is a whole number from 1, such as 8, not -8 "
        "(where alpha < 2 is false, as with alpha = 2)"
    ]
    assert messages(in_a_block("=8 if alpha < 2 else alpha")) == []
    (deep,) = messages(in_a_block("=3 if alpha < 2 else 0", "kernel_size", depth=20))
    assert "not (0, 0) (where alpha < 2 is false, as with alpha = 2)" in deep


def test_calls_for_branches_are_not_counted_as_layers():
    document = in_a_block("=8 if alpha < 2 else 2 * alpha", depth=2, repeat=3)
    plain = in_a_block("=8", depth=2, repeat=3)
    assert analyse(document).nodes["c"].outcome.layers == (
        analyse(plain).nodes["c"].outcome.layers
    )
    assert analyse(document).total == analyse(plain).total

"""Designs in which every name and text is one that a user may choose, good or bad."""

from __future__ import annotations

import builtins
import inspect
import keyword
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from designer.analysis import Analysis, analyse
from designer.codegen import generate
from designer.export.expected import expected
from designer.export.source_check import check_source
from designer.export.worker.proving import disagreements
from designer.model.document import (
    Definition,
    Document,
    Edge,
    Frame,
    Node,
    Note,
    Variable,
)
from designer.model.files import FileError, dumps, loads

# What TensorFlow 2.21 says of a name that it refuses, of a model and of a layer.
SCOPE = re.compile(r"[A-Za-z0-9.][A-Za-z0-9_.\\/>-]*")

PYTHONS = (*keyword.kwlist, *keyword.softkwlist, *dir(builtins))
# Of these, names that code is likely to call, and some of each other kind.
COMMON = (
    *(
        "None",
        "True",
        "class",
        "import",
        "lambda",
        "match",
        "case",
        "type",
        "abs",
        "all",
    ),
    *(
        "bool",
        "dict",
        "dir",
        "enumerate",
        "eval",
        "exec",
        "float",
        "getattr",
        "id",
        "input",
    ),
    *(
        "int",
        "len",
        "list",
        "map",
        "max",
        "min",
        "next",
        "object",
        "open",
        "print",
        "range",
    ),
    *(
        "round",
        "set",
        "sorted",
        "str",
        "sum",
        "super",
        "tuple",
        "vars",
        "zip",
        "compile",
    ),
    *("ValueError", "NotImplemented", "__import__", "__name__", "__build_class__"),
)
FRAMEWORKS = (
    *("keras", "layers", "ops", "math", "typing", "tensorflow", "tf", "np", "backend"),
    *("GroupedConv2D", "Conv2D", "Model", "Input", "inputs", "outputs", "training"),
    *("mask", "call", "build", "self", "cls", "args", "kwargs", "Layer", "serve"),
    *("serving_default", "keras_tensor", "signature_wrapper", "trainable", "dtype"),
)
OWN = (
    *("build_model", "on_slow_cpu", "x", "i", "name", "row", "repeats", "n", "network"),
    *("round_channels", "round_repeats", "ceil", "floor", "conv_bn", "add", "unit"),
    *("design_x", "x_value", "layers_value", "other_filters", "filters", "row_n", "y"),
)
UNICODE = (
    *(
        "é",
        "e\u0301",
        "网络",
        "网络 v2",
        "ﬁlters",
        "ｌａｙｅｒｓ",
        "ſelf",
        "שלום",
        "مرحبا",
    ),
    *(
        "👩\u200d💻",
        "\u202egnp.exe",
        "a\u2066b\u2069",
        "\u200b",
        "\ufeffnet",
        "µ",
        "K",
        "²",
    ),
)
PUNCTUATION = (
    *(
        "-",
        "_",
        "_net",
        "__init__",
        "1net",
        ".",
        ".net",
        "a.b",
        "a/b",
        "a\\b",
        "a>b",
        "a b",
    ),
    *(
        "my net (v2)",
        "'",
        '"',
        '"""',
        'a"""\\',
        "{name}",
        "%s",
        "a\0b",
        "a\x1b[1mb",
        "\x85",
    ),
    *(
        "a\nb",
        "\u2028",
        "#",
        "# between two definitions\n",
        "",
        " ",
        "\t",
        "=1",
        "@",
        "a" * 100,
    ),
    *(
        "a" * 101,
        "a" * 300,
        "_" * 300,
        "é" * 300,
        "\\N{BULLET}",
        "1e-06",
        "layers.GroupedConv2D",
    ),
)
NAMES = tuple(dict.fromkeys((*COMMON, *FRAMEWORKS, *OWN, *UNICODE, *PUNCTUATION)))

IMAGE = Node("image", "image_input", "image", params={"height": 8, "width": 8})


def chain(nodes: Sequence[Node], **more) -> Document:
    """An image and nodes one behind the other."""
    row = [IMAGE, *nodes]
    edges = [Edge(a.id, b.id) for a, b in pairwise(row)]
    return Document("net", nodes={n.id: n for n in row}, edges=tuple(edges), **more)


def _body(port: str = "in0", parameter: str = "width", end: str = "out0") -> Document:
    nodes = (
        Node("in", "block_input", port),
        Node("conv", "conv", "conv", params={"filters": f"=4 * {parameter}"}),
        Node("out", "block_output", end),
    )
    edges = (Edge("in", "conv"), Edge("conv", "out"))
    variables = {parameter: Variable(1)}
    return Document("Unit", variables, {n.id: n for n in nodes}, edges)


def of_variables(names: Sequence[str]) -> Document:
    """Each variable sets one row, and one that follows from it another."""
    given = {name: Variable(1, note=f"is called {name}.") for name in names}
    derived = {f"{name[:90]}_twice": Variable(f"=2 * {name}") for name in names[:9]}
    nodes = [
        Node(f"n{place}", "conv", f"row{place}", params={"filters": f"=4 * {name}"})
        for place, name in enumerate([*given, *derived])
    ]
    return chain(nodes, variables=given | derived)


def of_derived_variables(names: Sequence[str]) -> Document:
    """Variables that follow from another one."""
    variables = {"base": Variable(1), **{n: Variable("=base + 1") for n in names}}
    nodes = [
        Node(f"n{place}", "conv_bn", f"row{place}", params={"filters": f"=4 * {name}"})
        for place, name in enumerate(names)
    ]
    return chain(nodes, variables=variables)


def of_nodes(names: Sequence[str]) -> Document:
    """Each name is a row's, and every fourth is read again later."""
    nodes = [
        Node(
            f"n{place}",
            ("conv", "ReLU", "conv", "dropout")[place % 4],
            name,
            repeat=1 + place % 3 % 2,
        )
        for place, name in enumerate(names)
    ]
    design = chain([*nodes, Node("end", "Concatenate", "the_end")])
    ends = tuple(
        Edge(node.id, "end")
        for place, node in enumerate(nodes)
        if place % 4 == 0 and node is not nodes[-1]
    )
    return replace(design, edges=(*design.edges, *ends))


def of_inputs(names: Sequence[str]) -> Document:
    """Each name is an input's."""
    nodes = [replace(IMAGE, id=f"n{k}", name=name) for k, name in enumerate(names)]
    join = Node("join", "Concatenate", "the_join")
    edges = tuple(Edge(node.id, "join") for node in nodes)
    return Document("net", nodes={n.id: n for n in (*nodes, join)}, edges=edges)


def of_outputs(names: Sequence[str]) -> Document:
    """Each name is that of an output of the network."""
    heads = [
        Node(f"n{k}", "conv", name, params={"filters": 1 + k})
        for k, name in enumerate(names)
    ]
    edges = tuple(Edge(IMAGE.id, head.id) for head in heads)
    return Document("net", nodes={n.id: n for n in (IMAGE, *heads)}, edges=edges)


def of_blocks(names: Sequence[str]) -> Document:
    """Each name is that of a block of the design's own, which is used twice."""
    made = {name: Definition(name or "Unit", _body()) for name in names}
    nodes = [
        Node(f"n{place}", block, f"row{place}", params={"width": 1 + place % 2})
        for place, block in enumerate([*made, *made])
    ]
    return chain(nodes, definitions=made)


def of_parameters(names: Sequence[str]) -> Document:
    """Each name is that of a parameter of a block of the design's own; its uses make a table."""
    made = {
        f"unit{place}": Definition("Unit", _body(parameter=name))
        for place, name in enumerate(names)
    }
    nodes = [
        Node(
            f"n{place}_{use}",
            f"unit{place}",
            f"row{place}_at{use}",
            params={name: 1 + use},
            repeat=use,
        )
        for place, name in enumerate(names)
        for use in (1, 2, 3)
    ]
    return chain(nodes, definitions=made)


def of_ports(names: Sequence[str]) -> Document:
    """Each name is that of an input port of a block of the design's own, and of an output port of another."""
    made = {
        f"unit{2 * k + side}": Definition("Unit", _body(**{key: name}))
        for k, name in enumerate(names)
        for side, key in enumerate(("port", "end"))
    }
    nodes = [Node(f"n{k}", block, f"row{k}") for k, block in enumerate(made)]
    return chain(nodes, definitions=made)


KINDS: dict[str, Callable[[Sequence[str]], Document]] = {
    "variables": of_variables,
    "derived variables": of_derived_variables,
    "nodes": of_nodes,
    "inputs": of_inputs,
    "outputs": of_outputs,
    "blocks": of_blocks,
    "parameters": of_parameters,
    "ports": of_ports,
}


def texts(text: str) -> Document:
    """A design with one text in every place that takes any text."""
    definition = Definition(text or "Unit", _body(), note=text)
    variables = {
        "width": Variable(1, note=text),
        "text": Variable(text.lstrip("=")[:500]),
    }
    frame, at, size = Frame("f1", text, (0, 0), (100, 100)), (0, 0), (100, 100)
    design = chain(
        [
            Node(
                "conv",
                "grouped_conv",
                "conv",
                params={"filters": "=3 * width", "groups": 3},
            ),
            Node("unit", "unit", "unit"),
        ],
        variables=variables,
        definitions={"unit": definition},
        frames=(frame,),
        notes=(Note("m1", text, at, size),),
    )
    return replace(design, name=text or "net")


def checked(document: Document) -> Analysis | None:
    """The analysis of what a file of the design holds; None if it does not open, or has errors."""
    try:
        analysis = analyse(loads(dumps(document)))
    except FileError:
        return None
    return None if analysis.errors else analysis


@cache
def passing(kind: str, names: tuple[str, ...] = NAMES) -> list[str]:
    """The names that `check` passes for a kind of thing, each alone and together."""
    alone = [name for name in names if checked(KINDS[kind]([name]))]
    if kind != "inputs":
        return alone
    small = [
        name.lower() for name in alone
    ]  # a SavedModel has its inputs in small letters
    return [n for place, n in enumerate(alone) if n.lower() not in small[:place]]


def run_and_compare(analysis: Analysis) -> Callable[..., object]:
    """Run the design's file, and hold the network against the analysis; the file's `build_model`."""
    source = generate(analysis).source
    check_source(source)
    scope: dict[str, Callable[..., object]] = {"__name__": "network"}
    exec(compile(source, "network.py", "exec"), scope)
    build_model = scope["build_model"]
    compare(build_model(), analysis)
    return build_model


def compare(model, analysis: Analysis) -> None:
    """Hold a network against the analysis, and its names against what TensorFlow takes."""
    assert list(disagreements(model, expected(analysis))) == []
    assert model.count_params() == analysis.total.params
    for name in (model.name, *(layer.name for layer in model.layers)):
        assert SCOPE.fullmatch(name), name


def check_family(analysis: Analysis) -> None:
    """Each argument of `build_model` sets the variable that it stands for."""
    document = analysis.document
    build_model = run_and_compare(analysis)
    given = [
        name
        for name, variable in document.variables.items()
        if not str(variable.value).startswith("=")
    ]
    arguments = list(inspect.signature(build_model).parameters)
    values = {name: 1 + place % 5 for place, name in enumerate(given)}
    variables = {name: Variable(value) for name, value in values.items()}
    changed = replace(document, variables={**document.variables, **variables})
    named = dict(zip(arguments, values.values(), strict=True))
    compare(build_model(**named), analyse(changed))

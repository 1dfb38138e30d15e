"""The functions that are written for a design: `build_model`, and one for each composite block."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence

from designer.analysis.report import Analysis
from designer.codegen.keras_versions import ANY, least_keras
from designer.codegen.name import ROUNDING, Named, NamedBody
from designer.codegen.program import Function, Import, Meaning, Own, Program
from designer.codegen.prose import docstring, model_name, notes, prose
from designer.codegen.translate.calls import Called, assigned, read
from designer.codegen.translate.expressions import python
from designer.codegen.translate.statements import Statements
from designer.codegen.trees import join_return, loaded, one_or_tuple

# Layers take their data format from the user's keras.json, and blocks are written for channels last.
CHANNELS_LAST = """
if keras.config.image_data_format() != "channels_last":
    raise ValueError("needs keras.config.set_image_data_format('channels_last')")
"""


def translate(named: Named) -> Program:
    """A design's own functions, `build_model` first."""
    blocks = named.collected.blocks
    called = {
        id: Called(
            blocks[id],
            function,
            named.bodies[id].renamed if id in named.bodies else {},
        )
        for id, function in named.functions.items()
    }
    scope: dict[str, Meaning] = {
        "keras": Import("keras"),
        "layers": Import("keras", "layers"),
        "ops": Import("keras", "ops"),
        "math": Import("math"),
        **{named.library.get(f, name): f for name, f in ROUNDING.items()},
    }
    for id, one in called.items():
        scope[one.function] = Own(id) if id in named.bodies else one.block.function
    functions = [
        _composite(id, named, called, scope)
        if id
        else _build_model(named, called, scope)
        for id in named.bodies
    ]
    return Program(_file_docstring(named.collected.analysis), functions, named.library)


def _build_model(
    named: Named, called: Mapping[str, Called], scope: Mapping[str, Meaning]
) -> Function:
    body, analysis = named.bodies[""], named.collected.analysis
    network = Statements(named, "", called)
    statements = _with_derived(body, network.written())
    used = _names_read(statements)
    aliases = [
        assigned([inside], read(name))
        for name in body.arguments
        if (inside := body.inside.get(name)) in used
    ]
    model = ast.Attribute(read("keras"), "Model", ast.Load())
    name = ast.keyword("name", ast.Constant(model_name(analysis.document.name)))
    ends = [_one_or_list(network.inputs), _one_or_list(network.results)]
    tree = _function(
        "build_model",
        [
            *ast.parse(CHANNELS_LAST).body,
            *aliases,
            *statements,
            ast.Return(ast.Call(model, ends, [name])),
        ],
    )
    tree.args.args = [ast.arg(name) for name in body.arguments]
    tree.args.defaults = [python(v.value) for v in body.arguments.values()]
    about = f"Build {prose(analysis.document.name, 'the network')}."
    doc = docstring(about, notes(body.arguments, body.renamed))
    return Function(Own(), tree, scope, doc)


def _composite(
    id: str, named: Named, called: Mapping[str, Called], scope: Mapping[str, Meaning]
) -> Function:
    body, definition = named.bodies[id], named.collected.document.definitions[id]
    network = Statements(named, id, called)
    statements = _with_derived(body, network.written())
    value = one_or_tuple([*map(read, network.results)])
    tree = _function(named.functions[id], [*statements, ast.Return(value)])
    tree.args.args = [ast.arg(name) for name in network.inputs]
    tree.args.kwonlyargs = [ast.arg(name) for name in (*body.arguments, "name")]
    tree.args.kw_defaults = [*(python(v.value) for v in body.arguments.values()), None]
    title = prose(definition.note.strip().partition("\n\n")[0], definition.title, id)
    about = title if title.endswith(".") else f"{title}."
    doc = docstring(about, notes(body.arguments, body.renamed))
    return Function(Own(id), join_return(tree), scope, doc)


def _with_derived(body: NamedBody, statements: list[ast.stmt]) -> list[ast.stmt]:
    """The statements, after the assignments of the derived variables that they read."""
    used = _names_read(statements)
    for name, value in reversed([*body.derived.items()]):
        if name in used:
            statements = [assigned([name], python(value)), *statements]
            used.update(loaded(statements[0]))
    return statements


def _names_read(statements: Iterable[ast.stmt]) -> set[str]:
    return {name for statement in statements for name in loaded(statement)}


def _function(name: str, body: list[ast.stmt]) -> ast.FunctionDef:
    none = ast.arguments([], [], None, [], [], None, [])
    return ast.FunctionDef(name, none, body, [], lineno=0)


def _one_or_list(names: Sequence[str]) -> ast.expr:
    if len(names) == 1:
        return read(names[0])
    return ast.List([*map(read, names)], ast.Load())


def _file_docstring(analysis: Analysis) -> str:
    total = analysis.total
    least = least_keras(analysis)
    needs = "Keras 3" if least == ANY else f"Keras {least[0]}.{least[1]} or newer"
    return (
        f'"""{prose(analysis.document.name, "Network")}: {total.params:,} parameters, '
        f"{total.macs:,} multiply-accumulates an image.\n\n"
        f'Designed with Channelwise; needs {needs} alone.\n"""'
    )

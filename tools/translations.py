"""Every text that a user may see, found in the program: what translators translate, and what the test asks for.

    python -m tools.translations            adds new texts to the files here, and removes unused ones
    python -m tools.translations --check    lists what has no translation yet; exit code 1 if there is any

The window and the canvas mark their texts with `tr` and `later`. Tables say theirs as they are imported. What comes
from below is every sentence in the source, an f-string as a pattern with `{holes}`.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from inspect import cleandoc
from pathlib import Path
from xml.etree import ElementTree as Xml

from blocks.catalog import catalog
from designer.analysis.measures import MEASURES
from designer.app.command import commands, menu_titles
from designer.app.panel import panels
from designer.app.text.languages import FOLDER, LANGUAGES, OWN, SENTENCES
from designer.canvas.values.translation import HOLE
from templates import gallery

ROOT = Path(__file__).parents[1]
WINDOW = "designer/app", "designer/canvas"
BELOW = (
    "designer/model",
    "designer/analysis",
    "designer/codegen",
    "designer/export",
    "designer/opening.py",
    "designer/layout.py",
    "blocks",
    "templates",
)
MARKS = "tr", "later"
SAYING = "apply", "attempt", "say", "edit", "refuse", "Notice"  # told where it is shown
WORD = re.compile(r"[A-Za-z]{2,}")
# Expressions, code, papers by their authors and years: the same in every language.
UNTOLD = re.compile(
    r"^=|^\"|^ {4}|\(\?:|^ *(def|for|from|return|#) |^(if|import) \{|\n|%s|^\w+\(.*\)$| or \w+\(| if \w+ [<=>]"
    r"|: the layer's name"
    r"|(et al\.|and \w+|^\w+) \d{4}|keras\.applications|_PAPER\}|\{PAPER\}"
)
# Names of threads and of matplotlib's coordinates, and what is logged.
UNSEEN = {
    "a callback failed after its job was done",
    "export worker",
    "offset points",
    "worker chatter",
    "worker output",
}
LISTED = "{first} and {last}"  # names in a sentence, joined by " and "
HEADER = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def texts() -> Mapping[str, set[str]]:
    """All texts by context: the window's own, and the sentences of what lies below it."""
    own = {text for path in _modules(WINDOW) for text in marked(_tree(path))}
    below = {text for path in _modules(BELOW) for text in sentences(_tree(path))}
    below |= {text for path in _modules(WINDOW) for text in _said(_tree(path))}
    tables = set(_table_texts())
    own |= tables
    below.add(LISTED)
    below |= set(_library_texts())
    whole = {text for text in own if not HOLE.search(text)}
    return {OWN: own - {""}, SENTENCES: below - tables - whole - UNSEEN - {""}}


def _modules(places: tuple[str, ...]) -> Iterator[Path]:
    for place in places:
        path = ROOT / place
        yield from sorted(path.rglob("*.py")) if path.is_dir() else (path,)


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def marked(tree: ast.AST) -> Iterator[str]:
    """The texts in `tr` and `later`, and those of shortcuts."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        texts = node.args[:1] if _called(node) in MARKS else []
        if _called(node) == "Shortcut":
            texts = [*node.args, *(keyword.value for keyword in node.keywords)]
        for text in texts:
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield text.value


def sentences(tree: ast.AST) -> Iterator[str]:
    """What reads as a sentence, or as a piece of one, and is no docstring."""
    done = _docstrings(tree)
    for node in ast.walk(tree):
        if node in done or not isinstance(node, ast.expr):
            continue
        text = pattern_of(node)
        if text is None:
            continue
        done.update(ast.walk(node))
        if _reads(text):
            yield text
        yield from _choices_in(node)


def _said(tree: ast.AST) -> Iterator[str]:
    """Sentences of the window that are told where they are shown: notices, refusals, names of edits."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) in SAYING:
            for argument in node.args:
                if not isinstance(argument, ast.Lambda):
                    yield from sentences(argument)
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in (
            "label",
            "sentence",
        ):
            yield from sentences(node.value)


def pattern_of(node: ast.expr) -> str | None:
    """A literal as it is; an f-string, or a sum with text in it, with a hole for what varies."""
    holes: list[str] = []

    def hole(expression: ast.expr) -> str:
        called = re.findall(r"[A-Za-z_]\w*", ast.unparse(expression)) or ["it"]
        name = base = called[-1].strip("_") or "it"
        while name in holes:
            name = f"{base}{len(holes)}"
        holes.append(name)
        return f"{{{name}}}"

    def text(part: ast.expr) -> str | None:
        if isinstance(part, ast.Constant):
            return part.value if isinstance(part.value, str) else None
        if isinstance(part, ast.JoinedStr):
            return "".join(
                hole(value.value)
                if isinstance(value, ast.FormattedValue)
                else str(getattr(value, "value", ""))
                for value in part.values
            )
        if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Add):
            left, right = text(part.left), text(part.right)
            if left is None and right is None:
                return None
            first = hole(part.left) if left is None else left
            return first + (hole(part.right) if right is None else right)
        return None

    return text(node)


def _choices_in(node: ast.expr) -> Iterator[str]:
    """Words of which an f-string takes one or the other."""
    for part in ast.walk(node):
        if isinstance(part, ast.IfExp):
            for choice in (part.body, part.orelse):
                if isinstance(choice, ast.Constant) and isinstance(choice.value, str):
                    yield choice.value if WORD.search(choice.value) else ""
                elif isinstance(choice, ast.JoinedStr):
                    yield from sentences(choice)


def _reads(text: str) -> bool:
    plain = re.sub(r"\{\w+\}", " ", text)
    words = WORD.findall(plain)
    least = 1 if HOLE.search(text) else 2
    return len(words) >= least and " " in text.strip() and not UNTOLD.search(text)


def _docstrings(tree: ast.AST) -> set[ast.AST]:
    return {
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }


def _called(call: ast.Call) -> str:
    return str(getattr(call.func, "id", getattr(call.func, "attr", "")))


def _table_texts() -> Iterator[str]:
    """What commands, panels and measured quantities are called."""
    yield from menu_titles()
    for command in commands().values():
        yield from (command.text, command.tip, *command.menu.split("/")[2:])
    for panel in panels().values():
        yield panel.title
    for measure in MEASURES.values():
        yield from measure.texts


def paragraphs(doc: str) -> Iterator[str]:
    """A docstring up to its arguments, as running text."""
    for paragraph in cleandoc(doc).partition("\nArgs:")[0].split("\n\n"):
        yield " ".join(paragraph.split())


def _library_texts() -> Iterator[str]:
    """What blocks and templates are called, and what is said of them and of their parameters."""
    for block in catalog().values():
        yield from (block.title, block.category, *paragraphs(block.doc))
        for parameter in block.parameters.values():
            yield parameter.help
    for template in gallery().values():
        yield from (template.title, *paragraphs(template.description))
        for option in template.options:
            yield option.help


# The files


def translated(path: Path) -> dict[str, dict[str, str]]:
    """The translations of a file by context and English text; empty where there is none yet."""
    if not path.exists():
        return {}
    return {
        context.findtext("name", ""): {
            message.findtext("source", ""): message.findtext("translation") or ""
            for message in context.iter("message")
        }
        for context in Xml.parse(path).getroot().iter("context")
    }


def write(path: Path, language: str, found: Mapping[str, set[str]]) -> None:
    """Write a file for `found` with the translations that it has."""
    old = translated(path)
    known = {text: other for pairs in old.values() for text, other in pairs.items()}
    root = Xml.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for name, all_texts in found.items():
        context = Xml.SubElement(root, "context")
        Xml.SubElement(context, "name").text = name
        for text in sorted(all_texts):
            message = Xml.SubElement(context, "message")
            Xml.SubElement(message, "source").text = text
            other = Xml.SubElement(message, "translation")
            other.text = known.get(text, "")
            if not other.text:
                other.set("type", "unfinished")
    Xml.indent(root, " ")
    body = Xml.tostring(root, encoding="unicode")
    path.write_text(f"{HEADER}{body}\n", encoding="utf-8")


def missing(path: Path) -> list[str]:
    """The texts of the program that a file does not translate, in order."""
    known = translated(path)
    return sorted(
        text
        for context, wanted in texts().items()
        for text in wanted
        if not known.get(context, {}).get(text)
    )


def check() -> int:
    """Print what is not translated; returns 1 if there is anything, else 0."""
    lines = [
        f"{path.name}: not translated: {text!r}"
        for path in _files()
        for text in missing(path)
    ]
    print("\n".join([*lines, f"{len(lines)} texts are not translated"]))
    return 1 if lines else 0


def update() -> int:
    """Bring the files up to date with the program; returns 0."""
    found = texts()
    for path in _files():
        write(path, path.stem.removeprefix("channelwise_"), found)
        print(f"{path.name}: {len(missing(path))} texts to translate")
    return 0


def _files() -> list[Path]:
    return [
        Path(str(FOLDER), f"channelwise_{name}.ts")
        for name in LANGUAGES
        if name != "en"
    ]


if __name__ == "__main__":
    sys.exit(check() if "--check" in sys.argv[1:] else update())

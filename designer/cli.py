"""The command line: everything that needs no window.

Exit codes: 0 clean, 1 errors in the design, 2 unreadable or bad usage, 3 a bug of ours, 130 cancelled.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from blocks.catalog import catalog
from designer.analysis import Analysis, analyse
from designer.analysis.issues import Issue
from designer.analysis.notes import notes
from designer.analysis.serialise import issues, summary
from designer.analysis.text import (
    issue_line,
    issues_text,
    notes_text,
    summary_text,
    table,
)
from designer.arguments import Command, parse
from designer.model.edits import Refusal
from designer.model.files import FileError, dumps, save
from designer.model.plain import json_lines, line
from designer.opening import UsageError, document_of, template_of
from templates import Template, TemplateError, gallery

CLEAN, FAULTY, UNUSABLE, BUG, CANCELLED = 0, 1, 2, 3, 130


def main(
    arguments: Sequence[str] | None = None,
    others: Mapping[str, Command] | None = None,
) -> int:
    """Run a command and return its exit code; no exception leaves this function.

    Args:
        arguments: the command line without the program's name.
        others: the commands that need more than this module may import: `open` and `tour`.
    """
    commands: Mapping[str, Command] = {
        "templates": _templates,
        "blocks": _blocks,
        "new": _new,
        "check": _check,
        "summary": _summary,
        "export": _export,
        **(others or {}),
    }
    for stream in sys.stdout, sys.stderr:
        if isinstance(stream, io.TextIOWrapper):  # names may hold what it cannot write
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(commands, sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()  # a reader that has gone is met here, not at exit
        return code
    except BrokenPipeError:
        _mute()
        return CLEAN
    except KeyboardInterrupt:
        complain("cancelled; nothing has been left behind")
        return CANCELLED
    except (UsageError, FileError, TemplateError, Refusal) as error:
        complain(str(error))
        return UNUSABLE
    except OSError as error:  # a full disk behind standard output, no memory left
        _mute()
        complain(error.strerror or str(error))
        return UNUSABLE
    except Exception as error:
        return _report_bug(error)


def _run(commands: Mapping[str, Command], arguments: Sequence[str]) -> int:
    try:
        options = parse(arguments, commands)
    except SystemExit as end:  # argparse has printed the help or the version
        return int(end.code or 0)
    return commands[options.command](options)


def _mute() -> None:
    """Nobody reads standard output: what is left in its buffer must not be tried again at exit."""
    with contextlib.suppress(OSError, ValueError):  # it is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(message: str) -> None:
    """Say one sentence on standard error."""
    print(f"channelwise: {line(message)}", file=sys.stderr)


@contextlib.contextmanager
def _collecting_rarely() -> Iterator[None]:
    """Look for cycles rarely: an analysis hardly makes any, and looking took a fifth of a large one's time."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


# Commands


def _templates(options: Namespace) -> int:
    found = gallery().values()
    if options.json:
        return _print_json([_template(each) for each in found])
    rows = [(each.id, each.title, _defaults(each)) for each in found]
    print(table([("template", "title", "options"), *rows]))
    return CLEAN


def _template(template: Template) -> dict[str, Any]:
    return {
        "id": template.id,
        "title": template.title,
        "family": template.family,
        "source": template.source,
        "year": template.year,
        "description": template.description,
        "options": [
            {
                "name": option.name,
                "default": option.default,
                "type": option.type.__name__,
                "minimum": option.minimum,
                "maximum": option.maximum,
                "choices": list(option.choices),
                "help": option.help,
            }
            for option in template.options
        ],
        "published": [
            {
                "options": dict(each.options),
                "params": each.params,
                "macs": each.macs,
                "top1": each.top1,
                "source": each.source,
            }
            for each in template.published
        ],
    }


def _defaults(template: Template) -> str:
    return " ".join(f"{option.name}={option.default}" for option in template.options)


def _blocks(options: Namespace) -> int:
    found = catalog().values()
    if not options.json:
        rows = [(each.id, each.category, each.summary) for each in found]
        print(table([("block", "category", "what it is"), *rows]))
        return CLEAN
    return _print_json(
        [
            {
                "id": block.id,
                "title": block.title,
                "category": block.category,
                "source": block.source,
                "summary": block.summary,
                "inputs": [{"name": p.name, "many": p.many} for p in block.inputs],
                "outputs": list(block.outputs),
                "parameters": [
                    {
                        "name": parameter.name,
                        "type": getattr(parameter.type, "__name__", "any"),
                        "default": parameter.default,
                        "choices": list(parameter.choices),
                        "help": parameter.help,
                    }
                    for parameter in block.parameters.values()
                ],
            }
            for block in found
        ]
    )


def _new(options: Namespace) -> int:
    template = template_of(options.template)
    document = template.document(**options.set)
    if options.output == "-":
        print(json_lines(dumps(document)), end="")
        return CLEAN
    if os.path.lexists(options.output) and not options.force:
        raise UsageError(f"{options.output} is there already; --force replaces it")
    save(document, options.output)
    return CLEAN


@_collecting_rarely()
def _check(options: Namespace) -> int:
    analysis = _analysed(options)
    warnings = len(analysis.issues) - len(analysis.errors)
    if options.json:
        _print_json(
            {
                "name": analysis.document.name,
                "errors": len(analysis.errors),
                "warnings": warnings,
                "issues": issues(analysis.issues),
                "notes": list(notes(analysis)),
            }
        )
    elif analysis.issues:
        print(issues_text(analysis))
    else:
        name = line(analysis.document.name)
        print(f"{name}: {len(analysis.order)} rows, no errors")
    if not options.json and (said := notes_text(analysis)):
        print(said)
    return _verdict(analysis)


@_collecting_rarely()
def _summary(options: Namespace) -> int:
    analysis = _analysed(options)
    if options.json:
        _print_json(summary(analysis))
    else:
        print(summary_text(analysis))
    return _verdict(analysis)


def _export(options: Namespace) -> int:
    analysis = _analysed(options)
    if analysis.errors:
        first, *others = analysis.errors
        more = f" (and {len(others)} more: see channelwise check)" if others else ""
        complain(f"not exported: {issue_line(analysis, first)}{more}")
        return _verdict(analysis, said=True)
    from designer.terminal import export_on_terminal  # late: only this needs the worker

    chosen = options.grouped_conv
    settings = {"grouped_conv": chosen} if chosen else {}
    export_on_terminal(analysis, options.to, options.output, settings, options.proof)
    return CLEAN


# What commands share


def _analysed(options: Namespace) -> Analysis:
    """The analysis of what a command names. An empty design, with which the window begins, is an error here."""
    analysis = analyse(document_of(options.source, options.set))
    if analysis.document.nodes:
        return analysis
    message = "the design is empty: an image and a block make a network"
    empty = Issue("empty", "error", None, message)
    return replace(analysis, issues=(*analysis.issues, empty))


def _verdict(analysis: Analysis, *, said: bool = False) -> int:
    """The exit code that an analysis deserves. A block that is not known here counts as unreadable."""
    unknown = [issue for issue in analysis.errors if issue.code == "unknown_block"]
    if unknown and not said:
        complain(issue_line(analysis, unknown[0]))
    if unknown:
        return UNUSABLE
    return FAULTY if analysis.errors else CLEAN


def _print_json(value: object) -> int:
    utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json_lines(json.dumps(value, indent=2, ensure_ascii=not utf8)))
    return CLEAN


def _report_bug(error: Exception) -> int:
    """One sentence, and the traceback where it can be found."""
    import tempfile

    with tempfile.NamedTemporaryFile(
        "w", prefix="channelwise-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        traceback.print_exception(error, file=log)
    complain(
        f"this should not have happened: {type(error).__name__}; the details are in {log.name}"
    )
    return BUG

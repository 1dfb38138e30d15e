"""The command line's arguments: what there is, and one sentence for what there is not."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NoReturn

from designer import __version__
from designer.model.rules import did_you_mean
from designer.opening import UsageError

Command = Callable[[argparse.Namespace], int]

_DESCRIPTION = """Design convolutional networks by hand, and take away Keras code that runs.
Without a command: the window."""
_EXIT_CODES = "Exit codes: 0 clean, 1 errors in the design, 2 unreadable or bad usage."


class _Parser(argparse.ArgumentParser):
    """Raises the sentence in place of printing the usage and ending the program."""

    def error(self, message: str) -> NoReturn:
        command = self.prog.partition(" ")[2]
        raise UsageError(f"{command}: {message}" if command else message)


def parse(arguments: Sequence[str], commands: Iterable[str]) -> argparse.Namespace:
    """The arguments of a command, whose name is `command`.

    Args:
        commands: those that can be run.

    Raises:
        UsageError: one sentence, with what was probably meant.
    """
    parser, parsers = _parser()
    known = sorted(set(commands) & set(parsers))
    named = arguments[0] if arguments else None
    if named is None:
        raise UsageError(f"say which command: {', '.join(known)}")
    if named.startswith("-") and named not in ("-h", "--help", "--version"):
        raise UsageError(f"the command comes first, then '{named}'")
    if not named.startswith("-") and named not in known:
        hint = did_you_mean(named, known) or f"; there are {', '.join(known)}"
        raise UsageError(f"there is no command '{named}'{hint}")
    options, rest = parser.parse_known_args(list(arguments))
    if rest:
        raise UsageError(_superfluous(rest[0], options.command, parsers))
    if hasattr(options, "set"):
        options.set = dict(options.set)
    return options


def _parser() -> tuple[argparse.ArgumentParser, Mapping[str, argparse.ArgumentParser]]:
    parser = _Parser(
        prog="channelwise",
        description=_DESCRIPTION,
        epilog=_EXIT_CODES,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, does: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name,
            help=does,
            description=f"{does[0].upper()}{does[1:]}.",
            allow_abbrev=False,
        )

    window = command("open", "open the window with a design or a template")
    window.add_argument("source", nargs="?", metavar="FILE|TEMPLATE")
    _add_set(window)
    tour = command("tour", "show what it does, without a display")
    tour.add_argument(
        "-o",
        "--output",
        metavar="FOLDER",
        help="where its files go; a new temporary folder by default",
    )
    for name, does in (
        ("templates", "list the templates"),
        ("blocks", "list the blocks"),
    ):
        _add_json(command(name, does))
    new = command("new", "write a template's design as a file")
    new.add_argument("template", metavar="TEMPLATE")
    _add_set(new)
    _add_output(new, "FILE", "the design's file; - prints it")
    new.add_argument(
        "--force", action="store_true", help="replace a file that is there"
    )
    for name, does in (
        ("check", "say what is wrong with a design, and what would mend it"),
        ("summary", "list a design's rows with their shapes and costs"),
    ):
        reader = command(name, does)
        _add_source(reader)
        _add_json(reader)
    export = command("export", "write code or a model, proven to be the design's")
    _add_source(export)
    export.add_argument(
        "--to",
        required=True,
        metavar="FORMAT",
        help="such as py or savedmodel; for one that there is not, all are named",
    )
    _add_output(export, "PATH", "what to write; a file that is there is replaced")
    export.add_argument(
        "--proof",
        action="store_true",
        help="store the proof beside it, as PATH.proof.json",
    )
    export.add_argument(
        "--grouped-conv",
        choices=("fast", "plain"),
        help="grouped convolutions as GroupedConv2D, fast to train on a CPU, or as plain Conv2D(groups=...); "
        "by default fast for py, plain for what other programs read",
    )
    export.add_argument(
        "--plain-conv",
        dest="grouped_conv",
        action="store_const",
        const="plain",
        help="the same as --grouped-conv plain",
    )
    return parser, commands.choices


def _add_source(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="FILE|TEMPLATE")
    _add_set(parser)


def _add_set(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        type=_setting,
        metavar="NAME=VALUE",
        help="an option of the template, or a variable of the file's design",
    )


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")


def _add_output(parser: argparse.ArgumentParser, what: str, does: str) -> None:
    parser.add_argument("-o", "--output", required=True, metavar=what, help=does)


def _setting(typed: str) -> tuple[str, str]:
    name, sign, value = typed.partition("=")
    if not (sign and name and value):
        raise argparse.ArgumentTypeError(
            f"'{typed}' is not NAME=VALUE, such as alpha=0.5"
        )
    return name, value


def _superfluous(
    word: str, command: str, parsers: Mapping[str, argparse.ArgumentParser]
) -> str:
    if not word.startswith("-"):
        return f"{command}: '{word}' is one argument too many"
    options = [o for a in parsers[command]._actions for o in a.option_strings]
    name = word.partition("=")[0]
    return f"{command} has no option '{name}'{did_you_mean(name, options)}"

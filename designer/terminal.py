"""An export as a person at a terminal sees it: a bar while it is made, and the proof when it is done."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from designer.analysis.report import Analysis
from designer.export.exporting import export, proof_path
from designer.export.formats import FORMATS
from designer.export.process.client import ExportError, Progress, Worker
from designer.export.process.protocol import ProgressCallback
from designer.export.process.scratch import ScratchFolder
from designer.model.plain import line, lines
from designer.opening import UsageError


def export_on_terminal(
    analysis: Analysis,
    format: str,
    output: str,
    options: Mapping[str, str],
    proof_beside: bool,
) -> None:
    """Export, and print the path and the proof.

    Args:
        output: where to; `-` prints the file itself, where the format is a file of text, and the proof aside.

    Raises:
        UsageError: there is no such export, with the reason.
    """
    printed = output == "-"
    if printed and format in FORMATS and FORMATS[format].suffix != ".py":
        raise UsageError(f"{format} cannot be printed: name a path with -o")
    with ScratchFolder() as folder:
        target = folder / "network.py" if printed else Path(output)
        try:
            with (
                ended_like_interrupted(),
                Worker() as worker,
                progress_bar() as on_progress,
            ):
                proof = export(
                    analysis,
                    format,
                    target,
                    worker,
                    on_progress=on_progress,
                    proof_beside=proof_beside and not printed,
                    options=options,
                )
        except ExportError as error:
            raise UsageError(str(error)) from error
        if printed:
            print(target.read_text(encoding="utf-8"), end="")
            print(lines(proof.text), file=sys.stderr)
            return
    print(line(target))
    if proof_beside:
        print(line(proof_path(target)))
    print(lines(proof.text))


@contextmanager
def progress_bar() -> Iterator[ProgressCallback]:
    """A progress bar on standard error, where that is a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    columns = (
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %", markup=False),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Bar(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("", total=1.0)

        def show(progress: Progress) -> None:
            bar.update(
                task, completed=progress.fraction, description=line(progress.message)
            )

        yield show


@contextmanager
def ended_like_interrupted() -> Iterator[None]:
    """Whoever ends the program by SIGTERM leaves no more behind than with Ctrl-C."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)

"""An export: made by the worker, proven there, then put into place."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any

from designer.analysis.report import Analysis
from designer.codegen import CodegenError, generate

from .definition import EXPECTED_FILE, SOURCE_FILE, Format
from .expected import expected
from .formats import FORMATS
from .placing import Staging
from .process.client import Worker
from .process.job import Job, Request
from .process.protocol import CancelledError, ExportError, Progress, ProgressCallback
from .proof import Check, Proof
from .source_check import check_source

POLL_S = 0.05


def proof_path(target: Path) -> Path:
    """Where the proof of an export is stored: beside it, as NAME.proof.json."""
    return target.with_name(f"{target.name}.proof.json")


def export(
    analysis: Analysis,
    format_id: str,
    target: Path,
    worker: Worker,
    *,
    on_progress: ProgressCallback = lambda progress: None,
    cancelled: Callable[[], bool] = lambda: False,
    proof_beside: bool = False,
    options: Mapping[str, str] = MappingProxyType({}),
) -> Proof:
    """Make `target` in a format, and return the proof that it is the network of the analysis.

    Returns when all is in place; until then, what was at `target` stays. `on_progress` is called from another thread,
    `cancelled` often, from this one.

    Raises:
        ExportError: one sentence that says why there is no export; nothing has been left at the target.
        CancelledError: `cancelled` returned true.
    """
    started_s = time.monotonic()
    form = _format(format_id)
    settings = _settings(form, options)
    with ExitStack() as stack:
        staging = stack.enter_context(Staging(target, form.folder_files))
        proof_staging = (
            stack.enter_context(Staging(proof_path(target))) if proof_beside else None
        )
        request = Request(
            task=form.task,
            target=staging.result,
            staging=staging.path,
            files=_files(analysis, settings.get("grouped_conv", "plain")),
            arguments=settings,
        )
        job = worker.submit(request, on_progress=on_progress)
        stack.callback(_stop, job)
        try:
            result = _result(job, cancelled)
        except CancelledError:
            raise
        except ExportError as error:
            raise staging.in_users_words(error) from error
        proof = Proof(
            form.id,
            staging.target.name,
            tuple(Check(**check) for check in result["checks"]),
            time.monotonic() - started_s,
            result["versions"],
        )
        if proof_staging is not None:
            text = json.dumps(proof.as_json(), indent=1, ensure_ascii=False) + "\n"
            proof_staging.write(text)
        staging.place()
        if proof_staging is not None:
            proof_staging.place()
    on_progress(Progress(1, "Done"))
    return proof


def _format(format_id: str) -> Format:
    if format_id in FORMATS:
        return FORMATS[format_id]
    meant = get_close_matches(format_id, FORMATS, 1)
    hint = f", perhaps {meant[0]}" if meant else ""
    raise ExportError(
        f"There is no format {format_id}{hint}: choose one of {', '.join(FORMATS)}."
    )


def _settings(form: Format, options: Mapping[str, str]) -> dict[str, str]:
    for name, value in options.items():
        if name not in form.options:
            known = ", ".join(form.options) or "none"
            raise ExportError(
                f"{form.title} has no option {name}; its options: {known}."
            )
        if value not in form.options[name]:
            choices = " or ".join(form.options[name])
            raise ExportError(
                f"The option {name} of {form.title} is {choices}, not {value}."
            )
    return {name: choices[0] for name, choices in form.options.items()} | dict(options)


def _files(analysis: Analysis, grouped_conv: Any) -> dict[str, str]:
    try:
        source = generate(analysis, grouped_conv=grouped_conv).source
    except CodegenError as error:
        raise ExportError(str(error)) from error
    check_source(source)
    return {SOURCE_FILE: source, EXPECTED_FILE: json.dumps(expected(analysis))}


def _stop(job: Job) -> None:
    """Nothing may write into the staging folder any more when it goes."""
    job.cancel()
    job.wait()


def _result(job: Job, cancelled: Callable[[], bool]) -> Any:
    while not job.wait(POLL_S):
        if cancelled():
            job.cancel()
            break
    return job.result()

"""Runs exports in a thread; results arrive as signals of one object that outlives the thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from traceback import format_exception
from typing import Any

from PySide6.QtCore import QObject, Signal, SignalInstance

from designer.analysis.report import Analysis
from designer.app.widgets.lifetimes import start_thread
from designer.export.process.client import Worker
from designer.export.process.protocol import CancelledError, ExportError, Progress
from designer.export.process.scratch import sweep
from designer.export.proof import Proof


@dataclass(frozen=True, slots=True)
class Order:
    """What to export, and the target."""

    analysis: Analysis = field(repr=False)
    format: str
    target: Path
    options: Mapping[str, str] = field(default_factory=dict)
    proof_beside: bool = False


class ExportJobs(QObject):
    """Runs one export at a time.

    Args:
        worker: the process that needs TensorFlow; a double in tests.
        run: what makes an export, as `designer.export.exporting.export` does.
    """

    started = Signal(object)  # Order
    progressed = Signal(object)  # Progress
    proven = Signal(object)  # Proof
    failed = Signal(str, str)  # the sentence, and details for diagnosis
    cancelled = Signal()

    def __init__(
        self,
        worker: Worker | Any,
        run: Callable[..., Proof] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.worker = worker
        self._run = run
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        self.order: Order | None = None  # what is at work; None from its end on

    @property
    def busy(self) -> bool:
        """Whether an export is at work."""
        return self.order is not None

    def warm_up(self) -> None:
        """Load what exports need in advance: TensorFlow in the worker, the code generator here.

        Also removes temporary files of killed exports.
        """
        self.worker.warm_up()
        start_thread(_prepare, name="formats")

    def start(self, order: Order) -> None:
        """Start an export; one of the signals reports its end."""
        if self.busy:
            return
        self.order = order
        self._stop = threading.Event()
        self.started.emit(order)
        self._thread = start_thread(self._work, order, self._stop, name="export")

    def cancel(self) -> None:
        """Cancel the running export; `cancelled` follows."""
        self._stop.set()

    def close(self) -> None:
        """Cancel the export and wait for its end; no partial file is left."""
        self.cancel()
        self.worker.close()
        if self._thread is not None:
            self._thread.join()

    def _work(self, order: Order, stop: threading.Event) -> None:
        try:
            run = self._run or _export()
            proof = run(
                order.analysis,
                order.format,
                order.target,
                self.worker,
                on_progress=self._progress,
                cancelled=stop.is_set,
                proof_beside=order.proof_beside,
                options=order.options,
            )
        except CancelledError:
            self._end(self.cancelled)
        except ExportError as error:
            self._end(self.failed, str(error), error.detail)
        except Exception as error:  # a defect of ours must not leave the dialog waiting
            sentence = f"The export failed unexpectedly: {error}."
            self._end(self.failed, sentence, "".join(format_exception(error)))
        else:
            self._end(self.proven, proof)

    def _end(self, signal: SignalInstance, *values: object) -> None:
        self.order = None
        signal.emit(*values)

    def _progress(self, progress: Progress) -> None:
        self.progressed.emit(progress)


def _prepare() -> None:
    sweep()
    _export()


def _export() -> Callable[..., Proof]:
    """Import the exporter on first use: the first frame does not wait for the code generator."""
    from designer.export.exporting import export

    return export

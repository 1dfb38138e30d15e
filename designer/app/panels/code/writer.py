"""Generates code in a thread of its own, so that the interface never waits for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from designer.analysis.report import Analysis
from designer.app.panels.code.content import Written, write
from designer.app.widgets.lifetimes import Collector, collect_in_main_thread
from designer.codegen import GroupedConv


class CodeWriter(QObject):
    """Generates the code of the last analysis requested; requests in between are skipped."""

    written = Signal(object)  # Written

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._busy = self._dropped = False
        self._waiting: tuple[Analysis, GroupedConv] | None = None

    @property
    def busy(self) -> bool:
        return self._busy

    def ask(self, analysis: Analysis, grouped_conv: GroupedConv) -> None:
        """Request the code of an analysis; `written` follows, unless a newer request arrives before it is started."""
        self._waiting = analysis, grouped_conv
        if not self._busy:
            self._start()

    def drop(self) -> None:
        """Cancel the request."""
        self._waiting = None
        self._dropped = self._busy

    def _start(self) -> None:
        if self._waiting is not None:
            self._busy = True
            collector = collect_in_main_thread()
            collector.start(self._work, collector, *self._waiting, name="code")
            self._waiting = None

    def _finish(self, result: Written) -> None:
        wanted = not self._dropped
        self._busy = self._dropped = False
        self._start()
        if wanted:
            self.written.emit(result)

    def _work(
        self, collector: Collector, analysis: Analysis, grouped_conv: GroupedConv
    ) -> None:
        try:
            result = write(analysis, grouped_conv)
        except Exception as error:  # a defect of ours must not leave the panel waiting
            result = Written(fault=f"The code cannot be written: {error}.")
        collector.call(self._finish, result)

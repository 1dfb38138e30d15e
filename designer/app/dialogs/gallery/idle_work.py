"""Runs work in small steps while the event loop is idle."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from designer.analysis import analyse
from designer.analysis.report import Analysis
from designer.app.dialogs.gallery.entries import Count, Options, Row
from designer.model.document import Document
from designer.model.graph import topological_order
from templates import Template


class IdleWork(QObject):
    """Runs one step of the current work at a time until it is finished."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._works: deque[Iterator[object]] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)  # after all events
        self._timer.timeout.connect(self._step)

    def add(self, work: Iterator[object], *, now: bool = False) -> None:
        """Queue work; with `now`, before what is queued already."""
        if now:
            self._works.appendleft(work)
        else:
            self._works.append(work)
        self._timer.start()

    @property
    def busy(self) -> bool:
        return bool(self._works)

    def _step(self) -> None:
        work = self._works[0]
        try:
            next(work)
        except StopIteration:
            self._works.remove(work)
        if not self._works:
            self._timer.stop()


def count(
    template: Template, options: Options, then: Callable[[Count], object]
) -> Iterator[None]:
    """Analyse a template a row a step: a whole network takes up to 40 ms, a row less than 8.

    Raises:
        TemplateError: an option cannot work.
    """
    document = template.document(**options)
    yield
    analysis = None
    for part in _growing(document):
        analysis = analyse(part, analysis)
        yield
    then(_count(analysis or analyse(document)))


def _growing(document: Document) -> Iterator[Document]:
    """The design with its first row, with its first two, and so on to all."""
    order = topological_order(document)
    for end in range(1, len(order) + 1):
        nodes = {id: document.nodes[id] for id in order[:end]}
        edges = tuple(edge for edge in document.edges if edge.target in nodes)
        yield replace(document, nodes=nodes, edges=edges)


def _count(analysis: Analysis) -> Count:
    return Count(
        analysis.total.params,
        analysis.total.macs,
        {
            id: Row(report.outputs[0][-1] or 0, report.repeat)
            for id, report in analysis.nodes.items()
            if report.outputs and report.outputs[0]
        },
        next((error.message for error in analysis.errors), ""),
    )

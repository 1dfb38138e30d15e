"""What every repair promises, whatever the design."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from designer.analysis import analyse
from designer.analysis.issues import Issue, Repair
from designer.analysis.report import Analysis

Key = tuple[str, str | None, str | None]


def check_repairs(analysis: Analysis) -> list[Repair]:
    """Apply every repair of every issue, each to the design as it is, and analyse the outcome afresh.

    The issue is gone, no other has come, no node that worked has stopped, and the totals change by what was said.
    """
    found = []
    before = {key(issue) for issue in analysis.issues}
    works = {id for id, report in analysis.nodes.items() if report.state == "ok"}
    unseen = analysis.nodes.keys() - works
    with no_failed_search():
        repairs = [(issue, tuple(issue.repairs)) for issue in analysis.issues]
    for issue, offered in repairs:
        assert len({repair.title for repair in offered}) == len(offered)
        for repair in offered:
            after = analyse(repair.edit(analysis.document), ports=analysis.ports)
            keys = {
                key(other)
                for other in after.issues
                if other.severity == "error" or other.node not in unseen
            }
            assert key(issue) not in keys, (issue, repair.title)
            assert keys <= before, (issue, repair.title, keys - before)
            assert works & after.nodes.keys() <= {
                id for id, report in after.nodes.items() if report.state == "ok"
            }, (issue, repair.title)
            total, now = after.total, analysis.total
            assert repair.total == total, repair.title
            assert repair.params_change == total.params - now.params, repair.title
            assert repair.macs_change == total.macs - now.macs, repair.title
            assert (repair.was_complete, repair.complete) == (
                analysis.complete,
                after.complete,
            )
            found.append(repair)
    return found


def key(issue: Issue) -> Key:
    return issue.code, issue.node, issue.parameter


@contextmanager
def no_failed_search() -> Iterator[None]:
    """A search for repairs that fails is logged, and shows none; in a test it raises."""

    class Raising(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            raise AssertionError(record.getMessage()) from (
                record.exc_info or [None] * 2
            )[1]

    log, handler = logging.getLogger("designer.analysis.repairs"), Raising()
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)

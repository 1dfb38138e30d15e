"""Which edits are offered: only those after which the design, analysed again, has lost the issue and gained none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from designer.analysis.issues import Issue, Repair
from designer.analysis.repairs.candidate import Candidate
from designer.analysis.repairs.inside import Analyse
from designer.analysis.repairs.keeping import replaced
from designer.analysis.repairs.offered import Repairs, given_repairs
from designer.analysis.repairs.proposals import proposals
from designer.analysis.report import Analysis
from designer.model.edits import Refusal
from designer.model.expressions import ExpressionError

TRIALS = 60  # candidates of one issue that are analysed
VISITS = 60_000  # nodes analysed for all issues of a design together
CHAINED = 8  # issues that one repair may repair one after another
FOLLOWING = 3  # candidates that are tried for each of these after the first

Key = tuple[str, str | None, str | None]


def with_repairs(analysis: Analysis, analyse: Analyse) -> Analysis:
    """The same analysis, its issues with their repairs.

    Args:
        analyse: the analysis of a design from the analysis of an earlier state, without repairs.
    """
    if not analysis.issues:
        return analysis
    visits = VISITS // (len(analysis.issues) * max(1, len(analysis.document.nodes)))
    trials = min(TRIALS, max(1, visits))
    repaired = {
        issue: _with_repairs(analysis, issue, analyse, trials)
        for issue in analysis.issues
    }
    nodes = {
        id: replace(report, issues=tuple(repaired.get(i, i) for i in report.issues))
        for id, report in analysis.nodes.items()
        if report.issues
    }
    return replace(
        analysis,
        nodes=MappingProxyType({**analysis.nodes, **nodes}),
        issues=tuple(repaired[issue] for issue in analysis.issues),
    )


def _with_repairs(
    analysis: Analysis, issue: Issue, analyse: Analyse, trials: int
) -> Issue:
    def find() -> Iterator[Repair]:
        return _Verification(analysis, issue, analyse, trials).repairs()

    return replace(issue, repairs=Repairs(find, given_repairs(issue)))


class _Verification:
    """Tries the candidates for one issue on the whole design."""

    def __init__(
        self, analysis: Analysis, issue: Issue, analyse: Analyse, trials: int
    ) -> None:
        self._analysis = analysis
        self._issue = issue
        self._analyse = analyse
        self._left = trials
        self._before = set(map(_key, analysis.issues))

    def repairs(self) -> Iterator[Repair]:
        offered: set[str] = set()
        for candidate in proposals(self._analysis, self._issue, self._analyse):
            if {candidate.title, candidate.kind} & offered:
                continue
            if self._left <= 0:
                return
            found = self._verified(candidate, self._analysis, {_key(self._issue)})
            if found is None or found[0].title in offered:
                continue
            whole, after = found
            admits = self._analysis.admits
            if admits is not None and not admits(whole.edit):
                continue
            offered |= {whole.title, *filter(None, [whole.kind])}
            now = self._analysis
            lost = replaced(now.document, after.document)
            titled = replace(whole, title=f"{whole.title}{lost}")
            yield _repair(titled, now, after)

    def _verified(
        self,
        candidate: Candidate,
        now: Analysis,
        repaired: set[Key],
        so_far: Candidate | None = None,
        where: str = "",
    ) -> tuple[Candidate, Analysis] | None:
        """The candidate, completed by repairs of what it uncovers; None where an issue stays or comes.

        Nodes behind an error are not analysed, so a repair may uncover another error. That one has to be repaired as
        well: a repair leaves less to do, never something else to do.
        """
        after = self._after(candidate, now)
        if after is None or self._breaks(after):
            return None
        whole = so_far.then(candidate, where) if so_far else candidate
        left = [issue for issue in after.issues if self._remains(issue, repaired)]
        if not left:
            return whole, after
        issue = left[0]
        if candidate.alone or issue in now.issues or len(repaired) == CHAINED:
            return None  # it stays as it is, or there is no end to it
        following = sorted(
            _first(proposals(after, issue, self._analyse), FOLLOWING, candidate.kind),
            key=lambda other: other.kind != candidate.kind,
        )
        name = after.document.nodes[issue.node].name if issue.node else ""
        for other in following:
            found = self._verified(other, after, repaired | {_key(issue)}, whole, name)
            if found is not None:
                return found
        return None

    def _remains(self, issue: Issue, repaired: set[Key]) -> bool:
        """Whether an issue of the design with a repair was to go, or was not there before.

        A warning about a node that could not be analysed before is no news: it was only not visible.
        """
        key = _key(issue)
        if key in repaired:
            return True
        report = self._analysis.nodes.get(issue.node or "")
        unseen = report is not None and report.state != "ok"
        return key not in self._before and not (unseen and issue.severity == "warning")

    def _after(self, candidate: Candidate, now: Analysis) -> Analysis | None:
        if self._left <= 0:
            return None
        self._left -= 1
        try:
            return self._analyse(candidate.edit(now.document), now)
        except (Refusal, ExpressionError):  # the model does not allow the edit
            return None

    def _breaks(self, after: Analysis) -> bool:
        """Whether a node that works does not any more."""
        return any(
            report.state == "ok" and id in after.nodes and after.nodes[id].state != "ok"
            for id, report in self._analysis.nodes.items()
        )


def _first(
    candidates: Iterator[Candidate], count: int, kind: str
) -> Iterator[Candidate]:
    """The first candidates, and the first one of this kind where it comes later."""
    for number, candidate in enumerate(candidates):
        if number < count or (kind and candidate.kind == kind):
            yield candidate
            kind = "" if candidate.kind == kind else kind
        elif not kind:
            return


def _repair(candidate: Candidate, before: Analysis, after: Analysis) -> Repair:
    return Repair(
        candidate.title,
        candidate.edit,
        params_change=after.total.params - before.total.params,
        macs_change=after.total.macs - before.total.macs,
        total=after.total,
        was_complete=before.complete,
        complete=after.complete,
    )


def _key(issue: Issue) -> Key:
    return issue.code, issue.node, issue.parameter

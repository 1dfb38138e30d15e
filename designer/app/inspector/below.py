"""What stands below a field's editor: what an expression is worth, why text is no value, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from designer.analysis.report import Issue, Repair
from designer.app.inspector.issues import IssueList
from designer.app.labels import plain
from designer.app.translation import tr
from designer.canvas.theme import Theme


class Below:
    """Rows of a field's grid, made when they are first wanted: a page is put together in milliseconds.

    Args:
        editor: whose accessible name the complaint's is made of.
    """

    def __init__(
        self,
        grid: QGridLayout,
        editor: QWidget,
        theme: Theme,
        repair: Callable[[Repair], None],
    ) -> None:
        self._grid, self._editor = grid, editor
        self._theme, self._repair = theme, repair
        self._worth: QLabel | None = None
        self._complaint: QLabel | None = None
        self._issues: IssueList | None = None

    def say_worth(self, text: str, *, beside: bool) -> None:
        """What an expression is worth: below the editor, or beside the name where the editor is below that."""
        if text and self._worth is None:
            self._worth = plain("", "small")
        if text and self._worth is not None:
            self._grid.removeWidget(self._worth)
            place = (0, 1, 1, 1) if beside else (2, 1, 1, 2)
            self._grid.addWidget(self._worth, *place)
        _say(self._worth, text)

    def complain(self, sentence: str) -> None:
        """Why what was typed is no value."""
        if sentence and self._complaint is None:
            self._complaint = plain("", "error", wrap=True)
            name = self._editor.accessibleName()
            self._complaint.setAccessibleName(
                tr("problem with {name}").format(name=name)
            )
            self._grid.addWidget(self._complaint, 3, 0, 1, 3)
        _say(self._complaint, sentence)

    @property
    def complains(self) -> bool:
        return self._complaint is not None and not self._complaint.isHidden()

    def show_issues(self, issues: Sequence[Issue]) -> None:
        """What the analysis says about the value."""
        if issues and self._issues is None:
            self._issues = IssueList(self._theme, self._repair)
            self._grid.addWidget(self._issues, 4, 0, 1, 3)
        if self._issues is not None:
            self._issues.show_issues(issues)

    def set_theme(self, theme: Theme) -> None:
        """Another look."""
        self._theme = theme
        if self._issues is not None:
            self._issues.set_theme(theme)


def _say(label: QLabel | None, text: str) -> None:
    if label is not None:
        label.setText(text)
        label.setVisible(bool(text))

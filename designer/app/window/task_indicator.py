"""The indicator of running tasks in the status bar; a click shows the task list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from designer.app.session.state import as_sentence
from designer.app.session.tasks import Task
from designer.app.text.translation import tr
from designer.app.widgets.appearance import icon
from designer.app.widgets.labels import button_text
from designer.app.workbench import Workbench
from designer.canvas.values.theme import Theme


class TaskIndicator(QToolButton):
    """Shows the running tasks and their progress; hidden while there are none."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self.setAccessibleName(tr("running tasks"))
        self.setToolTip(tr("Click for the task list"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.clicked.connect(lambda: workbench.show_panel("tasks"))
        workbench.tasks.changed.connect(self._show)
        workbench.tasks.ended.connect(self._say)
        self.set_theme(workbench.theme)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme."""
        self.setIcon(icon("mdi6.progress-clock", theme, theme.accent))

    def _show(self) -> None:
        running = self._workbench.tasks.running
        self.setVisible(bool(running))
        if running:
            task = running[0]
            far = "" if task.fraction is None else f" {100 * task.fraction:.0f} %"
            more = f" +{len(running) - 1}" if len(running) > 1 else ""
            self.setText(button_text(f"{task.title}{far}{more}"))

    def _say(self, task: Task) -> None:
        """Announce the end of a task."""
        if QApplication.activeModalWidget() is not None or task.outcome == "cancelled":
            return
        done = task.outcome == "done"
        sentence = ". ".join(filter(None, (task.title, task.detail)))
        if done and not task.detail:
            sentence = tr("{task}: done").format(task=task.title)
        self._workbench.controller.say(
            as_sentence(sentence), "success" if done else "error"
        )

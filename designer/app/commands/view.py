"""Commands of the View menu: zoom, panels, themes."""

from __future__ import annotations

from functools import partial

from designer.app.command import Command, selected
from designer.app.session.settings import THEMES
from designer.app.text.translation import tr
from designer.app.workbench import Workbench

_THEME_TEXTS = {"system": "As the system", "light": "Light", "dark": "Dark"}


def next_problem(workbench: Workbench) -> None:
    """Select the next node with a problem, after the selected one."""
    controller = workbench.controller
    found = [issue for issue in controller.analysis.issues if issue.node is not None]
    if not found:
        controller.say(tr("There are no problems."), "success")
        return
    here = [
        place
        for place, issue in enumerate(found)
        if (issue.node,) == controller.state.selection
    ]
    issue = found[(here[-1] + 1 if here else 0) % len(found)]
    controller.reveal((issue.node,) if issue.node else ())
    controller.say(issue.message, issue.severity)


def _wear(theme: str, workbench: Workbench) -> None:
    workbench.settings_store.keep(theme=theme)


def _worn(theme: str, workbench: Workbench) -> bool:
    return workbench.settings_store.settings.theme == theme


def _arrange(perspective: str, workbench: Workbench) -> None:
    workbench.panels.arrange(perspective)


_PERSPECTIVES = {
    "standard": ("Standard", "mdi6.view-dashboard-outline", ("Ctrl+Alt+0",)),
    "small": ("For a small screen", "mdi6.laptop", ()),
    "figures": ("Figures", "mdi6.chart-bar", ()),
    "code": ("Code", "mdi6.language-python", ()),
    "canvas": ("Only the canvas", "mdi6.fullscreen", ("Ctrl+Alt+1",)),
}


COMMANDS = (
    Command(
        "zoom_in",
        "Zoom in",
        lambda workbench: workbench.view.zoom_in(),
        "mdi6.magnify-plus-outline",
        ("Ctrl++", "Ctrl+="),
        menu="View/zoom",
    ),
    Command(
        "zoom_out",
        "Zoom out",
        lambda workbench: workbench.view.zoom_out(),
        "mdi6.magnify-minus-outline",
        ("Ctrl+-",),
        menu="View/zoom",
    ),
    Command(
        "zoom_reset",
        "Actual size",
        lambda workbench: workbench.view.zoom_reset(),
        "mdi6.numeric-1-box-outline",
        ("1",),
        on_canvas=True,
        menu="View/zoom",
    ),
    Command(
        "fit",
        "Fit the network",
        lambda workbench: workbench.when_shown(workbench.view.fit_all),
        "mdi6.fit-to-page-outline",
        ("Home",),
        "Show the whole network",
        on_canvas=True,
        menu="View/fit",
        context=("ground",),
    ),
    Command(
        "fit_selection",
        "Fit the selection",
        lambda workbench: workbench.when_shown(workbench.view.fit_selection),
        "mdi6.image-filter-center-focus",
        ("F",),
        on_canvas=True,
        menu="View/fit",
        context=("node", "several"),
        enabled=selected,
    ),
    *(
        Command(
            f"theme_{theme}",
            _THEME_TEXTS[theme],
            partial(_wear, theme),
            menu="View/look/Theme",
            checked=partial(_worn, theme),
        )
        for theme in THEMES
    ),
    *(
        Command(
            f"panels_{perspective}",
            text,
            partial(_arrange, perspective),
            icon,
            keys,
            menu="View/places/Arrange the panels",
        )
        for perspective, (text, icon, keys) in _PERSPECTIVES.items()
    ),
    Command(
        "next_problem",
        "Next problem",
        next_problem,
        "mdi6.alert-circle-outline",
        ("F8",),
        menu="View/problems",
    ),
)

"""Commands that print, and that add the application to the desktop's menu."""

from __future__ import annotations

from designer.app.command import Command
from designer.app.session import desktop_entry as desktop
from designer.app.text.translation import tr
from designer.app.workbench import Workbench


def print_design(workbench: Workbench) -> None:
    """Show the print dialog."""
    # Printing loads a Qt library that the first frame does not wait for.
    from designer.app.dialogs.printing import ask_to_print

    ask_to_print(
        workbench.controller.state,
        workbench.settings_store.settings.view,
        workbench.window,
        workbench.say,
    )


def register(workbench: Workbench) -> None:
    """Add the application to the desktop's menu, and open designs with it on a double-click."""
    say = workbench.controller.say
    if not desktop.supported():
        say(tr("Only Linux desktops keep their menus in files that can be added to."))
        return
    try:
        written = desktop.register(desktop.data_home(), *desktop.command())
    except OSError as error:
        say(
            tr("The entry cannot be written: {reason}").format(reason=error.strerror),
            "error",
        )
        return
    say(
        tr("Channelwise is in the menu now, and opens designs: {path}").format(
            path=written[0]
        ),
        "success",
    )


def unregister(workbench: Workbench) -> None:
    """Remove the application from the desktop's menu."""
    try:
        gone = desktop.unregister(desktop.data_home())
    except OSError as error:
        workbench.controller.say(
            tr("The entry cannot be removed: {reason}").format(reason=error.strerror),
            "error",
        )
        return
    workbench.controller.say(
        tr("Channelwise is out of the menu.")
        if gone
        else tr("Channelwise was not in the menu.")
    )


COMMANDS = (
    Command(
        "print",
        "Print…",
        print_design,
        "mdi6.printer-outline",
        ("Ctrl+P",),
        "The design on one page",
        menu="File/print",
    ),
    Command(
        "register",
        "Add to the desktop's menu",
        register,
        "mdi6.application-import",
        tip="An entry with its icon; designs open with a double-click",
        menu="Help/desktop",
    ),
    Command(
        "unregister",
        "Take out of the desktop's menu",
        unregister,
        menu="Help/desktop",
    ),
)

"""The main window: docks, menus, tool bar, notices, totals."""

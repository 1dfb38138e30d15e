"""Every command, a module for each topic of the menus."""

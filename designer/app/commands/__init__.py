"""All commands, one module for each topic of the menus."""

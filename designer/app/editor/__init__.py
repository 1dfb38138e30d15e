"""The editor around the canvas: request handlers, popups, find bar, breadcrumb, start page, command palette."""

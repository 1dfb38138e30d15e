"""What surrounds the canvas: answers to its requests, popups, find bar, breadcrumb, start page, command palette."""

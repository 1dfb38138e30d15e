"""One open design: controller, state, views, tasks, recovery, settings."""

"""The worker process and one module per target format."""

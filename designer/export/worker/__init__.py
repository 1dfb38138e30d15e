"""What runs inside the worker process: it serves jobs and proves what they make."""

"""What developers run beside `dev.py`."""

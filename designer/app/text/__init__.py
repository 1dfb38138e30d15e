"""Numbers and sentences for the user."""

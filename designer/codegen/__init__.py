"""Document -> Python source."""

"""Style sheet, appearance and small widgets."""

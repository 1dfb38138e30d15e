"""The inspector: the parameters and figures of the selection."""

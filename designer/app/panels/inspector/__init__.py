"""The inspector: the parameters and figures of what is selected."""

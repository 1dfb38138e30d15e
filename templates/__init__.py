"""Network families: one module each, options -> Document."""

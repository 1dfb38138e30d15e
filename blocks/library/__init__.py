"""The blocks themselves, as plain Keras functions; one module a family."""

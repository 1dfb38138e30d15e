"""The block library: networks' building blocks as plain Keras functions over a facade of Keras's layers."""

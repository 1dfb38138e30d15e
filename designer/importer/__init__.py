"""A Keras archive's architecture -> Document."""

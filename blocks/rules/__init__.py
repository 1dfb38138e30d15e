"""The rules of the primitive layers: shape, weights, cost; one module a kind."""

"""Geometry of wires and alignment."""

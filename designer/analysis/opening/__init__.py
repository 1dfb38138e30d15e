"""What a block of the library is made of, layer by layer, and how its layers follow its parameters."""

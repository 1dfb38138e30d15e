"""The worker process and one module per target format.

The worker loads this folder as a package of its own, without the rest of the project on its path, so the modules
that run there import each other relatively and nothing else of ours: `protocol`, `proof`, `definition`, `serving`,
`proving` and the formats.
"""

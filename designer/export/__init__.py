"""Exports: the formats, the worker process that makes and proves them, and the way of a result to its place.

The worker loads this folder as a package of its own, without the rest of the project on its path, so the modules that
run there import each other relatively and nothing else of ours: `formats`, `worker`, `definition`, `proof`, and of
`process` only `protocol`.
"""

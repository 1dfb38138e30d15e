"""Numbers that random tests are drawn with, as many as a test asks for."""

import os


def fresh(count: int) -> range:
    """Seeds that no other run has had, most likely; the run's header says how to have them again."""
    first = int(os.environ["CHANNELWISE_SOAK_SEED"]) * 10_000
    return range(first, first + count)

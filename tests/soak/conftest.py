"""Seeds of the long tests: fresh ones in every run, which can be asked for again."""

import os
from random import SystemRandom

from hypothesis import settings

settings.load_profile("soak")
# Set before the workers start, which all collect the same tests.
os.environ.setdefault("CHANNELWISE_SOAK_SEED", str(SystemRandom().randrange(10**6)))


def pytest_report_header() -> str:
    seed = os.environ["CHANNELWISE_SOAK_SEED"]
    return f"soak: CHANNELWISE_SOAK_SEED={seed} draws the same settings again"

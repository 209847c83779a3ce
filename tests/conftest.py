"""What every folder of tests may ask for."""

import os
import shutil
from pathlib import Path

from hypothesis import settings

pytest_plugins = ("tests.databases", "tests.cast.fixtures")

# how long an example takes says nothing about the code on a machine that does other things besides
settings.register_profile("baobei", deadline=None)
settings.load_profile("baobei")

# The bot waits for the disk at each COMMIT, as it must; a test's database needn't survive a power cut, so it lies in memory.
IN_MEMORY, ENOUGH = Path("/dev/shm"), 4 << 30
if os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > ENOUGH:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))

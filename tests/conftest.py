"""What every folder of tests may ask for."""

import gc
import os
import shutil
from collections.abc import Generator
from pathlib import Path

import pytest
from _pytest.nodeid import NodeId
from hypothesis import settings

OFTEN = (20_000, 20, 100)
"""What Python collects after. A turn makes thousands of short-lived objects; by default each seven hundred are looked through, which
is a tenth of a story."""

# how long an example takes says nothing about the code on a machine that does other things besides
settings.register_profile("baobei", deadline=None)
settings.load_profile("baobei")

# The bot waits for the disk at each COMMIT, as it must; a test's database needn't survive a power cut, so it lies in memory.
IN_MEMORY, ENOUGH = Path("/dev/shm"), 4 << 30
if os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > ENOUGH:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))


def pytest_configure(config: pytest.Config) -> None:
    """The fixtures bring the whole bot along, which who only hands the tests out to workers doesn't need."""
    if config.getoption("numprocesses", None) and not hasattr(config, "workerinput"):
        return
    for plugin in ("tests.databases", "tests.cast.fixtures"):
        config.pluginmanager.import_plugin(plugin)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Generator[None]:
    """One worker alone has to import aiogram, which takes as long as a hundred stories."""
    for item in items:
        if "aiogram" in item.name and not item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.xdist_group("aiogram"))
    yield
    if getattr(config.option, "loadgroup", False):
        for item in items:
            _keep_together(item)


def _keep_together(item: pytest.Item) -> None:
    """`--dist loadgroup` reads an item's group behind the @ of its id. pytest-xdist 3.8 writes it where pytest 9.2 doesn't look any more."""
    group = item.get_closest_marker("xdist_group")
    if group is not None and not item.nodeid.endswith(f"@{group.args[0]}"):
        item._id = NodeId.parse(f"{item.nodeid}@{group.args[0]}")


def pytest_collection_finish() -> None:
    """As the bot does when it is there: what was collected stays, and isn't looked through again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*OFTEN)

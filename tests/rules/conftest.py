"""An office on each database."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dialogs.core.texts import Texts
from storage.engine.database import Database
from storage.files.store import FileStore
from tests.rules.office import Office, open_office


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The rules once more on PostgreSQL: `make check`."""
    here = f"{Path(__file__).parent}{os.sep}"
    for item in items:
        if str(item.path).startswith(here) and item.get_closest_marker("pg"):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts.load()


@pytest.fixture
async def office(db: Database, texts: Texts, tmp_path: Path) -> Office:
    return await open_office(db, texts, FileStore(tmp_path / "files"))

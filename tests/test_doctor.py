"""`baobei doctor` watches the disk: free space, and what the data folder takes."""

from __future__ import annotations

from collections import namedtuple
from pathlib import Path

import pytest

from bot.cli import doctor

GB = 1_000_000_000
Usage = namedtuple("Usage", "total used free")


@pytest.mark.parametrize(
    ("free", "mark", "says"),
    [
        (50 * GB, "✅", "50.0 GB free of 100.0; the data folder takes 0.00 GB"),
        (GB, "⚠", "make room soon"),
        (99_000_000, "⛔", "files and updates can't be kept any more, make room"),
        (0, "⛔", "0.0 GB free"),
    ],
)
def test_free_space_and_the_folders_size_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, mark: str, says: str
) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "a").write_bytes(bytes(4_000_000))
    monkeypatch.setattr("shutil.disk_usage", lambda folder: Usage(100 * GB, 100 * GB - free, free))
    found, text = doctor._room(tmp_path)
    assert found == mark
    assert says in text


def test_a_large_folder_warns_before_the_disk_is_scarce(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tenth of what it takes already may come within a day's restore or import."""
    with (tmp_path / "baobei.db").open("wb") as out:
        out.truncate(40 * GB)  # sparse
    monkeypatch.setattr("shutil.disk_usage", lambda folder: Usage(100 * GB, 97 * GB, 3 * GB))
    found, text = doctor._room(tmp_path)
    assert (found, "takes 40.00 GB" in text) == ("⚠", True)

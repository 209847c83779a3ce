"""The door to strangers' files: whatever a parser does behind it, the one who asked gets an answer, and in time."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import time
from itertools import islice
from pathlib import Path

import pytest

from domain.base.errors import Refusal
from notifications.parsing import ResourceLimits, Unreadable, parsed, parsed_beside, streamed
from tests.notifications import parsers

SMALL = ResourceLimits(memory=64 << 20, cpu=2, wall=2.0)
NAME = parsers.__name__


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "file"
    made.write_text("what the file says")
    return made


def test_an_answer_comes_back(file: Path) -> None:
    assert parsed(f"{NAME}:length", file) == 18


async def test_the_loop_goes_on_meanwhile(file: Path) -> None:
    answers = await asyncio.gather(*(parsed_beside(f"{NAME}:length", file) for _ in range(20)))
    assert answers == [18] * 20


def test_a_refusal_is_raised_with_its_facts(file: Path) -> None:
    with pytest.raises(parsers.Smelly) as refused:
        parsed(f"{NAME}:refuses", file, 7)
    assert refused.value.degree == 7
    assert isinstance(refused.value, Refusal)


def test_an_error_is_told_by_its_kind_not_by_its_words(file: Path) -> None:
    with pytest.raises(Unreadable) as broken:
        parsed(f"{NAME}:breaks", file)
    assert "ValueError" in str(broken.value)
    assert "what the file says" not in str(broken.value)
    assert not broken.value.over


@pytest.mark.parametrize("way", ["hoards", "spins", "sleeps", "falls"])
def test_what_goes_too_far_is_ended(file: Path, way: str) -> None:
    began = time.monotonic()
    with pytest.raises(Unreadable) as ended:
        parsed(f"{NAME}:{way}", file, limits=SMALL)
    assert ended.value.over
    assert time.monotonic() - began < SMALL.wall + 4
    assert parsed(f"{NAME}:length", file) == 18


def test_nothing_can_be_written(file: Path) -> None:
    assert parsed(f"{NAME}:writes", file) == "OSError"
    assert not file.with_suffix(".out").read_bytes()


def test_what_libraries_write_is_not_heard(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    parsed(f"{NAME}:chatters", file)
    assert "what the file says" not in capfd.readouterr().err


def test_no_secret_is_in_reach(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOBEI_TOKEN", "123:secret")
    assert "secret" not in "".join(parsed(f"{NAME}:secrets", file))


def test_a_stream_comes_in_order_and_waits_for_its_reader(file: Path) -> None:
    stream = streamed(f"{NAME}:counts", file, 300_000, limits=SMALL)
    assert next(stream) == 0
    time.sleep(SMALL.wall + 0.5)  # the reader's time is not the file's
    assert list(stream) == list(range(1, 300_000))


def test_a_stream_may_refuse_at_its_end(file: Path) -> None:
    stream = streamed(f"{NAME}:counts_and_refuses", file, 1_200)
    assert list(islice(stream, 1_200)) == list(range(1_200))
    with pytest.raises(parsers.Smelly):
        next(stream)


def test_a_stream_that_nobody_reads_to_its_end_leaves_no_process(file: Path) -> None:
    stream = streamed(f"{NAME}:counts", file, 10_000_000)
    next(stream)
    stream.close()
    deadline = time.monotonic() + 5
    while len(_processes()) > 1:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_killed_room_is_opened_again(file: Path) -> None:
    parsed(f"{NAME}:length", file)
    for number in _processes():
        os.kill(number, signal.SIGKILL)
    time.sleep(0.2)
    assert parsed(f"{NAME}:length", file) == 18


def _processes() -> list[int]:
    """The room of this process and its children."""
    table = subprocess.run(["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in table.splitlines()[1:]]
    mine = [int(pid) for pid, parent, args in rows if int(parent) == os.getpid() and "parsing.room" in args]
    return mine + [int(pid) for pid, parent, args in rows if int(parent) in mine and "parsing.room" in args]

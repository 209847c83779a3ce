"""Parsers that misbehave, each in its own way: what a hostile file could make a library do."""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from domain.base.errors import Refusal


@dataclass
class Smelly(Refusal):
    degree: int


def length(path: Path) -> int:
    return path.stat().st_size


def secrets(path: Path) -> list[str]:
    return [f"{name}={value}" for name, value in os.environ.items()]


def refuses(path: Path, degree: int) -> None:
    raise Smelly(degree)


def breaks(path: Path) -> None:
    raise ValueError(path.read_text())


def hoards(path: Path) -> int:
    held = [bytes([number]) * (1 << 20) for number in range(250) for _ in range(10)]
    return len(held)


def spins(path: Path) -> None:
    while True:
        pass


def sleeps(path: Path) -> None:
    time.sleep(3600)


def falls(path: Path) -> None:
    ctypes.string_at(0)


def writes(path: Path) -> str:
    try:
        path.with_suffix(".out").write_bytes(b"x")
    except OSError as error:
        return type(error).__name__
    return "written"


def chatters(path: Path) -> None:
    os.write(2, b"what the file says\n")


def counts(path: Path, most: int) -> Iterator[int]:
    yield from range(most)


def counts_and_refuses(path: Path, most: int) -> Iterator[int]:
    yield from range(most)
    raise Smelly(most)

"""Files of the content store as columns of JSON keep them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import TypedDict

from domain.base.written import KeptFile


class FileColumns(TypedDict):
    sha256: str
    name: str
    type: str
    size: int


def files_to_json(files: Iterable[KeptFile]) -> list[dict[str, object]]:
    return [asdict(each) for each in files]


def files_from_json(kept: Iterable[FileColumns]) -> tuple[KeptFile, ...]:
    return tuple(KeptFile(**each) for each in kept)

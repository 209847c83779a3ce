"""The vendor's papers that are files: kept among what the chat sends."""

from __future__ import annotations

from pathlib import Path

from domain.base.policy import Policy
from storage.files.store import FileStore


def keep_papers(policy: Policy, file: Path | None, files: FileStore) -> None:
    """`file` is the policy's, beside which they lie. That they are still needed says the policy on record. Blocking. Raises
    `OSError`."""
    for paper in (policy.registration.terms, policy.contract.letter):
        if paper.file and file is not None:
            files.keep([(file.parent / paper.file).read_bytes()])

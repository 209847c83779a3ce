"""The policy as a file: what `baobei policy show` prints."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from domain.base import policy
from notifications.jobs.working import Task


def policy_file(task: Task) -> Mapping[str, object]:
    """The kind of job."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "policy.toml"
        path.write_text(task.read(lambda work: policy.show(work.policy)), "utf-8")
        return {"file": {"sha256": task.keep(path), "name": path.name}}

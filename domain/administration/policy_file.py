"""The policy as it holds, with what differs from the defaults; and as a file. It says no secret: those are no part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.base import policy
from domain.base.policy import Policy, PolicyDifference
from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.jobs import control as job_control

JOB: Final = "policy_file"


@dataclass(frozen=True, kw_only=True)
class MakePolicyFile:
    """下载 policy.toml."""


def holds(work: Work) -> Policy:
    """Raises `NotAllowed`."""
    demand(work.actor, Action.SEE_AUDIT)
    return work.policy


def differs(work: Work, offset: int, limit: int) -> tuple[Sequence[PolicyDifference], int]:
    """A part of what differs from the defaults, and how much does. Raises `NotAllowed`."""
    found = policy.differing(holds(work))
    return found[offset : offset + limit], len(found)


def make_file(work: Work, command: MakePolicyFile) -> None:
    """It comes as a message. Raises `NotAllowed`."""
    demand(work.actor, Action.SEE_AUDIT)
    job_control.put(work, JOB, {}, key=f"{JOB}:{work.actor.id}")

"""The approval path of a unit's contracts: who decides after the chosen manager (docs/contracts.md).

A step is "head" (of the unit), "administrator", a manager's e-mail address (as the policy file writes it), or
"account:12" (as the chat sets it). What an administrator sets in the chat holds over the policy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.base.errors import Refusal
from domain.base.events import Event
from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.people import heads
from domain.people.records import Account, Unit

HEAD, ADMINISTRATOR, ACCOUNT = "head", "administrator", "account:"
LONGEST = 6


@dataclass(frozen=True, kw_only=True)
class PathStep:
    approver: str


@dataclass(frozen=True, kw_only=True)
class SetApprovalPath:
    """`steps` are the levels after the chosen manager; none means that he alone decides."""

    unit: int
    steps: tuple[PathStep, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ResetApprovalPath:
    """The policy's path holds again."""

    unit: int


@dataclass
class UnknownApprover(Refusal):
    """No active vendor account stands behind this step."""

    step: str


@dataclass(frozen=True, kw_only=True)
class ApprovalPathSet(Event, subject="unit"):
    """`before` and `after` are the steps that held and hold."""

    unit: int
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A unit's path: the steps as they are written, who they are today, and whether the chat set them."""

    unit: Unit
    steps: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]
    own: bool


def steps_of(work: Work, unit: Unit) -> tuple[str, ...]:
    kept = work.contracts.path(unit.id)
    return work.policy.approval_path(unit.name) if kept is None else kept


def levels(work: Work, unit: Unit) -> list[tuple[Account, ...]]:
    """Who decides at each level after the first. A step behind which nobody stands goes to the administrators."""
    return [standing(work, unit, step) or tuple(work.people.administrators()) for step in steps_of(work, unit)]


def standing(work: Work, unit: Unit, step: str) -> tuple[Account, ...]:
    """The active accounts behind a step."""
    if step == ADMINISTRATOR:
        return tuple(work.people.administrators())
    if step == HEAD:
        head = heads.head(work, unit)
        found: Sequence[Account] = [head] if head is not None else []
    elif step.startswith(ACCOUNT):
        found = [each for each in work.people.vendor_accounts() if f"{ACCOUNT}{each.id}" == step]
    else:
        found = [each for each in work.people.vendor_accounts() if each.email.lower() == step.lower()]
    return tuple(each for each in found if each.active)


def path(work: Work, unit_id: int) -> Path:
    """Raises `NotAllowed`, `NotFound`."""
    demand(work.actor, Action.SET_APPROVAL_PATHS)
    unit = work.people.unit(unit_id)
    steps = steps_of(work, unit)
    names = tuple(tuple(each.name for each in standing(work, unit, step)) for step in steps)
    return Path(unit, steps, names, work.contracts.path(unit.id) is not None)


def paths(work: Work) -> list[Path]:
    return [path(work, unit.id) for unit in work.people.units()]


def candidates(work: Work) -> Sequence[Account]:
    """Whom a step may name."""
    return [each for each in work.people.vendor_accounts() if each.active]


def named_by_mail(work: Work, account_id: int) -> tuple[str, ...]:
    """The units whose path names somebody by his mail address, as the policy file writes it: another address isn't found."""
    address = work.people.account(account_id).email.lower()
    return tuple(
        unit.name for unit in work.people.units() if address and address in map(str.lower, steps_of(work, unit))
    )


def set_path(work: Work, command: SetApprovalPath) -> Path:
    """Requests on their way keep the path that they began with. Raises `NotAllowed`, `NotFound`, `UnknownApprover`."""
    demand(work.actor, Action.SET_APPROVAL_PATHS)
    unit, steps = work.people.unit(command.unit), tuple(each.approver for each in command.steps)
    for step in steps:
        if step not in (HEAD, ADMINISTRATOR) and not standing(work, unit, step):
            raise UnknownApprover(step)
    return _keep(work, unit, steps)


def reset_path(work: Work, command: ResetApprovalPath) -> Path:
    """Raises `NotAllowed`, `NotFound`."""
    demand(work.actor, Action.SET_APPROVAL_PATHS)
    return _keep(work, work.people.unit(command.unit), None)


def _keep(work: Work, unit: Unit, steps: tuple[str, ...] | None) -> Path:
    before = steps_of(work, unit)
    work.contracts.set_path(unit.id, steps)
    work.events.record(ApprovalPathSet(unit=unit.id, before=before, after=steps_of(work, unit)))
    return path(work, unit.id)


def unit_of(work: Work, manager: Account, agency_unit: int) -> Unit:
    """The unit whose path counts: the manager's own, the agency's for one who has none."""
    return work.people.unit(manager.unit_id if manager.unit_id is not None else agency_unit)

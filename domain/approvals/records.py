"""Approvals: one mechanism over (kind, subject, steps), for every request of every kind (docs/approvals.md).

Records and port; `requests` says how one begins, `deciding` decides, `request_kinds` what the mechanism knows of a kind.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType, Protocol

from domain.base.kinds import Kind
from domain.base.rights import Reach
from domain.base.written import KeptFile
from domain.people.records import AccountId, AgencyId

ApprovalId = NewType("ApprovalId", int)


class ApprovalState(StrEnum):
    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


class Verb(StrEnum):
    """What was done to a request; the words of the record of decisions."""

    APPROVE = "approve"
    REJECT = "reject"
    RETURN = "return"
    WITHDRAW = "withdraw"
    RESUBMIT = "resubmit"
    FORWARD = "forward"
    SIGN_BEFORE = "sign-before"
    SIGN_AFTER = "sign-after"
    ANSWER = "answer"
    COMMENT = "comment"
    COPY = "copy"


BESIDE = frozenset({Verb.COMMENT, Verb.COPY})
"""What is on record and changes nothing of where a request stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalStep:
    """One level: whoever of its approvers decides first, validly, decides it."""

    level: int
    approvers: tuple[AccountId, ...]
    due_at: datetime | None = None
    escalated: tuple[AccountId, ...] = ()
    """Those of them who were asked because the others didn't answer in time."""

    @property
    def asked_first(self) -> tuple[AccountId, ...]:
        return tuple(each for each in self.approvers if each not in self.escalated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A request on its way. `level` is the current step's; `revision` counts its changes."""

    id: ApprovalId
    kind: Kind
    subject_id: int
    agency_id: AgencyId
    applicant_id: AccountId
    state: ApprovalState
    level: int
    steps: tuple[ApprovalStep, ...]
    started_at: datetime
    revision: int

    @property
    def current(self) -> ApprovalStep:
        return self.steps[self.level - 1]

    @property
    def asked(self) -> tuple[AccountId, ...]:
        """Whoever has been asked so far: at the current level and at those before it."""
        return tuple(dict.fromkeys(each for step in self.steps[: self.level] for each in step.approvers))

    def late(self, now: datetime) -> bool:
        """Whether whoever is asked now should have decided before."""
        due = self.current.due_at
        return self.state is ApprovalState.PENDING and due is not None and due < now

    def asking(self, approvers: Sequence[AccountId]) -> tuple[ApprovalStep, ...]:
        """The steps with these approvers, each once, at the current level."""
        current = replace(self.current, approvers=tuple(dict.fromkeys(approvers)))
        current = replace(current, escalated=tuple(each for each in current.escalated if each in approvers))
        return (*self.steps[: self.level - 1], current, *self.steps[self.level :])

    def without(self, leaver: int, heirs: Sequence[AccountId]) -> tuple[ApprovalStep, ...]:
        """The steps with these in his place, at every level that isn't decided yet. An heir who had been asked besides is
        now asked in the first place."""

        def taken(places: Sequence[AccountId]) -> tuple[AccountId, ...]:
            return tuple(dict.fromkeys(each for place in places for each in (heirs if place == leaver else (place,))))

        def after(step: ApprovalStep) -> ApprovalStep:
            besides = taken(step.escalated)
            if leaver in step.approvers and leaver not in step.escalated:
                besides = tuple(each for each in besides if each not in heirs)
            return replace(step, approvers=taken(step.approvers), escalated=besides)

        return (*self.steps[: self.level - 1], *map(after, self.steps[self.level - 1 :]))


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a returned request as it was and as it came back; empty: no answer."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One line of a request's record: who, when, what, why."""

    verb: Verb
    by: AccountId
    at: datetime
    level: int
    reason: str = ""
    fields: tuple[str, ...] = ()
    instead_of: AccountId | None = None
    """Whose deputy decided; None: in his own name."""
    to: AccountId | None = None
    """To whom it was handed on, who was asked to sign, too, or who was sent a copy."""
    changes: tuple[FieldChange, ...] = ()
    """What was mended, where it came back."""
    files: tuple[KeptFile, ...] = ()
    """Pictures to what was said."""


class Approvals(Protocol):
    """The port."""

    def get(self, approval_id: int, *, lock: bool = False) -> Approval: ...
    def of_subject(self, kind: Kind, subject_id: int) -> Approval | None:
        """The newest approval of the subject."""

    def add(
        self,
        *,
        kind: Kind,
        subject_id: int,
        agency_id: int,
        applicant_id: int,
        steps: Sequence[ApprovalStep],
        now: datetime,
    ) -> Approval: ...
    def change(
        self, approval: Approval, *, state: ApprovalState, level: int = 1, steps: Sequence[ApprovalStep] | None = None
    ) -> Approval:
        """Compare-and-set on the revision: whoever comes second gets a `Conflict`, never a silent overwrite."""

    def note(self, approval_id: int, decision: Decision) -> None: ...
    def record(self, approval_id: int) -> Sequence[Decision]:
        """Everything that was done and said, oldest first."""

    def decisions(self, approval_id: int) -> Sequence[Decision]:
        """Without what was done beside (`BESIDE`): the last of them says where it stands."""

    def about(self, customers: Collection[int]) -> Sequence[Approval]:
        """All requests about these customers, whoever made them and whatever became of them, oldest first."""

    def waiting_for(self, accounts: Collection[int]) -> Sequence[Approval]:
        """Pending requests whose current step names one of the accounts, oldest first."""

    def naming(self, account_id: int) -> Sequence[Approval]:
        """Pending requests that the account is to decide, now or at a later level."""

    def open_of(self, agency_id: int, kinds: Collection[Kind]) -> Sequence[Approval]:
        """The agency's requests of these kinds that wait for a decision, or to be mended."""

    def asked_by(
        self, reach: Reach, kinds: Collection[Kind], *, open_only: bool, offset: int, limit: int
    ) -> tuple[Sequence[Approval], int]:
        """Requests of these kinds by their applicants, newest first; with how many there are."""

    def count_waiting(self, account_id: int) -> Mapping[Kind, int]:
        """How many of each kind wait for the account; of the others none does."""

"""What the one mechanism of approvals knows of a kind of request: one object, which its matter registers.

A matter's module `request.py` (or `…_request.py`) makes and registers it; `domain.matters` finds these by their name. The mechanism (`requests`,
`deciding`, `judging`, `briefs` …) asks here and knows no matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.approvals.records import Approval
from domain.base.errors import NotFound
from domain.base.kinds import Kind
from domain.base.rights import Action
from domain.base.work import Work
from domain.base.written import Written
from domain.people.records import Account


@dataclass(frozen=True, slots=True)
class RequestSummary:
    """A request in one line. `title` is the name of the customer (or whom it is about), `person` of the agency's side, `at`
    when it was asked; `agency` where it isn't the agency's own name."""

    number: str
    title: str
    person: str
    at: datetime
    agency: str = ""


@dataclass(frozen=True, slots=True)
class AskedAbout:
    """What a question is about: `name` is what it is called beside its customer, a number or a project; `customer` None where it
    is about none."""

    name: str = ""
    customer: int | None = None


def _nothing(work: Work, approval: Approval) -> None:
    """Most kinds have nothing to add."""


def _no_outcome(work: Work, approval: Approval, reason: str) -> None:
    """Of what is never rejected."""


def _nobody(work: Work, subject_id: int) -> frozenset[int]:
    return frozenset()


def _none(work: Work, subject_id: int) -> Sequence[int]:
    return ()


def _no_words(work: Work, subject_id: int) -> Written:
    return Written("")


def _never(work: Work, approval: Approval) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestKind:
    """What is asked, what a decision brings about, and who may have to do with it. What refuses, refuses before anything is
    written."""

    kind: Kind
    about: Callable[[Work, Approval], RequestSummary]
    evidence: Callable[[Work, int], Written] = _no_words
    """Words and pictures by which it is asked for, by the subject."""

    # --- the decision
    approved: Callable[[Work, Approval], None] = _nothing
    rejected: Callable[[Work, Approval, str], None] = _no_outcome
    returned: Callable[[Work, Approval, str, tuple[str, ...]], None] | None = None
    """None: there is nothing to mend, it is approved or rejected."""
    same_after_all: Callable[[Work, Approval, int], None] | None = None
    """A rejected one turned out to be about a customer that is known."""
    hold: Callable[[Work, Approval], None] = _nothing
    """Locks what the decision is about, before the request itself (the order is `queueing`'s)."""
    demand: Callable[[Work, Approval], None] = _nothing
    """May refuse an approval: the only place where one is refused by the kind's own rules."""
    advanced: Callable[[Work, Approval], None] = _nothing
    """A level approved, and the next one is asked."""
    signed_before: Callable[[Work, Approval], None] = _nothing
    """May refuse that a level is put before the present one."""
    singly: Callable[[Work, Approval], bool] = _never
    """Whether it is decided by itself, not among several."""
    judged: bool = False
    """Upheld or dismissed rather than approved or rejected, after weighing both sides."""
    answered: bool = False
    """Neither approved nor rejected, but answered in words: it lies apart from what is to be decided, and nobody signs it."""

    # --- who
    mine: Callable[[Work, int], Sequence[Account]] | None = None
    """All accounts of whoever asks, by the subject; None: those of the applicant's person."""
    barred: Callable[[Work, int], frozenset[int]] = _nobody
    """Who decides none about this subject, besides whoever asks for it."""
    concerns: Callable[[Work, int], Sequence[int]] = _none
    """Whom it concerns on the agency's side besides whoever asked, by the subject."""
    asked_about: Callable[[Work, int], AskedAbout] | None = None
    """For a question on it, by the subject: looked at as its own matter shows it, which refuses what is out of the actor's reach;
    None: it can't be asked about."""
    chat: Callable[[Work, int], int] | None = None
    """The chat of whoever asks without having an account yet, by the subject."""

    # --- its life beside the decision
    brings_new: bool = False
    """Approving brings the agency something that it hadn't: not while it is suspended."""
    taken_back: Callable[[Work, Approval], None] | None = None
    """Closes what the applicant, or the owner of his agency, takes back with one tap; None: a form of its own does."""
    taking_back: Action | None = None
    """What he may do who may take it back so."""
    ended: Callable[[Work, int], None] | None = None
    """Takes back what an agency (by number) that ends has open; kinds that share it are called once."""
    of_customer: Callable[[Work, int], Iterable[tuple[Kind, int]]] | None = None
    """Kind and subject of what is open about a customer; kinds that share it are asked once."""
    of_others: bool = False
    """About a customer it is the vendor's to know of only: others ask, too."""


KINDS: dict[Kind, RequestKind] = {}


def register(*kinds: RequestKind) -> None:
    """Raises `ValueError` for a kind that is there already: two matters would both believe that it is theirs."""
    for each in kinds:
        if each.kind in KINDS:
            raise ValueError(f"{each.kind} is registered twice")
        KINDS[each.kind] = each


def of(approval: Approval) -> RequestKind:
    return KINDS[approval.kind]


def number_of(work: Work, kind: Kind, subject_id: int) -> int:
    """The request about a subject, the latest. Raises `NotFound`."""
    approval = work.approvals.of_subject(kind, subject_id)
    if approval is None:
        raise NotFound("approval")
    return approval.id


def demand_decided(approval: Approval) -> None:
    """Raises `NotFound` of what is answered: no button offers to approve, reject or sign it."""
    if of(approval).answered:
        raise NotFound("approval")

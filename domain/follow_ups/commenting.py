"""点评: a manager's word on a follow-up report, the answers to it, and who hasn't opened them yet (docs/follow-ups.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.base.errors import NotAllowed, NotFound
from domain.base.events import Event
from domain.base.rights import Action
from domain.base.work import Work
from domain.base.written import KeptFile, Written
from domain.customers.records import Customer
from domain.customers.scope import can
from domain.follow_ups.records import Comment, CommentId, FollowUp, FollowUpId
from domain.follow_ups.writing import readable
from domain.threads.writing import something


@dataclass(frozen=True, kw_only=True)
class WriteComment:
    """With `asks` the vendor wants the report corrected. `files` are pictures to it."""

    follow_up: int
    text: str
    asks: bool = False
    files: tuple[KeptFile, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReadComments:
    """The reader opened them."""

    follow_up: int


@dataclass(frozen=True, kw_only=True)
class Commented(Event, subject="customer"):
    """`told` are the accounts that should hear of it."""

    customer: int
    follow_up: int
    comment: int
    told: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class CommentsRead(Event, subject="customer"):
    customer: int
    follow_up: int


def write(work: Work, command: WriteComment) -> CommentId:
    """A comment, or an answer to one. Raises `NotFound`, `NotAllowed`, `NothingWritten`."""
    follow_up, customer = readable(work, command.follow_up)
    if not may_comment(work, follow_up, customer):
        raise NotAllowed(Action.COMMENT.value)
    asks = command.asks and can(work, customer, Action.COMMENT)
    told = _audience(work, follow_up, customer)
    work.follow_ups.mark_read(follow_up.id, work.actor.id)
    said = something(Written(command.text, command.files))
    made = work.follow_ups.comment(follow_up.id, work.actor.id, work.now, said, asks=asks)
    work.follow_ups.mark_unread(follow_up, told)
    work.events.record(Commented(customer=customer.id, follow_up=follow_up.id, comment=made, told=told))
    return made


def read(work: Work, command: ReadComments) -> FollowUp:
    """They show as read from now on. Raises `NotFound`."""
    follow_up, customer = readable(work, command.follow_up)
    if work.follow_ups.mark_read(follow_up.id, work.actor.id):
        work.events.record(CommentsRead(customer=customer.id, follow_up=follow_up.id))
    return follow_up


def unread(work: Work) -> tuple[FollowUpId, ...]:
    """Reports with words that the actor hasn't opened and may still see, oldest first."""
    return tuple(each for each in work.follow_ups.unread(work.actor.id) if _is_readable(work, each))


def _is_readable(work: Work, follow_up_id: int) -> bool:
    try:
        readable(work, follow_up_id)
    except NotFound:
        return False
    return True


def may_comment(work: Work, follow_up: FollowUp, customer: Customer) -> bool:
    """The vendor comments; the agency's people answer what was said to them."""
    if can(work, customer, Action.COMMENT):
        return True
    return can(work, customer, Action.WRITE_FOLLOW_UP) and bool(heard(work, follow_up, customer))


def heard(work: Work, follow_up: FollowUp, customer: Customer) -> Sequence[Comment]:
    """The words on a report that the actor may read."""
    return audible(work, follow_up, customer, work.follow_ups.comments(follow_up.id))


def audible(work: Work, follow_up: FollowUp, customer: Customer, everything: Sequence[Comment]) -> Sequence[Comment]:
    """Those of them that the actor may read: of what another agency wrote, those said since his own took the customer over."""
    if work.actor.agency_id in (None, follow_up.agency_id):
        return everything
    since = customer.protected_since
    return [each for each in everything if since is not None and each.at > since]


def _audience(work: Work, follow_up: FollowUp, customer: Customer) -> tuple[int, ...]:
    """Who stands behind the report and has the customer still, and who has spoken before; never the speaker himself."""
    spoken = [each.author_id for each in work.follow_ups.comments(follow_up.id)]
    behind = sorted(follow_up.theirs) if follow_up.agency_id == customer.agency_id else []
    holder = [customer.contact_id] if customer.contact_id is not None and not behind else []
    everybody = dict.fromkeys((*behind, *holder, *spoken))
    return tuple(each for each in everybody if each != work.actor.id and _hears(work, customer, each))


def _hears(work: Work, customer: Customer, account_id: int) -> bool:
    account = work.people.account(account_id)
    return account.active and (account.agency_id is None or account.agency_id == customer.agency_id)

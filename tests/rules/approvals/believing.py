"""What holds of requests whatever anybody does: computed from the rows and from what was done, not by the rules that are tested.

`Believed` is told who gave whom a deputy and who left; `sure` compares what stands now with what stood before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from sqlalchemy import select

from bot.serving.work import DeskWork
from domain.approvals import acting, briefs
from domain.approvals.records import BESIDE, Approval, ApprovalState, Decision, Verb
from domain.base.kinds import Kind
from domain.customers.records import ReportState
from domain.people.records import Account
from storage.tables.agencies import agency_changes
from storage.tables.approvals import approvals
from storage.tables.chats import cards
from storage.tables.contracts import contract_amendments, contracts
from storage.tables.petitions import appeals, corrections
from storage.tables.protection import protection_requests
from storage.tables.registration import agency_claims, registrations
from storage.tables.reports import reports
from storage.tables.threads import threads

ENDING = {Verb.REJECT, Verb.WITHDRAW, Verb.ANSWER}
DECIDING = ENDING | {Verb.APPROVE, Verb.RETURN}
STATE_OF = {
    Verb.APPROVE: ApprovalState.APPROVED,
    Verb.ANSWER: ApprovalState.APPROVED,
    Verb.REJECT: ApprovalState.REJECTED,
    Verb.RETURN: ApprovalState.RETURNED,
    Verb.WITHDRAW: ApprovalState.WITHDRAWN,
}
DECIDES = {"approve", "reject", "return", "hand_on"}
OPENS = {"add_signer", "grant_months", "comment_request", "answer_request", "copy_request", "answer_question"}
STRANGERS: Mapping[Kind, Callable[[DeskWork, int], int]] = {
    Kind.AGENCY_REGISTRATION: lambda work, subject: work.registrations.get(subject).chat_id,
    Kind.AGENCY_CLAIM: lambda work, subject: work.registrations.claim(subject).chat_id,
}
"""Asked for by who has no account yet: the chat of whoever does."""
ASKED_FOR = (
    (reports, "pending", (Kind.CUSTOMER_REPORT,)),
    (contracts, "submitted", (Kind.CONTRACT,)),
    (contract_amendments, "submitted", (Kind.CONTRACT_AMENDMENT,)),
    (protection_requests, "pending", (Kind.EXTENSION, Kind.STAGE_CONFIRMATION, Kind.PRODUCTION_REVIEW)),
    (appeals, "pending", (Kind.APPEAL,)),
    (corrections, "pending", (Kind.DATA_CHANGE,)),
    (agency_changes, "pending", (Kind.AGENCY_CHANGE,)),
    (registrations, "pending", (Kind.AGENCY_REGISTRATION,)),
    (agency_claims, "pending", (Kind.AGENCY_CLAIM,)),
    (threads, "open", (Kind.QUESTION,)),
)
"""Where what is asked for stands, and how it is called there as long as it waits for a decision."""


@dataclass(frozen=True, slots=True)
class Seen:
    approval: Approval
    record: tuple[Decision, ...]

    @property
    def pending(self) -> bool:
        return self.approval.state is ApprovalState.PENDING


@dataclass(slots=True)
class Away:
    deputyship: int
    principal: int
    deputy: int
    since: date
    until: date


@dataclass
class Believed:
    """`stood`: the requests as they were looked at last."""

    stood: dict[int, Seen] = field(default_factory=dict)
    away: list[Away] = field(default_factory=list)

    def left(self, account: int) -> None:
        self.away = [each for each in self.away if account not in (each.principal, each.deputy)]

    # --- who may --------------------------------------------------------------------------------------------------

    def deciders(self, work: DeskWork, approval: Approval) -> set[int]:
        """Who is asked, and whoever stands in for one of them today, and for him …; nobody who asks for it himself."""
        covering = {each.principal: each.deputy for each in self.away if each.since <= work.today <= each.until}
        asked = set(approval.current.approvers)
        found: set[int] = set()
        for each in asked:
            at, seen = int(each), {int(each)}
            while (following := covering.get(at)) is not None and following not in seen:
                seen.add(following)
                at = following
            found |= seen
        there = {each.id for each in work.people.vendor_accounts() if each.active}
        return {int(each) for each in found & there} - self.barred(work, approval)

    def barred(self, work: DeskWork, approval: Approval) -> set[int]:
        """The person who asks, by whichever account; of an appeal whoever decided what it is against."""
        if approval.kind in STRANGERS:
            asks: Sequence[Account] = work.people.accounts_of_chat(STRANGERS[approval.kind](work, approval.subject_id))
        else:
            asks = _same_person(work, work.people.account(approval.applicant_id))
        but = {int(each.id) for each in asks if each.agency_id is None}
        if approval.kind is Kind.APPEAL:
            but |= self._decided_before(work, approval)
        there = {int(each.id) for each in work.people.vendor_accounts() if each.active}
        return but if there - but else set()

    def _decided_before(self, work: DeskWork, approval: Approval) -> set[int]:
        appeal = work.petitions.appeal(approval.subject_id)
        customer, found = appeal.customer_id, set[int]()
        for seen in self.seen(work).values():
            of, subject = seen.approval.kind, seen.approval.subject_id
            if of is Kind.CUSTOMER_REPORT:
                report = work.customers.report(subject)
                counts = report.customer_id == customer and (
                    subject == appeal.report_id or seen.approval.state is ApprovalState.APPROVED
                )
            else:
                counts = of is Kind.APPEAL and seen.approval.state in (ApprovalState.APPROVED, ApprovalState.REJECTED)
                counts = counts and work.petitions.appeal(subject).customer_id == customer
            if counts:
                lines = [each for each in seen.record if each.verb in (Verb.APPROVE, Verb.REJECT)]
                who = {each for line in lines for each in (line.by, line.instead_of) if each is not None}
                found |= {int(same.id) for each in who for same in _same_person(work, work.people.account(each))}
        return found

    # --- what stands ----------------------------------------------------------------------------------------------

    def seen(self, work: DeskWork) -> dict[int, Seen]:
        ids = work.conn.execute(select(approvals.c.id).order_by(approvals.c.id)).scalars().all()
        return {each: Seen(work.approvals.get(each), tuple(work.approvals.record(each))) for each in ids}

    def sure(self, work: DeskWork) -> None:
        now = self.seen(work)
        for number, before in self.stood.items():
            assert number in now, f"request {number} is lost"
            _goes_on(work, before, now[number])
        for each in now.values():
            _is_whole(work, each)
            _names_nobody_who_left(work, each)
        self._nobody_is_passed_over(work, now)
        _what_is_asked_for_waits(work, now)
        self._no_button_lives_on(work, now)
        self.stood = now

    def _nobody_is_passed_over(self, work: DeskWork, now: Mapping[int, Seen]) -> None:
        mine = {number: self.deciders(work, each.approval) for number, each in now.items() if each.pending}
        for number, deciders in mine.items():
            assert deciders, f"request {number} lies before nobody"
        for account in (each for each in work.people.vendor_accounts() if each.active):
            as_he = acting_as(work, account)
            found = {each.id for answered in (False, True) for each in acting.waiting(as_he, answered=answered)}
            assert found == {number for number, deciders in mine.items() if account.id in deciders}, account.name
            assert sum(acting.count_waiting(as_he)) == len(found), account.name
            assert len(briefs.inbox(as_he)) + len(briefs.to_answer(as_he)) == len(found)

    def _no_button_lives_on(self, work: DeskWork, now: Mapping[int, Seen]) -> None:
        alive: set[tuple[int, int]] = set()
        carded: set[tuple[int, int]] = set()
        for card in work.conn.execute(select(cards).where(cards.c.subject.like("approval:%")).order_by(cards.c.id)):
            account, number = work.people.account(card.account_id), int(card.subject.partition(":")[2])
            carded.add((account.id, number))
            if not account.active:
                continue
            seen, acts = now[number], set(_verbs(card.acts))
            if not seen.pending:
                assert not acts & (DECIDES | OPENS), f"{account.name}'s card of request {number} lives: {acts}"
            elif acts & DECIDES:
                assert account.id in self.deciders(work, seen.approval), f"{account.name} may decide {number} no more"
                assert (account.id, number) not in alive, f"{account.name} has two live cards of request {number}"
                alive.add((account.id, number))
        for number, seen in now.items():
            barred = self.barred(work, seen.approval) if seen.pending else set()
            for each in seen.approval.current.approvers if seen.pending else ():
                if work.people.account(each).active and each not in barred:
                    assert (each, number) in carded, f"account {each} was never told of request {number}"


def acting_as(work: DeskWork, account: Account) -> DeskWork:
    return replace(work, account=account)


def _same_person(work: DeskWork, account: Account) -> Sequence[Account]:
    """By the chat user who holds the accounts."""
    return work.people.accounts_of_chat(account.chat_id) if account.chat_id is not None else (account,)


def _goes_on(work: DeskWork, before: Seen, after: Seen) -> None:
    was, now = before.approval, after.approval
    assert after.record[: len(before.record)] == before.record, "the record is only added to"
    fresh = after.record[len(before.record) :]
    verbs = {each.verb for each in fresh}
    if was.state not in (ApprovalState.PENDING, ApprovalState.RETURNED):
        assert (now, fresh) == (was, ()), f"request {was.id} was decided, and something came after"
    if was.state is not ApprovalState.PENDING or now.state is not ApprovalState.PENDING:
        return
    asked_anew = verbs & {Verb.APPROVE, Verb.SIGN_BEFORE, Verb.RESUBMIT}
    if asked_anew:
        hours = work.policy.approvals.sla(now.kind.value).hours
        assert now.current.due_at == work.calendar.add_working_hours(work.now, hours), f"the clock of request {now.id}"
        return
    assert now.current.due_at == was.current.due_at, f"the clock of request {now.id} jumped"
    gone, come = (
        set(was.current.approvers) - set(now.current.approvers),
        set(now.current.approvers) - set(was.current.approvers),
    )
    left = {each for each in gone if not work.people.account(each).active}
    assert len(gone - left) <= sum(each.verb is Verb.FORWARD for each in fresh), (
        f"who was asked for {now.id} is passed over"
    )
    besides = set(now.current.escalated) - set(was.current.escalated)
    named = {each.to for each in fresh if each.verb is Verb.FORWARD}
    assert left or come <= besides | named, f"who is asked for {now.id} came from nowhere"
    if besides - (come if left else set()):
        assert (now.current.due_at or work.now) <= work.now, f"request {now.id} escalated too early"


def _names_nobody_who_left(work: DeskWork, seen: Seen) -> None:
    """What would come to him, now or at a later level, is a colleague's."""
    steps = seen.approval.steps[seen.approval.level - 1 :] if seen.pending else ()
    gone = {each for step in steps for each in step.approvers if not work.people.account(each).active}
    assert not gone, f"request {seen.approval.id} waits for {gone}, who left"


def _is_whole(work: DeskWork, seen: Seen) -> None:
    """No level is decided twice, and the state is what was decided last."""
    number, decided = seen.approval.id, set[int]()
    acts = [each for each in seen.record if each.verb not in BESIDE]
    for each in acts:
        if each.verb is Verb.RESUBMIT:
            decided.clear()
        elif each.verb in DECIDING - {Verb.WITHDRAW}:
            assert each.level not in decided, f"level {each.level} of request {number} is decided twice"
            decided.add(each.level)
    for before, after in pairwise(acts):
        assert before.verb not in ENDING, f"request {number} was over"
        assert before.verb is not Verb.RETURN or after.verb in (Verb.RESUBMIT, Verb.WITHDRAW), (
            f"request {number} was returned"
        )
    last = acts[-1] if acts else None
    match seen.approval.state:
        case ApprovalState.PENDING:
            assert last is None or last.verb not in ENDING | {Verb.RETURN}
        case ApprovalState.WITHDRAWN:
            pass  # by nobody, where it lapsed
        case ApprovalState.RETURNED if last is not None and last.verb is Verb.RESUBMIT:
            assert seen.approval.kind is Kind.CUSTOMER_REPORT, f"request {number} came back and isn't asked"
            behind = work.customers.report(seen.approval.subject_id)
            assert behind.state is ReportState.QUEUED, f"request {number} came back, and it is its turn"
        case state:
            assert last is not None, f"request {number} is {state} by nobody"
            assert STATE_OF[last.verb] is state, f"request {number} is {state} by {last}"


def _what_is_asked_for_waits(work: DeskWork, now: Mapping[int, Seen]) -> None:
    pending = {(each.approval.kind, each.approval.subject_id) for each in now.values() if each.pending}
    for table, state, kinds in ASKED_FOR:
        there = set(work.conn.execute(select(table.c.id).where(table.c.state == state)).scalars())
        waits = {subject for kind, subject in pending if kind in kinds}
        assert there == waits, f"of {table.name} {sorted(there ^ waits)} waits on one side alone"


def _verbs(acts: object) -> Iterator[str]:
    """What a card's buttons do: their verbs, and the dialogs that they open."""
    for each in acts if isinstance(acts, list) else []:
        yield str(each["verb"])
        if each["verb"] == "open":
            yield str(each["args"].get("dialog"))

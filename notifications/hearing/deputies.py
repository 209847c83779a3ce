"""Who hears of deputies: the deputy, when it is agreed, begins and is over; the one who is away, when others did it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dialogs.core.screen import Arg, Screen, Wording, say
from dialogs.shared.words import HOME, opens
from domain.approvals import acting
from domain.base.work import Work
from domain.people import deputising
from domain.people.records import AccountId
from domain.people.standing_in import principals
from notifications.hearing import approval_cards
from notifications.hearing.pushes import Note, Push, PushedCard, Refresh, hears

AT_ONCE: Final = 3
"""Cards of what waits already that come by themselves; the rest stands in the inbox."""


@hears(deputising.DeputySet)
def _set(work: Work, event: deputising.DeputySet) -> Iterable[Push]:
    principal, deputy = work.people.account(event.account), work.people.account(event.deputy)
    facts: dict[str, Arg] = {
        "principal": principal.name,
        "deputy": deputy.name,
        "since": event.since,
        "until": event.until,
    }
    by = work.account
    if by is None or by.id != principal.id:
        line = say("notice-deputy-of-yours", by=by.name if by is not None else "", **facts)
        yield Note(_screen(line), account=principal.id)
    if event.since > work.today:
        yield Note(_screen(say("notice-deputy-agreed", **facts)), account=deputy.id)


@hears(deputising.DeputyshipBegan)
def _began(work: Work, event: deputising.DeputyshipBegan) -> Iterable[Push]:
    """One card that says what it is about; of what waits already the oldest few come as cards, too."""
    waiting = work.approvals.waiting_for((event.account,))
    yield from (Refresh(f"approval:{each.id}") for each in waiting)
    yield PushedCard(event.deputy, "deputyship", {"deputyship": event.deputyship}, _subject(event.deputyship))
    for each in waiting[:AT_ONCE]:
        yield approval_cards.asking(event.deputy, each)


@hears(deputising.DeputyshipOver)
def _over(work: Work, event: deputising.DeputyshipOver) -> Iterable[Push]:
    """The deputy's cards lose their buttons, and who was away hears what waits for him."""
    yield Refresh(_subject(event.deputyship))
    away = AccountId(event.account)
    # whomever the one who was away covered, over however many others, his deputy covered, too
    for each in work.approvals.waiting_for((away, *principals(work, away))):
        yield Refresh(f"approval:{each.id}")
    principal, deputy = work.people.account(event.account), work.people.account(event.deputy)
    if not event.begun:
        yield Note(_screen(say("notice-deputy-not-needed", principal=principal.name)), account=deputy.id)
        return
    decisions, answers = acting.counted(work.approvals.count_waiting(principal.id))
    lines: list[Wording] = [say("notice-deputy-back", deputy=deputy.name)]
    lines += [say("home-approvals", count=decisions)] if decisions else []
    lines += [say("home-answers", count=answers)] if answers else []
    asked = (opens(say("to-answer-entry"), "to_answer"),) if answers else ()
    yield Note(
        Screen(tuple(lines), ((opens(say("approvals-entry"), "approvals"), *asked, HOME),)), account=principal.id
    )


def _screen(line: Wording) -> Screen:
    return Screen((line,), ((opens(say("deputies-entry"), "deputies"), HOME),))


def _subject(deputyship: int) -> str:
    return f"deputyship:{deputyship}"

"""Digests go out: what is due, one a person, as it is true now; by mail what is urgent and can't be shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dialogs import reminders
from dialogs.core.ask import Ask
from domain.deadlines import reminding, week
from domain.jobs.records import Job, JobState
from domain.reminders.records import Reminder, ReminderKind, ReminderState
from notifications.due.telling import Telling
from notifications.hearing.pushes import Notice, PushedCard
from notifications.sending import mail_or_chat

PAGE: Final = "digest"


def of_account(account_id: int) -> str:
    """The subject of all digests of an account."""
    return f"digest:{account_id}"


def send(telling: Telling, after: int, limit: int) -> int | None:
    """To the next so many people behind that account; where to go on, None when all have theirs."""
    found, following = reminding.waiting(telling.work, after, limit)
    telling = telling.reading_ahead(found)
    work = telling.work
    asks = {each.receiver: telling.asker(each.receiver) for each in found}
    says = _looked_at(telling, asks, found)
    live = [each for each in found if each.kind is ReminderKind.WEEK and says.get(each.id)]
    pictures = _drawn(telling, live)
    for each in live:
        if (
            job := pictures.get(each.id)
        ) is not None and job.open:  # it waits for its picture, and holds up nothing else
            del says[each.id]
    digests = reminding.collect(work, [each for each in found if each.id in says], lambda each: says[each.id])
    for digest in digests:
        _mail(telling, digest)
    messages = [each for digest in digests if digest.reachable for each in _messages(digest, pictures)]
    rows = telling.tell([Notice(card, bulk=True) for _, card in messages])
    told = [(ids, row) for (ids, _), row in zip(messages, rows, strict=True)]
    work.reminders.hand({number: row for ids, row in told if row is not None for number in ids})
    for ids in (ids for ids, row in told if row is None):  # what the page refuses to show is nobody's business
        work.reminders.end(ids, ReminderState.OBSOLETE, work.now)
    return following


def _drawn(telling: Telling, found: Sequence[Reminder]) -> dict[int, Job]:
    """The week's pictures, by reminder: what isn't drawn yet is put to be."""
    pictures: dict[int, Job] = {}
    for each in found:
        with telling.alone("the picture of reminder %d can't be asked for", each.id):
            pictures[each.id] = week.picture(telling.work, each)
    return pictures


def _messages(digest: reminding.Digest, pictures: Mapping[int, Job]) -> Iterator[tuple[Sequence[int], PushedCard]]:
    """A picture is a message of its own; all else is told in one."""
    drawn = {number: pictures[number] for number in digest.ids if _there(pictures.get(number))}
    if lines := [number for number in digest.ids if number not in drawn]:
        yield lines, PushedCard(digest.receiver, PAGE, {"ids": list(lines)}, of_account(digest.receiver))
    for number, job in drawn.items():
        args = {"job": job.id, "first": job.id, "reminder": number}
        yield [number], PushedCard(digest.receiver, "figures_picture", args, f"figures:{job.id}")


def _there(job: Job | None) -> bool:
    """One that couldn't be drawn leaves its line to the digest."""
    return job is not None and job.state is JobState.DONE


def reconcile(telling: Telling, after: int, limit: int) -> int | None:
    """What became of those that were handed over: what reached nobody goes by mail. Where to go on."""
    lost, following = reminding.reconcile(telling.work, after, limit)
    for digest in lost:
        _mail(telling, digest)
    return following


def _looked_at(telling: Telling, asks: Mapping[int, Ask], found: Sequence[Reminder]) -> dict[int, bool]:
    """Whether there is something to say of each. One that can't be told waits: it holds up neither its own person's other
    lines nor those after him."""
    says: dict[int, bool] = {}
    for each in found:
        with telling.alone("reminder %d can't be shown, and waits", each.id):
            says[each.id] = reminders.line_of(asks[each.receiver], each) is not None
    return says


def _mail(telling: Telling, digest: reminding.Digest) -> None:
    """What is urgent, to somebody whom the chat can't reach."""
    if not telling.mails:
        return
    urgent = mail_or_chat.urgent(telling.work, telling.asker(digest.receiver), digest)
    account = telling.work.people.account(digest.receiver)
    if not urgent or not account.email:
        return
    screen = telling.page(account.id, PAGE, {"ids": list(urgent), "whole": True})
    if screen is not None:
        telling.mail(account.email, account.chat_id, mail_or_chat.with_reason(screen))

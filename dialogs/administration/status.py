"""系统状态: how the desk stands, and the lists behind it: jobs, whom the chat doesn't reach, who tried what he may not."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Show, Turn
from dialogs.core.screen import Act, Button, Row, Screen, Wording, act, say
from dialogs.home.entries import counted
from dialogs.shared.list_page import ListPage
from dialogs.shared.words import BACK, HOME, in_a_line, opens, page_in
from domain.administration import attempts, looking
from domain.administration.attempts import Attempt
from domain.administration.looking import Look, Unreached
from domain.failures import failing
from domain.jobs.records import Job

MEGABYTE = 1_000_000
A_PAGE = 8


class Status(Page):
    name = "status"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        look = ask(looking.look)
        failed = ask(failing.newest, 0, 0)[1]
        rows: tuple[Row, ...] = (
            (
                opens(counted("jobs-entry", look.jobs), "jobs"),
                opens(counted("out-of-reach-entry", look.out_of_reach), "out_of_reach"),
            ),
            (opens(counted("failures-entry", failed), "failures"), opens(say("attempts-entry"), "attempts")),
        )
        return Screen((say("status-title"), *_facts(look)), (*rows, (BACK, HOME)))


def _facts(look: Look) -> Sequence[Wording]:
    found = look.standing
    size = Decimal(found.size) / MEGABYTE
    coming = in_a_line((say("status-to-work", count=found.to_work), _some("status-set-aside", found.set_aside)))
    going = in_a_line((say("status-to-send", count=found.to_send), _some("status-refused", found.refused)))
    facts: list[tuple[str, Wording]] = [
        ("status-version", found.version),
        ("status-database", in_a_line((found.database, say("status-size", size=round(size, 1))))),
        ("status-schema", found.schema),
        ("status-in", coming),
        ("status-out", going),
    ]
    if found.oldest is not None:
        facts.append(("status-oldest", say("status-late" if look.stuck else "status-at", at=found.oldest)))
    if found.ticked is not None:
        facts.append(("status-ticked", say("status-late" if look.late else "status-at", at=found.ticked)))
    facts.append(("status-backed-up", _copied(look)))
    return [say("fact", label=say(label), value=value) for label, value in facts]


def _copied(look: Look) -> Wording:
    found = look.standing
    if not found.copied_by_us:
        return say("status-copied-elsewhere")
    if found.backed_up is None:
        return say("status-never-copied")
    return say("status-copied-late" if look.uncopied else "status-at", at=found.backed_up)


def _some(key: str, count: int) -> Wording | None:
    return say(key, count=count) if count else None


class Jobs(ListPage[tuple[Job, str]]):
    """What was put to be done aside, newest first."""

    name = "jobs"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[tuple[Job, str]], int]:
        return ask(looking.jobs, offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("jobs-title", count=total),)

    @override
    def row(self, place: int, row: tuple[Job, str], args: Args, ask: Ask) -> Sequence[Wording]:
        job, owner = row
        state = say(f"jobs-{job.state.value}", percent=job.percent)
        told = in_a_line((state, owner or say("jobs-operator"), say("jobs-at", at=job.created_at)))
        return say("jobs-row", index=place, what=say(f"job-{job.kind.replace('_', '-')}")), say("jobs-told", told=told)

    @override
    def key(self, place: int, row: tuple[Job, str], args: Args, ask: Ask) -> Button:
        return opens(str(place), "job", job=row[0].id, listed=True)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("jobs-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return ((BACK, HOME),)


class OutOfReach(ListPage[Unreached]):
    """Whom the chat doesn't reach, those longest away first."""

    name = "out_of_reach"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[Unreached], int]:
        return ask(looking.out_of_reach, offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("out-of-reach-title", count=total), *((say("out-of-reach-why"),) if total else ()))

    @override
    def row(self, place: int, row: Unreached, args: Args, ask: Ask) -> Sequence[Wording]:
        since = say("out-of-reach-since", at=row.since) if row.since is not None else say("out-of-reach-nowhere")
        return (say("out-of-reach-row", index=place, who=in_a_line((row.account.name, row.home)), since=since),)

    @override
    def key(self, place: int, row: Unreached, args: Args, ask: Ask) -> Button:
        return opens(str(place), "person", account=row.account.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("out-of-reach-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return ((BACK, HOME),)


class Attempts(Page):
    """拒绝的越权尝试, newest first."""

    name = "attempts"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        page = page_in(args)
        found = ask(attempts.newest, page * A_PAGE, A_PAGE + 1)
        lines = [line for each in found[:A_PAGE] for line in _attempt(each)]
        turn = [Button(say("page-before"), act("page", page=page - 1))] if page else []
        if len(found) > A_PAGE:
            turn.append(Button(say("page-after"), act("page", page=page + 1)))
        rows: tuple[Row, ...] = (tuple(turn),) if turn else ()
        told = lines or [say("attempts-none")]
        return Screen((say("attempts-title"), say("attempts-why"), *told), (*rows, (BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({"page": page_in(act.args)})


def _attempt(each: Attempt) -> Sequence[Wording]:
    what = say(f"right-{each.action.value.replace('_', '-')}") if each.action is not None else say("right-gone")
    return (say("attempts-row", at=each.at, who=in_a_line((each.name, each.home)), what=what),)

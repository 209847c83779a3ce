"""A lived-in past for the demo: a month of every kind of work, and a year of orders, lived through the use-cases themselves, each at
its moment.

What is long over is told to nobody; what still waits (a report to be decided, one to be mended) has its card.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial

from bot.demo.month import (
    ANNOUNCED,
    COMMENTS,
    FIRST,
    GIVEN_UP,
    HISTORY,
    MONTH,
    REASONS,
    SOLD,
    WAITS,
    YEAR,
    DemoOrder,
    Past,
)
from bot.serving.app import App
from bot.serving.work import DeskWork, work_for
from domain.announcements import announcing
from domain.approvals import deciding
from domain.base.kinds import Kind
from domain.base.stage import Stage
from domain.customers.records import Profile
from domain.follow_ups import commenting, writing
from domain.orders import changing, months, noting, recording, wanting
from domain.orders.records import Batch
from domain.people.records import Account
from domain.projects.records import Milestone, ProjectItem
from domain.protection import protecting
from domain.reports import reporting
from storage.engine import Connection

Moment = tuple[datetime, Callable[[], None]]
CONFIRMED = (Stage.DEVELOPMENT, Stage.PILOT, Stage.PRODUCTION)
"""Stages that the manager confirms."""


def lay(conn: Connection, app: App, now: datetime, *, year: bool = True) -> None:
    """Everything in the order of time; `year` says whether the customers of a year and their orders are part of it."""
    stage = _Stage(conn, app, now)
    moments: list[Moment] = []
    for past in (*MONTH, *(YEAR if year else ())):
        moments += stage.knowing(past)
    for each in (*SOLD, *(HISTORY if year else ())):
        moments += stage.selling(each)
    for name, ago, words in COMMENTS:
        moments.append((at := stage.at(ago, hour=11), partial(stage.comment, name, at, words)))
    for ago, heading, text in ANNOUNCED:
        moments.append((at := stage.at(ago, hour=9), partial(stage.announce, at, heading, text)))
    moments.append((stage.at(WAITS[1], hour=18), partial(stage.wait, *WAITS)))
    for _, live in sorted(moments, key=lambda moment: moment[0]):
        live()


class _Stage:
    def __init__(self, conn: Connection, app: App, now: datetime) -> None:
        self.conn, self.app, self.now = conn, app, now
        people = app.system(conn, now).people
        everybody = [*people.vendor_accounts(), *(a for g in (1, 2) for a in people.accounts_of_agency(g))]
        self.people: dict[str, Account] = {account.name: account for account in everybody}
        self.reports: dict[str, int] = {}
        self.told: dict[str, int] = {}
        self.lines: dict[DemoOrder, int] = {}
        self.due = now.date() + timedelta(days=120)

    def at(self, ago: int, *, hour: int) -> datetime:
        """That many days ago at this hour of the vendor, never later than now."""
        day = self.now.astimezone(self.app.policy.zone).replace(hour=hour, minute=12, second=0, microsecond=0)
        return min((day - timedelta(days=ago)).astimezone(self.now.tzinfo), self.now - timedelta(minutes=5))

    def _work(self, who: str, at: datetime) -> DeskWork:
        account = self.people[who]
        return work_for(self.conn, self.app.policy, at, account=account, owner=f"account:{account.id}")

    def _customer(self, work: DeskWork, name: str) -> int:
        return work.customers.report(self.reports[name]).customer_id

    def knowing(self, past: Past) -> Iterator[Moment]:
        """A customer from its report on."""
        reported = self.at(past.ago, hour=10)
        yield reported, partial(self.report, past, reported)
        if past.decided:
            decided = self.at(past.ago - 1, hour=15)
            yield decided, partial(self.decide, past, decided)
        before = Stage.CONTACT
        for ago, words, reached in past.told:
            told = self.at(ago, hour=17)
            yield told, partial(self.tell, past, told, words, reached)
            if reached in CONFIRMED and reached is not before:
                confirmed = self.at(ago - 1, hour=10)
                yield confirmed, partial(self.confirm, past, confirmed)
            before = reached
        if past.left:
            left = self.at(past.left, hour=9)
            yield left, partial(self.leave, past, left)

    def report(self, past: Past, at: datetime) -> None:
        work = self._work(past.who, at)
        profile = Profile(
            name=past.name, region=past.region, domain=past.domain, volume=Decimal(past.volume), mcus=past.mcus
        )
        project = _project(past, Stage.CONTACT, FIRST, self.due) if past.project else None
        made = reporting.report(work, reporting.ReportCustomer(profile=profile, project=project))
        self.reports[past.name] = made.report
        self._tell(work, still_waits=not past.decided)

    def decide(self, past: Past, at: datetime) -> None:
        work = self._work("陈经理", at)
        approval = work.approvals.of_subject(Kind.CUSTOMER_REPORT, self.reports[past.name])
        if approval is None:
            return
        match past.decided:
            case "approve":
                deciding.approve(work, deciding.Approve(approval=approval.id))
            case "reject":
                deciding.reject(work, deciding.Reject(approval=approval.id, reason=REASONS["reject"]))
            case _:
                fields = ("volume", "mcus")
                deciding.return_(work, deciding.Return(approval=approval.id, fields=fields, reason=REASONS["return"]))
        self._tell(work, still_waits=past.decided == "return")

    def tell(self, past: Past, at: datetime, words: str, stage: Stage) -> None:
        work = self._work(past.who, at)
        items = (_project(past, stage, words, self.due),) if past.project else ()
        customer = self._customer(work, past.name)
        made = writing.write(work, writing.WriteFollowUp(customer=customer, dynamics=words, projects=items))
        self.told[past.name] = made.follow_up
        self._tell(work, still_waits=False)

    def confirm(self, past: Past, at: datetime) -> None:
        """The stage that was told."""
        work = self._work("陈经理", at)
        for asked in work.protections.pending_of(self._customer(work, past.name)):
            approval = work.approvals.of_subject(asked.kind, asked.id)
            if approval is not None:
                deciding.approve(work, deciding.Approve(approval=approval.id))
        self._tell(work, still_waits=False)

    def leave(self, past: Past, at: datetime) -> None:
        work = self._work(past.who, at)
        protecting.give_up(work, protecting.GiveUp(customer=self._customer(work, past.name), reason=GIVEN_UP))
        self._tell(work, still_waits=False)

    def comment(self, name: str, at: datetime, words: str) -> None:
        work = self._work("陈经理", at)
        commenting.write(work, commenting.WriteComment(follow_up=self.told[name], text=words))
        self._tell(work, still_waits=False)

    def announce(self, at: datetime, heading: str, text: str) -> None:
        work = self._work("刘经理", at)
        announcing.announce(work, announcing.Announce(heading=heading, text=text))
        while (batch := announcing.next_batch(work, 100)) is not None:  # everybody had it then
            announcing.advance(work, batch)
        self._tell(work, still_waits=False)

    def selling(self, sold: DemoOrder) -> Iterator[Moment]:
        """The order, and what became of it later."""
        yield self.at(sold.ago, hour=18), partial(self.sell, sold)
        if sold.shipped is not None:
            yield self.at(sold.shipped[0], hour=18), partial(self.ship, sold, *sold.shipped)
        if sold.back is not None:
            yield self.at(sold.back[0], hour=18), partial(self.give_back, sold, *sold.back)

    def sell(self, sold: DemoOrder) -> None:
        work = self._work(sold.who, self.at(sold.ago, hour=18))
        customer = self._customer(work, sold.name)
        line = recording.LineToLog(
            project=work.projects.of_customer(customer)[0].id,
            quantity=sold.pieces,
            price=Decimal(sold.price),
            batches=tuple(Batch(code, pieces) for code, pieces in sold.batches),
        )
        day = self._closed(work.today) if sold.late else work.today
        made = recording.log(work, recording.LogOrder(customer=customer, day=day, lines=(line,)))
        self.lines[sold] = made.orders[0].lines[0].id
        self._tell(work, still_waits=sold.late)

    def ship(self, sold: DemoOrder, ago: int, pieces: int) -> None:
        work = self._work(sold.who, self.at(ago, hour=18))
        changing.deliver(work, changing.Deliver(line=self.lines[sold], quantity=pieces, day=work.today))
        self._tell(work, still_waits=False)

    def give_back(self, sold: DemoOrder, ago: int, pieces: int) -> None:
        work = self._work(sold.who, self.at(ago, hour=18))
        changing.give_back(work, changing.ReturnGoods(line=self.lines[sold], quantity=pieces, day=work.today))
        self._tell(work, still_waits=False)

    def _closed(self, today: date) -> date:
        """The last day of the last month that was closed by then."""
        day, closing = today.replace(day=1) - timedelta(days=1), self.app.policy.orders.month_closes_on
        return day if months.is_closed(day, today, closing) else day.replace(day=1) - timedelta(days=1)

    def wait(self, who: str, ago: int, text: str) -> None:
        at = self.at(ago, hour=18)
        work = self._work(who, at)
        card = noting.note(work, noting.NoteOrders(text=text, written_on=work.today))
        if card is not None:
            wanting.ask_for_project(work, wanting.AskForProject(card=card.waiting.id, row=0))
        self._tell(work, still_waits=True)

    def _tell(self, work: DeskWork, *, still_waits: bool) -> None:
        if still_waits:
            self.app.pushes.deliver(work)
        else:
            work.log.take_fresh()


def _project(past: Past, stage: Stage, progress: str, due: date) -> ProjectItem:
    return ProjectItem(
        name=past.project,
        domain=past.domain,
        mcu=past.mcus.split("、")[0],
        stage=stage,
        progress=progress,
        yearly=int(Decimal(past.volume) * 10_000 / 2),
        milestone=Milestone.PILOT,
        due=f"{due:%Y-%m}",
    )

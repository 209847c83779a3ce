"""Ticks at any time, late, twice, after outages, with a clock set back: the reminders are those of an independent model."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

import pytest
from sqlalchemy import Connection, update

from domain.base.calendar import WorkingCalendar
from domain.follow_ups import writing
from domain.follow_ups.writing import WriteFollowUp
from domain.reminders.records import ReminderKind
from storage.tables.queues import outbox
from tests.rules.office import POLICY, Office

STAR = "深圳市星河联创电子有限公司"
BEGAN, END = date(2026, 11, 23), date(2027, 2, 23)


MONDAY = date(2026, 11, 23)
CALENDAR = WorkingCalendar(POLICY)


def _working(day: date) -> date:
    return day if CALENDAR.is_working_day(day) else _working(day + timedelta(1))


class Model:
    """The rules said once more: of each tick, which stages have come since the one before, and which of them is the last."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str, date], bool] = {}
        """Receiver, kind and day of each that must be there; whether it was worth sending when it was found."""
        self.wrote = BEGAN
        self.swept = BEGAN
        self.reminded: set[date] = set()
        self.released = False

    def tick(self, today: date) -> None:
        self.released |= today > END  # a clock that is set back brings nothing back
        if not self.released:
            self._ends(today)
            self._reports(today)
        self.swept = max(self.swept, today)

    def _ends(self, today: date) -> None:
        fresh = [END - timedelta(days) for days in (30, 14, 7, 3, 1, 0)]
        fresh = [day for day in fresh if day <= today and day not in self.reminded]
        self.reminded.update(fresh)
        for receiver, first in (("李明", 30), ("孙总", 7)):
            theirs = [day for day in fresh if (END - day).days <= first]
            self._add(receiver, "protection", theirs)

    def _reports(self, today: date) -> None:
        stages = {days: self.wrote + timedelta(days) for days in (10, 13, 15, 18)}
        fresh = {days: day for days, day in stages.items() if self.swept < day <= today}
        weeks = [_working(self.wrote + timedelta(18 + 7 * week)) for week in range(1, 20)]
        weekly = sorted({day for day in weeks if self.swept < day <= today})
        self._add("李明", "follow_up", [day for days, day in fresh.items() if days < 18] + weekly)
        last = [day for days, day in fresh.items() if days == 18]
        self._add("孙总", "follow_up_late", last + weekly)
        self._add("陈经理", "follow_up_late", last)
        mondays = {_working(MONDAY + timedelta(7 * week)) for week in range(20)}
        late = sorted(day for day in mondays if self.swept < day <= today and day > self.wrote + timedelta(18))
        self._add("陈经理", "follow_ups_late", late)

    def _add(self, receiver: str, kind: str, days: list[date]) -> None:
        for day in days:
            self.rows[receiver, kind, day] = day == max(days)


def _sent(conn: Connection, now: datetime) -> None:
    conn.execute(update(outbox).where(outbox.c.state == "waiting").values(state="sent", ended_at=now))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
async def test_whenever_it_ticks_each_reminder_exists_once_and_only_the_latest_stage_is_sent(
    office: Office, seed: int
) -> None:
    chance, model = Random(seed), Model()
    customer = await office.holds("李明", STAR)
    command = WriteFollowUp(customer=customer, dynamics="样片测试通过，等待立项")
    longest = chance.choice((1, 4, 12))
    begin = office.now
    while office.now < begin + timedelta(days=100):
        office.now += timedelta(hours=chance.choice((-1, 5, 11, 24 * chance.uniform(0.5, longest))))
        today = office.now.astimezone(POLICY.zone).date()
        if chance.random() < 0.15 and not model.released:
            await office.does("李明", lambda work: writing.write(work, command))
            model.wrote = today
        for _ in range(chance.randint(1, 2)):
            await office.duties()
        await office.db.transact(lambda conn: _sent(conn, office.now))
        model.tick(today)
    for clock in ("10:00", "10:01"):
        office.day("2027-03-10", clock)
        await office.duties()
        await office.db.transact(lambda conn: _sent(conn, office.now))
    about = {
        ReminderKind.PROTECTION.value,
        ReminderKind.FOLLOW_UP.value,
        ReminderKind.FOLLOW_UP_LATE.value,
        ReminderKind.FOLLOW_UPS_LATE.value,
    }
    found = [row for row in await office.reminders() if row[1] in about]
    assert sorted((who, kind, date.fromisoformat(day)) for who, kind, day, _ in found) == sorted(model.rows)
    for who, kind, day, state in found:
        assert state in {"sent", "obsolete", "superseded"}
        if not model.rows[who, kind, date.fromisoformat(day)]:
            assert state == "superseded"

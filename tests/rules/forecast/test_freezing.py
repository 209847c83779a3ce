"""A month's forecast is frozen once, by what was known on its 1st, and nobody changes it; what was ordered, once it has closed
(docs/forecast.md)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import text
from typing_extensions import override

from bot.cli.forecast import lines
from bot.clock import Clock
from bot.process.jobs import JobQueue
from domain.base.rights import EVERYTHING, Reach
from domain.forecast import backtest, freezing
from domain.forecast.choosing import Method
from domain.forecast.port import FrozenRow
from domain.forecast.records import Layer
from domain.orders import changing
from domain.orders.recording import LineToLog
from domain.orders.records import CorrectionReason
from domain.statistics.records import EVERYTHING as ALL
from notifications.jobs.freeze_forecast import freeze_forecast
from notifications.jobs.working import Runner
from storage.files.store import FileStore
from tests.rules.office import Office
from tests.rules.orders.test_orders import item, logs, star
from tests.rules.projects.test_project_lists import tells

__all__ = ["star"]
DECEMBER, JANUARY = date(2026, 12, 1), date(2027, 1, 1)


@pytest.fixture
async def works(office: Office, tmp_path: Path) -> Runner:
    """The worker of the deployment."""

    class Now(Clock):
        @override
        def now(self) -> datetime:
            return office.now

    queue = JobQueue(office.db, office.app, FileStore(tmp_path / "kept"), Now())
    return Runner(queue, {freezing.KIND: freeze_forecast})


async def passes(office: Office, works: Runner, day: str) -> None:
    """The day comes, what is due becomes a job, and that is worked."""
    office.day(day)
    await office.duties()
    await works.once()


async def rows(office: Office, month: date) -> list[FrozenRow]:
    return await office.does(None, lambda work: list(work.forecasts.rows(month, EVERYTHING, ALL)))


@pytest.mark.pg
async def test_a_month_is_frozen_once_by_what_was_known_on_its_first_however_late(
    office: Office, star: int, works: Runner
) -> None:
    office.day("2026-11-25")
    (sold,) = await logs(office, "周助理", star, "2026-11-25", quantity=4_000)
    office.day("2026-12-08")  # nothing ran over the first of the month
    await logs(office, "周助理", star, "2026-11-26", quantity=9_000)  # known too late
    await tells(office, "李明", star, item("水泵驱动", "CMS8S6990"))
    wrong = changing.CorrectOrder(
        order=sold.id,
        day=date(2026, 11, 25),
        lines=(LineToLog(project=sold.lines[0].project_id or 0, quantity=44_000, price=Decimal("3.2")),),
        why=CorrectionReason.SLIP,
    )
    await office.does("孙总", lambda work: changing.correct(work, wrong))

    await passes(office, works, "2026-12-09")
    (row,) = await rows(office, DECEMBER)
    assert row.layer is Layer.RAMP
    assert row.standard == pytest.approx((9_500.0,) * 12)
    assert row.naive == pytest.approx((4_000 / 3,) * 12)
    assert row.calibrated == row.standard, "before twelve months and thirty cases"
    said, _ = await office.does(None, lambda work: work.forecasts.cells(DECEMBER))
    assert {cell: months[Method.NAIVE][0] for cell, months in said.items()} == {
        ("bat32g139", row.agency_id): pytest.approx(4_000 / 3)
    }

    await office.does(None, lambda work: work.jobs.put(freezing.KIND, {}, account_id=None, now=work.now, key=None))
    await works.once()
    assert await rows(office, DECEMBER) == [row], "a second run finds it frozen"
    again = await office.does(None, lambda work: freezing.snapshot_of(work, DECEMBER))
    assert not await office.does(None, lambda work: work.forecasts.freeze(again, work.now))


@pytest.mark.pg
async def test_what_is_frozen_cannot_be_changed_or_taken_away(office: Office, star: int, works: Runner) -> None:
    await passes(office, works, "2026-12-01")
    await passes(office, works, "2027-01-06")
    tables = ["snapshots", "projects", "cells", "closings", "measured"]
    for table in tables:
        for act in (f"UPDATE forecast_{table} SET month = '2030-01-01'", f"DELETE FROM forecast_{table}"):  # noqa: S608
            with pytest.raises(Exception, match="frozen cannot change"):
                await office.does(None, lambda work, act=act: work.conn.execute(text(act)))  # type: ignore[misc]
    assert await rows(office, DECEMBER)


@pytest.mark.pg
async def test_what_was_ordered_is_measured_as_it_stood_when_its_month_closed(
    office: Office, star: int, works: Runner
) -> None:
    await passes(office, works, "2026-12-01")
    office.day("2026-12-10")
    await logs(office, "周助理", star, "2026-12-10", quantity=9_000)
    office.day("2027-01-05")
    await logs(office, "周助理", star, "2026-12-31", quantity=400)
    await passes(office, works, "2027-01-05")
    assert await office.does(None, lambda work: list(work.forecasts.closed())) == []
    office.day("2027-01-06")
    await logs(office, "周助理", star, "2026-12-30", quantity=70_000)  # 补录
    await passes(office, works, "2027-01-06")

    (then,) = await office.does(None, lambda work: list(work.forecasts.ordered(DECEMBER, EVERYTHING)))
    assert (then.pieces, then.contact_id) == (9_400, office.ids["李明"])
    assert await office.does(None, lambda work: list(work.forecasts.ordered(DECEMBER, Reach(unit_id=12345)))) == []
    measured = await office.does(None, lambda work: list(work.forecasts.measured()))
    standard = next(each for each in measured if each.method is Method.STANDARD)
    assert (standard.origin, standard.horizon) == (DECEMBER, 1)
    assert standard.score.missed == pytest.approx(100)
    assert {each.method for each in measured} == set(Method)
    await passes(office, works, "2027-01-07")
    assert await office.does(None, lambda work: list(work.forecasts.frozen())) == [DECEMBER, JANUARY]
    assert len(await office.does(None, lambda work: list(work.forecasts.measured()))) == len(measured)

    table = list(lines(await office.does(None, backtest.backtest)))
    assert table[0].split() == ["months", "ahead", "method", "months", "WAPE", "gain", "bias"]
    assert table[-1].split() == ["1", "calibrated", "1", "1.1%", "98.9%", "1.1%"]


async def test_while_a_job_is_open_or_has_just_failed_no_other_is_put(office: Office, star: int) -> None:
    async def jobs() -> list[str]:
        await office.duties()
        return [
            each.state.value for each in (await office.does(None, lambda work: work.jobs.newest(EVERYTHING, 0, 9)))[0]
        ]

    office.day("2026-12-01", "00:01")
    assert await jobs() == await jobs() == ["waiting"]
    await office.does(None, lambda work: work.conn.execute(text("UPDATE jobs SET state = 'failed'")))
    assert await jobs() == ["failed"]
    office.day("2026-12-01", "01:02")
    assert await jobs() == ["waiting", "failed"]


async def test_a_month_in_which_nothing_ran_stays_without_a_snapshot_and_one_before_anything_was_told_too(
    office: Office, star: int, works: Runner
) -> None:
    office.day("2026-11-30")
    await office.duties()
    assert not await works.once(), "nothing was told before November"
    assert list(lines(await office.does(None, backtest.backtest))) == ["No month that was forecast has closed yet."]
    await passes(office, works, "2026-12-31")
    await passes(office, works, "2027-02-20")
    assert await office.does(None, lambda work: list(work.forecasts.frozen())) == [DECEMBER, date(2027, 2, 1)]
    assert await office.does(None, lambda work: list(work.forecasts.closed())) == [DECEMBER, JANUARY]

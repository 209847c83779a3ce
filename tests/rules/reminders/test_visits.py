"""Visits are brought to mind on the working day before and on their day, and asked about once; never of what is over."""

from __future__ import annotations

from datetime import date

import pytest

from domain.base.errors import NotAllowed, NotFound
from domain.follow_ups import writing
from domain.follow_ups.writing import WriteFollowUp
from domain.leaving import handing_over
from domain.reminders.records import ReminderKind
from domain.visits import planning
from domain.visits.planning import CancelVisit, PlanVisit, VisitPast
from domain.visits.records import VisitState
from tests.rules.office import Office
from tests.rules.reminders.test_coming_due import told, walk

STAR = "深圳市星河联创电子有限公司"
MONDAY = date(2026, 12, 7)
KINDS = (ReminderKind.VISIT, ReminderKind.VISIT_PAST)


async def plans(office: Office, who: str, customer: int, on: date) -> None:
    await office.does(who, lambda work: planning.plan(work, PlanVisit(customer=customer, on=on)))


async def writes(office: Office, customer: int, following: date | None = None) -> None:
    command = WriteFollowUp(customer=customer, dynamics="样机温升偏高，改版再测", next_visit=following)
    await office.does("李明", lambda work: writing.write(work, command))


async def both(office: Office) -> list[list[tuple[str, str]]]:
    return [[(who, due) for who, due, _ in await told(office, kind)] for kind in KINDS]


async def test_it_is_told_on_the_working_day_before_on_its_day_and_asked_about_once(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await plans(office, "李明", customer, MONDAY)
    await walk(office, "2026-12", 1, 20)
    assert await both(office) == [[("李明", "2026-12-04"), ("李明", "2026-12-07")], [("李明", "2026-12-08")]]


async def test_a_report_before_its_day_leaves_it_one_on_its_day_ends_it(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await plans(office, "李明", customer, MONDAY)
    await walk(office, "2026-12", 1, 3)
    await writes(office, customer)
    await walk(office, "2026-12", 4, 7)
    await writes(office, customer, date(2026, 12, 15))
    await walk(office, "2026-12", 8, 20)
    assert await both(office) == [
        [("李明", "2026-12-04"), ("李明", "2026-12-07"), ("李明", "2026-12-14"), ("李明", "2026-12-15")],
        [("李明", "2026-12-16")],
    ]


async def test_put_off_or_called_off_it_reminds_of_the_former_day_no_more(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await plans(office, "李明", customer, date(2026, 12, 8))
    await walk(office, "2026-12", 1, 6)
    await plans(office, "李明", customer, date(2026, 12, 11))
    await walk(office, "2026-12", 7, 10)
    visit = await office.does("李明", lambda work: work.visits.of_customer(customer))
    assert visit is not None
    await office.does("李明", lambda work: planning.cancel(work, CancelVisit(visit=visit.id)))
    await walk(office, "2026-12", 11, 20)
    assert await both(office) == [[("李明", "2026-12-10")], []]


async def test_after_an_outage_only_the_question_is_told(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await plans(office, "李明", customer, MONDAY)
    await walk(office, "2026-12", 1, 1)
    await walk(office, "2026-12", 14, 15)
    assert [(due, state) for _, due, state in await told(office, ReminderKind.VISIT)] == [
        ("2026-12-04", "obsolete"),
        ("2026-12-07", "obsolete"),
    ]
    assert [(due, state) for _, due, state in await told(office, ReminderKind.VISIT_PAST)] == [("2026-12-08", "handed")]


async def test_handed_over_on_its_day_the_new_contact_is_told_the_same_day(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await plans(office, "李明", customer, MONDAY)
    await walk(office, "2026-12", 4, 6)
    office.day("2026-12-07", "07:00")
    await office.duties()
    successor = office.ids["孙总"]
    command = handing_over.HandCustomerOver(customer=customer, to=successor)
    await office.does("孙总", lambda work: handing_over.hand_customer_over(work, command))
    await walk(office, "2026-12", 7, 9)
    assert await both(office) == [
        [("李明", "2026-12-04"), ("李明", "2026-12-07"), ("孙总", "2026-12-07")],
        [("孙总", "2026-12-08")],
    ]
    assert ("李明", "2026-12-07", "obsolete") in await told(office, ReminderKind.VISIT)


async def test_a_day_that_is_past_or_far_off_and_whoever_may_not_are_refused(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    office.day("2026-12-01", "10:00")
    for on in (date(2026, 11, 30), date(2029, 1, 1)):
        with pytest.raises(VisitPast):
            await plans(office, "李明", customer, on)
    with pytest.raises(NotFound):
        await plans(office, "王芳", customer, MONDAY)
    with pytest.raises(NotAllowed):
        await plans(office, "陈经理", customer, MONDAY)
    await plans(office, "李明", customer, MONDAY)
    visit = await office.does("李明", lambda work: work.visits.of_customer(customer))
    assert visit is not None
    with pytest.raises(NotFound):
        await office.does("王芳", lambda work: planning.cancel(work, CancelVisit(visit=visit.id)))
    await office.does("李明", lambda work: planning.lost(work, customer))
    with pytest.raises(NotFound):
        await office.does("李明", lambda work: planning.cancel(work, CancelVisit(visit=visit.id)))
    assert (await office.does("李明", lambda work: work.visits.get(visit.id))).state is VisitState.CANCELLED

"""Each level of a request has its own clock, in working hours of its kind: nudged, then escalated (to the head, who is the next
level here)."""

from __future__ import annotations

import pytest

from bot.serving.work import DeskWork
from domain.approvals import briefs, requests
from domain.approvals.records import Approval
from domain.base.kinds import Kind
from domain.base.stage import Stage
from domain.leaving import staffing
from domain.people import heads
from domain.protection import stages
from domain.reminders.records import ReminderKind
from tests.rules.office import Office

STAR = "深圳市星河联创电子有限公司"


@pytest.mark.parametrize(
    ("kind", "moments"),
    [
        (Kind.CONTRACT, ("24 11:59 0", "24 12:00 1", "24 16:00 2", "24 17:59 2", "24 18:00 2+", "25 18:00 2+")),
        (Kind.CUSTOMER_REPORT, ("24 12:00 1", "24 16:00 2", "24 18:00 2+", "25 18:00 2+")),
    ],
)
async def test_a_later_level_is_nudged_and_escalated_from_when_it_was_asked(
    office: Office, kind: Kind, moments: tuple[str, ...]
) -> None:
    """The second level is asked on Tuesday, 09:00; the first was asked a day before."""
    await office.colleague("林经理", "深圳南山电子")

    def begin(work: DeskWork) -> None:
        people = [work.people.account(office.ids[name]) for name in ("陈经理", "林经理")]
        agency = work.people.account(office.ids["李明"]).agency_id
        assert agency is not None
        requests.begin_with(
            work, kind, 77, people[:1], agency_id=agency, applicant_id=office.ids["李明"], later=[people[1:]]
        )

    def found(work: DeskWork) -> Approval:
        approval = work.approvals.of_subject(kind, 77)
        assert approval is not None
        return approval

    await office.does(None, begin)
    office.day("2026-11-24", "09:00")
    await office.does(None, lambda work: requests.ask_next(work, found(work)))
    seen = []
    for moment in moments:
        day, clock, _ = moment.split()
        office.day(f"2026-{'12' if day == '01' else '11'}-{day}", clock)
        await office.duties()
        nudged = [who for who, *_ in await office.reminders(ReminderKind.APPROVAL)]
        assert set(nudged) <= {"林经理"}
        more = len((await office.does(None, found)).current.approvers) - 1
        seen.append(f"{day} {clock} {len(nudged)}{'+' * more}")
    assert seen == list(moments)


async def test_who_takes_the_place_of_a_slow_colleague_is_asked_in_the_first_place(office: Office) -> None:
    """陈经理 leaves with a late request that 刘经理 was asked about besides: it isn't escalated from nobody to him."""
    await office.reports("李明", STAR)
    await office.does(None, lambda work: heads.appoint(work, work.people.unit(1), office.ids["刘经理"]))
    office.day("2027-01-20")
    await office.duties()
    leaves = staffing.Deactivate(account=office.ids["陈经理"], to=office.ids["刘经理"])
    await office.does("管理员", lambda work: staffing.deactivate(work, leaves))

    def told(work: DeskWork) -> briefs.Escalation | None:
        (approval,) = work.approvals.waiting_for((office.ids["刘经理"],))
        return briefs.escalation(work, approval)

    found = await office.does(None, told)
    assert found is None or all(found.first)


async def test_a_slow_head_is_not_the_one_who_is_alarmed_of_it(office: Office) -> None:
    """What the head himself leaves undecided goes to the administrators."""
    await office.does(None, lambda work: heads.appoint(work, work.people.unit(1), office.ids["陈经理"]))
    customer = await office.holds("李明", STAR)
    office.day("2027-02-11")
    await office.does(None, lambda work: stages.stage_is(work, customer, Stage.DEVELOPMENT))
    for day in ("2027-02-12", "2027-02-15", "2027-02-19", "2027-03-10"):
        office.day(day)
        await office.duties()

    def asked(work: DeskWork) -> set[int]:
        (approval,) = work.approvals.waiting_for((office.ids["陈经理"],))
        return set(approval.current.approvers)

    assert office.ids["管理员"] in await office.does(None, asked)
    late = [who for who, *_ in await office.reminders(ReminderKind.EXTENSION_LATE)]
    assert "管理员" in late
    assert "陈经理" not in late

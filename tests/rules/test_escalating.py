"""Each level of a request has its own clock, in working hours of its kind: nudged, then escalated (to the head, who is the next
level here)."""

from __future__ import annotations

import pytest

from bot.work import DeskWork
from domain import requests
from domain.approvals import Approval, Kind
from domain.reminders import ReminderKind
from tests.rules.office import Office


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

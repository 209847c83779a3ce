"""这是我公司，申请核实: whoever registers a company that is registered already puts his case before its 主管经理
(docs/registration.md). He learns nothing of the agency; whether he is of it is found out outside, an invitation follows."""

from __future__ import annotations

from dataclasses import dataclass

from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.work import Work
from domain.registration import guarding, registering

LATELY = 50
"""Cases of one company that are looked through before the form; the act itself counts."""


@dataclass(frozen=True, kw_only=True)
class ClaimAgency:
    """`name`: the company as he calls it."""

    credit_code: str
    name: str
    contact: str
    mobile: str
    mobile_shared: bool
    note: str | None = None


@dataclass
class ClaimedAlready(Refusal):
    """His case lies before somebody since today."""


@dataclass(frozen=True, kw_only=True)
class AgencyClaimed(Event, subject="agency"):
    """By a chat that has no account with it."""

    agency: int
    chat: int
    name: str
    contact: str
    mobile: str
    mobile_shared: bool
    note: str


def demand_open(work: Work, credit_code: str) -> None:
    """Before anything is asked. Raises `NotAllowed`, `NotFound` where no agency has that code, `ClaimedAlready`."""
    guarding.demand_passed(work)
    agency = registering.holder(work, credit_code)
    if agency is None:
        raise NotFound("agency")
    lately = work.events.of_subjects("agency", (agency.id,), offset=-LATELY, limit=LATELY, kinds=(AgencyClaimed,))
    today = (each.event for each in lately if each.at.astimezone(work.zone).date() == work.today)
    if any(isinstance(each, AgencyClaimed) and each.chat == work.chat_id for each in today):
        raise ClaimedAlready


def claim(work: Work, command: ClaimAgency) -> None:
    """Raises as `demand_open`, and `ClaimedAlready`."""
    demand_open(work, command.credit_code)
    agency = registering.holder(work, command.credit_code)
    if agency is None:
        raise NotFound("agency")
    if work.numbers.count(f"agency-claims:{work.today}:{work.chat_id}:{agency.id}") > 1:
        raise ClaimedAlready
    guarding.close(work)
    work.events.record(
        AgencyClaimed(
            agency=agency.id,
            chat=work.chat_id,
            name=command.name,
            contact=command.contact,
            mobile=command.mobile,
            mobile_shared=command.mobile_shared,
            note=command.note or "",
        )
    )

"""Two about one contract's amendment at the same instant: PostgreSQL alone, for SQLite has one writer."""

from __future__ import annotations

import pytest

from domain.approvals import deciding
from domain.base.errors import AlreadyDecided
from domain.contracts import amending
from tests.rules.kinds import amends, an_approved_contract, of_an_approved_one
from tests.rules.office import Office

pytestmark = pytest.mark.pg


@pytest.fixture
def address(postgres_address: str) -> str:
    return postgres_address


async def test_of_two_that_are_asked_for_the_second_is_told_of_the_first(office: Office) -> None:
    contract = await an_approved_contract(office)
    first, second = amends(office, contract, station="深圳北"), amends(office, contract, station="深圳东")
    _, answer = await office.overlapping(
        ("孙总", lambda work: amending.amend(work, first)), ("孙总", lambda work: amending.amend(work, second))
    )
    assert isinstance(answer, amending.AmendmentOpen)


async def test_what_is_taken_back_first_is_not_approved(office: Office) -> None:
    contract = await an_approved_contract(office)
    asked = await of_an_approved_one(office, contract)
    for who in ("陈经理", "刘经理"):
        await office.approves(who)
    standing = await office.does(None, lambda work: work.amendments.open_of(contract))
    assert standing is not None
    takes_back, approves = amending.WithdrawAmendment(amendment=standing.id), deciding.Approve(approval=asked.approval)
    _, answer = await office.overlapping(
        ("孙总", lambda work: amending.withdraw(work, takes_back)),
        ("管理员", lambda work: deciding.approve(work, approves)),
    )
    assert isinstance(answer, AlreadyDecided)
    contract_now = await office.does(None, lambda work: work.contracts.get(contract))
    assert contract_now.profile["station"] != "深圳北"

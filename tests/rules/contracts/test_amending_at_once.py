"""Two about one contract's amendment at the same instant: PostgreSQL alone, for SQLite has one writer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.serving.work import DeskWork
from domain.approvals import deciding
from domain.base.errors import AlreadyDecided, NotAllowed, Refusal
from domain.base.kinds import Kind
from domain.contracts import amending, contracting
from domain.leaving import agency_states
from domain.people.records import AgencyState
from tests.rules.kinds import amends, an_approved_contract, contract_parts, of_an_approved_one
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


@pytest.mark.parametrize("what", ["a contract", "an amendment"])
@pytest.mark.parametrize("first", ["the owner", "the end"])
async def test_what_is_handed_in_while_its_agency_ends_is_taken_back_with_it_or_refused(
    office: Office, what: str, first: str
) -> None:
    act = await _hands_in(office, what)
    agency = (await office.does("孙总", lambda work: work.actor)).agency_id or 0
    ending = agency_states.SetAgencyState(agency=agency, state=AgencyState.ENDED)

    def ends(work: DeskWork) -> object:
        return agency_states.set_state(work, ending)

    if first == "the owner":
        _, answer = await office.overlapping(("孙总", act), ("陈经理", ends))
        assert not isinstance(answer, Refusal)
    else:
        _, answer = await office.overlapping(("陈经理", ends), ("孙总", act))
        assert isinstance(answer, contracting.AgencyCannotSign | NotAllowed)
    kind = Kind.CONTRACT if what == "a contract" else Kind.CONTRACT_AMENDMENT
    assert await office.does(None, lambda work: list(work.approvals.open_of(agency, (kind,)))) == []


async def _hands_in(office: Office, what: str) -> Callable[[DeskWork], object]:
    if what == "a contract":
        started = await office.does(
            "孙总",
            lambda work: contracting.start(work, contracting.StartContract(fiscal_year=work.today.year)).contract,
        )
        command = contracting.SubmitContract(contract=started.id, **contract_parts(office))
        return lambda work: contracting.submit(work, command)
    contract = await an_approved_contract(office)
    asked = amends(office, contract, station="深圳北")
    return lambda work: amending.amend(work, asked)

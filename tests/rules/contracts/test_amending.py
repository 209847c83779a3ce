"""Amending a contract: one at a time, by whom, of what; what is checked, what a decision makes of it, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.approvals.records import ApprovalState
from domain.approvals.winding_up import NothingNew
from domain.base.errors import NotAllowed, NotFound
from domain.base.kinds import Kind
from domain.contracts import amending, contracting
from domain.contracts import views as contract_views
from domain.contracts.amendments import AmendmentState
from domain.leaving import agency_states
from domain.people.records import AgencyState
from tests.rules.kinds import amends, an_approved_contract, newest, of_an_approved_one
from tests.rules.office import Office


async def says(office: Office, contract: int, name: str, version: int = 0) -> object:
    """What the contract says, as its owner reads it."""
    view = await office.does("孙总", lambda work: contract_views.contract(work, contract, version=version))
    return view.contract.profile.get(name)


async def test_the_contract_stays_as_it_is_until_the_last_level_approves(office: Office) -> None:
    contract = await an_approved_contract(office)
    await of_an_approved_one(office, contract)
    for who in ("陈经理", "刘经理", "管理员"):
        assert await says(office, contract, "station") == "…"
        await office.approves(who)
    assert await says(office, contract, "station") == "深圳北"
    assert [await says(office, contract, "station", version) for version in (1, 2)] == ["…", "深圳北"]


async def test_what_somebody_else_had_amended_meanwhile_stays(office: Office) -> None:
    contract = await an_approved_contract(office)
    await of_an_approved_one(office, contract)
    for who in ("陈经理", "刘经理", "管理员"):
        await office.approves(who)
    late = amends(office, contract, recipient="吴工")  # of the version before
    made = await office.does("孙总", lambda work: amending.amend(work, late))
    assert made.changes == (("recipient", "…", "吴工"),)
    for who in ("陈经理", "刘经理", "管理员"):
        await office.approves(who)
    assert [await says(office, contract, each) for each in ("station", "recipient")] == ["深圳北", "吴工"]


async def test_one_is_asked_for_at_a_time_and_a_returned_one_is_mended_first(office: Office) -> None:
    contract = await an_approved_contract(office)
    await of_an_approved_one(office, contract)
    another = amends(office, contract, recipient="吴工")
    with pytest.raises(amending.AmendmentOpen):
        await office.does("孙总", lambda work: amending.amend(work, another))
    await office.returns("station")
    with pytest.raises(amending.AmendmentOpen):
        await office.does("孙总", lambda work: amending.amend(work, another))
    standing = await office.does(None, lambda work: work.amendments.open_of(contract))
    assert standing is not None
    mending = replace(amends(office, contract, station="深圳东"), amendment=standing.id)
    again = await office.does("孙总", lambda work: amending.amend(work, mending))
    assert (again.amendment, again.number) == (standing.id, standing.number)
    approval = await newest(office, Kind.CONTRACT_AMENDMENT)
    decisions = await office.does(None, lambda work: work.approvals.decisions(approval.id))
    assert [(each.field, each.before, each.after) for each in decisions[-1].changes] == [
        ("station", "深圳北", "深圳东")
    ]


async def test_only_an_owner_amends_and_only_his_agencys(office: Office) -> None:
    contract = await an_approved_contract(office)
    command = amends(office, contract, station="深圳北")
    for who, refusal in (("李明", NotAllowed), ("钱总", NotFound), ("陈经理", NotAllowed)):
        with pytest.raises((refusal, NotFound)):
            await office.does(who, lambda work: amending.amend(work, command))


async def test_another_of_the_vendors_companies_may_sign(office: Office) -> None:
    contract = await an_approved_contract(office)
    names = await office.does("孙总", lambda work: work.policy.contract.company_names)
    stands = await office.does("孙总", lambda work: work.contracts.get(contract).profile["issuer"])
    other = next(each for each in names if each != stands)
    asked = await office.does("孙总", lambda work: amending.amend(work, amends(office, contract, issuer=other)))
    assert [name for name, _, _ in asked.changes] == ["issuer"]


@pytest.mark.parametrize(
    ("business", "refusal"),
    [({}, amending.NothingAmended), ({"issuer": "别的公司"}, contracting.NotOffered)],
)
async def test_what_changes_is_looked_at(office: Office, business: dict[str, str], refusal: type[Exception]) -> None:
    contract = await an_approved_contract(office)
    command = amends(office, contract, 1, **business)
    with pytest.raises(refusal):
        await office.does("孙总", lambda work: amending.amend(work, command))


async def test_what_stands_may_stay_though_it_is_not_offered_any_more(office: Office) -> None:
    contract = await an_approved_contract(office)
    narrower = office.policy.contract.model_copy(update={"companies": office.policy.contract.companies[1:]})
    office.policy = office.policy.model_copy(update={"contract": narrower})
    command = amends(office, contract, station="深圳北", issuer=str(await says(office, contract, "issuer")))
    await office.does("孙总", lambda work: amending.amend(work, command))


async def test_of_a_type_that_wants_more_documents_these_are_wanted(office: Office) -> None:
    contract = await an_approved_contract(office)
    command = amends(office, contract, station="深圳北")
    with pytest.raises(contracting.DocumentsMissing):
        await office.does("孙总", lambda work: amending.amend(work, replace(command, attachments=())))


async def test_another_year_is_another_contract(office: Office) -> None:
    contract = await an_approved_contract(office)
    command = amends(office, contract, station="深圳北")
    later = replace(command, basics=replace(command.basics, fiscal_year=command.basics.fiscal_year + 1))
    with pytest.raises(contracting.NotOffered):
        await office.does("孙总", lambda work: amending.amend(work, later))


async def test_a_year_that_is_over_is_not_amended_but_what_was_asked_in_time_is_decided_and_mended(
    office: Office,
) -> None:
    contract = await an_approved_contract(office)
    await of_an_approved_one(office, contract)
    office.day(f"{office.now.year + 1}-01-05")
    await office.returns("station")
    standing = await office.does(None, lambda work: work.amendments.open_of(contract))
    assert standing is not None
    parts = replace(amends(office, contract, station="深圳东"), amendment=standing.id)
    mending = replace(parts, basics=replace(parts.basics, fiscal_year=parts.basics.fiscal_year - 1))
    await office.does("孙总", lambda work: amending.amend(work, mending))
    for who in ("陈经理", "刘经理", "管理员"):
        await office.approves(who)
    assert await says(office, contract, "station") == "深圳东"
    with pytest.raises(amending.ContractOver):
        await office.does("孙总", lambda work: amending.demand_amendable(work, contract))


async def test_a_suspended_agency_gets_nothing_new_and_an_ended_ones_is_taken_back(office: Office) -> None:
    contract = await an_approved_contract(office)
    asked = await of_an_approved_one(office, contract)
    agency = await office.does(None, lambda work: work.contracts.get(contract).agency_id)
    for state in (AgencyState.SUSPENDED, AgencyState.ENDED):
        command = agency_states.SetAgencyState(agency=agency, state=state)
        await office.does("陈经理", lambda work, command=command: agency_states.set_state(work, command))  # type: ignore[misc]
        if state is AgencyState.SUSPENDED:
            with pytest.raises(NothingNew):
                await office.approves()
    mine, decided = await office.does(
        None,
        lambda work: (work.amendments.of_contract(contract)[0].state, work.approvals.get(asked.approval).state),
    )
    assert (mine, decided) == (AmendmentState.WITHDRAWN, ApprovalState.WITHDRAWN)

"""代理商档案: what changes at once and what waits; what a new name carries along; codes that are wanted twice; who may what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.serving.work import DeskWork
from domain.agencies import filing
from domain.agencies import views as agency_views
from domain.agencies.filing import AgencyCorrected, CodeMeanwhileTaken, CodeOfAnother, CorrectAgency
from domain.approvals import deciding, taking_back
from domain.approvals.records import ApprovalState
from domain.base.errors import NotAllowed, NotFound, Refusal
from domain.base.kinds import Kind
from domain.base.rights import EVERYTHING
from domain.contracts import contracting, known_answers
from domain.customers.petitions import PetitionState
from domain.imports.checks import Directory
from domain.leaving import agency_states
from domain.names import same_key
from domain.people.namesakes import Namesake, namesakes
from domain.people.records import Agency, AgencyState, UnitKind
from domain.registration import registering
from tests.rules.kinds import CODE, COMPANY, RENAMED, a_registration
from tests.rules.office import Office

NAME, SHORT = "深圳南山电子有限公司", "深圳南山电子"
OTHER_CODE = "91440300708461136T"


async def number(office: Office, who: str = "孙总") -> int:
    return await office.does(None, lambda work: int(work.people.account(office.ids[who]).agency_id or 0))


async def agency(office: Office, who: str = "孙总") -> Agency:
    mine = await number(office, who)
    return await office.does(None, lambda work: work.people.agency(mine))


async def corrects(office: Office, who: str = "孙总", of: str = "孙总", **changes: str | None) -> AgencyCorrected:
    mine = await agency(office, of)
    stands = {each: getattr(mine, each) or None for each in ("short_name", "credit_code", *filing.REACHED_BY)}
    command = CorrectAgency(agency=mine.id, **{"name": mine.name, **stands, **changes})  # type: ignore[arg-type]

    def act(work: DeskWork) -> AgencyCorrected | Refusal:
        """As the desk does it: what is remembered of a refusal is committed."""
        try:
            with work.apart():
                return filing.correct(work, command)
        except Refusal as refusal:
            return refusal

    answer = await office.does(who, act)
    if isinstance(answer, Refusal):
        raise answer
    return answer


async def renamed(office: Office) -> None:
    await corrects(office, name=RENAMED, short_name="南山半导体")
    await office.approves("陈经理")
    await office.approves("刘经理")


@pytest.mark.parametrize("who", ["孙总", "陈经理", "管理员"])
async def test_how_it_is_reached_changes_at_once_and_nobody_is_asked(office: Office, who: str) -> None:
    done = await corrects(office, who, phone="0755-83765566", email="office@example.com", address="科技南路 8 号")
    assert done == AgencyCorrected(NAME, ("phone", "email", "address"))
    found = await agency(office)
    assert (found.phone, found.email, found.address) == ("0755-83765566", "office@example.com", "科技南路 8 号")
    assert (await corrects(office, who)).at_once == ()
    told = [each for each in await office.chat("孙总") if "已更正贵公司资料" in each]
    assert len(told) == (0 if who == "孙总" else 1)


@pytest.mark.parametrize("who", ["李明", "王芳", "钱总"])
async def test_nobody_else_of_the_agency_nor_of_another_sees_or_changes_it(office: Office, who: str) -> None:
    mine = await number(office)
    with pytest.raises(NotFound):
        await office.does(who, lambda work: agency_views.file(work, mine))
    for change in ({"phone": "13800138000"}, {"name": RENAMED}):
        with pytest.raises(NotFound):
            await corrects(office, who, **change)
    asked = await corrects(office, name=RENAMED)
    with pytest.raises(NotFound):
        await office.does(who, lambda work: agency_views.change(work, asked.approval or 0))


async def test_a_manager_of_another_unit_sees_nothing_of_it(office: Office) -> None:
    def elsewhere(work: DeskWork) -> None:
        unit = work.people.add_unit("西域", UnitKind.REGION)
        chen = work.people.account(office.ids["陈经理"])
        work.people.keep_account(chen, replace(chen, unit_id=unit.id))

    mine = await number(office)
    await office.does(None, elsewhere)
    with pytest.raises(NotFound):
        await office.does("陈经理", lambda work: agency_views.file(work, mine))
    assert await office.does("陈经理", lambda work: agency_views.agencies(work, "", 0, 6)) == ([], 0)


async def test_another_name_goes_through_the_manager_then_the_head(office: Office) -> None:
    asked = await corrects(office, name=RENAMED, short_name=None, phone="13800138000")
    assert asked.approvers == (("陈经理",), ("刘经理",))
    found = await agency(office)
    assert (found.name, found.called, found.phone) == (NAME, SHORT, "13800138000")
    await office.approves("陈经理")
    assert (await agency(office)).name == NAME
    await office.approves("刘经理")
    found = await agency(office)
    assert (found.name, found.called, found.former_names) == (RENAMED, RENAMED, (NAME, SHORT))


async def test_what_a_manager_asks_for_himself_the_head_decides(office: Office) -> None:
    asked = await corrects(office, "陈经理", name=RENAMED)
    assert asked.approvers == (("刘经理",),)
    withdraw = taking_back.TakeBack(approval=asked.approval or 0)
    for who in ("钱总", "刘经理", "管理员"):
        with pytest.raises(NotFound):
            await office.does(who, lambda work: taking_back.take_back(work, withdraw))
    await office.does("陈经理", lambda work: taking_back.take_back(work, withdraw))
    assert (await corrects(office, "陈经理", name=RENAMED)).number == "ZL-2026-00002"


async def test_one_change_waits_at_a_time(office: Office) -> None:
    await corrects(office, name=RENAMED)
    with pytest.raises(filing.ChangeOpen):
        await corrects(office, credit_code=CODE)
    assert (await corrects(office, phone="13800138000")).at_once == ("phone",)


async def test_the_old_name_is_found_and_still_stands_in_the_way_of_an_impostor(office: Office) -> None:
    await renamed(office)

    def look(work: DeskWork) -> list[tuple[str, str]]:
        rows, _ = agency_views.agencies(work, "南山电子", 0, 6)
        return [(row.agency.called, row.formerly) for row in rows]

    assert await office.does("管理员", look) == [("南山半导体", NAME)]
    alike = await office.does(None, lambda work: namesakes(work, "深圳市南山电子有限公司", ()))
    assert alike == (Namesake("南山半导体", NAME),)
    assert await office.does(None, lambda work: namesakes(work, RENAMED, ())) == (Namesake("南山半导体"),)


async def test_a_list_knows_an_agency_by_the_name_that_it_had(office: Office) -> None:
    await renamed(office)
    known = await office.does(None, lambda work: Directory.of(work.people.agencies(EVERYTHING), {}).agencies)
    for name in (NAME, SHORT, RENAMED):
        assert [each.name for each in known[same_key(name)]] == [RENAMED]


async def test_a_contract_of_afterwards_proposes_the_new_name_and_code(office: Office) -> None:
    await corrects(office, name=RENAMED, short_name=None, credit_code=CODE)
    await office.approves("陈经理")
    await office.approves("刘经理")

    def act(work: DeskWork) -> dict[str, object]:
        made = contracting.start(work, contracting.StartContract(fiscal_year=work.today.year)).contract
        return dict(known_answers.known(work, made.id))

    known = await office.does("孙总", act)
    assert (known["registered_name"], known["credit_code"], known["tax_number"]) == (RENAMED, CODE, CODE)


async def test_a_number_that_was_kept_in_another_form_hasnt_changed(office: Office) -> None:
    await corrects(office, phone="+86 755 8376 5566")
    assert (await corrects(office, phone="+8675583765566")).at_once == ()
    assert (await corrects(office, phone="+8675583765567")).at_once == ("phone",)


async def test_of_two_who_correct_a_file_at_once_neither_undoes_the_others_change(office: Office) -> None:
    seen = filing.seen(await agency(office))
    await corrects(office, "陈经理", phone="0755-83765566")
    mine = await number(office)
    late = CorrectAgency(agency=mine, name=NAME, short_name=SHORT, email="office@example.com", seen=seen)
    assert (await office.does("孙总", lambda work: filing.correct(work, late))).at_once == ("email",)
    found = await agency(office)
    assert (found.phone, found.email) == ("0755-83765566", "office@example.com")
    await renamed(office)
    again = CorrectAgency(agency=mine, name=NAME, short_name=SHORT, phone="13800138000", seen=seen)
    assert (await office.does("孙总", lambda work: filing.correct(work, again))).approvers == ()
    assert ((await agency(office)).name, (await agency(office)).phone) == (RENAMED, "13800138000")


# --- codes ------------------------------------------------------------------------------------------------------------


async def test_the_code_of_another_is_refused_and_not_whose_it_is(office: Office) -> None:
    await corrects(office, credit_code=CODE)
    await office.approves("陈经理")
    await office.approves("刘经理")
    with pytest.raises(CodeOfAnother):
        await corrects(office, "钱总", "钱总", credit_code=CODE)
    assert (await agency(office, "钱总")).credit_code is None


async def test_who_tries_codes_one_after_the_other_is_stopped(office: Office) -> None:
    await corrects(office, credit_code=CODE)
    await office.approves("陈经理")
    await office.approves("刘经理")
    for _ in range(office.policy.registration.codes_a_day):
        with pytest.raises(CodeOfAnother):
            await corrects(office, "钱总", "钱总", credit_code=CODE)
    with pytest.raises(registering.TooManyCodes):
        await corrects(office, "钱总", "钱总", credit_code=OTHER_CODE)


async def test_of_two_who_want_a_code_one_gets_it(office: Office) -> None:
    await corrects(office, credit_code=CODE)
    await corrects(office, "钱总", "钱总", credit_code=CODE)
    for who in ("陈经理", "刘经理"):
        await office.approves(who)
    with pytest.raises(CodeMeanwhileTaken):
        await office.approves("陈经理")
    await office.rejects("陈经理", "代码另有代理商")
    assert ((await agency(office)).credit_code, (await agency(office, "钱总")).credit_code) == (CODE, None)


async def test_a_registration_of_the_wanted_code_is_read_by_whoever_decides_and_finds_it_taken(office: Office) -> None:
    registered = await a_registration(office)
    asked = await corrects(office, credit_code=COMPANY.credit_code)

    def rivals(work: DeskWork) -> tuple[str, ...]:
        return agency_views.change(work, asked.approval or 0).registering

    assert await office.does("陈经理", rivals) == ("ZC-2026-00001",)
    assert await office.does("孙总", rivals) == ()
    for who in ("陈经理", "刘经理"):
        await office.does(who, lambda work: deciding.approve(work, deciding.Approve(approval=asked.approval or 0)))
    with pytest.raises(registering.CodeTaken):
        await office.does("陈经理", lambda work: deciding.approve(work, deciding.Approve(approval=registered.approval)))


async def test_an_agency_keeps_its_code_where_none_is_told(office: Office) -> None:
    await corrects(office, credit_code=CODE)
    await office.approves("陈经理")
    await office.approves("刘经理")
    assert (await corrects(office, credit_code=None, phone="13800138000")).approvers == ()
    assert (await agency(office)).credit_code == CODE


# --- the agency's life ------------------------------------------------------------------------------------------------


async def becomes(office: Office, state: AgencyState) -> None:
    command = agency_states.SetAgencyState(agency=await number(office), state=state)
    await office.does("陈经理", lambda work: agency_states.set_state(work, command))


async def test_a_change_ends_with_its_agency_and_is_asked_for_anew(office: Office) -> None:
    asked = await corrects(office, name=RENAMED)
    await becomes(office, AgencyState.ENDED)

    def stands(work: DeskWork) -> tuple[ApprovalState, PetitionState]:
        approval = work.approvals.get(asked.approval or 0)
        return approval.state, work.agency_files.change(approval.subject_id).state

    assert await office.does(None, stands) == (ApprovalState.WITHDRAWN, PetitionState.WITHDRAWN)
    with pytest.raises(filing.NotWithUs):
        await corrects(office, "陈经理", name=RENAMED)
    await becomes(office, AgencyState.ACTIVE)
    assert (await agency(office)).name == NAME
    assert (await corrects(office, name=RENAMED)).number == "ZL-2026-00002"


async def test_suspended_it_may_get_its_name_all_the_same(office: Office) -> None:
    await corrects(office, name=RENAMED, short_name=None)
    await becomes(office, AgencyState.SUSPENDED)
    for who in ("陈经理", "刘经理"):
        await office.approves(who)
    found = await agency(office)
    assert (found.name, found.state) == (RENAMED, AgencyState.SUSPENDED)


async def test_another_manager_decides_no_change_that_waits_before_the_one_before(office: Office) -> None:
    asked = await corrects(office, name=RENAMED)
    command = agency_states.ChangeManager(agency=await number(office), manager=office.ids["刘经理"])
    with pytest.raises(NotAllowed):
        await office.does("陈经理", lambda work: agency_states.change_manager(work, command))
    await office.does("刘经理", lambda work: agency_states.change_manager(work, command))
    assert any("已将 深圳南山电子 的渠道经理改为 刘经理" in each for each in await office.chat("陈经理"))
    approval = await office.does(None, lambda work: work.approvals.get(asked.approval or 0))
    assert approval.current.approvers == (office.ids["陈经理"],)


async def test_cards_that_wait_are_told_the_new_name(office: Office) -> None:
    await office.reports("李明", "深圳市星河联创电子有限公司")
    await corrects(office, name=RENAMED, short_name="南山半导体")
    kinds = {Kind.CUSTOMER_REPORT, Kind.AGENCY_CHANGE}

    def of(kind: Kind) -> int:
        return next(each for each in waiting if each.kind is kind).id

    waiting = await office.does("陈经理", lambda work: work.approvals.waiting_for((work.actor.id,)))
    assert {each.kind for each in waiting} == kinds
    change = deciding.Approve(approval=of(Kind.AGENCY_CHANGE))
    for who in ("陈经理", "刘经理"):
        await office.does(who, lambda work: deciding.approve(work, change))
    for who in ("李明", "孙总", "陈经理"):
        assert any("公司资料已变更：南山半导体" in each for each in await office.chat(who)), who

"""Who is asked where the usual approver is missing, asks himself, comes twice, or has left: every kind × every situation."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from bot.serving.work import DeskWork
from domain.approvals import acting, adding_signers, approvers, deciding
from domain.approvals.records import ApprovalState
from domain.base.errors import NotAllowed, NotYours
from domain.base.kinds import Kind
from domain.home import deciders as path_views
from domain.leaving import staffing
from domain.names import same_key
from domain.people.records import AccountState
from domain.petitions.appealing import MakeAppeal
from tests.rules.kinds import (
    ASKED,
    CHAT,
    NEW,
    RENAMED,
    STAR,
    Asked,
    a_contract,
    an_approved_contract,
    of_an_approved_one,
)
from tests.rules.office import Office

FIRST = {Kind.APPEAL: "刘经理"}
"""An appeal goes to the unit's head; everything else to the agency's manager."""
APPLICANT = {
    Kind.APPEAL: "王芳",
    Kind.CONTRACT: "孙总",
    Kind.CONTRACT_AMENDMENT: "孙总",
    Kind.AGENCY_CHANGE: "孙总",
}
EVERYBODY = {Kind.AGENCY_REGISTRATION}
"""A registration goes to all managers of the unit."""


async def asked_of(office: Office, asked: Asked) -> set[str]:
    names = {number: name for name, number in office.ids.items()}

    def act(work: DeskWork) -> set[str]:
        return {names[each] for each in acting.deciders(work, work.approvals.get(asked.approval))}

    return await office.does(None, act)


async def nobody_looks_after_the_agency(office: Office) -> None:
    def act(work: DeskWork) -> None:
        for name in ("李明", "王芳"):
            agency = work.people.account(office.ids[name]).agency_id
            assert agency is not None
            work.people.keep_agency(replace(work.people.agency(agency), manager_id=None))

    await office.does(None, act)


async def leaves(office: Office, *names: str) -> None:
    def act(work: DeskWork) -> None:
        for name in names:
            work.people.bind(office.ids[name], None, AccountState.LEFT)

    await office.does(None, act)


@pytest.mark.parametrize("kind", list(Kind))
async def test_usually(office: Office, kind: Kind) -> None:
    asked = await ASKED[kind](office)
    assert await asked_of(office, asked) == ({"陈经理", "刘经理"} if kind in EVERYBODY else {FIRST.get(kind, "陈经理")})


FORESEEN: dict[Kind, tuple[str, Callable[[DeskWork], path_views.Path]]] = {
    Kind.AGENCY_REGISTRATION: ("", lambda work: path_views.of_registration(replace(work, chat_id=CHAT), "广东 东莞")),
    Kind.CUSTOMER_REPORT: ("李明", path_views.of_agency),
    Kind.EXTENSION: ("李明", path_views.of_agency),
    Kind.DATA_CHANGE: (
        "李明",
        lambda work: path_views.of_correction(work, work.customers.by_name(same_key(STAR))[0].id, NEW, None),
    ),
    Kind.AGENCY_CHANGE: (
        "孙总",
        lambda work: path_views.of_agency_change(work, work.actor.agency_id or 0, RENAMED, None, None),
    ),
    Kind.CONTRACT_AMENDMENT: (
        "孙总",
        lambda work: path_views.of_amendment(work, 1, work.contracts.get(1).manager_id or 0),
    ),
    Kind.APPEAL: ("王芳", lambda work: path_views.of_appeal(work, MakeAppeal(reason="2026-08 起送样", name=STAR))),
}
"""Who may ask for it, and what he is told before he does."""


@pytest.mark.parametrize("kind", list(FORESEEN))
@pytest.mark.parametrize("situation", ["usual", "no manager", "nobody in the unit"])
async def test_who_asks_is_told_before_who_will_be_asked(office: Office, kind: Kind, situation: str) -> None:
    async def change() -> None:
        if situation == "no manager":
            await nobody_looks_after_the_agency(office)
        elif situation == "nobody in the unit":
            await leaves(office, "陈经理", "刘经理")

    asked = await _asked_after(office, kind, change)
    who, foresee = FORESEEN[kind]
    told = await office.does(who or None, foresee)
    names = {number: name for name, number in office.ids.items()}
    approval = await office.does(None, lambda work: work.approvals.get(asked.approval))
    steps = [[names[each] for each in step.approvers] for step in approval.steps]
    assert [[each.name for each in level] for level in told] == steps
    assert not any(each.principal for level in told for each in level)


@pytest.mark.parametrize("kind", [each for each in Kind if each not in (*EVERYBODY, Kind.CONTRACT)])
async def test_an_agency_without_a_manager_turns_to_the_head_of_its_unit(office: Office, kind: Kind) -> None:
    asked = await _asked_after(office, kind, lambda: nobody_looks_after_the_agency(office))
    assert await asked_of(office, asked) == {"刘经理"}


@pytest.mark.parametrize("kind", [each for each in Kind if each is not Kind.CONTRACT])
async def test_a_unit_without_people_turns_to_the_administrators(office: Office, kind: Kind) -> None:
    """A contract names its manager: one who has left isn't offered."""
    asked = await _asked_after(office, kind, lambda: leaves(office, "陈经理", "刘经理"))
    assert await asked_of(office, asked) == {"管理员"}


async def _asked_after(office: Office, kind: Kind, change: Callable[[], Awaitable[None]]) -> Asked:
    """What has to be decided before the request can be made is decided by whoever usually does."""
    holds = office.holds

    async def then(who: str, name: str, **more: str | None) -> int:
        found = await holds(who, name, **more)
        await change()
        return found

    if kind in (Kind.CUSTOMER_REPORT, Kind.AGENCY_REGISTRATION, Kind.AGENCY_CHANGE, Kind.AGENCY_CLAIM):
        await change()
        return await ASKED[kind](office)
    if kind is Kind.PRODUCTION_REVIEW:
        return await _review_after(office, change)
    if kind is Kind.CONTRACT_AMENDMENT:
        contract = await an_approved_contract(office)
        await change()
        return await of_an_approved_one(office, contract)
    office.holds = then  # type: ignore[method-assign]
    return await ASKED[kind](office)


async def _review_after(office: Office, change: Callable[[], Awaitable[None]]) -> Asked:
    approves = office.approves
    count = 0

    async def then(who: str = "陈经理") -> None:
        nonlocal count
        await approves(who)
        count += 1
        if count == 2:  # the report, then the stage
            await change()

    office.approves = then  # type: ignore[method-assign]
    return await ASKED[Kind.PRODUCTION_REVIEW](office)


@pytest.mark.parametrize("kind", list(Kind))
async def test_nobody_decides_what_he_asked_for_himself(office: Office, kind: Kind) -> None:
    """The applicant is the usual approver, too, by another account of his. A colleague decides, and he can't."""
    himself = FIRST.get(kind, "陈经理")
    asked = await _himself(office, kind, himself)
    assert await asked_of(office, asked) == {_other(kind)}
    command = deciding.Approve(approval=asked.approval)
    with pytest.raises(NotYours):
        await office.does(himself, lambda work: deciding.approve(work, command))


def _other(kind: Kind) -> str:
    """The head; of an appeal, which he would judge himself, and which the manager has decided before, the administrator."""
    return "管理员" if kind is Kind.APPEAL else "刘经理"


async def _himself(office: Office, kind: Kind, manager: str) -> Asked:
    def same_person(work: DeskWork) -> None:
        chat = (
            CHAT
            if kind in (Kind.AGENCY_REGISTRATION, Kind.AGENCY_CLAIM)
            else 1000 + office.ids[APPLICANT.get(kind, "李明")]
        )
        work.people.bind(office.ids[manager], chat, AccountState.ACTIVE)

    async def bound() -> None:
        await office.does(None, same_person)

    if kind is Kind.CONTRACT:
        await bound()
        return await ASKED[kind](office)
    return await _asked_after(office, kind, bound)


async def test_whoever_comes_twice_in_a_path_decides_once_at_his_first_level(office: Office) -> None:
    asked = await a_contract(office, manager="刘经理")  # who is the head, the path's second level, too
    levels = await office.does(None, lambda work: work.approvals.get(asked.approval).steps)
    names = {number: name for name, number in office.ids.items()}
    assert [[names[each] for each in step.approvers] for step in levels] == [["刘经理"], ["管理员"]]


@pytest.mark.parametrize("kind", [each for each in Kind if each not in EVERYBODY])
async def test_nobody_is_asked_twice_whatever_is_asked(office: Office, kind: Kind) -> None:
    """In a path of levels he stands at the first of his; and who is asked already can't be named as a signer."""
    asked = await ASKED[kind](office)

    def act(work: DeskWork) -> tuple[list[list[str]], set[str]]:
        approval = work.approvals.get(asked.approval)
        level = [work.people.account(each) for each in approval.current.approvers]
        others = [each for each in work.people.administrators() if each.id not in approval.current.approvers][:1]
        unit = work.people.agency(approval.agency_id).unit_id
        levels = approvers.path(work, (level, others, level), unit_id=unit, but=())
        named = {each.name for each in adding_signers.signers(work, approval.id)}
        return [[each.name for each in one] for one in levels], named

    levels, named = await office.does(asked.approver, act)
    assert levels == [[asked.approver], ["管理员"]]
    assert asked.approver not in named


async def test_an_heir_who_has_decided_already_is_not_asked_again(office: Office) -> None:
    """刘经理, the second level, leaves; 陈经理 takes over, who was the first: the administrator is next."""
    asked = await a_contract(office)
    command = deciding.Approve(approval=asked.approval)
    leaving = staffing.Deactivate(account=office.ids["刘经理"], to=office.ids["陈经理"])
    await office.does("管理员", lambda work: staffing.deactivate(work, leaving))
    await office.does("陈经理", lambda work: deciding.approve(work, command))
    assert await asked_of(office, asked) == {"管理员"}
    await office.does("管理员", lambda work: deciding.approve(work, command))
    state = await office.does(None, lambda work: work.approvals.get(asked.approval).state)
    assert state is ApprovalState.APPROVED


@pytest.mark.parametrize("kind", list(Kind))
async def test_what_lay_before_somebody_who_leaves_lies_before_his_successor(office: Office, kind: Kind) -> None:
    asked = await ASKED[kind](office)
    leaver = FIRST.get(kind, "陈经理")
    heir = "陈经理" if leaver == "刘经理" else "刘经理"
    leaving = staffing.Deactivate(account=office.ids[leaver], to=office.ids[heir])
    await office.does("管理员", lambda work: staffing.deactivate(work, leaving))
    # who decided what an appeal is against doesn't inherit it
    assert await asked_of(office, asked) == {"管理员" if kind is Kind.APPEAL else heir}
    command = deciding.Approve(approval=asked.approval)
    with pytest.raises((NotAllowed, NotYours)):
        await office.does(leaver, lambda work: deciding.approve(work, command))


@pytest.mark.parametrize("kind", [each for each in Kind if each is not Kind.APPEAL])
async def test_nobody_inherits_what_he_asks_for_himself(office: Office, kind: Kind) -> None:
    """The manager asks by another account of his, so the head is asked; he leaves, and hands everything to that manager."""
    asked = await _himself(office, kind, "陈经理")
    leaving = staffing.Deactivate(account=office.ids["刘经理"], to=office.ids["陈经理"])
    await office.does("管理员", lambda work: staffing.deactivate(work, leaving))
    assert await asked_of(office, asked) == {"管理员"}

"""An appeal is heard by somebody who didn't decide: not by inheritance either, and not by another account of the same person."""

from __future__ import annotations

from functools import partial

import pytest

from bot.serving.work import DeskWork
from domain.approvals import acting, deciding
from domain.base.errors import NotYours
from domain.leaving import staffing
from domain.people.records import AccountState
from domain.petitions import appealing
from domain.reports import merging
from tests.rules.office import Office
from tests.rules.protection.test_losing import wishes_for_another_name

STAR, WHALE = "深圳市星河联创电子有限公司", "深圳市蓝鲸智能科技有限公司"
APPEAL = "2026-08 起送样，对方研发王工可证"


async def appealed(office: Office) -> int:
    """李明's report was rejected by 陈经理, he appeals. The request's number."""
    mine = await office.reports("李明", STAR)
    await office.rejects()
    command = appealing.MakeAppeal(reason=APPEAL, report=mine.report)
    await office.does("李明", lambda work: appealing.make(work, command))
    return await office.does("刘经理", lambda work: work.approvals.waiting_for((work.actor.id,))[0].id)


async def names(office: Office, number: int) -> tuple[str, ...]:
    return await office.does(None, lambda work: acting.names(work, work.approvals.get(number)))


async def test_whoever_decided_does_not_inherit_the_appeal_from_a_judge_who_leaves(office: Office) -> None:
    number = await appealed(office)
    leaves = staffing.Deactivate(account=office.ids["刘经理"], to=office.ids["陈经理"])
    await office.does("管理员", lambda work: staffing.deactivate(work, leaves))
    assert await names(office, number) == ("管理员",)
    with pytest.raises(NotYours):
        await office.does("陈经理", lambda work: deciding.reject(work, deciding.Reject(approval=number, reason="维持")))
    await office.does("管理员", lambda work: deciding.approve(work, deciding.Approve(approval=number)))


async def test_nor_does_he_judge_by_another_account_of_his(office: Office) -> None:
    number = await appealed(office)

    def one_person(work: DeskWork) -> None:
        chat = work.people.account(office.ids["陈经理"]).chat_id
        assert chat is not None
        work.people.bind(office.ids["刘经理"], chat, AccountState.ACTIVE)

    await office.does(None, one_person)
    with pytest.raises(NotYours):
        await office.does("刘经理", lambda work: deciding.approve(work, deciding.Approve(approval=number)))


async def test_where_a_vendor_has_nobody_else_the_appeal_is_not_left_undecided(office: Office) -> None:
    mine = await office.reports("李明", STAR)
    await office.rejects()

    def alone(work: DeskWork) -> None:
        for name in ("刘经理", "管理员"):
            work.people.bind(office.ids[name], None, AccountState.LEFT)

    await office.does(None, alone)
    command = appealing.MakeAppeal(reason=APPEAL, report=mine.report)
    await office.does("李明", lambda work: appealing.make(work, command))
    await office.approves("陈经理")


# --- who is told of it ----------------------------------------------------------------------------------------------


async def leaves(office: Office, to: str) -> None:
    command = staffing.Deactivate(account=office.ids["李明"], to=office.ids[to] if to else None)
    await office.does("孙总", lambda work: staffing.deactivate(work, command))


@pytest.mark.parametrize("accepted", [True, False])
async def test_where_the_appellant_has_left_the_owner_hears_how_it_ended(office: Office, accepted: bool) -> None:
    await appealed(office)
    await leaves(office, "")
    await (office.approves if accepted else office.rejects)("刘经理")
    (told,) = [text for text in await office.chat("孙总") if STAR in text]
    assert ("申诉成立" in told, "仅限贵公司报备" in told, "维持原决定" in told) == (accepted, accepted, not accepted)


async def test_and_that_the_name_he_wished_for_was_refused(office: Office) -> None:
    """Whoever has the customer from him, for what was asked goes along."""
    customer = await office.holds("李明", STAR)
    await wishes_for_another_name(office, customer)
    await leaves(office, "张磊")
    await office.rejects(reason="与执照不符")
    assert any("与执照不符" in text for text in await office.chat("张磊"))


async def test_nor_does_whoever_merged_it_away(office: Office) -> None:
    """By the name that its holder knew it by."""
    gone, into = await office.holds("李明", WHALE), await office.holds("王芳", STAR)

    def leads_the_unit(work: DeskWork) -> None:
        work.people.set_head(work.people.account(office.ids["刘经理"]).unit_id or 0, office.ids["管理员"])

    await office.does(None, leads_the_unit)
    merging_ = merging.MergeCustomers(gone=gone, into=into)
    await office.does("管理员", lambda work: merging.merge(work, merging_))
    made = await office.does("李明", partial(appealing.make, command=appealing.MakeAppeal(reason=APPEAL, name=WHALE)))
    assert made.approvers == ("刘经理",)


async def test_nor_does_whoever_decided_the_appeal_by_which_it_was_lost(office: Office) -> None:
    await office.holds("李明", STAR)
    await office.appeals("王芳", STAR)
    made = await office.does("李明", partial(appealing.make, command=appealing.MakeAppeal(reason=APPEAL, name=STAR)))
    assert made.approvers == ("管理员",)

"""点评, 抄送: who may, and who hears of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.serving.work import DeskWork
from domain.approvals import commenting, copying
from domain.approvals.records import Approval
from domain.base.errors import NotAllowed, NotFound
from domain.base.kinds import Kind
from tests.rules.kinds import ASKED, CHAT
from tests.rules.office import Office


def says(approval: int, text: str = "请补充", *, chat: int = 0) -> Callable[[DeskWork], Approval]:
    command = commenting.CommentOnRequest(approval=approval, text=text)
    return lambda work: commenting.comment(replace(work, chat_id=chat) if chat else work, command)


@pytest.mark.parametrize("kind", [Kind.AGENCY_REGISTRATION, Kind.AGENCY_CLAIM])
async def test_what_is_said_to_who_has_no_account_yet_is_told_in_his_chat_and_to_nobody_of_the_agency(
    office: Office, kind: Kind
) -> None:
    asked = await ASKED[kind](office)
    before = {who: len(await office.chat(who)) for who in ("孙总", "李明")}
    await office.does(asked.approver, says(asked.approval))
    assert {who: len(await office.chat(who)) for who in before} == before
    with pytest.raises(NotFound):
        await office.does("孙总", says(asked.approval))
    await office.does(None, says(asked.approval, "自然人独资", chat=CHAT))
    assert any("自然人独资" in each for each in await office.chat(asked.approver))


async def test_whoever_may_not_judge_an_appeal_neither_comments_on_it_nor_is_sent_a_copy(office: Office) -> None:
    asked = await ASKED[Kind.APPEAL](office)
    with pytest.raises(NotFound):
        await office.does("陈经理", says(asked.approval))
    copy = copying.SendCopy(approval=asked.approval, to=office.ids["陈经理"])
    with pytest.raises(NotFound):
        await office.does(asked.approver, lambda work: copying.send(work, copy))


async def test_whoever_asked_answers_and_begins_nothing(office: Office) -> None:
    asked = await ASKED[Kind.CUSTOMER_REPORT](office)
    with pytest.raises(NotAllowed):
        await office.does("李明", says(asked.approval))
    await office.does("陈经理", says(asked.approval))
    await office.does("李明", says(asked.approval, "已补充"))
    with pytest.raises(NotFound):
        await office.does("王芳", says(asked.approval))
    with pytest.raises(NotFound):
        await office.does("张磊", says(asked.approval))

"""[详情] of a request of any kind: all of its card and more, with the same verbs; before it is decided and after."""

from __future__ import annotations

import pytest

from bot.serving.work import DeskWork
from dialogs.core.screen import Say, Screen
from domain.approvals import deciding
from domain.approvals.request_kinds import KINDS
from domain.base.kinds import Kind
from domain.base.written import Written
from domain.questions import answering
from tests.rules.kinds import ASKED, Asked
from tests.rules.office import Office


async def shown(office: Office, who: str, approval: int, *, full: bool) -> Screen:
    args = {"approval": approval, "full": True} if full else {"approval": approval}

    def look(work: DeskWork) -> Screen:
        screen = office.app.pushes.page(work, office.ids[who], "approval", args)
        assert screen is not None
        return screen

    return await office.does(None, look)


@pytest.mark.parametrize("kind", list(Kind))
async def test_the_detail_has_all_of_the_card_and_the_same_verbs(office: Office, kind: Kind) -> None:
    asked: Asked = await ASKED[kind](office)
    card = await shown(office, asked.approver, asked.approval, full=False)
    detail = await shown(office, asked.approver, asked.approval, full=True)
    assert [each for each in card.lines if each not in detail.lines] == []
    more = {each.key for each in detail.lines if isinstance(each, Say)} - {
        each.key for each in card.lines if isinstance(each, Say)
    }
    waits = "question-waits" if KINDS[kind].answered else "approval-waits"
    assert {"approval-record", "approval-asked", waits} <= more
    verbs = [each for each in card.acts() if each.verb != "open" or each.args.get("dialog") != "approval"]
    assert verbs
    assert [each for each in verbs if each not in detail.acts()] == []

    def ends(work: DeskWork) -> None:
        if KINDS[kind].answered:
            answering.answer(work, answering.AnswerQuestion(approval=asked.approval, words=Written("可以")))
        else:
            deciding.reject(work, deciding.Reject(approval=asked.approval, reason="不同意"))

    await office.does(asked.approver, ends)
    card = await shown(office, asked.approver, asked.approval, full=False)
    detail = await shown(office, asked.approver, asked.approval, full=True)
    assert [each for each in card.lines if each not in detail.lines] == []
    assert len(detail.lines) > len(card.lines)


OF_ITSELF = {"approval-due", "protection-would-be", "protection-would-be-late", "customer-protected"}
"""What a card says only while it waits: by when, and what would come of it."""


@pytest.mark.parametrize("kind", [Kind.EXTENSION, Kind.STAGE_CONFIRMATION, Kind.PRODUCTION_REVIEW])
async def test_the_detail_of_what_is_decided_still_says_what_it_was_weighed_by(office: Office, kind: Kind) -> None:
    asked: Asked = await ASKED[kind](office)

    def said(screen: Screen) -> set[str]:
        return {each.key for each in screen.lines if isinstance(each, Say)}

    card = said(await shown(office, asked.approver, asked.approval, full=False))
    await office.does(
        asked.approver, lambda work: deciding.reject(work, deciding.Reject(approval=asked.approval, reason="不同意"))
    )
    detail = said(await shown(office, asked.approver, asked.approval, full=True))
    about = {each for each in card if each.startswith(("extension-", "stage-", "review-", "evidence-"))}
    if kind is Kind.PRODUCTION_REVIEW:  # refused, it releases the customer, and with it what is told of its holder
        about = {each for each in about if not each.startswith("evidence-")}
    assert about
    assert about - OF_ITSELF <= detail

"""An answer and a further question at the same instant: neither is lost, whichever comes first (PostgreSQL)."""

from __future__ import annotations

import pytest

from bot.serving.work import DeskWork
from domain.base.written import Written
from domain.questions import answering, asking
from domain.threads.records import ThreadState
from tests.rules.office import Office
from tests.rules.questions.test_questions import STAR, asks, looks

pytestmark = pytest.mark.pg


@pytest.fixture
def address(postgres_address: str) -> str:
    return postgres_address


@pytest.mark.parametrize("first", ["further", "answer"])
async def test_an_answer_and_a_further_question_at_once_lose_nothing(office: Office, first: str) -> None:
    customer = await office.holds("李明", STAR)
    thread = await asks(office, "李明", "customer", customer)
    approval = (await looks(office, "李明", thread)).approval.id

    def further(work: DeskWork) -> object:
        return asking.ask_further(work, asking.AskFurther(thread=thread, words=Written("寿命呢")))

    def answers(work: DeskWork) -> object:
        return answering.answer(work, answering.AnswerQuestion(approval=approval, words=Written("可以")))

    if first == "further":
        await office.overlapping(("李明", further), ("陈经理", answers))
    else:
        await office.overlapping(("陈经理", answers), ("李明", further))
    view = await looks(office, "李明", thread)
    assert {each.written.text for each, _ in view.messages} == {"能用于 125℃ 吗", "寿命呢", "可以"}
    waiting = first == "answer"
    assert (view.thread.state is ThreadState.OPEN) is waiting
    assert bool(view.waits_for) is waiting

"""反馈: who reads it, who answers it, and that it stays its author's."""

from __future__ import annotations

import pytest

from domain.base.errors import NotAllowed, NotFound
from domain.base.written import Written
from domain.feedback import answering, giving
from domain.feedback import views as feedback_views
from domain.leaving import staffing
from domain.questions import views as question_views
from domain.threads.records import ThreadState
from domain.threads.writing import NothingWritten
from tests.rules.office import Office
from tests.rules.questions.test_questions import STAR, asks

WORDS = Written("打不开")


async def gives(office: Office, who: str = "李明") -> int:
    return await office.does(who, lambda work: int(giving.give(work, giving.GiveFeedback(words=WORDS)).id))


async def answers(office: Office, who: str, thread: int, *, adds: bool = False) -> None:
    command = answering.AnswerFeedback(thread=thread, words=Written("好了"), adds=adds)
    await office.does(who, lambda work: answering.answer(work, command))


async def looks(office: Office, who: str, thread: int) -> feedback_views.FeedbackView:
    return await office.does(who, lambda work: feedback_views.feedback(work, thread))


async def counted(office: Office, who: str) -> int:
    return await office.does(who, lambda work: feedback_views.given(work, open_only=False, offset=0, limit=9)[1])


@pytest.mark.parametrize("giver", ["李明", "孙总", "陈经理", "管理员"])
async def test_only_who_gave_it_and_the_administrators_read_it(office: Office, giver: str) -> None:
    thread = await gives(office, giver)
    for reader in {giver, "管理员"}:
        assert (await looks(office, reader, thread)).messages
        assert await counted(office, reader) == 1
    for stranger in {"张磊", "孙总", "陈经理", "刘经理", "王芳"} - {giver}:
        with pytest.raises(NotFound):
            await looks(office, stranger, thread)
        assert await counted(office, stranger) == 0


async def test_only_administrators_answer_and_only_its_author_goes_on(office: Office) -> None:
    thread = await gives(office)
    for other in ("李明", "陈经理", "刘经理"):
        with pytest.raises(NotAllowed):
            await answers(office, other, thread)
    await answers(office, "管理员", thread)
    with pytest.raises(answering.AlreadyAnswered):
        await answers(office, "管理员", thread)
    await answers(office, "管理员", thread, adds=True)
    more = giving.GiveMoreFeedback(thread=thread, words=Written("又坏了"))
    for other in ("管理员", "王芳"):
        with pytest.raises(NotFound):
            await office.does(other, lambda work: giving.give_more(work, more))
    await office.does("李明", lambda work: giving.give_more(work, more))
    view = await looks(office, "李明", thread)
    assert (view.thread.state, len(view.messages)) == (ThreadState.OPEN, 4)
    await answers(office, "管理员", thread)


async def test_nothing_is_no_feedback(office: Office) -> None:
    nothing = giving.GiveFeedback(words=Written(" "))
    with pytest.raises(NothingWritten):
        await office.does("李明", lambda work: giving.give(work, nothing))


async def test_a_thread_of_one_matter_is_none_of_the_other(office: Office) -> None:
    question = await asks(office, "李明", "customer", await office.holds("李明", STAR))
    feedback = await gives(office)
    with pytest.raises(NotFound):
        await looks(office, "管理员", question)
    with pytest.raises(NotFound):
        await office.does("李明", lambda work: question_views.question(work, feedback))
    with pytest.raises(NotFound):
        await answers(office, "管理员", question)


async def test_it_stays_its_authors_when_he_leaves(office: Office) -> None:
    await office.holds("李明", STAR)
    thread = await gives(office)
    leaving = staffing.Deactivate(account=office.ids["李明"], to=office.ids["张磊"])
    await office.does("孙总", lambda work: staffing.deactivate(work, leaving))
    with pytest.raises(NotFound):
        await looks(office, "张磊", thread)
    await answers(office, "管理员", thread)
    assert (await looks(office, "管理员", thread)).giver.name == "李明"

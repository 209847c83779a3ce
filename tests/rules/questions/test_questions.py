"""问渠道经理: whose a question is, who may read and answer it, and what becomes of it when people and agencies go."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.serving.work import DeskWork
from domain.approvals import acting, adding_signers, deciding, deciding_several, taking_back
from domain.approvals.adding_signers import SignerPlace
from domain.base.errors import AlreadyDecided, NotAllowed, NotFound, NotYours, Refusal
from domain.base.kinds import Kind
from domain.base.written import Written
from domain.home import numbered
from domain.leaving import staffing
from domain.people.records import AgencyState
from domain.questions import answering, asking
from domain.questions import views as question_views
from domain.questions.views import QuestionView
from domain.reports import merging
from domain.threads.records import ThreadState
from domain.threads.writing import NothingWritten
from tests.rules.kinds import ASKED
from tests.rules.leaving.test_handing_over import becomes, handed_to_qian
from tests.rules.office import Office

STAR, WHALE = "深圳市星河联创电子有限公司", "深圳市蓝鲸智能科技有限公司"


async def asks(office: Office, who: str, record: str, number: int, text: str = "能用于 125℃ 吗") -> int:
    """The thread's number."""
    command = asking.AskQuestion(record=record, number=number, words=Written(text))
    return await office.does(who, lambda work: int(asking.ask(work, command).thread.id))


async def answers(office: Office, who: str, thread: int, text: str = "可以") -> None:
    def act(work: DeskWork) -> None:
        approval = work.approvals.of_subject(Kind.QUESTION, thread)
        assert approval is not None
        answering.answer(work, answering.AnswerQuestion(approval=approval.id, words=Written(text)))

    await office.does(who, act)


async def further(office: Office, who: str, thread: int, text: str = "寿命呢") -> None:
    command = asking.AskFurther(thread=thread, words=Written(text))
    await office.does(who, lambda work: asking.ask_further(work, command))


async def looks(office: Office, who: str, thread: int) -> QuestionView:
    return await office.does(who, lambda work: question_views.question(work, thread))


async def waits_for(office: Office, thread: int) -> set[str]:
    def act(work: DeskWork) -> set[str]:
        approval = work.approvals.of_subject(Kind.QUESTION, thread)
        return set(acting.names(work, approval)) if approval is not None else set()

    return await office.does(None, act)


async def test_only_who_sees_a_record_asks_about_it(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    for stranger in ("张磊", "王芳", "钱总"):
        with pytest.raises(NotFound):
            await asks(office, stranger, "customer", customer)
    for vendor in ("陈经理", "管理员"):
        with pytest.raises(NotAllowed):
            await asks(office, vendor, "customer", customer)
    for nonsense in ("customers", "question", "agency_registration", ""):
        with pytest.raises(NotFound):
            await asks(office, "李明", nonsense, customer)
    with pytest.raises(NothingWritten):
        await asks(office, "李明", "customer", customer, "  ")
    assert await asks(office, "孙总", "customer", customer)


STRANGERS = (Kind.AGENCY_REGISTRATION, Kind.AGENCY_CLAIM)
"""They ask without an account."""


@pytest.mark.parametrize("kind", [each for each in Kind if each not in (*STRANGERS, Kind.QUESTION)])
async def test_a_request_of_any_kind_can_be_asked_about(office: Office, kind: Kind) -> None:
    asked = await ASKED[kind](office)

    def subject(work: DeskWork) -> tuple[int, str]:
        approval = work.approvals.get(asked.approval)
        return approval.subject_id, work.people.account(approval.applicant_id).name

    number, who = await office.does(None, subject)
    thread = await asks(office, who, kind.value, number)
    view = await looks(office, "陈经理", thread)
    assert view.thread.about_name
    assert view.title
    assert view.about_approval is not None
    assert view.about_approval.id == asked.approval


async def test_each_reads_his_own_and_those_of_customers_in_his_hands(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    thread = await asks(office, "孙总", "customer", customer)
    for reader in ("李明", "孙总", "陈经理", "刘经理", "管理员"):
        assert (await looks(office, reader, thread)).messages
        found, total = await office.does(
            reader, lambda work: question_views.questions(work, open_only=True, customer=None, offset=0, limit=9)
        )
        assert (total, [each.thread.id for each in found]) == (1, [thread])
    for stranger in ("张磊", "王芳", "钱总"):
        with pytest.raises(NotFound):
            await looks(office, stranger, thread)
        assert await office.does(stranger, lambda work: numbered.record(work, "WT-2026-0001")) is None
        assert (
            await office.does(
                stranger,
                lambda work: question_views.questions(work, open_only=False, customer=None, offset=0, limit=9)[1],
            )
            == 0
        )
    assert await office.does("李明", lambda work: numbered.record(work, "wt 2026 1")) == ("WT", thread)


async def test_a_question_is_answered_and_never_decided_or_signed(office: Office) -> None:
    asked = await ASKED[Kind.QUESTION](office)
    to = office.ids["刘经理"]
    forged: list[Callable[[DeskWork], object]] = [
        lambda work: deciding.approve(work, deciding.Approve(approval=asked.approval)),
        lambda work: deciding.reject(work, deciding.Reject(approval=asked.approval, reason="不")),
        lambda work: deciding.return_(work, deciding.Return(approval=asked.approval, fields=("x",), reason="改")),
        *(
            lambda work, place=place: adding_signers.add(
                work, adding_signers.AddSigner(approval=asked.approval, to=to, place=place)
            )
            for place in SignerPlace
        ),
    ]
    for act in forged:
        with pytest.raises(NotFound):
            await office.does("陈经理", act)
    ticked = deciding_several.ApproveSeveral(requests=(deciding_several.Ticked(asked.approval, 1),))
    (one,) = await office.does("陈经理", lambda work: deciding_several.approve_several(work, ticked))
    assert isinstance(one.refusal, NotFound)
    assert await office.does("陈经理", lambda work: deciding_several.choices(work).together) == []
    assert await office.does("陈经理", acting.count_waiting) == (0, 1)


async def test_what_is_decided_is_not_answered(office: Office) -> None:
    asked = await ASKED[Kind.CUSTOMER_REPORT](office)
    command = answering.AnswerQuestion(approval=asked.approval, words=Written("好"))
    with pytest.raises(NotFound):
        await office.does("陈经理", lambda work: answering.answer(work, command))


async def test_who_may_answer_is_asked_when_he_does(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    thread = await asks(office, "李明", "customer", customer)
    for other in ("李明", "孙总", "刘经理", "管理员"):
        with pytest.raises((NotAllowed, NotYours)):
            await answers(office, other, thread)
    await answers(office, "陈经理", thread)
    with pytest.raises(AlreadyDecided):
        await answers(office, "陈经理", thread)
    assert [each.written.text for each, _ in (await looks(office, "李明", thread)).messages] == [
        "能用于 125℃ 吗",
        "可以",
    ]


async def test_only_the_side_that_answered_adds_to_it_and_only_then(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    thread = await asks(office, "李明", "customer", customer)
    add = answering.AddToAnswer(thread=thread, words=Written("补充"))
    with pytest.raises(NotAllowed):
        await office.does("陈经理", lambda work: answering.add(work, add))
    await answers(office, "陈经理", thread)
    for other in ("李明", "孙总", "王芳"):
        with pytest.raises((NotAllowed, NotFound)):
            await office.does(other, lambda work: answering.add(work, add))
    await office.does("刘经理", lambda work: answering.add(work, add))
    with pytest.raises(NotFound):
        await further(office, "王芳", thread)
    with pytest.raises(NotAllowed):
        await further(office, "陈经理", thread)


async def test_a_further_question_waits_anew_with_a_clock_of_its_own(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    thread = await asks(office, "李明", "customer", customer)
    await answers(office, "陈经理", thread)
    office.day("2026-12-07")
    await further(office, "李明", thread)
    view = await looks(office, "李明", thread)
    assert (view.thread.state, view.days) == (ThreadState.OPEN, 0)
    office.day("2026-12-09")
    await office.duties()
    assert await waits_for(office, thread) >= {"陈经理", "刘经理"}
    assert (await looks(office, "李明", thread)).days == 2
    await answers(office, "刘经理", thread)
    assert len((await looks(office, "李明", thread)).messages) == 4


async def test_an_answer_goes_to_whoever_is_there_to_hear_it(office: Office) -> None:
    """Who asked, and who has the customer; where neither is there, the owners."""
    customer = await office.holds("李明", STAR)
    thread = await asks(office, "孙总", "customer", customer, "第一问")
    await answers(office, "陈经理", thread, "答一")
    for hearer in ("孙总", "李明"):
        assert any("答一" in each for each in await office.chat(hearer))
    assert not any("答一" in each for each in await office.chat("张磊"))


async def test_who_leaves_gives_his_questions_to_whoever_takes_over(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    report = (await office.reports("李明", WHALE)).report
    threads = [
        await asks(office, "李明", "customer", customer),
        await asks(office, "李明", "customer_report", int(report), "能加急吗"),
    ]
    leaving = staffing.Deactivate(account=office.ids["李明"], to=office.ids["张磊"])
    await office.does("孙总", lambda work: staffing.deactivate(work, leaving))
    for thread in threads:
        await answers(office, "陈经理", thread, f"答 {thread}")
        assert (await looks(office, "张磊", thread)).asker == "张磊"
        assert [by for _, by in (await looks(office, "张磊", thread)).messages] == ["李明", "陈经理"]
        assert any(f"答 {thread}" in each for each in await office.chat("张磊"))


async def test_a_manager_who_leaves_hands_on_what_he_was_to_answer(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    thread = await asks(office, "李明", "customer", customer)
    leaving = staffing.Deactivate(account=office.ids["陈经理"], to=office.ids["刘经理"])
    await office.does("管理员", lambda work: staffing.deactivate(work, leaving))
    assert await waits_for(office, thread) == {"刘经理"}
    await answers(office, "刘经理", thread)


async def test_with_the_agency_its_open_questions_end_and_stay_readable(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    answered, waiting = [await asks(office, "李明", "customer", customer, each) for each in ("一", "二")]
    await answers(office, "陈经理", answered)
    await becomes(office, AgencyState.ENDED)
    assert (await looks(office, "李明", waiting)).thread.state is ThreadState.WITHDRAWN
    assert (await looks(office, "李明", answered)).thread.state is ThreadState.ANSWERED
    with pytest.raises(AlreadyDecided):
        await answers(office, "陈经理", waiting)
    for act in (lambda: further(office, "李明", answered), lambda: asks(office, "李明", "customer", customer)):
        with pytest.raises(Refusal):
            await act()


async def test_a_suspended_agency_still_asks_and_is_answered(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await becomes(office, AgencyState.SUSPENDED)
    thread = await asks(office, "李明", "customer", customer)
    await answers(office, "陈经理", thread)


async def test_the_next_agency_of_a_customer_reads_nothing_of_the_former_ones(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    thread = await asks(office, "李明", "customer", customer)
    await handed_to_qian(office)
    with pytest.raises(NotFound):
        await looks(office, "钱总", thread)
    assert await office.does("钱总", lambda work: question_views.of_customer(work, customer)) == 0
    assert (await looks(office, "李明", thread)).title == STAR


async def test_two_customers_that_become_one_keep_their_questions(office: Office) -> None:
    kept, gone = await office.holds("李明", STAR), await office.holds("李明", WHALE)
    threads = {await asks(office, "李明", "customer", each) for each in (kept, gone)}
    command = merging.MergeCustomers(gone=gone, into=kept)
    await office.does("管理员", lambda work: merging.merge(work, command))
    found, _ = await office.does(
        "李明", lambda work: question_views.questions(work, open_only=False, customer=kept, offset=0, limit=9)
    )
    assert {int(each.thread.id) for each in found} == threads
    assert {each.thread.about_id for each in found} == {kept}


async def test_who_asked_takes_it_back_and_nobody_else(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    thread = await asks(office, "李明", "customer", customer)
    approval = (await looks(office, "李明", thread)).approval.id
    for other in ("张磊", "王芳", "陈经理"):
        with pytest.raises(NotFound):
            await office.does(other, lambda work: taking_back.take_back(work, taking_back.TakeBack(approval=approval)))
    await office.does("李明", lambda work: taking_back.take_back(work, taking_back.TakeBack(approval=approval)))
    assert (await looks(office, "李明", thread)).thread.state is ThreadState.WITHDRAWN
    await further(office, "李明", thread)
    assert await waits_for(office, thread) == {"陈经理"}

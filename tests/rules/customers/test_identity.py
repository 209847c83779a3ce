"""Who is the same customer, at the submission and at the approval."""

from __future__ import annotations

import asyncio

import pytest

from domain.customers import identity
from domain.customers.records import Customer, ReportState
from domain.names import same_key
from domain.protection import protecting
from domain.reports import approving, conflict, reporting
from domain.reports.conflict import CheckAnswer, CheckReason, Finding
from tests.rules.office import Office

STAR, OLD = "深圳市星河联创电子有限公司", "深圳市旧星河电子有限公司"
CODE, OTHER_CODE = "91440300708461136T", "91440300192448589C"


async def finds(office: Office, who: str, name: str, code: str | None = None) -> Finding:
    return await office.does(who, lambda work: conflict.found(work, name, code)[1])


async def checks(office: Office, who: str, name: str, *, but: int) -> Finding:
    """What whoever mends a report is told."""
    return await office.does(who, lambda work: conflict.check(work, name, but=but))


async def gives_up(office: Office, who: str, customer: int) -> None:
    await office.does(who, lambda work: protecting.give_up(work, protecting.GiveUp(customer=customer, reason="放弃")))


async def test_two_codes_are_two_customers_of_one_name(office: Office) -> None:
    await office.reports("李明", STAR, credit_code=CODE)
    await office.approves()
    assert (await finds(office, "王芳", STAR, CODE)).why is CheckReason.HELD
    assert await finds(office, "王芳", STAR) == Finding(CheckAnswer.CLOSED, CheckReason.HELD, by_name=True)
    assert (await finds(office, "王芳", STAR, OTHER_CODE)).why is CheckReason.FREE
    await office.reports("王芳", STAR, credit_code=OTHER_CODE)
    await office.approves()
    assert (await finds(office, "李明", STAR, OTHER_CODE)).why is CheckReason.HELD


async def named(office: Office, name: str, code: str | None = None) -> Customer:
    """The customer that is meant."""
    return await office.does(None, lambda work: identity.same(work, name, code)[0])


async def state(office: Office, report: reporting.Submitted) -> ReportState:
    return await office.does(None, lambda work: work.customers.report(report.report).state)


async def test_a_known_code_under_another_name_closes_both_names_with_the_approval(office: Office) -> None:
    customer = await office.holds("李明", OLD, credit_code=CODE)
    await gives_up(office, "李明", customer)
    office.day("2026-11-25")
    await office.reports("王芳", STAR, credit_code=CODE)
    assert (await finds(office, "李明", STAR)).why is CheckReason.POOL_LATER, "it is claimed under this name already"
    await office.approves()
    for name, code in ((STAR, None), (OLD, None), (STAR, CODE), (OLD, CODE)):
        assert (await finds(office, "李明", name, code)).why is CheckReason.HELD
    found = await named(office, STAR)
    assert (found.id, found.name, found.same_key, found.credit_code) == (customer, STAR, same_key(STAR), CODE)
    assert await office.does(None, lambda work: list(work.names.aliases(customer))) == [OLD]
    hits = await office.does(None, lambda work: work.names.similar(STAR))
    assert [(hit.customer, hit.name) for hit in hits][:1] == [(customer, STAR)]


async def test_the_name_of_a_rejected_report_is_free_and_its_code_with_it(office: Office) -> None:
    await office.reports("李明", OLD, credit_code=CODE)
    await office.rejects()
    await office.reports("王芳", STAR, credit_code=CODE)
    await office.approves()
    assert (await finds(office, "李明", STAR)).why is CheckReason.HELD
    assert (await finds(office, "李明", OLD, CODE)).why is CheckReason.HELD
    assert (await finds(office, "李明", OLD)).why is CheckReason.FREE


async def test_the_name_of_one_customer_with_the_code_of_another_is_as_closed_as_the_stricter_of_both(
    office: Office,
) -> None:
    await office.holds("李明", STAR)
    customer = await office.holds("李明", OLD, credit_code=CODE)
    await gives_up(office, "李明", customer)
    office.day("2026-11-25")
    assert (await finds(office, "王芳", OLD, CODE)).why is CheckReason.POOL
    assert (await finds(office, "王芳", STAR, CODE)).why is CheckReason.HELD
    with pytest.raises(reporting.NotOpen):
        await office.reports("王芳", STAR, credit_code=CODE)


async def test_a_report_under_a_code_that_is_being_reported_queues_under_whatever_name(office: Office) -> None:
    first = await office.reports("李明", STAR, credit_code=CODE)
    assert (await finds(office, "王芳", OLD, CODE)).why is CheckReason.QUEUE
    second = await office.reports("王芳", OLD, credit_code=CODE)
    assert second.ahead == 1
    assert (await finds(office, "李明", OLD)).why is CheckReason.OWN_PENDING
    await office.approves()
    assert (await state(office, first), await state(office, second)) == (ReportState.APPROVED, ReportState.CLOSED)
    assert (await finds(office, "王芳", OLD)).why is CheckReason.FREE, "what was never approved is nobody's name"


async def test_the_code_of_whoever_waits_is_not_the_customers(office: Office) -> None:
    first = await office.reports("李明", STAR)
    await office.reports("王芳", STAR, credit_code=CODE)
    assert (await named(office, STAR)).credit_code is None
    await office.approves()
    assert await state(office, first) is ReportState.APPROVED
    found = await named(office, STAR)
    assert (found.credit_code, found.profile and found.profile.credit_code) == (None, None)
    assert (await finds(office, "王芳", OLD, CODE)).why is CheckReason.FREE


async def test_whoever_waits_with_another_code_goes_on_in_a_line_of_his_own(office: Office) -> None:
    first = await office.reports("李明", STAR, credit_code=CODE)
    second = await office.reports("王芳", STAR, credit_code=OTHER_CODE)
    assert second.ahead == 1
    await office.approves()
    assert (await state(office, first), await state(office, second)) == (ReportState.APPROVED, ReportState.PENDING)
    await office.approves()
    assert await state(office, second) is ReportState.APPROVED
    assert (await named(office, STAR, CODE)).id != (await named(office, STAR, OTHER_CODE)).id


async def test_a_returned_report_may_bring_its_code_and_keeps_its_place(office: Office) -> None:
    first = await office.reports("李明", STAR)
    second = await office.reports("王芳", STAR, credit_code=OTHER_CODE)
    await office.returns("credit_code")
    finding = await office.does("李明", lambda work: conflict.check(work, STAR, CODE, but=first.report))
    assert finding.why is CheckReason.FREE, "nobody is before him"
    mended = await office.reports("李明", STAR, mends=first.report, credit_code=CODE)
    assert mended.ahead == 0
    assert (await state(office, first), await state(office, second)) == (ReportState.PENDING, ReportState.QUEUED)


async def test_retyping_the_name_of_a_returned_report_tells_nothing_of_those_behind(office: Office) -> None:
    first = await office.reports("李明", STAR)
    await office.reports("王芳", STAR)
    await office.returns("name")
    assert (await checks(office, "李明", STAR, but=first.report)).why is CheckReason.FREE
    office.day("2026-11-26")
    await office.duties()
    assert (await checks(office, "李明", STAR, but=first.report)).why is CheckReason.QUEUE, "王芳 has moved up by now"


async def test_what_is_held_under_that_name_by_now_is_not_approved_again(office: Office) -> None:
    customer = await office.holds("王芳", OLD)
    await office.reports("李明", STAR)
    await office.does(None, lambda work: work.names.add(customer, STAR, alias=True))
    with pytest.raises(approving.SameHeld):
        await office.approves()


async def test_what_nobody_holds_becomes_one_with_what_is_approved_under_its_name(office: Office) -> None:
    rejected = await office.reports("王芳", STAR)
    await office.rejects()
    customer = await office.holds("李明", OLD, credit_code=CODE)
    await gives_up(office, "李明", customer)
    office.day("2026-11-25")
    await office.reports("王芳", STAR, credit_code=CODE)
    await office.approves()
    found = await named(office, STAR)
    assert (found.id, found.credit_code) == (customer, CODE)
    report = await office.does(None, lambda work: work.customers.report(rejected.report))
    assert report.customer_id == customer, "its history"


async def test_the_cool_down_holds_under_another_name_too(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await office.does(None, lambda work: work.names.add(customer, OLD, alias=True))
    await gives_up(office, "李明", customer)
    office.day("2026-11-25")
    finding = await finds(office, "张磊", OLD)
    assert (finding.why, finding.cooling) == (CheckReason.POOL_LATER, True)
    with pytest.raises(reporting.NotOpen):
        await office.reports("张磊", OLD)
    assert (await finds(office, "王芳", OLD)).why is CheckReason.POOL


async def test_a_look_alike_in_the_pool_is_named_to_everybody(office: Office) -> None:
    await gives_up(office, "李明", await office.holds("李明", STAR))
    finding = await office.does("王芳", lambda work: conflict.check(work, "深圳星河联创电子"))
    assert (finding.why, finding.names) == (CheckReason.LOOKALIKE, (STAR,))


async def test_many_checks_at_once_are_no_more_than_the_quota(office: Office) -> None:
    async def asks(number: int) -> bool:
        try:
            await office.does("李明", lambda work: conflict.check(work, f"深圳市第{number}智能科技有限公司"))
        except conflict.QuotaUsed:
            return False
        return True

    answered = await asyncio.gather(*(asks(number) for number in range(15)))
    assert sum(answered) == 10

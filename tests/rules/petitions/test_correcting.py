"""更正: a question for a name like every other; only what was changed is changed; what nobody wants is no obstacle."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.serving.work import DeskWork
from domain.approvals import deciding
from domain.base.policy.model import Quota
from domain.customers.records import Customer
from domain.petitions import appealing, correcting, identity_views
from domain.petitions.correcting import AddAlias, CorrectCustomer, CorrectionOpen, CorrectionResult, NameOfAnother
from domain.reports import conflict, reporting
from tests.rules.office import Office, with_report

STAR = "深圳市星河联创电子有限公司"
NEW = "深圳市星河联创半导体有限公司"
MING = "广州市天河启明电机有限公司"
CODE = "91440300MA5DA1234X"


async def customer(office: Office, number: int) -> Customer:
    return await office.does(None, lambda work: work.customers.get(number))


async def corrects(office: Office, number: int, who: str = "李明", **changes: object) -> CorrectionResult:
    def act(work: DeskWork) -> CorrectionResult:
        after = replace(correcting.known(work.customers.get(number)), **changes)  # type: ignore[arg-type]
        with work.apart():
            return correcting.correct(work, CorrectCustomer(customer=number, profile=after))

    return await office.does(who, act)


async def refused(office: Office, number: int, **changes: object) -> reporting.NotOpen:
    """As the desk does it: what is remembered of a refusal is committed."""

    def act(work: DeskWork) -> reporting.NotOpen | None:
        after = replace(correcting.known(work.customers.get(number)), **changes)  # type: ignore[arg-type]
        try:
            with work.apart():
                correcting.correct(work, CorrectCustomer(customer=number, profile=after))
        except reporting.NotOpen as refusal:
            return refusal
        return None

    answer = await office.does("李明", act)
    assert answer is not None
    return answer


async def test_asking_for_anothers_name_counts_and_is_seen_by_the_managers(office: Office) -> None:
    mine = await office.holds("李明", STAR)
    await office.holds("王芳", MING)
    office.policy = with_report(checks_a_day=Quota(person=1, agency=30))
    assert (await refused(office, mine, name=MING)).finding.why is conflict.CheckReason.HELD
    attempts = await office.does("陈经理", lambda work: identity_views.refused_attempts(work, 0, 10))
    assert [each.name for each in attempts] == [MING]
    with pytest.raises(conflict.QuotaUsed):
        await corrects(office, mine, name=NEW)


async def test_a_name_that_somebody_waits_for_is_not_taken(office: Office) -> None:
    mine = await office.holds("李明", STAR)
    await office.reports("王芳", MING)
    assert (await refused(office, mine, name=MING)).finding.why is conflict.CheckReason.QUEUE


async def test_a_name_that_nobody_wants_any_more_can_be_taken_with_its_history(office: Office) -> None:
    mine = await office.holds("李明", STAR)
    other = await office.reports("王芳", NEW)
    await office.rejects()
    gone = await office.does(None, lambda work: int(work.customers.report(other.report).customer_id))
    assert (await corrects(office, mine, name=NEW)).approvers == ("陈经理",)
    await office.approves()
    assert (await customer(office, mine)).name == NEW
    assert (await customer(office, gone)).merged_into == mine
    for name in (STAR, NEW):
        with pytest.raises(reporting.NotOpen):
            await office.reports("王芳", name)


async def test_a_name_that_was_reserved_meanwhile_is_not_granted_and_nothing_is_written(office: Office) -> None:
    mine = await office.holds("李明", STAR)
    other = await office.reports("王芳", NEW)
    await office.rejects()
    await corrects(office, mine, name=NEW)
    number = await office.does("陈经理", lambda work: work.approvals.waiting_for((work.actor.id,))[0].id)
    appeal = appealing.MakeAppeal(reason="2026-08 起送样", report=other.report)
    await office.does("王芳", lambda work: appealing.make(work, appeal))
    await office.approves("刘经理")
    command = deciding.Approve(approval=number)
    with pytest.raises(correcting.NameWanted):
        await office.does("陈经理", lambda work: deciding.approve(work, command))
    state = await office.does(None, lambda work: work.approvals.get(number).state.value)
    assert state == "pending"
    await office.does(
        "陈经理", lambda work: deciding.reject(work, deciding.Reject(approval=number, reason="名称另有申请"))
    )
    assert (await corrects(office, mine, name="深圳市星河联创微电子有限公司")).approvers == ("陈经理",)


async def test_only_what_was_asked_for_changes_and_what_needs_nobody_changes_at_once(office: Office) -> None:
    mine = await office.holds("李明", STAR)
    await corrects(office, mine, name=NEW, region="广东 东莞")
    found = (await customer(office, mine)).profile
    assert found is not None
    assert (found.name, found.region) == (STAR, "广东 东莞")
    await corrects(office, mine, volume=Decimal(300))
    with pytest.raises(CorrectionOpen):
        await corrects(office, mine, credit_code=CODE)
    await office.approves()
    found = (await customer(office, mine)).profile
    assert found is not None
    assert (found.name, found.region, found.volume) == (NEW, "广东 东莞", Decimal(300))


async def test_a_code_is_added_and_changed_by_approval_alone(office: Office) -> None:
    mine = await office.holds("李明", STAR)
    await corrects(office, mine, credit_code=CODE)
    assert (await customer(office, mine)).credit_code is None
    await office.approves()
    assert (await customer(office, mine)).credit_code == CODE
    await corrects(office, mine, region="广东 东莞")
    assert (await customer(office, mine)).credit_code == CODE


async def test_a_correction_that_is_dismissed_changes_nothing(office: Office) -> None:
    mine = await office.holds("李明", STAR)
    await corrects(office, mine, name=NEW)
    await office.rejects(reason="与执照不符")
    assert (await customer(office, mine)).name == STAR


async def test_nobody_is_known_by_what_another_customer_is_called(office: Office) -> None:
    async def calls(number: int, name: str) -> None:
        await office.does("陈经理", lambda work: correcting.add_alias(work, AddAlias(customer=number, name=name)))

    star, ming = await office.holds("李明", STAR), await office.holds("王芳", MING)
    await calls(ming, "天河启明电机")
    for name in (MING, "天河启明电机"):
        with pytest.raises(NameOfAnother):
            await calls(star, name)
    await calls(star, "星河半导体")
    assert await office.does("陈经理", lambda work: identity_views.aliases(work, star)) == ["星河半导体"]

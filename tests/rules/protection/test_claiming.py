"""The resource pool: fair start, cool-down, claims counted as made, one winner of fifty."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial

import pytest

from bot.serving.work import DeskWork
from domain.approvals import deciding
from domain.base.errors import AlreadyDecided
from domain.customers.records import Profile, ReportState
from domain.leaving import staffing
from domain.people.records import AccountType
from domain.protection import claiming, protecting
from domain.protection.pool import PoolQuery, Topic
from domain.reminders.records import ReminderKind
from domain.reports import conflict, reporting
from domain.reports.conflict import CheckReason
from tests.rules.office import PROFILE, Office, profile

STAR = "深圳市星河联创电子有限公司"
SECOND = ("深圳市蓝鲸智能科技有限公司", "东莞市宏图精密有限公司", "佛山市启明电机有限公司", "惠州市远航照明有限公司")


async def gives_up(office: Office, who: str, customer: int) -> None:
    await office.does(who, lambda work: protecting.give_up(work, protecting.GiveUp(customer=customer, reason="放弃")))


async def released(office: Office, name: str = STAR) -> int:
    """李明 gave it up on 2026-11-23 at 10:00."""
    customer = await office.holds("李明", name)
    await gives_up(office, "李明", customer)
    return customer


async def finds(office: Office, who: str, name: str = STAR) -> conflict.Finding:
    return await office.does(who, lambda work: conflict.judge(work, conflict.identify(work, name, None), work.actor))


async def test_for_a_day_nobody_can_claim_then_everybody_can(office: Office) -> None:
    await released(office)
    office.day("2026-11-24", "09:59")
    finding = await finds(office, "王芳")
    assert finding.why is CheckReason.POOL_LATER
    assert finding.at is not None
    assert finding.at.isoformat() == "2026-11-24T02:00:00+00:00"
    with pytest.raises(reporting.NotOpen):
        await office.reports("王芳", STAR)
    office.day("2026-11-24", "10:00")
    assert (await finds(office, "王芳")).why is CheckReason.POOL
    await office.reports("王芳", STAR)
    assert (await finds(office, "钱总")).why is CheckReason.OWN_PENDING


@pytest.mark.parametrize("asker", ["李明", "张磊", "孙总"])
async def test_whoever_held_it_and_the_whole_agency_wait_thirty_days(office: Office, asker: str) -> None:
    await released(office)
    office.day("2026-12-23", "09:59")
    finding = await finds(office, asker)
    assert (finding.why, finding.cooling) == (CheckReason.POOL_LATER, True)
    office.day("2026-12-23", "10:00")
    assert (await finds(office, asker)).why is CheckReason.POOL


async def test_the_cool_down_runs_on_whoever_held_it_in_between(office: Office) -> None:
    customer = await released(office)
    office.day("2026-11-25")
    await office.holds("王芳", STAR)
    office.day("2026-12-10")
    await gives_up(office, "王芳", customer)
    office.day("2026-12-12")
    assert (await finds(office, "李明")).cooling
    assert (await finds(office, "王芳")).cooling
    office.day("2026-12-24")
    assert (await finds(office, "李明")).why is CheckReason.POOL
    assert (await finds(office, "王芳")).cooling


async def test_whose_cool_down_ends_within_the_fair_start_is_told_the_later_of_the_two(office: Office) -> None:
    customer = await released(office)
    office.day("2026-12-01")
    await office.holds("王芳", STAR)
    office.day("2026-12-22", "20:00")
    await gives_up(office, "王芳", customer)
    finding = await finds(office, "李明")
    assert finding.at is not None
    assert finding.at.isoformat() == "2026-12-23T12:00:00+00:00"
    office.now = finding.at
    assert (await finds(office, "李明")).why is CheckReason.POOL


async def test_who_held_it_waits_by_every_account_of_his(office: Office) -> None:
    await released(office)
    other = await office.second_account("李明", "广州天河微电")
    office.day("2026-12-01")
    assert (await finds(office, other)).cooling
    assert (await finds(office, "王芳")).why is CheckReason.POOL


async def test_nor_does_another_agencys_owner_claim_it_for_him(office: Office) -> None:
    await released(office)
    other = await office.second_account("李明", "广州天河微电")
    office.day("2026-12-01")
    with pytest.raises(reporting.NotThisContact):
        await claims_for(office, other)
    office.day("2026-12-23", "10:00")
    await claims_for(office, other)


async def claims_for(office: Office, contact: str) -> None:
    command = reporting.ReportCustomer(profile=profile(STAR), contact=office.ids[contact])
    await office.does("钱总", lambda work: reporting.report(work, command))


async def test_the_new_holder_begins_anew(office: Office) -> None:
    customer = await released(office)
    office.day("2026-11-25")
    await office.holds("王芳", STAR)
    assert await office.until(customer) == "2027-02-25"
    assert await office.does(None, lambda work: work.pool.entry(customer)) is None


async def test_three_claims_a_day_and_withdrawing_refunds_none(office: Office) -> None:
    for name in (STAR, *SECOND):
        await released(office, name)
    office.day("2026-11-25")
    for name in (STAR, STAR, SECOND[0]):
        made = await office.reports("王芳", name)
        command = reporting.WithdrawReport(report=made.report)
        await office.does("王芳", partial(reporting.withdraw, command=command))
    with pytest.raises(claiming.ClaimsUsed):
        await office.reports("王芳", SECOND[1])
    other = await office.second_account("王芳", "广州天河微电")
    with pytest.raises(claiming.ClaimsUsed):
        await office.reports(other, SECOND[1])
    await office.reports("钱总", SECOND[1])
    office.day("2026-11-26")
    await office.reports("王芳", SECOND[2])


async def test_claiming_returning_claiming_gains_nothing(office: Office) -> None:
    customer = await released(office)
    office.day("2026-11-25")
    await office.holds("王芳", STAR)
    await gives_up(office, "王芳", customer)
    office.day("2026-11-27")
    for asker in ("王芳", "钱总", "李明"):
        with pytest.raises(reporting.NotOpen):
            await office.reports(asker, STAR)
    assert await office.until(customer) == "pool"


async def test_an_agency_has_ten_claims_a_day(office: Office) -> None:
    names = [f"深圳市第{number}号{word}有限公司" for number, word in enumerate("东南西北春夏秋冬金木水")]
    for name in names:
        await released(office, name)
    for number in range(4):
        await office.colleague(f"王{number}", "广州天河微电")
    office.day("2026-11-25")
    for number, name in enumerate(names[:10]):
        await office.reports(f"王{number % 4}", name)
    with pytest.raises(claiming.ClaimsUsed) as refused:
        await office.reports("王芳", names[10])
    assert refused.value.whose == "agency"


async def test_twenty_details_a_day_and_the_same_one_counts_once(office: Office) -> None:
    customers = [await released(office, f"深圳市{a}{b}电子有限公司") for a in "东南西北中" for b in "春夏秋冬梅"][:21]
    left = [
        (await office.does("王芳", partial(claiming.detail, customer_id=each))).left
        for each in [customers[0], *customers[:20]]
    ]
    assert left == [19, *range(19, -1, -1)]
    with pytest.raises(claiming.DetailsUsed):
        await office.does("王芳", lambda work: claiming.detail(work, customers[20]))
    await office.does("王芳", lambda work: claiming.detail(work, customers[3]))
    other = await office.second_account("王芳", "深圳南山电子")
    with pytest.raises(claiming.DetailsUsed):
        await office.does(other, lambda work: claiming.detail(work, customers[20]))
    office.day("2026-11-24")
    await office.does("王芳", lambda work: claiming.detail(work, customers[20]))


async def test_the_list_shows_no_names_and_is_searched_by_region_and_domain(office: Office) -> None:
    await released(office)
    customer = await office.holds("王芳", SECOND[0])
    await gives_up(office, "王芳", customer)
    everything, total = await office.does("孙总", lambda work: claiming.listed(work, PoolQuery()))
    assert total == 2
    assert not any(hasattr(each, "name") for each in everything)
    for wish, count in (
        (PoolQuery(province="广东"), 2),
        (PoolQuery(province="江苏"), 0),
        (PoolQuery("广东", "家电"), 2),
        (PoolQuery("", "照明"), 0),
    ):
        assert (await office.does("孙总", partial(claiming.listed, wish=wish)))[1] == count


async def test_what_came_with_a_list_without_its_place_is_listed_and_offers_no_empty_filter(office: Office) -> None:
    customer = await office.holds("李明", STAR)

    def unknown(work: DeskWork) -> None:
        profile = work.customers.get(customer).profile
        assert profile is not None
        work.customers.correct(customer, replace(profile, region=""), STAR)

    await office.does(None, unknown)
    await gives_up(office, "李明", customer)
    assert (await office.does("王芳", lambda work: claiming.listed(work, PoolQuery())))[1] == 1
    assert list(await office.does("王芳", claiming.places)) == []
    assert list(await office.does("王芳", claiming.domains)) == [("家电", 1)]


async def test_by_its_full_name_it_is_found_as_a_report_would_find_it(office: Office) -> None:
    customer = await released(office)
    await office.does(None, lambda work: work.names.add(customer, SECOND[0], alias=True))
    for name, found in ((STAR, customer), (SECOND[0], customer), (SECOND[1], None)):
        assert await office.does("王芳", partial(claiming.named, name=name)) == found


async def test_each_subscriber_reads_from_when_he_may_claim_and_who_has_no_pool_any_more_reads_nothing(
    office: Office,
) -> None:
    await office.colleague("赵敏", "广州天河微电")
    command = claiming.Subscribe(topic=Topic.REGION, value="广东")
    for who in ("王芳", "张磊", "赵敏"):
        await office.does(who, partial(claiming.subscribe, command=command))
    change = staffing.ChangeType(account=office.ids["赵敏"], type=AccountType.ASSISTANT)
    await office.does("钱总", lambda work: staffing.change_type(work, change))
    await released(office)
    await office.duties()
    for who, at in (("王芳", "11-24 10:00"), ("张磊", "12-23 10:00")):
        assert f"{at} 起可申请" in (await office.chat(who))[-1]
    assert not any("资源池新客户" in text for text in await office.chat("赵敏"))


async def test_all_who_subscribed_hear_of_it_at_the_same_minute_after_quiet_hours(office: Office) -> None:
    for who, topic, value in (
        ("王芳", Topic.REGION, "广东"),
        ("钱总", Topic.DOMAIN, "家电"),
        ("张磊", Topic.REGION, "江苏"),
    ):
        command = claiming.Subscribe(topic=topic, value=value)
        await office.does(who, partial(claiming.subscribe, command=command))
    await office.holds("李明", STAR)
    office.day("2027-02-24", "00:00")
    await office.duties()
    assert {each[3] for each in await office.reminders(ReminderKind.POOL)} == {"waiting"}
    office.day("2027-02-24", "08:00")
    await office.duties()
    assert [(each[0], each[3]) for each in await office.reminders(ReminderKind.POOL)] == [
        ("王芳", "handed"),
        ("钱总", "handed"),
    ]


async def test_by_day_subscribers_hear_at_once_with_the_next_tick(office: Office) -> None:
    for who in ("王芳", "钱总", "张磊"):
        command = claiming.Subscribe(topic=Topic.REGION, value="广东")
        await office.does(who, partial(claiming.subscribe, command=command))
    await released(office)
    assert {each[3] for each in await office.reminders(ReminderKind.POOL)} == {"waiting"}
    await office.duties()
    assert {(each[0], each[3]) for each in await office.reminders(ReminderKind.POOL)} == {
        ("王芳", "handed"),
        ("钱总", "handed"),
        ("张磊", "handed"),
    }


async def test_fifty_claim_at_the_same_instant_and_one_gets_it(office: Office) -> None:
    customer = await released(office)
    agencies = [f"第{number}代理" for number in range(50)]
    await office.many_agencies(agencies)
    office.day("2026-11-24", "10:00")
    profile = Profile(**{**PROFILE, "name": STAR})  # type: ignore[arg-type]
    command = reporting.ReportCustomer(profile=profile)
    made = await asyncio.gather(
        *(office.does(f"{agency}业务员", lambda work: reporting.report(work, command)) for agency in agencies)
    )
    assert sorted(each.ahead for each in made) == list(range(50))
    first = next(each for each in made if each.ahead == 0)
    await office.approves()

    def outcome(work: object) -> list[ReportState]:
        return [work.customers.report(each.report).state for each in made]  # type: ignore[attr-defined]

    states = await office.does(None, outcome)
    assert states.count(ReportState.APPROVED) == 1
    assert states.count(ReportState.CLOSED) == 49
    assert states[made.index(first)] is ReportState.APPROVED
    assert await office.until(customer) == "2027-02-24"


async def test_two_managers_decide_one_claim_and_one_is_told_so(office: Office) -> None:
    await released(office)
    office.day("2026-11-25")
    await office.reports("王芳", STAR)
    (approval,) = await office.does("陈经理", lambda work: work.approvals.waiting_for((work.actor.id,)))
    await office.approves()
    with pytest.raises(AlreadyDecided):
        await office.does("陈经理", lambda work: deciding.approve(work, deciding.Approve(approval=approval.id)))

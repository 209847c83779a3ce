"""合并: two customers are one. Nobody who holds it then is protected a day less, nobody's request hangs in the air, and
everybody else's duties go on."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from bot.serving.work import DeskWork
from domain.base.errors import NotFound
from domain.base.kinds import Kind
from domain.base.stage import Stage
from domain.customers.petitions import PetitionState
from domain.customers.records import LIVE, ReportState
from domain.follow_ups import progress, writing
from domain.names import same_key
from domain.people.records import AccountType
from domain.petitions import appealing
from domain.projects.records import Milestone, ProjectItem
from domain.protection import customers as customer_views
from domain.protection import views as protection_views
from domain.protection.pool import PoolQuery
from domain.reminders.records import ReminderKind
from domain.reports import conflict, merging, reporting
from tests.rules.office import Office
from tests.rules.protection.test_losing import gives_up
from tests.rules.protection.test_protecting import asks, stage, waiting

STAR = "深圳市星河联创电子有限公司"
WHALE = "深圳市蓝鲸智能科技有限公司"


async def merges(office: Office, gone: int, into: int) -> None:
    command = merging.MergeCustomers(gone=gone, into=into)
    await office.does("管理员", lambda work: merging.merge(work, command))


async def known(office: Office, who: str, name: str) -> int:
    """Reported, and rejected: known, but nobody's."""
    made = await office.reports(who, name)
    await office.rejects()
    return await office.does(None, lambda work: int(work.customers.report(made.report).customer_id))


async def walks(office: Office, *days: str) -> None:
    for day in days:
        office.day(day)
        await office.duties()


async def listed(office: Office) -> list[int]:
    return await office.does(None, lambda work: [int(each.customer_id) for each in work.pool.entries(PoolQuery())[0]])


async def line(office: Office, customer: int) -> list[tuple[str, ReportState]]:
    names = {number: name for name, number in office.ids.items()}

    def act(work: DeskWork) -> list[tuple[str, ReportState]]:
        return [(names[each.contact_id], each.state) for each in work.customers.reports_of(customer, LIVE)]

    return await office.does(None, act)


async def tells(office: Office, who: str, customer: int, at: Stage) -> None:
    item = ProjectItem(
        name="变频主控",
        domain="家电 · 空调",
        mcu="BAT32G135",
        stage=at,
        progress="样片已寄出",
        yearly=50_000,
        milestone=Milestone.SAMPLE,
        due="2027-03",
    )

    def act(work: DeskWork) -> None:
        progress.tell(work, customer, progress.aim(work, customer, (item,)), at=work.now, author_id=office.ids[who])

    await office.does(who, act)


@pytest.mark.parametrize("pooled", [False, True])
async def test_the_holder_of_the_one_that_is_gone_holds_the_one_that_stays(office: Office, pooled: bool) -> None:
    gone = await office.holds("李明", WHALE)
    if pooled:
        into = await office.holds("王芳", STAR)
        await gives_up(office, into, "王芳")
    else:
        into = await known(office, "王芳", STAR)
    office.day("2026-12-20")
    await stage(office, gone, Stage.DEVELOPMENT)
    await office.approves()
    await merges(office, gone, into)
    assert await office.until(into) == "2027-06-20"
    assert await listed(office) == []
    name = await office.does(None, lambda work: work.customers.get(into).name)
    assert name == STAR
    assert any("已合并" in text and STAR in text for text in await office.chat("李明"))
    await walks(office, "2027-05-21", "2027-06-20", "2027-06-21")
    told = [row for row in await office.reminders(ReminderKind.PROTECTION) if row[0] == "李明"]
    assert {"2027-05-21", "2027-06-20"} <= {day for _, _, day, _ in told}
    assert await office.until(into) == "pool"
    assert await listed(office) == [into]


async def test_what_its_holder_asked_for_is_granted_to_the_one_that_stays(office: Office) -> None:
    gone, into = await office.holds("李明", WHALE), await known(office, "王芳", STAR)
    await asks(office, "李明", gone, months=2)
    await merges(office, gone, into)
    assert await waiting(office) == [Kind.EXTENSION]
    await office.approves()
    assert await office.until(into) == "2027-04-23"


async def test_of_two_agencies_the_one_loses_its_customer_with_all_that_it_asked_for(office: Office) -> None:
    gone, into = await office.holds("李明", WHALE), await office.holds("王芳", STAR)
    await asks(office, "李明", gone)
    await merges(office, gone, into)
    assert await waiting(office) == []
    for who in ("李明", "孙总", "陈经理"):
        (told,) = [text for text in await office.chat(who) if text.startswith("🔴")]
        assert WHALE in told
        assert (f"并入 {STAR}" in told) == (who == "陈经理"), "the other customer's name is the manager's alone to know"
        assert "1 项待审批的申请，已一并失效" in told
    assert any("已合并" in text and WHALE in text for text in await office.chat("王芳"))
    await walks(office, "2027-02-23", "2027-02-28")
    assert await office.reminders(ReminderKind.EXTENSION_LATE) == []
    assert await office.until(into) == "pool"


async def test_who_lost_it_by_a_merging_cant_claim_it_back(office: Office) -> None:
    gone, into = await office.holds("李明", WHALE), await office.holds("王芳", STAR)
    await merges(office, gone, into)
    await gives_up(office, into, "王芳")
    office.day("2026-11-26")
    for who in ("李明", "王芳"):
        finding = await office.does(who, lambda work: conflict.judge(work, work.customers.get(into), work.actor))
        assert finding.cooling


async def test_no_review_of_the_one_that_is_gone_comes_before_the_manager(office: Office) -> None:
    gone, into = await office.holds("李明", WHALE), await office.holds("王芳", STAR)
    await stage(office, gone, Stage.PRODUCTION)
    await office.approves()
    await stage(office, into, Stage.PRODUCTION)
    await office.approves()
    await merges(office, gone, into)
    await walks(office, "2027-05-23")
    assert await waiting(office) == [Kind.PRODUCTION_REVIEW]  # of the one that stays
    assert await office.until(into) == "endless"


async def test_of_one_agencys_two_the_longer_protection_stays_and_the_better_request(office: Office) -> None:
    gone = await office.holds("李明", WHALE)
    office.day("2026-12-23")
    into = await office.holds("张磊", STAR)
    await stage(office, gone, Stage.DEVELOPMENT)
    await office.approves()
    await asks(office, "李明", gone, months=3)
    await asks(office, "张磊", into, months=1)
    await merges(office, gone, into)
    assert await office.until(into) == "2027-06-23"
    assert await waiting(office) == [Kind.EXTENSION]
    await office.approves()
    assert await office.until(into) == "2027-09-23"
    for who in ("李明", "张磊"):
        assert any("已合并" in text for text in await office.chat(who))
    assert not any(text.startswith("🔴") for text in await office.chat("李明"))  # its agency lost nothing


async def test_what_the_other_agency_told_later_of_a_project_ends_nobodys_protection(office: Office) -> None:
    gone, into = await office.holds("李明", WHALE), await office.holds("王芳", STAR)
    await tells(office, "王芳", into, Stage.PRODUCTION)
    await office.approves()
    office.day("2026-12-01")
    await tells(office, "李明", gone, Stage.SELECTION)
    await merges(office, gone, into)
    assert await office.until(into) == "endless"
    await walks(office, "2027-05-23")
    assert await waiting(office) == [Kind.PRODUCTION_REVIEW]


async def test_what_lay_in_the_pool_lies_there_once_under_the_name_that_stays(office: Office) -> None:
    gone, into = await office.holds("李明", WHALE), await known(office, "王芳", STAR)
    await gives_up(office, gone)
    await merges(office, gone, into)
    assert await listed(office) == [into]
    office.day("2026-11-25")
    with pytest.raises(reporting.NotOpen):  # whoever held it waits, by whichever name
        await office.reports("李明", STAR)
    await office.holds("王芳", WHALE)
    assert await office.until(into) == "2027-02-25"
    assert await listed(office) == []


async def test_an_engineer_of_a_former_holder_sees_nothing_of_whoever_holds_it_by_a_merging(office: Office) -> None:
    await office.colleague("周工", "广州天河微电", AccountType.ENGINEER)
    into = await office.holds("王芳", STAR)
    helped = writing.AssignEngineers(customer=into, engineers=(office.ids["周工"],))
    await office.does("王芳", lambda work: writing.assign(work, helped))
    await gives_up(office, into, "王芳")
    await merges(office, await office.holds("李明", WHALE), into)
    assert await office.does(None, lambda work: work.customers.get(into).contact_id) == office.ids["李明"]
    with pytest.raises(NotFound):
        await office.does("周工", lambda work: customer_views.customer(work, into))


async def test_who_had_it_once_goes_on_knowing_it_by_his_own_name_for_it(office: Office) -> None:
    gone = await office.holds("王芳", WHALE)
    await asks(office, "王芳", gone)
    await office.approves()
    await gives_up(office, gone, "王芳")
    office.day("2026-11-25")
    await office.holds("李明", WHALE)
    await merges(office, gone, await office.holds("李明", STAR))

    def listed(work: DeskWork) -> tuple[str, str]:
        ((request, name),), _ = protection_views.requests(work, open_only=False, offset=0, limit=6)
        return name, protection_views.of_request(work, request.id).name

    assert await office.does("王芳", listed) == (WHALE, WHALE)
    assert await office.does("陈经理", listed) == (STAR, STAR)


async def test_a_held_customer_takes_nothing_from_the_pool(office: Office) -> None:
    gone, into = await office.holds("李明", WHALE), await office.holds("王芳", STAR)
    await gives_up(office, gone)
    await merges(office, gone, into)
    assert await listed(office) == []
    assert await office.until(into) == "2027-02-23"


async def test_two_queues_become_one_in_the_order_of_submissions(office: Office) -> None:
    await office.many_agencies(["东莞松山科技"])
    first = await office.reports("李明", WHALE)
    office.day("2026-11-24")
    await office.reports("王芳", STAR)
    office.day("2026-11-25")
    await office.reports("东莞松山科技业务员", WHALE)

    def both(work: DeskWork) -> tuple[int, int]:
        named = [work.customers.by_name(same_key(each))[0].id for each in (WHALE, STAR)]
        return named[0], named[1]

    gone, into = await office.does(None, both)
    assert await waiting(office) == [Kind.CUSTOMER_REPORT, Kind.CUSTOMER_REPORT]
    await merges(office, gone, into)
    assert await line(office, into) == [
        ("李明", ReportState.PENDING),
        ("王芳", ReportState.QUEUED),
        ("东莞松山科技业务员", ReportState.QUEUED),
    ]
    assert await waiting(office) == [Kind.CUSTOMER_REPORT]
    await office.rejects()
    assert [who for who, _ in await line(office, into)] == ["王芳", "东莞松山科技业务员"]
    await office.approves()
    assert await line(office, into) == []
    assert await office.does(None, lambda work: work.customers.report(first.report).customer_id) == into
    assert await office.does(None, lambda work: work.customers.get(into).contact_id) == office.ids["王芳"]


async def test_who_waits_for_a_name_that_is_held_under_another_one_is_refused(office: Office) -> None:
    into = await office.holds("王芳", STAR)
    made = await office.reports("李明", WHALE)
    gone = await office.does(None, lambda work: int(work.customers.report(made.report).customer_id))
    await merges(office, gone, into)
    assert await waiting(office) == []
    assert await line(office, into) == []
    assert any("目前不开放报备，本报备已关闭" in text for text in await office.chat("李明"))
    assert await office.does(None, lambda work: work.customers.get(into).contact_id) == office.ids["王芳"]


async def test_an_appeal_about_the_one_that_is_gone_is_about_the_one_that_stays(office: Office) -> None:
    await office.many_agencies(["东莞松山科技"])
    gone, into = await office.holds("李明", WHALE), await office.holds("王芳", STAR)
    for name in (WHALE, STAR):
        appeal = appealing.MakeAppeal(reason="2026-08 起送样", name=name)
        await office.does("东莞松山科技业务员", partial(appealing.make, command=appeal))
    await merges(office, gone, into)
    assert await waiting(office, "刘经理") == [Kind.APPEAL]  # the agency's two are one
    states = await office.does(None, lambda work: [work.petitions.appeal(each).state for each in (1, 2)])
    assert states == [PetitionState.WITHDRAWN, PetitionState.PENDING]
    await office.approves("刘经理")
    assert await office.until(into) == "open"
    await office.holds("东莞松山科技业务员", WHALE)
    assert await office.until(into) == "2027-02-23"


async def test_a_customer_is_merged_once(office: Office) -> None:
    gone, into = await office.holds("李明", WHALE), await office.holds("王芳", STAR)
    await merges(office, gone, into)
    for pair in ((gone, into), (into, gone), (into, into)):
        with pytest.raises(merging.SameCustomer):
            await merges(office, *pair)


async def test_two_codes_are_two_companies(office: Office) -> None:
    gone, into = await office.holds("李明", WHALE), await office.holds("王芳", STAR)

    def code(work: DeskWork) -> None:
        work.customers.set_code(gone, "91440300MA5DNL3X0K")
        work.customers.set_code(into, "914403007109274106")

    await office.does(None, code)
    with pytest.raises(merging.TwoCodes):
        await merges(office, gone, into)
    assert await office.until(gone) == "2027-02-23"


async def test_what_the_day_brings_is_told_of_the_one_that_stays(office: Office) -> None:
    """The tenth day without a report; the two are merged after midnight, when its reminder lies ready, before it is told."""
    gone = await office.holds("李明", WHALE)
    into = await known(office, "李明", STAR)
    office.day("2026-12-03", "00:10")
    await office.duties()
    await merges(office, gone, into)
    office.day("2026-12-03", "08:00")
    await office.duties()
    assert [state for *_, state in await office.reminders(ReminderKind.FOLLOW_UP)] == ["obsolete", "handed"]


async def test_a_report_about_the_one_that_is_gone_counts_for_the_one_that_stays(office: Office) -> None:
    gone, into = await office.holds("李明", WHALE), await office.holds("李明", STAR)
    office.day("2026-12-02")
    command = writing.WriteFollowUp(customer=gone, dynamics="样片测试通过，等待立项")
    await office.does("李明", lambda work: writing.write(work, command))
    office.day("2026-12-03")
    await merges(office, gone, into)
    customer = await office.does(None, lambda work: work.customers.get(into))
    assert customer.follow_up_due == date(2026, 12, 17)
    await walks(office, "2026-12-03")
    assert await office.reminders(ReminderKind.FOLLOW_UP) == []

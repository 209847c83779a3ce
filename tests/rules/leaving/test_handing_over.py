"""移交: the customers of an ended agency go to another one. It is remembered who held them, and everybody is told."""

from __future__ import annotations

from functools import partial

import pytest

from bot.serving.work import DeskWork
from domain.base.kinds import Kind
from domain.follow_ups import commenting, writing
from domain.follow_ups import views as follow_up_views
from domain.leaving import agency_states, staffing
from domain.people.records import AgencyState
from domain.protection import views as protection_views
from domain.reminders.records import ReminderKind
from domain.reports import conflict
from tests.rules.office import Office
from tests.rules.protection.test_losing import gives_up, wishes_for_another_name
from tests.rules.protection.test_protecting import asks, waiting

STAR = "深圳市星河联创电子有限公司"


async def becomes(office: Office, state: AgencyState) -> None:
    """李明's agency, by its manager."""

    def act(work: DeskWork) -> None:
        agency = work.people.account(office.ids["李明"]).agency_id
        assert agency is not None
        agency_states.set_state(work, agency_states.SetAgencyState(agency=agency, state=state))

    await office.does("陈经理", act)


async def handed_to_qian(office: Office, who: str = "陈经理") -> None:
    await becomes(office, AgencyState.ENDED)

    def act(work: DeskWork) -> None:
        agency = work.people.account(office.ids["李明"]).agency_id
        assert agency is not None
        agency_states.hand_over(work, agency_states.HandAgencyOver(agency=agency, to=office.ids["钱总"]))

    await office.does(who, act)


@pytest.mark.parametrize("asker", ["李明", "孙总"])
async def test_whose_agency_lost_it_so_cant_claim_it_at_once_when_the_next_one_gives_it_up(
    office: Office, asker: str
) -> None:
    customer = await office.holds("李明", STAR)
    office.day("2026-12-01")
    await handed_to_qian(office)
    assert await office.until(customer) == "2027-02-23"  # protection goes on as it was
    await becomes(office, AgencyState.ACTIVE)
    office.day("2026-12-10")
    await gives_up(office, customer, "钱总")
    for day, cooling in (("2026-12-30", True), ("2027-01-01", False)):
        office.day(day)
        finding = await office.does(asker, lambda work: conflict.judge(work, work.customers.get(customer), work.actor))
        assert finding.cooling is cooling


async def test_what_was_asked_for_its_protection_goes_along_another_name_does_not(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await asks(office, "李明", customer)
    await wishes_for_another_name(office, customer)
    await handed_to_qian(office)
    assert await waiting(office) == [Kind.EXTENSION]

    def applicant(work: DeskWork) -> tuple[int, int]:
        (approval,) = work.approvals.waiting_for((work.actor.id,))
        return approval.applicant_id, approval.agency_id

    def shown(work: DeskWork) -> tuple[str | None, bool]:
        view = protection_views.of_request(work, work.protections.pending_of(customer)[0].id)
        return view.would_be.isoformat() if view.would_be is not None else None, view.theirs

    for who in ("钱总", "陈经理"):
        assert await office.does(who, shown) == ("2027-04-23", True)
    qian = await office.does("钱总", lambda work: (work.actor.id, work.actor.agency_id or 0))
    assert await office.does("陈经理", applicant) == qian
    await office.approves()
    assert await office.until(customer) == "2027-04-23"
    assert any("延期通过" in text for text in await office.chat("钱总"))
    assert not any("延期通过" in text for text in await office.chat("李明"))


async def test_whoever_asked_is_told_though_the_contact_leaves_and_the_card_names_who_has_it_now(
    office: Office,
) -> None:
    customer = await office.holds("李明", STAR)
    await asks(office, "孙总", customer)
    leaves = staffing.Deactivate(account=office.ids["李明"], to=office.ids["张磊"])
    await office.does("孙总", lambda work: staffing.deactivate(work, leaves))
    assert any("深圳南山电子 · 张磊" in text for text in await office.chat("陈经理"))
    await office.approves()
    for who in ("孙总", "张磊"):
        assert "延期通过" in (await office.chat(who))[-1]


@pytest.mark.parametrize("who", ["李明", "孙总"])
async def test_the_people_of_an_ended_agency_hear_when_its_customers_go_to_the_pool(office: Office, who: str) -> None:
    await office.holds("李明", STAR)
    await becomes(office, AgencyState.ENDED)
    assert "在保客户 1 个，12-23 10:00 起转入资源池" in (await office.chat(who))[-1]
    office.day("2026-12-23")
    await office.duties()
    lost = (await office.chat(who))[-1]
    assert "合作终止，客户进入资源池" in lost


async def test_both_sides_are_told_the_one_that_lost_them_not_to_whom_they_went(office: Office) -> None:
    await office.holds("李明", STAR)
    await handed_to_qian(office, "管理员")
    assert any(f"深圳南山电子 的 客户 {STAR}" in text and "移交给您" in text for text in await office.chat("钱总"))
    for who in ("李明", "孙总", "陈经理"):
        (told,) = [text for text in await office.chat(who) if "已将" in text]
        assert told == f"📋 管理员 已将 深圳南山电子 的 客户 {STAR} 移交其他代理商。"


async def test_who_takes_over_hears_of_what_that_day_brings_though_the_leaver_was_to_hear_of_it(office: Office) -> None:
    """The reminders of a day are made after midnight and told at eight."""
    customer = await office.holds("李明", STAR)
    for day, kind in (("2026-12-06", ReminderKind.FOLLOW_UP), ("2027-02-23", ReminderKind.PROTECTION)):
        leaver, heir = ("李明", "张磊") if kind is ReminderKind.FOLLOW_UP else ("张磊", "孙总")
        office.day(day, "00:10")
        await office.duties()
        command = staffing.Deactivate(account=office.ids[leaver], to=office.ids[heir])
        await office.does("陈经理" if heir == "孙总" else "孙总", partial(staffing.deactivate, command=command))
        office.day(day, "08:00")
        await office.duties()
        that_day = [(who, state) for who, _, due, state in await office.reminders(kind) if due == day]
        assert (leaver, "obsolete") in that_day
        assert (heir, "handed") in that_day
    assert await office.until(customer) == "2027-02-23"


# --- the history --------------------------------------------------------------------------------------------------


async def says(office: Office, who: str, follow_up: int, text: str) -> None:
    command = commenting.WriteComment(follow_up=follow_up, text=text)
    await office.does(who, lambda work: commenting.write(work, command))


async def test_the_next_holder_hears_what_the_manager_says_now_of_an_earlier_report_and_nothing_said_before(
    office: Office,
) -> None:
    customer = await office.holds("李明", STAR)
    report = writing.WriteFollowUp(customer=customer, dynamics="客户立项空调主控")
    written = await office.does("李明", lambda work: writing.write(work, report))
    await says(office, "陈经理", written.follow_up, "李明请补充竞品价格")
    office.day("2026-11-24")
    await handed_to_qian(office)

    def words(work: DeskWork) -> list[str]:
        return [each.text for each, _ in follow_up_views.follow_up(work, written.follow_up).comments]

    assert await office.does("钱总", words) == []
    office.day("2026-12-01")
    await says(office, "陈经理", written.follow_up, "这份跟进请接着写")
    assert "这份跟进请接着写" in (await office.chat("钱总"))[-1]
    assert not any("接着写" in text for text in await office.chat("李明"))
    await says(office, "钱总", written.follow_up, "好的")
    assert await office.does("钱总", words) == ["这份跟进请接着写", "好的"]
    assert "好的" in (await office.chat("陈经理"))[-1]

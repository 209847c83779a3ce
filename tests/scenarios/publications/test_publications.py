"""资料下载: published for an audience until a day, announced, found, fetched; and who did."""

from __future__ import annotations

from tests.cast import Person, Scene, everywhere
from tests.cast.contracts import pdf

SHEET = "BAT32G135 数据手册 V2.1"


async def publishes(person: Person, *, until: str = "", only: str = "") -> None:
    """From home; for everybody, or for one account type."""
    await person.goes_home()
    await person.says("资料下载")
    await person.taps("发布资料")
    await person.sends(f"{SHEET}.pdf", pdf(), mime="application/pdf")
    await person.taps(SHEET)
    if only:
        await person.taps(only)
        await person.taps("完成")
    else:
        await person.taps("跳过")
    await person.taps("跳过")
    if until:
        await person.says(until)
    else:
        await person.taps("跳过")
    person.sees("请核对", SHEET)
    await person.taps("发布")
    person.sees("✅ 已发布", SHEET)


@everywhere
async def test_a_document_is_announced_found_fetched_and_its_author_sees_by_whom(
    scene: Scene, li: Person, wang: Person, chen: Person, admin: Person
) -> None:
    await publishes(chen, until="2027-06-30")
    await scene.later(minutes=1)
    li.finds("新资料 · BAT32G135 数据手册 V2.1", "[打开资料]")
    await li.taps("打开资料", on="新资料")
    li.sees(SHEET, "PDF", "有效期至 2027-06-30", "陈经理", "[下载]")
    li.sees_not("已下载")
    await li.taps("下载")
    assert li.received(f"{SHEET}.pdf") == pdf()
    await wang.says("数据手册")
    await wang.says("资料")
    wang.sees("资料下载（1）", SHEET)
    await wang.says("g135")
    wang.sees("“g135”（1）", SHEET)
    await wang.picks(SHEET)
    await wang.taps("下载")
    await wang.says("资料下载")
    wang.sees("✅ 已下载")
    for watcher in (chen, admin):
        await watcher.says("资料下载")
        await watcher.taps("我发布的")
        await watcher.picks(SHEET)
        watcher.sees("已下载 2 人")
        await watcher.taps("谁下载了")
        watcher.sees("深圳南山电子 李明 11-23", "广州天河微电 王芳")


async def test_only_for_whom_it_is_and_only_until_its_day(scene: Scene, li: Person, sun: Person, chen: Person) -> None:
    await publishes(chen, until="2026-11-25", only="公司主账户")
    await scene.later(minutes=1)
    li.finds_not(SHEET)
    await li.says("资料下载")
    li.sees("没有可下载的资料")
    sun.finds(SHEET)
    await sun.taps("打开资料", on=SHEET)
    button = sun.button("下载")
    await scene.later(days=3)
    await sun.presses(button)
    sun.sees("已下架或过期")
    await sun.says("资料下载")
    sun.sees("没有可下载的资料")


async def test_a_new_version_takes_the_place_of_the_old_one_and_one_is_taken_down(
    scene: Scene, li: Person, chen: Person
) -> None:
    await publishes(chen)
    await chen.taps("查看")
    await chen.taps("发布新版")
    chen.sees("旧版“BAT32G135 数据手册 V2.1”自动下架")
    await chen.says("https://example.com/bat32g135-v2.2.pdf")
    await chen.taps("直接核对")
    chen.sees("请核对", SHEET, "https://example.com")
    await chen.taps("发布")
    await scene.later(minutes=1)
    await li.says("资料下载")
    li.sees("资料下载（1）", "链接")
    await li.picks(SHEET)
    await li.taps("打开资料")
    li.sees("[打开链接]")
    await chen.taps("查看")
    await chen.taps("下架")
    await chen.taps("确认下架")
    chen.sees("⛔ 已下架")
    await li.says("资料下载")
    li.sees("没有可下载的资料")


async def test_in_english(scene: Scene, li: Person, chen: Person) -> None:
    await li.speaks("English")
    await publishes(chen)
    await scene.later(minutes=1)
    li.finds("New document · BAT32G135", "[Open document]")
    await li.says("documents")
    li.sees("Documents (1)", SHEET)

"""Which files are taken in, how many, and how long they stay."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import pytest

from bot.process.sweeping import sweep
from storage.files.store import FileStore
from tests.cast import Person, Scene, after, everywhere
from tests.cast.contracts import begins, pasted, pdf, picture
from tests.cast.customers import held

WEEKS = 30 * 86400
STAR = "深圳市星河联创电子有限公司"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "files"


def contents(folder: Path) -> set[str]:
    return {each.name for each in folder.rglob("*") if each.is_file()}


def aged(folder: Path) -> None:
    """A month goes by for every file."""
    for each in (each for each in folder.rglob("*") if each.is_file()):
        past = each.stat().st_mtime - WEEKS
        os.utime(each, (past, past))


def fetched(scene: Scene) -> int:
    return sum(each.method == "getFile" for each in scene.calls())


async def at_documents(sun: Person) -> None:
    await begins(sun)
    await sun.says(pasted())
    await sun.taps("附件")
    await sun.taps("＋营业执照")


async def test_a_strangers_file_is_not_even_fetched(scene: Scene, wu: Person, folder: Path) -> None:
    await wu.opens()
    await wu.sends("合同.pdf", pdf(), mime="application/pdf")
    await wu.sends_photo(picture())
    assert fetched(scene) == 0
    assert contents(folder) == set()
    wu.sees("这里不用发文件", "[代理商注册]")


async def test_who_never_met_the_bot_sends_a_file_first(scene: Scene, wu: Person, folder: Path) -> None:
    await wu.sends("合同.pdf", pdf(), mime="application/pdf")
    assert fetched(scene) == 0
    assert contents(folder) == set()
    assert wu.buttons


async def test_a_file_that_no_screen_asks_for_is_not_fetched(scene: Scene, li: Person, folder: Path) -> None:
    await li.sends_photo(picture())
    await li.goes_home()
    await li.taps("报备客户")
    await li.sends_photo(picture())
    li.sees("这一项要文字，不收文件", "客户名称")
    assert fetched(scene) == 0
    assert contents(folder) == set()


@pytest.mark.parametrize(
    ("who", "places"),
    [
        ("李明", {"写跟进": "跟进的图片：写跟进时发", "录入订单": "订单表格：直接发 Excel 或 CSV"}),
        ("孙总", {"渠道签约": "合同附件：打开合同，在“附件”里发", "写跟进": "跟进的图片", "录入订单": "订单表格"}),
        ("赵工", {"写跟进": "跟进的图片：写跟进时发，或回复提醒时发"}),
        ("陈经理", {"公告": "公告附件：写公告时发"}),
        ("管理员", {"导入客户": "客户清单、直供客户名单：直接发", "公告": "公告附件"}),
    ],
)
async def test_who_sends_a_file_at_home_reads_which_files_are_taken_where(
    scene: Scene, who: str, places: dict[str, str], folder: Path
) -> None:
    person = scene.person(who)
    await person.goes_home()
    await person.sends("名片.pdf", pdf(), mime="application/pdf")
    person.sees("没有收下，这里不收这类文件", *places.values(), *(f"[{key}]" for key in places))
    person.sees_not("未识别", "这一项")
    assert ("订单表格" in person.screen) == ("录入订单" in places)
    assert contents(folder) == set()
    for key in places:
        await person.taps(key)
        await person.taps("主页")
        await person.sends_photo(picture())
        person.sees("没有收下")


@after(held)
async def test_what_stands_under_such_a_file_is_not_lost(scene: Scene, li: Person, chen: Person) -> None:
    await li.goes_home()
    await li.sends_photo(picture(), caption="星河联创 拜访了采购，下周送样")
    li.sees("没有收下", "星河联创 拜访了采购，下周送样", "[读这段文字]")
    await li.taps("读这段文字")
    li.sees("写跟进", "星河")


async def test_on_a_full_disk_the_file_is_refused_with_the_reason_and_taken_when_there_is_room(
    scene: Scene, sun: Person, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every write into the store meets the kernel's own "no space left on device"."""
    scene.tolerated.add("No space left on device")
    await at_documents(sun)
    makes = tempfile.mkstemp

    def full(**where: Any) -> Any:
        if where.get("dir") == folder / "half":
            return os.open("/dev/full", os.O_WRONLY), str(folder / "half" / "full")
        return makes(**where)

    with monkeypatch.context() as patching:
        patching.setattr(tempfile, "mkstemp", full)
        await sun.sends("执照.pdf", pdf(), mime="application/pdf")
    sun.sees("系统空间不足，没有收下“执照.pdf”。请稍后再发")
    assert contents(folder) == set()
    await sun.sends("执照.pdf", pdf(), mime="application/pdf")
    sun.sees("完成（1）")


async def test_so_many_files_a_day_and_no_more(scene: Scene, sun: Person) -> None:
    scene.policy(people={"files_a_day": 2})
    await at_documents(sun)
    for number in range(2):
        await sun.sends(f"{number}.pdf", pdf(f"page {number}"), mime="application/pdf")
    sun.sees("完成（2）")
    await sun.sends("3.pdf", pdf("page 3"), mime="application/pdf")
    sun.sees("今天发的文件已到上限", "“3.pdf”", "请明天再发", "完成（2）")
    assert fetched(scene) == 2
    await scene.later(days=1)
    await sun.sends("3.pdf", pdf("page 3"), mime="application/pdf")
    sun.sees("完成（3）")


async def test_so_many_bytes_a_day_and_no_more(scene: Scene, sun: Person) -> None:
    scene.policy(people={"file_megabytes_a_day": 1})
    await at_documents(sun)
    await sun.sends("大.pdf", pdf() + b"%" * 1_200_000, mime="application/pdf")
    sun.sees("今天发的文件已到上限")
    await sun.sends("小.pdf", pdf(), mime="application/pdf")
    sun.sees("完成（1）")


@everywhere
async def test_what_is_referred_to_stays_for_ever_and_what_is_not_goes(scene: Scene, sun: Person, folder: Path) -> None:
    await at_documents(sun)
    await sun.sends("执照.pdf", pdf("licence"), mime="application/pdf")
    await sun.taps("完成")
    kept = contents(folder)
    stray = FileStore(folder).keep([b"nobody asked for this"]).sha256
    (folder / "half" / "left").write_bytes(b"by a killed process")
    aged(folder)
    assert await sweep(scene.db, FileStore(folder)) == (1, 0)
    assert FileStore(folder).path(stray).exists(), "what lies aside is found all the same"
    aged(folder)
    assert await sweep(scene.db, FileStore(folder)) == (1, 0), "and was brought back by that"
    aged(folder)
    assert await sweep(scene.db, FileStore(folder)) == (0, 1)
    assert kept
    assert contents(folder) == kept


async def test_what_is_sent_again_while_it_lies_aside_comes_back(scene: Scene, sun: Person, folder: Path) -> None:
    store = FileStore(folder)
    again = store.keep([pdf("licence")]).sha256
    aged(folder)
    assert await sweep(scene.db, store) == (1, 0)
    await at_documents(sun)
    await sun.sends("执照.pdf", pdf("licence"), mime="application/pdf")
    sun.sees("完成（1）")
    aged(folder)
    assert await sweep(scene.db, store) == (0, 0)
    assert store.path(again).exists()


async def test_a_young_content_waits_for_its_step(scene: Scene, folder: Path) -> None:
    young = FileStore(folder).keep([b"its step is under way"]).sha256
    assert await sweep(scene.db, FileStore(folder)) == (0, 0)
    assert FileStore(folder).path(young).exists()

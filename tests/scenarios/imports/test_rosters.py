"""The roll-out: agencies and people come in with a list, and each person gets one link, which stands in one file alone."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import multiprocessing
import random
import shutil
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.cli import importing, rosters
from bot.settings import Settings
from domain.base import labels, policy
from domain.imports import enrolling
from domain.people.records import AccountType
from notifications.jobs.enrolling import HEADERS
from tests.cast import Person, Scene, everywhere
from tests.documents.workbooks import cells, workbook
from tests.scenarios.people.test_joining import places_of

AGENCY_HEADING = ("公司名称 *", "简称", "统一社会信用代码", "所在地", "省区", "渠道经理", "主账户姓名", "邮箱", "手机")
PERSON_HEADING = ("姓名", "账户类型", "代理商", "省区或行业", "邮箱", "手机号码")
BLUE = ("东莞市蓝海微电子有限公司", "东莞蓝海", "91440300708461136T", "东莞", "", "", "吴海", "wu@example.com", "")
GREEN = ("珠海市绿洲电子有限公司", "", "", "广东 珠海", "华南", "陈经理", "何绿", "he@example.com", "13800138000")
ROW, COMPANY, PERSON, TYPE, FATE, COLUMN, WHY, LINK, UNTIL = range(9)


async def brings(
    scene: Scene, kind: str, folder: Path, *rows: Sequence[Any], renew: bool = False
) -> list[Sequence[Any]]:
    """`baobei import …` beside the bot that runs; the lines of the file that came of it."""
    file = folder / "名单.xlsx"
    heading = AGENCY_HEADING if kind == enrolling.AGENCIES else PERSON_HEADING
    file.write_bytes(workbook(heading, *rows))
    before = results(folder)
    of_bot = scene.bot.settings
    settings = Settings(
        data=of_bot.data, database=of_bot.database_url, clock_offset=of_bot.clock_offset, token=None, _env_file=None
    )
    words = importing.words_of(settings, "zh")
    assert await rosters.run(settings, kind, file, words, renew=renew) == 0
    (made,) = results(folder) - before
    assert made.stat().st_mode & 0o077 == 0, "others of the machine may not read the links"
    return [(*row, *[None] * 9)[:9] for row in cells(made.read_bytes())[1:]]


def results(folder: Path) -> set[Path]:
    return set(folder.glob("名单-结果*.xlsx"))


def token(line: Sequence[Any]) -> str:
    return str(line[LINK]).removeprefix("/start ")


@everywhere
async def test_a_list_of_agencies_brings_their_owners_in_by_one_link_each(
    scene: Scene, wu: Person, tmp_path: Path, chen: Person
) -> None:
    blue, green = await brings(scene, enrolling.AGENCIES, tmp_path, BLUE, GREEN)
    assert blue[COMPANY : COLUMN + 2] == (BLUE[0], "吴海", "公司主账户", "已导入", None, None)
    assert green[UNTIL] == "2026-11-26 09:41"
    await wu.opens(token(blue))
    wu.sees("确认加入", "吴海", "东莞蓝海", "公司主账户")
    await wu.taps("确认加入")
    wu.sees("吴海 · 东莞蓝海 · 公司主账户", "[人员管理]", "[渠道签约]")
    await chen.goes_home()
    await chen.taps("人员管理")
    await chen.taps("代理商")
    chen.sees("珠海市绿洲电子有限公司 · 合作中", "东莞蓝海 · 合作中")
    for link in (token(blue), token(green)):
        assert await scene.db.read(lambda conn, link=link: places_of(conn, link)) == []  # type: ignore[misc]
    kept = b"".join(each.read_bytes() for each in (scene.bot.settings.data / "files").rglob("*") if each.is_file())
    assert token(blue).encode() not in kept


async def test_brought_again_longer_nothing_is_doubled_and_links_in_use_stay_good(
    scene: Scene, wu: Person, tmp_path: Path
) -> None:
    (blue, green) = await brings(scene, enrolling.AGENCIES, tmp_path, BLUE, GREEN)
    await wu.opens(token(blue))
    await wu.taps("确认加入")
    again = await brings(scene, enrolling.AGENCIES, tmp_path, BLUE, GREEN)
    assert [row[WHY] for row in again] == ["已加入", "已有未用的链接，见先前的结果文件；需要新链接请用 --renew"]
    assert [row[LINK] for row in again] == [None, None]
    new = ("佛山市红叶电子有限公司", "", "", "佛山", "", "", "洪叶", "hong@example.com", "")
    longer = await brings(scene, enrolling.AGENCIES, tmp_path, BLUE, GREEN, new, new)
    assert [row[FATE] for row in longer] == ["已在系统中，未改动", "已在系统中，未改动", "已导入", "未导入，冲突"]
    assert longer[3][WHY] == "与第 4 行是同一人"
    assert len({row[LINK] for row in longer if row[LINK]}) == 1
    other = scene.add("何绿")
    renewed = await brings(scene, enrolling.AGENCIES, tmp_path, BLUE, GREEN, renew=True)
    assert renewed[0][LINK] is None
    await other.opens(token(green))
    other.sees("邀请链接无效或已过期")
    await other.opens(token(renewed[1]))
    other.sees("确认加入", "何绿")


async def test_each_refused_row_says_why_and_runs_no_formula(scene: Scene, tmp_path: Path) -> None:
    await scene.agency("佛山新星电子", ("何总", AccountType.OWNER))
    told = await brings(
        scene,
        enrolling.AGENCIES,
        tmp_path,
        ("=cmd|'/c calc'!A1", "", "914403007084611360", "火星", "月球", "", "何", "何", "12"),
        ("佛山新星电子有限公司", "", "", "佛山", "", "没有这人", "别人", "x@example.com", ""),
        ("佛山新星电子有限公司", "", "", "佛山", "", "", "别人", "x@example.com", ""),
        ("", "", "", "", "", "", "", "", ""),
    )
    why = {(row[ROW], row[COLUMN]): row[WHY] for row in told}
    assert why[2, "统一社会信用代码"].startswith("“914403007084611360”不是有效的统一社会信用代码")
    assert why[2, "所在地"].startswith("没有找到城市“火星”")
    assert "没有省区或行业“月球”" in why[2, "省区或行业"]
    assert why[2, "邮箱"] == "“何”不是有效的邮箱"
    assert why[2, "手机号码"] == "“12”不是有效的电话号码"
    assert why[3, "渠道经理"] == "华南没有渠道经理“没有这人”，请先导入或邀请"
    assert "已在系统中，公司主账户为 何总" in why[4, "公司名称"]
    assert all(row[LINK] is None for row in told)
    assert told[0][PERSON] == "=cmd|'/c calc'!A1", "a text, as it was typed"


async def test_a_list_of_people_is_checked_against_agencies_and_units(
    scene: Scene, wu: Person, tmp_path: Path, sun: Person
) -> None:
    told = await brings(
        scene,
        enrolling.PEOPLE,
        tmp_path,
        ("吴桐", "销售", "深圳南山电子", "", "wutong@example.com", "13800138000"),
        ("郑经理", "渠道经理", "", "华南", "zheng@example.com", ""),
        ("某人", "董事长", "深圳南山电子", "", "a@example.com", ""),
        ("某人", "业务员", "没有这家", "", "a@example.com", ""),
        ("某人", "渠道经理", "", "", "a@example.com", ""),
        ("吴桐二", "助理", "深圳南山电子", "", "WuTong@example.com", ""),
    )
    assert [row[FATE] for row in told] == ["已导入"] * 2 + ["未导入，需修改"] * 4
    assert told[0][TYPE] == "业务员"
    assert [row[WHY] for row in told[2:]] == [
        "没有账户类型“董事长”，请填公司主账户、业务员、技术、助理或渠道经理",
        "没有代理商“没有这家”，请用系统中的名称或统一社会信用代码",
        "必填，不能为空",
        "该邮箱已是 吴桐 的",
    ]
    await wu.opens(token(told[0]))
    await wu.taps("确认加入")
    wu.sees("吴桐 · 深圳南山电子 · 业务员")
    manager = scene.add("郑经理")
    await manager.opens(token(told[1]))
    await manager.taps("确认加入")
    manager.sees("郑经理 · 华南 · 渠道经理", "[待审批]")


def test_a_template_names_every_column(tmp_path: Path) -> None:
    for kind, header in HEADERS.items():
        file = tmp_path / f"{kind}.xlsx"
        importing.write_template(file, header, importing.words_of(Settings(data=tmp_path, _env_file=None), "zh"))
        (heading,) = cells(file.read_bytes())
        words = header.reading(policy.default()).words
        assert [labels.fields(words, title) for title in heading] == [(each.value,) for each in header.columns]


# --- killed -----------------------------------------------------------------------------------------------------------

ROWS, SEED = 40, 20261122
APART = multiprocessing.get_context("forkserver")
APART.set_forkserver_preload(["bot.cli.rosters"])


def _command(data: Path, file: Path) -> None:
    settings = Settings(data=data, token=None, _env_file=None)
    raise SystemExit(asyncio.run(rosters.run(settings, enrolling.PEOPLE, file, importing.words_of(settings, "zh"))))


def asks(data: Path, sql: str) -> list[tuple[Any, ...]]:
    with contextlib.closing(sqlite3.connect(data / "baobei.sqlite", timeout=10)) as conn:
        return list(conn.execute(sql))


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_killed_at_random_moments_everybody_ends_with_one_account_and_one_good_link(
    sqlite_with_cast: Path, tmp_path: Path
) -> None:
    data, file = tmp_path / "data", tmp_path / "名单.xlsx"
    data.mkdir()
    shutil.copy(sqlite_with_cast, data / "baobei.sqlite")
    people = [(f"人员{number}", "业务员", "深圳南山电子", "", f"p{number}@example.com", "") for number in range(ROWS)]
    file.write_bytes(workbook(PERSON_HEADING, *people))
    settled, links = "SELECT count(*) FROM import_rows", "SELECT count(*) FROM invitations"
    chance, standing = random.Random(SEED), asks(data, links)[0][0]
    moments = [(settled, ROWS // 2), (links, standing + 1)]
    for sql, least in moments:
        process = APART.Process(target=_command, args=(data, file))
        process.start()
        while process.is_alive() and asks(data, sql)[0][0] < least:
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.01))
        process.kill()
        process.join()
        process.close()
    process = APART.Process(target=_command, args=(data, file))
    process.start()
    process.join()
    assert process.exitcode == 0
    assert asks(data, "SELECT count(*) FROM accounts WHERE name LIKE '人员%'") == [(ROWS,)]
    good = asks(
        data,
        "SELECT account_id, token_hash FROM invitations JOIN accounts ON accounts.id = account_id"
        " WHERE name LIKE '人员%' AND revoked_at IS NULL",
    )
    assert len(good) == len({account for account, _ in good}) == ROWS
    written = {
        hashlib.sha256(str(row[LINK]).removeprefix("/start ").encode()).hexdigest()
        for each in results(tmp_path)
        for row in _readable(each)
        if len(row) > LINK and row[LINK]
    }
    assert {hash_ for _, hash_ in good} <= written, "every good link stands in a file"


def _readable(file: Path) -> list[tuple[Any, ...]]:
    """A file that was cut off while it was written has no good links."""
    try:
        return cells(file.read_bytes())[1:]
    except Exception:
        return []

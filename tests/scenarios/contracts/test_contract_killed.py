"""A contract in real life: the real bot under the demo, killed with `kill -9` in the middle of the form, and the story goes on.

Filled in, saved, killed, resumed a week later on a new phone, submitted with two gaps, mended, approved on three levels,
printed. By aiogram over HTTP; edits outlive a kill by python-telegram-bot (`test_edited_messages_killed`), an order by either
(`test_killed`), and `tests/faults` kills both at any moment.
"""

from __future__ import annotations

import asyncio
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from pypdf import PdfReader

from bot.sandbox.client import Sim
from tests.cast.contracts import DOCUMENTS, pasted, pdf

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
WITHIN = 60.0
NUMBER = "HT-2027-0001"


@asynccontextmanager
async def demo(folder: Path, driver: str) -> AsyncIterator[Sim]:
    process = await asyncio.create_subprocess_exec(
        *(
            sys.executable,
            "-m",
            "bot",
            "demo",
            "--port",
            "0",
            "--data",
            str(folder),
            "--driver",
            driver,
            "--no-browser",
            "--no-story",
        ),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    line = (await process.stdout.readline()).decode()
    found = re.search(r"http://\S+", line)
    try:
        assert found is not None, line
        async with Sim(found.group()) as sim:
            yield sim
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGINT)
        await process.communicate()


@dataclass
class Phone:
    """Somebody's, over HTTP."""

    sim: Sim
    person: str

    async def says(self, text: str) -> None:
        await self.sim.say(self.person, text)
        await self.sim.settle(within=WITHIN)

    async def taps(self, label: str, on: str = "") -> None:
        message = (await self.message(on))["id"] if on else None
        await self.sim.tap(self.person, label, message=message)
        await self.sim.settle(within=WITHIN)

    async def attaches(self, kind: str) -> None:
        page = (f"{kind}.pdf", pdf(kind.encode().hex()), "application/pdf")
        await self.sim.send(self.person, "document", [page])
        await self.sim.settle(within=WITHIN)

    async def message(self, words: str) -> dict[str, Any]:
        """The newest of the bot's that has these words, on itself or on a button."""
        everything = (await self.sim.chat(self.person))["messages"]
        for each in reversed(everything):
            if each["from"] == "bot" and not each["deleted"] and words in _all(each):
                return dict(each)
        raise AssertionError(
            f"{self.person} doesn't find “{words}”:\n" + "\n".join(_all(each) for each in everything[-6:])
        )

    async def sees(self, *words: str) -> None:
        """On the newest message with buttons."""
        messages = [each for each in (await self.sim.chat(self.person))["messages"] if each["buttons"]]
        for each in words:
            assert each in _all(messages[-1]), f"{self.person} doesn't see “{each}”:\n{_all(messages[-1])}"

    async def file(self, name: str) -> bytes:
        for each in reversed((await self.sim.chat(self.person))["messages"]):
            if each["file"] and each["file"]["name"] == name:
                async with aiohttp.ClientSession() as session, session.get(self.sim.url + each["file"]["url"]) as got:
                    return await got.read()
        raise AssertionError(f"{self.person} got no file {name}")


def _all(message: dict[str, Any]) -> str:
    rows = message["buttons"]
    assert isinstance(rows, list)
    return "\n".join([str(message["text"]), *(f"[{each['text']}]" for row in rows for each in row)])


async def test_a_contract_outlives_a_killed_bot_a_week_and_a_lost_phone(tmp_path: Path) -> None:
    async with demo(tmp_path, "aiogram") as sim:
        sun, chen, liu, admin = (Phone(sim, name) for name in ("孙总", "陈经理", "刘经理", "管理员"))
        await sim.settle(within=WITHIN)
        # filled in, but for two fields; the bot dies between two of them
        await sun.taps("渠道签约")
        await sun.taps("新建 2027 财年")
        await sun.says("签约主体：华芯信息\n签约类型：分销商\n渠道级别：金牌分销商")
        await sim.bot("kill")
        await sim.say(sun.person, pasted(without=("到站", "贵公司总经理")))
        await sim.bot("start")
        await sim.settle(within=WITHIN)
        await sun.sees("签约基本信息", "缺 贵公司总经理")
        for kind in DOCUMENTS[:2]:
            await sun.attaches(kind)
        await sun.taps("暂存草稿")
        await sun.message("已暂存草稿")

        # a week later, on a new phone
        await sim.advance("7d")
        await chen.says("主页")
        for label in ("人员管理", "代理商"):
            await chen.taps(label)
        await chen.taps(_number(await chen.message("深圳南山电子"), "深圳南山电子"))
        await chen.taps("人员 (4)")
        await chen.taps(_number(await chen.message("孙总"), "孙总"))
        await chen.taps("重发邀请链接")
        await chen.taps("换绑并发链接")
        found = re.search(r"start=([\w-]+)", str((await chen.message("?start="))["text"]))
        assert found is not None
        await sim.add("孙总的新手机")
        new = Phone(sim, "孙总的新手机")
        await sim.open(new.person, found.group(1))
        await sim.settle(within=WITHIN)
        await new.taps("确认加入")
        await new.says("主页")
        await new.taps("渠道签约")
        await new.taps("1")
        await new.taps("继续填写")
        await new.sees(NUMBER, "缺 贵公司总经理")

        # submitted with gaps, each one tap away; killed once more on the way
        await new.taps("提交审批")
        await new.sees("还有 3 项必填", "贵公司总经理", "到站", "附件：法人身份证复印件、注册登记表")
        await new.taps("1")
        await sim.bot("kill")
        await sim.bot("start")
        await new.says("孙立")
        await new.sees("到站")
        await new.says("深圳")
        await new.sees("附件")
        for kind in DOCUMENTS[2:]:
            await new.attaches(kind)
        await new.taps("总览")
        await new.taps("提交审批")
        await new.sees(f"已提交 {NUMBER}", "陈经理", "刘经理", "管理员")

        # three levels, and the paper
        for person, level in ((chen, 1), (liu, 2), (admin, 3)):
            await person.taps("批准", on=f"第 {level}/3 级审批")
        await new.taps("查看", on="签约通过")
        await new.taps("PDF 文件")
        await new.sim.settle(within=WITHIN)
        text = "".join(page.extract_text() for page in PdfReader(BytesIO(await _made(new))).pages)
        for words in (f"合同编号：{NUMBER}", "孙立", "审批记录", "第 3 级", "管理员", "注册登记表"):
            assert words in text, words


async def _made(phone: Phone) -> bytes:
    """The paper is made beside the bot: it comes when it is done."""
    async with asyncio.timeout(WITHIN):
        while True:
            try:
                return await phone.file(f"深圳市南山电子有限公司 2027 渠道合作协议 {NUMBER}.pdf")
            except AssertionError:
                await asyncio.sleep(0.3)


def _number(message: dict[str, Any], words: str) -> str:
    """Of the entry with these words in a numbered list."""
    return next(line for line in str(message["text"]).splitlines() if words in line and line[0].isdigit()).split()[0]

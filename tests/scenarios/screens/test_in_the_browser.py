"""The first story in the page of `baobei demo`, in a real browser: reported, killed in between, approved, refused."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, async_playwright, expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300), pytest.mark.xdist_group("browser")]
CHROMIUM = "/usr/bin/chromium"
STAR = "深圳市星河联创电子有限公司"
LI, WANG, CHEN = 1001, 1005, 1007
SHOTS = os.environ.get("BAOBEI_SHOTS")
"""A folder for screenshots, to be looked at."""
PATIENCE = 40_000.0


@asynccontextmanager
async def demo(folder: Path) -> AsyncIterator[str]:
    """The address of a demo with the real bot under it."""
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
            "ptb",
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
        yield found.group()
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGINT)
        await process.communicate()


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    async with demo(tmp_path) as url, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": 1500, "height": 900})
        page.set_default_timeout(PATIENCE)
        troubles: list[str] = []
        page.on("pageerror", lambda error: troubles.append(str(error)))
        await page.goto(url)
        yield page
        assert troubles == []
        await browser.close()


class Phone:
    """A phone on the page, used with eyes and fingers."""

    def __init__(self, page: Page, person: int) -> None:
        self.page = page
        self.element = page.locator(f".phone[data-person='{person}']")

    async def taps(self, label: str) -> None:
        await self.element.get_by_role("button", name=label, exact=True).last.click()

    async def says(self, text: str) -> None:
        await self.element.locator("textarea").fill(text)
        await self.element.locator("textarea").press("Enter")

    async def sees(self, *words: str) -> None:
        for each in words:
            await expect(self.bubbles.filter(has_text=each).last).to_be_visible(timeout=PATIENCE)

    async def newest(self, words: str) -> None:
        await expect(self.bubbles.last).to_contain_text(words, timeout=PATIENCE)

    @property
    def bubbles(self) -> Locator:
        return self.element.locator(".bots")


async def shot(page: Page, name: str) -> None:
    if SHOTS:
        await page.screenshot(path=str(Path(SHOTS) / f"{name}.png"))


async def bot_does(page: Page, label: str, state: str) -> None:
    """In the bar above: kill, start."""
    await page.locator(".tool.bot").click()
    await page.get_by_role("dialog").get_by_role("button", name=label).click()
    await expect(page.locator(".tool.bot")).to_contain_text(state, timeout=60_000)
    await page.keyboard.press("Escape")


async def test_the_first_story_on_phones_side_by_side(page: Page) -> None:
    li, wang, chen = (Phone(page, person) for person in (LI, WANG, CHEN))
    await li.taps("报备客户")
    await li.newest("客户名称")
    await li.says(STAR)
    await li.newest("统一社会信用代码")
    await li.taps("跳过")
    await li.newest("区域")
    await li.says("深圳")
    await li.newest("产品领域")

    await bot_does(page, "强制终止 kill -9", "已强制终止")
    await li.says("空调")
    await bot_does(page, "启动", "运行中")
    await li.newest("总出货量")

    await li.says("120")
    await li.newest("在用MCU")
    await li.says("STM32F103")
    await li.newest("采购方")
    await shot(page, "question")
    await li.taps("直接核对")
    await li.newest("请核对")
    await li.taps("提交")
    await li.newest("已提交 BB-2")
    await chen.newest(STAR)

    await wang.taps("报备客户")
    await wang.newest("客户名称")
    await wang.says(STAR)
    await wang.newest("需人工核实")
    await shot(page, "pending")
    await chen.taps("批准")
    await chen.newest("已批准 · 陈经理")
    await li.newest("报备通过")
    await li.sees("保护至")

    await wang.taps("取消")
    await wang.newest("放弃")
    await wang.taps("放弃")
    await wang.taps("报备客户")
    await wang.newest("客户名称")
    await wang.says(STAR)
    await wang.newest("暂不可报备")
    await shot(page, "protected")

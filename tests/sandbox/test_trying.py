"""The demo explains itself: 试一试 is lived in a browser, step by step, over the real bot and the past that a demo begins with."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
import tarfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.async_api import Browser, Page, ViewportSize, async_playwright, expect

from bot.sandbox.client import Sim
from bot.sandbox.emoji import covered, signs

CHROMIUM, AXE = "/usr/bin/chromium", "axe-core@4.10.3"
STEPS = ("tryReport", "tryApprove", "trySame", "tryHidden", "tryKill", "tryTime", "tryOrder", "tryPicture")
MS = 60_000
RUN = """
import asyncio, sys
from pathlib import Path
from bot.sandbox.demo import DemoOptions, run_demo
sys.exit(asyncio.run(run_demo(DemoOptions(Path(sys.argv[1]), port=0, browser=False))))
"""


def test_the_page_brings_every_sign_that_the_bot_says() -> None:
    """Whoever says a new one cuts the font anew: `python -m bot.sandbox.emoji NotoColorEmoji.ttf`."""
    assert {f"{ord(each):X}" for each in signs()} - {f"{each:X}" for each in covered()} == set()


@asynccontextmanager
async def demo(data: Path) -> AsyncIterator[str]:
    """The page's address."""
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", RUN, str(data), stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    try:
        yield (await process.stdout.readline()).decode().split()[-1]
    finally:
        process.terminate()
        await process.wait()


@asynccontextmanager
async def browsing(
    url: str, language: str, width: int = 1920, scheme: Literal["light", "dark"] = "light"
) -> AsyncIterator[Page]:
    async with async_playwright() as playwright:
        browser: Browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        size: ViewportSize = {"width": width, "height": 1000}
        page = await browser.new_page(viewport=size, bypass_csp=True, color_scheme=scheme)
        troubles: list[str] = []
        page.on("pageerror", lambda error: troubles.append(str(error)))
        await page.goto(url)
        await page.evaluate("language => localStorage.setItem('language', language)", language)
        await page.reload()
        yield page
        assert troubles == []
        await browser.close()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_step_is_lived_and_ticks_itself(tmp_path: Path, language: str) -> None:
    async with demo(tmp_path) as url, browsing(url, language) as page, Sim(url) as sim:
        await expect(page.locator(".phone")).to_have_count(4, timeout=MS)
        assert sum(each["unread"] for each in await sim.people()) == 0, "nothing is pushed into anybody's face"
        if language == "en":
            await page.get_by_role("button", name="中文").click()
            await page.get_by_role("button", name="English").click()
            await expect(page.locator(".phone").first).to_contain_text("Report customer", timeout=MS)
            await expect(page.locator(".phone.lit")).to_have_count(0, timeout=MS)
        for key in STEPS:
            step = page.locator(f"#trying li[data-step={key}]")
            await step.get_by_role("button").click()
            await expect(step).to_have_class("done", timeout=MS)
            await expect(page.locator("#trying button[disabled]")).to_have_count(0, timeout=MS)
        await expect(page.locator("#trying .fold small")).to_have_text("8/8")
        await expect(page.locator(".phone.lit").first).to_be_visible()
        await expect(page.locator(".tool.time b")).to_contain_text("20")  # the year is told


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_the_page_is_there_for_everybody(tmp_path: Path) -> None:
    """WCAG 2 A and AA, by axe, in both widths, languages and colours; and the panel is reached and used by keys alone."""
    rules = axe(tmp_path)
    looks: tuple[tuple[int, str, Literal["light", "dark"]], ...] = (
        (1920, "zh", "light"),
        (1920, "en", "dark"),
        (390, "zh", "dark"),
        (390, "en", "light"),
    )
    async with demo(tmp_path / "data") as url:
        for width, language, scheme in looks:
            async with browsing(url, language, width, scheme) as page:
                await expect(page.locator("#trying .fold")).to_be_visible(timeout=MS)
                if width < 760:  # where the phone takes the screen it is folded
                    await page.locator("#trying .fold").click()
                await expect(page.locator("#trying li").first).to_be_visible(timeout=MS)
                assert await page.evaluate("document.documentElement.scrollWidth") <= width
                await page.add_script_tag(content=rules)
                found: dict[str, Any] = await page.evaluate(
                    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })"
                )
                told = [(each["id"], [node["html"][:90] for node in each["nodes"]]) for each in found["violations"]]
                assert told == [], json.dumps(told, ensure_ascii=False, indent=1)
                await page.locator("#trying .fold").focus()
                await page.keyboard.press("Enter")
                await expect(page.locator("#trying ol")).to_have_count(0)
                await expect(page.locator("#trying")).to_have_text("试一试0/8" if language == "zh" else "Try it0/8")


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_the_clock_goes_on_by_a_month_and_to_what_comes_next(tmp_path: Path) -> None:
    async with demo(tmp_path) as url, browsing(url, "zh") as page, Sim(url) as sim:
        await expect(page.locator(".phone")).to_have_count(4, timeout=MS)
        began = await now(sim)
        await page.locator(".tool.time").click()
        await page.get_by_role("button", name="+1 个月").click()
        await expect(page.locator(".phone.lit").first).to_be_visible(timeout=MS)  # what came due in it lights its phone
        month = await now(sim)
        assert timedelta(days=31) <= month - began < timedelta(days=32)
        written = len(await sim.log())
        await page.locator(".tool.time").click()
        await page.get_by_role("button", name="到下一件事").click()
        await expect(page.get_by_role("button", name="到下一件事")).to_have_count(0, timeout=MS)  # it got there
        assert await now(sim) > month
        told = [each["method"] for each in (await sim.log())[written:]]
        assert "sendMessage" in told, "it stops where the bot writes to somebody"


async def now(sim: Sim) -> datetime:
    return datetime.fromisoformat((await sim.clock())["now"])


def axe(folder: Path) -> str:
    """The rules, of npm; skipped where it can't be had."""
    if shutil.which("npm") is None:
        pytest.skip("axe-core comes by npm, which isn't here")
    got = subprocess.run(
        ["npm", "pack", AXE, "--silent"], cwd=folder, capture_output=True, text=True, timeout=100, check=False
    )
    if got.returncode != 0:
        pytest.skip(f"axe-core can't be had: {got.stderr[-200:]}")
    with tarfile.open(folder / got.stdout.split()[-1]) as packed:
        rules = packed.extractfile("package/axe.min.js")
        assert rules is not None
        return rules.read().decode()

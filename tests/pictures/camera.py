"""A camera before the sandbox's page: chromium, 360 pixels wide as a phone, two dots to a pixel."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.async_api import Browser, Page, ViewportSize, async_playwright

from tests.pictures.shots import WORDS, Desk, Shot

CHROMIUM = "/usr/bin/chromium"
WIDTH, HEIGHT, DOTS, COLOURS = 360, 1600, 2, 128
DESK = ViewportSize(width=1640, height=800)
EMOJI = "Noto Color Emoji"
ALONE = """(messages, shown) => {
    for (const each of [...messages.children]) if (!shown.includes(Number(each.dataset.id))) each.remove();
    messages.style.minHeight = 0;
}"""
"""Leaves the messages that are shown."""


@dataclass(frozen=True)
class Camera:
    browser: Browser

    async def take(self, what: Shot | Desk, language: str) -> bytes:
        """A PNG that carries its words."""
        if isinstance(what, Desk):  # shadows and three faces take more colours than fit
            return _png(await self._desk(what, language), what.words)
        return _png(await self._phone(what, language), what.words, COLOURS)

    async def _phone(self, shot: Shot, language: str) -> bytes:
        shown = [each.id for each in shot.messages]
        size = ViewportSize(width=WIDTH, height=HEIGHT)
        async with self._page(shot, size, DOTS, language=language, front=str(shot.person.chat)) as page:
            await page.locator(f"[data-id='{shown[-1]}']").wait_for()
            messages = page.locator(".messages")
            await messages.evaluate(ALONE, shown)
            return await messages.screenshot(animations="disabled")

    async def _desk(self, desk: Desk, language: str) -> bytes:
        people = json.dumps([each.person.chat for each in desk.phones])
        async with self._page(desk.phones[0], DESK, 1, language=language, shown=people) as page:
            for each in desk.phones:
                phone = page.locator(f".phone[data-person='{each.person.chat}']")
                await phone.locator(f"[data-id='{each.messages[-1].id}']").wait_for()
            return await page.locator("#phones").screenshot(animations="disabled")

    @asynccontextmanager
    async def _page(self, shot: Shot, size: ViewportSize, dots: int, **kept: str) -> AsyncIterator[Page]:
        """`kept` is what the page remembers of the last visit."""
        context = await self.browser.new_context(viewport=size, device_scale_factor=dots, color_scheme="light")
        await context.add_init_script(f"Object.assign(localStorage, {json.dumps(kept)})")
        page = await context.new_page()
        await page.goto(shot.person.scene.url)
        yield page
        await context.close()


def _png(seen: bytes, words: str, colours: int | None = None) -> bytes:
    said, out = PngInfo(), io.BytesIO()
    said.add_itxt(WORDS, words)
    with Image.open(io.BytesIO(seen)) as opened:
        picture = opened.convert("RGB")
    if colours is not None:
        picture = picture.quantize(colours, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    picture.save(out, "PNG", optimize=True, pnginfo=said)
    return out.getvalue()


def ready() -> None:
    """Raises SystemExit where the marks (✅, 📋) would come out as empty boxes."""
    if EMOJI not in subprocess.run(["fc-list"], capture_output=True, text=True, check=True).stdout:
        raise SystemExit(f"The pictures need the font {EMOJI} (on Debian: apt install fonts-noto-color-emoji)")


@asynccontextmanager
async def camera() -> AsyncIterator[Camera]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield Camera(browser)
        await browser.close()

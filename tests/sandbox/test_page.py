"""The page in a real browser: what a newcomer does first."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect

from bot.sandbox.bot_api_error import Json
from bot.sandbox.client import Server, Sim
from tests.sandbox.bot_api import LI, WANG, BotApi, keys, standing

pytestmark = pytest.mark.browser
CHROMIUM = "/usr/bin/chromium"


@pytest.fixture
async def page(server: Server) -> AsyncIterator[Page]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": 1400, "height": 860})
        troubles: list[str] = []
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
        await page.goto(server.url)
        yield page
        assert troubles == []
        await browser.close()


async def greet(api: BotApi, update: Json) -> None:
    """A bot that knows a question, a toast and an alert."""
    if "message" in update:
        chat = update["message"]["chat"]["id"]
        await api.send("<b>主页</b> &lt;x&gt;", to=chat, parse_mode="HTML", reply_markup=keys(["报备客户", "提醒"]))
        return
    query = update["callback_query"]
    await api.ok(
        "answerCallbackQuery", callback_query_id=query["id"], text="已处理", show_alert=query["data"] == "提醒"
    )
    if query["data"] == "报备客户":
        message = query["message"]
        await api.ok(
            "editMessageText", chat_id=message["chat"]["id"], message_id=message["message_id"], text="客户名称"
        )


async def test_a_person_starts_taps_writes_and_sends_a_file(page: Page, api: BotApi, sim: Sim, tmp_path: Path) -> None:
    phone = page.locator(f".phone[data-person='{LI}']")
    async with api.answering(lambda update: greet(api, update)):
        await expect(page.locator(".phone")).to_have_count(3)
        await phone.get_by_role("button", name="开始").click()
        await expect(phone.locator(".bots .text b")).to_have_text("主页")
        await phone.get_by_role("button", name="提醒").click()
        await expect(phone.get_by_role("dialog")).to_contain_text("已处理")
        await phone.get_by_role("button", name="好").click()
        await phone.get_by_role("button", name="报备客户").click()
        await expect(phone.locator(".note")).to_have_text("已处理")
        await expect(phone.locator(".bots.edited .text")).to_have_text("客户名称")
        await expect(phone.locator(".inline")).to_have_count(0)
        await phone.locator("textarea").fill("<img src=x onerror=alert(1)>")
        await phone.locator("textarea").press("Enter")
        await expect(phone.locator(".mine .text").last).to_have_text("<img src=x onerror=alert(1)>")
        contract = tmp_path / "合同.pdf"
        contract.write_bytes(b"%PDF-1")
        await phone.locator("input[type=file]").set_input_files(contract)
        await phone.get_by_role("dialog").get_by_role("button", name="发送").click()
        await expect(phone.locator(".mine .about .name")).to_have_text("合同.pdf")
        await sim.settle()


async def test_a_message_is_answered(page: Page, api: BotApi) -> None:
    phone = page.locator(f".phone[data-person='{LI}']")
    asked, other = [await api.send(text, to=LI) for text in ("星河科技\n跟进到期", "海鲸电子")]
    await phone.locator(f"[data-id='{asked}']").hover()
    await phone.locator(f"[data-id='{asked}']").get_by_role("button", name="回复").click()
    await expect(phone.locator(".answering span")).to_have_text("星河科技")
    await phone.locator("textarea").fill("客户已送样")
    await phone.locator("textarea").press("Enter")
    await expect(phone.locator(".mine .quote")).to_have_text("星河科技")
    await expect(phone.locator(".answering")).to_be_hidden()
    [update] = await api.updates()
    assert update["message"]["reply_to_message"]["message_id"] == asked
    await phone.locator(f"[data-id='{other}']").hover()
    await phone.locator(f"[data-id='{other}']").get_by_role("button", name="回复").click()
    await api.ok("deleteMessage", chat_id=LI, message_id=other)
    await expect(phone.locator(".answering")).to_be_hidden()


async def test_another_phone_buzzes_until_it_is_touched(page: Page, api: BotApi) -> None:
    phone = page.locator(f".phone[data-person='{WANG}']")
    await expect(phone).to_be_visible()
    await api.send(to=WANG, reply_markup=standing(["主页"]))
    await expect(phone.locator(".owner .badge")).to_have_text("1")
    assert await page.title() == "(1) 沙盒"
    await phone.locator(".messages").click()
    await expect(phone.locator(".owner .badge")).to_be_hidden()
    await phone.locator(".reply").get_by_role("button", name="主页").click()
    await expect(phone.locator(".mine .text")).to_have_text("主页")


async def test_an_invitation_link_is_opened_for_somebody_new(page: Page, api: BotApi) -> None:
    await page.get_by_role("button", name="添加一人").click()
    await page.get_by_label("姓名").fill("吴总")
    await page.get_by_role("dialog").get_by_role("button", name="添加").click()
    phone = page.locator(".phone[data-person='1010']")
    await phone.get_by_role("button", name="用链接打开机器人").click()
    await phone.get_by_role("textbox", name="链接").fill("https://t.me/baobei_bot?start=inv_1")
    await phone.get_by_role("dialog").get_by_role("button", name="打开").click()
    await expect(phone.locator(".mine .text")).to_have_text("/start inv_1")
    assert [update["message"]["from"]["first_name"] for update in await api.updates()] == ["吴总"]


DROP = """element => {
    const data = new DataTransfer();
    for (const name of ["一.txt", "二.txt"]) data.items.add(new File(["内容"], name, { type: "text/plain" }));
    element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


async def test_files_dropped_on_a_phone_go_as_an_album(page: Page, api: BotApi) -> None:
    phone = page.locator(f".phone[data-person='{LI}']")
    await phone.get_by_role("button", name="开始").click()
    await phone.locator(".screen").evaluate(DROP)
    sheet = phone.get_by_role("dialog", name="2 个文件")
    await sheet.get_by_label("说明").fill("两份")
    await sheet.get_by_role("button", name="发送").click()
    await expect(phone.locator(".album .about .name")).to_have_text(["一.txt", "二.txt"])
    _, first, second = await api.updates()
    assert first["message"]["media_group_id"] == second["message"]["media_group_id"]
    assert first["message"]["caption"] == "两份"


async def test_time_is_moved_and_the_language_switched(page: Page, sim: Sim) -> None:
    await page.get_by_title("业务时间").click()
    await page.get_by_role("button", name="+15 天").click()
    await expect(page.locator(".tool.time em")).to_contain_text("+15")
    assert (await sim.clock())["offset"] == 15 * 86400
    await page.get_by_title("业务时间").click()
    await page.get_by_role("button", name="到早上 10 点").click()
    await expect(page.locator(".tool.time b")).to_contain_text("10:00")
    await page.get_by_role("button", name="English").click()
    await expect(page.get_by_role("button", name="Faults")).to_be_visible()


async def test_on_a_narrow_screen_one_phone_at_a_time(page: Page) -> None:
    await page.set_viewport_size({"width": 390, "height": 780})
    await expect(page.locator(".phone")).to_have_count(1)
    await page.locator("#people .person").nth(6).click()
    await expect(page.locator(".phone .as")).to_have_text("陈经理")
    assert await page.evaluate("document.documentElement.scrollWidth") == 390


async def test_what_is_green_and_red_is_seen_so(page: Page, api: BotApi) -> None:
    phone = page.locator(f".phone[data-person='{LI}']")
    row = [{"text": style, "callback_data": style, "style": style} for style in ("success", "danger")]
    await api.send(to=LI, reply_markup={"inline_keyboard": [row]})
    for style, colour in (("success", "rgb(36, 128, 74)"), ("danger", "rgb(187, 58, 53)")):
        await expect(phone.get_by_role("button", name=style)).to_have_css("background-color", colour)


async def test_a_button_copies_by_a_tap_and_by_the_keyboard_and_says_so(page: Page, api: BotApi) -> None:
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone = page.locator(f".phone[data-person='{LI}']")
    keyboard = [[{"text": each, "copy_text": {"text": f"BB-2026-{each}"}}] for each in ("00001", "00002")]
    await api.send(to=LI, reply_markup={"inline_keyboard": keyboard})
    await phone.get_by_role("button", name="00001").click()
    await expect(phone.locator(".note")).to_have_text("已复制")
    assert await page.evaluate("navigator.clipboard.readText()") == "BB-2026-00001"
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.wait_for_function("navigator.clipboard.readText().then((text) => text === 'BB-2026-00002')")


async def test_what_no_clipboard_takes_is_shown(page: Page, api: BotApi) -> None:
    phone = page.locator(f".phone[data-person='{LI}']")
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error()); 0")
    await api.send(
        to=LI, reply_markup={"inline_keyboard": [[{"text": "复制", "copy_text": {"text": "BB-2026-00001"}}]]}
    )
    await phone.get_by_role("button", name="复制").click()
    await expect(phone.locator(".note")).to_have_text("BB-2026-00001")


HEIGHT = "element => element.offsetHeight"


async def test_a_long_quote_unfolds_by_a_tap_and_by_the_keyboard(page: Page, api: BotApi) -> None:
    phone = page.locator(f".phone[data-person='{LI}']")
    await api.send(f"背景\n<blockquote expandable>{'客户主打出口，' * 60}</blockquote>\n完", to=LI, parse_mode="HTML")
    await api.send("<blockquote expandable>短</blockquote>", to=LI, parse_mode="HTML")
    long, short = phone.locator("blockquote.folds").first, phone.locator("blockquote.folds").last
    await expect(short.get_by_role("button")).to_be_hidden()
    folded = await long.evaluate(HEIGHT)
    await long.click(position={"x": 20, "y": 20})
    await expect(long.get_by_role("button", name="收起")).to_have_attribute("aria-expanded", "true")
    assert await long.evaluate(HEIGHT) > 2 * folded
    await long.get_by_role("button").focus()
    await page.keyboard.press("Enter")
    await expect(long.get_by_role("button", name="展开")).to_have_attribute("aria-expanded", "false")
    assert await long.evaluate(HEIGHT) == folded

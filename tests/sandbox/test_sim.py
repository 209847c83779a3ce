"""The scripting interface, call by call, as docs/sandbox.md promises it."""

from __future__ import annotations

import asyncio
import io
from typing import Any

import pytest
from aiohttp import ClientSession
from PIL import Image

from bot.sandbox.bot_api_error import Json
from bot.sandbox.client import Server, Sim, SimError, serving
from bot.sandbox.tapping import plain_label
from tests.sandbox.bot_api import LI, WANG, BotApi, keys, standing


async def refused(call: Any) -> tuple[int, Json]:
    with pytest.raises(SimError) as caught:
        await call
    return caught.value.status, caught.value.body


async def test_a_fresh_sandbox_has_the_cast(sim: Sim) -> None:
    people = await sim.people()
    assert [person["name"] for person in people] == "李明 赵工 周助理 孙总 王芳 钱总 陈经理 刘经理 管理员".split()
    assert people[0] == {
        "person": 1001, "name": "李明", "username": "liming", "language": "zh-hans", "blocked": False, "unread": 0, "started": True,
    }  # fmt: skip


async def test_an_empty_sandbox_has_nobody() -> None:
    async with serving(cast=False) as server, Sim(server.url) as sim:
        assert await sim.people() == []
        assert await sim.add("吴总", "en") == 1001
        assert (await sim.people())[0]["language"] == "en"


async def test_a_person_is_named_by_id_or_by_a_name_that_is_unique(sim: Sim) -> None:
    await sim.say(1001, "一")
    await sim.say("1001", "二")
    await sim.say("李明", "三")
    assert (await refused(sim.say("某某", "x")))[0] == 404
    await sim.add("李明")
    assert (await refused(sim.say("李明", "x")))[0] == 409
    assert len((await sim.chat(1001))["messages"]) == 3


async def test_opening_the_bot_sends_start_with_the_payload(api: BotApi, sim: Sim) -> None:
    number = await sim.open("李明", "Abc_-9")
    await sim.open("李明")
    first, second = await api.updates()
    assert (first["message"]["message_id"], first["message"]["text"]) == (number, "/start Abc_-9")
    assert first["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert second["message"]["text"] == "/start"
    assert (await refused(sim.open("李明", "zu viel!")))[0] == 409
    assert (await refused(sim.open("李明", "x" * 65)))[0] == 409


async def test_a_message_may_answer_another_one_of_the_chat(api: BotApi, sim: Sim) -> None:
    asked = await api.send("跟进到期", to=LI)
    deleted, another = [await api.send(to=to) for to in (LI, WANG)]
    await api.ok("deleteMessage", chat_id=LI, message_id=deleted)
    await sim.say("李明", "客户已送样", reply_to=asked)
    [update] = await api.updates()
    assert update["message"]["reply_to_message"]["message_id"] == asked
    assert [each.get("reply_to") for each in (await sim.chat("李明"))["messages"]][-1] == asked
    for nothing in (deleted, another, "1", 0):
        assert (await refused(sim.call("POST", "say", json={"person": LI, "text": "x", "reply_to": nothing})))[0] == 404


async def test_long_text_is_split_as_the_apps_do(api: BotApi, sim: Sim) -> None:
    await sim.say("李明", "好" * 5000)
    assert [len(update["message"]["text"]) for update in await api.updates()] == [4096, 904]


@pytest.mark.parametrize(
    ("label", "plain"),
    [
        ("📋 我的客户 (23)", "我的客户"),
        ("⚠️ 申请处理（1）", "申请处理"),
        ("  报备客户", "报备客户"),
        ("1 申请延期", "1 申请延期"),
        ("👨‍👩‍👧 家", "家"),
        ("⬅️", "⬅️"),
        ("批准 (99+)", "批准"),
    ],
)
def test_labels_are_compared_without_emoji_and_count(label: str, plain: str) -> None:
    assert plain_label(label) == plain


async def answer_with(api: BotApi, update: Json, **more: Any) -> None:
    query = update["callback_query"]
    await api.call("answerCallbackQuery", callback_query_id=query["id"], text=query["data"], **more)


async def test_a_tap_returns_what_the_bot_answered(api: BotApi, sim: Sim) -> None:
    old = await api.send(reply_markup=keys(["✅ 批准", "驳回"]))
    new = await api.send(reply_markup=keys(["批准 (2)", "退回修改"]))
    async with api.answering(lambda update: answer_with(api, update)):
        assert await sim.tap("李明", "批准") == {"message": new, "toast": "批准 (2)", "alert": None}
        assert (await sim.tap("李明", "✅ 批准"))["message"] == old, "the same text goes before the newest"
        assert (await sim.tap("李明", "批准", message=old))["toast"] == "✅ 批准"
        assert (await sim.tap("李明", "退回"))["message"] == new, "the only one that contains it"
        doubled = await sim.tap("李明", "驳回", times=2)
        assert [answer["toast"] for answer in doubled["answers"]] == ["驳回", "驳回"]
        forged = await sim.press("李明", old, "forged")
        assert forged["toast"] == "forged"
    async with api.answering(lambda update: answer_with(api, update, show_alert=True)):
        assert (await sim.tap("李明", "驳回"))["alert"] == "驳回"


async def test_without_such_a_button_the_labels_are_told(api: BotApi, sim: Sim) -> None:
    await api.send(reply_markup=standing(["主页"]))
    await api.send(reply_markup=keys(["我的客户", "报备客户"]))
    status, body = await refused(sim.tap("李明", "审批"))
    assert (status, body["labels"]) == (409, ["我的客户", "报备客户", "主页"])
    assert (await refused(sim.tap("李明", "客户")))[0] == 409
    assert (await refused(sim.press("李明", 99, "x")))[0] == 404


async def test_buttons_of_deleted_and_edited_messages_are_gone(api: BotApi, sim: Sim) -> None:
    deleted, edited = await api.send(reply_markup=keys(["一"])), await api.send(reply_markup=keys(["二"]))
    await api.ok("deleteMessage", chat_id=LI, message_id=deleted)
    await api.ok("editMessageText", chat_id=LI, message_id=edited, text="好了")
    assert (await refused(sim.tap("李明", "一")))[1]["labels"] == []


async def test_what_was_written_is_edited_where_it_stands(api: BotApi, sim: Sim) -> None:
    said = await sim.say("李明", "120")
    sent = await sim.send("李明", "document", [("a.txt", b"x", "text/plain")], caption="旧")
    await sim.edit("李明", said, "130 /help")
    await sim.edit("李明", sent, "新")
    text, caption = [each["edited_message"] for each in (await api.updates())[2:]]
    assert (text["message_id"], text["text"], text["entities"][0]["type"]) == (said, "130 /help", "bot_command")
    assert text["edit_date"] >= text["date"]
    assert (caption["message_id"], caption["caption"], caption["document"]["file_name"]) == (sent, "新", "a.txt")
    assert (await sim.chat("李明"))["messages"][0]["edited"] == 1
    bots = await api.send()
    for message, text, status in ((bots, "x", 409), (said, " ", 409), (99, "x", 404)):
        assert (await refused(sim.edit("李明", message, text)))[0] == status


async def test_the_reply_keyboard_writes_messages(api: BotApi, sim: Sim) -> None:
    await api.send(reply_markup=standing(["主页"], [{"text": "📱 手机号", "request_contact": True}]))
    assert (await sim.chat("李明"))["keyboard"] == [
        [{"text": "主页"}],
        [{"text": "📱 手机号", "request_contact": True}],
    ]
    home = await sim.tap("李明", "主页")
    await sim.tap("李明", "手机号")
    first, second = await api.updates()
    assert (first["message"]["message_id"], first["message"]["text"]) == (home["message"], "主页")
    assert second["message"]["contact"]["user_id"] == LI
    await api.send(reply_markup={"remove_keyboard": True})
    assert (await sim.chat("李明"))["keyboard"] is None


async def test_a_button_that_copies_tells_what(api: BotApi, sim: Sim) -> None:
    await api.send(reply_markup={"inline_keyboard": [[{"text": "复制编号", "copy_text": {"text": "BB-2026-00001"}}]]})
    assert (await sim.tap(LI, "复制编号"))["copied"] == "BB-2026-00001"


async def test_a_button_with_a_link_to_the_bot_opens_it(api: BotApi, sim: Sim) -> None:
    link = {"text": "打开", "url": "https://t.me/baobei_bot?start=abc"}
    await api.send(reply_markup={"inline_keyboard": [[link, {"text": "网站", "url": "https://example.com"}]]})
    await sim.tap("李明", "打开")
    assert (await sim.tap("李明", "网站"))["url"] == "https://example.com"
    assert [update["message"]["text"] for update in await api.updates()] == ["/start abc"]


async def test_a_tap_that_nobody_answers_is_504_after_ten_seconds(
    api: BotApi, sim: Sim, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sandbox.sim_people.TAP_SECONDS", 0.1)
    await api.send(reply_markup=keys(["好"]))
    assert (await refused(sim.tap("李明", "好")))[0] == 504


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (200, 100), "teal").save(out, "PNG")
    return out.getvalue()


async def test_people_send_files_pictures_contacts_places_and_albums(api: BotApi, sim: Sim) -> None:
    await sim.send("李明", "document", [("合同.pdf", b"%PDF-", "application/pdf")], caption="盖章件")
    await sim.send("李明", "photo", [("a.png", png(), "image/png")])
    await sim.send("李明", "contact")
    await sim.send("李明", "contact", of="王芳")
    await sim.send("李明", "contact", phone="8613900000000", name="张三")
    await sim.send("李明", "location", latitude="30.5", longitude="114.3")
    await sim.send("李明", "album", [("a.png", png(), "image/png"), ("b.png", png(), "image/png")], caption="两张")
    messages = [update["message"] for update in await api.updates()]
    assert messages[0]["document"]["file_name"] == "合同.pdf"
    assert messages[0]["caption"] == "盖章件"
    assert [size["width"] for size in messages[1]["photo"]] == [90, 200]
    assert [message["contact"].get("user_id") for message in messages[2:5]] == [1001, 1005, None]
    assert messages[5]["location"] == {"latitude": 30.5, "longitude": 114.3}
    assert messages[6]["media_group_id"] == messages[7]["media_group_id"]
    assert (messages[6].get("caption"), messages[7].get("caption")) == ("两张", None)
    file = await api.ok("getFile", file_id=messages[0]["document"]["file_id"])
    async with api.session.get(f"{api.files}/{file['file_path']}") as response:
        assert await response.read() == b"%PDF-"


async def test_what_cannot_be_sent_is_refused(sim: Sim) -> None:
    assert (await refused(sim.send("李明", "song")))[0] == 400
    assert (await refused(sim.send("李明", "photo", [("a.png", b"x", "image/png")])))[0] == 400
    assert (await refused(sim.send("李明", "document")))[0] == 400
    assert (await refused(sim.send("李明", "album", [("a.png", png(), "image/png")])))[0] == 409


async def test_the_chat_shows_everything_and_after_only_the_news(api: BotApi, sim: Sim, server: Server) -> None:
    await sim.say("李明", "你好")
    first = await api.send("一", reply_markup=keys(["好"]))
    second = await api.send("二")
    chat = await sim.chat("李明")
    shown = chat["messages"][1]
    assert shown["buttons"] == [[{"text": "好", "data": "好"}]]
    assert (shown["from"], shown["edited"], shown["deleted"], shown["file"]) == ("bot", 0, False, None)
    assert (await sim.chat("李明", chat["after"]))["messages"] == []
    await api.ok("editMessageText", chat_id=LI, message_id=first, text="改")
    await api.ok("deleteMessage", chat_id=LI, message_id=second)
    news = (await sim.chat("李明", chat["after"]))["messages"]
    assert [(m["id"], m["text"], m["edited"], m["deleted"]) for m in news] == [
        (first, "改", 1, False),
        (second, "二", 0, True),
    ]
    third = await api.send("三")
    assert [m["id"] for m in (await sim.chat("李明", second))["messages"]] == [first, second, third]


async def test_a_file_in_the_chat_can_be_fetched_but_not_run(api: BotApi, sim: Sim, server: Server) -> None:
    await api.upload("sendDocument", {"chat_id": LI}, document=("x.html", b"<script>1</script>", "text/html"))
    file = (await sim.chat("李明"))["messages"][0]["file"]
    assert (file["name"], file["size"]) == ("x.html", 18)
    async with api.session.get(server.url + file["url"]) as response:
        assert await response.read() == b"<script>1</script>"
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert response.headers["Content-Type"] == "application/octet-stream"


async def test_unread_counts_until_the_person_does_something(api: BotApi, sim: Sim) -> None:
    async def unread() -> int:
        return int((await sim.people())[0]["unread"])

    await api.send()
    await api.send()
    await sim.chat("李明")
    assert await unread() == 2, "a look at the interface is no look at the phone"
    await sim.say("李明", "看到了")
    assert await unread() == 0


async def test_the_typing_sign_goes_out_with_the_message(api: BotApi, sim: Sim) -> None:
    await api.ok("sendChatAction", chat_id=LI, action="typing")
    assert (await sim.chat("李明"))["typing"] == "typing"
    await api.send()
    assert (await sim.chat("李明"))["typing"] is None


async def test_settle_waits_for_a_slow_bot(api: BotApi, sim: Sim) -> None:
    async def slow(update: Json) -> None:
        await asyncio.sleep(0.1)
        await api.send("好了")

    async with api.answering(slow):
        await sim.say("李明", "在吗")
        await sim.settle()
        assert (await sim.chat("李明"))["messages"][-1]["text"] == "好了"


async def test_settle_gives_up_when_nobody_takes_the_updates(sim: Sim) -> None:
    await sim.say("李明", "在吗")
    status, body = await refused(sim.settle(within=0.1))
    assert (status, body["updates"]) == (504, 1)


async def test_time_goes_forward_only(sim: Sim) -> None:
    assert (await sim.clock())["offset"] == 0
    assert (await sim.advance("3d 4h"))["offset"] == 273600
    assert (await sim.set_clock("2100-01-31T09:00+08:00"))["now"] == "2100-01-31T09:00:00+08:00"
    assert (await refused(sim.set_clock("2027-01-31T09:00+08:00")))[0] == 400
    assert (await sim.set_clock("2027-01-31T09:00", force=True))["now"].startswith("2027-01-31T09:00")
    for bad in ("soon", "", "3 moons"):
        assert (await refused(sim.advance(bad)))[0] == 400
    assert (await refused(sim.call("POST", "clock", json={})))[0] == 400


async def test_messages_carry_the_business_time(api: BotApi, sim: Sim) -> None:
    await sim.set_clock("2100-01-31T09:00+08:00")
    await sim.say("李明", "新年好")
    assert (await sim.chat("李明"))["messages"][0]["date"].startswith("2100-01-31T09:00")


async def test_every_call_is_in_the_log(api: BotApi, sim: Sim) -> None:
    await api.ok("getMe")
    await api.refusal("sendMessage", chat_id=LI, text="")
    await api.upload("sendDocument", {"chat_id": LI}, document=("a.txt", b"abc", "text/plain"))
    log = await sim.log()
    assert [(entry["n"], entry["method"], entry["status"]) for entry in log] == [
        (1, "getMe", 200),
        (2, "sendMessage", 400),
        (3, "sendDocument", 200),
    ]
    assert log[1]["answer"]["description"] == "Bad Request: message text is empty"
    assert log[2]["params"]["document"] == {"file": "a.txt", "size": 3}
    assert [entry["n"] for entry in await sim.log(2)] == [3]


async def test_reset_leaves_the_cast_and_nothing_else(api: BotApi, sim: Sim) -> None:
    await sim.add("吴总")
    await sim.say("李明", "旧")
    await sim.advance("5d")
    await sim.fault("delay", ms=1)
    await sim.reset()
    assert len(await sim.people()) == 9
    assert (await sim.chat("李明"))["messages"] == []
    assert await sim.call("GET", "faults") == []
    assert (await sim.clock())["offset"] == 0
    assert await api.updates(0) == []
    assert (await refused(sim.reset("magic")))[0] == 400


async def test_without_a_bot_process_there_is_none_to_kill(sim: Sim) -> None:
    assert (await sim.bot())["state"] == "none"
    assert (await refused(sim.bot("kill")))[0] == 409
    assert (await refused(sim.bot("dance")))[0] == 400


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Host": "127.0.0.1.evil.example"}, {"Origin": "https://evil.example"}]
)
async def test_other_hosts_pages_have_no_say(server: Server, headers: dict[str, str]) -> None:
    async with ClientSession() as session:
        async with session.get(f"{server.url}/sim/people", headers=headers) as response:
            assert response.status == 403
        async with session.get(f"{server.url}/sim/people", headers={"Host": "localhost:1"}) as response:
            assert response.status == 200


@pytest.mark.parametrize(
    "body", [b"nonsense", b"[]", b'{"person": 1001}', b'{"person": 1001, "text": 5}', b'{"text": "x"}']
)
async def test_a_bad_body_is_refused_with_a_sentence(server: Server, body: bytes) -> None:
    async with ClientSession() as session, session.post(f"{server.url}/sim/say", data=body) as response:
        assert response.status == 400
        assert (await response.json())["error"]


async def test_the_page_and_its_stream_are_there(server: Server, sim: Sim) -> None:
    async with ClientSession() as session:
        async with session.get(f"{server.url}/") as page:
            assert "default-src 'self'" in page.headers["Content-Security-Policy"]
            assert "main.js" in await page.text()
        async with session.get(f"{server.url}/sim/events") as stream:
            assert await stream.content.readline() == b"data: [0]\n"
            await stream.content.readline()
            await sim.say("李明", "在吗")
            assert await stream.content.readline() == b"data: [1001]\n"

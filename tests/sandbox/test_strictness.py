"""Each refusal in the words of the real server (docs/sandbox.md)."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from aiohttp import ClientSession
from PIL import Image

from bot.sandbox.client import Server, Sim
from tests.sandbox.bot_api import LI, BotApi, keys, standing

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
FETCHES_NOTHING = "failed to get HTTP URL content: the sandbox fetches nothing from elsewhere"
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def test_get_me_tells_who_the_bot_is(api: BotApi) -> None:
    me = await api.ok("getme")
    assert me["is_bot"] is True
    assert me["username"] == "baobei_bot"


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/botnonsense/getMe", 401, "Unauthorized: invalid token specified"),
        ("/bot123:abc/getMe", 401, "Unauthorized"),
        ("/botTOKEN/noSuchMethod", 404, "Not Found: method not found"),
        ("/botTOKEN/leaveChat?chat_id=1001", 400, "Bad Request: can't leave private chats"),
        ("/botTOKEN/leaveChat?chat_id=-100500", 400, "Bad Request: chat not found"),
        (
            "/botTOKEN/BanChatMember",
            400,
            "Bad Request: the sandbox has private chats only, no groups, channels or topics: it can't do banChatMember",
        ),
        ("/bot", 404, "Not Found"),
        ("/botTOKEN/sendMessage/more", 404, "Not Found"),
        ("/file/botTOKEN/documents/none.pdf", 404, "Not Found"),
        ("/file/bot1:x/documents/none.pdf", 401, "Unauthorized"),
    ],
)
async def test_wrong_addresses(server: Server, path: str, status: int, description: str) -> None:
    address = server.url + path.replace("TOKEN", server.sandbox.token)
    async with ClientSession() as session, session.get(address) as response:
        assert response.status == status
        assert await response.json() == {"ok": False, "error_code": status, "description": description}


async def test_parameters_come_by_query_form_json_and_multipart_alike(server: Server, api: BotApi) -> None:
    markup = json.dumps(keys(["好"]))
    params = {"chat_id": str(LI), "text": "你好", "reply_markup": markup}
    form = await api.session.post(f"{api.base}/SENDMESSAGE", data=params)
    query = await api.session.get(f"{api.base}/sendMessage", params=params)
    as_json = await api.session.post(
        f"{api.base}/sendMessage", json={**params, "chat_id": LI, "reply_markup": keys(["好"])}
    )
    multipart = await api.upload("sendMessage", params)
    answers = [await form.json(), await query.json(), await as_json.json(), multipart]
    assert [answer["result"]["text"] for answer in answers] == ["你好"] * 4
    assert all(answer["result"]["reply_markup"] == keys(["好"]) for answer in answers)


async def test_null_fields_are_left_out(api: BotApi) -> None:
    message = await api.ok("sendMessage", chat_id=LI, text="你好")
    assert set(message) == {"message_id", "from", "chat", "date", "text"}


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"text": ""}, "Bad Request: message text is empty"),
        ({}, "Bad Request: message text is empty"),
        ({"text": " \n "}, "Bad Request: text must be non-empty"),
        ({"text": "x" * 4097}, "Bad Request: message is too long"),
        ({"text": "好" * 11000}, "Bad Request: text is too long"),
        ({"text": "x", "chat_id": ""}, "Bad Request: chat_id is empty"),
        ({"text": "x", "chat_id": 999}, "Bad Request: chat not found"),
        ({"text": "x", "chat_id": "@nobody"}, "Bad Request: chat not found"),
        ({"text": "x", "parse_mode": "Wiki"}, "Bad Request: unsupported parse_mode"),
        ({"text": "x", "reply_parameters": {"message_id": 4}}, "Bad Request: message to be replied not found"),
        ({"text": "x", "reply_markup": "[1"}, "Bad Request: can't parse reply markup JSON object"),
        ({"text": "x", "reply_markup": [1]}, "Bad Request: object expected as reply markup"),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a"}]]}},
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "好" * 22}]]}},
            "Bad Request: BUTTON_DATA_INVALID",
        ),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": ""}]]}},
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "pay": True}]]}},
            "Bad Request: BUTTON_TYPE_INVALID",
        ),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "url": "nonsense"}]]}},
            "Bad Request: inline keyboard button URL 'nonsense' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "a", "style": "red"}]]}},
            "Bad Request: invalid button style specified",
        ),
        *(
            (
                {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "copy_text": copied}]]}},
                "Bad Request: BUTTON_COPY_TEXT_INVALID",
            )
            for copied in ({"text": ""}, {"text": "x" * 257}, {"text": 1}, "BB-2026-00001")
        ),
        (
            {"text": "x", "reply_markup": {"keyboard": [[{"text": "a", "style": 1}]]}},
            "Bad Request: invalid button style specified",
        ),
        ({"text": "x", "reply_markup": keys(*[["a"]] * 101)}, "Bad Request: reply markup is too long"),
        ({"text": "x", "reply_markup": keys(*[["好" * 60]] * 60)}, "Bad Request: reply markup is too long"),
    ],
)
async def test_a_message_that_telegram_refuses(api: BotApi, params: dict[str, Any], description: str) -> None:
    assert await api.refusal("sendMessage", **{"chat_id": LI, **params}) == description


async def test_a_button_has_the_colours_that_there_are(api: BotApi) -> None:
    row = [{"text": style, "callback_data": style, "style": style} for style in ("success", "danger", "primary")]
    plain = [{"text": "a", "callback_data": "a"}, {"text": "b", "callback_data": "b"}]
    asked = [{**plain[0], "style": "default"}, {**plain[1], "style": ""}]
    sent = await api.ok("sendMessage", chat_id=LI, text="x", reply_markup={"inline_keyboard": [row, asked]})
    assert sent["reply_markup"] == {"inline_keyboard": [row, plain]}


async def test_limits_are_met_exactly(api: BotApi) -> None:
    assert len((await api.ok("sendMessage", chat_id=LI, text="好" * 4096))["text"]) == 4096
    assert (
        len((await api.ok("sendMessage", chat_id=LI, text="<b>" + "x" * 4096 + "</b>", parse_mode="HTML"))["text"])
        == 4096
    )
    await api.send(reply_markup=keys(*[["a"]] * 100))
    await api.send(reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "好" * 21 + "x"}]]})


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("好 <3", "Unclosed start tag at byte offset 4"),
        ("好<div>x</div>", 'Unsupported start tag "div" at byte offset 3'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ('<a href="x', 'Unclosed start tag "a" at byte offset 0'),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x,y>z</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("好</b>", "Unexpected end tag at byte offset 3"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ],
)
async def test_broken_html_is_refused_with_its_byte(api: BotApi, html: str, reason: str) -> None:
    refusal = await api.refusal("sendMessage", chat_id=LI, text=html, parse_mode="HTML")
    assert refusal == f"Bad Request: can't parse entities: {reason}"


async def test_html_becomes_text_and_entities_in_utf16_units(api: BotApi, sim: Sim) -> None:
    html = '  <b>😀 粗 <i>斜</i></b> &lt;x&gt; <a href="https://a.cn">链</a> <code>c</code> &#x597d;'
    message = await api.ok("sendMessage", chat_id=LI, text=html, parse_mode="html")
    assert message["text"] == "😀 粗 斜 <x> 链 c 好"
    assert message["entities"] == [
        {"type": "bold", "offset": 0, "length": 6},
        {"type": "italic", "offset": 5, "length": 1},
        {"type": "text_link", "offset": 11, "length": 1, "url": "https://a.cn"},
        {"type": "code", "offset": 13, "length": 1},
    ]
    shown = await sim.last("李明")
    assert shown is not None
    assert shown["html"].startswith("<b>😀 粗 <i>斜</i></b> &lt;x&gt; <a href=")


async def test_what_users_write_cannot_become_html_on_the_page(api: BotApi, sim: Sim) -> None:
    evil = "<script>alert(1)</script>"
    await sim.say("李明", evil)
    await api.send(evil)
    link = {"type": "text_link", "offset": 0, "length": 1, "url": "javascript:alert(1)"}
    await api.send("x", entities=[link])
    messages = (await sim.chat("李明"))["messages"]
    assert [m["html"] for m in messages] == ["&lt;script&gt;alert(1)&lt;/script&gt;"] * 2 + ["x"]


async def test_a_person_who_never_pressed_start_cannot_be_written_to(api: BotApi, sim: Sim) -> None:
    stranger = await sim.add("吴总")
    refusal = await api.refusal("sendMessage", chat_id=stranger, text="x")
    assert refusal == "Forbidden: bot can't initiate conversation with a user"
    await sim.open(stranger)
    await api.send(to=stranger)


async def test_whoever_blocks_the_bot_is_out_of_reach_and_the_bot_hears_of_it(api: BotApi, sim: Sim) -> None:
    await sim.fault("blocked", person="李明")
    assert await api.refusal("sendMessage", chat_id=LI, text="x") == "Forbidden: bot was blocked by the user"
    await sim.clear_faults()
    await api.send()
    members = [update["my_chat_member"]["new_chat_member"]["status"] for update in await api.updates()]
    assert members == ["kicked", "member"]


async def test_editing_follows_telegrams_rules(api: BotApi, sim: Sim) -> None:
    plain = await api.send("旧", reply_markup=keys(["好"]))

    async def edit(number: int, text: str = "新", **more: Any) -> str:
        return await api.refusal("editMessageText", chat_id=LI, message_id=number, text=text, **more)

    assert await edit(plain, "旧", reply_markup=keys(["好"])) == NOT_MODIFIED
    edited = await api.ok("editMessageText", chat_id=LI, message_id=plain, text="新")
    assert "reply_markup" not in edited
    assert edited["edit_date"] >= edited["date"]
    assert await edit(plain) == NOT_MODIFIED
    assert await edit(plain + 1000) == "Bad Request: message to edit not found"
    assert await edit(await sim.say("李明", "我的")) == "Bad Request: message can't be edited"
    assert await edit(await api.send(reply_markup=standing(["主页"]))) == "Bad Request: message can't be edited"
    assert await edit(await api.send(reply_markup={"remove_keyboard": True})) == "Bad Request: message can't be edited"
    assert await edit(plain, reply_markup=standing(["主页"])) == "Bad Request: inline keyboard expected"
    assert await edit(0) == "Bad Request: message identifier is not specified"
    await api.ok("deleteMessage", chat_id=LI, message_id=plain)
    assert await edit(plain) == "Bad Request: message to edit not found"


async def test_only_the_keyboard_can_be_edited_too(api: BotApi) -> None:
    number = await api.send("x", reply_markup=keys(["好"]))
    same = await api.refusal("editMessageReplyMarkup", chat_id=LI, message_id=number, reply_markup=keys(["好"]))
    assert same == NOT_MODIFIED
    assert "reply_markup" not in await api.ok("editMessageReplyMarkup", chat_id=LI, message_id=number)


async def test_captions_and_media_are_edited_by_their_own_methods(api: BotApi) -> None:
    pdf = ("a.pdf", b"%PDF-1", "application/pdf")
    sent = (await api.upload("sendDocument", {"chat_id": LI, "caption": "旧"}, document=pdf))["result"]
    number = sent["message_id"]
    refusal = await api.refusal("editMessageText", chat_id=LI, message_id=number, text="x")
    assert refusal == "Bad Request: there is no text in the message to edit"
    edited = await api.ok("editMessageCaption", chat_id=LI, message_id=number, caption="新")
    assert (edited["caption"], edited["document"]) == ("新", sent["document"])
    media = json.dumps({"type": "document", "media": "attach://f", "caption": "三"})
    changed = await api.upload(
        "editMessageMedia", {"chat_id": LI, "message_id": number, "media": media}, f=("b.txt", b"b", "text/plain")
    )
    assert (changed["result"]["caption"], changed["result"]["document"]["file_name"]) == ("三", "b.txt")
    text = await api.send()
    refusal = await api.refusal("editMessageCaption", chat_id=LI, message_id=text, caption="x")
    assert refusal == "Bad Request: there is no caption in the message to edit"
    became = await api.upload("editMessageMedia", {"chat_id": LI, "message_id": text, "media": media}, f=pdf)
    assert "text" not in became["result"]  # a text may become a file, as the Bot API says; a file no text, see above


async def test_a_medium_without_its_part_or_of_an_unknown_kind_is_refused(api: BotApi) -> None:
    number = await api.send()

    async def refusal(media: str) -> str:
        return await api.refusal("editMessageMedia", chat_id=LI, message_id=number, media=media)

    assert await refusal("[]") == "Bad Request: can't parse InputMedia: expected an Object"
    assert await refusal(json.dumps({"type": "photo", "media": "attach://f"})) == (
        "Bad Request: there is no media in the request"
    )
    assert "can't parse InputMedia" in await refusal(json.dumps({"type": "sticker", "media": "x"}))


async def test_deleting(api: BotApi, sim: Sim) -> None:
    first, second, old = await api.send(), await api.send(), await api.send()
    await api.ok("deleteMessage", chat_id=LI, message_id=first)
    gone = await api.refusal("deleteMessage", chat_id=LI, message_id=first)
    assert gone == "Bad Request: message to delete not found"
    await api.ok("deleteMessages", chat_id=LI, message_ids=[first, second, 99999])
    assert [m["deleted"] for m in (await sim.chat("李明"))["messages"]] == [True, True, False]
    await sim.advance("48h")
    late = await api.refusal("deleteMessage", chat_id=LI, message_id=old)
    assert late == "Bad Request: message can't be deleted for everyone"


async def test_a_tap_is_answered_once_and_in_time(api: BotApi, sim: Sim, server: Server) -> None:
    number = await api.send(reply_markup=keys(["好"]))
    assert await api.refusal("answerCallbackQuery", callback_query_id="1") == TOO_OLD
    first = server.sandbox.push_tap(
        server.sandbox.world.people[LI], server.sandbox.world.chat(LI).messages[number], "x"
    )
    too_long = await api.refusal("answerCallbackQuery", callback_query_id=first.id, text="x" * 201)
    assert too_long == "Bad Request: MESSAGE_TOO_LONG"
    await api.ok("answerCallbackQuery", callback_query_id=first.id, text="x" * 200)
    assert await api.refusal("answerCallbackQuery", callback_query_id=first.id) == TOO_OLD
    late = server.sandbox.push_tap(server.sandbox.world.people[LI], server.sandbox.world.chat(LI).messages[number], "x")
    late.made -= 16
    assert await api.refusal("answerCallbackQuery", callback_query_id=late.id) == TOO_OLD


async def test_a_tap_below_a_deleted_message_brings_an_inaccessible_one(api: BotApi, server: Server) -> None:
    number = await api.send(reply_markup=keys(["好"]))
    await api.ok("deleteMessage", chat_id=LI, message_id=number)
    world = server.sandbox.world
    server.sandbox.push_tap(world.people[LI], world.chat(LI).messages[number], "x")
    query = (await api.updates())[0]["callback_query"]
    assert query["message"] == {"chat": world.people[LI].chat(), "message_id": number, "date": 0}


def picture(width: int = 800, height: int = 500) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, "PNG")
    return out.getvalue()


async def test_documents_keep_name_and_content(api: BotApi) -> None:
    content = b"x" * 3_000_000
    sent = (await api.upload("sendDocument", {"chat_id": LI}, document=("合同.pdf", content, "application/pdf")))[
        "result"
    ]
    document = sent["document"]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == (
        "合同.pdf",
        "application/pdf",
        len(content),
    )
    again = await api.ok("sendDocument", chat_id=LI, document=document["file_id"])
    assert again["document"] == document
    file = await api.ok("getFile", file_id=document["file_id"])
    async with api.session.get(f"{api.files}/{file['file_path']}") as response:
        assert await response.read() == content


async def test_photos_come_in_sizes(api: BotApi) -> None:
    sent = (await api.upload("sendPhoto", {"chat_id": LI}, photo=("a.png", picture(), "image/png")))["result"]
    assert [(size["width"], size["height"]) for size in sent["photo"]] == [(90, 56), (320, 200), (800, 500)]


@pytest.mark.parametrize(
    ("method", "files", "params", "description"),
    [
        ("sendDocument", {}, {}, "there is no document in the request"),
        ("sendDocument", {}, {"document": "attach://x"}, "there is no document in the request"),
        ("sendDocument", {}, {"document": "nonsense"}, "wrong file identifier/HTTP URL specified"),
        ("sendDocument", {"document": ("a.txt", b"", "text/plain")}, {}, "file must be non-empty"),
        (
            "sendDocument",
            {"document": ("a.txt", b"a", "text/plain")},
            {"caption": "x" * 1025},
            "message caption is too long",
        ),
        ("sendPhoto", {"photo": ("a.png", b"no picture", "image/png")}, {}, "IMAGE_PROCESS_FAILED"),
        ("sendPhoto", {"photo": ("a.png", picture(2100, 100), "image/png")}, {}, "PHOTO_INVALID_DIMENSIONS"),
        ("getFile", {}, {"file_id": "x"}, "invalid file_id"),
        ("sendMediaGroup", {}, {"media": "[]"}, "there are no messages to send"),
        ("sendPhoto", {}, {"photo": "https://a.cn/a.png"}, FETCHES_NOTHING),
        (
            "sendMediaGroup",
            {},
            {"media": json.dumps([{"type": "photo", "media": "x"}] * 11)},
            "too many messages to send as an album",
        ),
        (
            "sendMediaGroup",
            {},
            {"media": '[{"type":"photo","media":"x"},{"type":"document","media":"x"}]'},
            "documents can't be mixed with other media types",
        ),
        ("sendChatAction", {}, {"action": "dancing"}, "wrong parameter action in request"),
    ],
)
async def test_files_that_telegram_refuses(
    api: BotApi, method: str, files: dict[str, tuple[str, bytes, str]], params: dict[str, str], description: str
) -> None:
    body = await api.upload(method, {"chat_id": LI, **params}, **files)
    assert body["description"] == f"Bad Request: {description}"


async def test_large_files_can_be_sent_but_not_fetched(api: BotApi) -> None:
    large = ("a.bin", b"x" * (20 * 1024 * 1024 + 1), "application/octet-stream")
    sent = (await api.upload("sendDocument", {"chat_id": LI}, document=large))["result"]
    refusal = await api.refusal("getFile", file_id=sent["document"]["file_id"])
    assert refusal == "Bad Request: file is too big"


async def test_what_is_larger_than_all_limits_is_413(api: BotApi) -> None:
    huge = ("a.bin", bytes(52 * 1024 * 1024), "application/octet-stream")
    body = await api.upload("sendDocument", {"chat_id": LI}, document=huge)
    assert body == {"ok": False, "error_code": 413, "description": "Request Entity Too Large"}


async def test_an_album_is_several_messages_of_one_group(api: BotApi, sim: Sim) -> None:
    media = [
        {"type": "photo", "media": "attach://a", "caption": "<b>两张</b>", "parse_mode": "HTML"},
        {"type": "photo", "media": "attach://b"},
    ]
    params = {"chat_id": LI, "media": json.dumps(media)}
    sent = (
        await api.upload(
            "sendMediaGroup", params, a=("a.png", picture(), "image/png"), b=("b.png", picture(), "image/png")
        )
    )["result"]
    assert len({message["media_group_id"] for message in sent}) == 1
    shown = (await sim.chat("李明"))["messages"]
    assert [message["html"] for message in shown] == ["<b>两张</b>", ""]


@pytest.mark.parametrize(
    ("command", "description", "refusal"),
    [
        ("Big", "x", "BOT_COMMAND_INVALID"),
        ("a" * 33, "x", "command length must not exceed 32"),
        ("a", "x" * 257, "command description length must not exceed 256"),
        ("a", "", "command description must be non-empty"),
    ],
)
async def test_commands_that_telegram_refuses(api: BotApi, command: str, description: str, refusal: str) -> None:
    given = await api.refusal("setMyCommands", commands=[{"command": command, "description": description}])
    assert given == f"Bad Request: {refusal}"


@pytest.mark.parametrize("code", ["zh-hans", "ZH", "中文", "z"])
@pytest.mark.parametrize(
    "method", ["setMyCommands", "getMyCommands", "deleteMyCommands", "setMyName", "getMyDescription"]
)
async def test_a_language_code_has_two_letters(api: BotApi, method: str, code: str) -> None:
    refusal = await api.refusal(method, commands=[], language_code=code)
    assert refusal == "Bad Request: invalid language code specified"


async def test_the_menu_shows_the_nearest_scope_and_language(api: BotApi, sim: Sim) -> None:
    async def menu(person: str) -> list[str]:
        return [command["description"] for command in (await sim.chat(person))["commands"]]

    async def offer(description: str, **more: Any) -> None:
        await api.ok("setMyCommands", commands=[{"command": "start", "description": description}], **more)

    await offer("home")
    await offer("主页", language_code="zh")
    assert await menu("李明") == ["主页"]
    await offer("李明的主页", scope={"type": "chat", "chat_id": LI})
    assert await menu("李明") == ["李明的主页"]
    assert await menu("王芳") == ["主页"]
    english = await sim.add("Smith", "en")
    assert await menu(str(english)) == ["home"]
    await api.ok("deleteMyCommands", scope={"type": "chat", "chat_id": LI})
    assert await menu("李明") == ["主页"]


async def test_the_bot_can_name_itself(api: BotApi) -> None:
    await api.ok("setMyName", name="报备")
    assert (await api.ok("getMe"))["first_name"] == "报备"
    await api.ok("setMyDescription", description="渠道报备")
    assert await api.ok("getMyDescription") == {"description": "渠道报备"}

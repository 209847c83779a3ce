"""Messages of every kind that a private chat has: sent, shown to the bot and to the person, passed on, answered."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.client import Server, Sim, SimError
from tests.sandbox.bot_api import LI, WANG, BotApi, keys, standing
from tests.sandbox.test_strictness import picture


async def sent(api: BotApi, method: str, name: str, **params: Any) -> dict[str, Any]:
    """A file of that parameter's name."""
    body = await api.upload(method, {"chat_id": LI, **params}, **{name: (f"文件.{name}", b"some bytes", f"x/{name}")})
    assert body["ok"], body
    result: dict[str, Any] = body["result"]
    return result


async def shown(sim: Sim) -> dict[str, Any]:
    found = await sim.last("李明")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("method", "kind", "given", "told"),
    [
        ("sendVoice", "voice", {"duration": 3}, {"duration": 3, "mime_type": "x/voice"}),
        ("sendAudio", "audio", {"title": "曲", "performer": "人"}, {"title": "曲", "performer": "人", "duration": 0}),
        (
            "sendVideo",
            "video",
            {"width": 640, "height": 360, "duration": 9},
            {"width": 640, "height": 360, "duration": 9},
        ),
        ("sendAnimation", "animation", {"duration": 2}, {"duration": 2, "file_name": "文件.animation"}),
        ("sendVideoNote", "video_note", {"length": 240, "duration": 5}, {"length": 240, "duration": 5}),
        (
            "sendSticker",
            "sticker",
            {"emoji": "👍"},
            {"emoji": "👍", "type": "regular", "width": 512, "is_video": False},
        ),
    ],
)
async def test_a_file_of_each_kind_can_be_sent_again_and_fetched(
    api: BotApi, sim: Sim, method: str, kind: str, given: dict[str, Any], told: dict[str, Any]
) -> None:
    message = await sent(api, method, kind, **given)
    assert message[kind].items() >= told.items()
    again = await api.ok(method, chat_id=LI, **{kind: message[kind]["file_id"]})
    assert again[kind] == message[kind]
    assert (await shown(sim))["file"]["kind"] == kind
    place = (await api.ok("getFile", file_id=message[kind]["file_id"]))["file_path"]
    async with api.session.get(f"{api.files}/{place}") as response:
        assert await response.read() == b"some bytes"


async def test_a_person_sends_a_voice_message_too(api: BotApi, sim: Sim) -> None:
    await sim.send("李明", "voice", [("a.oga", b"some bytes", "audio/ogg")], duration="4", caption="听 #报备")
    heard = (await api.updates())[0]["message"]
    assert (heard["voice"]["duration"], heard["voice"]["mime_type"]) == (4, "audio/ogg")
    assert (heard["caption"], heard["caption_entities"][0]["type"]) == ("听 #报备", "hashtag")


async def test_a_file_is_of_the_kind_that_it_was_sent_as(api: BotApi) -> None:
    voice = (await sent(api, "sendVoice", "voice"))["voice"]["file_id"]
    refusal = await api.refusal("sendVideo", chat_id=LI, video=voice)
    assert refusal == "Bad Request: can't use file of type VoiceNote as Video"
    assert await api.refusal("sendPhoto", chat_id=LI, photo=voice) == (
        "Bad Request: can't use file of type VoiceNote as Photo"
    )


async def test_a_photo_sent_again_has_all_its_sizes(api: BotApi) -> None:
    body = await api.upload("sendPhoto", {"chat_id": LI}, photo=("a.png", picture(), "image/png"))
    sizes = body["result"]["photo"]
    assert (await api.ok("sendPhoto", chat_id=LI, photo=sizes[0]["file_id"]))["photo"] == sizes


async def test_a_live_photo_is_a_photo_to_older_bots(api: BotApi, sim: Sim) -> None:
    files = {"photo": ("a.png", picture(), "image/png"), "live_photo": ("a.mp4", b"some bytes", "video/mp4")}
    message = (await api.upload("sendLivePhoto", {"chat_id": LI, "caption": "看", "duration": 2}, **files))["result"]
    assert message["photo"] == message["live_photo"]["photo"]
    assert (message["live_photo"]["duration"], message["caption"]) == (2, "看")
    assert (await shown(sim))["file"]["kind"] == "live_photo"


async def test_what_a_message_was_sent_with_is_shown(api: BotApi, sim: Sim) -> None:
    message = await sent(
        api, "sendVideo", "video", has_spoiler=True, show_caption_above_media=True, protect_content=True, caption="看"
    )
    flags = ("has_media_spoiler", "show_caption_above_media", "has_protected_content")
    assert [message[name] for name in flags] == [True, True, True]
    seen = await shown(sim)
    assert (seen["caption_above"], seen["spoiler"]) == (True, True)
    preview = {"url": "https://a.cn", "show_above_text": True}
    text = await api.ok("sendMessage", chat_id=LI, text="x", link_preview_options=preview, message_effect_id="5")
    assert (text["link_preview_options"], text["effect_id"]) == (preview, "5")
    quiet = await api.ok("sendMessage", chat_id=LI, text="x", disable_web_page_preview=True)
    assert quiet["link_preview_options"] == {"is_disabled": True}


async def test_an_answer_shows_what_it_answers_and_what_it_quotes(api: BotApi, sim: Sim) -> None:
    asked = await sim.say("李明", "报备 宏达科技 吗")
    first = await api.ok(
        "sendMessage", chat_id=LI, text="好", reply_parameters={"message_id": asked, "quote": "宏达科技"}
    )
    assert first["reply_to_message"]["text"] == "报备 宏达科技 吗"
    assert first["quote"] == {"text": "宏达科技", "position": 3, "is_manual": True}
    assert (await shown(sim))["quote"] == "宏达科技"
    second = await api.ok("sendMessage", chat_id=LI, text="在办", reply_to_message_id=first["message_id"])
    assert "reply_to_message" not in second["reply_to_message"]
    refusal = await api.refusal(
        "sendMessage", chat_id=LI, text="x", reply_parameters={"message_id": asked, "quote": "无"}
    )
    assert refusal == "Bad Request: QUOTE_TEXT_INVALID"


async def test_an_album_of_photos_and_videos_and_one_of_a_single_file(api: BotApi) -> None:
    video = (await sent(api, "sendVideo", "video"))["video"]["file_id"]
    media = [{"type": "video", "media": video}, {"type": "photo", "media": "attach://p"}]
    params = {"chat_id": LI, "media": str(media).replace("'", '"')}
    body = await api.upload("sendMediaGroup", params, p=("a.png", picture(), "image/png"))
    assert len({message["media_group_id"] for message in body["result"]}) == 1
    alone = await api.ok("sendMediaGroup", chat_id=LI, media=media[:1])
    assert len(alone) == 1
    assert "media_group_id" not in alone[0]


async def test_a_contact_a_place_and_dice(api: BotApi, sim: Sim) -> None:
    contact = {"phone_number": "+8613800138000", "first_name": "吴", "last_name": "总"}
    assert (await api.ok("sendContact", chat_id=LI, **contact))["contact"] == contact
    place = {"latitude": 22.5431, "longitude": 114.0579}
    assert (await api.ok("sendLocation", chat_id=LI, **place))["location"] == place
    venue = (await api.ok("sendVenue", chat_id=LI, title="科技园", address="南山", **place))["venue"]
    assert venue == {"location": place, "title": "科技园", "address": "南山"}
    assert (await shown(sim))["venue"]["title"] == "科技园"
    dice: dict[str, Any] = {}
    for emoji, highest in (("🎲", 6), ("🎰", 64), ("⚽️", 5)):
        dice = (await api.ok("sendDice", chat_id=LI, emoji=emoji))["dice"]
        assert dice["emoji"] == emoji.replace("\ufe0f", "")
        assert 1 <= dice["value"] <= highest
    assert (await shown(sim))["dice"] == dice


async def test_a_place_that_moves(api: BotApi) -> None:
    number = (await api.ok("sendLocation", chat_id=LI, latitude=1, longitude=2, live_period=60))["message_id"]
    moved = await api.ok("editMessageLiveLocation", chat_id=LI, message_id=number, latitude=3, longitude=4)
    assert moved["location"] == {"latitude": 3.0, "longitude": 4.0, "live_period": 60}
    stopped = await api.ok("stopMessageLiveLocation", chat_id=LI, message_id=number)
    assert stopped["location"] == {"latitude": 3.0, "longitude": 4.0}
    refusal = await api.refusal("stopMessageLiveLocation", chat_id=LI, message_id=number)
    assert refusal == "Bad Request: message can't be edited"


@pytest.mark.parametrize(
    ("method", "params", "reason"),
    [
        ("sendContact", {"first_name": "吴"}, 'parameter "phone_number" is required'),
        ("sendLocation", {"latitude": 1}, "longitude is empty"),
        ("sendLocation", {"latitude": 91, "longitude": 2}, "wrong location specified"),
        ("sendVenue", {"latitude": 1, "longitude": 2, "title": "x"}, 'parameter "address" is required'),
        ("sendDice", {"emoji": "🐳"}, "wrong dice emoji specified"),
        ("sendPoll", {"options": ["一"]}, "poll question must be non-empty"),
        ("sendPoll", {"question": "?", "options": []}, "poll must have at least 1 answer option"),
        ("sendPoll", {"question": "?", "options": ["x" * 101]}, "poll option length must not exceed 100"),
        ("sendPoll", {"question": "?", "options": ["一"] * 13}, "poll can't have more than 12 options"),
        ("sendPoll", {"question": "?", "options": ["一"], "type": "quiz"}, "wrong correct option ID specified"),
        ("sendPoll", {"question": "?", "options": ["一"], "open_period": 1}, "wrong open period specified"),
        ("setMessageReaction", {"reaction": [{"type": "emoji", "emoji": "🦖"}]}, "REACTION_INVALID"),
        ("setMessageReaction", {"message_id": 9}, "message to react not found"),
        ("pinChatMessage", {"message_id": 9}, "message to pin not found"),
        ("unpinChatMessage", {}, "message to unpin not found"),
        ("stopPoll", {"message_id": 9}, "message with poll to stop not found"),
        ("copyMessage", {"from_chat_id": LI, "message_id": 9}, "message to copy not found"),
        ("forwardMessage", {"from_chat_id": 5, "message_id": 9}, "chat not found"),
        ("forwardMessages", {"from_chat_id": LI, "message_ids": [9]}, "message to forward not found"),
        ("copyMessages", {"from_chat_id": LI, "message_ids": []}, "there are no messages to copy"),
        (
            "copyMessages",
            {"from_chat_id": LI, "message_ids": [2, 1]},
            "message identifiers must be in a strictly increasing order",
        ),
        ("getChatMember", {"user_id": 0}, "invalid user_id specified"),
        ("getChatMember", {"user_id": 5}, "user not found"),
        ("getChatMember", {"user_id": WANG}, "member not found"),
        ("getChatAdministrators", {}, "there are no administrators in the private chat"),
        ("getUserProfilePhotos", {"user_id": 5}, "user not found"),
        ("setChatMenuButton", {"menu_button": {"type": "x"}}, "can't parse menu button: unsupported type specified"),
        ("sendMessage", {"text": "x", "message_thread_id": 5}, "message thread not found"),
        ("sendMessage", {"text": "x", "business_connection_id": "5"}, "business connection not found"),
    ],
)
async def test_what_is_refused(api: BotApi, method: str, params: dict[str, Any], reason: str) -> None:
    assert await api.refusal(method, **{"chat_id": LI, **params}) == f"Bad Request: {reason}"


async def test_who_votes_is_heard_of(api: BotApi, sim: Sim) -> None:
    options = ["一", {"text": "*二*", "text_parse_mode": "MarkdownV2"}]
    message = await api.ok("sendPoll", chat_id=LI, question="哪个？", options=options, is_anonymous=False)
    poll = message["poll"]
    assert [option["text"] for option in poll["options"]] == ["一", "二"]
    assert poll["options"][1]["text_entities"][0]["type"] == "bold"
    await sim.call("POST", "vote", json={"person": LI, "message": message["message_id"], "options": [1]})
    answer, counted = await api.updates()
    assert answer["poll_answer"]["option_ids"] == [1]
    assert answer["poll_answer"]["user"]["first_name"] == "李明"
    assert [option["voter_count"] for option in counted["poll"]["options"]] == [0, 1]
    seen = await shown(sim)
    assert (seen["poll"]["total_voter_count"], seen["voted"]) == (1, [1])
    stopped = await api.ok("stopPoll", chat_id=LI, message_id=message["message_id"])
    assert (stopped["is_closed"], stopped["total_voter_count"]) == (True, 1)
    with pytest.raises(SimError, match="the poll is closed"):
        await sim.call("POST", "vote", json={"person": LI, "message": message["message_id"], "options": [0]})


async def test_a_quiz_is_answered_once_and_a_poll_closes_in_time(api: BotApi, sim: Sim) -> None:
    quiz = await api.ok("sendPoll", chat_id=LI, question="?", options=["一", "二"], type="quiz", correct_option_id=1)
    vote = {"person": LI, "message": quiz["message_id"], "options": [1]}
    assert (await sim.call("POST", "vote", json=vote))["correct_option_id"] == 1
    assert [list(update)[1] for update in await api.updates()] == ["poll"]  # nobody hears who
    with pytest.raises(SimError, match="answered once"):
        await sim.call("POST", "vote", json=vote)
    timed = await api.ok("sendPoll", chat_id=LI, question="?", options=["一"], open_period=60)
    await sim.advance("2m")
    assert (await shown(sim))["poll"]["is_closed"] is True
    assert await api.refusal("stopPoll", chat_id=LI, message_id=timed["message_id"]) == (
        "Bad Request: poll has already been closed"
    )


async def test_what_is_forwarded_tells_its_origin_and_what_is_copied_does_not(api: BotApi, sim: Sim) -> None:
    said = await sim.say("李明", "你好")
    there = {"chat_id": WANG, "from_chat_id": LI}
    forwarded = await api.ok("forwardMessage", message_id=said, **there)
    assert (forwarded["text"], forwarded["chat"]["id"]) == ("你好", WANG)
    assert forwarded["forward_origin"]["sender_user"]["first_name"] == "李明"
    seen = await sim.last("王芳")
    assert seen is not None
    assert seen["forwarded_from"] == "李明"
    onward = await api.ok("forwardMessage", chat_id=LI, from_chat_id=WANG, message_id=forwarded["message_id"])
    assert onward["forward_origin"] == forwarded["forward_origin"]
    more = await api.ok("forwardMessages", message_ids=[said, said + 1], **there)
    assert len(more) == 1
    file = (await sent(api, "sendDocument", "document", caption="旧"))["message_id"]
    copied = await api.ok("copyMessage", message_id=file, caption="*新*", parse_mode="Markdown", **there)
    seen = await sim.last("王芳")
    assert seen is not None
    assert (seen["id"], seen["html"], seen["file"]["name"]) == (copied["message_id"], "<b>新</b>", "文件.document")
    await api.ok("copyMessages", message_ids=[file], remove_caption=True, **there)
    seen = await sim.last("王芳")
    assert seen is not None
    assert seen["text"] == ""


async def test_what_is_protected_stays_where_it_is(api: BotApi) -> None:
    number = await api.send(protect_content=True)
    there = {"chat_id": WANG, "from_chat_id": LI}
    assert await api.refusal("forwardMessage", message_id=number, **there) == (
        "Bad Request: the message can't be forwarded"
    )
    assert await api.refusal("copyMessage", message_id=number, **there) == "Bad Request: the message can't be copied"


async def test_reactions_and_pins_stand_on_the_message(api: BotApi, sim: Sim) -> None:
    await api.ok("getUpdates", allowed_updates=["message", "message_reaction"])
    said = await sim.say("李明", "好消息")
    assert len(await api.updates()) == 1
    await api.ok("setMessageReaction", chat_id=LI, message_id=said, reaction=[{"type": "emoji", "emoji": "🎉"}])
    await sim.call("POST", "react", json={"person": LI, "message": said, "emoji": "❤️"})
    heard = (await api.updates())[0]["message_reaction"]
    assert (heard["old_reaction"], heard["new_reaction"]) == ([], [{"type": "emoji", "emoji": "❤"}])
    await api.ok("pinChatMessage", chat_id=LI, message_id=said)
    seen = (await sim.chat("李明"))["messages"][-1]
    assert (seen["reactions"], seen["pinned"]) == (["🎉", "❤"], True)
    assert (await api.ok("getChat", chat_id=LI))["pinned_message"]["text"] == "好消息"
    await api.ok("setMessageReaction", chat_id=LI, message_id=said)
    await api.ok("unpinChatMessage", chat_id=LI)
    seen = (await sim.chat("李明"))["messages"][-1]
    assert (seen["reactions"], "pinned" in seen) == (["❤"], False)
    await api.ok("pinChatMessage", chat_id=LI, message_id=said)
    await api.ok("unpinAllChatMessages", chat_id=LI)
    assert "pinned_message" not in await api.ok("getChat", chat_id=LI)


async def test_who_is_in_a_private_chat(api: BotApi, server: Server) -> None:
    member = await api.ok("getChatMember", chat_id=LI, user_id=LI)
    assert (member["status"], member["user"]["first_name"]) == ("member", "李明")
    assert (await api.ok("getChatMember", chat_id=LI, user_id=server.sandbox.bot["id"]))["user"]["is_bot"] is True
    assert await api.ok("getChatMemberCount", chat_id=LI) == 2
    assert await api.ok("getUserProfilePhotos", user_id=LI) == {"total_count": 0, "photos": []}


async def test_the_menu_button_is_kept(api: BotApi) -> None:
    assert await api.ok("getChatMenuButton") == {"type": "commands"}
    button = {"type": "web_app", "text": "打开", "web_app": {"url": "https://a.cn"}}
    await api.ok("setChatMenuButton", chat_id=LI, menu_button=button)
    assert await api.ok("getChatMenuButton", chat_id=LI) == button
    await api.ok("setChatMenuButton", chat_id=LI)
    assert await api.ok("getChatMenuButton", chat_id=LI) == {"type": "default"}


async def test_buttons_that_the_sandbox_cannot_fulfil_are_shown_and_told(api: BotApi, sim: Sim) -> None:
    both = {"inline_keyboard": [[{"text": "去", "callback_data": "x", "url": "https://a.cn"}]]}
    message = await api.ok("sendMessage", chat_id=LI, text="x", reply_markup=both)
    assert message["reply_markup"] == {"inline_keyboard": [[{"text": "去", "url": "https://a.cn"}]]}
    inline = {"inline_keyboard": [[{"text": "应用", "web_app": {"url": "https://a.cn"}}]]}
    assert (await api.ok("sendMessage", chat_id=LI, text="x", reply_markup=inline))["reply_markup"] == inline
    with pytest.raises(SimError, match="the sandbox doesn't have what the button 应用 does: web_app"):
        await sim.tap("李明", "应用")
    await api.send(reply_markup=standing([{"text": "选人", "request_users": {"request_id": 1}}]))
    assert (await sim.chat("李明"))["keyboard"] == [[{"text": "选人", "request_users": {"request_id": 1}}]]
    with pytest.raises(SimError, match="the sandbox doesn't have what the button 选人 asks for: request_users"):
        await sim.tap("李明", "选人")
    await api.send(reply_markup=keys(["好"]))

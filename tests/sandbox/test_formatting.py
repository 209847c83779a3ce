"""Texts as Telegram takes them: three dialects, entities, and what is found in a plain text."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.sandbox.client import Sim
from tests.sandbox.bot_api import LI, BotApi


def brief(entities: list[dict[str, Any]], text: str) -> list[str]:
    """`bold:粗` for each; what an entity has besides, too."""
    units = text.encode("utf-16-le")
    told = []
    for entity in entities:
        part = units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")
        more = [str(entity[name]) for name in ("url", "language", "custom_emoji_id", "unix_time") if name in entity]
        told.append(":".join([entity["type"], part, *more]))
    return told


async def taken(api: BotApi, text: str, **more: Any) -> tuple[str, list[str]]:
    message = await api.ok("sendMessage", chat_id=LI, text=text, **more)
    return message["text"], brief(message.get("entities", []), message["text"])


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*粗 \\*体*", "粗 *体", ["bold:粗 *体"]),
        ("_a_ __b__ ~c~ ||d||", "a b c d", ["italic:a", "underline:b", "strikethrough:c", "spoiler:d"]),
        ("*粗 _斜 ~删~_*", "粗 斜 删", ["bold:粗 斜 删", "italic:斜 删", "strikethrough:删"]),
        ("___a_**__", "a", ["italic:a", "underline:a"]),
        ("😀 *x*", "😀 x", ["bold:x"]),
        ("`a*b\\`c`", "a*b`c", ["code:a*b`c"]),
        ("```python\nx = 1```", "x = 1", ["pre:x = 1:python"]),
        ("```\nx\n```", "x", ["pre:x"]),
        ("[链 *接*](https://a.cn/x\\)y)", "链 接", ["text_link:链 接:https://a.cn/x)y", "bold:接"]),
        ("[文](nonsense)", "文", []),
        ("![👍](tg://emoji?id=5368324170671202286)", "👍", ["custom_emoji:👍:5368324170671202286"]),
        ("![今天](tg://time?unix=1700000000)", "今天", ["date_time:今天:1700000000"]),
        (">一\n>二\n三", "一\n二\n三", ["blockquote:一\n二"]),
        (">一\n**>二\n>三||", "一\n二\n三", ["blockquote:一", "expandable_blockquote:二\n三"]),
        (">一\n\n**>二\n>三||\n四", "一\n\n二\n三\n四", ["blockquote:一", "expandable_blockquote:二\n三"]),
        ("a\\.b \\#c", "a.b #c", ["hashtag:#c"]),
    ],
)
async def test_markdown_v2(api: BotApi, source: str, text: str, entities: list[str]) -> None:
    assert await taken(api, source, parse_mode="MarkdownV2") == (text, entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("好.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("a!", "Character '!' is reserved and must be escaped with the preceding '\\'"),
        ("a|b", "Character '|' is reserved and must be escaped with the preceding '\\'"),
        ("`a``", "Can't find end of Code entity at byte offset 3"),
        ("好*b", "Can't find end of Bold entity at byte offset 3"),
        ("*a _b*_", "Can't find end of Italic entity at byte offset 6"),
        ("__a", "Can't find end of Underline entity at byte offset 0"),
        ("||a", "Can't find end of Spoiler entity at byte offset 0"),
        ("```py\nx", "Can't find end of PreCode entity at byte offset 0"),
        (">a *b\nc*", "Can't find end of Bold entity at byte offset 3"),
        ("[a", "Can't find end of TextUrl entity at byte offset 0"),
        ("[a](https://a.cn", "Can't find end of a URL at byte offset 4"),
        ("![a](https://a.cn)", "Custom emoji entity must contain a tg://emoji URL"),
    ],
)
async def test_broken_markdown_v2_is_refused(api: BotApi, source: str, reason: str) -> None:
    refusal = await api.refusal("sendMessage", chat_id=LI, text=source, parse_mode="MarkdownV2")
    assert refusal == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*粗* _斜_ `c`", "粗 斜 c", ["bold:粗", "italic:斜", "code:c"]),
        ("a.b! \\*x\\*", "a.b! *x*", []),
        ("```py\nx```", "x", ["pre:x:py"]),
        ("[链](https://a.cn/)", "链", ["text_link:链:https://a.cn/"]),
        ("*a_b*", "a_b", ["bold:a_b"]),
    ],
)
async def test_the_first_markdown(api: BotApi, source: str, text: str, entities: list[str]) -> None:
    assert await taken(api, source, parse_mode="Markdown") == (text, entities)


async def test_broken_markdown_is_refused_with_its_byte(api: BotApi) -> None:
    refusal = await api.refusal("sendMessage", chat_id=LI, text="好 snake_case", parse_mode="Markdown")
    assert refusal == "Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 9"


@pytest.mark.parametrize(
    ("entity", "reason"),
    [
        (
            {"type": "bold", "offset": 0, "length": 9},
            "entity beginning at UTF-16 offset 0 ends after the end of the text",
        ),
        ({"type": "bold", "offset": 9, "length": 1}, "entity begins after the end of the text at UTF-16 offset 9"),
        ({"type": "bold", "offset": 1, "length": 1}, "entity begins in a middle of a UTF-16 symbol at UTF-16 offset 1"),
        ({"type": "loud", "offset": 0, "length": 1}, "can't parse MessageEntity: Unsupported type specified"),
        ({"type": "text_link", "offset": 0, "length": 2}, "can't parse MessageEntity: can't find field \"url\""),
        ({"type": "bold"}, "can't parse MessageEntity: fields type, offset and length are required"),
        (1, "can't parse MessageEntity: expected an Object"),
    ],
)
async def test_entities_that_telegram_refuses(api: BotApi, entity: object, reason: str) -> None:
    assert await api.refusal("sendMessage", chat_id=LI, text="😀好", entities=[entity]) == f"Bad Request: {reason}"


async def test_media_take_entities_of_their_caption(api: BotApi) -> None:
    bold = [{"type": "bold", "offset": 1, "length": 1}]
    params = {"chat_id": LI, "caption": "两张", "caption_entities": json.dumps(bold)}
    sent = (await api.upload("sendDocument", params, document=("a.pdf", b"%PDF", "application/pdf")))["result"]
    assert sent["caption_entities"] == bold
    media = {"type": "document", "media": sent["document"]["file_id"], "caption": "两张", "caption_entities": bold}
    album = await api.ok("sendMediaGroup", chat_id=LI, media=[media, media])
    assert [message["caption_entities"] for message in album] == [bold, bold]
    edited = await api.ok(
        "editMessageMedia", chat_id=LI, message_id=sent["message_id"], media={**media, "caption": "另张"}
    )
    assert (edited["caption"], edited["caption_entities"]) == ("另张", bold)


@pytest.mark.parametrize(
    ("how", "text"),
    [
        ({"parse_mode": "HTML"}, '<a href="tg://user?id={}">李</a>'),
        ({"parse_mode": "MarkdownV2"}, "[李](tg://user?id={})"),
        ({"parse_mode": "Markdown"}, "[李](tg://user?id={})"),
    ],
)
async def test_a_person_is_mentioned_by_number(api: BotApi, how: dict[str, str], text: str) -> None:
    message = await api.ok("sendMessage", chat_id=LI, text=text.format(LI), **how)
    assert [(each["type"], each["user"]["first_name"]) for each in message["entities"]] == [("text_mention", "李明")]
    assert "entities" not in await api.ok("sendMessage", chat_id=LI, text=text.format(999), **how)


async def test_a_mention_may_come_as_an_entity(api: BotApi) -> None:
    entity = {"type": "text_mention", "offset": 0, "length": 1, "user": {"id": LI}}
    message = await api.ok("sendMessage", chat_id=LI, text="李", entities=[entity])
    assert message["entities"][0]["user"]["username"] == "liming"


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("看 example.com 和 https://a.cn/x。", ["url:example.com", "url:https://a.cn/x"]),
        ("见 (https://zh.wikipedia.org/wiki/X_(y)).", ["url:https://zh.wikipedia.org/wiki/X_(y)"]),
        ("www.a.cn/报价?x=1#y, t.me/baobei_bot?start=1", ["url:www.a.cn/报价?x=1#y", "url:t.me/baobei_bot?start=1"]),
        ("v1.2.3 report.pdf STC8.xlsx 3.14", []),
        ("li@a.cn @liming @ab", ["email:li@a.cn", "mention:@liming"]),
        ("#报备 #1 #a1 x#b ##c", ["hashtag:#报备", "hashtag:#a1"]),
        ("$USD $usd $5", ["cashtag:$USD"]),
        ("+86 138 0013 8000 / 13800138000", ["phone_number:+86 138 0013 8000"]),
        ("/start /报备 a/b", ["bot_command:/start"]),
    ],
)
async def test_what_nobody_marked_is_found(api: BotApi, sim: Sim, text: str, entities: list[str]) -> None:
    assert (await taken(api, text))[1] == entities
    await sim.say("李明", text)
    heard = (await api.updates())[0]["message"]
    assert brief(heard.get("entities", []), heard["text"]) == entities


async def test_the_page_shows_what_was_marked(api: BotApi, sim: Sim) -> None:
    await api.ok("sendMessage", chat_id=LI, text=f"*粗* [李](tg://user?id={LI}) \\#标签", parse_mode="MarkdownV2")
    shown = await sim.last("李明")
    assert shown is not None
    assert shown["html"] == '<b>粗</b> <span class="found">李</span> <span class="found">#标签</span>'

"""A message as the Bot API's parameters."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from bot.drivers import telegram
from bot.drivers.telegram import ApiCall, Params
from bot.drivers.telegram.messages import CAPTION_LIMIT, TEXT_LIMIT, fit
from dialogs.core.screen import Json, Tone
from notifications.sending.messenger import Attachment, Key, Keyboard, Message

PLAIN: Params = {"link_preview_options": {"is_disabled": True}, "parse_mode": "HTML"}
FILE = Attachment(Path("some/where"), "报价.pdf")
PICTURE = Attachment(Path("some/where"), "名片.jpg", picture=True)
ROWS = (
    (Key("✅ 批准", data="k1.0.0.0", tone=Tone.APPROVE), Key("❌ 拒绝", data="k1.0.0.1", tone=Tone.DANGER)),
    (Key("网站", url="https://example.org"), Key("复制编号", copy_text="BB-2026-00001")),
)
INLINE: Json = {
    "inline_keyboard": [
        [
            {"text": "✅ 批准", "callback_data": "k1.0.0.0", "style": "success"},
            {"text": "❌ 拒绝", "callback_data": "k1.0.0.1", "style": "danger"},
        ],
        [{"text": "网站", "url": "https://example.org"}, {"text": "复制编号", "copy_text": {"text": "BB-2026-00001"}}],
    ]
}


@pytest.mark.parametrize(
    ("message", "call"),
    [
        (Message("<b>你好</b>"), ApiCall("sendMessage", {"chat_id": 5, "text": "<b>你好</b>", **PLAIN})),
        (Message("x", ROWS), ApiCall("sendMessage", {"chat_id": 5, "text": "x", **PLAIN, "reply_markup": INLINE})),
        (
            Message("x", silent=True),
            ApiCall("sendMessage", {"chat_id": 5, "text": "x", **PLAIN, "disable_notification": True}),
        ),
        (
            Message("x", keyboard=Keyboard(("🏠 主页",))),
            ApiCall(
                "sendMessage",
                {
                    "chat_id": 5,
                    "text": "x",
                    **PLAIN,
                    "reply_markup": {
                        "keyboard": [[{"text": "🏠 主页"}]],
                        "resize_keyboard": True,
                        "is_persistent": True,
                    },
                },
            ),
        ),
        (
            Message("x", keyboard=Keyboard(("🏠 主页",), contact="📱 发送我的号码")),
            ApiCall(
                "sendMessage",
                {
                    "chat_id": 5,
                    "text": "x",
                    **PLAIN,
                    "reply_markup": {
                        "keyboard": [[{"text": "📱 发送我的号码", "request_contact": True}], [{"text": "🏠 主页"}]],
                        "resize_keyboard": True,
                        "is_persistent": True,
                    },
                },
            ),
        ),
        (
            Message("说明", ROWS, FILE),
            ApiCall(
                "sendDocument",
                {"chat_id": 5, "caption": "说明", "parse_mode": "HTML", "reply_markup": INLINE},
                {"document": FILE},
            ),
        ),
        (
            Message("", attached=PICTURE),
            ApiCall("sendPhoto", {"chat_id": 5, "parse_mode": "HTML"}, {"photo": PICTURE}),
        ),
    ],
)
def test_sending(message: Message, call: ApiCall) -> None:
    assert telegram.message(5, message) == call


def test_an_edit_of_a_text_and_of_a_file() -> None:
    text: Params = {"chat_id": 5, "message_id": 9, "text": "x", **PLAIN}
    media: Params = {"type": "document", "media": "attach://document", "caption": "x", "parse_mode": "HTML"}
    picture: Params = {"type": "photo", "media": "attach://photo", "parse_mode": "HTML"}
    there: Params = {"chat_id": 5, "message_id": 9}

    assert telegram.edit(5, 9, Message("x")) == ApiCall("editMessageText", text)
    assert telegram.edit(5, 9, Message("x", ROWS)) == ApiCall("editMessageText", text | {"reply_markup": INLINE})
    assert telegram.edit(5, 9, Message("x", attached=FILE)) == ApiCall(
        "editMessageMedia", there | {"media": media}, {"document": FILE}
    )
    assert telegram.edit(5, 9, Message("", ROWS, PICTURE)) == ApiCall(
        "editMessageMedia", there | {"media": picture, "reply_markup": INLINE}, {"photo": PICTURE}
    )
    stays = replace(PICTURE, stays=True)
    assert telegram.edit(5, 9, Message("x", ROWS, stays)) == ApiCall(
        "editMessageCaption", there | {"parse_mode": "HTML", "caption": "x", "reply_markup": INLINE}
    )
    assert telegram.strip(5, 9) == ApiCall("editMessageReplyMarkup", {"chat_id": 5, "message_id": 9})


def test_an_answer_to_a_tap_says_no_more_than_a_toast_holds() -> None:
    assert telegram.answer("q") == ApiCall("answerCallbackQuery", {"callback_query_id": "q"})

    told = telegram.answer("q", "很" * 300, alert=True).params

    assert told["show_alert"] is True
    assert told["text"] == "很" * 199 + "…"


class _Reader(HTMLParser):
    """What a reader sees, and whether the tags are in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        self.text += data


PIECES = st.sampled_from(
    ["<b>", "</b>", "深圳", "&lt;", "&amp;", "x" * 40, "\n", '<a href="https://e.org/?a=1&amp;b=2">', "</a>"]
)


def _in_order(pieces: list[str]) -> str:
    """The pieces with their tags made to match."""
    made = ""
    stack: list[str] = []
    for piece in pieces:
        if piece.startswith("</"):
            if not stack:
                continue
            made += stack.pop()
        else:
            if piece.startswith("<"):
                stack.append("</a>" if piece.startswith("<a") else "</b>")
            made += piece
    return made + "".join(reversed(stack))


@given(st.lists(PIECES, max_size=40).map(_in_order), st.integers(2, 200))
def test_a_cut_text_fits_and_its_tags_close(html: str, limit: int) -> None:
    whole, cut = _Reader(html), _Reader(fit(html, limit))

    assert cut.open == []
    assert len(cut.text) <= limit
    if len(whole.text) <= limit:
        assert fit(html, limit) == html
    else:
        assert cut.text == whole.text[: limit - 1] + "…"


def test_a_quote_that_is_cut_still_folds() -> None:
    assert fit("<blockquote expandable>一二三四五</blockquote>", 4) == "<blockquote expandable>一二三…</blockquote>"


def test_limits_count_what_is_read_and_not_the_tags() -> None:
    full = "<b>" + "&amp;" * TEXT_LIMIT + "</b>"

    assert telegram.message(5, Message(full)).params["text"] == full
    assert len(_Reader(str(telegram.message(5, Message(full + "x")).params["text"])).text) == TEXT_LIMIT
    caption = telegram.message(5, Message("字" * 2000, attached=FILE)).params["caption"]
    assert len(str(caption)) == CAPTION_LIMIT

"""What an update says, whoever made it."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.drivers import telegram
from bot.drivers.telegram import Leave, NotFetched, Raw, Unparsable
from bot.drivers.telegram.updates import SILENT
from dialogs.core.inputs import (
    Failed,
    MembershipChanged,
    Odd,
    Ordered,
    Pressed,
    Said,
    Sender,
    Shared,
    Started,
    Stored,
    Typed,
    Uploaded,
)
from tests.drivers.updates import (
    BOT,
    CHANNEL,
    DOCUMENT,
    GROUP,
    LI,
    PHOTO,
    PRIVATE,
    edited,
    membership,
    message,
    post,
    tap,
)

STORED = Stored("ab" * 32, "application/pdf", 23400, "报价单.pdf")
QUERY = "4382bfdwdsb323b2d9"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (message(text="深圳星河科技有限公司"), Typed("深圳星河科技有限公司")),
        (message(text="是", reply_to_message={"message_id": 9, "date": 1, "chat": PRIVATE}), Typed("是", reply_to=9)),
        (message(text="/start"), Started()),
        (message(text="/start inv_8fK2"), Started("inv_8fK2")),
        (message(text="/start@baobei_bot inv_8fK2"), Started("inv_8fK2")),
        (message(text="/start\n<b>x</b>"), Started("<b>x</b>")),
        (message(text="/Start"), Started()),
        (message(text=" ／ＳＴＡＲＴ"), Started()),
        (message(text="/starting"), Ordered("starting")),
        (message(text="/help"), Ordered("help")),
        (message(text="/HELP@baobei_bot 怎么报备"), Ordered("help")),
        (message(text="\u200b/cancel\n"), Ordered("cancel")),
        (message(text="/"), Typed("/")),
        (message(text="/报备"), Typed("/报备")),
        (message(text="1/2"), Typed("1/2")),
        (message(text="转发来的", forward_origin={"type": "user", "sender_user": BOT, "date": 1}), Typed("转发来的")),
        (tap(), Pressed("a5.2.1k.0", 12, QUERY)),
        (tap(message={"message_id": 7, "date": 0, "chat": PRIVATE}), Pressed("a5.2.1k.0", 7, QUERY)),
        (tap(message=None), Pressed("a5.2.1k.0", None, QUERY)),
        (tap("伪造的'; DROP TABLE"), Pressed("伪造的'; DROP TABLE", 12, QUERY)),
        (tap(data=None), Pressed("", 12, QUERY)),
        (
            message(contact={"phone_number": "+8613800138000", "first_name": "明", "user_id": 5001}),
            Shared("+8613800138000", True, "明"),
        ),
        (
            message(contact={"phone_number": "85291234567", "first_name": "明", "user_id": 5001}),
            Shared("+85291234567", True, "明"),
        ),
        (
            message(contact={"phone_number": "13911112222", "first_name": "芳", "last_name": "王", "user_id": 5002}),
            Shared("13911112222", False, "芳 王"),
        ),
        (
            message(contact={"phone_number": "075512345678", "first_name": "前台"}),
            Shared("075512345678", False, "前台"),
        ),
        (edited(text="改了"), Typed("改了", edited=True)),
        (edited(text="/help"), Odd("edited_command")),
        (edited(text="/start"), Odd("edited_command")),
        (edited(caption="改了", photo=PHOTO), Odd("edited_file")),
        (message(sticker={"file_id": "x", "emoji": "👍"}), Odd("sticker")),
        (message(voice={"file_id": "x", "duration": 3}), Odd("voice")),
        (message(video_note={"file_id": "x"}), Odd("video_note")),
        (message(location={"latitude": 22.5, "longitude": 114.0}), Odd("location")),
        (message(venue={"title": "x"}, location={"latitude": 22.5, "longitude": 114.0}), Odd("location")),
        (message(poll={"id": "1"}), Odd("poll")),
        (message(dice={"emoji": "🎲", "value": 3}), Odd("dice")),
        (message(something_of_next_year={"x": 1}), Odd("message")),
        (membership(PRIVATE, "kicked"), MembershipChanged(blocked=True)),
        (membership(PRIVATE, "member"), MembershipChanged(blocked=False)),
    ],
)
def test_what_a_person_does_is_understood(raw: Raw, said: Said) -> None:
    assert telegram.said(raw) == (Sender(5001, "明 李", "liming", "zh-hans"), said)
    assert telegram.person(raw) == 5001
    assert telegram.order(raw) is None


def test_a_text_says_which_message_it_is_when_it_was_written_and_what_it_answers() -> None:
    earlier = {"message_id": 9, "date": 1, "chat": PRIVATE, "text": "还有 3 天"}
    for raw in (message(text="是", reply_to_message=earlier), edited(text="是", reply_to_message=earlier)):
        heard = telegram.said(raw)
        assert heard is not None
        assert isinstance(heard[1], Typed)
        assert (heard[1].message, heard[1].at, heard[1].answered) == (
            12,
            datetime.fromtimestamp(1795000000, UTC),
            "还有 3 天",
        )
    strange = telegram.said(message(text="是", date="gestern"))
    assert strange is not None
    assert isinstance(strange[1], Typed)
    assert strange[1].at is None


@pytest.mark.parametrize(
    ("raw", "fetched", "said"),
    [
        (message(document=DOCUMENT), STORED, Uploaded(STORED)),
        (message(document=DOCUMENT, caption="附件"), STORED, Uploaded(STORED, "附件")),
        (message(photo=PHOTO, media_group_id="130007"), STORED, Uploaded(STORED, "", "130007")),
        (message(document=DOCUMENT), Failed("too_big", "报价单.pdf"), Uploaded(Failed("too_big", "报价单.pdf"))),
    ],
)
def test_a_file_comes_with_what_became_of_fetching_it(raw: Raw, fetched: Stored | Failed, said: Said) -> None:
    kept = json.loads(json.dumps(telegram.fetched_to_json(fetched)))

    assert telegram.said(raw, kept) == (Sender(5001, "明 李", "liming", "zh-hans"), said)


def test_a_file_that_nobody_fetched_yet_is_too_early_and_no_mistake() -> None:
    telegram.check(message(photo=PHOTO))
    with pytest.raises(NotFetched):
        telegram.said(message(photo=PHOTO))


def test_a_person_without_a_user_name_or_language_has_none() -> None:
    raw = message(text="hi", **{"from": {"id": 5001, "is_bot": False, "first_name": "Li"}})

    assert telegram.said(raw) == (Sender(5001, "Li"), Typed("hi"))


@pytest.mark.parametrize(
    "raw",
    [
        message(text="大家好", chat=GROUP),
        edited(text="大家好", chat=GROUP),
        membership(GROUP, "member"),
        membership(GROUP, "administrator"),
        post(text="新闻"),
        tap(message={"message_id": 1, "date": 1, "chat": GROUP}),
    ],
)
def test_in_groups_and_channels_we_only_leave(raw: Raw) -> None:
    assert telegram.said(raw) is None
    assert telegram.person(raw) is None
    assert isinstance(telegram.order(raw), Leave)


@pytest.mark.parametrize("raw", [membership(GROUP, "left"), membership(CHANNEL, "kicked")])
def test_who_is_out_already_doesnt_leave_again(raw: Raw) -> None:
    assert telegram.order(raw) is None
    assert telegram.said(raw) is None


@pytest.mark.parametrize(
    "raw",
    [
        {"update_id": 1, "poll": {"id": "1", "question": "?"}},
        {"update_id": 1, "inline_query": {"id": "1", "from": LI, "query": "x", "offset": ""}},
        {"update_id": 1, "kind_of_next_year": {"x": 1}},
        *[message(**{service: {"x": 1}}) for service in SILENT],
    ],
)
def test_what_nobody_waits_for_is_passed_over(raw: Raw) -> None:
    assert telegram.said(raw) is None
    assert telegram.order(raw) is None


@pytest.mark.parametrize(
    "raw",
    [
        {"update_id": 1},
        {"update_id": 1, "message": "hello"},
        {"update_id": 1, "message": {"date": "yesterday"}},
        {"update_id": 1, "callback_query": {"id": "1"}},
        message(text=5),
        message(text=["深圳"]),
        message(chat="private"),
        message(chat={"id": "5001", "type": "private"}),
        message(chat={"id": 2**70, "type": "private"}),
        message(chat={"id": True, "type": "private"}),
        message(contact="13800138000"),
        message(contact={"first_name": "x"}),
        message(document={"file_name": "no id"}),
        message(photo=[]),
        message(photo={"file_id": "x"}),
        message(photo=["x"]),
        tap(id=None),
        tap(message={"message_id": "x", "chat": PRIVATE}),
        {"update_id": 1, "my_chat_member": {"chat": PRIVATE, "from": LI}},
    ],
)
def test_a_wrong_shape_is_named_and_nothing_worse(raw: Raw) -> None:
    with pytest.raises(Unparsable):
        telegram.check(raw)


@pytest.mark.parametrize("raw", [None, 5, "x", [], {}, {"update_id": "7"}, {"update_id": 2**64}, {"update_id": True}])
def test_an_update_needs_a_number(raw: Any) -> None:
    with pytest.raises(Unparsable):
        telegram.update_id(raw)


WORDS = st.sampled_from(
    [
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
        "chat",
        "from",
        "id",
        "type",
        "private",
        "text",
        "photo",
        "document",
        "file_id",
        "file_name",
        "file_size",
        "contact",
        "phone_number",
        "user_id",
        "data",
        "message_id",
        "new_chat_member",
        "status",
        "media_group_id",
    ]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=5) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=6),
    max_leaves=25,
)


@given(st.dictionaries(WORDS, VALUES, max_size=4))
def test_no_json_brings_anything_down(raw: Raw) -> None:
    for read in (telegram.said, telegram.person, telegram.order, telegram.query_of, telegram.file_of, telegram.check):
        with suppress(Unparsable, NotFetched):
            read(raw)


BODIES = st.fixed_dictionaries(
    {"message_id": VALUES, "chat": st.just(PRIVATE) | VALUES, "from": VALUES},
    optional={"text": VALUES, "document": VALUES, "photo": VALUES, "contact": VALUES},
)


@given(BODIES)
def test_no_message_brings_anything_down(body: Raw) -> None:
    raw = {"update_id": 1, "message": body}
    for read in (telegram.said, telegram.person, telegram.order, telegram.file_of):
        with suppress(Unparsable, NotFetched):
            read(raw)


def test_what_no_database_holds_is_replaced() -> None:
    raw = message(text="a\0b\ud83d 😀 \ud83d\ude00")

    kept = telegram.cleaned(raw)

    assert kept["message"]["text"] == "a\ufffdb\ufffd 😀 😀"
    json.dumps(kept, ensure_ascii=False).encode()
    assert telegram.cleaned(message(text="深圳")) == message(text="深圳")

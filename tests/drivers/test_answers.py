"""What the server's answers mean."""

from __future__ import annotations

import json

import pytest

from bot.drivers.telegram import Conflict, TooBig, fetch_failure, outage, refusal, result_of
from notifications.sending.messenger import Failure, Gone, Outage, Rejected, Throttled, Unauthorized, Unreachable


@pytest.mark.parametrize(
    ("code", "words", "kind"),
    [
        (400, "Bad Request: message is too long", Rejected),
        (400, 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 3', Rejected),
        (400, "Bad Request: BUTTON_DATA_INVALID", Rejected),
        (400, "Bad Request: reply markup is too long", Rejected),
        (400, "Bad Request: chat not found", Unreachable),
        (400, "Bad Request: group chat was upgraded to a supergroup chat", Unreachable),
        (400, "Bad Request: message to edit not found", Gone),
        (400, "Bad Request: message can't be edited", Gone),
        (400, "Bad Request: there is no text in the message to edit", Gone),
        (400, "Bad Request: MESSAGE_ID_INVALID", Gone),
        (400, "Bad Request: file is too big", TooBig),
        (400, "Bad Request: wrong file_id or the file is temporarily unavailable", Gone),
        (401, "Unauthorized", Unauthorized),
        (403, "Forbidden: bot was blocked by the user", Unreachable),
        (403, "Forbidden: user is deactivated", Unreachable),
        (403, "Forbidden: bot can't initiate conversation with a user", Unreachable),
        (404, "Not Found", Unauthorized),
        (404, "Not Found: method not found", Rejected),
        (408, "Request Timeout", Outage),
        (409, "Conflict: terminated by other getUpdates request", Conflict),
        (413, "Request Entity Too Large", TooBig),
        (421, "Misdirected Request", Outage),
        (429, "Too Many Requests", Throttled),
        (500, "Internal Server Error: restart", Outage),
        (502, "Bad Gateway", Outage),
        (418, "I'm a teapot", Rejected),
    ],
)
def test_a_refusal_is_of_one_kind(code: int, words: str, kind: type[Failure]) -> None:
    body = json.dumps({"ok": False, "error_code": code, "description": words})

    with pytest.raises(Failure) as caught:
        result_of(code, body)

    assert type(caught.value) is kind
    assert words.replace('"x"', "…") in str(caught.value), "what Telegram quotes is what was said"


@pytest.mark.parametrize(
    "words",
    [
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same",
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
        "Bad Request: message to delete not found",
    ],
)
def test_what_is_fulfilled_already_is_success(words: str) -> None:
    assert refusal(400, words) is None
    assert refusal(400, words.upper()) is None
    assert result_of(400, json.dumps({"ok": False, "error_code": 400, "description": words})) is True


@pytest.mark.parametrize(("parameters", "seconds"), [({"retry_after": 7}, 7), ({}, None), ({"retry_after": "x"}, None)])
def test_throttling_says_how_long_where_telegram_says_it(parameters: dict[str, object], seconds: float | None) -> None:
    body = {"ok": False, "error_code": 429, "description": "Too Many Requests: retry after 7", "parameters": parameters}

    with pytest.raises(Throttled) as caught:
        result_of(429, json.dumps(body))

    assert caught.value.seconds == seconds


@pytest.mark.parametrize("status", [200, 302, 401, 403, 404, 407, 502])
@pytest.mark.parametrize(
    "body", ["", "<html>Sign in to the hotel's network</html>", "[]", '"ok"', '{"ok": 1}', b"\xff\xfe"]
)
def test_what_isnt_the_bot_api_is_an_outage_and_no_judgement_on_our_token(status: int, body: str | bytes) -> None:
    with pytest.raises(Outage):
        result_of(status, body)


def test_a_result_is_handed_over_as_it_is() -> None:
    assert result_of(200, '{"ok": true, "result": [{"update_id": 1}]}') == [{"update_id": 1}]
    assert result_of(200, '{"ok": true}') is None


def test_a_broken_line_doesnt_tell_the_token() -> None:
    assert "12:secret" not in str(outage(OSError("no route to http://x/bot12:secret/getMe"), "12:secret"))


@pytest.mark.parametrize(("status", "kind"), [(404, Gone), (400, Gone), (500, Outage), (429, Outage)])
def test_a_file_that_isnt_there_or_cant_be_had_now(status: int, kind: type[Failure]) -> None:
    assert type(fetch_failure(status)) is kind

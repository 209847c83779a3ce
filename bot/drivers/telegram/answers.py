"""What the Bot API server says to a call: a result, or one of the messenger's failures.

Decided once, here, from HTTP status and body, for both libraries: their own errors lose facts (a 429 without
`retry_after`, the difference between 401 and 404) and change the words. Words are matched in lower case.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from notifications.sending.messenger import Failure, Gone, Outage, Rejected, Throttled, Unauthorized, Unreachable

_QUOTED: Final = re.compile(r'"[^"]*"')


class Conflict(Failure):
    """409: somebody else receives this bot's updates, or a webhook stands in the way of polling."""


class TooBig(Rejected):
    """A file above the server's limit."""


AS_GOOD_AS_DONE = (
    "message is not modified",
    "query is too old",
    "query id is invalid",
    "message to delete not found",
)
GONE = (
    "message to edit not found",
    "message can't be edited",
    "message can't be deleted",
    "there is no text in the message to edit",
    "there is no caption in the message to edit",
    "message_id_invalid",
)
UNREACHABLE = (
    "chat not found",
    "user not found",
    "user is deactivated",
    "peer_id_invalid",
    "upgraded to a supergroup",
)


def result_of(status: int, body: str | bytes) -> Any:
    """The call's result from the server's whole answer; raises the Failure that a refusal means.

    What isn't the Bot API's JSON (a proxy's page, a login page of the hotel) is an outage, whatever its status.
    """
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict) or not isinstance(answer.get("ok"), bool):
        raise Outage(f"HTTP {status} without the Bot API's JSON")
    if answer["ok"]:
        return answer.get("result")
    code = answer.get("error_code")
    parameters = answer.get("parameters")
    wait = parameters.get("retry_after") if isinstance(parameters, dict) else None
    error = refusal(
        code if isinstance(code, int) else status,
        str(answer.get("description", "")),
        wait if isinstance(wait, int | float) and wait >= 0 else None,
    )
    if error is None:
        return True
    raise error


def refusal(code: int, description: str, retry_after: float | None = None) -> Failure | None:
    """What a refusal means to us; None where the wish is fulfilled already."""
    why = f"{code} {_QUOTED.sub('…', description)}"  # what it quotes is what was said
    if code == 429 or retry_after is not None:
        return Throttled(why, retry_after)
    if code == 400:
        return _bad_request(why)
    if code == 404:
        # Telegram says so to a token of a wrong shape, and to a method that it doesn't know.
        return Rejected(why) if "method" in description.lower() else Unauthorized(why)
    if code in (408, 421) or code >= 500:
        return Outage(why)
    kinds: dict[int, type[Failure]] = {
        401: Unauthorized,
        403: Unreachable,
        409: Conflict,
        413: TooBig,
    }
    return kinds.get(code, Rejected)(why)


def outage(error: BaseException, token: str) -> Outage:
    """A line that broke. Addresses hold the token and some errors name them: it is taken out, and the error itself
    shouldn't be chained (`from None`), or a traceback tells it."""
    return Outage(f"{type(error).__name__}: {error}".replace(token, "<token>"))


def fetch_failure(status: int) -> Failure:
    """Why a file's address gave no file."""
    return Outage(f"HTTP {status} for a file") if status >= 500 or status == 429 else Gone(f"HTTP {status} for a file")


def _bad_request(why: str) -> Failure | None:
    words = why.lower()
    if any(sentence in words for sentence in AS_GOOD_AS_DONE):
        return None
    if any(sentence in words for sentence in GONE):
        return Gone(why)
    if any(sentence in words for sentence in UNREACHABLE):
        return Unreachable(why)
    if "file is too big" in words:
        return TooBig(why)
    if "wrong file_id" in words or "wrong file id" in words or "invalid file_id" in words:
        return Gone(why)
    return Rejected(why)

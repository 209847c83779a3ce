"""How the Bot API says no: an HTTP status, an `error_code` equal to it, and the exact text of the real server."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


class BotApiError(Exception):
    """A call that Telegram refuses; `parameters` become the body's `parameters` (`retry_after`, …)."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(reason: str) -> BotApiError:
    return BotApiError(400, "Bad Request: " + _uncapitalised(reason))


def forbidden(reason: str) -> BotApiError:
    return BotApiError(403, "Forbidden: " + _uncapitalised(reason))


def conflict(reason: str) -> BotApiError:
    return BotApiError(409, "Conflict: " + _uncapitalised(reason))


def too_many_requests(retry_after: int) -> BotApiError:
    return BotApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


def _uncapitalised(reason: str) -> str:
    """The real server lower-cases the first letter unless the second shows a SERVER_CODE."""
    second = reason[1:2]
    if second.isupper() or second == "_":
        return reason
    return reason[:1].lower() + reason[1:]

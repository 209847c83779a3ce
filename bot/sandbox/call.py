"""One call of the Bot API, whichever of the four ways it was written: query, form, JSON or multipart."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from bot.sandbox.bot_api_error import Json, bad_request
from bot.sandbox.multipart import parse_multipart
from bot.sandbox.upload import Upload


@dataclass(frozen=True)
class ReceivedCall:
    """Method in lower case; every value as text, nested objects as JSON text, as the real server sees them."""

    method: str
    params: dict[str, str] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        return self.params.get(name, "")

    def integer(self, name: str, default: int = 0) -> int:
        try:
            return int(self.text(name).strip() or default)
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        return self.text(name).strip().lower() in ("true", "yes", "1")

    def json(self, name: str, default: Any = None) -> Any:
        text = self.text(name).strip()
        if not text:
            return default
        try:
            return json.loads(text)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def part(self, fields: Json) -> ReceivedCall:
        """An object among the parameters, as a call of its own with the same files."""
        return ReceivedCall(self.method, as_params(fields), self.uploads)

    @property
    def person(self) -> int | None:
        """Whom the call concerns, as far as its parameters tell."""
        return self.integer("chat_id") or self.integer("user_id") or None

    def shown(self) -> Json:
        """The parameters as the log tells them: files by name and size."""
        files = {name: {"file": u.name, "size": len(u.content)} for name, u in self.uploads.items()}
        return {**self.params, **files}


def _as_text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def as_params(given: Json) -> dict[str, str]:
    return {str(name): _as_text(value) for name, value in given.items() if value is not None}


def from_json(body: bytes) -> dict[str, str]:
    try:
        given = json.loads(body)
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise bad_request("can't parse request JSON object")
    return as_params(given)


async def read_call(method: str, request: web.Request) -> ReceivedCall:
    """A GET may have a body, too. Raises `HTTPRequestEntityTooLarge` beyond the server's limit, `BotApiError` on what
    can't be read."""
    params, uploads = read_body(request.headers.get("Content-Type", ""), await request.read())
    return ReceivedCall(method.lower(), {**request.query, **params}, uploads)


def read_body(content_type: str, body: bytes) -> tuple[dict[str, str], dict[str, Upload]]:
    """Of a request, or of a webhook's answer; what is neither JSON nor a form says nothing."""
    kind = content_type.partition(";")[0].strip().lower()
    if not body:
        return {}, {}
    if kind == "application/json":
        return from_json(body), {}
    if kind == "multipart/form-data":
        return parse_multipart(content_type, body)
    if kind == "application/x-www-form-urlencoded":
        return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)), {}
    return {}, {}

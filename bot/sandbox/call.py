"""One call of the Bot API, whichever of the four ways it was written: query, form, JSON or multipart."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import MultipartReader, web
from aiohttp.web_request import FileField

from bot.sandbox.bot_api_error import Json, bad_request


@dataclass(frozen=True)
class Upload:
    name: str
    content: bytes
    mime: str


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


def from_json(body: bytes) -> dict[str, str]:
    try:
        given = json.loads(body or b"{}")
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise bad_request("can't parse request JSON object")
    return {str(name): _as_text(value) for name, value in given.items() if value is not None}


async def read_call(method: str, request: web.Request) -> ReceivedCall:
    """Raises `HTTPRequestEntityTooLarge` beyond the server's limit, `BotApiError` on broken JSON."""
    params: dict[str, str] = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        params |= from_json(await request.read())
    else:
        for name, value in (await request.post()).items():
            if isinstance(value, FileField):
                uploads[name] = Upload(value.filename, value.file.read(), value.content_type)
            elif isinstance(value, str):
                params[name] = value
            else:
                params[name] = bytes(value).decode("utf-8", "replace")
    return ReceivedCall(method.lower(), params, uploads)


async def read_multipart(reader: MultipartReader) -> tuple[dict[str, str], dict[str, Upload]]:
    """The body of a webhook's answer, which is a response and not a request."""
    params: dict[str, str] = {}
    uploads: dict[str, Upload] = {}
    async for part in reader:
        if isinstance(part, MultipartReader) or part is None or part.name is None:
            continue
        content = bytes(await part.read(decode=True))
        if part.filename:
            mime = part.headers.get("Content-Type", "application/octet-stream")
            uploads[part.name] = Upload(part.filename, content, mime)
        else:
            params[part.name] = content.decode("utf-8", "replace")
    return params, uploads

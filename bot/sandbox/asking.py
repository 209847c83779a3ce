"""What the scripting interface is asked: bodies, persons, and errors that say what was expected."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.sandbox.acts import ActError
from bot.sandbox.bot_api_error import BotApiError, Json
from bot.sandbox.clock import ClockError
from bot.sandbox.faults import FaultError
from bot.sandbox.tapping import NoButtonError
from bot.sandbox.world import Person, World

LOCAL_NAMES = ("127.0.0.1", "localhost", "::1")


class ErrorAnswer(Exception):
    """An answer `{"error": …, **more}` with this status."""

    def __init__(self, status: int, error: str, **more: object) -> None:
        super().__init__(error)
        self.status = status
        self.more = more


def reply(body: object, status: int = 200) -> web.Response:
    return web.Response(status=status, text=json.dumps(body, ensure_ascii=False), content_type="application/json")


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Keeps other hosts' pages out (DNS rebinding, forged requests) and turns errors into JSON."""
    if request.path.startswith("/bot") or request.path.startswith("/file/"):
        return await handler(request)  # the token is the guard there
    origin = request.headers.get("Origin")
    if _host(f"//{request.headers.get('Host', '')}") not in LOCAL_NAMES or (
        origin and _host(origin) not in LOCAL_NAMES
    ):
        return reply({"error": "the sandbox answers only to 127.0.0.1 and localhost"}, 403)
    try:
        return await handler(request)
    except ErrorAnswer as error:
        return reply({"error": str(error), **error.more}, error.status)
    except NoButtonError as error:
        return reply({"error": str(error), "labels": error.labels}, 409)
    except ActError as error:
        return reply({"error": str(error)}, 409)
    except (ClockError, FaultError) as error:
        return reply({"error": str(error)}, 400)
    except BotApiError as error:
        return reply({"error": error.description}, 400)
    except web.HTTPRequestEntityTooLarge:
        return reply({"error": "the file is larger than 50 MB"}, 413)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


async def body_of(request: web.Request) -> Json:
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError:
        raise ErrorAnswer(400, "the body must be JSON in UTF-8") from None
    if not isinstance(body, dict):
        raise ErrorAnswer(400, "the body must be a JSON object")
    return body


def text_in(body: Json, name: str, *, default: str | None = None) -> str:
    value = body.get(name, default)
    if not isinstance(value, str):
        raise ErrorAnswer(400, f'"{name}" must be a text')
    return value


def number_in(body: Json, name: str, default: float) -> float:
    value = body.get(name, default)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value < 0:
        raise ErrorAnswer(400, f'"{name}" must be a number from 0')
    return value


def person_in(world: World, given: object) -> Person:
    """By id or by a name that is unique."""
    if given is None or given == "":
        raise ErrorAnswer(400, '"person" is missing: an id or a name')
    if isinstance(given, int) or str(given).isdecimal():
        found = [person] if (person := world.people.get(int(str(given)))) is not None else []
    else:
        found = [person for person in world.people.values() if given in (person.name, person.username)]
    if not found:
        raise ErrorAnswer(404, f"nobody is called {given}", people=[p.name for p in world.people.values()])
    if len(found) > 1:
        raise ErrorAnswer(409, f"several are called {given}", people=[p.id for p in found])
    return found[0]


def whole(text: str | None, name: str) -> int:
    """A number of the query string; 0 when absent."""
    if text is None or text == "":
        return 0
    try:
        return int(text)
    except ValueError:
        raise ErrorAnswer(400, f'"{name}" must be a whole number') from None

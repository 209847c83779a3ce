"""/sim: the people, what they do, and what they see."""

from __future__ import annotations

import asyncio
import time
from urllib.parse import parse_qs, quote, urlsplit

from aiohttp import web
from aiohttp.web_request import FileField

from bot.sandbox import acts
from bot.sandbox.asking import ErrorAnswer, body_of, number_in, person_in, reply, text_in, whole
from bot.sandbox.bot_api_error import Json
from bot.sandbox.call import ReceivedCall
from bot.sandbox.core import Sandbox, Tap
from bot.sandbox.media import MEDIA
from bot.sandbox.methods.profile import commands_for
from bot.sandbox.reply_markup import ACTIONS
from bot.sandbox.showing import message_shown
from bot.sandbox.tapping import Button, find_button
from bot.sandbox.upload import Upload
from bot.sandbox.world import Message, Person

TAP_SECONDS = 10.0
KINDS = ("photo", "contact", "location", "album", *MEDIA)
MAX_TIMES = 100


class PeopleApi:
    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._world = sandbox.world

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/sim/people", self.everybody),
            web.post("/sim/people", self.add),
            web.post("/sim/say", self.say),
            web.post("/sim/edit", self.edit),
            web.post("/sim/open", self.open),
            web.post("/sim/tap", self.tap),
            web.post("/sim/send", self.send),
            web.post("/sim/vote", self.vote),
            web.post("/sim/react", self.react),
            web.get("/sim/chat", self.chat),
            web.post("/sim/read", self.read),
            web.post("/sim/block", self.block),
            web.get("/sim/file/{unique}/{name:.*}", self.file),
        ]

    async def everybody(self, request: web.Request) -> web.Response:
        return reply([_person(person) for person in self._world.people.values()])

    async def add(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        name = text_in(body, "name").strip()
        if not 1 <= len(name) <= 64:
            raise ErrorAnswer(400, '"name" must be 1-64 characters long')
        person = self._world.add_person(name, language=text_in(body, "language", default="zh-hans"))
        return reply({"person": person.id})

    async def say(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        person = person_in(self._world, body.get("person"))
        answered = self._answered(person, body.get("reply_to"))
        return reply({"message": acts.say(self._sandbox, person, text_in(body, "text"), answered).id})

    async def edit(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        person = person_in(self._world, body.get("person"))
        message = self._present(person, body.get("message"), "message")
        return reply({"message": acts.edit(self._sandbox, person, message, text_in(body, "text")).id})

    def _answered(self, person: Person, number: object) -> Message | None:
        """The message of this chat that is answered."""
        return None if number is None else self._present(person, number, "reply_to")

    def _present(self, person: Person, number: object, name: str) -> Message:
        message = self._world.chat(person.id).messages.get(number) if isinstance(number, int) else None
        if message is None or message.deleted:
            raise ErrorAnswer(404, f'"{name}" must be a message in the chat of {person.name} that isn\'t deleted')
        return message

    async def open(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        person = person_in(self._world, body.get("person"))
        start = text_in(body, "start", default="") if body.get("start") is not None else ""
        return reply({"message": acts.open_bot(self._sandbox, person, start).id})

    async def tap(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        person = person_in(self._world, body.get("person"))
        message = body.get("message")
        if message is not None and (isinstance(message, bool) or not isinstance(message, int)):
            raise ErrorAnswer(400, '"message" must be the number of a message')
        times = int(number_in(body, "times", 1))
        if not 1 <= times <= MAX_TIMES:
            raise ErrorAnswer(400, f'"times" must be from 1 to {MAX_TIMES}')
        if "data" in body:
            return reply(await self._tap_data(person, message, text_in(body, "data"), times))
        button = find_button(self._world, person.id, text_in(body, "label"), message)
        return reply(await self._press(person, button, times))

    async def _tap_data(self, person: Person, number: int | None, data: str, times: int) -> Json:
        message = self._world.chat(person.id).messages.get(number) if number is not None else None
        if message is None or not message.from_bot:
            raise ErrorAnswer(404, f'"message" must be a message of the bot to {person.name}')
        return await self._answers([acts.tap(self._sandbox, person, message, data) for _ in range(times)])

    async def _press(self, person: Person, button: Button, times: int) -> Json:
        if not button.inline:
            sent = [acts.press_reply_button(self._sandbox, person, button.button) for _ in range(times)]
            return {"message": sent[-1].id, "toast": None, "alert": None}
        if "callback_data" in button.button:
            return await self._tap_data(person, button.message, button.button["callback_data"], times)
        if not button.button.keys() & {"url", "copy_text"}:
            kind = next(name for name in button.button if name in ACTIONS)
            raise ErrorAnswer(409, f"the sandbox doesn't have what the button {button.label} does: {kind}")
        if "copy_text" in button.button:
            return {
                "message": button.message,
                "toast": None,
                "alert": None,
                "copied": button.button["copy_text"]["text"],
            }
        url = str(button.button.get("url", ""))
        payload = start_of(url, self._sandbox.named.username)
        if payload is None:
            return {"message": button.message, "toast": None, "alert": None, "url": url or None}
        return {"message": acts.open_bot(self._sandbox, person, payload).id, "toast": None, "alert": None, "url": url}

    async def _answers(self, taps: list[Tap]) -> Json:
        """The first tap's answer; several taps' under `answers`."""
        _, late = await asyncio.wait([tap.answered for tap in taps], timeout=TAP_SECONDS)
        if late:
            left = f"{len(late)} of {len(taps)} taps" if len(taps) > 1 else "the tap"
            raise ErrorAnswer(504, f"the bot did not answer {left} in {TAP_SECONDS:.0f} s", message=taps[0].message)
        answers = [tap.answered.result() for tap in taps]
        more = {"answers": answers} if len(taps) > 1 else {}
        shown = {"message": taps[0].message, "toast": answers[0]["toast"], "alert": answers[0]["alert"], **more}
        return {**shown, "url": answers[0]["url"]} if answers[0].get("url") else shown

    async def send(self, request: web.Request) -> web.Response:
        form = await request.post()
        texts = {name: value for name, value in form.items() if isinstance(value, str)}
        uploads = [
            Upload(field.filename, field.file.read(), field.content_type)
            for field in form.values()
            if isinstance(field, FileField)
        ]
        person = person_in(self._world, texts.get("person"))
        sent = self._send(person, texts.get("kind", ""), uploads, texts)
        return reply({"message": sent[0].id, "messages": [message.id for message in sent]})

    def _send(self, person: Person, kind: str, uploads: list[Upload], texts: dict[str, str]) -> list[Message]:
        caption = texts.get("caption", "")
        if kind == "contact":
            return [self._contact(person, texts)]
        if kind == "location":
            return [acts.send_location(self._sandbox, person, *_place(texts))]
        answered = self._answered(person, int(texts["reply_to"]) if texts.get("reply_to", "").isdecimal() else None)
        if kind == "album":
            return acts.send_album(self._sandbox, person, uploads, caption, answered)
        if kind not in KINDS:
            raise ErrorAnswer(400, f'"kind" must be one of {", ".join(KINDS)}')
        if len(uploads) != 1:
            raise ErrorAnswer(400, f"a {kind} needs exactly one file, there are {len(uploads)}")
        if kind == "photo":
            return [acts.send_photo(self._sandbox, person, uploads[0], caption, answered)]
        given = ReceivedCall("", {name: value for name, value in texts.items() if name != kind}, {kind: uploads[0]})
        return [acts.send_file(self._sandbox, person, kind, given, answered)]

    def _contact(self, person: Person, texts: dict[str, str]) -> Message:
        """Own by default; `of` another person, or `phone`, `name` and `vcard` of somebody outside Telegram."""
        if texts.get("phone"):
            name, card = texts.get("name", "联系人"), texts.get("vcard", "")
            return acts.send_foreign_contact(self._sandbox, person, texts["phone"], name, card)
        whose = person_in(self._world, texts["of"]) if texts.get("of") else person
        return acts.send_contact(self._sandbox, person, whose)

    async def vote(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        person = person_in(self._world, body.get("person"))
        message = self._present(person, body.get("message"), "message")
        options = body.get("options")
        if not isinstance(options, list) or not all(isinstance(each, int) for each in options):
            raise ErrorAnswer(400, '"options" must be a list of numbers from 0')
        return reply(acts.vote(self._sandbox, person, message, options))

    async def react(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        person = person_in(self._world, body.get("person"))
        message = self._present(person, body.get("message"), "message")
        acts.react(self._sandbox, person, message, text_in(body, "emoji", default=""))
        return reply({"message": message.id})

    async def chat(self, request: web.Request) -> web.Response:
        person = person_in(self._world, request.query.get("person"))
        after = whole(request.query.get("after"), "after")
        chat = self._world.chat(person.id)
        shown = [message_shown(self._sandbox, message) for message in chat.messages.values() if message.change > after]
        typing = chat.typing if chat.typing_until > time.monotonic() else None
        keyboard = self._world.reply_keyboard(person.id)
        return reply(
            {
                "messages": shown,
                "keyboard": keyboard,
                "keyboard_message": chat.keyboard,
                "commands": commands_for(self._sandbox, person),
                "after": chat.change,
                "epoch": self._world.epoch,
                "typing": typing,
            }
        )

    async def read(self, request: web.Request) -> web.Response:
        person = person_in(self._world, (await body_of(request)).get("person"))
        if person.unread:
            person.unread = 0
            self._world.changed(person)
        return reply(_person(person))

    async def block(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        person = person_in(self._world, body.get("person"))
        self._sandbox.block(person, body.get("blocked", True) is True)
        return reply(_person(person))

    async def file(self, request: web.Request) -> web.StreamResponse:
        """Pictures to look at, all else to be saved: nobody's upload may run as a page of ours."""
        stored = self._sandbox.files.by_unique(request.match_info["unique"])
        if stored is None:
            raise ErrorAnswer(404, "there is no such file")
        picture = stored.mime in ("image/jpeg", "image/png", "image/gif", "image/webp")
        played = stored.mime.startswith(("audio/", "video/"))
        headers = {
            "Content-Type": stored.mime if picture or played else "application/octet-stream",
            "Content-Disposition": f"{'inline' if picture else 'attachment'}; filename*=UTF-8''{quote(stored.name)}",
            "Content-Security-Policy": "sandbox",
            "Cache-Control": "private, max-age=86400",
        }
        return web.FileResponse(self._sandbox.files.place(stored), headers=headers)


def _place(texts: dict[str, str]) -> tuple[float, float]:
    try:
        return float(texts.get("latitude", "22.5431")), float(texts.get("longitude", "114.0579"))
    except ValueError:
        raise ErrorAnswer(400, '"latitude" and "longitude" must be numbers') from None


def start_of(url: str, username: str) -> str | None:
    """The payload of a link to the bot ("" without one); `None` for any other link."""
    parts = urlsplit(url if "://" in url else f"https://{url}")
    if parts.hostname not in ("t.me", "telegram.me") or parts.path.strip("/").lower() != username.lower():
        return None
    return parse_qs(parts.query).get("start", [""])[0]


def _person(person: Person) -> Json:
    return {
        "person": person.id,
        "name": person.name,
        "username": person.username,
        "language": person.language,
        "blocked": person.blocked,
        "unread": person.unread,
        "started": person.started,
    }

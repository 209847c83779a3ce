"""A Message → the Bot API's method and parameters.

Limits that the server would answer with a 400 are met here, as the last net: a text that is too long is cut with an
ellipsis, its tags closed. Albums are never sent: they can't carry buttons.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import TypeAlias

from typing_extensions import override

from dialogs.core.screen import Json, Tone
from notifications.sending.messenger import Attachment, Contact, Key, Keyboard, Message

TEXT_LIMIT = 4096  # characters after parsing, as Telegram counts them: code points
CAPTION_LIMIT = 1024
TOAST_LIMIT = 200
NAME_LIMIT = 64
ATTACHED = "attach://"
"""Before the name of a file that goes along, where a parameter holds it within."""

STYLES = {Tone.APPROVE: "success", Tone.DANGER: "danger"}
"""As the Bot API calls the colours of buttons."""

Params: TypeAlias = dict[str, Json]


@dataclass(frozen=True, slots=True)
class ApiCall:
    """One call of the Bot API: its method, its parameters, and the files that go along: by parameter, or by the name that a
    parameter gives them (`attach://…`)."""

    method: str
    params: Params
    files: Mapping[str, Attachment] = field(default_factory=dict)


def message(chat: int, what: Message) -> ApiCall:
    """The call that sends it; its result is the sent message."""
    params: Params = {"chat_id": chat, "parse_mode": "HTML"}
    if what.silent:
        params["disable_notification"] = True
    if what.rows:
        params["reply_markup"] = _inline(what.rows)
    elif what.keyboard is not None:
        params["reply_markup"] = _keyboard(what.keyboard)
    if what.contact is not None:
        del params["parse_mode"]
        return ApiCall("sendContact", params | _contact(what.contact))
    if what.attached is None:
        return ApiCall("sendMessage", params | _text(what.html))
    if what.html:
        params["caption"] = fit(what.html, CAPTION_LIMIT)
    kind = _kind(what.attached)
    return ApiCall(f"send{kind.capitalize()}", params, {kind: what.attached})


def edit(chat: int, message_id: int, what: Message) -> ApiCall:
    """Without buttons the old ones vanish: the Bot API takes them away when no markup is given. A file comes in place of what
    stood there, be it words; words never come in place of a file. One that stays isn't sent again."""
    params: Params = {"chat_id": chat, "message_id": message_id}
    if what.rows:
        params["reply_markup"] = _inline(what.rows)
    if what.attached is None:
        return ApiCall("editMessageText", params | {"parse_mode": "HTML"} | _text(what.html))
    if what.attached.stays:
        return ApiCall("editMessageCaption", params | {"parse_mode": "HTML", "caption": fit(what.html, CAPTION_LIMIT)})
    kind = _kind(what.attached)
    media: Params = {"type": kind, "media": f"{ATTACHED}{kind}", "parse_mode": "HTML"}
    if what.html:
        media["caption"] = fit(what.html, CAPTION_LIMIT)
    return ApiCall("editMessageMedia", params | {"media": media}, {kind: what.attached})


def _kind(attached: Attachment) -> str:
    return "photo" if attached.picture else "document"


def strip(chat: int, message_id: int) -> ApiCall:
    return ApiCall("editMessageReplyMarkup", {"chat_id": chat, "message_id": message_id})


def delete(chat: int, message_id: int) -> ApiCall:
    return ApiCall("deleteMessage", {"chat_id": chat, "message_id": message_id})


def answer(query: str, text: str = "", alert: bool = False) -> ApiCall:
    """The answer to a tapped button: `text` is plain, at most 200 characters of it are shown."""
    params: Params = {"callback_query_id": query}
    if text:
        params |= {"text": text if len(text) <= TOAST_LIMIT else text[: TOAST_LIMIT - 1] + "…", "show_alert": alert}
    return ApiCall("answerCallbackQuery", params)


def _contact(contact: Contact) -> Params:
    made: Params = {"phone_number": contact.phone, "first_name": contact.name[:NAME_LIMIT]}
    return made | {"vcard": contact.vcard} if contact.vcard else made


def _text(html: str) -> Params:
    return {"text": fit(html, TEXT_LIMIT), "link_preview_options": {"is_disabled": True}}


def _inline(rows: tuple[tuple[Key, ...], ...]) -> Json:
    return {"inline_keyboard": [[_key(key) for key in row] for row in rows]}


def _key(key: Key) -> Json:
    if key.url is not None:
        return {"text": key.label, "url": key.url}
    if key.copy_text is not None:
        return {"text": key.label, "copy_text": {"text": key.copy_text}}
    style: Params = {} if key.tone is None else {"style": STYLES[key.tone]}
    return {"text": key.label, "callback_data": key.data or "", **style}


def _keyboard(keyboard: Keyboard) -> Json:
    rows: list[Json] = [[{"text": label} for label in keyboard.labels]] if keyboard.labels else []
    if keyboard.contact is not None:
        rows.insert(0, [{"text": keyboard.contact, "request_contact": True}])
    return {"keyboard": rows, "resize_keyboard": True, "is_persistent": True}


def fit(html: str, limit: int) -> str:
    """The same text if it has at most `limit` characters to read; else cut, with an ellipsis and closed tags."""
    if len(html) <= limit:
        return html
    cutter = _Cutter(limit)
    cutter.feed(html)
    cutter.close()
    return cutter.html if cutter.count > limit else html


class _Cutter(HTMLParser):
    """Writes what it reads until only the ellipsis has room, and goes on counting."""

    def __init__(self, limit: int) -> None:
        super().__init__(convert_charrefs=True)
        self.limit = limit
        self.count = 0
        self.written: list[str] = []
        self.open: list[str] = []

    @property
    def html(self) -> str:
        return "".join(self.written) + "…" + "".join(f"</{tag}>" for tag in reversed(self.open))

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.count < self.limit - 1:
            self.written.append(self.get_starttag_text() or f"<{tag}>")
            self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        if self.count < self.limit - 1 and self.open[-1:] == [tag]:
            self.written.append(f"</{tag}>")
            self.open.pop()

    @override
    def handle_data(self, data: str) -> None:
        room = max(0, self.limit - 1 - self.count)
        self.written.append(escape(data[:room], quote=False))
        self.count += len(data)

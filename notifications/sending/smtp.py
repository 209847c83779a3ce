"""Urgent things by mail, where SMTP is configured: drains `mails`, one letter at a time.

    postman = Postman(queue, Server.parse("smtp://user:secret@mail.example:587"), "baobei@example.com", words)
    await postman.run()          # until postman.stop()

A letter holds the lines of a screen as plain text; its buttons are in the chat. Whether a failure is for good is decided
here, once: a 5xx for the letter or its receiver is, everything else is tried again for about a day.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from typing import Final, Protocol
from urllib.parse import unquote, urlsplit

import aiosmtplib

from dialogs.core.screen import Json
from notifications.sending.stopping import GRACE, Stopping

log = logging.getLogger(__name__)

POLL: Final = 5.0
PATIENCE: Final = 30.0
ATTEMPTS: Final = 19


class Letter(Protocol):
    """As `storage.chat.mails` gives it."""

    @property
    def id(self) -> int: ...
    @property
    def attempt(self) -> int: ...
    @property
    def made_at(self) -> datetime: ...
    @property
    def address(self) -> str: ...
    @property
    def language(self) -> str | None: ...
    @property
    def screen(self) -> dict[str, Json]: ...


class MailOutbox(Protocol):
    async def claim(self) -> Letter | None: ...
    async def sent(self, id_: int) -> None: ...
    async def later(self, id_: int, seconds: float, why: str) -> None: ...
    async def dead(self, id_: int, why: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Server:
    """Where to hand letters in. `tls`: from the first byte (smtps); otherwise STARTTLS where the server offers it."""

    host: str
    port: int
    tls: bool
    user: str | None
    secret: str | None

    @classmethod
    def parse(cls, url: str) -> Server:
        """`smtp://user:secret@host:587` or `smtps://host`. Raises `ValueError`."""
        parts = urlsplit(url)
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
            raise ValueError("an address such as smtp://user:secret@mail.example:587 is expected")
        tls = parts.scheme == "smtps"
        user = unquote(parts.username) if parts.username else None
        secret = unquote(parts.password) if parts.password else None
        return cls(parts.hostname, parts.port or (465 if tls else 587), tls, user, secret)


class Postman:
    """`words` puts a screen into plain lines in a language."""

    def __init__(
        self, queue: MailOutbox, server: Server, sender: str, words: Callable[[dict[str, Json], str | None], str]
    ) -> None:
        self._queue = queue
        self._server = server
        self._sender = sender
        self._words = words
        self._stopping = Stopping()

    def stop(self) -> None:
        """A server that hangs is given up; its letter is tried again after the next start."""
        self._stopping.ask()

    async def run(self) -> None:
        while not self._stopping.asked:
            try:
                more = await self.carry_one()
            except Exception:
                log.exception("The mail can't be looked after; trying again")
                more = False
            if not more:
                await self._stopping.pause(POLL)

    async def carry_one(self) -> bool:
        """Whether there was one."""
        letter = await self._queue.claim()
        if letter is None:
            return False
        try:
            sent = await self._stopping.unless(self._send(self._written(letter)), GRACE)
        except aiosmtplib.SMTPResponseException as error:
            await self._failed(letter, f"{error.code} {error.message}", for_good=_refused(error))
        except Exception as error:  # its words may be the letter's
            await self._failed(letter, type(error).__name__, for_good=_refused(error))
        else:
            await (
                self._queue.sent(letter.id) if sent else self._queue.later(letter.id, 0, "no answer before the stop")
            )
        return True

    async def _send(self, message: EmailMessage) -> bool:
        server = self._server
        await aiosmtplib.send(
            message,
            hostname=server.host,
            port=server.port,
            username=server.user,
            password=server.secret,
            use_tls=server.tls,
            timeout=PATIENCE,
        )
        return True

    def _written(self, letter: Letter) -> EmailMessage:
        lines = self._words(letter.screen, letter.language).strip().splitlines()
        message = EmailMessage()
        message["From"], message["To"] = self._sender, letter.address
        message["Subject"] = lines[0] if lines else "baobei"
        # the same letter again, because its answer was lost, is the same message
        domain = parseaddr(self._sender)[1].rpartition("@")[2] or "localhost"
        message["Message-ID"] = f"<{letter.id}.{letter.made_at:%Y%m%d%H%M%S%f}@{domain}>"
        message["Date"] = format_datetime(letter.made_at)
        message["Auto-Submitted"] = "auto-generated"
        message.set_content("\n".join(lines) + "\n")
        return message

    async def _failed(self, letter: Letter, why: str, *, for_good: bool) -> None:
        log.warning("Mail %s didn't go: %s", letter.id, why)
        if for_good or letter.attempt >= ATTEMPTS:
            await self._queue.dead(letter.id, why)
        else:
            await self._queue.later(letter.id, min(30.0 * 2**letter.attempt, 7200.0), why)


def _refused(error: Exception) -> bool:
    """It can't be written at all, or the server won't ever take it: the letter, or every recipient. What it has against us,
    be it the secret or the sender, the operator can mend."""
    match error:
        case aiosmtplib.SMTPDataError(code=code):
            return _for_good(code)
        case aiosmtplib.SMTPRecipientsRefused(recipients=refused):
            return all(_for_good(each.code) for each in refused)
        case _:
            return isinstance(error, (ValueError, LookupError))


def _for_good(code: int) -> bool:
    return 500 <= code < 600

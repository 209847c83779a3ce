"""Mail: what is urgent for somebody whom the chat can't reach, through a real SMTP server."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from sqlalchemy import select, update

from notifications.sending.smtp import Postman, Server
from storage.chat import chats
from storage.chat.mails import MailQueue
from storage.tables.reminders import mails
from tests.rules.office import Office

STAR = "深圳市星河联创电子有限公司"


class Postbox:
    """What a mail server took in; `answer` is what it says to a recipient, `welcome` to the sender."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.answer = "250 OK"
        self.welcome = "250 OK"

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802  aiosmtpd's name
        envelope.mail_from = address
        return self.welcome

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802  aiosmtpd's name
        if self.answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802  aiosmtpd's name
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.taken.append(message)
        return "250 OK"


@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


@pytest.fixture
def server(postbox: Postbox) -> Iterator[Server]:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(postbox, hostname="127.0.0.1", port=port)
    controller.start()
    yield Server.parse(f"smtp://127.0.0.1:{port}")
    controller.stop()


@pytest.fixture
def postman(office: Office, server: Server) -> Postman:
    office.app.pushes.mails = True
    queue = MailQueue(office.db, lambda: office.now)
    return Postman(queue, server, "baobei@example.com", office.app.renderer.letter)


async def blocked(office: Office, name: str, *days: str) -> None:
    """Somebody blocked the bot, and then these days pass."""
    await office.holds(name, STAR)
    await office.db.transact(lambda conn: chats.blocked(conn, 1000 + office.ids[name], office.now))
    for day in days:
        office.day(day, "10:00")
        await office.duties()


async def states(office: Office) -> list[str]:
    return await office.db.read(lambda conn: list(conn.execute(select(mails.c.state).order_by(mails.c.id)).scalars()))


async def test_the_end_of_protection_comes_by_mail_to_who_blocked_the_bot(
    office: Office, postman: Postman, postbox: Postbox
) -> None:
    await blocked(office, "李明", "2027-02-16")
    while await postman.carry_one():
        pass
    (message,) = postbox.taken
    assert message["Subject"] == "⏰ 今日提醒 (1)"
    assert message["To"].endswith("@example.com")
    said = message.get_content()
    assert f"{STAR}　保护期剩 7 天（至 2027-02-23）" in said
    assert "https://t.me/baobei_bot" in said
    assert message["Date"].datetime == office.now
    assert message["Message-ID"].endswith("@example.com>")
    assert message["Auto-Submitted"] == "auto-generated"
    assert await states(office) == ["sent"]


async def test_a_letter_names_everything_that_is_urgent_however_much(
    office: Office, postman: Postman, postbox: Postbox
) -> None:
    """In the chat a digest has pages."""
    names = [f"深圳市{sign}{sign}电子有限公司" for sign in "天地玄黄宇宙洪荒日月"]
    for name in names:
        await office.holds("李明", name)
    await blocked(office, "李明", "2027-02-16")
    await postman.carry_one()
    (message,) = postbox.taken
    said = message.get_content()
    assert [name for name in (*names, STAR) if name not in said] == []


async def test_a_letter_that_can_not_be_written_is_set_aside(office: Office, postman: Postman) -> None:
    await blocked(office, "李明", "2027-02-16")
    hostile = "a@example.com\r\nBcc: b@example.com"
    await office.db.transact(lambda conn: conn.execute(update(mails).values(address=hostile)).rowcount)
    assert await postman.carry_one()
    assert await states(office) == ["dead"]


async def test_what_is_not_urgent_waits_for_the_chat(office: Office, postman: Postman, postbox: Postbox) -> None:
    await blocked(office, "李明", "2026-12-03")
    assert await postman.carry_one() is False
    assert postbox.taken == []


async def test_an_address_that_is_refused_for_good_is_set_aside(
    office: Office, postman: Postman, postbox: Postbox
) -> None:
    await blocked(office, "李明", "2027-02-16")
    postbox.answer = "550 no such user"
    await postman.carry_one()
    assert await states(office) == ["dead"]


async def test_what_the_server_has_against_us_costs_no_letter(
    office: Office, postman: Postman, postbox: Postbox
) -> None:
    """As with a secret that was changed: the operator has a day to mend it."""
    await blocked(office, "李明", "2027-02-16")
    postbox.welcome = "550 sender not allowed"
    await postman.carry_one()
    assert await states(office) == ["waiting"]


async def test_a_server_that_is_busy_is_asked_again_later(office: Office, postman: Postman, postbox: Postbox) -> None:
    await blocked(office, "李明", "2027-02-16")
    postbox.answer = "451 try again"
    await postman.carry_one()
    assert await postman.carry_one() is False
    postbox.answer = "250 OK"
    await office.db.transact(lambda conn: conn.execute(update(mails).values(not_before=office.now)).rowcount)
    await postman.carry_one()
    assert len(postbox.taken) == 1
    assert await states(office) == ["sent"]


async def test_without_a_mail_server_nothing_is_written(office: Office) -> None:
    await blocked(office, "李明", "2027-02-16")
    assert await states(office) == []


@pytest.mark.parametrize("address", ["mail.example", "http://mail.example", "smtp://", ""])
def test_an_address_that_is_no_mail_server_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="is expected"):
        Server.parse(address)


@pytest.mark.parametrize(
    ("address", "server"),
    [
        ("smtp://mail.example", Server("mail.example", 587, False, None, None)),
        ("smtps://a%40b:s%3Ac@mail.example", Server("mail.example", 465, True, "a@b", "s:c")),
    ],
)
def test_a_mail_server_is_named_by_one_address(address: str, server: Server) -> None:
    assert Server.parse(address) == server

"""The log at its most talkative, through errors of every kind: nothing of what people said is in it, and no secret."""

from __future__ import annotations

import asyncio
import io
import logging
import sys
import threading
import traceback
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import Connection, delete, text

from bot import logs
from bot.drivers.telegram.answers import refusal
from bot.settings import Settings
from storage.engine.sqlite import writing_engine
from storage.engine.urls import normalise
from storage.tables.queues import inbox, outbox
from tests.cast import Person, Scene, wire
from tests.cast.contracts import begins, pasted, picture

STAR = "深圳市星河联创电子有限公司"
TOLD = "客户说下周签约"
TOKEN = "1234567:AAF-notarealtoken_notarealtoken"
INVITATION = "kV9q_Zt-invitation-of-wu"


@pytest.fixture
def told() -> Iterator[io.StringIO]:
    """All that the process's handler writes at LOG=debug."""
    stream, root = io.StringIO(), logging.getLogger()
    levels = {name: logging.getLogger(name).level for name in ("", *logs.OURS)}
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    handler = logs.set_up(Settings(token=SecretStr(TOKEN), log="debug", _env_file=None), stream)
    try:
        yield stream
    finally:
        root.removeHandler(handler)
        logging.captureWarnings(False)
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


@wire
async def test_a_story_with_errors_of_the_chat_leaves_nothing_in_the_log(
    told: io.StringIO, scene: Scene, li: Person, sun: Person, wu: Person
) -> None:
    await sun.invites("吴桐", "业务员")
    link = sun.link
    faults = scene.sandbox.faults
    quoting = {"code": 400, "description": f'Bad Request: can\'t parse entities: unsupported start tag "{STAR}"'}
    faults.add({"kind": "error", "method": "sendMessage", "count": 1, **quoting}, wu.chat)
    faults.add({"kind": "error", "method": "sendMessage", "count": 1, "code": 500}, li.chat)
    faults.add({"kind": "cut_before", "method": "editMessageText", "count": 1}, li.chat)
    faults.add({"kind": "cut_after", "method": "editMessageText", "count": 1}, li.chat)
    faults.add({"kind": "garbage", "method": "message", "count": 1}, li.chat)
    faults.add({"kind": "error", "method": "getFile", "count": 2, "code": 502}, None)
    await wu.opens(link)
    await wu.opens(link)
    await wu.taps("确认加入")
    await li.opens()
    await li.opens()
    await li.taps("报备客户")
    await li.says(STAR)
    await li.says(TOLD)
    await begins(sun)
    await sun.says(pasted())
    await sun.taps("附件")
    await sun.taps("＋营业执照")
    await sun.sends_photo(picture(), caption=TOLD)
    written = told.getvalue()
    assert "Dead letter" in written
    assert "again in" in written
    for secret in (*scene.sandbox.token.split(":"), link, STAR, TOLD, "吴桐"):
        assert secret not in written
    scene.tolerated.add("")  # the errors are what this story is about
    scene.sandbox.log._entries.clear()
    await scene.db.transact(_tidied)


async def test_a_step_that_breaks_is_told_by_its_places(told: io.StringIO, scene: Scene, li: Person) -> None:
    await scene.db.transact(lambda conn: _renamed(conn, "conversations", "gone"))
    async with scene.at_once():
        await li.says(f"{STAR} {TOLD}")
        async with asyncio.timeout(10):
            while "the step of an update" not in told.getvalue():  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        await scene.db.transact(lambda conn: _renamed(conn, "gone", "conversations"))
    assert "OperationalError" in told.getvalue()
    assert "acting.py" in told.getvalue()  # where a step reads the conversation
    assert STAR not in told.getvalue()
    scene.tolerated.add("the step of an update")


def _tidied(conn: Connection) -> None:
    """What the errors left aside is looked at, and thrown away."""
    conn.execute(delete(inbox).where(inbox.c.aside.is_not(None)))
    conn.execute(delete(outbox).where(outbox.c.state == "dead"))


def _renamed(conn: Connection, before: str, after: str) -> None:
    conn.execute(text(f"ALTER TABLE {before} RENAME TO {after}"))


def test_what_a_database_says_of_a_refused_row_is_not_told(told: io.StringIO, tmp_path: Path) -> None:
    engine = writing_engine(normalise(str(tmp_path / "x.db")))
    with engine.begin() as conn:
        conn.execute(text("CREATE TABLE t (name TEXT CHECK (length(name) < 3))"))
    try:
        with engine.begin() as conn:
            conn.execute(text("INSERT INTO t VALUES (:name)"), {"name": STAR})
    except Exception:
        logging.getLogger("bot.serving.intake").exception("the step of an update of %d failed", 7)
        assert STAR not in traceback.format_exc(), "SQLAlchemy hides the parameters by itself"
    engine.dispose()
    assert "IntegrityError" in told.getvalue()
    assert STAR not in told.getvalue()


def _chained() -> None:
    try:
        int(TOLD)
    except ValueError as error:
        raise RuntimeError(f"https://api.telegram.org/bot{TOKEN}/getMe?start={INVITATION}") from error


def _grouped() -> None:
    raise ExceptionGroup(TOLD, [KeyError(TOLD), OSError(28, "No space left on device", f"/{TOLD}")])


@pytest.mark.parametrize("fails", [_chained, _grouped])
def test_an_errors_words_are_not_told_its_kind_and_place_are(told: io.StringIO, fails: object) -> None:
    try:
        fails()  # type: ignore[operator]
    except Exception as error:
        logging.getLogger("notifications.sending.relay").error("row %s: %s", 7, error, exc_info=error)
        sys.excepthook(type(error), error, error.__traceback__)
    written = told.getvalue()
    assert "test_discretion.py" in written
    assert "ValueError" in written or "No space left on device" in written
    for secret in (TOLD, TOKEN, INVITATION):
        assert secret not in written


@pytest.mark.parametrize(
    "name", ["httpx", "httpcore.http11", "telegram.Bot", "aiogram.event", "asyncpg", "sqlalchemy.engine", "asyncio"]
)
def test_libraries_are_heard_from_warnings_on_without_what_they_were_given(told: io.StringIO, name: str) -> None:
    library = logging.getLogger(name)
    library.debug("sent %s", TOLD)
    library.info("HTTP Request: POST %s", f"https://api.telegram.org/bot{TOKEN}/sendMessage")
    assert told.getvalue() == ""
    library.warning("Retrying: %s\nfuture: %r", TOLD, TOKEN)
    assert f"WARNING {name}: Retrying: %s\n" in told.getvalue()
    assert TOLD not in told.getvalue()


def test_what_has_the_shape_of_a_secret_is_taken_out_of_any_line(told: io.StringIO) -> None:
    log = logging.getLogger("bot.process.run")
    log.warning("https://t.me/baobei_bot?start=%s", INVITATION)
    log.warning("/start %s", INVITATION)
    log.warning("postgresql://baobei:%s@localhost/baobei", "hunter2x")
    log.warning("7654321:%s", "B" * 35)
    for secret in (INVITATION, "hunter2x", "B" * 35):
        assert secret not in told.getvalue()


def test_warnings_of_libraries_name_no_values(told: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        warnings.warn(f"coercing {TOLD}", UserWarning, stacklevel=1)
    assert TOLD not in told.getvalue()


def test_what_telegram_quotes_is_not_repeated() -> None:
    failure = refusal(400, f'Bad Request: unsupported start tag "{TOLD}" at byte offset 7')
    assert "unsupported start tag … at byte" in str(failure)

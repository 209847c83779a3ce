"""The log: what the process does, and nothing of what people say, nor a secret, at whatever level.

    our own records    their words; errors among their arguments by `in_short`
    libraries' records from warnings on, and the bare sentence without its arguments, which are whatever was being sent
    errors             the places in the code and the kinds; an error's own words only where we wrote them

Over the finished line goes a last look for what has a secret's shape: tokens of bots and of invitations, and the secrets
of the settings by their letters. Deliberately absent: a level that tells more.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
import traceback
from collections.abc import Iterable
from types import TracebackType
from typing import Final, TextIO, TypeVar

from typing_extensions import override

from bot.drivers.patience import in_short
from bot.settings import Settings

A = TypeVar("A")
OURS: Final = ("bot", "dialogs", "domain", "notifications", "storage", "__main__")
_SHAPES: Final = (
    (re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}"), "<token>"),
    (re.compile(r"((?:/start[ +]|[?&]start=|%2Fstart%20))[A-Za-z0-9_-]+"), r"\1<token>"),
    (re.compile(r"(://[^/\s:@]+):[^/\s@]+@"), r"\1:<secret>@"),
)
SHORTEST: Final = 6
"""Letters of a secret that is looked for: a shorter one would blot out half the log."""


class Discreet(logging.Formatter):
    """Puts a record into a line that anybody may read."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = tuple(each for each in secrets if len(each) >= SHORTEST)

    @override
    def format(self, record: logging.LogRecord) -> str:
        told = logging.makeLogRecord(record.__dict__)
        told.exc_text = None  # what another handler has made of it
        if record.name.partition(".")[0] in OURS:
            told.args = _arguments(record.args)
        else:
            told.msg, told.args = _bare(record), ()
        return self.redacted(super().format(told))

    @override
    def formatException(
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        return "\n".join(_told(ei[1]))

    def redacted(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "<secret>")
        for shape, instead in _SHAPES:
            text = shape.sub(instead, text)
        return text


def set_up(settings: Settings, stream: TextIO | None = None) -> logging.Handler:
    """The one handler of the process; what ends it unforeseen is told in the same way."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(Discreet(_secrets(settings)))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(settings.log.upper())
    logging.captureWarnings(True)
    sys.excepthook = _unforeseen
    threading.excepthook = lambda told: _unforeseen(told.exc_type, told.exc_value, told.exc_traceback)
    sys.unraisablehook = lambda told: _unforeseen(told.exc_type, told.exc_value, told.exc_traceback)
    return handler


def _secrets(settings: Settings) -> list[str]:
    kept = (settings.token, settings.webhook_secret, settings.control_key, settings.smtp)
    return [each.get_secret_value() for each in kept if each is not None]


def _unforeseen(kind: type[BaseException], error: BaseException | None, place: TracebackType | None) -> None:
    if error is None or isinstance(error, KeyboardInterrupt | SystemExit):
        return
    logging.getLogger("bot").critical("what nobody foresaw", exc_info=(kind, error, place))


def _bare(record: logging.LogRecord) -> str:
    """A library's sentence; of a warning of Python's, which comes filled in, its place and kind."""
    said = str(record.msg).partition("\n")[0]
    return said if record.name != "py.warnings" else ": ".join(said.split(": ")[:2])


def _arguments(args: A) -> A | tuple[object, ...]:
    if isinstance(args, tuple):
        return tuple(in_short(each) if isinstance(each, BaseException) else each for each in args)
    return args


def _told(error: BaseException | None, depth: int = 0) -> list[str]:
    """Where it came from, outermost cause first, as Python does it; of the errors themselves only what may be told."""
    if error is None or depth > 10:
        return []
    lines: list[str] = []
    if error.__cause__ is not None:
        lines += [*_told(error.__cause__, depth + 1), "which led to"]
    elif error.__context__ is not None and not error.__suppress_context__:
        lines += [*_told(error.__context__, depth + 1), "and while that was dealt with"]
    lines += [line.rstrip("\n") for line in traceback.format_tb(error.__traceback__)]
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            lines += ["one of several:", *_told(each, depth + 1)]
    return [*lines, in_short(error)]

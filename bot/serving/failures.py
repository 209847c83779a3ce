"""What was set aside, on the way in and on the way out, as the domain looks at it; fulfils `domain.failures.records.Failures`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.drivers import telegram
from domain.failures.records import Direction, Failure, FailureKind
from storage.chat import inbox, outbox
from storage.engine import Connection

_OUT = {"show": FailureKind.SCREEN, "card": FailureKind.CARD, "recard": FailureKind.CARD, "file": FailureKind.FILE}


@dataclass(frozen=True)
class StoredFailures:
    conn: Connection

    def newest(self, offset: int, limit: int) -> tuple[Sequence[Failure], int]:
        most = offset + limit
        came = [_came(each) for each in inbox.aside(self.conn, most)]
        went = [_went(each) for each in outbox.dead(self.conn, most)]
        found = sorted((*came, *went), key=lambda each: (each.at, each.id), reverse=True)
        _, aside = inbox.counts(self.conn)
        return found[offset:most], aside + outbox.counts(self.conn)["dead"]

    def try_again(self, way: Direction, number: int) -> bool:
        again = inbox.take_up_again if way is Direction.IN else outbox.send_again
        return again(self.conn, number)


def _came(row: inbox.SetAsideUpdate) -> Failure:
    error = row.error or row.why
    again = row.person is not None and row.raw is not None
    return Failure(Direction.IN, row.id, row.stored_at, row.person, None, _kind(row.raw or {}), error, again)


def _kind(raw: telegram.Raw) -> FailureKind:
    if "callback_query" in raw:
        return FailureKind.TAP
    try:
        if telegram.file_of(raw) is not None:
            return FailureKind.FILE
    except telegram.Unparsable:
        return FailureKind.FILE
    return FailureKind.MESSAGE if {"message", "edited_message"} & raw.keys() else FailureKind.OTHER


def _went(row: outbox.SetAsideMessage) -> Failure:
    kind = _OUT.get(row.kind, FailureKind.NOTE)
    at = row.ended_at or row.created_at
    return Failure(Direction.OUT, row.id, at, row.chat_id, row.account_id, kind, row.error or "", row.again)

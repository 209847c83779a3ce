"""Announcements, their receivers, who has read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    String,
    and_,
    bindparam,
    case,
    cast,
    func,
    insert,
    or_,
    select,
    text,
    update,
)

from domain.announcements.records import (
    Announcement,
    AnnouncementId,
    Audience,
    BroadcastState,
    Counts,
    ReadReceipt,
    Receiver,
)
from domain.base.errors import NotFound
from domain.base.written import KeptFile
from domain.people.records import WITH_US, AccountId, AccountState
from storage.engine import Found, dialect
from storage.engine.statements import once
from storage.records import audiences
from storage.records.audiences import audience_from_json, audience_to_json
from storage.records.kept_files import files_from_json, files_to_json
from storage.tables.chats import chats, conversations
from storage.tables.people import accounts, agencies
from storage.tables.queues import outbox
from storage.tables.reminders import announcements, receipts

_BY_ID = select(announcements).where(announcements.c.id == bindparam("announcement"))
_LOCKED = _BY_ID.with_for_update()
_RECEIPT = select(receipts.c.read_at).where(
    receipts.c.announcement_id == bindparam("announcement"), receipts.c.account_id == bindparam("account")
)
OUTCOMES = {"sent": "sent", "unreachable": "unreachable", "dead": "unreachable"}
"""What became of a receipt, by the state of its row in the outbox."""


class StoredAnnouncements:
    """Fulfils `domain.announcements.records.Announcements`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def get(self, announcement_id: int, *, lock: bool = False) -> Announcement:
        row = self.conn.execute(_LOCKED if lock else _BY_ID, {"announcement": announcement_id}).one_or_none()
        if row is None:
            raise NotFound("announcement")
        return _announcement(row)

    def move_unit(self, gone: int, into: int) -> None:
        audiences.move_unit(self.conn, announcements, gone, into)

    def add(
        self,
        *,
        author_id: int | None,
        title: str,
        text: str,
        must_read: bool,
        audience: Audience,
        attachments: Sequence[KeptFile],
        at: datetime,
        release: str = "",
        publication: int | None = None,
    ) -> Announcement:
        made = self.conn.execute(
            insert(announcements)
            .values(
                author_id=author_id,
                title=title,
                text=text,
                must_read=must_read,
                audience=audience_to_json(audience),
                attachments=files_to_json(attachments),
                created_at=at,
                release=release or None,
                publication_id=publication,
                state=BroadcastState.WAITING.value,
                cursor=0,
                total=self.count_audience(audience, author_id, once_a_chat=bool(release)),
            )
            .returning(announcements.c.id)
        ).scalar_one()
        return self.get(made)

    def of_release(self, release: str) -> Announcement | None:
        of = once(lambda p: select(announcements).where(announcements.c.release == p.release), release=release)
        row = self.conn.execute(*of).one_or_none()
        return _announcement(row) if row is not None else None

    def waiting(self) -> Sequence[int]:
        query = select(announcements.c.id).where(text("state = 'waiting'")).order_by(announcements.c.id)
        return list(self.conn.execute(query).scalars())

    def count_audience(self, audience: Audience, author_id: int | None, *, once_a_chat: bool = False) -> int:
        query = select(func.count()).select_from(_PEOPLE).where(*_in_audience(audience, author_id, once_a_chat))
        return self.conn.execute(query).scalar_one()

    def next_receivers(self, announcement: Announcement, limit: int) -> Sequence[Receiver]:
        query = (
            select(accounts.c.id, accounts.c.chat_id.is_not(None) & chats.c.blocked_at.is_(None))
            .select_from(_PEOPLE.outerjoin(chats, chats.c.chat_id == accounts.c.chat_id))
            .where(
                *_in_audience(announcement.audience, announcement.author_id, bool(announcement.release)),
                accounts.c.id > announcement.cursor,
            )
            .order_by(accounts.c.id)
            .limit(limit)
        )
        return [Receiver(account_id, bool(reachable)) for account_id, reachable in self.conn.execute(query)]

    def advance(self, announcement_id: int, cursor: int, state: BroadcastState) -> None:
        there = update(announcements).where(announcements.c.id == announcement_id)
        self.conn.execute(there.values(cursor=cursor, state=state.value))

    def receipts(self, announcement_id: int, account_ids: Sequence[int]) -> None:
        values = [
            {"announcement_id": announcement_id, "account_id": account, "state": "unreachable"}
            for account in account_ids
        ]
        if values:
            self.conn.execute(dialect.insert(self.conn, receipts).on_conflict_do_nothing(), values)

    def handed(self, announcement_id: int, rows: Mapping[int, int]) -> None:
        if rows:
            this = update(receipts).where(
                receipts.c.announcement_id == announcement_id, receipts.c.account_id == bindparam("account")
            )
            values = [{"account": account, "row": row} for account, row in rows.items()]
            self.conn.execute(this.values(state="handed", outbox_id=bindparam("row")), values)

    def reconcile(self, after: int, limit: int) -> tuple[int | None, frozenset[int]]:
        handed = (
            select(receipts.c.outbox_id, receipts.c.announcement_id, outbox.c.state)
            .outerjoin(outbox, outbox.c.id == receipts.c.outbox_id)
            .where(text("receipts.state = 'handed'"), receipts.c.outbox_id > after)
            .order_by(receipts.c.outbox_id)
            .limit(limit)
        )
        rows = self.conn.execute(handed).all()
        ended = [row for row in rows if row.state in OUTCOMES]
        if ended:
            this = update(receipts).where(text("state = 'handed'"), receipts.c.outbox_id == bindparam("row"))
            values = [{"row": row.outbox_id, "became": OUTCOMES[row.state]} for row in ended]
            self.conn.execute(this.values(state=bindparam("became")), values)
        concerned = frozenset(row.announcement_id for row in ended)
        return rows[-1].outbox_id if len(rows) == limit else None, concerned

    def counts(self, announcement_id: int) -> Counts:
        def having(condition: ColumnElement[bool]) -> ColumnElement[int]:
            return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)

        handed, arrived, unreachable, read = self.conn.execute(
            select(
                func.count(),
                having(_ARRIVED),
                having(and_(receipts.c.state == "unreachable", ~_ARRIVED)),
                having(receipts.c.read_at.is_not(None)),
            )
            .select_from(_RECEIVERS)
            .where(receipts.c.announcement_id == announcement_id, _CONCERNED)
        ).one()
        total, state = self.conn.execute(
            select(announcements.c.total, announcements.c.state).where(announcements.c.id == announcement_id)
        ).one()
        everybody = handed if state == BroadcastState.DONE.value else max(total, handed)
        return Counts(everybody, handed, arrived, unreachable, read)

    def mark_read(self, announcement_id: int, account_id: int, at: datetime) -> bool:
        unread = (*_one(announcement_id, account_id), receipts.c.read_at.is_(None))
        return self.conn.execute(update(receipts).where(*unread).values(read_at=at)).rowcount == 1

    def has_read(self, announcement_id: int, account_id: int) -> bool:
        receipt = self._receipt(announcement_id, account_id)
        return receipt is not None and receipt.read_at is not None

    def is_receiver(self, announcement_id: int, account_id: int) -> bool:
        return self._receipt(announcement_id, account_id) is not None

    def _receipt(self, announcement_id: int, account_id: int) -> Found | None:
        return self.conn.execute(_RECEIPT, {"announcement": announcement_id, "account": account_id}).one_or_none()

    def first_unread(self, account_id: int) -> Announcement | None:
        query = once(
            lambda p: (
                select(announcements)
                .join(receipts, receipts.c.announcement_id == announcements.c.id)
                .where(receipts.c.account_id == p.account, receipts.c.read_at.is_(None), announcements.c.must_read)
                .order_by(announcements.c.id)
                .limit(1)
            ),
            account=account_id,
        )
        row = self.conn.execute(*query).one_or_none()
        return _announcement(row) if row is not None else None

    def count_unread(self, account_id: int) -> int:
        unread = once(
            lambda p: (
                select(func.count())
                .select_from(receipts)
                .where(receipts.c.account_id == p.account, receipts.c.read_at.is_(None))
            ),
            account=account_id,
        )
        return int(self.conn.execute(*unread).scalar_one())

    def of_reader(self, account_id: int, offset: int, limit: int) -> tuple[Sequence[tuple[Announcement, bool]], int]:
        mine = receipts.c.account_id == account_id
        total = self.conn.execute(select(func.count()).select_from(receipts).where(mine)).scalar_one()
        query = (
            select(announcements, receipts.c.read_at)
            .join(receipts, receipts.c.announcement_id == announcements.c.id)
            .where(mine)
            .order_by(announcements.c.id.desc())
            .limit(limit)
            .offset(offset)
        )
        return [(_announcement(row), row.read_at is not None) for row in self.conn.execute(query)], total

    def of_author(self, author_id: int | None, offset: int, limit: int) -> tuple[Sequence[Announcement], int]:
        where = [announcements.c.author_id == author_id] if author_id is not None else []
        total = self.conn.execute(select(func.count()).select_from(announcements).where(*where)).scalar_one()
        query = select(announcements).where(*where).order_by(announcements.c.id.desc()).limit(limit).offset(offset)
        return [_announcement(row) for row in self.conn.execute(query)], total

    def readers(
        self, announcement_id: int, *, read: bool, offset: int, limit: int
    ) -> tuple[Sequence[ReadReceipt], int]:
        state = receipts.c.read_at.is_not(None) if read else receipts.c.read_at.is_(None)
        where = (receipts.c.announcement_id == announcement_id, state, _CONCERNED)
        total = self.conn.execute(select(func.count()).select_from(_RECEIVERS).where(*where)).scalar_one()
        company = func.coalesce(func.nullif(agencies.c.short_name, ""), agencies.c.name, "")
        query = (
            select(accounts.c.id, accounts.c.name, company, receipts.c.read_at)
            .select_from(_RECEIVERS)
            .where(*where)
            .order_by(receipts.c.read_at.desc(), accounts.c.id)
            .limit(limit)
            .offset(offset)
        )
        return [ReadReceipt(*row) for row in self.conn.execute(query)], total

    def unread_receivers(self, announcement_id: int) -> Sequence[int]:
        unread = (receipts.c.announcement_id == announcement_id, receipts.c.read_at.is_(None), _CONCERNED)
        return list(self.conn.execute(select(receipts.c.account_id).select_from(_RECEIVERS).where(*unread)).scalars())


_PEOPLE = accounts.outerjoin(agencies, agencies.c.id == accounts.c.agency_id)
_RECEIVERS = receipts.join(accounts, accounts.c.id == receipts.c.account_id).outerjoin(
    agencies, agencies.c.id == accounts.c.agency_id
)


def _with_us(agency: FromClause) -> ColumnElement[bool]:
    """The vendor's own people, and those of an agency that works with it."""
    return or_(agency.c.state.is_(None), agency.c.state.in_([each.value for each in WITH_US]))


_WITH_US = _with_us(agencies)
_CONCERNED = or_(receipts.c.read_at.is_not(None), and_(accounts.c.state != AccountState.LEFT.value, _WITH_US))
"""Who has read it did so for good; of the others only those count who are still there."""
_ARRIVED = or_(receipts.c.state == "sent", receipts.c.read_at.is_not(None))
"""Whoever has read it has it, be it from the list."""


_SPOKE = select(conversations.c.owner).where(conversations.c.owner == "account:" + cast(accounts.c.id, String))
_JOINED = or_(
    accounts.c.state == AccountState.ACTIVE.value,
    and_(accounts.c.state == AccountState.INVITED.value, _SPOKE.exists()),
)
"""Who lost his phone finds what was announced meanwhile when he is back; who never came has nothing to catch up with."""


def _in_audience(audience: Audience, author_id: int | None, once_a_chat: bool) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = [_JOINED, _WITH_US]
    if once_a_chat:
        other, of = accounts.alias("other"), agencies.alias("of")
        same_person = (other.c.chat_id == accounts.c.chat_id, other.c.id < accounts.c.id, other.c.state == "active")
        elsewhere = select(other.c.id).select_from(other.outerjoin(of, of.c.id == other.c.agency_id))
        where.append(~elsewhere.where(*same_person, _with_us(of)).exists())
    if author_id is not None:
        where.append(accounts.c.id != author_id)
    if audience.types:
        where.append(accounts.c.type.in_([each.value for each in audience.types]))
    if audience.units:
        where.append(or_(accounts.c.unit_id.in_(audience.units), agencies.c.unit_id.in_(audience.units)))
    if audience.agencies:
        where.append(accounts.c.agency_id.in_(audience.agencies))
    return where


def _one(announcement_id: int, account_id: int) -> tuple[ColumnElement[bool], ...]:
    return receipts.c.announcement_id == announcement_id, receipts.c.account_id == account_id


def _announcement(row: Found) -> Announcement:
    return Announcement(
        id=AnnouncementId(row.id),
        author_id=AccountId(row.author_id) if row.author_id is not None else None,
        title=row.title,
        text=row.text,
        must_read=row.must_read,
        audience=audience_from_json(row.audience),
        attachments=files_from_json(row.attachments),
        created_at=row.created_at,
        release=row.release or "",
        publication=row.publication_id,
        state=BroadcastState(row.state),
        cursor=row.cursor,
    )

"""Follow-up reports with their versions, the words said about them, and who hasn't opened these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select, update

from domain.base.errors import NotFound
from domain.base.written import KeptFile, Written
from domain.customers.history import Period
from domain.customers.records import CustomerId
from domain.follow_ups.records import Comment, CommentId, FollowUp, FollowUpId, FollowUpVersion
from domain.people.records import AccountId, AgencyId
from domain.projects.records import ProjectItem
from storage.engine import Found
from storage.engine.dialect import insert as upsert
from storage.engine.errors import Conflict
from storage.engine.statements import each_once, once
from storage.records.kept_files import files_from_json, files_to_json
from storage.records.projects import item_from_json, item_to_json
from storage.tables.follow_ups import comments, follow_up_versions, follow_ups, project_tellings, unread_comments


@each_once
def _unread(of_customer: bool) -> Select[int]:
    where = [unread_comments.c.account_id == bindparam("account")]
    if of_customer:
        where.append(unread_comments.c.customer_id == bindparam("customer"))
    return select(unread_comments.c.follow_up_id).where(*where).order_by(unread_comments.c.follow_up_id)


class StoredFollowUps:
    """Fulfils `domain.follow_ups.records.FollowUps`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def get(self, follow_up_id: int, *, lock: bool = False) -> FollowUp:
        query = select(follow_ups).where(follow_ups.c.id == follow_up_id)
        row = self.conn.execute(query.with_for_update() if lock else query).one_or_none()
        if row is None:
            raise NotFound("follow_up")
        return self._follow_ups([row])[0]

    def add(
        self,
        *,
        number: str,
        customer_id: int,
        agency_id: int,
        contact_id: int,
        author_id: int,
        helpers: Sequence[int],
        at: datetime,
        dynamics: str,
        files: Sequence[KeptFile] = (),
    ) -> FollowUpId:
        made = self.conn.execute(
            insert(follow_ups)
            .values(
                number=number,
                customer_id=customer_id,
                agency_id=agency_id,
                contact_id=contact_id,
                author_id=author_id,
                helpers=list(helpers),
                at=at,
                dynamics=dynamics,
                files=files_to_json(files),
            )
            .returning(follow_ups.c.id)
        ).scalar_one()
        return FollowUpId(made)

    def correct(
        self,
        before: FollowUp,
        *,
        author_id: int,
        at: datetime,
        dynamics: str,
        helpers: Sequence[int],
        files: Sequence[KeptFile] = (),
    ) -> None:
        row = self.conn.execute(select(follow_ups).where(follow_ups.c.id == before.id)).one()
        self.conn.execute(insert(follow_up_versions).values(**_version_row(row, before)))
        changed = self.conn.execute(
            update(follow_ups)
            .where(follow_ups.c.id == before.id, follow_ups.c.version == before.version)
            .values(
                dynamics=dynamics,
                helpers=list(helpers),
                files=files_to_json(files),
                version=before.version + 1,
                corrected_at=at,
                corrected_by=author_id,
            )
        )
        if changed.rowcount != 1:
            raise Conflict(f"follow-up {before.id} is no longer at version {before.version}")

    def versions(self, follow_up: FollowUp) -> Sequence[FollowUpVersion]:
        rows = self.conn.execute(
            select(follow_up_versions)
            .where(follow_up_versions.c.follow_up_id == follow_up.id)
            .order_by(follow_up_versions.c.version)
        )
        present = self.conn.execute(select(follow_ups).where(follow_ups.c.id == follow_up.id)).one()
        return [*(_version(row) for row in rows.mappings()), _version(_version_row(present, follow_up))]

    def move(self, gone: int, into: int) -> None:
        for table in (follow_ups, unread_comments):
            self.conn.execute(update(table).where(table.c.customer_id == gone).values(customer_id=into))

    def of_customer(self, customer_id: int, period: Period) -> tuple[Sequence[FollowUp], int]:
        where = [follow_ups.c.customer_id == customer_id]
        if period.since is not None:
            where.append(follow_ups.c.at >= period.since)
        if period.until is not None:
            where.append(follow_ups.c.at < period.until)
        if period.agency is not None:
            where.append(follow_ups.c.agency_id == period.agency)
        total = self.conn.execute(select(func.count()).select_from(follow_ups).where(*where)).scalar_one()
        rows = self.conn.execute(
            select(follow_ups)
            .where(*where)
            .order_by(follow_ups.c.at.desc(), follow_ups.c.id.desc())
            .limit(period.limit)
            .offset(period.offset)
        )
        return self._follow_ups(rows.all()), total

    def of_customers(self, customers: Sequence[int]) -> Mapping[int, Sequence[FollowUp]]:
        rows = self.conn.execute(
            select(follow_ups)
            .where(follow_ups.c.customer_id.in_(customers))
            .order_by(follow_ups.c.customer_id, follow_ups.c.at, follow_ups.c.id)
        ).all()
        found: dict[int, list[FollowUp]] = {}
        for each in self._follow_ups(rows):
            found.setdefault(each.customer_id, []).append(each)
        return found

    def _follow_ups(self, rows: Sequence[Found]) -> list[FollowUp]:
        told: dict[int, list[ProjectItem]] = {row.id: [] for row in rows}
        tellings = self.conn.execute(
            select(project_tellings)
            .where(project_tellings.c.follow_up_id.in_(sorted(told)))
            .order_by(project_tellings.c.id)
        )
        for telling in tellings:
            told[telling.follow_up_id].append(item_from_json(telling.told, telling.project_id))
        return [_follow_up(row, tuple(told[row.id])) for row in rows]

    # --- what is said about them ----------------------------------------------------------------------------------

    def comment(self, follow_up_id: int, author_id: int, at: datetime, said: Written, *, asks: bool) -> CommentId:
        files = files_to_json(said.files)
        made = self.conn.execute(
            insert(comments)
            .values(
                follow_up_id=follow_up_id,
                author_id=author_id,
                at=at,
                text=said.text,
                asks_correction=asks,
                files=files,
            )
            .returning(comments.c.id)
        ).scalar_one()
        return CommentId(made)

    def comments(self, follow_up_id: int) -> Sequence[Comment]:
        rows = self.conn.execute(
            select(comments).where(comments.c.follow_up_id == follow_up_id).order_by(comments.c.id)
        )
        return [_comment(row) for row in rows]

    def comments_of(self, customers: Sequence[int]) -> Mapping[int, Sequence[Comment]]:
        rows = self.conn.execute(
            select(comments)
            .join(follow_ups, follow_ups.c.id == comments.c.follow_up_id)
            .where(follow_ups.c.customer_id.in_(customers))
            .order_by(comments.c.id)
        )
        found: dict[int, list[Comment]] = {}
        for row in rows:
            found.setdefault(row.follow_up_id, []).append(_comment(row))
        return found

    def mark_unread(self, follow_up: FollowUp, accounts: Sequence[int]) -> None:
        for account_id in accounts:
            self.conn.execute(
                upsert(self.conn, unread_comments)
                .values(account_id=account_id, follow_up_id=follow_up.id, customer_id=follow_up.customer_id)
                .on_conflict_do_nothing()
            )

    def mark_read(self, follow_up_id: int, account_id: int) -> bool:
        gone = self.conn.execute(
            delete(unread_comments).where(
                unread_comments.c.account_id == account_id, unread_comments.c.follow_up_id == follow_up_id
            )
        )
        return gone.rowcount == 1

    def unread(self, account_id: int, customer_id: int | None = None) -> Sequence[FollowUpId]:
        theirs = {"account": account_id} if customer_id is None else {"account": account_id, "customer": customer_id}
        rows = self.conn.execute(_unread(customer_id is not None), theirs)
        return [FollowUpId(each) for each in rows.scalars()]

    def unread_customers(self, account_id: int, among: Sequence[int]) -> frozenset[CustomerId]:
        unread = once(
            lambda p: (
                select(unread_comments.c.customer_id)
                .where(unread_comments.c.account_id == p.account, unread_comments.c.customer_id.in_(p.among))
                .distinct()
            ),
            account=account_id,
            among=list(among),
        )
        return frozenset(CustomerId(each) for each in self.conn.execute(*unread).scalars())


def _follow_up(row: Found, items: tuple[ProjectItem, ...]) -> FollowUp:
    return FollowUp(
        id=FollowUpId(row.id),
        number=row.number,
        customer_id=CustomerId(row.customer_id),
        agency_id=AgencyId(row.agency_id),
        contact_id=AccountId(row.contact_id),
        author_id=AccountId(row.author_id),
        helpers=tuple(AccountId(each) for each in row.helpers),
        at=row.at,
        dynamics=row.dynamics,
        items=items,
        version=row.version,
        corrected_at=row.corrected_at,
        files=files_from_json(row.files or ()),
    )


def _version_row(row: Found, follow_up: FollowUp) -> dict[str, object]:
    """A report's present version as a row of `follow_up_versions`."""
    return {
        "follow_up_id": row.id,
        "version": row.version,
        "at": row.corrected_at or row.at,
        "author_id": row.corrected_by or row.author_id,
        "dynamics": row.dynamics,
        "items": [{**item_to_json(each), "project": each.project} for each in follow_up.items],
        "files": row.files,
    }


def _version(row: Mapping[Any, Any]) -> FollowUpVersion:
    return FollowUpVersion(
        version=row["version"],
        at=row["at"],
        author_id=AccountId(row["author_id"]),
        dynamics=row["dynamics"],
        items=tuple(item_from_json(each, each["project"]) for each in row["items"]),
        files=files_from_json(row["files"] or ()),
    )


def _comment(row: Found) -> Comment:
    return Comment(
        id=CommentId(row.id),
        follow_up_id=FollowUpId(row.follow_up_id),
        author_id=AccountId(row.author_id),
        at=row.at,
        text=row.text,
        asks_correction=row.asks_correction,
        files=files_from_json(row.files or ()),
    )

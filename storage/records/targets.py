"""Targets by whose they are and quarter."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Connection, select

from domain.statistics.records import Measure
from domain.statistics.target_records import Aim, Target, TargetOf
from storage.engine.dialect import insert
from storage.tables.sales import sales_targets


@dataclass(frozen=True)
class StoredTargets:
    """Fulfils `domain.statistics.target_records.Targets`."""

    conn: Connection

    def put(
        self, aim: Aim, quarter: date, measure: Measure, value: Decimal, *, author_id: int, at: datetime
    ) -> tuple[int, Decimal | None]:
        key = {"of": aim.of.value, "subject_id": aim.id, "quarter": quarter, "measure": measure.value}
        same = [sales_targets.c[name] == each for name, each in key.items()]
        made = self.conn.execute(
            insert(self.conn, sales_targets)
            .values(**key, value=Decimal(0), author_id=author_id, at=at)
            .on_conflict_do_nothing(index_elements=list(key))
        )
        row = self.conn.execute(select(sales_targets.c.id, sales_targets.c.value).where(*same).with_for_update()).one()
        values = {"value": value, "author_id": author_id, "at": at}
        self.conn.execute(sales_targets.update().where(sales_targets.c.id == row.id).values(**values))
        return row.id, None if made.rowcount == 1 else row.value

    def several(self, of: TargetOf, ids: Collection[int], since: date, until: date) -> Mapping[int, list[Target]]:
        rows = self.conn.execute(
            select(sales_targets)
            .where(
                sales_targets.c.of == of.value,
                sales_targets.c.subject_id.in_(ids),
                sales_targets.c.quarter >= since,
                sales_targets.c.quarter <= until,
            )
            .order_by(sales_targets.c.quarter, sales_targets.c.id)
        )
        found: dict[int, list[Target]] = {}
        for row in rows:
            target = Target(row.id, row.quarter, Measure(row.measure), row.value)
            found.setdefault(row.subject_id, []).append(target)
        return found

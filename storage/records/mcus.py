"""The product table of MCU models."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from domain.products.mcus import McuModel, model_key
from storage.engine.dialect import insert
from storage.engine.statements import once
from storage.tables.follow_ups import mcu_models


class StoredMcus:
    """Fulfils `domain.products.mcus.Mcus`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def all(self) -> Sequence[McuModel]:
        rows = self.conn.execute(*once(lambda _: select(mcu_models).order_by(mcu_models.c.series, mcu_models.c.model)))
        return [McuModel(row.model, row.series, row.note) for row in rows]

    def known(self, models: Sequence[str]) -> frozenset[str]:
        keys = {model_key(each): each for each in models}
        rows = self.conn.execute(select(mcu_models.c.key).where(mcu_models.c.key.in_(sorted(keys))))
        listed = set(rows.scalars())
        return frozenset(each for each in models if model_key(each) in listed)

    def put(self, model: McuModel) -> bool:
        values = {"model": model.model, "series": model.series, "note": model.note}
        known = self.conn.execute(select(mcu_models.c.key).where(mcu_models.c.key == model.key)).one_or_none()
        self.conn.execute(
            insert(self.conn, mcu_models)
            .values(key=model.key, **values)
            .on_conflict_do_update(index_elements=["key"], set_=values)
        )
        return known is None

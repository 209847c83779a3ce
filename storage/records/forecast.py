"""Forecasts as they were frozen, and what came of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Final

from sqlalchemy import ColumnElement, Connection, Table, func, insert, literal, or_, select, true

from domain.base.rights import Reach
from domain.base.stage import Stage
from domain.forecast.accuracy import Accuracy
from domain.forecast.choosing import Measured, Method
from domain.forecast.knowledge import Case, Cell, ProjectSale
from domain.forecast.port import ForecastColumn, FrozenRow, OrderedThen
from domain.forecast.records import Layer, Prospect
from domain.forecast.snapshot import Months, Snapshot
from domain.products.domains import BETWEEN
from domain.statistics.records import Key, Only, SalesGrouping
from storage.engine.dialect import insert as upsert
from storage.records import forecast_knowledge
from storage.tables.forecast import (
    forecast_cells,
    forecast_closings,
    forecast_measured,
    forecast_ordered,
    forecast_projects,
    forecast_snapshots,
)

_KEYS: Final[Mapping[SalesGrouping, ColumnElement[Key]]] = {
    SalesGrouping.MODEL: forecast_projects.c.model,
    SalesGrouping.AGENCY: forecast_projects.c.agency_id,
    SalesGrouping.UNIT: forecast_projects.c.unit_id,
    SalesGrouping.PERSON: forecast_projects.c.contact_id,
}
DECIMALS = 6
"""Of a figure that is frozen: levels are near 1."""


@dataclass(frozen=True)
class StoredForecasts:
    """Fulfils `domain.forecast.port.Forecasts`."""

    conn: Connection

    def more_than(self, projects: int, reach: Reach, only: Only) -> bool:
        return forecast_knowledge.more_than(self.conn, projects, reach, only)

    def prospects(self, reach: Reach, only: Only, before: datetime, zone: tzinfo) -> Sequence[Prospect]:
        return forecast_knowledge.prospects(self.conn, reach, only, before, zone)

    def sales(
        self, before: datetime, since: date, until: date, projects: Collection[int] | None = None
    ) -> Sequence[ProjectSale]:
        return forecast_knowledge.sales(self.conn, before, since, until, projects)

    def told_before(self, moment: datetime) -> bool:
        return forecast_knowledge.told_before(self.conn, moment)

    def frozen(self) -> Sequence[date]:
        return list(
            self.conn.execute(select(forecast_snapshots.c.month).order_by(forecast_snapshots.c.month)).scalars()
        )

    def closed(self) -> Sequence[date]:
        return list(self.conn.execute(select(forecast_closings.c.month).order_by(forecast_closings.c.month)).scalars())

    def frozen_projects(self, before: date) -> int:
        projects = select(func.count(forecast_projects.c.project_id.distinct()))
        return self.conn.execute(projects.where(forecast_projects.c.month < before)).scalar_one()

    def cases(self, before: date, since: date) -> Sequence[Case]:
        table = forecast_projects.c
        query = select(table.month, table.project_id, table.stage, table.yearly, table.contact_id)
        rows = self.conn.execute(query.where(table.month >= since, table.month < before, table.bought.is_(False)))
        return [Case(month, project, Stage(stage), yearly, contact) for month, project, stage, yearly, contact in rows]

    def measured(self) -> Sequence[Measured]:
        rows = self.conn.execute(select(forecast_measured).order_by(forecast_measured.c.month))
        return [
            Measured(
                row.month, row.horizon, Method(row.method), Accuracy(row.missed, row.forecast, row.ordered), row.raw
            )
            for row in rows
        ]

    def cells(self, month: date) -> tuple[Mapping[Cell, Mapping[Method, Months]], Mapping[Method, Months]]:
        levels = select(forecast_snapshots.c.levels).where(forecast_snapshots.c.month == month)
        rows = self.conn.execute(select(forecast_cells).where(forecast_cells.c.month == month))
        said = {(row.model, row.agency_id): _of_methods(row.said) for row in rows}
        return said, _of_methods(self.conn.execute(levels).scalar_one())

    def methods(self, month: date) -> tuple[Method, ...] | None:
        query = select(forecast_snapshots.c.methods).where(forecast_snapshots.c.month == month)
        found = self.conn.execute(query).scalar_one()
        return None if found is None else tuple(map(Method, found))

    def rows(self, month: date, reach: Reach, only: Only) -> Sequence[FrozenRow]:
        where = [forecast_projects.c.month == month, _within(forecast_projects, reach), *_narrowed(only)]
        rows = self.conn.execute(select(forecast_projects).where(*where).order_by(forecast_projects.c.project_id))
        return [
            FrozenRow(
                month=row.month,
                project_id=row.project_id,
                customer_id=row.customer_id,
                agency_id=row.agency_id,
                unit_id=row.unit_id,
                contact_id=row.contact_id,
                model=row.model,
                domain=row.domain,
                layer=Layer(row.layer),
                standard=tuple(row.said["standard"]),
                naive=tuple(row.said["naive"]),
                calibrated=tuple(row.said["calibrated"]),
            )
            for row in rows
        ]

    def said(
        self, month: date, horizon: int, reach: Reach, by: SalesGrouping | None
    ) -> Mapping[Key, Mapping[Cell, Mapping[ForecastColumn, float]]]:
        table = forecast_projects.c
        key: ColumnElement[Key] = literal("") if by is None else _KEYS[by]
        sums = [func.sum(table.said[each.value, horizon - 1].as_float()) for each in ForecastColumn]
        rows = self.conn.execute(
            select(key, table.model, table.agency_id, *sums)
            .where(table.month == month, _within(forecast_projects, reach))
            .group_by(*(() if by is None else (key,)), table.model, table.agency_id)
        )
        found: dict[Key, dict[Cell, Mapping[ForecastColumn, float]]] = {}
        for of, model, agency, *values in rows:
            found.setdefault(of, {})[model, agency] = dict(zip(ForecastColumn, map(float, values), strict=True))
        return found

    def freeze(self, found: Snapshot, at: datetime) -> bool:
        methods = None if found.methods is None else [each.value for each in found.methods]
        header = upsert(self.conn, forecast_snapshots).values(
            month=found.day, frozen_at=at, methods=methods, levels=_to_json(found.levels)
        )
        if self.conn.execute(header.on_conflict_do_nothing()).rowcount != 1:
            return False
        self._add(forecast_projects, _project_rows(found))
        self._add(
            forecast_cells,
            [
                {"month": found.day, "model": model, "agency_id": agency, "said": _to_json(said)}
                for (model, agency), said in found.cells.items()
            ],
        )
        return True

    def close(self, month: date, at: datetime, ordered: Sequence[OrderedThen], measured: Sequence[Measured]) -> bool:
        header = upsert(self.conn, forecast_closings).values(month=month, closed_at=at)
        if self.conn.execute(header.on_conflict_do_nothing()).rowcount != 1:
            return False
        self._add(
            forecast_ordered,
            [
                {
                    "month": each.month,
                    "model": each.model,
                    "agency_id": each.agency_id,
                    "unit_id": each.unit_id,
                    "contact_id": each.contact_id,
                    "pieces": each.pieces,
                }
                for each in ordered
            ],
        )
        self._add(
            forecast_measured,
            [
                {
                    "month": each.origin,
                    "horizon": each.horizon,
                    "method": each.method.value,
                    "missed": each.score.missed,
                    "forecast": each.score.forecast,
                    "ordered": each.score.ordered,
                    "raw": each.raw,
                }
                for each in measured
            ],
        )
        return True

    def ordered(self, month: date, reach: Reach) -> Sequence[OrderedThen]:
        where = [forecast_ordered.c.month == month, _within(forecast_ordered, reach)]
        return [
            OrderedThen(row.month, row.model, row.agency_id, row.unit_id, row.contact_id, row.pieces)
            for row in self.conn.execute(select(forecast_ordered).where(*where))
        ]

    def _add(self, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
        if rows:
            self.conn.execute(insert(table), rows)


def _project_rows(found: Snapshot) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for each in found.projects:
        at = each.prospect
        said = {
            "standard": [float(share.pieces) for share in each.standard.months],
            "naive": each.said[Method.NAIVE],
            "calibrated": found.calibrated(each.said),
        }
        rows.append(
            {
                "month": found.day,
                "project_id": at.id,
                "customer_id": at.customer_id,
                "agency_id": at.agency_id,
                "unit_id": at.unit_id,
                "contact_id": at.contact_id,
                "model": at.model,
                "domain": at.domain,
                "stage": at.stage.value,
                "yearly": at.yearly,
                "layer": each.standard.layer.value,
                "bought": each.bought,
                "said": {name: _rounded(months) for name, months in said.items()},
            }
        )
    return rows


def _to_json(said: Mapping[Method, Months]) -> dict[str, list[float]]:
    return {method.value: _rounded(months) for method, months in said.items()}


def _rounded(months: Sequence[float]) -> list[float]:
    return [round(each, DECIMALS) for each in months]


def _of_methods(said: Mapping[str, Sequence[float]]) -> dict[Method, Months]:
    return {Method(name): tuple(months) for name, months in said.items()}


def _within(table: Table, reach: Reach) -> ColumnElement[bool]:
    if reach.all:
        return true()
    if reach.unit_id is not None:
        return table.c.unit_id == reach.unit_id
    if reach.agency_id is not None:
        return table.c.agency_id == reach.agency_id
    return table.c.contact_id == reach.account_id


def _narrowed(only: Only) -> Sequence[ColumnElement[bool]]:
    table = forecast_projects.c
    pairs = (
        (table.customer_id, only.customer),
        (table.agency_id, only.agency),
        (table.contact_id, only.person),
        (table.unit_id, only.unit),
        (table.model, only.model or None),
    )
    found = [column == value for column, value in pairs if value is not None]
    if only.domain:
        deeper = table.domain.startswith(only.domain + BETWEEN, autoescape=True)
        found.append(or_(table.domain == only.domain, deeper))
    return found

"""Forecasts as they were frozen, and what came of them. Nothing of it can be changed or taken away (a trigger of each table); ids
name records as they stood, whatever became of these since."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Float, Index, Integer, String, Table

from storage.engine.metadata import Json, UTCDateTime, metadata

forecast_snapshots = Table(
    "forecast_snapshots",
    metadata,
    # By the month's first day. `methods` are those of 校准 by horizon, NULL before there is enough to learn from.
    Column("month", Date, primary_key=True),
    Column("frozen_at", UTCDateTime, nullable=False),
    Column("methods", Json, nullable=True),
    Column("levels", Json, nullable=False),
)

forecast_projects = Table(
    "forecast_projects",
    metadata,
    # A project as it was known then, and what is said of it, month by month.
    Column("month", Date, primary_key=True),
    Column("project_id", BigInteger, primary_key=True, autoincrement=False),
    Column("customer_id", BigInteger, nullable=False),
    Column("agency_id", BigInteger, nullable=False),
    Column("unit_id", BigInteger, nullable=False),
    Column("contact_id", BigInteger, nullable=False),
    Column("model", String(60), nullable=False),
    Column("domain", String(120), nullable=False),
    Column("stage", String(20), nullable=False),
    Column("yearly", BigInteger, nullable=False),
    Column("layer", String(20), nullable=False),
    Column("bought", Boolean, nullable=False),
    Column("said", Json, nullable=False),
    Index("ix_forecast_projects_of_unit", "month", "unit_id"),
    Index("ix_forecast_projects_of_agency", "month", "agency_id"),
    Index("ix_forecast_projects_of_contact", "month", "contact_id"),
)

forecast_cells = Table(
    "forecast_cells",
    metadata,
    # Model × agency: what each method says, month by month.
    Column("month", Date, primary_key=True),
    Column("model", String(60), primary_key=True),
    Column("agency_id", BigInteger, primary_key=True, autoincrement=False),
    Column("said", Json, nullable=False),
)

forecast_closings = Table(
    "forecast_closings",
    metadata,
    Column("month", Date, primary_key=True),
    Column("closed_at", UTCDateTime, nullable=False),
)

forecast_ordered = Table(
    "forecast_ordered",
    metadata,
    # What was ordered in a month as it stood when that closed; returns netted.
    Column("month", Date, primary_key=True),
    Column("model", String(60), primary_key=True),
    Column("agency_id", BigInteger, primary_key=True, autoincrement=False),
    Column("contact_id", BigInteger, primary_key=True, autoincrement=False),
    Column("unit_id", BigInteger, primary_key=True, autoincrement=False),
    Column("pieces", BigInteger, nullable=False),
)

forecast_measured = Table(
    "forecast_measured",
    metadata,
    # How each method of a snapshot did for the month `horizon` - 1 after it, in pieces; `raw` before its level.
    Column("month", Date, primary_key=True),
    Column("horizon", Integer, primary_key=True, autoincrement=False),
    Column("method", String(30), primary_key=True),
    Column("missed", Float, nullable=False),
    Column("forecast", Float, nullable=False),
    Column("ordered", Float, nullable=False),
    Column("raw", Float, nullable=False),
)

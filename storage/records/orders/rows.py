"""An order and its lines as rows, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from domain.base.json_values import JsonObject
from domain.customers.records import CustomerId
from domain.orders.records import (
    Batch,
    Line,
    LineId,
    NewLine,
    NewOrder,
    Order,
    OrderId,
    OrderState,
)
from domain.people.records import AccountId, AgencyId, UnitId
from domain.products.mcus import model_key
from domain.projects.records import ProjectId
from storage.engine import Found
from storage.engine.metadata import JsonDict


def line_values(line: NewLine) -> dict[str, object]:
    return {
        "project_id": line.project_id,
        "project": line.project,
        "domain": line.domain,
        "mcu": line.mcu,
        "model": model_key(line.mcu),
        "written": line.written,
        "quantity": line.quantity,
        "price": line.price,
        "currency": line.currency,
        "batches": _batches_to_json(line.batches),
        "of_line": line.of_line,
    }


def _batches_to_json(batches: Iterable[Batch]) -> list[list[object]]:
    return [[each.code, each.quantity] for each in batches]


def _batches_from_json(value: Iterable[Sequence[Any]]) -> tuple[Batch, ...]:
    return tuple(Batch(code, quantity) for code, quantity in value)


def line_to_json(line: NewLine) -> dict[str, object]:
    values = line_values(line)
    values["price"] = None if line.price is None else str(line.price)
    del values["model"]
    return values


def line_from_json(value: JsonObject) -> NewLine:
    price = value["price"]
    return NewLine(
        **{**value, "price": None if price is None else Decimal(price), "batches": _batches_from_json(value["batches"])}
    )


def line_of(row: Found) -> Line:
    return Line(
        id=LineId(row.id),
        order_id=OrderId(row.order_id),
        place=row.place,
        project_id=ProjectId(row.project_id) if row.project_id is not None else None,
        project=row.project,
        domain=row.domain,
        mcu=row.mcu,
        written=row.written,
        quantity=row.quantity,
        price=row.price,
        currency=row.currency,
        batches=_batches_from_json(row.batches),
        of_line=LineId(row.of_line) if row.of_line is not None else None,
    )


def new_values(made: int, new: NewOrder, linked_to: int | None) -> JsonDict:
    return {
        "id": made,
        "number": new.number,
        "state": new.state.value,
        "customer_id": new.customer_id,
        "agency_id": new.agency_id,
        "unit_id": new.unit_id,
        "contact_id": new.contact_id,
        "author_id": new.author_id,
        "day": new.day,
        "at": new.at,
        "reference": new.reference,
        "late": new.late,
        "linked_to": linked_to,
        "message_id": new.message,
        "job_id": new.job_id,
    }


def as_logged(values: JsonObject, lines: tuple[Line, ...]) -> Order:
    """As it would be read again."""
    kept = {name: value for name, value in values.items() if name not in ("state", "message_id", "job_id")}
    return Order(**kept, state=OrderState(values["state"]), lines=lines, message=values["message_id"])


def as_kept(made: int, order_id: int, place: int, line: NewLine) -> Line:
    return Line(
        id=LineId(made),
        order_id=OrderId(order_id),
        place=place,
        project_id=ProjectId(line.project_id) if line.project_id is not None else None,
        project=line.project,
        domain=line.domain,
        mcu=line.mcu,
        written=line.written,
        quantity=line.quantity,
        price=line.price,
        currency=line.currency,
        batches=line.batches,
        of_line=LineId(line.of_line) if line.of_line is not None else None,
    )


def order_of(row: Found, lines: tuple[Line, ...]) -> Order:
    return Order(
        id=OrderId(row.id),
        number=row.number,
        state=OrderState(row.state),
        customer_id=CustomerId(row.customer_id),
        agency_id=AgencyId(row.agency_id),
        unit_id=UnitId(row.unit_id),
        contact_id=AccountId(row.contact_id),
        author_id=AccountId(row.author_id),
        day=row.day,
        at=row.at,
        lines=lines,
        reference=row.reference,
        late=row.late,
        linked_to=OrderId(row.linked_to) if row.linked_to is not None else None,
        version=row.version,
        message=row.message_id,
    )

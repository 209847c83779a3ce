"""The rows of a card as JSON, and back: what was understood lies in the database until somebody confirms it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, cast

from domain.base.json_values import JsonObject
from domain.orders.reading import (
    Ask,
    Catalogue,
    How,
    Intent,
    KnownCustomer,
    KnownProject,
    Option,
    ReadBatch,
    ReadRow,
    Tax,
)


def to_json(row: ReadRow) -> dict[str, object]:
    return {
        "customer": row.customer.id if row.customer else None,
        "project": row.project.id if row.project else None,
        "mcu": row.mcu,
        "written": row.written,
        "quantity": row.quantity,
        "price": _text(row.price),
        "currency": row.currency,
        "tax": row.tax.value if row.tax else None,
        "untaxed": _text(row.untaxed),
        "total": _text(row.total),
        "batches": [[each.code, each.quantity] for each in row.batches],
        "day": row.day.isoformat() if row.day else None,
        "day_rule": row.day_rule,
        "asks": [each.value for each in row.asks],
        "options": {ask.value: [_plain(each.values) for each in options] for ask, options in row.options.items()},
        "marks": {name: how.value for name, how in row.marks.items()},
        "rest": list(row.rest),
        "reference": row.reference,
        "intent": row.intent.value,
        "line": row.line,
        "told": row.told,
    }


def from_json(value: JsonObject, catalogue: Catalogue) -> ReadRow:
    """A customer or project that is no longer the writer's to log for is asked anew."""
    customer = _customer(catalogue, value["customer"])
    project = _project(customer, value["project"])
    row = ReadRow(
        customer=customer,
        project=project,
        mcu=project.mcu if project is not None and value["mcu"] is not None else value["mcu"],
        written=value["written"],
        quantity=value["quantity"],
        price=_decimal(value["price"]),
        currency=value["currency"],
        tax=Tax(value["tax"]) if value["tax"] else None,
        untaxed=_decimal(value.get("untaxed")),
        total=_decimal(value["total"]),
        batches=tuple(ReadBatch(code, quantity) for code, quantity in value["batches"]),
        day=date.fromisoformat(value["day"]) if value["day"] else None,
        day_rule=value["day_rule"],
        asks=tuple(map(Ask, value["asks"])),
        options={
            Ask(ask): tuple(Option(_read(each, catalogue, customer)) for each in options)
            for ask, options in value["options"].items()
        },
        marks={name: How(how) for name, how in value["marks"].items()},
        rest=tuple(value["rest"]),
        reference=value["reference"],
        intent=Intent(value["intent"]),
        line=value["line"],
        told=value.get("told", 0),
    )
    if value["customer"] is not None and customer is None:
        return replace(row, asks=(Ask.CUSTOMER, *(each for each in row.asks if each is not Ask.CUSTOMER)))
    if value["project"] is not None and project is None:
        return replace(row, asks=(Ask.PROJECT, *(each for each in row.asks if each is not Ask.PROJECT)))
    return row


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _customer(catalogue: Catalogue, number: int | None) -> KnownCustomer | None:
    return next((each for each in catalogue.customers if each.id == number), None) if number is not None else None


def _project(customer: KnownCustomer | None, number: int | None) -> KnownProject | None:
    projects = customer.projects if customer is not None else ()
    return next((each for each in projects if each.id == number), None) if number is not None else None


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    def plain(value: object) -> object:
        match value:
            case KnownCustomer() | KnownProject():
                return value.id
            case Decimal():
                return f"{value:f}"
            case date():
                return value.isoformat()
            case tuple():
                return list(value)
            case _:
                return value

    return {name: plain(value) for name, value in values.items()}


_LOAD: Mapping[str, Callable[[Any], object]] = {
    "quantity": lambda value: int(Decimal(value)),
    "price": Decimal,
    "total": Decimal,
    "day": lambda value: None if value is None else date.fromisoformat(value),
    "batches": tuple,
}


def _read(values: JsonObject, catalogue: Catalogue, customer: KnownCustomer | None) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in values.items():
        if name == "customer":
            found[name] = _customer(catalogue, cast(int, value))
        elif name == "project":
            found[name] = _project(customer, cast(int, value))
        else:
            found[name] = _LOAD[name](value) if name in _LOAD else value
    return found

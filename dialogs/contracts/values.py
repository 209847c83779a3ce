"""A contract's answers as screens and documents tell them: the form's labels, and its values as people say them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from dialogs.contracts.attachment import said
from dialogs.contracts.contract import Contract
from dialogs.core.choices import Choice
from dialogs.core.field import Field
from dialogs.core.kinds import Text
from dialogs.core.screen import Json, Say, Wording, say
from domain.base.bilingual import translated
from domain.contracts.called import Called, number
from domain.contracts.views import ContractView

ATTACHMENTS = "documents"
SECTIONS = tuple(Contract.declared.sections)


def heading(section: str) -> Say:
    return Contract.declared.heading(section)


def label(name: str) -> Say:
    return Contract.declared.label(Contract.declared.fields[name])


def values(view: ContractView, section: str) -> Iterator[tuple[Say, Wording]]:
    """The answered questions of a section."""
    for name in Contract.declared.sections[section]:
        given = view.contract.profile.get(name)
        if name != "attachments" and Contract.declared.fields[name].asked and given is not None:
            yield label(name), shown(view.called, name, given)


def shown(called: Called, name: str, value: Json) -> Wording:
    """One answer."""
    if value is None:
        return say("core-none")
    match name:
        case "type" if isinstance(value, str) and value in called.types:
            return say("contract-type-called", name=called.types[value], code=value)
        case "manager":
            return called.managers.get(number(value), str(value))
        case "distributor":
            return called.distributors.get(number(value), str(value))
        case "industries" | "key_customers" | "attachments":
            return _items(called, value)
        case _ if isinstance(value, str) and isinstance(Contract.declared.fields.get(name), Choice):
            return translated(called.told(value))
        case _:
            return _plain(Contract.declared.fields.get(name), value)


def whole(view: ContractView, name: str, value: Json) -> tuple[Wording, ...]:
    """One answer as a document tells it: nothing is cut short, and of several each has a line."""
    field = Contract.declared.fields.get(name)
    if isinstance(value, list):
        return tuple(_item(view.called, each) for each in value)
    if isinstance(value, str) and isinstance(field, Text) and type(field).show is Text.show:
        return (value,)
    return (shown(view.called, name, value),)


def _plain(field: Field[object] | None, value: Json) -> Wording:
    if field is None:
        return say("core-none")
    try:
        return field.show(str(value) if isinstance(value, int) and not isinstance(value, bool) else value)
    except (ValueError, TypeError, ArithmeticError, LookupError, AttributeError):
        return str(value)  # left by another version of the form


def _items(called: Called, value: Json) -> Wording:
    return say("core-list", items=tuple(_item(called, each) for each in value)) if isinstance(value, list) else "—"


def _item(called: Called, item: Json) -> Wording:
    match item:
        case {"industry": str(name), "industry_sales": str(sales)} | {
            "customer": str(name),
            "customer_sales": str(sales),
        }:
            return say("contract-with-sales", name=called.told(name), sales=Decimal(sales))
        case {"kind": str(kind), "pages": list(pages), "valid_until": str(until)}:
            return said(called.told(kind), len(pages), date.fromisoformat(until))
        case {"kind": str(kind), "pages": list(pages)}:
            return said(called.told(kind), len(pages), None)
        case _:
            return say("core-none")


def opening(known: Mapping[str, Json], **more: Json) -> dict[str, Json]:
    """The form's opening args for a contract's answers as they are kept. What was left empty in a contract that was
    submitted, this year's or the last one's, isn't asked again."""
    answers = {name: _answer(name, value) for name, value in known.items()}
    if "entity" in known:
        empty = [name for name, field in Contract.declared.fields.items() if not field.required and field.asked]
        answers = {**{name: None for name in empty if name != "attachments"}, **answers}
    return {"answers": answers, **more}


def _answer(name: str, value: Json) -> Json:
    if name == "attachments" and isinstance(value, list):
        return [
            {"name": None, "description": None, "valid_until": None, **each} for each in value if isinstance(each, dict)
        ]
    whole = isinstance(value, int) and not isinstance(value, bool) and name != "contract"
    return str(value) if whole else value

"""An order that waits for its project: the salesperson is asked to add it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.work import Work
from domain.orders import cards, knowing
from domain.orders.reading import Ask, ReadRow, read
from domain.orders.records import WaitingOrder, WaitState
from domain.orders.scope import for_logging
from domain.orders.showing import as_it_stands, kept_row, waiting_card


@dataclass(frozen=True, kw_only=True)
class AskForProject:
    """The salesperson is asked to add the project; the row waits for it."""

    card: int
    row: int
    seen: int | None = None


@dataclass(frozen=True, kw_only=True)
class WantProject:
    """The same from the form, which has no card: `text` is what the order says besides, as it was written."""

    customer: int
    text: str = ""


@dataclass
class NoSalesperson(Refusal):
    """Nobody could add the project."""


@dataclass(frozen=True, kw_only=True)
class ProjectWanted(Event, subject="customer"):
    """An order waits for a project of this customer; what was written of it is on the card."""

    customer: int
    card: int
    salesperson: int


def ask_for_project(work: Work, command: AskForProject) -> WaitingOrder:
    """The row becomes a draft of its own, with what was written; the customer's salesperson is told. Raises `NotFound`,
    `NotAllowed`, `NoSalesperson`."""
    catalogue = knowing.catalogue(work)
    waiting = waiting_card(work, command.card, lock=True, seen=command.seen)
    shown = as_it_stands(work, waiting, catalogue)
    if not 0 <= command.row < len(shown.rows):
        raise NotFound("order_row")
    row = shown.rows[command.row].row
    customer = work.customers.get(row.customer.id) if row.customer is not None else None
    if customer is None or customer.contact_id is None or customer.agency_id != work.actor.agency_id:
        raise NoSalesperson
    rest = [kept_row(each) for place, each in enumerate(shown.rows) if place != command.row]
    kept = work.orders.wait(
        state=WaitState.PROJECT,
        agency_id=waiting.agency_id,
        author_id=waiting.author_id,
        customer_id=customer.id,
        text=waiting.text,
        rows=[cards.to_json(_without_project(row))],
        at=work.now,
        written_on=waiting.written_on,
        asked_id=customer.contact_id,
        message=waiting.message,
        job=waiting.job,
    )
    if rest:
        work.orders.rewrite(waiting, rest, waiting.state, asked_id=waiting.asked_id)
    else:
        work.orders.drop(waiting.id)
    work.events.record(ProjectWanted(customer=customer.id, card=kept.id, salesperson=customer.contact_id))
    return kept


def ask_another(work: Work, customer_id: int, agency_id: int, salesperson: int) -> None:
    """The customer is a colleague's from now on: what waits for a project of it is asked of him."""
    for each in work.orders.waiting_of(agency_id, customer_id=customer_id):
        if each.state is WaitState.PROJECT and each.asked_id != salesperson:
            work.orders.rewrite(each, each.rows, each.state, asked_id=salesperson)
            work.events.record(ProjectWanted(customer=customer_id, card=each.id, salesperson=salesperson))


def _without_project(row: ReadRow) -> ReadRow:
    """It waits for one that isn't there yet, whatever others the customer has."""
    about = (Ask.PROJECT, Ask.NO_PROJECT, Ask.MCU)
    return replace(
        row,
        project=None,
        mcu=None,
        asks=(Ask.NO_PROJECT, *(each for each in row.asks if each not in about)),
        options={ask: found for ask, found in row.options.items() if ask not in about},
    )


def want_project(work: Work, command: WantProject) -> WaitingOrder:
    """A card that waits for a project of the customer's; asked for twice in the same words it is one. Raises `NotFound`,
    `NotAllowed`, `NoSalesperson`."""
    customer, had = for_logging(work, command.customer)
    if not had.held:
        raise NoSalesperson
    agency_id = work.actor.agency_id or 0
    catalogue = knowing.catalogue(work)
    known = next((each for each in catalogue.customers if each.id == customer.id), None)
    text = f"{customer.name} {command.text}".strip()
    for each in work.orders.waiting_of(agency_id, customer_id=customer.id):
        if each.state is WaitState.PROJECT and each.text == text:
            return each
    found = read(text, catalogue, work.today, knowing.bounds(work.policy))
    row = next((each for each in found.rows if each.customer == known), ReadRow(day=work.today))
    asks = (Ask.NO_PROJECT, *(each for each in row.asks if each not in (Ask.NO_PROJECT, Ask.PROJECT, Ask.CUSTOMER)))
    kept = work.orders.wait(
        state=WaitState.PROJECT,
        agency_id=agency_id,
        author_id=work.actor.id,
        customer_id=customer.id,
        text=text,
        rows=[cards.to_json(replace(row, customer=known, project=None, asks=asks))],
        at=work.now,
        written_on=work.today,
        asked_id=had.contact_id,
    )
    work.events.record(ProjectWanted(customer=customer.id, card=kept.id, salesperson=had.contact_id))
    return kept

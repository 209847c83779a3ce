"""Rows of a list whose project isn't there yet: they wait as drafts of the agency's, and the customer's salesperson is asked once
for all of a customer's (`domain.orders.wanting` is the same of a message)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from domain.base.errors import Refusal
from domain.base.work import Work
from domain.orders import cards
from domain.orders.listing.records import Context, CustomerDay, OrderRowOutcome, PlannedRow
from domain.orders.reading import Ask, KnownCustomer, ReadBatch, ReadRow
from domain.orders.recording import check_day
from domain.orders.records import WaitingOrder, WaitState
from domain.orders.scope import for_logging
from domain.orders.wanting import NoSalesperson, ProjectWanted

MOST = 20
"""Rows of a draft: a card shows them all."""


def keep(work: Work, context: Context, days: Iterable[tuple[CustomerDay, PlannedRow]]) -> Iterator[OrderRowOutcome]:
    """What waits already, waits once."""
    of: dict[int, list[tuple[date, PlannedRow]]] = {}
    for day, row in days:
        of.setdefault(day.customer, []).append((day.day, row))
    for customer, rows in of.items():
        try:
            with work.apart():
                _keep(work, context, customer, rows)
            yield from (OrderRowOutcome(row.row, waits=True) for _, row in rows)
        except Refusal as refusal:
            yield from (OrderRowOutcome(row.row, refusal=refusal) for _, row in rows)


def _keep(work: Work, context: Context, customer_id: int, rows: Sequence[tuple[date, PlannedRow]]) -> None:
    customer, had = for_logging(work, customer_id)
    if not had.held:
        raise NoSalesperson
    waiting = [
        each
        for each in work.orders.waiting_of(work.actor.agency_id or 0, customer_id=customer_id)
        if each.state is WaitState.PROJECT
    ]
    there = Counter(_says(value) for each in waiting for value in each.rows)
    fresh: list[tuple[dict[str, object], str]] = []
    for day, row in rows:
        check_day(had, day)
        value = cards.to_json(_row(KnownCustomer(customer.name, id=customer.id), day, row))
        if there[_says(value)] > 0:
            there[_says(value)] -= 1
        else:
            fresh.append((value, _told(day, row)))
    open_ = next((each for each in waiting if _goes_on(each, context)), None)
    while fresh:
        room = MOST - len(open_.rows) if open_ is not None else MOST
        some, fresh = fresh[:room], fresh[room:]
        values, told = [value for value, _ in some], "\n".join(text for _, text in some)
        if open_ is not None:
            work.orders.rewrite(
                open_, [*open_.rows, *values], open_.state, asked_id=open_.asked_id, text=f"{open_.text}\n{told}"
            )
            open_ = None
            continue
        kept = work.orders.wait(
            state=WaitState.PROJECT,
            agency_id=work.actor.agency_id or 0,
            author_id=work.actor.id,
            customer_id=customer_id,
            text=f"📎 {context.name}\n{told}",
            rows=values,
            at=work.now,
            written_on=context.written_on,
            asked_id=had.contact_id,
            job=context.job,
        )
        work.events.record(ProjectWanted(customer=customer_id, card=kept.id, salesperson=had.contact_id))


def _goes_on(waiting: WaitingOrder, context: Context) -> bool:
    """A draft that the same list began: another one's would be taken back with it."""
    return waiting.job == context.job and len(waiting.rows) < MOST


def _row(customer: KnownCustomer, day: date, row: PlannedRow) -> ReadRow:
    return ReadRow(
        customer=customer,
        written=row.written or None,
        quantity=row.quantity,
        price=None if row.price is None else Decimal(row.price),
        currency=row.currency,
        batches=tuple(ReadBatch(code, pieces) for code, pieces in row.batches),
        day=day,
        asks=(Ask.NO_PROJECT, *((Ask.PRICE,) if row.price is None else ())),
        rest=(row.called,) if row.called else (),
        reference=row.reference,
    )


def _told(day: date, row: PlannedRow) -> str:
    """As somebody would write it."""
    said = (row.called, row.written, str(row.quantity), row.price or "", day.isoformat())
    return " ".join(each for each in said if each)


def _says(value: Mapping[str, object]) -> str:
    names = ("day", "written", "quantity", "price", "currency", "reference", "batches", "rest")
    return repr([list(map(_plain, said)) if isinstance(said := value[name], list) else said for name in names])


def _plain(said: object) -> object:
    return list(said) if isinstance(said, list | tuple) else said

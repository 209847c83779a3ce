"""`baobei orders`: look inside the reading of orders. `read` needs neither a deployment nor a database."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import date

    from domain.orders.reading import Catalogue, ReadRow

app = typer.Typer(help="Orders as people write them.", no_args_is_help=True)


@app.callback()
def orders() -> None:
    """A group of its own, whatever it holds."""


def as_json(row: ReadRow) -> dict[str, object]:
    """With the keys of the tables that are given: what stands on the card, in plain values."""
    found: dict[str, object] = {
        "customer": row.customer.name if row.customer else None,
        "project": row.project.name if row.project else None,
        "mcu": row.mcu,
        "quantity": row.quantity,
        "unit_price": None if row.price is None else float(row.price),
        "tax": row.tax.value if row.tax else None,
        "batches": [each.code for each in row.batches],
        "date": row.day.isoformat() if row.day else None,
        "date_rule": row.day_rule,
        "ask": [each.value for each in row.asks],
    }
    if row.intent.value != "order":
        found["intent"] = row.intent.value
    if row.rest:
        found["rest"] = list(row.rest)
    return found


def catalogue_of(text: str) -> Catalogue:
    """From JSON: {"customers": [{"name", "aliases", "projects": [{"name", "mcu", "domain", "last_price"?}]}]}."""
    from decimal import Decimal

    from domain.orders.reading import Catalogue, KnownCustomer, KnownProject

    return Catalogue(
        [
            KnownCustomer(
                each["name"],
                tuple(each.get("aliases", ())),
                tuple(
                    KnownProject(
                        project["name"],
                        project["mcu"],
                        project.get("domain", ""),
                        last_price=Decimal(str(project["last_price"])) if project.get("last_price") else None,
                    )
                    for project in each.get("projects", ())
                ),
            )
            for each in json.loads(text)["customers"]
        ]
    )


def read_table(lines: Iterable[str], catalogue: Catalogue, today: date) -> Iterator[str]:
    """Each row of a tab-separated table, whose first column is a message (\\n and \\t escaped), with the reading as JSON. Months
    close as *policy* has it by default: a day without a year of one that is closed is asked, as on a card."""
    from domain.base import policy
    from domain.orders import years
    from domain.orders.reading import read

    closing = policy.default().orders.month_closes_on
    for number, line in enumerate(lines):
        cells = line.split("\t")
        if number == 0 and cells[0] == "message":
            yield "\t".join([*cells, "reading"])
            continue
        message = cells[0].replace("\\n", "\n").replace("\\t", "\t")
        rows = read(message, catalogue, today).rows
        found = [as_json(years.question(row, today, None, closing=closing)) for row in rows]
        yield "\t".join([*cells, json.dumps(found, ensure_ascii=False)])


@app.command()
def read(
    messages: Annotated[
        Path, typer.Option(help="A tab-separated table, its first column a message.", exists=True, dir_okay=False)
    ],
    catalogue: Annotated[
        Path, typer.Option(help="JSON: the customers whom the writer may log for.", exists=True, dir_okay=False)
    ],
    today: Annotated[datetime, typer.Option(help="The day on which they were written.", formats=["%Y-%m-%d"])],
) -> None:
    """What is understood of messages, as one more column of their table."""
    known = catalogue_of(catalogue.read_text(encoding="utf-8-sig"))
    for line in read_table(messages.read_text(encoding="utf-8-sig").splitlines(), known, today.date()):
        typer.echo(line)

"""Customer lists as people send them, row by row: what comes in, what doesn't, and what is told of it beforehand.

`lists/expected.tsv` says what must become of each row, `lists/also.tsv` of fields without a column of their own, and
`lists/said.tsv` in which of our words each of its sentences is told.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from domain.customers.records import Customer
from domain.imports.records import ImportFate
from storage.records.customers import StoredCustomers
from storage.tables.imports import import_rows
from storage.tables.names import names
from storage.tables.people import accounts, agencies
from tests.cast import Person, Scene, everywhere
from tests.scenarios.imports.test_import import received, sends_list, worked

LISTS = Path(__file__).parent / "lists"
AS_IF_APPROVED_THAT_DAY = "2027-02-28"


@dataclass(frozen=True)
class Wanted:
    row: int
    outcome: str
    values: Mapping[str, str]
    also: Mapping[str, str]


def wanted() -> dict[str, list[Wanted]]:
    also: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for line in _table("also.tsv"):
        also[line["file"], line["row"]][line["field"]] = line["value"]
    found: dict[str, list[Wanted]] = defaultdict(list)
    for line in _table("expected.tsv"):
        if line["outcome"] != "card":
            more = also[line["file"], line["row"]]
            found[line["file"]].append(Wanted(int(line["row"]), line["outcome"], line, more))
    return found


def _table(name: str) -> Iterator[dict[str, str]]:
    with (LISTS / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def sentences() -> dict[str, list[tuple[str, str, list[str]]]]:
    """File → (row, or – for the card; the sentence; our words for it). A card without a sentence tells its counts alone."""
    ours = {(line["file"], line["row"]): line["said"].split(";") for line in _table("said.tsv")}
    found: dict[str, list[tuple[str, str, list[str]]]] = defaultdict(list)
    for line in _table("expected.tsv"):
        at = line["file"], line["row"]
        if line["sentence"]:
            found[line["file"]].append((line["row"], line["sentence"], ours.pop(at)))
        elif line["outcome"] == "card":
            found[line["file"]].append((line["row"], "", []))
        assert line["outcome"] != "asked" or line["sentence"], f"{at} is asked, and nothing says what is told"
    assert not ours, f"no sentence is told by {ours}"
    return found


WANTED = wanted()
SENTENCES = sentences()


async def became(scene: Scene) -> dict[int, tuple[str, Customer | None, list[str]]]:
    """Row → what became of it, the customer, its aliases."""

    def ask(conn: Any) -> dict[int, tuple[str, Customer | None, list[str]]]:
        found: dict[int, tuple[str, Customer | None, list[str]]] = {}
        for row in conn.execute(select(import_rows)).all():
            customer = StoredCustomers(conn).get(row.customer_id) if row.fate == ImportFate.IMPORTED else None
            aliases: list[str] = []
            if customer is not None:
                mine = (names.c.customer_id == customer.id) & names.c.alias
                aliases = list(conn.execute(select(names.c.raw).where(mine).order_by(names.c.id)).scalars())
            found[row.row] = row.fate, customer, aliases
        return found

    return await scene.db.read(ask)


@everywhere
@pytest.mark.parametrize("file", sorted(WANTED))
async def test_every_row_of_a_list_comes_out_as_it_must(
    file: str, scene: Scene, admin: Person, li: Person, wang: Person, sun: Person
) -> None:
    await scene.later(days=6)  # 2026-11-29
    await sends_list(admin, (LISTS / file).read_bytes(), name=file)
    card = admin.screen
    told, of_rows = "", []
    if "需核对的行" in card:
        await admin.taps("需核对的行")
        of_rows = received(admin)
        told = json.dumps(of_rows, ensure_ascii=False)
    _says(card, of_rows, SENTENCES[file])
    await admin.taps("开始导入")
    await worked(scene)
    found = await became(scene)
    people = await scene.db.read(lambda conn: {row.id: row.name for row in conn.execute(select(accounts))})
    houses = await scene.db.read(lambda conn: {row.id: row.short_name for row in conn.execute(select(agencies))})
    for each in WANTED[file]:
        fate, customer, aliases = found.get(each.row, ("", None, []))
        if each.outcome == "taken":
            assert fate == ImportFate.IMPORTED, f"{file} row {each.row}: {card}\n{told}"
        if each.outcome == "refused":
            assert fate != ImportFate.IMPORTED, f"{file} row {each.row} came in"
        if customer is not None:
            _as_wanted(each, customer, aliases, people)
            assert houses[customer.agency_id] == each.also.get("agency", houses[customer.agency_id])
        else:
            assert f"[{each.row}, " in told or f"{each.row} 行" in card or f"{each.row}、" in card, (
                f"row {each.row} is told of nowhere: {card}"
            )


def _says(card: str, of_rows: Sequence[Sequence[object]], wanted: Sequence[tuple[str, str, list[str]]]) -> None:
    """Before anything is taken in. Of a row either the file of rows to look at tells, or the card."""
    for row, sentence, words in wanted:
        there = card
        if row != "–":
            there += "".join(str(cell) for each in of_rows if str(each[0]) == row for cell in each[1:])
        for each in words:
            assert each in there, f"row {row}: {sentence}\nisn't told by “{each}”: {there}"
        if not words:
            assert [line for line in card.splitlines() if not line.startswith("[")][2:] == [
                "共 1 行，可导入 1 行",
                "尚未导入，确认后开始。",
            ]


def _as_wanted(each: Wanted, customer: Customer, aliases: list[str], people: Mapping[int, str]) -> None:
    profile = customer.profile
    assert profile is not None
    shown = {
        "name": profile.name,
        "credit_code": profile.credit_code or "",
        "region": profile.region,
        "domain": profile.domain,
        "volume_wan": f"{profile.volume.normalize():f}",
        "protected_until": str(customer.protected_until),
        "contact": people[customer.contact_id or 0],
    }
    for field, value in shown.items():
        want = each.values[field]
        if field == "protected_until":
            want = want or AS_IF_APPROVED_THAT_DAY
        if field == "volume_wan" and want:
            want = "|".join(f"{Decimal(one).normalize():f}" for one in want.split("|"))
        assert value in want.split("|"), f"row {each.row}: {field} is {value}, not {want}"
    for field, value in each.also.items():
        told = "；".join(aliases) if field == "aliases" else getattr(profile, field, "")
        _fits(field, told, value)


def _fits(field: str, told: str, want: str) -> None:
    if field == "agency" or "未用到" in want:
        want = want.partition("（")[0]
    if field == "agency":
        return
    if want.startswith("含 "):
        assert all(part in told for part in want.removeprefix("含 ").split(" 与 ")), f"{field}: {told}"
    else:
        assert told in want.split("|"), f"{field}: {told}, not {want}"

"""Customer lists in English count in pieces, and none that comes back turns one number into another."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.cast import Person, Scene
from tests.scenarios.imports.test_import import document, held, worked

SUNSHINE = "中山市阳光灯饰有限公司"


def sheet(*rows: tuple[Any, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


async def sends(admin: Person, content: bytes) -> None:
    await admin.says("Home")
    await admin.taps("Administration")
    await admin.taps("Import customers")
    await admin.sends("customers.xlsx", content)
    await admin.taps("Submit")
    await worked(admin.scene)


@pytest.mark.parametrize(
    ("title", "volume"),
    [
        ("Volume (pieces a year)", 650000),
        ("Volume (pcs/year)", "650,000"),
        ("Volume (10k a year)", 65),
        ("Volume (10,000 a year)", 65),
        ("Volume (k a year)", 650),
        ("Volume", 650000),
        ("Volume", "650k"),
        ("总出货量（万/年）", 65),
    ],
)
async def test_a_volume_is_what_its_heading_says(
    scene: Scene, li: Person, admin: Person, title: str, volume: int | str
) -> None:
    await admin.speaks("English")
    await sends(
        admin,
        sheet(("Customer name", "Agency", "Contact", title), (SUNSHINE, "深圳南山电子", "李明", volume)),
    )
    await admin.taps("Import")
    await worked(scene)
    assert (await held(scene, SUNSHINE)).profile.volume == Decimal(65)


async def test_the_template_is_filled_in_with_what_a_screen_says(scene: Scene, li: Person, admin: Person) -> None:
    await admin.speaks("English")
    await admin.says("Home")
    await admin.taps("Administration")
    await admin.taps("Import customers")
    await admin.taps("Template")
    await admin.taps("Send it to me")
    await worked(scene)
    titles = [
        str(cell.value) for cell in next(load_workbook(BytesIO(document(admin))).worksheets[0].iter_rows(max_row=1))
    ]
    told = {
        "Customer name": SUNSHINE,
        "Agency": "深圳南山电子",
        "Salesperson": "李明",
        "Volume (pieces a year)": "650,000",
    }
    assert told.keys() <= {each.rstrip(" *") for each in titles}
    await sends(admin, sheet(tuple(titles), tuple(told.get(each.rstrip(" *")) for each in titles)))
    await admin.taps("Import")
    await worked(scene)
    assert (await held(scene, SUNSHINE)).profile.volume == Decimal(65)


async def test_an_export_that_is_imported_again_has_the_same_numbers(
    scene: Scene, li: Person, chen: Person, admin: Person
) -> None:
    await li.reports(SUNSHINE)
    await chen.approves(SUNSHINE)
    volume = (await held(scene, SUNSHINE)).profile.volume
    await admin.speaks("English")
    await admin.says("Home")
    await admin.taps("My customers")
    await admin.taps("Export")
    await worked(scene)
    rows: list[tuple[Any, ...]] = list(
        load_workbook(BytesIO(document(admin))).worksheets[0].iter_rows(values_only=True)
    )
    at = rows[0].index("Volume (pieces a year)")
    assert rows[1][at] == volume * 10_000
    name = rows[0].index("Customer")
    other = [each if place != name else "东莞市晨曦家电有限公司" for place, each in enumerate(rows[1])]
    await sends(admin, sheet(rows[0], tuple(other)))
    await admin.taps("Import")
    await worked(scene)
    assert (await held(scene, "东莞市晨曦家电有限公司")).profile.volume == volume

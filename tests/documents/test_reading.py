"""A workbook that somebody sent is read by its values, and whatever can't or mustn't be read gets its own sentence."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from domain.errors import Refusal
from domain.imports import Column
from notifications.documents import reading
from notifications.documents.reading import (
    EmptyWorkbook,
    EncryptedWorkbook,
    NoWorkbook,
    OldWorkbook,
    WorkbookTooBig,
)
from notifications.list_header import CUSTOMERS, HeaderMissing
from notifications.lists import read_list
from tests.documents.workbooks import (
    HEADING,
    SHEET,
    customer,
    listing,
    protected_by_password,
    with_part,
    with_sheet,
    workbook,
    zip_marked_encrypted,
)

STAR = "深圳市星河联创电子有限公司"


def bomb() -> bytes:
    """A few hundred kilobytes that unpack to 300 MB."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(("a",)))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            if info.filename != SHEET:
                new.writestr(info.filename, old.read(info.filename))
        with new.open(SHEET, "w") as part:
            for _ in range(300):
                part.write(b" " * (1 << 20))
    return out.getvalue()


def laughing() -> bytes:
    """Entities that would grow to gigabytes."""
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    xml = (
        f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "lol">{entities}]>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row></sheetData></worksheet>'
    )
    return with_part(workbook(("a",)), SHEET, xml.encode())


def zip_of(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


HOSTILE: dict[str, tuple[Callable[[], bytes], type[Refusal]]] = {
    "a text": (lambda: "客户名称,代理商\n星河,南山".encode("gb18030"), NoWorkbook),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 500, NoWorkbook),
    "one byte": (lambda: b"P", NoWorkbook),
    "another kind of zip": (lambda: zip_of(readme=b"hello"), NoWorkbook),
    "half a workbook": (lambda: listing(customer(STAR))[:2000], NoWorkbook),
    "a workbook with a torn sheet": (
        lambda: with_part(listing(customer(STAR)), SHEET, b"<worksheet><sheet"),
        NoWorkbook,
    ),
    "a workbook without a sheet": (lambda: with_part(listing(), "xl/workbook.xml", b"<workbook/>"), EmptyWorkbook),
    "an .xls": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 2000, OldWorkbook),
    "a password": (protected_by_password, EncryptedWorkbook),
    "an encrypted zip": (zip_marked_encrypted, EncryptedWorkbook),
    "a zip bomb": (bomb, WorkbookTooBig),
    "entities that grow": (laughing, NoWorkbook),
    "a row far below": (
        lambda: with_sheet('<row r="99999999999"><c r="A99999999999" t="inlineStr"><is><t>x</t></is></c></row>'),
        WorkbookTooBig,
    ),
    "a sheet without a value": (lambda: workbook((None, "", " ")), EmptyWorkbook),
    "only cells without a value": (lambda: with_sheet('<row r="1"><c r="A1" s="0"/></row>'), EmptyWorkbook),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_no_readable_workbook_is_refused_by_name_and_soon(kind: str, tmp_path: Path) -> None:
    content, refusal = HOSTILE[kind]
    file = tmp_path / "file.xlsx"
    file.write_bytes(content())
    begun = time.process_time()
    with pytest.raises(Refusal) as refused:
        list(reading.rows(file))
    assert type(refused.value) is refusal
    assert time.process_time() - begun < 5


def read(tmp_path: Path, content: bytes) -> list[tuple[int, tuple[str, ...]]]:
    file = tmp_path / "file"
    file.write_bytes(content)
    return list(reading.rows(file))


def test_more_rows_than_are_taken_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 50)
    with pytest.raises(WorkbookTooBig):
        read(tmp_path, workbook(*(("x",) for _ in range(100))))


def test_values_come_as_somebody_would_write_them(tmp_path: Path) -> None:
    moment = datetime(2027, 2, 22, 9, 41)  # noqa: DTZ001  (Excel knows no zones)
    row = ("  星河 ", 120, 12.50, 0.1 + 0.2, date(2027, 2, 22), moment, True, None, "尾")
    written = ("星河", "120", "12.5", "0.3", "2027-02-22", "2027-02-22", "True", "", "尾")
    assert read(tmp_path, workbook(row)) == [(1, written)]


def test_a_formula_counts_by_the_value_that_excel_left(tmp_path: Path) -> None:
    sheet = with_sheet(
        '<row r="1"><c r="A1" t="str"><f>"星河"&amp;"电子"</f><v>星河电子</v></c><c r="B1"><f>1+1</f></c>'
        '<c r="C1" t="inlineStr"><is><t>尾</t></is></c></row>'
    )
    assert read(tmp_path, sheet) == [(1, ("星河电子", "", "尾"))]


def test_empty_rows_are_passed_over_and_numbers_are_those_that_excel_shows(tmp_path: Path) -> None:
    assert [number for number, _ in read(tmp_path, workbook(("a",), (), (None, ""), ("b",)))] == [1, 4]


def test_a_cell_is_read_up_to_a_length(tmp_path: Path) -> None:
    ((_, (cell,)),) = read(tmp_path, workbook(("长" * 30_000,)))
    assert len(cell) == reading.LONGEST_CELL


# --- the heading --------------------------------------------------------------------------------------------------


def listed(tmp_path: Path, content: bytes) -> list[tuple[int, dict[str, str]]]:
    file = tmp_path / "file"
    file.write_bytes(content)
    return [(row, dict(cells)) for row, cells in read_list(file, CUSTOMERS)]


def test_a_heading_is_known_however_it_is_written_wherever_it_stands(tmp_path: Path) -> None:
    heading = ("序号", "联系人", "公司名称 *", "总出货量(万/年)", " 代理商名称＊", "备用")
    rows = listed(tmp_path, workbook(("2026 年客户清单",), (), heading, (1, "李明", STAR, 120, "南山", "x")))
    wanted = {Column.CONTACT: "李明", Column.NAME: STAR, Column.VOLUME: "120", Column.AGENCY: "南山"}
    assert rows == [(4, {column.value: text for column, text in wanted.items()})]


def test_of_a_column_that_stands_twice_the_first_counts(tmp_path: Path) -> None:
    rows = listed(tmp_path, workbook((*HEADING, "客户名称"), (*customer(STAR), "别的")))
    assert rows[0][1]["name"] == STAR


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(HeaderMissing) as refused:
        listed(tmp_path, workbook(("客户名称", "代理商"), (STAR, "南山")))
    assert [each.key for each in refused.value.columns] == ["import-column-contact"]


def test_a_list_without_any_heading_is_told_all_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(HeaderMissing) as refused:
        listed(tmp_path, workbook(*(("x", "y") for _ in range(30))))
    assert len(refused.value.columns) == 3

"""A list that somebody sent is read by its values, and whatever can't or mustn't be read gets its own sentence."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs.core.refusals import say_refusal
from dialogs.core.texts import Reader, Texts, plain
from domain.base import labels, policy
from domain.base.errors import Refusal
from domain.lists import reading
from domain.lists.cells import LONGEST
from domain.lists.report import ListReport
from notifications.documents import sheets
from notifications.documents.sheets import (
    EmptyWorkbook,
    EncryptedWorkbook,
    NoWorkbook,
    OtherFile,
    SheetEnd,
    WorkbookTooBig,
)
from notifications.jobs.list_header import AGENCIES, CUSTOMERS, MCUS, PEOPLE, Header
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
TEXTS = Texts.load()


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
    "a text": (lambda: "各位好，附件是名单，请查收。".encode("gb18030"), NoWorkbook),
    "one byte": (lambda: b"P", NoWorkbook),
    "half a workbook": (lambda: listing(customer(STAR))[:2000], NoWorkbook),
    "a workbook with a torn sheet": (
        lambda: with_part(listing(customer(STAR)), SHEET, b"<worksheet><sheet"),
        NoWorkbook,
    ),
    "a workbook without a sheet": (lambda: with_part(listing(), "xl/workbook.xml", b"<workbook/>"), EmptyWorkbook),
    "a broken .xls": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 2000, NoWorkbook),
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


CUSTOMER = CUSTOMERS.reading(policy.default())
PLACES = ("name", "code", "region", "domain", "volume", "mcus", "buyer", "factory", "background")
TABLE = replace(CUSTOMER, positions=PLACES, required=())
"""A sheet without a heading, for tests of cells."""


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_no_readable_list_is_refused_by_name_and_soon(kind: str, tmp_path: Path) -> None:
    content, refusal = HOSTILE[kind]
    file = tmp_path / "file.xlsx"
    file.write_bytes(content())
    begun = time.process_time()
    with pytest.raises(Refusal) as refused:
        list(sheets.read(file, CUSTOMER))
    assert type(refused.value) is refusal
    assert time.process_time() - begun < 5


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
OTHERS: dict[str, tuple[str, bytes]] = {
    "a picture": ("picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 500),
    "a PDF": ("pdf", b"%PDF-1.7\n%\xe2\xe3\n1 0 obj"),
    "an archive": ("archive", zip_of(readme=b"hello")),
    "a table of Numbers": ("numbers", zip_of(**{"Index/Document.iwa": b"x", "preview.jpg": b"x"})),
    "a new document": ("word", zip_of(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b"x"})),
    "an old document": ("word", OLE + "WordDocument".encode("utf-16-le")),
    "something of WPS": ("wps", OLE + "WpsCustomData".encode("utf-16-le")),
    "a page that an old system calls .xls": (
        "page",
        "<html><head><meta charset=gb2312></head><table><tr><td>客户名称</td></tr></table></html>".encode("gb18030"),
    ),
    "a table alone": ("page", "\n<table border=1><tr><td>客户名称,代理商</td></tr></table>".encode("utf-8-sig")),
    "Excel's XML of 2003": (
        "page",
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>',
    ),
    "a page with all its pictures": (
        "page",
        b"MIME-Version: 1.0\nX-Document-Type: Workbook\nContent-Type: multipart/related",
    ),
}


@pytest.mark.parametrize("called", OTHERS)
def test_what_is_something_else_is_called_what_it_is_and_how_to_make_a_list_of_it(called: str, tmp_path: Path) -> None:
    kind, content = OTHERS[called]
    file = tmp_path / "客户清单.xls"
    file.write_bytes(content)
    with pytest.raises(OtherFile) as refused:
        list(sheets.read(file, CUSTOMER))
    assert refused.value.kind == kind
    for language in ("zh", "en"):
        told = plain(TEXTS.render(say_refusal(refused.value), Reader(language, date.min, UTC)))
        assert "Excel" in told or kind == "archive"


def read(tmp_path: Path, content: bytes, **how: Any) -> tuple[list[tuple[int, dict[str, str]]], ListReport]:
    """Rows and what is told, as the limited child reads them."""
    file = tmp_path / "file"
    file.write_bytes(content)
    items = list(sheets.read(file, replace(CUSTOMER, **how)))
    told = items.pop()
    assert isinstance(told, SheetEnd)
    return [(item[0], item[1]) for item in items if not isinstance(item, SheetEnd)], told.report


def table(tmp_path: Path, content: bytes) -> list[tuple[int, dict[str, str]]]:
    return read(tmp_path, content, positions=PLACES, required=())[0]


def test_more_rows_than_are_taken_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 50)
    file = tmp_path / "file"
    file.write_bytes(workbook(*(("x",) for _ in range(100))))
    with pytest.raises(WorkbookTooBig):
        list(sheets.parse(file, TABLE.to_json()))


def test_values_come_as_somebody_would_write_them(tmp_path: Path) -> None:
    moment = datetime(2027, 2, 22, 9, 41)  # noqa: DTZ001  (a spreadsheet knows no zones)
    row = ("  星河 ", 120, 12.50, 0.1 + 0.2, date(2027, 2, 22), moment, True, None, "尾")
    written = ("星河", "120", "12.5", "0.3", "2027-02-22", "2027-02-22", "TRUE", "", "尾")
    expected = {name: text for name, text in zip(PLACES, written, strict=True) if text}
    assert table(tmp_path, workbook(row)) == [(1, expected)]


def test_a_formula_counts_by_the_value_that_was_left_and_one_without_is_told(tmp_path: Path) -> None:
    sheet = with_sheet(
        '<row r="1"><c r="A1" t="str"><f>"星河"&amp;"电子"</f><v>星河电子</v></c><c r="B1"><f>1+1</f></c>'
        '<c r="C1" t="inlineStr"><is><t>尾</t></is></c><c r="D1" t="str"><f>""</f><v></v></c>'
        '<c r="E1" t="e"><v>#N/A</v></c></row>'
    )
    rows, report = read(tmp_path, sheet, positions=PLACES, required=())
    assert rows == [(1, {"name": "星河电子", "region": "尾"})]
    assert (list(map(tuple, report.formulas)), list(map(tuple, report.errors))) == ([(1, "code")], [(1, "volume")])


def test_empty_rows_are_passed_over_and_numbers_are_those_that_excel_shows(tmp_path: Path) -> None:
    assert [number for number, _ in table(tmp_path, workbook(("a",), (), (None, ""), ("b",)))] == [1, 4]


def test_a_cell_is_read_up_to_a_length(tmp_path: Path) -> None:
    ((_, found),) = table(tmp_path, workbook(("长" * 30_000,)))
    assert len(found["name"]) == LONGEST


# --- the heading --------------------------------------------------------------------------------------------------


def test_a_heading_is_known_however_it_is_written_wherever_it_stands(tmp_path: Path) -> None:
    heading = ("序号", "联系人", "公司名称 *", "总出货量(万/年)", " 代理商名称＊", "备用")
    rows, report = read(tmp_path, workbook(("2026 年客户清单",), (), heading, (1, "李明", STAR, 120, "南山", "x")))
    assert rows == [(4, {"contact": "李明", "name": STAR, "volume": "120", "agency": "南山"})]
    assert (report.heading, report.unused) == ([3], ["备用"])


def test_of_two_columns_for_one_field_the_words_order_decides_and_the_other_is_told(tmp_path: Path) -> None:
    rows, report = read(tmp_path, workbook((*HEADING, "客户全称"), (*customer(STAR), "别的")))
    assert rows[0][1]["name"] == STAR
    assert (report.unused, report.rivals) == (["客户全称"], {"客户全称": "name"})


def test_a_missing_column_is_told(tmp_path: Path) -> None:
    rows, report = read(tmp_path, workbook(("客户名称", "代理商", "经办"), (STAR, "南山", "李明")))
    assert (rows, report.missing, report.unused) == ([], ["contact"], ["经办"])


def test_a_list_without_any_heading_is_told_all_that_is_missing(tmp_path: Path) -> None:
    assert read(tmp_path, workbook(*(("x", "y") for _ in range(30))))[1].missing == ["name", "agency", "contact"]


@pytest.mark.parametrize("separator", ["", ",", "\t", ";"])
def test_a_heading_of_which_no_word_is_known_is_found_by_its_looks(separator: str, tmp_path: Path) -> None:
    """So that somebody can say what each column is; in a text, whatever separates them."""
    rows = (
        ("名单",),
        ("甲方抬头", "货走谁家", "谁在盯"),
        (STAR, "南山", "李明"),
        ("东莞市明月精密仪器有限公司", "天河", "王芳"),
    )
    content = "\n".join(map(separator.join, rows)).encode() if separator else workbook(*rows)
    found, report = read(tmp_path, content)
    assert (found, report.heading, report.unused) == ([], [2], ["甲方抬头", "货走谁家", "谁在盯"])
    assert report.strays == []
    learned = {"甲方抬头": "name", "货走谁家": "agency", "谁在盯": "contact"}
    assert [each["contact"] for _, each in read(tmp_path, content, learned=learned)[0]] == ["李明", "王芳"]


def test_what_somebody_said_of_a_column_counts_more_than_the_table_of_words(tmp_path: Path) -> None:
    content = workbook(("客户名称", "代理商", "业务员", "经办"), (STAR, "南山", "李明", "王芳"))
    assert read(tmp_path, content, learned={"经办": "contact"})[0][0][1]["contact"] == "王芳"
    assert read(tmp_path, content, learned={"业务员": ""})[1].missing == ["contact"]


@pytest.mark.parametrize("header", [CUSTOMERS, AGENCIES, PEOPLE, MCUS], ids=lambda each: str(each.stem))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_column_of_a_template_is_known(header: Header, language: str) -> None:
    reader = Reader(language, date.min, UTC)
    words = header.reading(policy.default()).words
    titles = {each.value: plain(TEXTS.render(header.title(each.value), reader)) for each in header.columns}
    assert {column: labels.fields(words, title) for column, title in titles.items()} == {
        column: (column,) for column in titles
    }


# --- text ---------------------------------------------------------------------------------------------------------

LIST = (
    '客户名称,代理商,业务员,备注\n深圳市星河联创电子有限公司,深圳南山电子,李明,"一行\n两行"\n'
    "东莞市明月精密仪器有限公司,广州天河微电,王芳,\n"
)
TRADITIONAL = '客戶名稱,代理商,業務員,備註\n香港星河電子有限公司,南山電子,李明,"一行\n兩行"\n香港明月精密有限公司,天河微電,王芳,\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "big5"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_text_is_read_in_whatever_encoding_and_with_whatever_separators(
    encoding: str, separator: str, tmp_path: Path
) -> None:
    text = (TRADITIONAL if encoding == "big5" else LIST).replace(",", separator)
    rows, report = read(tmp_path, text.encode(encoding))
    assert [number for number, _ in rows] == [2, 3]  # a line break inside of quotes doesn't count
    assert rows[0][1]["contact"] == "李明"
    assert report.delimiter == separator


@given(st.binary(max_size=400))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_bytes_raise_anything_but_a_refusal(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    with suppress(Refusal):
        list(sheets.parse(file, CUSTOMER.to_json()))

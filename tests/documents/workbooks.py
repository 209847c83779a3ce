"""Excel files for tests: good ones, and those that somebody sends to do harm or by mistake."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell

HEADING = (
    *(
        "客户名称",
        "统一社会信用代码",
        "区域",
        "产品领域",
        "总出货量（万/年）",
        "在用MCU",
        "采购方",
        "加工厂",
        "客户背景",
    ),
    *("代理商", "代理商联系人", "保护至", "别名"),
)


def workbook(*rows: Sequence[Any], title: str = "客户") -> bytes:
    """The rows as the first sheet."""
    return book_of(**{title: rows})


def book_of(**sheets: Sequence[Sequence[Any]]) -> bytes:
    """Sheets by their names."""
    book = Workbook(write_only=True)
    for title, rows in sheets.items():
        sheet: Any = book.create_sheet(title)
        for row in rows:
            sheet.append([_text(sheet, each) if isinstance(each, str) else each for each in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _text(sheet: Any, text: str) -> Any:
    """A text, whatever it begins with: openpyxl would make formulas of some."""
    cell: Any = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell


def customer(
    name: str, agency: str = "深圳南山电子", contact: str = "李明", *, code: str = "", until: Any = None, **more: Any
) -> list[Any]:
    """A row of the list; `more` by the English names of the columns."""
    given = {"region": "广东 深圳", "domain": "家电 · 空调", "volume": 12.5, "mcus": "STM32F103", **more}
    rest = [given.get(each) for each in ("region", "domain", "volume", "mcus", "buyer", "factory", "background")]
    return [name, code or None, *rest, agency, contact, until, given.get("aliases")]


def listing(*rows: Sequence[Any]) -> bytes:
    """A customer list."""
    return workbook(HEADING, *rows)


def cells(content: bytes, sheet: int = 0) -> list[tuple[Any, ...]]:
    """What stands in a workbook."""
    book = load_workbook(io.BytesIO(content))
    return list(book.worksheets[sheet].iter_rows(values_only=True))


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """A workbook of which one part was replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info.filename, old.read(info.filename))
        new.writestr(name, part)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
_XML = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'


def with_sheet(rows: str) -> bytes:
    """A workbook whose sheet is this XML."""
    return with_part(workbook(("a",)), SHEET, _XML.format(rows).encode())


def protected_by_password() -> bytes:
    """What Excel writes when a workbook gets a password: an OLE container with an encrypted package inside."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600


def zip_marked_encrypted() -> bytes:
    content = bytearray(workbook(("a",)))
    at = content.find(b"PK\x01\x02")
    while at >= 0:  # the flag in every entry of the central directory
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(content)

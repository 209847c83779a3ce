"""Files that aren't what they should be: each is refused with the reason, nothing else happens."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from PIL import Image

from bot.drivers.telegram import DOWNLOAD_LIMIT
from tests.cast import Person, Scene
from tests.cast.contracts import begins, pasted, pdf, picture
from tests.documents.workbooks import SHEET, with_part, workbook

EXE = b"MZ" + bytes(400)
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(300)


def bomb() -> bytes:
    """A document that unpacks to a thousand times its size."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", bytes(60 << 20))
    return out.getvalue()


def wall() -> bytes:
    """A picture of a few kilobytes that unpacks to a tenth of a gigabyte and more."""
    out = BytesIO()
    Image.new("1", (16_000, 16_000)).save(out, "PNG", optimize=True)
    return out.getvalue()


def drawn(kind: str, **options: object) -> bytes:
    """A photo's worth of noise."""
    out = BytesIO()
    Image.effect_noise((400, 300), 80).convert("RGB").save(out, kind, **options)
    return out.getvalue()


def moving() -> bytes:
    """A GIF of three pictures."""
    out = BytesIO()
    first, *others = (Image.effect_noise((200, 150), 80) for _ in range(3))
    first.save(out, "GIF", save_all=True, append_images=others)
    return out.getvalue()


def half(content: bytes) -> bytes:
    """What is left of an upload that broke off: enough to say what it is, and how large."""
    return content[: len(content) // 2]


def endless_pdf(pages: str) -> bytes:
    """A PDF whose objects refer to each other in circles."""
    return (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        f"2 0 obj<</Type/Pages/Count 1/Kids[{pages}]>>endobj\n3 0 obj<</Type/Pages/Count 1/Kids[2 0 R]>>endobj\n"
        "trailer<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF\n"
    ).encode()


def deep_pdf() -> bytes:
    """A PDF in which brackets nest a hundred thousand deep."""
    return b"%PDF-1.4\n1 0 obj" + b"[" * 100_000 + b"endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def laughing() -> bytes:
    """A workbook whose text is entities that would grow to gigabytes."""
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    xml = f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "ha">{entities}]>'
    sheet = xml + '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    sheet += '<c r="A1" t="inlineStr"><is><t>&l11;</t></is></c></row></sheetData></worksheet>'
    return with_part(workbook(("签约名称", "a")), SHEET, sheet.encode())


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "一面墙.png": (wall, "解开后过大"),
    "营业执照.pdf": (lambda: EXE, "内容与文件名不符"),
    "执照.exe": (lambda: EXE, "这里不收"),
    "正式合同.docx": (bomb, "解开后过大"),
    "执照.heic": (lambda: HEIC, "是 HEIC 照片"),
    "合同.pdf": (lambda: pdf("secret", "password"), "有密码，打不开"),
    "坏的.pdf": (lambda: pdf()[:200], "已损坏，打不开"),
    "坏的.jpg": (lambda: picture()[:200], "已损坏，打不开"),
    "不是照片.jpg": (lambda: b"just some words", "内容与文件名不符"),
    "半张.jpg": (lambda: half(drawn("JPEG", quality=90)), "已损坏，打不开"),
    "半张.png": (lambda: half(drawn("PNG")), "已损坏，打不开"),
    "半张.webp": (lambda: half(drawn("WEBP")), "已损坏，打不开"),
    "半张.bmp": (lambda: half(drawn("BMP")), "已损坏，打不开"),
    "半张.tif": (lambda: half(drawn("TIFF")), "已损坏，打不开"),
    "半张.gif": (lambda: half(moving()), "已损坏，打不开"),
    "绕圈.pdf": (lambda: endless_pdf("3 0 R"), "已损坏，打不开"),
    "自己.pdf": (lambda: endless_pdf("2 0 R"), "已损坏，打不开"),
    "很深.pdf": (deep_pdf, "已损坏，打不开。请重新拍照、扫描或导出后再发"),
    "坏的.xlsx": (lambda: workbook(("签约名称", "a"))[:900], "请用 Excel 或 WPS 打开，另存为新的 .xlsx 再发"),
    "坏的.zip": (lambda: workbook(("签约名称", "a"))[:900], "请在电脑上解压，把里面的文件逐个发来"),
}


@pytest.fixture
async def at_documents(sun: Person) -> Person:
    """孙总 is asked for the pages of a document."""
    await begins(sun)
    await sun.says(pasted())
    await sun.taps("附件")
    await sun.taps("＋营业执照")
    return sun


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_file_is_refused_with_the_reason(at_documents: Person, name: str) -> None:
    made, reason = HOSTILE[name]
    await at_documents.sends(name, made(), mime="application/octet-stream")
    at_documents.sees(reason, "文件")
    at_documents.sees_not("完成（1）")


async def test_a_workbook_that_laughs_says_nothing_and_the_bot_lives(at_documents: Person) -> None:
    await at_documents.sends("合同信息.xlsx", laughing(), mime="application/octet-stream")
    await at_documents.says("https://example.com/licence.pdf")
    at_documents.sees("https://example.com/licence.pdf")


async def test_a_file_of_21_mb_is_refused_before_it_is_fetched(at_documents: Person) -> None:
    await at_documents.sends("合同.pdf", b"%PDF-1.7" + bytes(DOWNLOAD_LIMIT + (1 << 20)), mime="application/pdf")
    at_documents.sees("太大，收不下")


async def test_a_path_in_a_name_is_left_behind(at_documents: Person) -> None:
    await at_documents.sends("../../etc/执照.pdf", pdf(), mime="application/pdf")
    at_documents.sees("1 📎 执照.pdf", "完成（1）")
    at_documents.sees_not("etc")


async def test_photos_files_and_a_link_are_the_pages_of_one_document(at_documents: Person, scene: Scene) -> None:
    await at_documents.sends_photo(picture())
    await at_documents.sends("第二页.pdf", pdf(), mime="application/pdf")
    await at_documents.says("https://example.com/licence.pdf")
    at_documents.sees("3 📎 https://example.com/licence.pdf", "完成（3）")
    await at_documents.says("不是链接")
    at_documents.sees("请发文件或照片，或以 http 开头的链接")
    for address in ("javascript:alert(1)", "file://host/passwd", "https://good.example@evil.example/", "http://x"):
        await at_documents.says(address)
        at_documents.sees("请发文件或照片，或以 http 开头的链接", "完成（3）")


@pytest.mark.parametrize("kind", ["photo", "document"])
async def test_a_file_of_which_nothing_arrives_is_refused(at_documents: Person, scene: Scene, kind: str) -> None:
    """Telegram takes no empty ones; what comes through a broken line can be empty all the same."""
    async with scene.at_once():
        if kind == "photo":
            await at_documents.sends_photo(picture())
        else:
            await at_documents.sends("空.pdf", pdf(), mime="application/pdf")
        for file in (each for each in scene.sandbox.files.folder.rglob("*") if each.is_file()):
            file.write_bytes(b"")
    at_documents.sees("请再发一次")
    at_documents.sees_not("完成（1）")

"""What file an update carries."""

from __future__ import annotations

import pytest

from bot.drivers.telegram import Carried, Raw, file_of
from bot.drivers.telegram.files import NAME_LENGTH, file_name
from tests.drivers.updates import DOCUMENT, PHOTO, edited, message, tap


@pytest.mark.parametrize(
    ("raw", "file"),
    [
        (message(document=DOCUMENT), Carried("BQACAgUAAx", "报价单.pdf", "document", 23400)),
        (message(photo=PHOTO), Carried("large", "photo-12.jpg", "photo", 98000)),
        (message(document={"file_id": "x"}), Carried("x", "document-12", "document", None)),
        (message(document={"file_id": "x", "file_size": "big"}), Carried("x", "document-12", "document", None)),
        (message(video={"file_id": "v", "file_size": 9}), Carried("v", "video-12.mp4", "video", 9)),
        (message(audio={"file_id": "a", "file_name": "会议.m4a"}), Carried("a", "会议.m4a", "audio", None)),
        (
            message(animation={"file_id": "x"}, document=DOCUMENT),
            Carried("BQACAgUAAx", "报价单.pdf", "document", 23400),
        ),
        (message(text="无"), None),
        (message(voice={"file_id": "x"}), None),
        (edited(document=DOCUMENT), None),
        (tap(), None),
    ],
)
def test_the_file_of_an_update(raw: Raw, file: Carried | None) -> None:
    assert file_of(raw) == file


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("合同.docx", "合同.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\li\\报价.xlsx", "报价.xlsx"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("x\0\n.pdf", "x.pdf"),
        ("..", ""),
        ("", ""),
    ],
)
def test_a_senders_file_name_loses_folders_and_tricks(given: str, kept: str) -> None:
    assert file_name(given) == kept


def test_a_long_file_name_keeps_its_ending() -> None:
    name = file_name("长" * 400 + ".pdf")

    assert len(name) == NAME_LENGTH
    assert name.endswith(".pdf")

"""A paper of the vendor's to be read: its text page by page, or the file."""

from __future__ import annotations

from dialogs.core.screen import Attached, Screen, Wording, say
from dialogs.shared.words import BACK, pages
from domain.base.policy.papers import VendorPaper

A_PAGE = 1200
"""Characters of a text on one page."""


def paper_screen(title: Wording, paper: VendorPaper, vendor: str, page: int) -> Screen:
    if paper.file:
        return Screen((title, say("vendor-paper-file")), ((BACK,),), Attached(paper.sha256, paper.name))
    texts, others = (_parts(each.replace("{vendor}", vendor)) for each in (paper.text, paper.english or paper.text))
    count = max(len(texts), len(others))
    page = min(page, count - 1)
    text, other = (each[min(page, len(each) - 1)] for each in (texts, others))
    return Screen((title, say("vendor-paper", text=text, english=other)), (*pages(page, 1, count), (BACK,)))


def _parts(text: str) -> list[str]:
    """The paragraphs, as many on a page as are read comfortably."""
    parts: list[str] = []
    for paragraph in filter(None, (each.strip() for each in text.split("\n\n"))):
        if parts and len(parts[-1]) + len(paragraph) < A_PAGE:
            parts[-1] += "\n\n" + paragraph
        else:
            parts.append(paragraph)
    return parts or [""]

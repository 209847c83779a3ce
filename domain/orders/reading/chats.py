"""What is copied out of a chat: who wrote when stands above each message, or before it.

[2026/11/27 17:58] 李明: 白桦 8k 3.15      周敏 11-27 18:02⏎白桦 8k 3.15
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.base import dates

_HEAD = re.compile(
    r"\s*(?P<open>[\[【(（])?(?:(?P<before>[^\d\s:：\[\]【】]{1,12})\s+)?(?P<date>(?:20\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?\s+)?"
    r"(?:(?:上午|下午|晚上|早上|中午|凌晨)\s?)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s*[\]】)）]?\s*"
    r"(?:(?P<behind>[^\d\s:：]{1,12})\s*[:：]\s*)?(?P<said>.*)"
)


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of one message. `day` is when it was written, where that is told."""

    text: str
    day: date | None = None


def sections(text: str, today: date) -> Iterator[Section]:
    """The whole as one where nothing was copied."""
    lines: list[str] = []
    day: date | None = None
    for each in text.splitlines():
        head = _HEAD.fullmatch(each)
        if head is None or not _is_head(head):
            lines.append(each)
            continue
        if lines:
            yield Section("\n".join(lines), day)
        lines = [head["said"]] if head["said"].strip() else []
        if head["date"]:
            written = dates.only_day(head["date"].strip().rstrip("日").replace("月", "-"), today, "past")
            day = written if written is not None and written <= today else None
    if lines or not text.strip():
        yield Section("\n".join(lines), day)


def _is_head(found: re.Match[str]) -> bool:
    """A time in a line of an order is none: there must be a name, and nothing else or a mark."""
    if found["behind"]:
        return bool(found["open"] or found["date"])
    return not found["said"].strip() and bool(found["before"])

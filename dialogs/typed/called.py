"""What people call what stands at home: 报备, 录单, 我要写跟进, 看看待办. Each entry's other words stand in the catalogues, so that a word is
added without code; the label itself is known without them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dialogs.core.screen import say
from dialogs.core.words import bare
from dialogs.typed import Wordings

ALSO: Mapping[str, str] = {
    "report_customer": "also-report",
    "write_follow_up": "also-follow-up",
    "log_orders": "also-log-order",
    "customers": "also-customers",
    "board": "also-board",
    "my_projects": "also-projects",
    "approvals": "also-approvals",
    "requests": "also-requests",
    "pool": "also-pool",
    "contracts": "also-contracts",
    "people": "also-people",
    "announcements": "also-announcements",
    "drafts": "also-drafts",
    "sales": "also-sales",
    "help": "also-help",
    "language": "also-language",
    "accounts": "also-accounts",
    "contact_us": "also-contact-us",
    "questions": "also-questions",
    "feedbacks": "also-feedback",
    "publications": "also-publications",
    "to_answer": "also-to-answer",
    "order_cards": "also-order-cards",
    "targets": "also-targets",
    "units": "also-units",
}
"""Dialogs that are entries, and the sentence that lists what they are called besides."""
LONGEST = 40
"""Characters of a line that may be nothing but such a word."""
BETWEEN = re.compile(r"[、,，]\s*")
_POLITELY = re.compile(
    r"(?:(?:我的|我|麻烦|请|帮我|给我|想|要|去|再|来|打开|进入|查看|查|看看|看|一下|下|新建|新增|开始|i want to|i'd like to|please|open|show|go to|my|new|the|a)\s*)*",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?:一下|一个|吧|啊|呀|呢|了|哦|哈|谢谢|please|[\s:：!！?？.。~～…])+$", re.IGNORECASE)


def called(text: str, dialog: str, wordings: Wordings) -> bool:
    """Whether a line is nothing but a word for this entry, however politely it is said."""
    key = ALSO.get(dialog)
    if key is None or len(text) > LONGEST:
        return False
    names = {bare(each) for listed in wordings(say(key)) for each in BETWEEN.split(listed)}
    wanted = bare(_AFTER.sub("", text.strip()))
    politely = _POLITELY.match(wanted)
    rests = {wanted} if politely is None else {wanted, wanted[politely.end() :].strip()}
    return any(rest in names for rest in rests if rest)

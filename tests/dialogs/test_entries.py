"""The table of entries: whoever may open one has it, in his own order, and docs/wording.md says in which."""

from __future__ import annotations

import pytest

from dialogs.core.screen import say
from dialogs.core.texts import Texts
from dialogs.home.entries import ENTRIES, ORDERS
from domain.base.rights import RIGHTS
from tests.honesty.test_docs import rows

AT_HOME = 8
MANAGING_PEOPLE = {"owner", "manager", "administrator"}
"""Who has 人员管理 is said by two rights."""


def meant_for(dialog: str) -> set[str]:
    """The roles that may open it."""
    right = ENTRIES[dialog].right
    if right is None:
        return MANAGING_PEOPLE if dialog == "people" else set(ORDERS)
    return set(RIGHTS[right])


@pytest.mark.parametrize("role", ORDERS)
def test_a_role_has_every_entry_that_it_may_open_once(role: str) -> None:
    order = ORDERS[role]
    there = order.all
    assert sorted(there) == sorted(dialog for dialog in ENTRIES if role in meant_for(dialog))
    assert len(order.first) + len(order.home) <= AT_HOME


def test_an_administrator_who_is_a_manager_too_loses_nothing() -> None:
    assert [each for each in ENTRIES if "manager" in meant_for(each) and "administrator" not in meant_for(each)] == []


def test_the_page_tells_the_order() -> None:
    texts = Texts.load()

    def called(dialogs: tuple[str, ...]) -> str:
        return " · ".join(texts.everywhere(say(ENTRIES[each].label))[0] for each in dialogs) or "–"

    told = {cells[0]: cells[1:] for cells in rows("wording", "role", "alone in a row")}
    assert told == {
        role: [called(each.first), called(each.home), called(each.more), called(each.room)]
        for role, each in ORDERS.items()
    }

"""A project's update in one line: `星河 空调主控 小批 首批顺利`, the customer in front unless the project's name says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.page import Open
from dialogs.core.screen import say
from dialogs.follow_ups import quick as quick_follow_up
from dialogs.follow_ups.in_passing import told_in_passing
from dialogs.follow_ups.replying import reports
from dialogs.follow_ups.writing import FollowUpForm
from dialogs.shared.by_customer import first_word, parted, without_there
from dialogs.shared.words import middle, stage
from dialogs.typed import Claim, Wordings
from domain.base.rights import Action, may
from domain.base.searching import fits, words
from domain.base.stage import Stage
from domain.follow_ups import views as follow_up_views
from domain.home import views
from domain.protection import customers as customer_views
from domain.protection import filters as customer_filters
from domain.protection.filters import Filter

SHORTEST = 2
MOST = 4
"""Customers of one word that are offered with a button each."""


def claims(text: str, ask: Ask, wordings: Wordings) -> Sequence[Claim]:
    stages = {word.lower(): each for each in Stage for word in (each.value, *wordings(stage(each)))}
    first = first_word(text)
    if len(first) < SHORTEST or not may(ask(views.me).account, Action.WRITE_FOLLOW_UP):
        return ()
    if not _has_stage(text, stages) and not told_in_passing(text, wordings, ask).values:
        return ()
    found, total = ask(customer_filters.customers, Filter(text=first), 0, MOST)
    return [_claim(row, text, first, stages, ask, alone=total == 1) for row in found]


def _has_stage(text: str, stages: Mapping[str, Stage]) -> bool:
    """Behind the first word, and with something behind it."""
    spoken = text.replace("：", " ").replace(":", " ").lower().split()
    said = (quick_follow_up.stage_first(" ".join(spoken[place:]), stages) for place in range(1, len(spoken)))
    return any(found is not None and behind for found, behind in said)


def _claim(
    row: customer_views.CustomerView, text: str, first: str, stages: Mapping[str, Stage], ask: Ask, *, alone: bool
) -> Claim:
    """Sure where it is the only customer, and the project is one of its own."""
    by_name = fits(row.customer.name, words(first))
    told = without_there(text.strip().removeprefix(first)).strip(" :：") if by_name else text
    mine, *others = parted(told, row.customer.id, ask)
    known = tuple(ask(follow_up_views.projects_of, row.customer.id))
    understood = bool(quick_follow_up.read(mine.text, known, stages, ()).lines)
    opens = Open(
        FollowUpForm.declared.name,
        {"answers": {"customer": row.customer.id}},
        said=Typed(mine.text, cut=first if by_name and not others else ""),
        pasted=understood,
        below=tuple(reports(each) for each in reversed(others)),
    )
    names = ask(follow_up_views.names, [each.customer for each in (mine, *others)])
    label = say("read-as-follow-up", name=tuple(map(middle, names)))
    return Claim(label, opens, mine=alone and understood)

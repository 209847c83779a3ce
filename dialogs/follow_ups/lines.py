"""Lines about follow-up reports, as several pages show them. Absent: rules (`domain.follow_ups`)."""

from __future__ import annotations

from dialogs.core.ask import Ask
from dialogs.core.page import Run, Show, Turn
from dialogs.core.screen import Button, Row, Wording, act, say
from domain.follow_ups import commenting
from domain.protection import customers as customer_views


def unread_row(ask: Ask) -> tuple[Row, ...]:
    """The way to comments that weren't opened yet; the page that shows it answers `unread` with `reads_first`."""
    count = len(ask(commenting.unread))
    return ((Button(say("unread-key", count=count), act("unread")),),) if count else ()


def reads_first(ask: Ask) -> Turn:
    """The oldest of them is opened."""
    found = ask(commenting.unread)
    return Run(commenting.ReadComments(follow_up=found[0])) if found else Show()


def due_line(row: customer_views.CustomerView) -> Wording:
    if row.overdue > 0:
        return say("follow-up-overdue", days=row.overdue)
    due = row.customer.follow_up_due
    return say("follow-up-due", due=due) if due is not None else say("nothing")

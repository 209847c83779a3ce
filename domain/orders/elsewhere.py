"""Orders that only another account of the same person may log: who works for two agencies writes as the wrong one at times."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.base.rights import Action, may
from domain.base.work import Work
from domain.orders import noting
from domain.orders.reading import Intent
from domain.people.records import Account


def account_that_knows(work: Work, text: str, written_on: date) -> Account | None:
    """The one for which the text is an order of a customer of its own."""
    chat = work.actor.chat_id
    for account in work.people.accounts_of_chat(chat) if chat is not None else ():
        if account.id == work.actor.id or not may(account, Action.LOG_ORDERS):
            continue
        rows = noting.understand(replace(work, account=account), text, written_on).rows
        if any(each.intent in (Intent.ORDER, Intent.AGAIN) and each.customer is not None for each in rows):
            return account
    return None

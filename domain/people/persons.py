"""The person behind an account. A chat user may hold several; a limit for a person counts all that he does by any of them
(docs/people.md)."""

from __future__ import annotations

from collections.abc import Sequence

from domain.base.work import Work
from domain.people.records import Account


def accounts(work: Work, account: Account) -> Sequence[Account]:
    """All accounts of whoever uses this one; that one alone where nobody does."""
    if account.chat_id is None:
        return (account,)
    others = [each for each in work.people.accounts_of_chat(account.chat_id) if each.id != account.id]
    return (account, *others)


def quota(account: Account) -> str:
    """Whom a quota counts."""
    return f"chat:{account.chat_id}" if account.chat_id is not None else f"account:{account.id}"

"""Who only looks changes nothing and holds nobody up: every page is shown where writing and locking are refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from bot.serving.work import work_for
from dialogs.core.ask import WorkAsk
from dialogs.core.form import Form
from dialogs.core.page import Args
from dialogs.core.texts import Texts
from dialogs.registry import FOR_ACCOUNTS, for_accounts
from domain.base.errors import Refusal
from tests.rules.office import POLICY, Office
from tests.rules.orders.test_orders import logs, project, star

__all__ = ["star"]

PAGES = sorted(str(getattr(each, "name", "")) for each in FOR_ACCOUNTS if not issubclass(each, Form))


@pytest.mark.parametrize("who", ["李明", "周助理", "孙总", "陈经理", "管理员"])
async def test_no_page_locks_or_writes(office: Office, texts: Texts, star: int, who: str) -> None:
    (order,) = await logs(office, "周助理", star, quantity=1000, price=Decimal("3.2"))
    numbers = {
        "customer": star,
        "order": int(order.id),
        "line": int(order.lines[0].id),
        "project": await project(office, star),
        "account": office.ids["李明"],
        "agency": 1,
        "approval": 1,
        "report": 1,
        "code": "A12",
    }
    pages, shown = for_accounts(texts), set[str]()

    def look(conn: Connection, page: str, args: Args) -> None:
        account = work_for(conn, POLICY, office.now).people.account(office.ids[who])
        work = work_for(
            conn, POLICY, office.now, account=account, owner=f"account:{account.id}", chat_id=account.chat_id or 0
        )
        try:
            pages.page(page).show(args, WorkAsk(work))
        except (Refusal, KeyError, LookupError, AssertionError):
            return  # not about such a thing, or not this reader's
        shown.add(page)

    for page in PAGES:
        for args in ({}, dict(numbers)):
            try:
                await office.db.read(lambda conn, page=page, args=args: look(conn, page, args))  # type: ignore[misc]
            except DBAPIError as error:
                raise AssertionError(f"{page} doesn't only look: {error}") from error
    assert len(shown) >= 20

"""What a refused command wrote is taken back, but for what must be remembered of the attempt."""

from __future__ import annotations

from contextlib import suppress

import pytest

from bot.serving.work import DeskWork
from domain.base.errors import NotFound, Refusal
from domain.leaving.staffing import AdministratorSet
from domain.registration.guarding import WrongAnswer
from tests.rules.office import Office


def _tries(work: DeskWork, refusal: Refusal) -> tuple[bool, int]:
    """A record, and a second one inside of what is refused: whether what was written stands, how many are told of."""
    account = work.people.account(int(work.actor.id))
    work.events.record(AdministratorSet(account=account.id, administrator=True))
    with suppress(Refusal), work.apart():
        work.people.bind(account.id, 4711, account.state)
        work.events.record(AdministratorSet(account=account.id, administrator=False))
        raise refusal
    return work.people.account(account.id).chat_id == 4711, len(work.log.take_fresh())


@pytest.mark.parametrize(("refusal", "left"), [(NotFound("customer"), (False, 1)), (WrongAnswer(2), (True, 2))])
async def test_a_refused_command_leaves_nothing_but_what_is_remembered(
    office: Office, refusal: Refusal, left: tuple[bool, int]
) -> None:
    assert await office.does("李明", lambda work: _tries(work, refusal)) == left

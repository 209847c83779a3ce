"""Two at the same instant about an agency's name or code, in transactions that really overlap: PostgreSQL alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.serving.work import DeskWork
from domain.agencies.filing import CodeMeanwhileTaken
from domain.approvals import deciding
from domain.approvals.records import Approval
from domain.base.errors import AlreadyDecided
from domain.leaving import agency_states
from domain.people.records import AgencyState
from tests.rules.agencies.test_filing import NAME, agency, corrects, number
from tests.rules.kinds import CODE, RENAMED
from tests.rules.office import Office

pytestmark = pytest.mark.pg


@pytest.fixture
def address(postgres_address: str) -> str:
    return postgres_address


def approves(approval: int | None) -> Callable[[DeskWork], Approval]:
    return lambda work: deciding.approve(work, deciding.Approve(approval=approval or 0))


@pytest.mark.parametrize("first", ["the head", "the end"])
async def test_a_name_that_is_approved_while_the_agency_ends_holds_or_is_over(office: Office, first: str) -> None:
    asked = await corrects(office, name=RENAMED, short_name=None)
    await office.does("陈经理", approves(asked.approval))
    ending = agency_states.SetAgencyState(agency=await number(office), state=AgencyState.ENDED)

    def ends(work: DeskWork) -> object:
        return agency_states.set_state(work, ending)

    answer: object
    if first == "the head":
        _, answer = await office.overlapping(("刘经理", approves(asked.approval)), ("陈经理", ends))
    else:
        _, answer = await office.overlapping(("陈经理", ends), ("刘经理", approves(asked.approval)))
    found = await agency(office)
    assert found.state is AgencyState.ENDED
    assert found.name == (RENAMED if first == "the head" else NAME)
    assert isinstance(answer, AlreadyDecided) == (first == "the end")


async def test_of_two_who_are_given_a_code_at_once_one_has_it(office: Office) -> None:
    mine = await corrects(office, credit_code=CODE)
    other = await corrects(office, "钱总", "钱总", credit_code=CODE)
    for each in (mine, other):
        await office.does("陈经理", approves(each.approval))
    _, answer = await office.overlapping(("刘经理", approves(mine.approval)), ("刘经理", approves(other.approval)))
    assert isinstance(answer, CodeMeanwhileTaken)
    assert ((await agency(office)).credit_code, (await agency(office, "钱总")).credit_code) == (CODE, None)

"""Two who change one person at the same instant, in transactions that really overlap: PostgreSQL alone, for SQLite has one writer."""

from __future__ import annotations

import pytest

from bot.serving.work import DeskWork
from domain.leaving import staffing
from domain.people import correcting_persons
from domain.people.callings import EmployeeNumberTaken
from domain.people.records import AccountState, AccountType
from tests.rules.office import Office

pytestmark = pytest.mark.pg


@pytest.fixture
def address(postgres_address: str) -> str:
    return postgres_address


def corrects(office: Office, who: str, number: str | None = None) -> correcting_persons.CorrectPerson:
    return correcting_persons.CorrectPerson(
        account=office.ids[who], email="new@example.com", phone="+8613800138999", employee_number=number
    )


@pytest.mark.parametrize("what", ["let go", "another part"])
async def test_who_is_let_go_while_his_mail_is_put_right_stays_gone(office: Office, what: str) -> None:
    mine = corrects(office, "李明")

    def puts_right(work: DeskWork) -> object:
        return correcting_persons.correct(work, mine)

    def changes(work: DeskWork) -> object:
        if what == "another part":
            return staffing.change_type(
                work, staffing.ChangeType(account=office.ids["李明"], type=AccountType.ASSISTANT)
            )
        return staffing.deactivate(work, staffing.Deactivate(account=office.ids["李明"], to=office.ids["孙总"]))

    await office.overlapping(("孙总", changes), ("李明", puts_right))
    li = await office.does(None, lambda work: work.people.account(office.ids["李明"]))
    assert li.email == "new@example.com"
    assert li.state is (AccountState.LEFT if what == "let go" else AccountState.ACTIVE)
    assert li.type is (AccountType.SALESPERSON if what == "let go" else AccountType.ASSISTANT)


async def test_one_employee_number_is_given_to_one_of_two_who_take_it_at_once(office: Office) -> None:
    first, second = corrects(office, "陈经理", "A0099"), corrects(office, "刘经理", "A0099")
    _, answer = await office.overlapping(
        ("陈经理", lambda work: correcting_persons.correct(work, first)),
        ("刘经理", lambda work: correcting_persons.correct(work, second)),
    )
    assert isinstance(answer, EmployeeNumberTaken)

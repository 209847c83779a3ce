"""A vendor's list takes nobody's customer away, under whatever name or code, and forgets nothing that is known."""

from __future__ import annotations

from datetime import UTC, date

from dialogs.core.texts import Reader, Texts, plain
from domain.base.work import Work
from domain.imports import columns as list_columns
from domain.imports import importing
from domain.imports.records import CustomerEntry, ImportFate, Prepared
from domain.names import Reason, same_key
from domain.reports import conflict
from domain.reports.conflict import CheckReason
from notifications.jobs.import_results import reasons
from tests.rules.office import Office, profile

STAR, OLD = "深圳市星河联创电子有限公司", "深圳市旧星河电子有限公司"
CODE = "91440300708461136T"
FILE = "0" * 64


async def imports(office: Office, name: str, *, whose: str = "王芳", row: int = 2) -> tuple[ImportFate, str]:
    """A row without a code. What becomes of it, and with what it clashes."""

    def act(work: Work) -> tuple[ImportFate, str]:
        contact = work.people.account(office.ids[whose])
        entry = CustomerEntry(row, profile(name), same_key(name), contact.agency_id or 0, contact.id, until=None)
        job = importing.ask(work, importing.ImportCustomers(sha256=FILE, name="客户清单.xlsx"))
        importing.take_in(work, FILE, job.id, [(row, {}, Prepared.of(entry))])
        (settled,) = work.imports.kept(FILE, row - 1, 1)
        return settled.fate, str(settled.found[0]["clash"]) if settled.found else ""

    return await office.does("管理员", act)


async def test_a_row_with_another_name_of_a_held_customer_is_a_conflict(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await office.does(None, lambda work: work.names.add(customer, OLD, alias=True))
    assert await imports(office, OLD) == (ImportFate.CONFLICT, "held")
    assert await imports(office, OLD, whose="张磊", row=3) == (ImportFate.STANDING, "")


async def test_a_row_with_the_name_under_which_a_customer_is_being_reported_is_a_conflict(office: Office) -> None:
    await office.reports("李明", STAR, credit_code=CODE)
    await office.reports("王芳", OLD, credit_code=CODE)
    assert await imports(office, OLD) == (ImportFate.CONFLICT, "pending")


async def test_a_customer_that_waits_for_whoever_was_right_is_nobody_elses(office: Office) -> None:
    await office.holds("李明", STAR)
    await office.appeals("王芳", STAR)
    assert await imports(office, STAR, whose="李明") == (ImportFate.CONFLICT, "reserved")
    assert await imports(office, STAR, row=3) == (ImportFate.IMPORTED, "")


async def test_a_list_forgets_no_code_and_calls_the_customer_as_it_does(office: Office) -> None:
    customer = await office.holds("李明", OLD, credit_code=CODE)
    await office.does(None, lambda work: work.names.add(customer, STAR, alias=True))
    await office.appeals("王芳", OLD)
    assert await imports(office, STAR) == (ImportFate.IMPORTED, "")
    found = await office.does(None, lambda work: work.customers.by_code(CODE))
    assert found is not None
    assert found.profile is not None
    assert (found.name, found.same_key, found.profile.credit_code) == (STAR, same_key(STAR), CODE)
    finding = await office.does("李明", lambda work: conflict.found(work, STAR, None)[1])
    assert finding.why is CheckReason.HELD
    assert await office.does(None, lambda work: list(work.names.aliases(customer))) == [OLD]


async def test_what_one_says_of_a_column_holds_for_the_next_list_of_the_same_house(office: Office) -> None:
    def says(work: Work) -> None:
        list_columns.remember(work, "import", "1、对接人 *", "contact")

    async def knows(who: str | None) -> str | None:
        return (await office.does(who, lambda work: list_columns.learned(work, "import"))).get("对接人")

    await office.does("李明", says)
    assert [await knows(each) for each in ("李明", "孙总", "王芳", "陈经理", "管理员")] == [
        "contact",
        "contact",
        None,
        None,
        None,
    ]
    await office.does("管理员", says)
    assert [await knows(each) for each in ("王芳", "管理员", None)] == [None, "contact", "contact"]
    await office.does("陈经理", says)
    assert await knows("陈经理") == "contact"


def test_why_names_are_alike_is_told_in_the_readers_language() -> None:
    kept = {"reasons": [str(each) for each in Reason]}
    texts = Texts.load()
    told = {each: plain(texts.render(reasons(kept), Reader(each, date.min, UTC))) for each in ("zh", "en")}
    assert "简称、地区缺失" in told["zh"]
    assert told["en"].isascii()
    assert told["en"].count(",") == len(Reason) - 1

"""Who is the same customer, at the submission and at the approval."""

from __future__ import annotations

from domain import conflict
from domain.conflict import Answer, Finding, Why
from tests.rules.office import Office

STAR, OLD = "深圳市星河联创电子有限公司", "深圳市旧星河电子有限公司"
CODE, OTHER_CODE = "91440300708461136T", "91440300192448589C"


async def finds(office: Office, who: str, name: str, code: str | None = None) -> Finding:
    return await office.does(who, lambda work: conflict.found(work, name, code)[1])


async def test_two_codes_are_two_customers_of_one_name(office: Office) -> None:
    await office.reports("李明", STAR, credit_code=CODE)
    await office.approves()
    assert (await finds(office, "王芳", STAR, CODE)).why is Why.HELD
    assert await finds(office, "王芳", STAR) == Finding(Answer.CLOSED, Why.HELD, by_name=True)
    assert (await finds(office, "王芳", STAR, OTHER_CODE)).why is Why.FREE
    await office.reports("王芳", STAR, credit_code=OTHER_CODE)
    await office.approves()
    assert (await finds(office, "李明", STAR, OTHER_CODE)).why is Why.HELD

"""What many stories of customers begin with (`tests.cast.beginnings`)."""

from __future__ import annotations

from tests.cast.person import Person

STAR = "深圳市星河联创电子有限公司"


async def reported(li: Person, chen: Person) -> None:
    """李明's report of 星河 waits for 陈经理."""
    await li.reports(STAR)


async def held(li: Person, chen: Person) -> None:
    """李明 holds 星河."""
    await li.reports(STAR)
    await chen.approves(STAR)

"""What stands before stories of orders begin: a customer of 李明's with a project, some weeks ago."""

from __future__ import annotations

from dataclasses import replace

from bot.serving.work import DeskWork
from domain.base.rights import EVERYTHING
from domain.base.stage import Stage
from domain.customers.records import Search
from domain.follow_ups import writing
from domain.projects.records import Milestone, ProjectItem
from tests.cast import Person, Scene

STAR = "深圳市星河联创电子有限公司"


def item(name: str, mcu: str, domain: str = "家电 · 空调") -> ProjectItem:
    return ProjectItem(
        name=name,
        domain=domain,
        mcu=mcu,
        stage=Stage.PRODUCTION,
        progress="量产",
        yearly=120_000,
        milestone=Milestone.PRODUCTION,
        due="2027-03",
    )


async def tells_of(scene: Scene, customer: str, *items: ProjectItem, by: str = "李明") -> None:
    """A report that brings projects, as the salesperson writes it."""

    def lay(work: DeskWork) -> None:
        (found,) = (each for each in work.customers.after(EVERYTHING, Search(), 0, 500) if each.name == customer)
        account = work.people.account(found.contact_id or 0)
        mine = replace(work, account=account)
        writing.write(mine, writing.WriteFollowUp(customer=found.id, dynamics="量产", projects=items))
        scene.bot.app.pushes.deliver(mine)

    await scene.lays(lay)


async def holds(scene: Scene, li: Person, chen: Person, name: str = STAR) -> None:
    await li.reports(name)
    await chen.approves(name)


async def stocked(scene: Scene, li: Person, chen: Person) -> None:
    """星河 has two projects; ten days have passed since."""
    await holds(scene, li, chen)
    await tells_of(scene, STAR, item("变频空调主控", "BAT32G139"), item("空调遥控器", "HC32F005"))
    await scene.later(days=10)

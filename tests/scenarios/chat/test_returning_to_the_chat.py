"""Who blocked the bot and comes back; and an update that Telegram delivers again."""

from __future__ import annotations

from storage.chat import conversations, outbox
from tests.cast import Person, Scene, after
from tests.cast.customers import reported

STAR, MOON = "深圳市星河联创电子有限公司", "深圳市月河半导体有限公司"


@after(reported)
async def test_who_blocked_the_bot_learns_on_return_what_was_decided_meanwhile(
    scene: Scene, li: Person, chen: Person
) -> None:
    await li.blocks()
    await chen.approves(STAR)
    assert (await scene.db.read(outbox.counts))["unreachable"] > 0

    await li.opens()
    li.sees("报备通过", STAR)
    assert li.count("报备通过") == 1


@after(reported)
async def test_an_update_that_is_delivered_again_after_the_clock_was_moved_is_still_known(
    scene: Scene, li: Person
) -> None:
    owner = f"account:{await scene.lays(lambda work: work.people.accounts_of_chat(li.chat)[0].id)}"
    await scene.later(days=3)
    before = await scene.db.read(lambda conn: conversations.load(conn, owner))

    await li.says(MOON)
    said = next(each for each in reversed(li.phone.messages) if not each.from_bot)
    again = {"update_id": scene.sandbox.updates._next, "message": scene.sandbox.shown(said)}
    await scene.bot.intake.store([again])
    await scene.later(days=3)
    await scene.bot.intake.store([again])
    await scene.settled()

    after = await scene.db.read(lambda conn: conversations.load(conn, owner))
    assert before is not None
    assert after is not None
    assert after.revision == before.revision + 1

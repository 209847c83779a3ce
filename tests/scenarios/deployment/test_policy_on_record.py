"""A changed policy is on record with both versions, and the administrators hear of it."""

from __future__ import annotations

from domain.base.policy_versions import PolicyChanged
from domain.base.rights import EVERYTHING
from storage.records.events import StoredLog
from tests.cast import Person, Scene


async def test_a_change_of_the_policy_is_recorded_once_with_both_versions(scene: Scene, admin: Person) -> None:
    await scene.db.transact(lambda conn: scene.bot.app.begin(conn, scene.now))
    assert len(await versions(scene)) == 1, "started again with the same policy"
    scene.policy(report={"open_limit": 90})
    for _ in range(2):
        await scene.db.transact(lambda conn: scene.bot.app.begin(conn, scene.now))
    await scene.settled()
    newest, first = await versions(scene)
    assert newest.changed == ("report.open_limit",)
    assert (newest.before, first.before) == (first.after, "")
    assert "open_limit = 100" in newest.before
    assert "open_limit = 90" in newest.after
    assert admin.count("策略文件已更改：report.open_limit") == 1


async def test_what_is_read_at_the_first_start_alone_is_said_to_be_so(scene: Scene, admin: Person) -> None:
    scene.bot.app.policy = scene.bot.app.policy.model_copy(update={"units": scene.bot.app.policy.units[:-1]})
    await scene.db.transact(lambda conn: scene.bot.app.begin(conn, scene.now))
    await scene.settled()
    admin.sees("策略文件已更改：units", "⚠ units 仅用于首次启动")


async def versions(scene: Scene) -> list[PolicyChanged]:
    logged = await scene.db.read(lambda conn: StoredLog(conn, scene.now, None).of_kind(PolicyChanged, EVERYTHING, 0, 9))
    return [each.event for each in logged if isinstance(each.event, PolicyChanged)]

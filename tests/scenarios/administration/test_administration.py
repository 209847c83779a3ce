"""管理: how the desk stands, what was changed, who tried what he may not, and the policy, for administrators alone."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from pathlib import Path

from bot.cli.backup import backup
from notifications.jobs.working import Runner
from tests.cast import Person, Scene, after, everywhere
from tests.cast.contracts import worked
from tests.cast.customers import held
from tests.scenarios.people.test_people import opens_person

STAR = "深圳市星河联创电子有限公司"


@everywhere
async def test_an_administrator_sees_how_the_desk_stands(scene: Scene, admin: Person, li: Person, chen: Person) -> None:
    await scene.later(minutes=1)
    await admin.says("/status")
    admin.sees("系统状态", "版本　", "数据库　", " MB", "收件　待处理 0", "发件　待发送 0", "上次巡检　11-23 09:4")
    await scene.later(minutes=30)
    await li.blocks()
    await admin.says("/status")
    admin.sees("[联系不上 (1)]", "[后台任务]", "[越权尝试]", "[处理失败]")
    await admin.taps("联系不上")
    admin.sees("1 李明 · 深圳南山电子", "11-23 10:1", "起停用了机器人")
    await admin.taps("1")
    admin.sees("李明", "[重发邀请链接]")
    await chen.says("/status")
    chen.sees("没有命令 /status")


async def test_what_stands_still_is_marked(scene: Scene, admin: Person, tmp_path: Path) -> None:
    await scene.later(minutes=1)
    await admin.says("/status")
    admin.sees("上次备份　⚠ 从未备份")
    await backup(scene.bot.settings, tmp_path / "copy.db")
    scene._shift(scene.bot.clock.offset + timedelta(minutes=20))  # time passes, and nobody ticks
    await admin.says("/status")
    admin.sees("上次巡检　⚠ 11-23 09:4", "上次备份　11-23 09:4")
    await scene.later(days=8)
    await admin.says("/status")
    admin.sees("上次备份　⚠ 11-23 09:4", "已超过 7 天")


async def test_jobs_are_listed_with_whose_they_are(
    scene: Scene, sun: Person, li: Person, chen: Person, admin: Person
) -> None:
    await admin.says("/status")
    await admin.taps("后台任务")
    admin.sees("没有后台任务")
    await li.reports(STAR)
    await chen.approves(STAR)
    await sun.taps("我的客户")
    await sun.taps("导出 Excel")
    await worked(scene)
    await admin.says("/status")
    await admin.taps("后台任务")
    admin.sees("后台任务（1）", "1 导出客户", "✅ 已完成 · 孙总 · 11-23")
    await admin.taps("1")
    admin.sees("导出客户", "由 孙总 发起", "[结果文件]", "[返回] [主页]")
    await admin.taps("返回")
    admin.sees("后台任务（1）")


@after(held)
async def test_what_waits_for_somebody_who_leaves_is_over(
    scene: Scene, sun: Person, li: Person, chen: Person, admin: Person
) -> None:
    assert isinstance(scene.bot.workers, Runner)
    scene.bot.workers._kinds = {}  # nobody is there to work it
    await li.goes_home()
    await li.taps("我的客户")
    await li.taps("导出 Excel")
    li.sees("导出客户", "⏳ 排队中")
    await opens_person(sun, "李明")
    await sun.taps("停用")
    await sun.taps("孙总")
    assert sun.colour("确认停用") == "danger"
    await sun.taps("确认停用")
    li.finds_not("⏳ 排队中")
    await admin.says("/status")
    await admin.taps("后台任务")
    admin.sees("1 导出客户", "已取消 · 李明")
    await admin.taps("1")
    admin.sees("由 李明 发起", "已取消", "[返回] [主页]")
    admin.sees_not("⏳", "[重试]")


async def test_who_tries_what_he_may_not_is_on_record_once_an_hour(scene: Scene, li: Person, admin: Person) -> None:
    for _ in range(3):
        await scene.brings(li, "add_unit", {})
        li.sees("没有权限")
    await scene.later(hours=2)
    await scene.brings(li, "add_unit", {})
    await scene.brings(li, "contracts", {})
    await admin.says("越权尝试")
    await admin.says("/status")
    await admin.taps("越权尝试")
    admin.sees("李明 · 深圳南山电子", "管理省区与行业", "查看合同")
    assert admin.screen.count("管理省区与行业") == 2
    await scene.brings(li, "attempts", {})
    li.sees("没有权限")


async def test_a_command_that_somebody_lost_the_right_to_is_an_attempt_too(
    scene: Scene, chen: Person, admin: Person
) -> None:
    await admin.taps("人员管理")
    await admin.taps("渠道经理")
    await admin.picks("陈经理")
    await admin.taps("设为管理员")
    await chen.goes_home()
    await chen.taps("管理")
    await chen.taps("渠道政策")
    await admin.taps("取消管理员")
    await chen.taps("下载 policy.toml")
    chen.sees("没有权限")
    await admin.says("/status")
    await admin.taps("越权尝试")
    admin.sees("陈经理 · 华南", "系统状态与变更记录")


async def test_changes_are_on_record_by_whom_when_and_what(
    scene: Scene, admin: Person, liu: Person, chen: Person
) -> None:
    await admin.taps("人员管理")
    await admin.taps("省区与行业")
    await admin.picks("华东")
    await admin.taps("调入省份")
    await admin.says("海南")
    await admin.taps("提交")
    await scene.later(hours=1)
    await admin.goes_home()
    await admin.taps("人员管理")
    await admin.taps("代理商")
    await admin.picks("深圳南山电子")
    await admin.taps("合作状态")
    await admin.taps("更换渠道经理")
    await admin.picks("刘经理")
    await admin.taps("提交")
    await admin.goes_home()
    await admin.taps("管理")
    await admin.taps("变更记录")
    admin.sees("1 11-23 10:4", "管理员", "更换渠道经理 · 深圳南山电子 · 陈经理 → 刘经理")
    admin.sees("2 11-23 09:4", "调入省份 · 华东 · 原 华南 · 海南")
    await admin.taps("省区与行业")
    admin.sees("变更记录（1）", "调入省份 · 华东 · 原 华南 · 海南")
    admin.sees_not("更换渠道经理")
    await admin.taps("全部记录")
    await admin.says("guanli")
    admin.sees("变更记录（2）", "更换渠道经理 · 深圳南山电子", "调入省份 · 华东")


async def test_the_policy_is_shown_with_what_differs_and_comes_as_a_file(scene: Scene, admin: Person) -> None:
    scene.policy(report={"open_limit": 90})
    await admin.taps("管理")
    await admin.taps("渠道政策")
    admin.sees(
        "只在策略文件中修改",
        "厂商　华芯渠道",
        "产品领域　12 类",
        "与默认值不同（1）",
        "report.open_limit",
        "90（默认 100）",
    )
    await admin.taps("下载 policy.toml")
    await worked(scene)
    admin.sees("策略文件")
    told = tomllib.loads(admin.received("policy.toml").decode())
    assert told["report"]["open_limit"] == 90
    assert scene.sandbox.token not in admin.received("policy.toml").decode()


async def test_what_stands_at_the_room_opens_by_its_name(admin: Person) -> None:
    for label, title in (
        ("汇率", "1 单位外币"),
        ("处理失败", "没有处理失败"),
        ("变更记录", "变更记录（"),
        ("直供客户", "直供客户"),
    ):
        await admin.goes_home()
        await admin.says(label)
        admin.sees(title)

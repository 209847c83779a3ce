"""A deployment begins with nothing but a link from the command line, and reaches an approved customer in chat alone."""

from __future__ import annotations

from domain.people import joining
from tests.cast import Scene, wire

STAR = "深圳市星河联创电子有限公司"


@wire
async def test_from_the_first_invitation_to_an_approved_customer(empty_scene: Scene) -> None:
    scene = empty_scene
    token = await scene.lays(lambda work: joining.invite_first_administrator(work, "管理员").token)

    boss = scene.add("张总")
    await boss.opens(token)
    boss.sees("确认加入", "管理员")
    await boss.taps("确认加入")
    boss.sees("管理员", "[人员管理]")

    await boss.taps("人员管理")
    await boss.taps("省区与行业")
    boss.sees("华南", "东北")
    await boss.taps("新建")
    await boss.says("医疗行业")
    await boss.taps("行业")
    await boss.taps("提交")
    boss.sees("已新建 医疗行业")

    await boss.goes_home()
    await boss.taps("人员管理")
    await boss.taps("渠道经理")
    await boss.taps("邀请渠道经理")
    await boss.says("陈志远")
    await boss.picks("华南")
    await boss.says("chen@example.com")
    await boss.taps("跳过")
    await boss.says("a1024")
    await boss.taps("否")
    await boss.taps("提交")
    boss.sees("已为 陈志远 生成邀请")

    chen = scene.add("陈志远")
    await chen.opens(boss.link)
    await chen.taps("确认加入")
    boss.sees("陈志远（渠道经理）已加入")
    chen.sees("陈志远 · 华南 · 渠道经理")

    await chen.taps("人员管理")
    await chen.taps("代理商")
    await chen.taps("新建代理商")
    await chen.says("深圳市南山电子有限公司")
    await chen.taps("跳过")
    await chen.says("深圳")
    await chen.taps("提交")
    chen.sees("已新建 深圳市南山电子有限公司")
    await chen.taps("邀请人员")
    await chen.answers_invitation("孙伟", "公司主账户")
    chen.sees("已为 孙伟 生成邀请")

    sun = scene.add("孙伟")
    await sun.opens(chen.link)
    await sun.taps("确认加入")
    sun.sees("孙伟 · 深圳市南山电子有限公司 · 公司主账户")
    await sun.invites("李明", "业务员")

    li = scene.add("李明")
    await li.opens(sun.link)
    await li.taps("确认加入")
    await li.reports(STAR)
    li.sees("已提交 BB-2026-00001", "陈志远")
    await chen.approves(STAR)
    li.sees("报备通过", "保护至 2027-02-23")
    await li.goes_home()
    await li.taps("我的客户")
    li.sees("星河联创")

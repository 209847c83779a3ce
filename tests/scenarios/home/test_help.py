"""帮助 tells each role what it does here, and leads to whoever knows more."""

from __future__ import annotations

from tests.cast import Person


async def test_each_role_reads_of_its_own_work_and_whom_to_ask(
    li: Person, zhao: Person, chen: Person, admin: Person, wu: Person
) -> None:
    for agency in (li, zhao):
        await agency.says("/help")
        agency.sees("问渠道经理：", "菜单：", "反馈：", "[联系我们]", "[反馈]")
    await chen.says("/help")
    chen.sees("待答复：代理商的提问，回复卡片即可答复", "资料下载：发布资料")
    chen.sees_not("问渠道经理")
    await admin.says("/help")
    admin.sees("反馈：大家的问题会推送到本聊天")
    await admin.taps("反馈")
    admin.sees("[写反馈]")
    await wu.says("/help")
    wu.sees("代理商注册：")
    wu.sees_not("反馈")


async def test_in_english(li: Person) -> None:
    await li.speaks("English")
    await li.says("/help")
    li.sees("Ask the manager: one tap", "Menu: beside the text field", "[Feedback]")

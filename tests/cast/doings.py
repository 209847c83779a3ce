"""Longer things that people do, made of taps and messages: the verbs of the stories."""

from __future__ import annotations

from typing import Protocol

REGION, DOMAIN, VOLUME, MCUS = "深圳", "空调", "120", "STM32F103"


class Hands(Protocol):
    """What the longer verbs are made of."""

    async def taps(self, label: str, on: str = "", *, times: int = 1) -> None: ...

    async def says(self, text: str) -> None: ...

    @property
    def buttons(self) -> list[str]: ...

    @property
    def screen(self) -> str: ...


class Doings(Hands):
    async def goes_home(self) -> None:
        await self.says("主页")

    async def picks(self, words: str) -> None:
        """An entry of a list: the number before it, or a button with these words; further pages are turned to."""
        for _ in range(20):
            number = _number_before(words, self.screen)
            onwards = next((label for label in self.buttons if "下一页" in label or "下页" in label), None)
            if number is not None or onwards is None or any(words in label for label in self.buttons):
                await self.taps(number or words)
                return
            await self.taps(onwards)
        raise AssertionError(f"no page has “{words}”")

    async def reports(self, name: str, *, contact: str = "") -> None:
        """From home to the end: pasted, as people who report daily do; with a contact step by step, as the owner does."""
        if contact:
            await self.goes_home()
            await self.taps("报备客户")
            await self.says(name)
            await self.fills_report(contact=contact)
            return
        await self.says(pasted(name))
        if "需人工核实" in self.screen:
            await self.taps("继续")
        await self.taps("提交")

    async def fills_report(self, *, contact: str = "", submit: bool = True) -> None:
        """What comes after the customer's name (or its code); with a contact, as the owner does."""
        if "统一社会信用代码" in self.screen:
            await self.taps("跳过")
        for answer in (REGION, DOMAIN, VOLUME, MCUS):
            await self.says(answer)
        if contact:
            for _ in ("采购方", "加工厂", "客户背景"):
                await self.taps("跳过")
            await self.picks(contact)
        await self.taps("直接核对" if "直接核对" in self.buttons else "跳过")
        if submit:
            await self.taps("提交")

    async def approves(self, name: str) -> None:
        await self.taps("批准", on=name)

    async def rejects(self, name: str, reason: str = "该客户由总部直供") -> None:
        await self.taps("驳回", on=name)
        await self.says(reason)
        await self.taps("提交")

    async def returns(self, name: str, *fields: str, reason: str = "请写明终端年产量") -> None:
        await self.taps("退回修改", on=name)
        for field in fields:
            await self.picks(field)
        await self.taps("完成")
        await self.says(reason)
        await self.taps("提交")

    async def withdraws(self, name: str) -> None:
        """From 申请处理; the newest request of that name."""
        await self.goes_home()
        await self.taps("申请处理")
        await self.picks(name)
        await self.taps("撤回")
        await self.taps("确认撤回")

    async def invites(self, name: str, type_: str) -> None:
        """A colleague, from 人员管理; the link comes as the next message."""
        await self.goes_home()
        await self.taps("人员管理")
        await self.taps("邀请人员")
        await self.answers_invitation(name, type_)

    async def answers_invitation(self, name: str, type_: str) -> None:
        """The form 邀请人员, once it is open."""
        await self.says(name)
        if type_ in self.buttons:
            await self.taps(type_)
        await self.says("someone@example.com")
        await self.taps("跳过")
        await self.taps("提交")

    async def opens_more(self, label: str) -> None:
        """An entry under 更多, whatever page it stands on."""
        await self.taps("更多" if "更多" in self.buttons else "More")
        if label not in self.buttons:
            await self.taps("下页" if "下页 ›" in self.buttons else "Next")
        await self.taps(label)

    async def speaks(self, language: str) -> None:
        """`中文` or `English`."""
        await self.goes_home()
        await self.opens_more("语言" if "更多" in self.buttons else "Language")
        await self.taps(language)

    async def switches_to(self, company_or_type: str) -> None:
        """切换账户, to the account in whose line these words stand."""
        await self.goes_home()
        await self.opens_more("切换账户")
        await self.picks(company_or_type)


def _number_before(words: str, screen: str) -> str | None:
    for line in screen.splitlines():
        number = line.removeprefix("✅").split()[:1]
        if words in line and number and number[0].isdigit():
            return number[0]
    return None


def pasted(name: str) -> str:
    """What a salesperson keeps in his notes."""
    return f"客户名称：{name}\n区域：{REGION}\n产品领域：{DOMAIN}\n总出货量：{VOLUME}\n在用MCU：{MCUS}"

"""Following customers up: verbs of the stories, made of taps and messages."""

from __future__ import annotations

from tests.cast.doings import Doings


class Following(Doings):
    async def opens_customer(self, words: str) -> None:
        """The card, from home."""
        await self.goes_home()
        await self.taps("我的客户")
        await self.picks(words)

    async def follows_up(self, customer: str, dynamics: str) -> None:
        """The report as far as its dynamics, from home."""
        await self.goes_home()
        await self.taps("写跟进")
        await self.picks(customer)
        await self.says(dynamics)

    async def adds_project(
        self, name: str, domain: str, mcu: str, stage: str, progress: str, yearly: str, milestone: str, due: str
    ) -> None:
        """A new project, question by question, to the summary."""
        await self.taps("添加")
        await self.says(name)
        await self.says(domain)
        await self.says(mcu)
        await self.taps(stage)
        await self.says(progress)
        await self.says(yearly)
        await self.taps(milestone)
        await self.says(due)
        await self.taps("跳过")
        await self.finishes()

    async def finishes(self) -> None:
        """What may stay empty stays empty: to the summary."""
        while "提交" not in self.buttons:
            await self.taps(next(each for each in ("完成", "直接核对", "跳过") if each in self.buttons))

    async def comments(self, customer: str, text: str, *, asks: bool = False) -> None:
        """On the customer's newest report."""
        await self.opens_customer(customer)
        await self.taps("跟进记录")
        await self.taps("1")
        await self.taps("要求更正" if asks else "点评")
        await self.says(text)
        await self.taps("提交")

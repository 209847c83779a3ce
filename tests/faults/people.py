"""People who live on whatever happens: they look at the screen, do what it asks for, and do it again when nothing comes."""

from __future__ import annotations

import asyncio
import re
from abc import abstractmethod
from collections import Counter
from contextlib import suppress
from itertools import pairwise
from random import Random

from typing_extensions import override

from bot.sandbox import acts
from bot.sandbox.bot_api_error import Json
from bot.sandbox.core import Sandbox
from bot.sandbox.world import Message
from bot.sandbox.world import Person as Someone
from tests.cast.phone import Phone, labels_of, screen_of, text_of

PATIENCE = 8.0
"""Seconds that somebody looks at an unchanged screen before doing it again."""
TITLE = re.compile(r" · \d+/\d+$")
ANSWERS = {"区域": "深圳", "产品领域": "空调", "在用MCU": "STM32F103", "驳回原因": "该客户由总部直供"}


class Villager:
    """`mischief`: the share of acts that are out of turn."""

    def __init__(self, sandbox: Sandbox, someone: Someone, rng: Random, mischief: float) -> None:
        self.sandbox = sandbox
        self.someone = someone
        self.rng = rng
        self.phone = Phone(sandbox, someone.id)
        self.has_blocked = False
        self.puzzled: Counter[str] = Counter()
        self._mischief = mischief
        self._news = asyncio.Event()
        sandbox.world.watchers.append(self._touched)

    def _touched(self, person: int) -> None:
        if person == self.someone.id:
            self._news.set()

    async def live(self, haste: float) -> None:
        """Until cancelled; `haste` seconds between an answer and the next act on average."""
        self.comes_back()
        while True:
            known = self._view()
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    while self._view() == known:
                        self._news.clear()
                        await self._news.wait()
            await asyncio.sleep(self.rng.expovariate(1 / haste))
            if self.rng.random() < self._mischief:
                await self._misbehave()
            else:
                self.act()

    def _view(self) -> list[str]:
        return [screen_of(each) for each in self.phone.from_bot]

    @abstractmethod
    def act(self) -> None:
        """What the screen asks for."""

    # --- hands and eyes --------------------------------------------------------------------------------------------

    def comes_back(self) -> None:
        acts.open_bot(self.sandbox, self.someone, None)

    def says(self, text: str) -> None:
        acts.say(self.sandbox, self.someone, text)

    def taps(self, message: Message, label: str) -> None:
        button = next(each for each in _keys(message) if each["text"] == label)
        acts.tap(self.sandbox, self.someone, message, button["callback_data"])

    @property
    def screen(self) -> Message | None:
        """The own conversation's newest."""
        return next((each for each in reversed(self.phone.from_bot) if _scope(each) == "a"), None)

    def fills(self, message: Message) -> bool:
        """Answers the question of a form, or hands the form in; False: it isn't a form's screen."""
        lines, labels = text_of(message).splitlines(), labels_of(message)
        if "提交" in labels:
            self.taps(message, "提交")
        elif "继续" in labels:
            self.taps(message, "继续")
        elif (words := self.answer(_question(lines))) is not None:
            self.says(words)
        elif way := next((each for each in ("直接核对", "跳过", "新填一份") if each in labels), None):
            self.taps(message, way)
        else:
            return False
        return True

    def answer(self, question: str) -> str | None:
        return ANSWERS.get(question)

    async def _misbehave(self) -> None:
        message = self.screen
        match self.rng.randrange(5):
            case 0:
                self.says("主页")
            case 1 if message is not None:  # a tap and words at the same moment, on two lanes
                self.taps(message, self.rng.choice(labels_of(message)))
                self.says("深圳")
            case 2 if message is not None:
                label = self.rng.choice(labels_of(message))
                self.taps(message, label)
                self.taps(message, label)
            case 3:
                self.has_blocked = True
                self.sandbox.block(self.someone, True)
                await asyncio.sleep(self.rng.uniform(0.2, 1.5))
                self.comes_back()
            case _:
                self.act()
                self.act()


class Salesman(Villager):
    """Reports one customer after the other, each name once."""

    def __init__(self, sandbox: Sandbox, someone: Someone, rng: Random, mischief: float) -> None:
        super().__init__(sandbox, someone, rng, mischief)
        self.named: set[str] = set()
        self.told: dict[str, str] = {}
        """Number → name, of the reports that the bot said it has."""

    @override
    def act(self) -> None:
        message = self.screen
        if message is None:
            self.comes_back()
            return
        self._reads(text_of(message))
        if self.fills(message):
            return
        for label in ("报备其他客户", "报备客户"):
            if label in labels_of(message):
                self.taps(message, label)
                return
        self.puzzled[screen_of(message)[:150]] += 1
        self.says("主页")

    @override
    def answer(self, question: str) -> str | None:
        if question == "客户名称":
            letters = [bytes([self.rng.randint(0xB0, 0xD6), self.rng.randint(0xA1, 0xFE)]) for _ in range(5)]
            name = f"深圳市{b''.join(letters).decode('gb2312')}科技有限公司"
            self.named.add(name)
            return name
        return str(self.rng.randint(10, 500)) if question.startswith("总出货量") else super().answer(question)

    def _reads(self, text: str) -> None:
        lines = text.splitlines()
        if "已提交 BB-" in lines[0]:
            self.told[lines[0].split("已提交 ")[1]] = lines[1]


class Manager(Villager):
    """Decides what stands on the cards: most are approved."""

    @override
    def act(self) -> None:
        message = self.screen
        if message is not None and self.fills(message):
            return
        cards = [each for each in self.phone.from_bot if "批准" in labels_of(each)]
        if cards:
            self.taps(self.rng.choice(cards), "批准" if self.rng.random() < 0.85 else "驳回")
        elif message is None:
            self.comes_back()


def _question(lines: list[str]) -> str:
    """What stands below the title with its count; a complaint may stand above."""
    return next((below for title, below in pairwise(lines) if TITLE.search(title)), "")


def _keys(message: Message) -> list[Json]:
    return [button for row in message.inline for button in row]


def _scope(message: Message) -> str:
    keys = _keys(message)
    return str(keys[0].get("callback_data", ""))[:1] if keys else ""

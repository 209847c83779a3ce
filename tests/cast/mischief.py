"""A person who misbehaves: any act at any time, from a seed. What must hold all the same is asked by `trouble`.

mischief = Mischief(scene, people, seed=7)
await mischief.acts(1000)
"""

from __future__ import annotations

import asyncio
import re
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from random import Random
from typing import Any

from tests.cast.person import Person, Pressable
from tests.cast.scene import Scene

NAMES = (
    "深圳市星河联创电子有限公司",
    "深圳星河联创电子有限公司",
    "佛山市启明电机有限公司",
    "东莞市宏图智能科技有限公司",
    "苏州恒信电器股份有限公司",
)
SENSIBLE = (
    *NAMES,
    *("深圳", "广州", "佛山", "空调", "电动工具", "家电", "120", "3.5", "5k", "1.2万", "STM32F103", "GD32F303"),
    *(
        "91440300708461136T",
        "someone@example.com",
        "13800138000",
        "今天",
        "昨天",
        "11-25",
        "2027-03",
        "是",
        "否",
        "1",
        "2",
    ),
    *(
        "资料不实",
        "请写明终端年产量",
        "继续",
        "跳过",
        "提交",
        "取消",
        "主页",
        "Home",
        "上一步",
        "/home",
        "/help",
        "/start",
    ),
)
HOSTILE = (
    *(
        "",
        " ",
        "\n",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\u202e有限公司",
        "😀" * 300,
        "👨\u200d👩\u200d👧",
        "a" * 4096,
        "，" * 4000,
        "x" * 9000,
    ),
    *(
        "<b>",
        "</b>",
        "<script>alert(1)</script>",
        "&lt;&amp;",
        "{ $who }",
        "%s",
        "{0}",
        "'; DROP TABLE reports; --",
        "\\",
        "%",
        "_",
    ),
    *("-1", "0", "1e400", "١٢٣", "１２０", "∞", "NaN", "99999999999999999999999", "0.00000000000001", "1/0", "1,2,3,4"),
    *(
        "2026-02-30",
        "31.02.",
        "0000-00-00",
        "明年",
        "13月",
        "99-99",
        "/",
        "//",
        "/start@baobei_bot",
        "/nonsense",
        "@baobei_bot",
    ),
    *(
        "客户名称：\n区域：\n：：：",
        "客户名称：<b>\n区域：火星\n总出货量：负一\n在用MCU：" + "M" * 3000,
        "a：b\nc：d",
        "：",
        "字段：值\n" * 200,
    ),
)
PAYLOADS = ("", "x", "a" * 64, "inv_1", "start", "__", "-", "deadbeef")
FORGED = (
    "",
    "x",
    "a0.0.0.0",
    "k1.0.1.0",
    "k1.0.2.1",
    "a1.1.1.0",
    "a1.2.3.4",
    "c1.1.1.0",
    "c1001.1.1.0",
    "k999999999.0.0.0",
    "a" * 64,
    "é",
)
RAW = re.compile(r"Traceback|Exception|Error\b|object at 0x|NoneType|\{ ?\$(?!who)|<class|refusal-|core-")
"""What no person may ever read; none of the texts above has it."""
REMEMBERED = 200
TOGETHER = 4


class Mischief:
    """`people` act in turn, as chance has it; the seed tells everything that they do."""

    def __init__(self, scene: Scene, people: Sequence[Person], seed: int) -> None:
        self.scene = scene
        self.people = list(people)
        self.seed = seed
        self.chance = Random(seed)
        self.told: deque[str] = deque(maxlen=30)
        self.done = 0
        self._buttons: deque[Pressable] = deque(maxlen=REMEMBERED)
        self._looked = 0
        self._deeds: tuple[tuple[int, Callable[[Person], Awaitable[None]]], ...] = (
            (45, self._taps),
            (20, self._says_something_sensible),
            (9, self._says_something_hostile),
            (6, self._taps_an_old_button),
            (5, self._taps_what_stands_above),
            (3, self._forges),
            (3, self._opens),
            (3, self._sends),
            (2, self._shares),
            (2, self._taps_twice),
            (1, self._sends_what_is_odd),
            (1, self._blocks_and_comes_back),
        )

    async def acts(self, count: int) -> None:
        """Raises `AssertionError` with the last acts, as soon as something is wrong."""
        while self.done < count:
            together = self.chance.choice((1, 1, 1, TOGETHER))
            async with asyncio.timeout(60):
                async with self.scene.at_once():
                    for _ in range(together):
                        await self._one()
            self._look()
            if self.done % 200 < together:
                await self._time_passes()

    async def _one(self) -> None:
        person = self.chance.choice(self.people)
        weights = [weight for weight, _ in self._deeds]
        (deed,) = self.chance.choices([deed for _, deed in self._deeds], weights)
        self.done += 1
        await deed(person)

    def _tell(self, person: Person, what: str) -> None:
        self.told.append(f"{person.name} {what}")

    # --- deeds ----------------------------------------------------------------------------------------------------

    async def _taps(self, person: Person) -> None:
        """One of the newest screen's buttons; leaving is rarer than going on."""
        labels = [label for label in person.buttons if label not in ("主页", "Home", "取消")] or person.buttons
        there = [each for each in person.tappable if each.label in labels][:12]
        if not there:
            await self._opens(person)
            return
        button = self.chance.choice(there)
        pressable = Pressable(button.message, button.button["callback_data"], button.label)
        self._buttons.append(pressable)
        self._tell(person, f"taps [{button.label}]")
        await person.presses(pressable)

    async def _taps_what_stands_above(self, person: Person) -> None:
        """Any card or screen of the whole chat."""
        there = person.tappable
        if there:
            button = self.chance.choice(there)
            self._tell(person, f"taps [{button.label}] of message {button.message}")
            await person.presses(Pressable(button.message, button.button["callback_data"], button.label))

    async def _taps_an_old_button(self, person: Person) -> None:
        """Anybody's."""
        if self._buttons:
            button = self.chance.choice(self._buttons)
            self._tell(person, f"taps old [{button.label}] {button.data}")
            await person.presses(button)

    async def _taps_twice(self, person: Person) -> None:
        there = person.tappable[:6]
        if there:
            button = self.chance.choice(there)
            self._tell(person, f"taps [{button.label}] three times")
            await person.presses(Pressable(button.message, button.button["callback_data"], button.label), times=3)

    async def _forges(self, person: Person) -> None:
        data = self.chance.choice(FORGED)
        self._tell(person, f"sends forged data {data!r}")
        if person.phone.newest is not None:
            await person.presses(Pressable(person.phone.newest.id, data, "?"))

    async def _says_something_sensible(self, person: Person) -> None:
        await self._says(person, self.chance.choice(SENSIBLE))

    async def _says_something_hostile(self, person: Person) -> None:
        await self._says(person, self.chance.choice(HOSTILE))

    async def _says(self, person: Person, text: str) -> None:
        if text.strip() and not person.someone.blocked:
            self._tell(person, f"says {text[:60]!r}")
            await person.says(text)

    async def _opens(self, person: Person) -> None:
        payload = self.chance.choice(PAYLOADS)
        self._tell(person, f"opens with {payload!r}")
        await person.opens(payload)

    async def _sends(self, person: Person) -> None:
        if person.someone.blocked:
            return
        self._tell(person, "sends a file")
        name = self.chance.choice(("合同.pdf", "a" * 200 + ".exe", "../../etc/passwd", "<b>.txt", "表.xlsx"))
        content = self.chance.choice((b"%PDF-1.4 nothing", b"\x00" * 100, b"hello", b"PK\x03\x04"))
        if self.chance.random() < 0.2:
            await person.sends_album(("一.txt", b"one"), ("二.txt", b"two"))
        else:
            await person.sends(name, content, self.chance.choice(("", "<b>说明", "主页")))

    async def _shares(self, person: Person) -> None:
        if not person.someone.blocked:
            self._tell(person, "shares a contact")
            await person.sends_contact(self.chance.choice([None, self.chance.choice(self.people)]))

    async def _sends_what_is_odd(self, person: Person) -> None:
        if not person.someone.blocked:
            self._tell(person, "sends a sticker")
            await person.sends_sticker()

    async def _blocks_and_comes_back(self, person: Person) -> None:
        self._tell(person, "blocks the bot and comes back")
        await person.blocks()
        await person.opens()

    async def _time_passes(self) -> None:
        hours = self.chance.choice((1, 5, 26, 80))
        self.told.append(f"{hours} hours pass")
        await self.scene.later(hours=hours)

    # --- what must hold -------------------------------------------------------------------------------------------

    def _look(self) -> None:
        trouble = self._trouble()
        assert not trouble, f"seed {self.seed}, act {self.done}: {trouble}\nlast acts:\n" + "\n".join(self.told)

    def _trouble(self) -> str:
        if refused := self.scene.refusals(self._looked):
            return f"Telegram refused {refused[0]}"
        for entry in self.scene.calls(self._looked):
            if RAW.search(_said(entry.params)):
                return f"raw words reached a person: {_said(entry.params)}"
        self._looked = self.scene.sandbox.log.count
        for person in self.people:
            if person.phone.from_bot and not self.scene.has_way_home(person):
                return f"no way home\n{person.phone.printed()}"
        return ""


def _said(params: dict[str, Any]) -> str:
    return f"{params.get('text', '')} {params.get('caption', '')} {params.get('reply_markup', '')}"

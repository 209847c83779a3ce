"""Who reads no Chinese walks through all that can be tapped, up to four taps deep: each page and each question of a form once,
whatever leads there. What is shown is English but for names, and so are its commas and brackets."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from bot.demo import month
from bot.demo import story as demo_story
from bot.sandbox.world import CAST
from dialogs.core.conversation import Conversation
from tests.cast import Person, Scene
from tests.scenarios.chat.test_english_story import LANGUAGES, NAMES

STAYS = ("Home", "Back", "Language", "Cancel", "Save draft", "Submit", "Undo")
"""Labels that lead nowhere new, or change what the others walk through."""
DEEP, OFTEN, WIDE = 4, 1, 14
CHINESE = re.compile(r"[㐀-鿿、，。；：（）！？《》]+")


def own_words() -> list[str]:
    """Names, and what people wrote themselves."""
    told = [each.mcus for each in (*month.MONTH, *month.YEAR)] + [each.name for each in (*month.MONTH, *month.YEAR)]
    told += [
        month.WAITS[2],
        "南山区科技南路 8 号",
        "天河区五山路 12 号",
        *NAMES,
        *LANGUAGES,
        *(name for name, _ in CAST),
    ]
    return sorted(told, key=len, reverse=True)


def shown(scene: Scene, since: int, person: Person, own: list[str]) -> set[str]:
    told = set()
    for call in scene.calls(since):
        if call.params.get("chat_id") not in (None, person.chat, str(person.chat)):
            continue
        kept = {key: call.params.get(key) for key in ("text", "caption", "reply_markup", "commands", "media")}
        text = json.dumps(kept, ensure_ascii=False)
        for name in own:
            text = text.replace(name, "")
        told |= {text[max(0, each.start() - 60) : each.end() + 40] for each in CHINESE.finditer(text)}
    return told


def at(talk: Conversation) -> str:
    top = talk.stack[-1]
    return f"{top.dialog}/{top.state.get('at', '')}"


async def walks(scene: Scene, person: Person, own: list[str]) -> dict[str, tuple[str, ...]]:
    """What was Chinese, and the way there."""
    found: dict[str, tuple[str, ...]] = {}
    seen: Counter[str] = Counter()
    tapped: Counter[tuple[str, str]] = Counter()
    ways: list[tuple[str, ...]] = [()]
    while ways:
        way = ways.pop(0)
        since = scene.sandbox.log.count
        await person.says("Home")
        for label in way:
            if label in person.buttons:
                await person.taps(label)
        for each in shown(scene, since, person, own):
            found.setdefault(each, way)
        here = at(await scene.talk(person))
        seen[here] += 1
        if seen[here] > OFTEN or len(way) >= DEEP:
            continue
        for label in person.buttons[:WIDE]:
            kind = (here, re.sub(r"[\d\W]+", "", label))
            if not any(each in label for each in STAYS) and tapped[kind] < OFTEN:
                tapped[kind] += 1
                ways.append((*way, label))
    assert len(seen) > 20
    return found


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", ["李明", "陈经理", "周助理", "孙总", "刘经理", "管理员"])
async def test_whatever_is_tapped_is_english(
    scene: Scene, li: Person, chen: Person, zhou: Person, sun: Person, liu: Person, admin: Person, name: str
) -> None:
    await scene.lays(lambda work: demo_story.lay(work.conn, scene.bot.app, scene.now))
    person = scene.person(name)
    await person.speaks("English")
    assert await walks(scene, person, own_words()) == {}

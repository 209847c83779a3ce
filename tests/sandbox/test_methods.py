"""Every method that the libraries carry is there, or refused in words: a 404 would look to them like a bad token."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from bot.sandbox.methods import METHODS
from bot.sandbox.methods.absent import ABSENT
from tests.sandbox.bot_api import BotApi


def carried() -> set[str]:
    """The methods of both libraries, as the Bot API writes them."""
    base: Any = import_module("aiogram.methods.base")
    import_module("aiogram.methods")
    theirs = {each.__api_method__ for each in _below(base.TelegramMethod) if isinstance(each.__api_method__, str)}
    bot: Any = import_module("telegram").Bot
    return theirs | {name for name in vars(bot) if name[0].islower() and name.isalpha() and not name.islower()}


def _below(top: type) -> set[Any]:
    kinds: list[Any] = top.__subclasses__()
    return {each for kind in kinds for each in (kind, *_below(kind))}


@pytest.mark.slow
async def test_no_method_of_the_libraries_is_not_found(api: BotApi) -> None:
    names = carried()
    assert len(names) > 170
    answers = {name: await api.call(name) for name in names if name not in ("getUpdates", "setWebhook")}
    assert {name: body for name, body in answers.items() if body.get("error_code", 200) not in (200, 400)} == {}


@pytest.mark.slow
def test_what_is_there_or_absent_is_so_in_the_libraries_and_not_both() -> None:
    names = {name.lower() for name in carried()}
    assert METHODS.keys() & ABSENT.keys() == set()
    assert METHODS.keys() | ABSENT.keys() == names | {"close", "logout"}

"""What the bot is called, and the commands in its menu (by scope and language)."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable

from bot.sandbox.bot_api_error import Json, bad_request
from bot.sandbox.call import ReceivedCall
from bot.sandbox.core import Sandbox
from bot.sandbox.world import Person

MAX_COMMANDS = 100
_LANGUAGE = re.compile(r"[a-z]{2}")
_COMMAND = re.compile(r"[a-z0-9_]+")
_SCOPE_NAMES = """
    default all_private_chats all_group_chats all_chat_administrators chat chat_administrators chat_member
"""
_SCOPES = frozenset(_SCOPE_NAMES.split())


async def get_me(sandbox: Sandbox, call: ReceivedCall) -> Json:
    can = ("can_join_groups", "can_read_all_group_messages", "supports_inline_queries", "can_connect_to_business")
    return {**sandbox.bot, **dict.fromkeys((*can, "has_main_web_app"), False)}


async def done(sandbox: Sandbox, call: ReceivedCall) -> bool:
    return True


async def set_my_commands(sandbox: Sandbox, call: ReceivedCall) -> bool:
    given = call.json("commands", [])
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    if len(given) > MAX_COMMANDS:
        raise bad_request("too many commands specified")
    commands = [_command(item) for item in given]
    _commands(sandbox)[_place(call)] = commands
    _kept(sandbox)
    return True


def _command(item: object) -> Json:
    if not isinstance(item, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name, description = str(item.get("command", "")).removeprefix("/"), str(item.get("description", "")).strip()
    if not name:
        raise bad_request("command must be non-empty")
    if len(name) > 32:
        raise bad_request("command length must not exceed 32")
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > 256:
        raise bad_request("command description length must not exceed 256")
    return {"command": name, "description": description}


async def get_my_commands(sandbox: Sandbox, call: ReceivedCall) -> list[Json]:
    commands: list[Json] = _commands(sandbox).get(_place(call), [])
    return commands


async def delete_my_commands(sandbox: Sandbox, call: ReceivedCall) -> bool:
    _commands(sandbox).pop(_place(call), None)
    _kept(sandbox)
    return True


def _commands(sandbox: Sandbox) -> dict[str, list[Json]]:
    found: dict[str, list[Json]] = sandbox.profile.setdefault("commands", {})
    return found


def _kept(sandbox: Sandbox) -> None:
    sandbox.keep_profile()
    for person in sandbox.world.people:
        sandbox.world.touched(person)


def _place(call: ReceivedCall) -> str:
    scope = call.json("scope") or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    chat = str(scope["chat_id"]) if scope.get("chat_id") else ""
    return json.dumps([scope["type"], chat, _language(call)])


def _language(call: ReceivedCall) -> str:
    """Two letters of ISO 639-1, or none: for everybody without texts of his own."""
    code = call.text("language_code")
    if code and not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def commands_for(sandbox: Sandbox, person: Person) -> list[Json]:
    """What the person's menu shows: the nearest scope first, in it the person's language first."""
    short = person.language.split("-")[0]
    for scope, chat in (("chat", str(person.id)), ("all_private_chats", ""), ("default", "")):
        for language in (short, ""):
            found = _commands(sandbox).get(json.dumps([scope, chat, language]))
            if found:
                return found
    return []


def _setter(
    group: str, longest: int
) -> tuple[Callable[[Sandbox, ReceivedCall], Awaitable[bool]], Callable[[Sandbox, ReceivedCall], Awaitable[Json]]]:
    name = "name" if group == "names" else group.removesuffix("s")

    async def set_text(sandbox: Sandbox, call: ReceivedCall) -> bool:
        language = _language(call)
        if len(call.text(name)) > longest:
            raise bad_request(f"{name.replace('_', ' ')} is too long")
        texts = sandbox.profile.setdefault(group, {})
        if call.text(name):
            texts[language] = call.text(name)
        else:
            texts.pop(language, None)
        sandbox.keep_profile()
        return True

    async def get_text(sandbox: Sandbox, call: ReceivedCall) -> Json:
        texts = sandbox.profile.get(group, {})
        fallback = sandbox.bot["first_name"] if group == "names" else ""
        return {name: texts.get(_language(call)) or texts.get("") or fallback}

    return set_text, get_text


set_my_name, get_my_name = _setter("names", 64)
set_my_description, get_my_description = _setter("descriptions", 512)
set_my_short_description, get_my_short_description = _setter("short_descriptions", 120)

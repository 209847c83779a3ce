"""What the bot may know of a chat and of who is in it, and what it marks there: pins, reactions, the menu button."""

from __future__ import annotations

from bot.sandbox.bot_api_error import Json, bad_request
from bot.sandbox.call import ReceivedCall
from bot.sandbox.core import Sandbox
from bot.sandbox.reactions import read_reactions
from bot.sandbox.world import Message

_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


async def get_chat(sandbox: Sandbox, call: ReceivedCall) -> Json:
    person = sandbox.recipient(call)
    pinned = [message for message in sandbox.world.chat(person.id).messages.values() if _pinned(message)]
    shown = {**person.chat(), "accent_color_id": 0, "max_reaction_count": 11}
    newest = {"pinned_message": sandbox.shown(pinned[-1])} if pinned else {}
    return {**shown, "accepted_gift_types": dict.fromkeys(_GIFTS, False), **newest}


async def get_chat_member(sandbox: Sandbox, call: ReceivedCall) -> Json:
    """In a private chat both are members; who blocked the bot is out of reach."""
    person = sandbox.recipient(call)
    number = _user(sandbox, call)
    if number not in (person.id, sandbox.bot["id"]):
        raise bad_request("member not found")
    return {"status": "member", "user": sandbox.user(number)}


async def get_chat_member_count(sandbox: Sandbox, call: ReceivedCall) -> int:
    sandbox.recipient(call)
    return 2


async def get_chat_administrators(sandbox: Sandbox, call: ReceivedCall) -> Json:
    sandbox.recipient(call)
    raise bad_request("there are no administrators in the private chat")


async def leave_chat(sandbox: Sandbox, call: ReceivedCall) -> bool:
    """There are private chats only, which nobody can leave."""
    sandbox.recipient(call)
    raise bad_request("can't leave private chats")


async def get_user_profile_photos(sandbox: Sandbox, call: ReceivedCall) -> Json:
    """Nobody here has a photo."""
    _user(sandbox, call)
    return {"total_count": 0, "photos": []}


async def get_user_profile_audios(sandbox: Sandbox, call: ReceivedCall) -> Json:
    _user(sandbox, call)
    return {"total_count": 0, "audios": []}


def _user(sandbox: Sandbox, call: ReceivedCall) -> int:
    number = call.integer("user_id")
    if number <= 0:
        raise bad_request("invalid user_id specified")
    if sandbox.user(number) is None:
        raise bad_request("user not found")
    return number


# --- marks --------------------------------------------------------------------------------------------------------


async def set_message_reaction(sandbox: Sandbox, call: ReceivedCall) -> bool:
    """A bot has one reaction to a message; none takes it back."""
    person = sandbox.recipient(call)
    reactions = read_reactions(call.json("reaction", []))
    message = _present(sandbox, person.id, call.integer("message_id"), "react")
    message.extra["_reactions"] = {**message.extra.get("_reactions", {}), "bot": reactions}
    sandbox.world.keep(message)
    return True


async def pin_chat_message(sandbox: Sandbox, call: ReceivedCall) -> bool:
    person = sandbox.recipient(call)
    message = _present(sandbox, person.id, call.integer("message_id"), "pin")
    _pin(sandbox, message, True)
    return True


async def unpin_chat_message(sandbox: Sandbox, call: ReceivedCall) -> bool:
    """Without `message_id` the newest that is pinned."""
    person = sandbox.recipient(call)
    messages = sandbox.world.chat(person.id).messages
    if call.integer("message_id"):
        found = [_present(sandbox, person.id, call.integer("message_id"), "unpin")]
    else:
        found = [message for message in messages.values() if _pinned(message)][-1:]
    if not found:
        raise bad_request("message to unpin not found")
    _pin(sandbox, found[0], False)
    return True


async def unpin_all_chat_messages(sandbox: Sandbox, call: ReceivedCall) -> bool:
    person = sandbox.recipient(call)
    for message in [each for each in sandbox.world.chat(person.id).messages.values() if _pinned(each)]:
        _pin(sandbox, message, False)
    return True


def _pinned(message: Message) -> bool:
    return not message.deleted and bool(message.extra.get("_pinned"))


def _pin(sandbox: Sandbox, message: Message, pinned: bool) -> None:
    message.extra["_pinned"] = pinned
    sandbox.world.keep(message)


def _present(sandbox: Sandbox, chat: int, number: int, act: str) -> Message:
    message = sandbox.world.chat(chat).messages.get(number)
    if message is None or message.deleted:
        raise bad_request(f"message to {act} not found")
    return message


# --- the menu button ----------------------------------------------------------------------------------------------


async def set_chat_menu_button(sandbox: Sandbox, call: ReceivedCall) -> bool:
    button = call.json("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse menu button: unsupported type specified")
    if button["type"] == "web_app":
        page = button.get("web_app")
        if not button.get("text") or not isinstance(page, dict) or not str(page.get("url")).startswith("https://"):
            raise bad_request("BUTTON_URL_INVALID")
    kept = sandbox.profile.setdefault("menu_buttons", {})
    kept[_whose(sandbox, call)] = {name: button[name] for name in ("type", "text", "web_app") if button.get(name)}
    sandbox.keep_profile()
    return True


async def get_chat_menu_button(sandbox: Sandbox, call: ReceivedCall) -> Json:
    button: Json = sandbox.profile.get("menu_buttons", {}).get(_whose(sandbox, call), {"type": "default"})
    return {"type": "commands"} if button == {"type": "default"} and not call.text("chat_id") else button


def _whose(sandbox: Sandbox, call: ReceivedCall) -> str:
    return str(sandbox.recipient(call).id) if call.text("chat_id") else ""

"""Polls and quizzes: sent and stopped."""

from __future__ import annotations

import secrets

from bot.sandbox import polls
from bot.sandbox.bot_api_error import Json, bad_request
from bot.sandbox.call import ReceivedCall
from bot.sandbox.core import Sandbox
from bot.sandbox.formatting.content import formatted
from bot.sandbox.methods.plain_kinds import place_of
from bot.sandbox.methods.sending import media_content, sent
from bot.sandbox.reply_markup import inline_markup_of

MAX_QUESTION, MAX_OPTION, MAX_EXPLANATION, MAX_DESCRIPTION = 300, 100, 200, 1024
MAX_OPTIONS = 12
OPEN_SECONDS = (5, 2_628_000)


async def send_poll(sandbox: Sandbox, call: ReceivedCall) -> Json:
    kind = call.text("type") or "regular"
    if kind not in ("regular", "quiz"):
        raise bad_request("unsupported poll type specified")
    options = _options(sandbox, call)
    poll: Json = {
        "id": str(secrets.randbits(62)),
        **_text(sandbox, call, "question", MAX_QUESTION),
        "options": options,
        "total_voter_count": 0,
        "is_closed": call.flag("is_closed"),
        "is_anonymous": call.flag("is_anonymous") if call.text("is_anonymous") else True,
        "type": kind,
        "allows_multiple_answers": call.flag("allows_multiple_answers"),
        "allows_revoting": kind == "regular",
        "members_only": call.flag("members_only"),
        **(_text(sandbox, call, "description", MAX_DESCRIPTION) if call.text("description") else {}),
        **(_quiz(sandbox, call, len(options)) if kind == "quiz" else {}),
        **_until(sandbox, call),
    }
    return sent(sandbox, call, lambda: {"poll": {**poll, **_pictured(sandbox, call, "media", "explanation_media")}})


def _text(sandbox: Sandbox, call: ReceivedCall, name: str, longest: int) -> Json:
    text, entities = formatted(call, name, sandbox.user)
    if not text:
        raise bad_request(f"poll {name} must be non-empty")
    if len(text) > longest:
        raise bad_request(f"poll {name} length must not exceed {longest}")
    return {name: text, f"{name}_entities": entities} if entities else {name: text}


def _options(sandbox: Sandbox, call: ReceivedCall) -> list[Json]:
    given = call.json("options", [])
    if not isinstance(given, list):
        raise bad_request("can't parse options JSON object")
    if not 1 <= len(given) <= MAX_OPTIONS:
        raise bad_request(
            "poll must have at least 1 answer option"
            if not given
            else f"poll can't have more than {MAX_OPTIONS} options"
        )
    return [_option(sandbox, call, {"text": each} if isinstance(each, str) else each) for each in given]


def _option(sandbox: Sandbox, call: ReceivedCall, given: object) -> Json:
    if not isinstance(given, dict):
        raise bad_request("can't parse InputPollOption: expected an Object")
    part = call.part({**given, "option": given.get("text", ""), "option_parse_mode": given.get("text_parse_mode", "")})
    part.params["option_entities"] = part.text("text_entities")
    shown = _text(sandbox, part, "option", MAX_OPTION)
    named = {name.replace("option", "text"): value for name, value in shown.items()}
    more = _pictured(sandbox, part, "media")
    return {"persistent_id": secrets.token_hex(4), **named, **more, "voter_count": 0}


def _quiz(sandbox: Sandbox, call: ReceivedCall, count: int) -> Json:
    right = call.json("correct_option_ids") or (
        [call.integer("correct_option_id")] if call.text("correct_option_id") else []
    )
    if (
        not isinstance(right, list)
        or not right
        or not all(isinstance(each, int) and 0 <= each < count for each in right)
    ):
        raise bad_request("wrong correct option ID specified")
    more = _text(sandbox, call, "explanation", MAX_EXPLANATION) if call.text("explanation") else {}
    return {"correct_option_id": right[0], "correct_option_ids": right, **more}


def _until(sandbox: Sandbox, call: ReceivedCall) -> Json:
    """When it closes by itself; the sandbox's clock decides."""
    now, period = int(sandbox.clock.now()), call.integer("open_period")
    end = call.integer("close_date") or (now + period if period else 0)
    if not end:
        return {}
    if not OPEN_SECONDS[0] - 1 <= end - now <= OPEN_SECONDS[1]:
        raise bad_request("wrong open period specified" if period else "wrong close date specified")
    return {"open_period": period, "close_date": end} if period else {"close_date": end}


def _pictured(sandbox: Sandbox, call: ReceivedCall, *names: str) -> Json:
    """What is shown beside a question, an explanation or an option: a file or a place."""
    found = {}
    for name in names:
        item = call.json(name)
        if isinstance(item, dict) and item.get("type") == "location":
            found[name] = {"location": place_of(call.part(item))}
        elif isinstance(item, dict):
            found[name] = media_content(sandbox, call, item)
    return found


async def stop_poll(sandbox: Sandbox, call: ReceivedCall) -> Json:
    markup = inline_markup_of(call)
    person = sandbox.recipient(call)
    message = sandbox.world.chat(person.id).messages.get(call.integer("message_id"))
    if message is None or message.deleted:
        raise bad_request("message with poll to stop not found")
    if "poll" not in message.content:
        raise bad_request("message is not a poll")
    if not message.editable:
        raise bad_request("poll can't be stopped")
    if polls.poll_of(message, sandbox.clock.now())["is_closed"]:
        raise bad_request("poll has already been closed")
    poll = polls.close(message)
    message.markup = markup
    sandbox.world.keep(message)
    return poll

"""A poll in a chat: who voted how, and when it closes. It lies in its message, the votes beside it."""

from __future__ import annotations

from bot.sandbox.bot_api_error import Json
from bot.sandbox.world import Message


class VoteError(Exception):
    """A person cannot vote so; the text says why."""


def poll_of(message: Message, now: float) -> Json:
    """As it stands at that time. Raises `KeyError` where the message has none."""
    poll: Json = message.content["poll"]
    if not poll["is_closed"] and now >= poll.get("close_date", now + 1):
        message.content = {**message.content, "poll": poll | {"is_closed": True}}
        poll = message.content["poll"]
    return poll


def close(message: Message) -> Json:
    poll = {name: value for name, value in message.content["poll"].items() if name not in ("open_period", "close_date")}
    message.content = {**message.content, "poll": {**poll, "is_closed": True}}
    closed: Json = message.content["poll"]
    return closed


def vote(message: Message, person: int, chosen: list[int], now: float) -> Json:
    """The person's vote replaces the one before; none takes it back. Raises `VoteError`."""
    poll = poll_of(message, now)
    votes: Json = {**message.extra.get("_votes", {})}
    if poll["is_closed"]:
        raise VoteError("the poll is closed")
    if not all(0 <= each < len(poll["options"]) for each in chosen) or len(set(chosen)) != len(chosen):
        raise VoteError(f"the poll has the options 0 to {len(poll['options']) - 1}")
    if len(chosen) > 1 and not poll["allows_multiple_answers"]:
        raise VoteError("the poll takes one answer")
    if str(person) in votes and poll["type"] == "quiz":
        raise VoteError("a quiz is answered once")
    votes.pop(str(person), None)
    votes |= {str(person): chosen} if chosen else {}
    options = [
        {**option, "voter_count": sum(index in each for each in votes.values())}
        for index, option in enumerate(poll["options"])
    ]
    message.content = {**message.content, "poll": {**poll, "options": options, "total_voter_count": len(votes)}}
    message.extra["_votes"] = votes
    counted: Json = message.content["poll"]
    return counted

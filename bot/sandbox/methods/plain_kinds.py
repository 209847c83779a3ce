"""Messages made of a few values: a contact, a place, dice."""

from __future__ import annotations

import secrets

from bot.sandbox.bot_api_error import Json, bad_request
from bot.sandbox.call import ReceivedCall
from bot.sandbox.core import Sandbox
from bot.sandbox.methods.editing import edited, to_be_edited
from bot.sandbox.methods.sending import sent
from bot.sandbox.reply_markup import inline_markup_of

DICE = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}
"""The emoji that roll, and the highest value of each."""
MAX_VCARD = 2048
_VENUE = ("foursquare_id", "foursquare_type", "google_place_id", "google_place_type")
_LIVE = ("live_period", "heading", "proximity_alert_radius")


async def send_contact(sandbox: Sandbox, call: ReceivedCall) -> Json:
    contact = {"phone_number": _needed(call, "phone_number"), "first_name": _needed(call, "first_name")}
    if len(call.text("vcard").encode()) > MAX_VCARD:
        raise bad_request("vCard is too long")
    contact |= {name: call.text(name) for name in ("last_name", "vcard") if call.text(name)}
    return sent(sandbox, call, lambda: {"contact": contact})


async def send_location(sandbox: Sandbox, call: ReceivedCall) -> Json:
    place = {**place_of(call), **{name: call.integer(name) for name in _LIVE if call.integer(name)}}
    return sent(sandbox, call, lambda: {"location": place})


async def send_venue(sandbox: Sandbox, call: ReceivedCall) -> Json:
    venue: Json = {"location": place_of(call), "title": _needed(call, "title"), "address": _needed(call, "address")}
    venue |= {name: call.text(name) for name in _VENUE if call.text(name)}
    return sent(sandbox, call, lambda: {"venue": venue, "location": venue["location"]})


async def send_dice(sandbox: Sandbox, call: ReceivedCall) -> Json:
    emoji = call.text("emoji").replace("\ufe0f", "") or "🎲"
    if emoji not in DICE:
        raise bad_request("wrong dice emoji specified")
    return sent(sandbox, call, lambda: {"dice": {"emoji": emoji, "value": secrets.randbelow(DICE[emoji]) + 1}})


async def edit_message_live_location(sandbox: Sandbox, call: ReceivedCall) -> Json:
    markup, message = inline_markup_of(call), to_be_edited(sandbox, call)
    before = message.content.get("location", {})
    if "live_period" not in before:
        raise bad_request("message can't be edited")
    kept = {name: call.integer(name, before.get(name, 0)) for name in _LIVE}
    place = {**place_of(call), **{name: value for name, value in kept.items() if value}}
    return edited(sandbox, message, {"location": place}, markup)


async def stop_message_live_location(sandbox: Sandbox, call: ReceivedCall) -> Json:
    markup, message = inline_markup_of(call), to_be_edited(sandbox, call)
    place = {name: value for name, value in message.content.get("location", {}).items() if name not in _LIVE}
    if "live_period" not in message.content.get("location", {}):
        raise bad_request("message can't be edited")
    return edited(sandbox, message, {"location": place}, markup)


def place_of(call: ReceivedCall) -> Json:
    place = {name: _degrees(call, name, most) for name, most in (("latitude", 90.0), ("longitude", 180.0))}
    accuracy = call.text("horizontal_accuracy")
    return {**place, "horizontal_accuracy": float(accuracy)} if accuracy.replace(".", "", 1).isdecimal() else place


def _degrees(call: ReceivedCall, name: str, most: float) -> float:
    text = call.text(name).strip()
    if not text:
        raise bad_request(f"{name} is empty")
    try:
        value = float(text)
    except ValueError:
        value = most + 1
    if not abs(value) <= most:
        raise bad_request("wrong location specified")
    return value


def _needed(call: ReceivedCall, name: str) -> str:
    text = call.text(name).strip()
    if not text:
        raise bad_request(f'parameter "{name}" is required')
    return text

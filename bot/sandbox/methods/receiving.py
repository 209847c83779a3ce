"""How the bot gets its updates: by asking, or by a webhook; never both."""

from __future__ import annotations

from bot.sandbox.bot_api_error import BotApiError, Json, conflict
from bot.sandbox.call import ReceivedCall
from bot.sandbox.core import Sandbox
from bot.sandbox.polling import BY_WEBHOOK
from bot.sandbox.reply import Described
from bot.sandbox.updates import DEFAULT_KINDS


def _allow(sandbox: Sandbox, call: ReceivedCall) -> None:
    """What cannot be read is ignored, not refused."""
    try:
        kinds: object = call.json("allowed_updates")
    except BotApiError:
        return
    sandbox.updates.allow(kinds)


async def get_updates(sandbox: Sandbox, call: ReceivedCall) -> list[Json]:
    if sandbox.webhook.active:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    _allow(sandbox, call)
    return await sandbox.polling.poll(call.integer("offset"), call.integer("limit", 100), call.integer("timeout"))


async def set_webhook(sandbox: Sandbox, call: ReceivedCall) -> Described:
    url = call.text("url").strip()
    secret, connections, address = call.text("secret_token"), call.integer("max_connections"), call.text("ip_address")
    certificate = "certificate" in call.uploads
    description = sandbox.webhook.set(url, secret, connections, address, certificate=certificate)
    if url:
        sandbox.polling.terminate(BY_WEBHOOK)
        _allow(sandbox, call)
    return _done(sandbox, call, description)


async def delete_webhook(sandbox: Sandbox, call: ReceivedCall) -> Described:
    return _done(sandbox, call, sandbox.webhook.set("", "", 0))


def _done(sandbox: Sandbox, call: ReceivedCall, description: str) -> Described:
    if call.flag("drop_pending_updates"):
        sandbox.updates.clear()
    sandbox.keep_webhook()
    return Described(True, description)


async def get_webhook_info(sandbox: Sandbox, call: ReceivedCall) -> Json:
    info = sandbox.webhook.info()
    if sandbox.updates.allowed != DEFAULT_KINDS:
        info["allowed_updates"] = sorted(sandbox.updates.allowed)
    return info

"""Where a file can be fetched."""

from __future__ import annotations

from bot.sandbox.bot_api_error import Json, bad_request
from bot.sandbox.call import ReceivedCall
from bot.sandbox.core import Sandbox
from bot.sandbox.files import MAX_DOWNLOAD


async def get_file(sandbox: Sandbox, call: ReceivedCall) -> Json:
    if not call.text("file_id"):
        raise bad_request("file_id not specified")
    stored = sandbox.files.get(call.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return {**stored.brief(), "file_path": stored.path}

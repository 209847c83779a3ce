"""The Bot API's JSON ⇄ our own words: pure functions that both drivers share.

`updates` reads what arrives, `files` reads what an update carries, `messages` writes what is sent, `buttons` names a
button in 64 bytes, `answers` reads what the server says to a call. Deliberately absent: any library, any network, any
wording, and trust: everything read here may have been made by anybody.
"""

from bot.drivers.telegram.answers import Conflict, TooBig, fetch_failure, outage, refusal, result_of
from bot.drivers.telegram.buttons import button_data, parse_button_data
from bot.drivers.telegram.files import DOWNLOAD_LIMIT, Carried, fetched_to_json, file_of
from bot.drivers.telegram.messages import ATTACHED, ApiCall, Params, answer, delete, edit, message, strip
from bot.drivers.telegram.shapes import Raw, Unparsable, cleaned
from bot.drivers.telegram.updates import (
    ALLOWED_UPDATES,
    Leave,
    NotFetched,
    check,
    order,
    person,
    query_of,
    said,
    update_id,
)

__all__ = [
    "ALLOWED_UPDATES",
    "ATTACHED",
    "DOWNLOAD_LIMIT",
    "ApiCall",
    "Carried",
    "Conflict",
    "Leave",
    "NotFetched",
    "Params",
    "Raw",
    "TooBig",
    "Unparsable",
    "answer",
    "button_data",
    "check",
    "cleaned",
    "delete",
    "edit",
    "fetch_failure",
    "fetched_to_json",
    "file_of",
    "message",
    "order",
    "outage",
    "parse_button_data",
    "person",
    "query_of",
    "refusal",
    "result_of",
    "said",
    "strip",
    "update_id",
]

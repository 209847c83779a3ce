"""The Bot API's methods, by matter; `METHODS` is the table of contents.

A method is `async (sandbox, call) -> result`, raising `BotApiError`. Deliberately absent: what `UNKNOWN_HERE` lists, which
the real server has and the sandbox refuses with 400 (a 404 would look to the libraries like a bad token).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.sandbox.bot_api_error import BotApiError, bad_request
from bot.sandbox.call import ReceivedCall
from bot.sandbox.core import Sandbox
from bot.sandbox.methods import editing, files, profile, queries, receiving, sending

Method = Callable[[Sandbox, ReceivedCall], Awaitable[object]]


METHODS: dict[str, Method] = {
    name.lower(): method
    for name, method in {
        "getMe": profile.get_me,
        "logOut": profile.done,
        "close": profile.done,
        "getUpdates": receiving.get_updates,
        "setWebhook": receiving.set_webhook,
        "deleteWebhook": receiving.delete_webhook,
        "getWebhookInfo": receiving.get_webhook_info,
        "sendMessage": sending.send_message,
        "sendPhoto": sending.send_photo,
        "sendDocument": sending.send_document,
        "sendMediaGroup": sending.send_media_group,
        "sendChatAction": sending.send_chat_action,
        "editMessageText": editing.edit_message_text,
        "editMessageCaption": editing.edit_message_caption,
        "editMessageReplyMarkup": editing.edit_message_reply_markup,
        "editMessageMedia": editing.edit_message_media,
        "deleteMessage": editing.delete_message,
        "deleteMessages": editing.delete_messages,
        "answerCallbackQuery": queries.answer_callback_query,
        "getFile": files.get_file,
        "getChat": profile.get_chat,
        "leaveChat": profile.leave_chat,
        "setMyCommands": profile.set_my_commands,
        "getMyCommands": profile.get_my_commands,
        "deleteMyCommands": profile.delete_my_commands,
        "setMyName": profile.set_my_name,
        "getMyName": profile.get_my_name,
        "setMyDescription": profile.set_my_description,
        "getMyDescription": profile.get_my_description,
        "setMyShortDescription": profile.set_my_short_description,
        "getMyShortDescription": profile.get_my_short_description,
    }.items()
}

_UNKNOWN_HERE = """
    sendaudio sendvideo sendanimation sendvoice sendvideonote sendpaidmedia sendlocation sendvenue sendcontact
    sendpoll senddice sendsticker sendinvoice sendgame forwardmessage forwardmessages copymessage copymessages
    pinchatmessage unpinchatmessage unpinallchatmessages getuserprofilephotos getchatmember
    getchatadministrators getchatmembercount setchatmenubutton getchatmenubutton setmessagereaction
    answerinlinequery editmessagelivelocation stopmessagelivelocation stoppoll banchatmember unbanchatmember
    createinvoicelink
"""
UNKNOWN_HERE = frozenset(_UNKNOWN_HERE.split())


async def run(sandbox: Sandbox, call: ReceivedCall) -> object:
    method = METHODS.get(call.method)
    if method is not None:
        return await method(sandbox, call)
    if call.method in UNKNOWN_HERE:
        raise bad_request(f"the sandbox doesn't have the method {call.method}")
    raise BotApiError(404, "Not Found: method not found")

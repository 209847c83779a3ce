"""The Bot API's methods, by matter; `METHODS` is the table of contents.

A method is `async (sandbox, call) -> result`, raising `BotApiError`. Deliberately absent: what `absent` lists, which the
real server has and the sandbox refuses with 400.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.sandbox.bot_api_error import BotApiError, bad_request
from bot.sandbox.call import ReceivedCall
from bot.sandbox.core import Sandbox
from bot.sandbox.media import MEDIA
from bot.sandbox.methods import (
    chats,
    editing,
    files,
    forwarding,
    plain_kinds,
    polls,
    profile,
    queries,
    receiving,
    sending,
)
from bot.sandbox.methods.absent import ABSENT

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
        **{f"send{kind.title().replace('_', '')}": sending.sending(kind) for kind in ("photo", *MEDIA)},
        "sendContact": plain_kinds.send_contact,
        "sendLocation": plain_kinds.send_location,
        "sendVenue": plain_kinds.send_venue,
        "sendDice": plain_kinds.send_dice,
        "sendPoll": polls.send_poll,
        "stopPoll": polls.stop_poll,
        "forwardMessage": forwarding.forward_message,
        "forwardMessages": forwarding.forward_messages,
        "copyMessage": forwarding.copy_message,
        "copyMessages": forwarding.copy_messages,
        "sendMediaGroup": sending.send_media_group,
        "sendChatAction": sending.send_chat_action,
        "editMessageText": editing.edit_message_text,
        "editMessageCaption": editing.edit_message_caption,
        "editMessageReplyMarkup": editing.edit_message_reply_markup,
        "editMessageMedia": editing.edit_message_media,
        "editMessageLiveLocation": plain_kinds.edit_message_live_location,
        "stopMessageLiveLocation": plain_kinds.stop_message_live_location,
        "deleteMessage": editing.delete_message,
        "deleteMessages": editing.delete_messages,
        "answerCallbackQuery": queries.answer_callback_query,
        "getFile": files.get_file,
        "getChat": chats.get_chat,
        "getChatMember": chats.get_chat_member,
        "getChatMemberCount": chats.get_chat_member_count,
        "getChatAdministrators": chats.get_chat_administrators,
        "leaveChat": chats.leave_chat,
        "getUserProfilePhotos": chats.get_user_profile_photos,
        "getUserProfileAudios": chats.get_user_profile_audios,
        "setMessageReaction": chats.set_message_reaction,
        "pinChatMessage": chats.pin_chat_message,
        "unpinChatMessage": chats.unpin_chat_message,
        "unpinAllChatMessages": chats.unpin_all_chat_messages,
        "setChatMenuButton": chats.set_chat_menu_button,
        "getChatMenuButton": chats.get_chat_menu_button,
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


async def run(sandbox: Sandbox, call: ReceivedCall) -> object:
    method = METHODS.get(call.method)
    if method is not None:
        return await method(sandbox, call)
    if call.method in ABSENT:
        name, why = ABSENT[call.method]
        raise bad_request(f"the sandbox {why}: it can't do {name}")
    raise BotApiError(404, "Not Found: method not found")

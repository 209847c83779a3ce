"""Which files are fetched at all: those for which the screen, or the message that they answer, has a use."""

from __future__ import annotations

from typing import Final

from bot.drivers import telegram
from bot.serving.acting import Acting
from bot.serving.replies import Replies
from dialogs.core import conversation as core
from dialogs.core.inputs import Why
from dialogs.core.registry import Registry
from domain.base.rights import brings_lists
from storage.chat.chats import Chat

SPREADSHEETS: Final = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv")


def refuses(
    acting: Acting,
    replies: Replies,
    registries: tuple[Registry, Registry],
    chat: Chat | None,
    file: telegram.Carried,
    sent: tuple[int, int],
) -> Why | None:
    """Why it isn't: nobody has a use for it, or its sender has sent enough (`sent`: files and bytes) today. `registries`: what
    somebody with an account can open, and a guest."""
    if chat is None:
        return "unasked"
    account = acting.account(chat)
    _, talk = acting.conversation(f"account:{account.id}" if account is not None else f"chat:{chat.chat_id}")
    dialogs = registries[0] if account is not None else registries[1]
    sheet, lists = file.name.lower().endswith(SPREADSHEETS), account is not None and brings_lists(account)
    of_screen = core.wants_file(talk, dialogs, spreadsheet=sheet, lists=lists)
    if not of_screen and not replies.takes_file(chat, file.reply_to):
        return "unasked"
    files, size = sent
    rules = acting.policy.people
    over = files >= rules.files_a_day or size + (file.size or 0) > rules.file_megabytes_a_day * 1_000_000
    return "quota" if over else None

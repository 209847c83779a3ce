"""What a person sees in the chat: one living screen, pushes beside it, the keyboard once."""

from __future__ import annotations

from functools import partial

from notifications.sending.messenger import Gone, Outage, Rejected
from storage.chat import cards, chats, conversations, outbox
from tests.notifications.conftest import NOW, Desk, body

LI, CHEN = 101, 103


async def test_a_screen_is_edited_where_it_stands(desk: Desk) -> None:
    await desk.talks(LI)
    for words in ("question 1", "question 2", "question 3"):
        await desk.show(LI, words)
        await desk.drain()
    assert desk.chat.sees(LI) == ["question 3"]
    assert [verb for verb, _, _ in desk.chat.calls] == ["send", "edit", "edit"]


async def test_after_a_typed_answer_the_old_screen_shrinks_and_the_new_one_comes_below(desk: Desk) -> None:
    await desk.talks(LI)
    await desk.show(LI, "region?")
    await desk.drain()
    await desk.show(LI, "city?", "new", "✓ region: 广东")
    await desk.drain()
    assert desk.chat.sees(LI) == ["✓ region: 广东", "city?"]
    assert desk.chat.buttons(LI) == ["city?"]
    await desk.show(LI, "street?")
    await desk.drain()
    assert desk.chat.sees(LI) == ["✓ region: 广东", "street?"]


async def test_without_words_to_shrink_to_the_old_screen_loses_its_buttons(desk: Desk) -> None:
    await desk.talks(LI)
    await desk.show(LI, "home")
    await desk.drain()
    await desk.show(LI, "home again", "new")
    await desk.drain()
    assert desk.chat.sees(LI) == ["home", "home again"]
    assert desk.chat.buttons(LI) == ["home again"]


async def test_what_was_answered_quickly_is_told_at_once(desk: Desk) -> None:
    await desk.talks(LI)
    await desk.show(LI, "name?")
    await desk.drain()
    await desk.show(LI, "region?", "new", "✓ name")
    await desk.show(LI, "city?", "new", "✓ region")
    await desk.drain()
    assert desk.chat.sees(LI) == ["✓ name ✓ region", "city?"]


async def test_a_screen_that_the_person_deleted_comes_anew(desk: Desk) -> None:
    await desk.talks(LI)
    await desk.show(LI, "question 1")
    await desk.drain()
    desk.chat.deletes(LI)
    await desk.show(LI, "question 2")
    await desk.drain()
    assert desk.chat.sees(LI) == ["question 2"]
    await desk.show(LI, "question 3", "new", "✓")
    await desk.drain()
    assert desk.chat.sees(LI) == ["✓", "question 3"]


async def test_a_screen_that_cant_be_edited_loses_its_buttons_to_the_new_one(desk: Desk) -> None:
    await desk.talks(LI)
    await desk.show(LI, "question 1")
    await desk.drain()
    desk.chat.refuse(LI, Gone("message can't be edited"))
    await desk.show(LI, "question 2")
    await desk.drain()
    assert desk.chat.sees(LI) == ["question 1", "question 2"]
    assert desk.chat.buttons(LI) == ["question 2"]


async def test_an_old_screen_that_wont_shrink_doesnt_hold_up_the_new_one(desk: Desk) -> None:
    await desk.talks(LI)
    await desk.show(LI, "question 1")
    await desk.drain()
    desk.chat.refuse(LI, Rejected("message is too old"), verb="edit")
    await desk.show(LI, "question 2", "new", "✓")
    await desk.drain()
    assert desk.chat.sees(LI) == ["question 1", "question 2"]


async def test_the_keyboard_is_laid_once_and_again_in_another_language(desk: Desk) -> None:
    await desk.talks(LI)
    await desk.queue.keyboard(LI, None)
    for words in ("hello", "home"):
        await desk.show(LI, words)
        await desk.drain()
    assert desk.chat.sees(LI) == ["<standing ?>", "home"]
    await desk.db.transact(lambda conn: chats.set_language(conn, LI, "en"))
    await desk.show(LI, "home in English")
    await desk.drain()
    assert desk.chat.sees(LI) == ["<standing ?>", "home in English", "<standing en>"]


async def test_the_key_that_shares_the_number_lies_there_for_its_question_only(desk: Desk) -> None:
    await desk.talks(LI)
    await desk.show(LI, "your number?", asks_contact=True)
    await desk.drain()
    await desk.show(LI, "thanks", "new", "✓ 138…")
    await desk.drain()
    assert desk.chat.sees(LI) == ["<contact ?>", "✓ 138…", "<standing ?>", "thanks"]


async def test_a_push_brings_no_keyboard_and_leaves_the_screen_alone(desk: Desk) -> None:
    await desk.talks(LI)
    await desk.show(LI, "question 1")
    await desk.drain()
    await desk.queue.keyboard(LI, None)
    await desk.note(LI, "news")
    await desk.drain()
    await desk.queue.keyboard(LI, "standing:")
    await desk.show(LI, "question 2")
    await desk.drain()
    assert desk.chat.sees(LI) == ["question 2", "news"]


async def test_a_card_changes_where_it_stands_and_comes_anew_when_it_was_deleted(desk: Desk) -> None:
    await desk.knows(CHEN)
    card = await desk.db.transact(lambda conn: cards.make(conn, CHEN, 3, "approval", {}, "approval:17", []))
    await desk.db.transact(lambda conn: outbox.card(conn, CHEN, card, body("to decide"), NOW, urgent=True))
    await desk.db.transact(lambda conn: outbox.recard(conn, CHEN, card, body("decided"), NOW))
    await desk.drain()
    assert desk.chat.sees(CHEN) == ["decided"]
    assert [verb for verb, _, _ in desk.chat.calls] == ["send", "edit"]
    desk.chat.deletes(CHEN)
    await desk.db.transact(lambda conn: outbox.recard(conn, CHEN, card, body("withdrawn"), NOW))
    await desk.drain()
    assert desk.chat.sees(CHEN) == ["withdrawn"]


async def test_a_cards_picture_changes_where_it_stands_and_comes_as_a_file_where_it_isnt_taken(desk: Desk) -> None:
    await desk.knows(CHEN)
    card = await desk.db.transact(lambda conn: cards.make(conn, CHEN, 3, "figures", {}, "picture:1", []))
    june, july = {**body("June"), "picture": "6.png"}, {**body("July"), "picture": "7.png"}
    await desk.db.transact(lambda conn: outbox.card(conn, CHEN, card, june, NOW, urgent=True))
    await desk.drain()
    desk.chat.refuse(CHEN, Rejected("IMAGE_PROCESS_FAILED"), verb="edit")
    await desk.db.transact(lambda conn: outbox.recard(conn, CHEN, card, july, NOW))
    await desk.drain()
    assert [verb for verb, _, _ in desk.chat.calls] == ["send", "edit", "edit"]
    assert (desk.chat.sees(CHEN), desk.chat.files(CHEN)) == (["July"], [("7.png", False)])


async def test_a_cards_picture_isnt_sent_again_where_only_its_words_change(desk: Desk) -> None:
    await desk.knows(CHEN)
    card = await desk.db.transact(lambda conn: cards.make(conn, CHEN, 3, "figures", {}, "picture:1", []))
    june, choice, july = ({**body(said), "picture": file} for said, file in (("a", "6"), ("b", "6"), ("c", "7")))
    await desk.db.transact(lambda conn: outbox.card(conn, CHEN, card, june, NOW, urgent=True))
    await desk.drain()
    for shown in (choice, july, {**july, **body("d")}):
        await desk.db.transact(partial(outbox.recard, chat_id=CHEN, card_id=card, body=shown, now=NOW))
        await desk.drain()
    assert [verb for verb, _, _ in desk.chat.calls] == ["send", "edit words", "edit", "edit words"]
    desk.chat.deletes(CHEN)
    await desk.db.transact(lambda conn: outbox.recard(conn, CHEN, card, july, NOW))
    await desk.drain()
    assert (desk.chat.sees(CHEN), desk.chat.files(CHEN)) == (["c"], [("7", True)])


async def test_a_picture_whose_answer_was_lost_is_sent_again(desk: Desk) -> None:
    await desk.knows(CHEN)
    card = await desk.db.transact(lambda conn: cards.make(conn, CHEN, 3, "figures", {}, "picture:1", []))
    june, july = {**body("a"), "picture": "6"}, {**body("b"), "picture": "7"}
    await desk.db.transact(lambda conn: outbox.card(conn, CHEN, card, june, NOW, urgent=True))
    await desk.drain()
    desk.chat.cut(CHEN, Outage("cut after it was taken"))
    await desk.db.transact(lambda conn: outbox.recard(conn, CHEN, card, july, NOW))
    async with desk.relaying():
        await desk.until(lambda: desk.called(2))
    await desk.db.transact(lambda conn: outbox.recard(conn, CHEN, card, june, NOW))
    await desk.drain()
    assert (desk.chat.sees(CHEN), desk.chat.files(CHEN)) == (["a"], [("6", True)])


async def test_a_conversation_in_another_chat_begins_with_a_message_of_its_own(desk: Desk) -> None:
    await desk.talks(LI)
    await desk.show(LI, "in the old chat")
    await desk.drain()
    owner = f"chat:{LI}"
    await desk.knows(CHEN)
    await desk.db.transact(lambda conn: conversations.save(conn, owner, CHEN, {}, before=1, revision=2))
    await desk.db.transact(lambda conn: outbox.show(conn, CHEN, owner, body("in the new chat", place="edit"), NOW))
    await desk.drain()
    assert (desk.chat.sees(LI), desk.chat.sees(CHEN)) == (["in the old chat"], ["in the new chat"])

"""请核对订单: what was understood of a message, to be answered, corrected, confirmed.

The card lies in the database and is the agency's; this page keeps its number alone. What is written while it is open is
an order of its own where it names whom it is for, else a correction; what says neither goes on to home. A reply to one of
its messages, or an edited message that it was read from, goes to it whatever is open (`answers`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Close, Heard, Open, Page, Run, Show, Turn
from dialogs.core.said import Typed
from dialogs.core.screen import Act, Button, Json, Row, Screen, Wording, act, say
from dialogs.follow_up import writes
from dialogs.orders import face
from dialogs.words import HOME, button, opens
from domain import views
from domain.errors import NotFound
from domain.orders import card_views, changing, keeping, noting, taxes
from domain.orders.noting import Card, Shown
from domain.orders.reading import Ask as Question
from domain.orders.reading import How, Intent
from domain.orders.records import Order, OrderState, Waiting
from domain.people import AccountType
from domain.rights import Action, may

ROWS = 10
"""Rows of a page: as many as one writes in a message."""
QUESTIONS = 3
"""Open rows whose readings are offered at once; the others come when these are answered."""
READINGS = 4
FOLDED = 12
TOLD = 10
"""Orders that are told one by one after they were confirmed."""
_NUMBER = re.compile(r"^.{0,12}#(\d{1,9})\b")


class OrderCard(Page):
    """Args: the `card`; `row`, where one is being corrected, and `field`, what of it; `apart`, `known`, `page`; `done`, the
    orders that were just logged, and `learned`."""

    name = "order_card"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        done = _done(args, ask)
        if "card" not in args:
            waiting = len(ask(noting.open_cards)) if _logs(ask) else 0
            empty = say("order-write-next" if waiting else "order-card-none")
            return Screen(done or (empty,), (*_learned_rows(args), *_late_rows(args, ask), *_next(waiting)))
        card = ask(noting.card, _number(args, "card"))
        if "row" in args:
            return _row_screen(card, _number(args, "row"), args, ask)
        lines, rows = _card_screen(card, args, ask)
        gap = (*done, "") if done else ()
        return Screen((*gap, *lines), (*rows, *_learned_rows(args)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        number, given = _number(args, "card"), act.args
        row = given.get("row")
        match act.verb:
            case "confirm":
                return Run(noting.ConfirmRows(card=number, apart=args.get("apart") is True))
            case "drop":
                return Run(noting.DropCard(card=number))
            case "forget":
                return Run(noting.ForgetAlias(customer=_whole(given.get("customer")), name=str(given.get("name"))))
            case "late":
                return Run(changing.ConfirmLate(order=_whole(given.get("order"))))
            case "show":
                apart: dict[str, Json] = {"apart": True} if args.get("apart") is True else {}
                return Show({"card": number, **apart, **dict(given)})
            case verb if isinstance(row, int):
                return _of_row(verb, number, row, given)
            case _:
                return Show()

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        if not isinstance(said, Typed) or not said.text.strip() or not _logs(ask):
            return None
        day = ask(noting.written_on, said.at)
        note = noting.NoteOrders(
            text=said.text, written_on=day, message=said.message, doubtful=args.get("doubtful") is True
        )
        if "card" not in args and "done" not in args:
            return Run(note)
        number = _number(args, "card")
        if args.get("edited") is True:
            return Run(noting.ReadAnew(card=number, text=said.text))
        row = args.get("row")
        amend = noting.AmendCard(
            card=number,
            text=_with_field(said.text, args),
            row=row if isinstance(row, int) else None,
            written_on=day,
        )
        if args.get("answered") is True:
            return Run(amend)
        found = ask(noting.understand, said.text, day).rows
        if any(each.intent is not Intent.NONE_TODAY for each in found):
            return Run(note)
        return Run(amend) if "card" in args and _corrects(amend, ask) else None

    @override
    def after(self, args: Args, result: Any, ask: Ask) -> Turn:
        match result:
            case noting.Confirmed():
                return Show(_confirmed(result))
            case Card(rows=()):
                return Show({"done": []}, notice=(say("order-card-empty"),))
            case Card():
                return Show(_kept(args, result))
            case (Card() as card, bool(understood)):
                if not card.rows:
                    return Show({"done": []}, notice=(say("order-card-empty"),))
                return Show(_kept(args, card), notice=() if understood else (say("order-not-understood"),))
            case Order():
                return Show(args, toast=say("order-late-confirmed"))
            case noting.Forgotten(name=name):
                return Show({**args, "learned": []}, notice=(say("order-alias-forgotten", name=name),))
            case Waiting():
                return _asked(args, result, ask)
            case None if args.get("edited") is True or "card" not in args:
                kept = {key: value for key, value in args.items() if key == "card"} or {"done": []}
                return Show(kept, notice=(say("order-not-understood"),))
            case _:
                return Show({"done": []}, notice=(say("order-card-dropped"),))

    @override
    def refused(self, args: Args, refusal: Exception, ask: Ask) -> Turn | None:
        if isinstance(refusal, NotFound):
            return Close(notice=(say("order-card-gone"),))
        return None

    @override
    def answers(self, said: Typed, ask: Ask) -> Open | None:
        """A reply to a card; the message that a card was read from, edited."""
        if not _logs(ask):
            return None
        if said.edited:
            waiting = ask(noting.written_as, said.message) if said.message is not None else None
            return Open(self.name, {"card": waiting.id, "edited": True}, said) if waiting is not None else None
        found = _NUMBER.match(said.answered)
        if found is None or not _is_there(int(found[1]), ask):
            return None
        return Open(self.name, {"card": int(found[1]), "answered": True}, said)


def _of_row(verb: str, card: int, row: int, given: Args) -> Turn:
    match verb:
        case "take":
            ask, option = str(given.get("ask")), _whole(given.get("option"))
            return Run(noting.AnswerRow(card=card, row=row, ask=ask, option=option))
        case "insist":
            return Run(noting.InsistOnRow(card=card, row=row))
        case "project":
            return Run(noting.AskForProject(card=card, row=row))
        case "choose":
            return Run(noting.ChooseProject(card=card, row=row, project=_whole(given.get("project"))))
        case "tax":
            return Run(noting.TurnTax(card=card, row=row))
        case "drop-row":
            return Run(noting.DropRow(card=card, row=row))
        case _:
            return Show()


def _logs(ask: Ask) -> bool:
    return may(ask(views.me).account, Action.LOG_ORDERS)


def _is_there(card: int, ask: Ask) -> bool:
    try:
        ask(noting.card, card)
    except NotFound:
        return False
    return True


def _corrects(amend: noting.AmendCard, ask: Ask) -> bool:
    try:
        return bool(ask(noting.corrects, amend))
    except NotFound:  # somebody else was faster: what is shown says so
        return False


# --- what comes of an act -------------------------------------------------------------------------------------------


def _kept(args: Args, card: Card) -> Args:
    """The card as it is now; a row that was corrected is back in its place."""
    apart: dict[str, Json] = {"apart": True} if args.get("apart") is True else {}
    return {"card": card.waiting.id, **apart}


def _confirmed(result: noting.Confirmed) -> Args:
    left: dict[str, Json] = {"card": result.left.waiting.id} if result.left is not None else {}
    learned: list[Json] = [[each.name, each.customer, each.meant] for each in result.learned]
    return {"done": [each.id for each in result.orders], "learned": learned, **left}


def _asked(args: Args, kept: Waiting, ask: Ask) -> Turn:
    told = (say("order-project-asked", name=ask(card_views.called, kept.asked_id or 0)),)
    number = _number(args, "card")
    return Show({"card": number} if _is_there(number, ask) else {"done": []}, notice=told)


# --- after confirming -----------------------------------------------------------------------------------------------


def _done(args: Args, ask: Ask) -> tuple[Wording, ...]:
    orders = _logged(args, ask)
    lines: list[Wording] = []
    for order, customer in orders[:TOLD]:
        lines += face.lines_of(order, customer)
        if order.state is OrderState.LATE:
            lines.append(say("order-waits-for-owner", month=order.day.month))
    if len(orders) > TOLD:
        lines.append(say("order-and-more", count=len(orders) - TOLD))
    lines += _kept_by([order for order, _ in orders], ask)
    for name, _, meant in _learned(args):
        lines.append(say("order-alias-learned", name=name, meant=meant))
    if orders and "card" not in args:
        lines.append(say("order-what-next"))
    return tuple(lines)


def _kept_by(orders: Sequence[Order], ask: Ask) -> list[Wording]:
    """Until when orders keep their customers, where *policy* gives something for them."""
    customers = dict.fromkeys(each.customer_id for each in orders if each.state is OrderState.LOGGED)
    days = [until for each in customers if (until := ask(keeping.kept_until, each)) is not None]
    return [say("order-kept", until=each) for each in dict.fromkeys(days)]


def _logged(args: Args, ask: Ask) -> list[tuple[Order, str]]:
    done = args.get("done")
    found: list[tuple[Order, str]] = []
    for number in done if isinstance(done, list) else []:
        with suppress(NotFound):  # out of reach by now
            found.append(ask(card_views.order, _whole(number)))
    return found


def _learned(args: Args) -> list[tuple[str, int, str]]:
    found = args.get("learned")
    return [
        (name, customer, meant)
        for each in (found if isinstance(found, list) else [])
        if isinstance(each, list)
        for name, customer, meant in [each]
        if isinstance(name, str) and isinstance(customer, int) and isinstance(meant, str)
    ]


def _learned_rows(args: Args) -> tuple[Row, ...]:
    return tuple(
        (Button(say("order-forget-key", name=name), act("forget", name=name, customer=customer)),)
        for name, customer, _ in _learned(args)
    )


def _late_rows(args: Args, ask: Ask) -> tuple[Row, ...]:
    """The owner confirms at once what he logged too late himself."""
    if ask(views.me).account.type is not AccountType.OWNER:
        return ()
    late = [each for each, _ in _logged(args, ask) if each.state is OrderState.LATE]
    return tuple(
        (Button(say("order-late-key", number=each.number), act("late", order=each.id)),) for each in late[:TOLD]
    )


def _next(waiting: int) -> tuple[Row, ...]:
    """The cards that still wait; what lies below, a half-filled form perhaps; home."""
    back = (opens(say("order-another-key"), "log_orders"), Button(say("back-key"), act("close")), HOME)
    entry = say("counted", entry=say("order-cards-entry"), count=waiting)
    return ((opens(entry, "order_cards"),), back) if waiting else (back,)


# --- the card ---------------------------------------------------------------------------------------------------------


def _card_screen(card: Card, args: Args, ask: Ask) -> tuple[list[Wording], list[Row]]:
    open_rows = [(place, each) for place, each in enumerate(card.rows) if not each.folded]
    folded = [each for each in card.rows if each.folded]
    page = min(max(0, _number(args, "page")), max(0, (len(open_rows) - 1) // ROWS))
    shown = open_rows[page * ROWS : page * ROWS + ROWS]
    lines: list[Wording] = [_title(card, ask)]
    several = len(open_rows) > 1
    tax = ask(card_views.tax_percent)
    for number, (_, each) in enumerate(shown, page * ROWS + 1):
        lines += face.row_lines(each, number if several else 0, tax_percent=tax)
    lines += _folded_lines(folded, args)
    rows: list[Row] = []
    ready, together = card.ready, ask(card_views.together, card)
    if ready:
        label = say("order-confirm-all", count=len(ready)) if several else say("order-confirm")
        rows.append((Button(label, act("confirm")),))
    rows += _questions(shown, page * ROWS, ask, several=several)
    if together > 0:
        apart = args.get("apart") is True
        lines.append(say("order-together", orders=len(ready) if apart else together, rows=len(ready)))
        label = say("order-together-key", count=together) if apart else say("order-apart-key", count=len(ready))
        rows.append((Button(label, act("show", apart=not apart)),))
    if len(open_rows) == 1 and How.AGAIN in open_rows[0][1].row.marks.values():
        rows.append(_field_keys(open_rows[0][0]))
    last = []
    if folded:
        last.append(Button(say("order-known-key", count=len(folded)), act("show", known=args.get("known") is not True)))
    if page * ROWS + ROWS < len(open_rows):
        last.append(Button(say("page-after"), act("show", page=page + 1)))
    if page > 0:
        last.insert(0, Button(say("page-before"), act("show", page=page - 1)))
    if last:
        rows.append(tuple(last))
    if open_rows:
        row = {"row": open_rows[0][0]} if not several else {"pick": True}
        rows += _picking(shown, page * ROWS) if args.get("pick") is True else []
        mend = () if args.get("pick") is True else (Button(say("order-mend-key"), act("show", **row)),)
        rows.append((*mend, button("order-drop-key", "drop"), HOME))
    else:
        rows.append((button("order-drop-key", "drop"), HOME))
    return lines, rows


def _title(card: Card, ask: Ask) -> Wording:
    waiting = card.waiting
    mine = waiting.author_id == ask(views.me).account.id
    if mine and waiting.written_on == ask.today:
        return say("order-card-title", number=waiting.id)
    return say("order-card-title-of", number=waiting.id, author=card.author, at=waiting.at)


def _picking(shown: Sequence[tuple[int, Shown]], before: int) -> list[Row]:
    keys = [Button(str(number), act("show", row=place)) for number, (place, _) in enumerate(shown, before + 1)]
    return [tuple(keys[start : start + 5]) for start in range(0, len(keys), 5)]


def _questions(shown: Sequence[tuple[int, Shown]], before: int, ask: Ask, *, several: bool) -> list[Row]:
    """The first question of each open row with its readings; what is far from the habit needs its own tap."""
    rows: list[Row] = []
    asked = 0
    for number, (place, each) in enumerate(shown, before + 1):
        if each.slip and not each.row.asks:
            label = say("order-insist-key", number=number if several else 0)
            rows.append((Button(label, act("insist", row=place)),))
        if each.row.marks.get("price") is How.TAX_HABIT:
            label = say(
                "order-reading-key",
                number=number if several else 0,
                reading=face.other_tax(each.row, ask(taxes.other, each.row)),
            )
            rows.append((Button(label, act("tax", row=place)),))
        if not each.row.asks or asked == QUESTIONS:
            continue
        asked += 1
        question = each.row.asks[0]
        for option, found in enumerate(ask(noting.offered, each.row, question)[:READINGS]):
            label = say("order-reading-key", number=number if several else 0, reading=face.reading(found, each.row))
            rows.append((Button(label, act("take", row=place, ask=question.value, option=option)),))
        if question in (Question.NO_PROJECT, Question.PROJECT, Question.MCU) and each.row.customer is not None:
            rows.append(_project_row(each, place, number if several else 0, ask))
    return rows


def _project_row(shown: Shown, place: int, number: int, ask: Ask) -> Row:
    """The salesperson adds it himself; else he is asked to."""
    if shown.row.customer is not None and may(ask(views.me).account, Action.WRITE_FOLLOW_UP):
        return (writes(say("order-add-project-key"), shown.row.customer.id),)
    return (Button(say("order-project-key", number=number), act("project", row=place)),)


def _folded_lines(folded: Sequence[Shown], args: Args) -> list[Wording]:
    if not folded:
        return []
    lines: list[Wording] = [say("order-known", count=len(folded))]
    if args.get("known") is True:
        for each in folded[:FOLDED]:
            known = each.known
            if known is not None and each.row.customer is not None:
                lines.append(
                    say(
                        "order-known-row",
                        customer=each.row.customer.name,
                        quantity=face.pieces(each.row.quantity),
                        number=known.number,
                        author=known.author,
                        at=known.at,
                    )
                )
    return lines


# --- one row ----------------------------------------------------------------------------------------------------------

FIELDS = ("quantity", "price", "day", "batches")
_LABELS = {"quantity": "数量 ", "price": "单价 ", "day": "日期 ", "batches": "批次 "}
"""What stands before the answer, so that it is read as what was asked: words of the reading, not of a screen."""


def _row_screen(card: Card, place: int, args: Args, ask: Ask) -> Screen:
    if not 0 <= place < len(card.rows):
        return Screen((say("order-card-gone"),), ((HOME,),))
    shown = card.rows[place]
    field = args.get("field")
    hint = say(f"order-write-{field}") if field in FIELDS else say("order-write")
    lines = [_title(card, ask), *face.row_lines(shown, 0, tax_percent=ask(card_views.tax_percent)), hint]
    projects = shown.row.customer.projects if shown.row.customer is not None else ()
    more: list[Row] = []
    if len(projects) > 1 and Question.PROJECT not in shown.row.asks:
        more.append((Button(say("order-other-project-key"), act("show", row=place, field="project")),))
    if field == "project":
        more = [(Button(each.name, act("choose", row=place, project=each.id)),) for each in projects[:ROWS]]
    away = Button(say("order-drop-row-key"), act("drop-row", row=place))
    back = Button(say("back-key"), act("show"))
    return Screen(tuple(lines), (_field_keys(place), *more, (away, back)))


def _field_keys(place: int) -> Row:
    return tuple(Button(say(f"order-field-{each}"), act("show", row=place, field=each)) for each in FIELDS)


def _with_field(text: str, args: Args) -> str:
    field = args.get("field")
    return _LABELS.get(field, "") + text if isinstance(field, str) else text


def _number(args: Args, name: str) -> int:
    return _whole(args.get(name))


def _whole(value: Json) -> int:
    return value if isinstance(value, int) and 0 <= value < 1 << 31 else 0

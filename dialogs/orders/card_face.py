"""What a card of orders shows, and one row of it that is being mended."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.core.ask import Ask
from dialogs.core.page import Args
from dialogs.core.screen import Arg, Button, Json, Row, Screen, Wording, act, say
from dialogs.orders import face
from dialogs.shared.words import HOME, button, opens, writes
from domain.base.rights import Action, may
from domain.home import views
from domain.orders import card_views, coming_back, mending, showing, taxes
from domain.orders.reading import Ask as Question
from domain.orders.reading import How
from domain.orders.reading import ReadRow as OrderRow
from domain.orders.rereading import Reread
from domain.orders.showing import ShownCard, ShownRow

ROWS = 10
"""Rows of a page: as many as one writes in a message."""
QUESTIONS = 3
"""Open rows whose readings are offered at once; the others come when these are answered."""
READINGS = 4
FOLDED = 12


def card_screen(card: ShownCard, args: Args, ask: Ask) -> tuple[list[Wording], list[Row]]:
    open_rows = [(place, each) for place, each in enumerate(card.rows) if not each.folded]
    folded = [(place, each) for place, each in enumerate(card.rows) if each.folded]
    page = min(max(0, number_of(args, "page")), max(0, (len(open_rows) - 1) // ROWS))
    shown = open_rows[page * ROWS : page * ROWS + ROWS]
    lines: list[Wording] = [_title(card, ask)]
    several = len(open_rows) > 1
    tax = ask(card_views.tax_percent)
    for number, (_, each) in enumerate(shown, page * ROWS + 1):
        lines += face.row_lines(each, number if several else 0, tax_percent=tax)
    lines += _folded_lines(folded, args)
    rows: list[Row] = []
    seen = card.waiting.revision
    ready, together = card.ready, ask(card_views.together, card)
    quick = ask(showing.beside, card)
    lines += _beside(quick)
    rows += _confirming(card, quick, several=several)
    rows += _questions(shown, page * ROWS, ask, several=several, seen=seen)
    if together > 0:
        apart = args.get("apart") is True
        lines.append(say("order-together", orders=len(ready) if apart else together, rows=len(ready)))
        label = say("order-together-key", count=together) if apart else say("order-apart-key", count=len(ready))
        rows.append((Button(label, act("show", apart=not apart)),))
    if len(open_rows) == 1 and How.AGAIN in open_rows[0][1].row.marks.values():
        rows.append(_field_keys(open_rows[0][0]))
    rows += _folded_rows(folded, args, seen)
    last = _elsewhere(len(folded), args, ask)
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
        batched = not several and open_rows[0][1].row.batches
        batch = _field_keys(open_rows[0][0])[-1:] if batched else ()
        rows.append((*mend, *batch, button("order-drop-key", "drop", seen=seen), HOME))
    else:
        rows.append((button("order-drop-key", "drop", seen=seen), HOME))
    return lines, rows


def _beside(quick: Sequence[ShownCard]) -> list[Wording]:
    """What was written just before, each on a card of its own."""
    if not quick:
        return []
    told = [face.brief(row) for each in quick for row in each.rows]
    more = [say("sale-more-lines", count=len(told) - FOLDED)] if len(told) > FOLDED else []
    return [say("order-beside", count=len(quick)), *told[:FOLDED], *more]


def _confirming(card: ShownCard, quick: Sequence[ShownCard], *, several: bool) -> list[Row]:
    """What is ready of it; and with it what was written just before, as far as all of that is told."""
    rows: list[Row] = []
    if card.ready:
        label = say("order-confirm-all", count=len(card.ready)) if several else say("order-confirm")
        rows.append((Button(label, act("confirm", seen=card.waiting.revision)),))
    ready = ready_cards(card, quick)
    if len(ready) > (1 if card.ready else 0):
        count = sum(len(each.ready) for each in ready)
        key = "order-confirm-with" if several and card.ready else "order-confirm-all"
        pairs: list[Json] = [[each.waiting.id, each.waiting.revision] for each in ready]
        rows.append((Button(say(key, count=count), act("confirm-cards", cards=pairs)),))
    return rows


def ready_cards(card: ShownCard, quick: Sequence[ShownCard]) -> Sequence[ShownCard]:
    if sum(len(each.rows) for each in quick) > FOLDED:
        return [card] if card.ready else []
    return [each for each in (*quick, card) if each.ready]


def pairs_of(value: Json) -> tuple[tuple[int, int], ...]:
    """Cards with their revisions, as a button carries them."""
    return tuple(
        (card, seen)
        for each in (value if isinstance(value, list) else [])
        if isinstance(each, list) and len(each) == 2
        for card, seen in [each]
        if isinstance(card, int) and isinstance(seen, int)
    )


def _elsewhere(folded: int, args: Args, ask: Ask) -> list[Button]:
    """What is folded, and the other cards that wait."""
    keys = []
    if folded:
        keys.append(Button(say("order-known-key", count=folded), act("show", known=args.get("known") is not True)))
    waiting = len(ask(showing.open_cards))
    if waiting > 1:
        keys.append(opens(say("counted", entry=say("order-cards-entry"), count=waiting), "order_cards"))
    return keys


def _title(card: ShownCard, ask: Ask) -> Wording:
    waiting = card.waiting
    mine = waiting.author_id == ask(views.me).account.id
    if mine and waiting.written_on == ask.today:
        return say("order-card-title", number=waiting.id)
    return say("order-card-title-of", number=waiting.id, author=card.author, at=waiting.at)


def _picking(shown: Sequence[tuple[int, ShownRow]], before: int) -> list[Row]:
    keys = [Button(str(number), act("show", row=place)) for number, (place, _) in enumerate(shown, before + 1)]
    return [tuple(keys[start : start + 5]) for start in range(0, len(keys), 5)]


def _questions(shown: Sequence[tuple[int, ShownRow]], before: int, ask: Ask, *, several: bool, seen: int) -> list[Row]:
    """The first question of each open row with its readings; what is far from the habit needs its own tap."""
    rows: list[Row] = []
    asked = 0
    for number, (place, each) in enumerate(shown, before + 1):
        if each.slip and not each.row.asks:
            label = say("order-insist-key", number=number if several else 0)
            rows.append((Button(label, act("insist", row=place, seen=seen)),))
        if each.row.marks.get("price") is How.TAX_HABIT:
            label = say(
                "order-reading-key",
                number=number if several else 0,
                reading=face.other_tax(each.row, ask(taxes.other, each.row)),
            )
            rows.append((Button(label, act("tax", row=place, seen=seen)),))
        if not each.row.asks or asked == QUESTIONS:
            continue
        asked += 1
        question = each.row.asks[0]
        for option, found in enumerate(ask(showing.offered, each.row, question)[:READINGS]):
            label = say(
                "order-reading-key",
                number=number if several else 0,
                reading=face.reading(found, each.row, late=each.late),
            )
            rows.append((Button(label, act("take", row=place, ask=question.value, option=option, seen=seen)),))
        if question is Question.RETURN:
            rows += _return_rows(each, place, number if several else 0, ask, seen)
        if question in (Question.NO_PROJECT, Question.PROJECT, Question.MCU) and each.row.customer is not None:
            rows.append(_project_row(each, place, number if several else 0, ask, seen))
    return rows


RETURNABLE = 3


def _return_rows(shown: ShownRow, place: int, number: int, ask: Ask, seen: int) -> list[Row]:
    """The orders that it may be of, each a tap; all of the customer's where none of these has enough left."""
    if shown.row.customer is None or shown.row.quantity is None:
        return []
    rows: list[Row] = []
    for order, line in ask(coming_back.of_row, shown.row)[:RETURNABLE]:
        of = say("order-back-of", number=order.number, day=order.day, price=face.money(line.price, line.currency))
        label = say("order-reading-key", number=number, reading=of)
        rows.append((Button(label, act("back", row=place, line=line.id, seen=seen)),))
    other = say("order-back-other" if rows else "order-back-none")
    label = say("order-reading-key", number=number, reading=other)
    return [*rows, (opens(label, "sales", customer=shown.row.customer.id),)]


def _project_row(shown: ShownRow, place: int, number: int, ask: Ask, seen: int) -> Row:
    """The salesperson adds it himself; else he is asked to."""
    if shown.row.customer is not None and may(ask(views.me).account, Action.WRITE_FOLLOW_UP):
        return (writes(say("order-add-project-key"), shown.row.customer.id),)
    return (Button(say("order-project-key", number=number), act("project", row=place, seen=seen)),)


def after_correction(found: mending.CorrectedCard) -> tuple[Wording, ...]:
    """What a message changed, as it was and as it is; and what of it was used for nothing."""
    if found.absent:
        return (say("order-no-such-row", row=found.absent[0], count=found.count),)
    if not found.understood:
        return (say("order-not-understood"),)
    what = tuple(each for change in found.changes for each in _changes(change))
    return (
        *((say("order-changed", what=what),) if what else ()),
        *((say("order-unused", text=found.rest),) if found.rest else ()),
    )


def _changes(change: mending.RowChange) -> list[Wording]:
    if change.after is None:
        return [say("order-change-away", row=change.number, what=face.sold(change.before))]
    told = zip(_told(change.before), _told(change.after), strict=True)
    return [
        say("order-change", row=change.number, what=say(f"order-of-{name}"), before=before, after=after)
        for (name, before), (_, after) in told
        if before != after
    ]


def _told(row: OrderRow) -> tuple[tuple[str, Arg], ...]:
    unknown = say("order-unknown")
    return (
        ("customer", row.customer.name if row.customer is not None else unknown),
        ("project", row.project.name if row.project is not None else unknown),
        ("quantity", face.pieces(row.quantity)),
        ("price", face.money(row.price, row.currency)),
        ("day", row.day if row.day is not None else unknown),
        ("batches", face.batches(row.batches) or unknown),
    )


def after_edit(found: Reread) -> tuple[Wording, ...]:
    """What the edit of the message did besides what the card shows."""
    rows = found.card.rows
    number = {place: at for at, place in enumerate((place for place, each in enumerate(rows) if not each.folded), 1)}
    what = tuple(
        say("order-edit-what", row=number[place] if len(number) > 1 else 0, what=say(f"order-of-{name}"))
        for place, name in found.overruled
        if place in number
    )
    return (
        *((say("order-edit-wins", what=what),) if what else ()),
        *((say("order-edit-gone", count=found.gone),) if found.gone else ()),
        *((say("order-edited-late", numbers=found.logged),) if found.logged else ()),
    )


def _folded_rows(folded: Sequence[tuple[int, ShownRow]], args: Args, seen: int) -> list[Row]:
    """What says the same as an order may be another one."""
    if args.get("known") is not True:
        return []
    keys = [
        Button(say("order-another", index=at if len(folded) > 1 else 0), act("insist", row=place, seen=seen))
        for at, (place, _) in enumerate(folded[:FOLDED], 1)
    ]
    return [tuple(keys[start : start + 3]) for start in range(0, len(keys), 3)]


def _folded_lines(folded: Sequence[tuple[int, ShownRow]], args: Args) -> list[Wording]:
    if not folded:
        return []
    lines: list[Wording] = [say("order-known", count=len(folded))]
    lines += [say("order-rest", text=rest) for _, each in folded[:FOLDED] if (rest := face.left_over(each.row))]
    if args.get("known") is True:
        for at, (_, each) in enumerate(folded[:FOLDED], 1):
            known = each.known
            if known is not None and each.row.customer is not None:
                lines.append(
                    say(
                        "order-known-row",
                        index=at if len(folded) > 1 else 0,
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


def row_screen(card: ShownCard, place: int, args: Args, ask: Ask) -> Screen:
    if not 0 <= place < len(card.rows):
        return Screen((say("order-card-gone"),), ((HOME,),))
    shown, seen = card.rows[place], card.waiting.revision
    field = args.get("field")
    hint = say(f"order-write-{field}") if field in FIELDS else say("order-write")
    lines = [_title(card, ask), *face.row_lines(shown, 0, tax_percent=ask(card_views.tax_percent)), hint]
    projects = shown.row.customer.projects if shown.row.customer is not None else ()
    more: list[Row] = []
    if len(projects) > 1 and Question.PROJECT not in shown.row.asks:
        more.append((Button(say("order-other-project-key"), act("show", row=place, field="project")),))
    if field == "project":
        more = [(Button(each.name, act("choose", row=place, project=each.id, seen=seen)),) for each in projects[:ROWS]]
    if field == "batches":
        keys = [
            Button(say("order-drop-batch", code=each.code), act("drop-batch", row=place, code=each.code, seen=seen))
            for each in shown.row.batches[:ROWS]
        ]
        more = [tuple(keys[start : start + 3]) for start in range(0, len(keys), 3)]
    away = Button(say("order-drop-row-key"), act("drop-row", row=place, seen=seen))
    back = Button(say("back-key"), act("show"))
    return Screen(tuple(lines), (_field_keys(place), *more, (away, back)))


def _field_keys(place: int) -> Row:
    return tuple(Button(say(f"order-field-{each}"), act("show", row=place, field=each)) for each in FIELDS)


def with_field(text: str, args: Args) -> str:
    field = args.get("field")
    return _LABELS.get(field, "") + text if isinstance(field, str) else text


def number_of(args: Args, name: str) -> int:
    return whole(args.get(name))


def whole(value: Json) -> int:
    return value if isinstance(value, int) and 0 <= value < 1 << 31 else 0

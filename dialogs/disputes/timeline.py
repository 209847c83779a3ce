"""经过: all that happened to a customer, over all agencies, page by page; narrowed to who asked, reported, decided, saw."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Run, Show, Turn
from dialogs.core.screen import Act, Button, Row, Screen, Wording, act, say
from dialogs.disputes.lines import by, detail, what
from dialogs.shared.words import BACK, HOME, button, evenly, in_a_line, member, opens, page_in, pages
from domain.base.rights import Action, may
from domain.customers import seeing
from domain.disputes import pack, timeline
from domain.disputes.scope import reads
from domain.disputes.timeline import Aspect, Occurrence, Timeline
from domain.home import views

A_PAGE = 6


class CustomerTimeline(Page):
    name = "customer_timeline"

    @override
    def looked(self, args: Args, ask: Ask) -> None:
        ask(seeing.note, _id(args))

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        aspect, page = member(Aspect, args.get("aspect")), page_in(args)
        found = ask(timeline.timeline, _id(args), aspect, page * A_PAGE, A_PAGE)
        total = found.total if aspect is None else found.counts[aspect]
        lines: list[Wording] = [say("strong", text=found.customer.name)]
        lines.append(say("appeal-holder", holder=found.holder) if found.holder else say("dispute-nobody"))
        lines.append(say("appeal-timeline"))
        for each in found.rows:
            lines += _row(each)
        if not found.rows:
            lines.append(say("core-none"))
        rows = (*_narrowing(found, aspect), *pages(page, A_PAGE, total))
        return Screen(tuple(lines), ((button("dispute-pack-key", "pack"),), *rows, (BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "pack":
                return Run(pack.MakeDisputePack(customer=_id(args)))
            case "aspect":
                return Show({"customer": _id(args), "aspect": act.args.get("aspect")})
            case _:
                return Show({**args, "page": page_in(act.args)})

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Show(args, toast=say("dispute-pack-toast"))


def _row(each: Occurrence) -> tuple[Wording, ...]:
    """What happened, and by whom: each begins a line of its own on a phone."""
    line = say("dispute-row", at=each.at, what=what(each))
    return (line, say("dispute-row-more", more=in_a_line((by(each), *detail(each)))))


def _narrowing(found: Timeline, chosen: Aspect | None) -> tuple[Row, ...]:
    """What isn't there can't be chosen."""
    keys = [Button(_label("all", found.total, chosen is None), act("aspect", aspect=None))]
    keys += [
        Button(_label(each.value, count, each is chosen), act("aspect", aspect=each.value))
        for each, count in found.counts.items()
        if count
    ]
    return evenly(keys) if len(keys) > 2 else ()


def _label(name: str, count: int, chosen: bool) -> Wording:
    return say("dispute-aspect", name=say(f"dispute-aspect-{name}"), count=count, chosen="yes" if chosen else "no")


def timeline_key(customer: int, ask: Ask) -> Row:
    """On its card, for whoever reads disputes."""
    me = ask(views.me).account
    if not may(me, Action.SEE_DISPUTES) or not ask(reads, customer):
        return ()
    return (opens(say("timeline-key"), "customer_timeline", customer=customer),)


def _id(args: Args) -> int:
    value = args.get("customer")
    return value if isinstance(value, int) else 0

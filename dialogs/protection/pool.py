"""资源池: the list without names, a customer's detail, subscriptions. Claiming opens the report, filled in (docs/protection.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from typing_extensions import override

from dialogs.core import search
from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.page import Args, Heard, Open, Page, Run, Show, Turn
from dialogs.core.screen import Act, Button, Json, Row, Screen, Wording, act, say
from dialogs.core.words import clean, folding, quoted
from dialogs.shared.list_page import ListPage
from dialogs.shared.words import BACK, HOME, button, lines_of, opens, page_in, pages, stage, volume
from domain.base import regions
from domain.base.bilingual import translated
from domain.base.naming import no_name
from domain.protection import claiming
from domain.protection.pool import BANDS, PoolEntry, PoolQuery, Topic
from domain.reports import conflict

CHOICES = 12
LONGEST_SEARCH = 40


class ResourcePool(ListPage[PoolEntry]):
    """Place, domain, volume band, stage; typing a full name finds that customer."""

    name = "pool"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[PoolEntry], int]:
        return ask(claiming.listed, replace(_wish(args), offset=offset, limit=limit))

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        chosen = _chosen(args)
        return (say("pool-title", count=total), *((say("pool-only", what=chosen),) if chosen else ()))

    @override
    def row(self, place: int, row: PoolEntry, args: Args, ask: Ask) -> Sequence[Wording]:
        return (_row(place, row),)

    @override
    def key(self, place: int, row: PoolEntry, args: Args, ask: Ask) -> Button:
        return opens(str(place), "pool_customer", customer=row.customer_id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("pool-empty")

    @override
    def under(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("pool-hint"),)

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        filters = [
            button("pool-by-region-key", "choose", topic="region"),
            button("pool-by-domain-key", "choose", topic="domain"),
        ]
        if _chosen(args):
            filters.append(button("pool-all-key", "all"))
        return (tuple(filters), (opens(say("pool-subscribe-key"), "pool_subscriptions"), HOME))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        if act.verb == "choose":
            return Open("pool_filter", {"topic": act.args.get("topic"), **_kept(args)})
        return super().act(args, act, ask)

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        if not isinstance(said, Typed) or not said.line:
            return None
        name = said.line
        if (province := _province(name)) is not None:
            return Show({**_kept(args), "province": province})
        if not conflict.looks_full(name) or no_name(name) is not None:
            return Show(notice=(say("pool-full-name"),))
        found = ask(claiming.named, name)
        return Show(notice=(say("pool-not-there"),)) if found is None else Open("pool_customer", {"customer": found})


class PoolFilter(Page):
    """The provinces, or the domains, in which there is something: by pages, or found by typing."""

    name = "pool_filter"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        text = args.get("find")
        found = _counted(args, ask)
        shown = _fitting(text, found) if isinstance(text, str) else found
        page = min(page_in(args), max(0, (len(shown) - 1) // CHOICES))
        picks = [
            Button(say("counted", entry=translated(value), count=count), act("pick", value=value))
            for value, count in shown[page * CHOICES : (page + 1) * CHOICES]
        ]
        lines: list[Wording] = [say("pool-by-region-key" if _by_region(args) else "pool-by-domain-key")]
        if len(found) > CHOICES:
            lines.append(say("core-search-hint"))
        rows = tuple(tuple(picks[start : start + 3]) for start in range(0, len(picks), 3))
        everything = ((button("core-all-options", "everything"),),) if text else ()
        last = (BACK, HOME)
        return Screen(tuple(lines), (*rows, *pages(page, CHOICES, len(shown)), *everything, last))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "page":
                return Show({**args, "page": page_in(act.args)})
            case "everything":
                return Show({**_kept(args), "topic": args.get("topic")})
            case _:
                return _picked(args, act.args.get("value"))

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        """The only one that fits is taken."""
        if not isinstance(said, Typed) or not said.line:
            return None
        counted = _counted(args, ask)
        province = _province(said.line) if _by_region(args) else None
        top = province if _by_region(args) else ask(claiming.domain_called, said.line)
        found = [each for each in counted if each[0] == top] or _fitting(said.line, counted)
        if len(found) == 1:
            return _picked(args, found[0][0])
        begun: dict[str, Json] = {**_kept(args), "topic": args.get("topic")}
        if found:
            return Show({**begun, "find": clean(said.line)[:LONGEST_SEARCH]})
        return Show(begun, notice=(say("core-not-an-option", typed=quoted(said.line)),))


def _province(text: str) -> str | None:
    """The province that a place lies in, or is."""
    provinces = {each.province for each in regions.find(text)}
    return provinces.pop() if len(provinces) == 1 else None


def _by_region(args: Args) -> bool:
    return args.get("topic") == "region"


def _counted(args: Args, ask: Ask) -> Sequence[tuple[str, int]]:
    return ask(claiming.places if _by_region(args) else claiming.domains)


def _fitting(text: str, counted: Sequence[tuple[str, int]]) -> Sequence[tuple[str, int]]:
    exact = [each for each in counted if search.same(text, each[0])]
    return exact or search.find(text, [(each, (each[0],)) for each in counted])


def _kept(args: Args) -> dict[str, Json]:
    """What the list was narrowed down to before."""
    return {each: args[each] for each in ("province", "domain") if each in args}


def _picked(args: Args, value: Json) -> Turn:
    return Open("pool", {**_kept(args), "province" if _by_region(args) else "domain": value})


class PoolCustomer(Page):
    """The detail: counted, a customer once a day."""

    name = "pool_customer"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        try:
            view = ask(claiming.detail, _customer(args))
        except claiming.DetailsUsed as used:
            return Screen((say("pool-details-used", limit=used.limit),), ((_back(), HOME),))
        entry, profile = view.entry, view.customer.profile
        lines: list[Wording] = [say("strong", text=view.customer.name), *_facts(entry)]
        if profile is not None:
            facts = [("mcus", profile.mcus), ("background", folding(profile.background))]
            lines += [say("fact", label=say(f"report-customer-{name}"), value=value) for name, value in facts if value]
        lines.append(say("pool-released", at=entry.released_at))
        rows: list[Row] = []
        if view.bar is not None:
            lines.append(say("pool-held-until" if view.bar.held else "pool-open-at", at=view.bar.until))
        elif view.may_claim:
            rows.append((button("claim-key", "claim"),))
        lines.append(say("pool-details-left", count=view.left))
        return Screen(tuple(lines), (*rows, (_back(), HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Open("report_customer", _filled_in(ask(claiming.detail, _customer(args))))


class PoolSubscriptions(Page):
    """订阅: be told, all at the same minute, of what is released in a province or of a domain."""

    name = "pool_subscriptions"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        mine, topic = ask(claiming.mine), Topic.DOMAIN if args.get("topic") == "domain" else Topic.REGION
        values = ask(claiming.known, topic)
        marked = [
            Button(
                say("subscribed", value=translated(value)) if (topic, value) in mine else translated(value),
                act("toggle", value=value, on=(topic, value) not in mine),
            )
            for value in values
        ]
        lines: list[Wording] = [say("subscriptions-title")]
        if mine:
            lines.append(
                say(
                    "subscriptions-mine",
                    values=tuple(translated(value) for value in sorted(value for _, value in mine)),
                )
            )
        lines.append(say("subscriptions-hint"))
        other = (
            button("pool-by-domain-key", "topic", topic="domain")
            if topic is Topic.REGION
            else button("pool-by-region-key", "topic", topic="region")
        )
        rows = tuple(tuple(marked[start : start + 4]) for start in range(0, len(marked), 4))
        return Screen(tuple(lines), (*rows, (other, _back(), HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        if act.verb == "topic":
            return Show({"topic": act.args.get("topic")})
        topic = Topic.DOMAIN if args.get("topic") == "domain" else Topic.REGION
        return Run(claiming.Subscribe(topic=topic, value=str(act.args.get("value")), on=act.args.get("on") is True))

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Show()


def _back() -> Button:
    return BACK


def _chosen(args: Args) -> tuple[str, ...]:
    wish = _wish(args)
    return tuple(translated(each) for each in (wish.province, wish.domain) if each)


def _wish(args: Args) -> PoolQuery:
    province, domain = args.get("province"), args.get("domain")
    return PoolQuery(
        province if isinstance(province, str) else "",
        domain if isinstance(domain, str) else "",
    )


def _customer(args: Args) -> int:
    value = args.get("customer")
    return value if isinstance(value, int) else 0


def _band(entry: PoolEntry) -> Wording:
    """`50–100 万/年`: the list never shows the figure itself."""
    if not entry.volume:
        return ""
    if entry.band == len(BANDS):
        return say("band-above", low=BANDS[-1])
    low = BANDS[entry.band - 1] if entry.band else 0
    return say("band", low=low, high=BANDS[entry.band])


def _row(place: int, entry: PoolEntry) -> Wording:
    """At most two lines, of what is known."""
    known = lines_of((translated(entry.region), translated(entry.domain)), (_band(entry), _stage(entry)))
    first, *below = known or (say("pool-unknown"),)
    return (
        say("pool-row-more", index=place, first=first, more=below[0])
        if below
        else say("pool-row", index=place, first=first)
    )


def _facts(entry: PoolEntry) -> tuple[Wording, ...]:
    return lines_of(
        (translated(entry.region), translated(entry.field), volume(entry.volume) if entry.volume else "", _stage(entry))
    )


def _stage(entry: PoolEntry) -> Wording:
    return stage(entry.stage) if entry.stage is not None else ""


def _filled_in(view: claiming.Detail) -> dict[str, Json]:
    """How the report of a claim opens: all that is known, to be looked through and submitted."""
    profile = view.customer.profile
    if profile is None:
        return {}
    answers: dict[str, Json] = {
        "name": profile.name,
        "credit_code": view.customer.credit_code,
        "region": profile.region or None,
        "domain": profile.domain or None,
        "volume": str(profile.volume) if profile.volume else None,
        "mcus": profile.mcus or None,
        "buyer": profile.buyer or None,
        "factory": profile.factory or None,
        "background": profile.background or None,
    }
    return {"answers": answers}

"""我的客户: the list with search and filters (筛选)."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.lists import in_rows
from dialogs.core.page import Args, Heard, Open, Perhaps, Run, Show, Swap, Turn
from dialogs.core.screen import Act, Button, Row, Screen, Wording, say
from dialogs.core.words import head
from dialogs.follow_ups.lines import reads_first, unread_row
from dialogs.shared.filter_page import FilterChoice, FilterPage, by, narrowing
from dialogs.shared.list_page import ListPage, text_of
from dialogs.shared.words import HOME, button, evenly, in_a_line, member, middle, opens, stage
from domain.base.bilingual import translated
from domain.base.rights import Action, may
from domain.base.stage import Stage
from domain.customers.records import Grouping
from domain.follow_ups import exporting
from domain.follow_ups.records import FollowUp
from domain.home import views
from domain.jobs.records import Job
from domain.people.records import Account
from domain.protection import filters as customer_filters
from domain.protection.customers import CustomerView
from domain.protection.filters import Due, Filter


class Customers(ListPage[CustomerView]):
    """Those that end first in front; of the overdue ones, those that are due longest. Typing searches."""

    name = "customers"
    hint = "customers-search-hint"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[CustomerView], int]:
        return ask(customer_filters.customers, _filter(args), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (_title(_filter(args), ask, total),)

    @override
    def row(self, place: int, row: CustomerView, args: Args, ask: Ask) -> Sequence[Wording]:
        return _row(place, row, _filter(args), ask(views.reader))

    @override
    def key(self, place: int, row: CustomerView, args: Args, ask: Ask) -> Button:
        return opens(str(place), "customer", customer=row.customer.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("customers-none") if _filter(args) == Filter() else say("customers-none-found")

    @override
    def above(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return unread_row(ask)

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        every = () if _filter(args) == Filter() else (button("customers-all-key", "all"),)
        export = (button("export-key", "export"),) if total else ()
        board = (opens(say("board-entry"), "board"),) if may(ask(views.reader), Action.SEE_BOARD) else ()
        return ((button("filter-key", "filter"), *export, *board), (*every, HOME))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "filter":
                return Swap("customer_filter")
            case "unread":
                return reads_first(ask)
            case "export":
                return Run(exporting.ExportCustomers(only=_filter(args)))
            case _:
                return super().act(args, act, ask)

    @override
    def after(self, args: Args, result: FollowUp | Job, ask: Ask) -> Turn:
        if isinstance(result, FollowUp):
            return Open("follow_up_report", {"follow_up": result.id})
        return Show(toast=say("export-begun"))

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | Perhaps | None:
        """Typing searches within what is filtered."""
        return self.sought(args, said, ask)


class CustomerFilter(FilterPage[Grouping]):
    """By what the list is narrowed: what is late, the agency, the stage, the product domain."""

    name, narrows, ways = "customer_filter", "customers", Grouping

    @override
    def first(self, args: Args, ask: Ask) -> Screen:
        found = ask(customer_filters.counts)
        days = ask(customer_filters.red_days)
        matters: Row = (
            narrowing(_counted(say("filter-ending", days=days), found.ending), due=Due.ENDING.value),
            narrowing(_counted(say("filter-overdue"), found.overdue), due=Due.OVERDUE.value),
            narrowing(_counted(say("filter-silent"), found.silent), due=Due.SILENT.value),
            narrowing(_counted(say("filter-without-project"), found.without_project), without_project=True),
        )
        several = len(ask(customer_filters.grouped, Grouping.PERSON, 0, 2)[0]) > 1
        left_out = {Grouping.PERSON} if not several else set()
        if ask(views.reader).agency_id is not None:
            left_out.add(Grouping.AGENCY)
        ways = [by(say(f"filter-{each.value}"), each) for each in Grouping if each not in left_out]
        back = (narrowing(say("customers-all-key")), HOME)
        return Screen((say("filter-title"),), (*in_rows(matters, 2), *evenly(ways), back))

    @override
    def choices(
        self, way: Grouping, args: Args, offset: int, limit: int, ask: Ask
    ) -> tuple[Sequence[FilterChoice], int]:
        found, total = ask(customer_filters.grouped, way, offset, limit, text_of(args))
        return [_choice(way, *each) for each in found], total

    @override
    def heading(self, way: Grouping, args: Args, total: int) -> Sequence[Wording]:
        lines: list[Wording] = [say(f"filter-{way.value}")]
        if not total:
            lines.append(say("customers-none-found") if text_of(args) else say("customers-none"))
        elif way in customer_filters.NAMED and (total > self.a_page or way is Grouping.REGION):
            lines.append(say(f"filter-{way.value}-hint"))
        return lines

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        """Among agencies, people and regions one is looked for by its name; else customers."""
        if not isinstance(said, Typed) or not said.line:
            return None
        text = said.line[:60]
        way = member(Grouping, args.get("by"))
        if way in customer_filters.NAMED:
            return Show({"by": way.value, "text": text})
        return Swap("customers", {"text": text})


def _choice(way: Grouping, key: str, name: str, count: int) -> FilterChoice:
    label: Wording = (
        stage(Stage(key))
        if way is Grouping.STAGE
        else translated(name)
        if way in (Grouping.DOMAIN, Grouping.REGION)
        else middle(name, 10)
    )
    numbered = way in (Grouping.AGENCY, Grouping.PERSON)
    return FilterChoice(_counted(label, count), int(key) if numbered else key)


def _counted(entry: Wording, count: int) -> Wording:
    return say("counted", entry=entry, count=count)


def _filter(args: Args) -> Filter:
    """What the page's args ask for; nonsense asks for nothing."""
    agency, person, domain, region = (args.get(name) for name in ("agency", "person", "domain", "region"))
    return Filter(
        text=text_of(args),
        agency=agency if isinstance(agency, int) else None,
        person=person if isinstance(person, int) else None,
        stage=member(Stage, args.get("stage")),
        domain=domain if isinstance(domain, str) else None,
        region=region if isinstance(region, str) else None,
        without_project=args.get("without_project") is True,
        due=member(Due, args.get("due")),
    )


def _title(wanted: Filter, ask: Ask, count: int) -> Wording:
    parts: list[Wording] = []
    if wanted.due is not None:
        parts.append(say(f"filter-{wanted.due.value}", days=ask(customer_filters.red_days)))
    if wanted.without_project:
        parts.append(say("filter-without-project"))
    if wanted.agency is not None:
        parts.append(ask(customer_filters.agency_name, wanted.agency))
    if wanted.person is not None:
        parts.append(ask(customer_filters.person_name, wanted.person))
    if wanted.stage is not None:
        parts.append(stage(wanted.stage))
    parts += [translated(each) for each in (wanted.domain, wanted.region) if each is not None]
    if wanted.text:
        parts.append(say("quoted", text=wanted.text))
    return say("customers-found", by=tuple(parts), count=count) if parts else say("customers-title", count=count)


def _row(place: int, view: CustomerView, wanted: Filter, reader: Account) -> tuple[Wording, ...]:
    """Two lines: nobody reads his own name, the vendor reads the agency and how far the customer is, and of what is late it
    is said how late."""
    of_vendor = reader.agency_id is None
    facts: list[Wording] = [ends(view)]
    if wanted.due in customer_filters.LATE and view.overdue > 0:
        facts = [say("follow-up-overdue", days=view.overdue)]
    if of_vendor:
        facts.append(say("customers-at", agency=view.agency, person=view.contact))
        facts += [stage(view.customer.stage)] if view.customer.stage is not None else []
    elif view.customer.contact_id != reader.id:
        facts.append(view.contact)
    lines: list[Wording] = [
        say(
            "customers-row",
            index=place,
            name=middle(view.customer.name),
            facts=in_a_line(facts),
            marks=_marks(view),
        )
    ]
    return (*lines, say("customers-found-by", name=head(view.found_by, 40))) if view.found_by else tuple(lines)


def _marks(view: CustomerView) -> str:
    """Marks never replace a word: the card says each of them."""
    given: Sequence[tuple[bool, str]] = ((view.red, "🔴"), (view.overdue > 0, "⏰"), (view.unread, "🟢"))
    return "".join(f"{mark} " for shown, mark in given if shown)


def ends(view: CustomerView) -> Wording:
    """Past its end a customer is only protected as long as the vendor decides something: that is said in its place."""
    until = view.customer.protected_until
    if until is not None and view.deciding is not None:
        return say("customers-deciding", kind=view.deciding.value, until=until)
    return say("customers-until", until=until) if until is not None else say("customers-endless")

"""今日提醒: one digest a person, each line with the button that deals with it; what was missed while blocked (docs/reminders.md)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from typing_extensions import override

from dialogs.announcements import title
from dialogs.core.ask import Ask
from dialogs.core.days import with_weekday
from dialogs.core.page import Args, GoHome, Open, Page, Run, Show, Turn
from dialogs.core.screen import Act, Button, Row, Say, Screen, Wording, say
from dialogs.orders import evening as evening_words
from dialogs.shared.drafts import kept
from dialogs.shared.week import week_line
from dialogs.shared.words import HOME, button, in_a_line, kind_of, middle, milestone, opens, page_in, pages, writes
from dialogs.visits.planning import cancels, moves
from domain.approvals.request_kinds import KINDS
from domain.base.bilingual import translated
from domain.base.errors import NotFound, Refusal
from domain.base.rights import Action, may
from domain.contracts import expiry
from domain.contracts import views as contract_views
from domain.deadlines import reminding, week
from domain.deadlines import views as reminder_views
from domain.follow_ups import views as follow_up_views
from domain.home import views
from domain.orders import evening
from domain.protection.filters import Due
from domain.reminders.records import Reminder, ReminderKind
from domain.visits import views as visit_views

A_PAGE = 8


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """A matter in a line, and the buttons that deal with it, the likeliest first. `label` is without its number."""

    text: Say
    buttons: tuple[Button, ...]
    all: bool = False
    """Each button is an answer of its own: among several lines they all stand there."""
    silent: int = 0
    """Days without a report: of such lines the longest silence stands in front."""


class Digest(Page):
    """What is due, pushed. A line whose matter is done by now says nothing any more. `whole`: all on one page, for a mail."""

    name = "digest"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        ids = args.get("ids")
        found = ask(reminding.mine, [each for each in ids if isinstance(each, int)] if isinstance(ids, list) else [])
        a_page = len(found) if args.get("whole") is True else A_PAGE
        return _screen("digest-title", found, page_in(args), ask, ((HOME,),), a_page)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        if act.verb == "no-orders":
            reminder = act.args.get("reminder")
            more = act.args.get("more") is True
            return Run(evening.NoOrders(reminder=reminder if isinstance(reminder, int) else 0, more=more))
        return Show({**args, "page": page_in(act.args)})

    @override
    def late(self, args: Args, ask: Ask) -> Open | None:
        """What answers a reminder whose report is in belongs to that, on its day."""
        ids = args.get("ids")
        found = ask(reminding.mine, [each for each in ids if isinstance(each, int)] if isinstance(ids, list) else [])
        written = {each.about: _written(ask, each.about) for each in found if each.kind is ReminderKind.FOLLOW_UP}
        reports = [each for each in written.values() if each is not None]
        return Open("follow_up", {"corrects": reports[0]}) if len(reports) == 1 else None

    @override
    def after(self, args: Args, result: evening.Answered, ask: Ask) -> Turn:
        """Then the day's sheet, to be forwarded."""
        return Open("orders_day") if result.mine else Show(args, toast=evening_words.heard(result))

    @override
    def refused(self, args: Args, refusal: Exception, ask: Ask) -> Turn | None:
        if isinstance(refusal, evening.OrdersOfTheDay):
            return Open("orders_day", {"day": refusal.day.isoformat(), "besides": evening_words.besides(refusal)})
        return None


class Missed(Page):
    """What couldn't be delivered and still matters."""

    name = "missed"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        found = ask(reminding.missed)
        return _screen("missed-title", found, page_in(args), ask, ((button("missed-seen-key", "seen"), HOME),))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Run(reminding.LookedAt()) if act.verb == "seen" else Show({"page": page_in(act.args)})

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return GoHome()


def _screen(
    title: str, found: Sequence[Reminder], page: int, ask: Ask, last: tuple[Row, ...], a_page: int = A_PAGE
) -> Screen:
    ranked = sorted(found, key=lambda each: RANK[each.kind])
    told = [(each.kind, line) for each in ranked if (line := line_of(ask, each)) is not None]
    told.sort(key=lambda each: (RANK[_ALIKE.get(each[0], each[0])], -each[1].silent))
    if not told:
        return Screen((say(title, count=0), say("digest-done")), last)
    hint = _reply_hint(title, [kind for kind, _ in told])
    if len(told) == 1:
        ((_, line),) = told
        return Screen((say(title, count=1), line.text, *hint), (*_in_rows(line.buttons), *last))
    page = min(page, (len(told) - 1) // a_page)
    shown = list(enumerate((line for _, line in told), 1))[page * a_page : (page + 1) * a_page]
    texts: list[Wording] = [say("digest-row", index=index, text=line.text) for index, line in shown]
    keys = [
        Button(say("digest-key", index=index, label=each.label), each.act)
        for index, line in shown
        for each in (line.buttons if line.all else line.buttons[:1])
    ]
    return Screen(
        (say(title, count=len(told)), *texts, *hint),
        (*_in_rows(keys), *pages(page, a_page, len(told)), *last),
    )


def line_of(ask: Ask, reminder: Reminder) -> ReminderLine | None:
    """None when there is nothing to say: the matter is done, another's by now, or what it is about can't be shown. That is
    no other line's matter."""
    try:
        return LINES[reminder.kind](ask, reminder) if ask(reminding.is_live, reminder) else None
    except Refusal:
        return None


def _written(ask: Ask, customer: int) -> int | None:
    try:
        return ask(follow_up_views.just_written, customer)
    except Refusal:
        return None


def _reply_hint(title: str, kinds: Sequence[ReminderKind]) -> tuple[Wording, ...]:
    """That a reply to the pushed digest is the report: the quickest way to write one."""
    due = sum(kind in _ANSWERED for kind in kinds)
    if not due or title != "digest-title":
        return ()
    return (say("digest-reply-hint") if due == 1 else say("digest-reply-hint-several"),)


_ANSWERED = (ReminderKind.FOLLOW_UP, ReminderKind.VISIT, ReminderKind.VISIT_PAST)


def _in_rows(keys: Sequence[Button]) -> tuple[Row, ...]:
    across = 3 if len(keys) <= 3 else 2
    return tuple(tuple(keys[start : start + across]) for start in range(0, len(keys), across))


# --- a line for each kind ---------------------------------------------------------------------------------------------


def _protection(ask: Ask, reminder: Reminder) -> ReminderLine:
    about = ask(reminder_views.customer, reminder.about)
    customer = about.customer.id
    keys = (
        opens(say("ask-extension-title"), "ask_extension", customer=customer),
        writes(say("follow-up-entry"), customer),
        opens(say("give-up-title"), "give_up", customer=customer),
    )
    text = say(
        "reminder-protection",
        name=middle(about.customer.name),
        days=about.left or 0,
        until=about.until,
        confirming="yes" if about.confirming else "no",
        person=about.person if about.customer.contact_id != reminder.receiver else "none",
    )
    return ReminderLine(text, keys)


def _follow_up(ask: Ask, reminder: Reminder) -> ReminderLine:
    about = ask(reminder_views.customer, reminder.about)
    customer = about.customer.id
    text = say("reminder-follow-up", name=middle(about.customer.name), days=about.silent)
    if reminder.kind is ReminderKind.FOLLOW_UP:
        return ReminderLine(text, (writes(say("follow-up-entry"), customer),), silent=about.silent)
    late = say("reminder-follow-up-late", name=middle(about.customer.name), days=about.silent, person=about.person)
    card = opens(say("customer-card-key"), "customer", customer=customer)
    mine = may(ask(views.me).account, Action.WRITE_FOLLOW_UP)
    return ReminderLine(
        late, (writes(say("follow-up-entry"), customer), card) if mine else (card,), silent=about.silent
    )


def _follow_ups_late(ask: Ask, reminder: Reminder) -> ReminderLine:
    late = ask(reminder_views.late_reports, reminder)
    text = say("reminder-follow-ups-late", count=late.customers, limit=late.limit, days=late.silent)
    return ReminderLine(text, (opens(say("look-key"), "customers", due=Due.OVERDUE.value),))


def _extension_late(ask: Ask, reminder: Reminder) -> ReminderLine:
    view = ask(reminder_views.late_answer, reminder.about)
    text = say(
        "reminder-answer-late",
        kind=kind_of(view.approval),
        name=middle(view.name),
        days=view.days,
        approvers=view.approvers,
    )
    return ReminderLine(text, (opens(say("look-key"), "approval", approval=view.approval.id),))


def _approval(ask: Ask, reminder: Reminder) -> ReminderLine:
    brief = ask(reminder_views.brief, reminder.about)
    text = say(
        "reminder-approval",
        kind=kind_of(brief.approval),
        name=middle(brief.title),
        agency=brief.agency,
        at=brief.at,
    )
    key = say("answer-question-key" if KINDS[brief.approval.kind].answered else "decide-key")
    return ReminderLine(text, (opens(key, "approval", approval=reminder.about),))


def _milestone(ask: Ask, reminder: Reminder) -> ReminderLine:
    ahead = ask(reminder_views.milestone, reminder.about)
    told = ahead.project.told
    on = told.milestone_on
    text = say(
        "reminder-milestone" if on is None or on >= ask.today else "reminder-milestone-past",
        name=middle(ahead.customer.name),
        project=middle(told.name),
        milestone=milestone(told.milestone),
        due=told.due,
    )
    return ReminderLine(text, (writes(say("follow-up-entry"), ahead.customer.id),))


def _visit(ask: Ask, reminder: Reminder) -> ReminderLine:
    view = ask(visit_views.one, reminder.about)
    name, on = middle(view.customer.name), with_weekday(view.visit.on)
    keys = (writes(say("follow-up-entry"), view.customer.id), moves(view.customer.id), cancels(view.visit.id))
    if reminder.kind is ReminderKind.VISIT_PAST:
        return ReminderLine(say("reminder-visit-past", name=name, on=on), keys, all=True)
    when = "today" if view.visit.on == ask.today else "later"
    return ReminderLine(say("reminder-visit", name=name, on=on, when=when), keys, all=True)


def _contract(ask: Ask, reminder: Reminder) -> ReminderLine:
    contract, until = ask(reminder_views.contract_end, reminder.about)
    text = say("reminder-contract", year=str(contract.fiscal_year), until=until, next=str(contract.fiscal_year + 1))
    return ReminderLine(text, (opens(say("contracts-entry"), "contracts"),))


def _document(ask: Ask, reminder: Reminder) -> ReminderLine:
    contract, documents = ask(reminder_views.running_out, reminder.about)
    policy = ask(contract_views.policy)
    told = tuple(say("document-until", kind=policy.words.told(each.kind), until=each.until) for each in documents)
    passed = len(expiry.passed(documents, ask.today))
    when = "coming" if not passed else "passed" if passed == len(documents) else "both"
    text = say("reminder-document", documents=told, number=contract.number, when=when)
    return ReminderLine(text, (opens(say("look-key"), "contract_card", contract=contract.id),))


def _orders(ask: Ask, reminder: Reminder) -> ReminderLine:
    return ReminderLine(*evening_words.question(ask, reminder), all=True)


def _draft(ask: Ask, reminder: Reminder) -> ReminderLine:
    name = reminder.subject.partition(":")[2]
    draft = next((each for each in ask(kept) if each.id == name), None)
    if draft is None:
        raise NotFound("draft")
    text = say("reminder-draft", title=draft.title, at=draft.at)
    return ReminderLine(text, (opens(say("core-go-on"), draft.form, draft=draft.id),))


def _pool(ask: Ask, reminder: Reminder) -> ReminderLine:
    entry, at = ask(reminder_views.pool_entry, reminder.about)
    text = say(
        "reminder-pool",
        what=in_a_line((translated(entry.region), translated(entry.field))) or say("pool-unknown"),
        at=at,
    )
    return ReminderLine(text, (opens(say("look-key"), "pool_customer", customer=entry.customer_id),))


def _announcement(ask: Ask, reminder: Reminder) -> ReminderLine:
    found = ask(reminder_views.announcement, reminder.about)
    return ReminderLine(
        say("reminder-announcement", title=title(found)),
        (opens(say("read-key"), "announcement", announcement=reminder.about),),
    )


def _week(ask: Ask, reminder: Reminder) -> ReminderLine:
    return ReminderLine(week_line(ask(week.facts)), (opens(say("board-entry"), "board"),))


def _unreachable(ask: Ask, reminder: Reminder) -> ReminderLine:
    name, company = ask(reminder_views.person, reminder.about)
    return ReminderLine(
        say("reminder-unreachable", name=name, company=company), (opens(say("people-entry"), "people"),)
    )


_ALIKE = {ReminderKind.FOLLOW_UP_LATE: ReminderKind.FOLLOW_UP}
"""Told among those of another kind."""
RANK = {kind: place for place, kind in enumerate(ReminderKind)}
"""What can be lost stands in front: the kinds are told in this order."""

LINES: dict[ReminderKind, Callable[[Ask, Reminder], ReminderLine]] = {
    ReminderKind.PROTECTION: _protection,
    ReminderKind.EXTENSION_LATE: _extension_late,
    ReminderKind.FOLLOW_UP: _follow_up,
    ReminderKind.FOLLOW_UP_LATE: _follow_up,
    ReminderKind.FOLLOW_UPS_LATE: _follow_ups_late,
    ReminderKind.APPROVAL: _approval,
    ReminderKind.CONTRACT: _contract,
    ReminderKind.DOCUMENT: _document,
    ReminderKind.MILESTONE: _milestone,
    ReminderKind.VISIT: _visit,
    ReminderKind.VISIT_PAST: _visit,
    ReminderKind.ORDERS: _orders,
    ReminderKind.DRAFT: _draft,
    ReminderKind.POOL: _pool,
    ReminderKind.ANNOUNCEMENT: _announcement,
    ReminderKind.WEEK: _week,
    ReminderKind.UNREACHABLE: _unreachable,
}

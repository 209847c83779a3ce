"""Orders from a file: what its job's card says and offers, and the template. Wording: `orders-list-…`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final, Required, TypedDict

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Open, Page, Run, Show, Turn
from dialogs.core.screen import Act, Arg, Button, Row, Say, Screen, Wording, act, say
from dialogs.core.words import head
from dialogs.imports import list_card, list_report
from dialogs.orders import list_names
from dialogs.orders.fields import price
from dialogs.shared.words import BACK, HOME, button, danger, middle, opens
from domain.base.rights import Action
from domain.imports.choices import waits
from domain.jobs.records import Job, JobState
from domain.lists.report import ListReport
from domain.orders.listing import asking
from domain.orders.listing.asking import STEM
from domain.orders.listing.cells import BLANK
from domain.orders.listing.holding import ANSWERS, NAMED, Hold

MONTHS: Final = 6
MEANT: Final = 5
SEVERAL: Final = 3
NAMED_OF_SEVERAL: Final = 3
"""Rows that are named of each kind where so many kinds wait."""
PHASES: Final = ("read", "foresee", "take", "tell", "result")


class ToldMonth(TypedDict):
    """What a month of the list comes to; `amounts` by currency."""

    month: str
    rows: int
    pieces: int
    amounts: dict[str, str]


class MeantName(TypedDict):
    """Whom or what a name of the list was taken for."""

    kind: str
    typed: str
    meant: str
    count: int


class HeldCell(TypedDict):
    column: str
    code: str
    typed: str
    hint: str


class HeldRow(TypedDict):
    row: int
    order: str
    told: list[HeldCell]


class HeldRows(TypedDict):
    """What rows wait for, and the first of them."""

    hold: str
    count: int
    rows: list[HeldRow]


class Foreseen(TypedDict, total=False):
    """What the list would do, as the job's checkpoint keeps it: rows by what becomes of them, beside what is told of them."""

    imported: Required[int]
    refused: int
    months: Required[list[ToldMonth]]
    asked: Required[list[list_names.AskedName]]
    meant: Required[list[MeantName]]
    groups: Required[list[list_report.ToldGroup]]
    waiting: list[HeldRows]


def told(job: Job) -> tuple[Wording, ...]:
    """What the job's card says beyond any job's."""
    name = say("import-file", name=str(job.args.get("name", "")))
    checkpoint = job.checkpoint or {}
    if waits(job):
        return (name, *_foreseen(job, checkpoint["foreseen"]))
    if job.state is JobState.DONE:
        return (name, *_outcome(job.result or {}))
    phase = checkpoint.get("phase")
    if job.state is JobState.RUNNING and phase in PHASES:
        return (name, say(f"orders-list-phase-{phase}"))
    return (name,)


def _foreseen(job: Job, counts: Foreseen) -> tuple[Wording, ...]:
    report = ListReport.of((job.checkpoint or {}).get("told", {}))
    total = sum(_number(counts, each) for each in ("imported", "waits", "known", "refused", "left", "held"))
    heading: Wording = say("orders-list-foreseen", total=total, count=counts["imported"])
    if report.missing:
        heading = say("import-foreseen-nothing")
    last: list[Wording] = [say("orders-list-asks")] if job.state is JobState.PAUSED and list_card.begins(counts) else []
    if job.state is JobState.CANCELLED:
        last = [say("orders-list-cancelled")]
    return (
        heading,
        *_months(counts["months"]),
        *_counted(counts, ("corrected", "returns", "late")),
        *_counted(counts, ("waits", "known", "left")),
        *_names(counts),
        *_counted(counts, ("refused",)),
        *list_report.groups((each for each in counts["groups"] if each["kind"] == "wrong"), STEM),
        *_waiting(counts),
        *_remarks(counts),
        *list_report.lines(report, STEM, job.args),
        *last,
    )


def _months(months: Sequence[ToldMonth]) -> Iterable[Wording]:
    for each in months[-MONTHS:]:
        amounts = tuple(
            price(Decimal(value).quantize(Decimal("0.01")), currency) for currency, value in each["amounts"].items()
        )
        facts: dict[str, Arg] = {"month": each["month"], "rows": each["rows"], "pieces": each["pieces"]}
        if amounts:
            yield say("orders-list-month", **facts, amounts=amounts)
        else:
            yield say("orders-list-month-plain", **facts)
    if len(months) > MONTHS:
        yield say("orders-list-months-more", count=len(months) - MONTHS, rows=sum(e["rows"] for e in months[:-MONTHS]))


def _counted(counts: Mapping[str, object], names: Sequence[str]) -> Iterable[Wording]:
    return (say(f"orders-list-count-{name}", count=count) for name in names if (count := _number(counts, name)))


def _number(counts: Mapping[str, object], name: str) -> int:
    count = counts.get(name)
    return count if isinstance(count, int) else 0


def _names(counts: Foreseen) -> Iterable[Wording]:
    asked = counts["asked"]
    if asked:
        yield say("orders-list-asked", count=len(asked), rows=sum(each["count"] for each in asked))
    for each in counts["meant"][:MEANT]:
        facts: dict[str, Arg] = {
            "typed": head(each["typed"], 20),
            "meant": middle(each["meant"], 22),
            "count": each["count"],
        }
        yield say(f"orders-list-meant-{each['kind']}", **facts)
    if len(counts["meant"]) > MEANT:
        yield say("orders-list-meant-more", count=len(counts["meant"]) - MEANT)


def _waiting(counts: Foreseen) -> Iterable[Wording]:
    """By what rows wait for, with the first of them."""
    waiting = counts.get("waiting", [])
    most = NAMED if len(waiting) < SEVERAL else NAMED_OF_SEVERAL
    for each in waiting:
        named = sorted(each["rows"], key=lambda row: int(row["row"]))[:most]
        yield say(f"orders-list-hold-{each['hold']}", count=each["count"])
        for row in named:
            what = tuple(map(_told, row["told"]))
            key = "orders-list-hold-row-of" if row["order"] else "orders-list-hold-row"
            yield say(key, row=row["row"], what=what, **({"number": row["order"]} if row["order"] else {}))
        if each["count"] > len(named):
            yield say("orders-list-hold-more", count=each["count"] - len(named))


def _remarks(counts: Foreseen) -> Iterable[Wording]:
    """What comes in as it was read, under a heading of its own."""
    told = list_report.groups((each for each in counts["groups"] if each["kind"] != "wrong"), STEM)
    if told and (counts.get("refused") or counts.get("waiting")):
        yield say("orders-list-remarks")
    yield from told


def _told(told: HeldCell) -> Wording:
    what = Say(f"orders-list-remark-{told['code']}", {"typed": told["typed"], "hint": list_report.hints(told["hint"])})
    if told["code"] not in ("changed", BLANK):
        return what
    return say("orders-list-hold-cell", column=say(f"{STEM}-column-{told['column'].replace('_', '-')}"), what=what)


def _outcome(counts: Mapping[str, object]) -> tuple[Wording, ...]:
    if not counts.get("rows"):
        first: Wording = say("orders-list-nothing")
    else:
        first = say("orders-list-outcome", rows=_number(counts, "rows"), count=_number(counts, "orders"))
    waits = () if "taken_back" in counts else ("waits",)
    after = (*_counted(counts, (*waits, "known", "refused", "left", "held")), *_back(counts))
    return (first, *_counted(counts, ("corrected", "returns")), *_late(counts), *after)


def _back(counts: Mapping[str, object]) -> Iterable[Wording]:
    """What became of a list that was taken back, its drafts among it."""
    count = _number(counts, "drafts")
    drafts = (say("orders-list-back-drafts", count=count),) if count else ()
    if drafts and not _number(counts, "taken_back") and not counts.get("kept"):
        return drafts
    return (*list_card.back_lines(counts, STEM), *drafts)


def _late(counts: Mapping[str, object]) -> Iterable[Wording]:
    late = _number(counts, "late")
    return (say("orders-list-outcome-late", count=late),) if late else ()


# --- what can be tapped under the card --------------------------------------------------------------------------------


def keys(job: Job) -> tuple[Row, ...] | None:
    """The card's rows where they aren't those of any job."""
    if waits(job):
        asked = (job.checkpoint or {})["foreseen"]["asked"]
        names = ((Button(say("orders-list-names-key", count=len(asked)), act("names")),),) if asked else ()
        read_as = ListReport.of((job.checkpoint or {}).get("told", {})).looks_like
        reports = ((opens(say("report-entry"), "report_customer"),),) if read_as == "customer" else ()
        return (*reports, *names, *_answers(job), *list_card.under_the_card(job))
    sheets = list_card.sheets(job)
    if job.state is JobState.DONE and (any((job.result or {}).get(each) for each in ("rows", "waits")) or sheets):
        file = (button("job-file-key", "file"),) if job.files else ()
        back = (button("import-back-key", "back_sure"),) if list_card.stands(job, "rows", "waits") else ()
        return (*((*file, *back),)[: bool(file or back)], *sheets, (HOME,))
    return None


def _answers(job: Job) -> Iterable[Row]:
    """One tap for all rows that wait for the same."""
    for each in (job.checkpoint or {})["foreseen"].get("waiting", ()):
        hold = Hold(each["hold"])
        offered = tuple(
            Button(
                say(f"orders-list-hold-{hold.value}-{answer}-key", count=each["count"]),
                act("held", hold=hold.value, answer=answer),
            )
            for answer in ANSWERS[hold]
        )
        yield from (offered,) if len(offered) < 3 else ((each,) for each in offered)


def turned(job: Job, args: Args) -> Screen | None:
    """The card's other sides."""
    if args.get("back") is True and job.state is JobState.DONE:
        lines = (say("strong", text=say("job-import-orders")), *told(job), say("orders-list-back-sure"))
        return Screen(lines, ((danger("import-back-sure-key", "back"), button("back-key", "keep")),))
    return list_card.turned_to_columns(job, args)


def acted(job: Job, tapped: Act) -> Turn | None:
    """What a tap under the card does; None: what it does for any job."""
    number = int(job.id)
    match tapped.verb:
        case "names":
            return Open("order_names", {"job": number})
        case "held":
            hold, answer = (str(tapped.args.get(each, "")) for each in ("hold", "answer"))
            return Run(asking.AnswerHeld(job=number, hold=hold, answer=answer))
        case "back_sure":
            return Show({"job": number, "back": True})
        case "back":
            return Run(asking.TakeBackOrders(job=number))
        case _:
            return list_card.acted_on_list(job, tapped)


def taken_back(job: Job) -> tuple[Wording, ...]:
    """What the card says that takes a list back."""
    name = say("import-file", name=str(job.args.get("name", "")))
    if job.state is not JobState.DONE:
        return (name,)
    counts = job.result or {}
    corrected = counts.get("corrected")
    return (name, *_back(counts), *((say("orders-list-back-corrected", count=corrected),) if corrected else ()))


def counted(job: Job) -> tuple[Wording, ...]:
    """What the card says by which late orders of a list count."""
    name = say("import-file", name=str(job.args.get("name", "")))
    done = job.state is JobState.DONE
    return (name, say("orders-list-counted", count=(job.result or {}).get("taken_back", 0))) if done else (name,)


# --- the template -----------------------------------------------------------------------------------------------------


class OrdersByFile(Page):
    """用表格录入: the template, and that any other list may be sent as it is."""

    right = Action.LOG_ORDERS
    name = "orders_by_file"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        asked = args.get("asked") is True
        lines: list[Wording] = [say("orders-list-title"), say("orders-list-how"), say("orders-list-how-template")]
        if asked:
            lines.append(say("orders-list-template-asked"))
        rows: tuple[Row, ...] = () if asked else ((button("orders-list-template-key", "make"),),)
        return Screen(tuple(lines), (*rows, (BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Run(asking.MakeOrdersTemplate())

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Show({"asked": True})

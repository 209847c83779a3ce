"""What stands on the card of a list that was sent in, and under it: what it would do, what it did, what can be said about it.

How the list was read is told by `list_report`; sending one in is `importing`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dialogs.core.page import Args, Run, Show, Turn
from dialogs.core.screen import Act, Button, Row, Screen, Wording, act, say
from dialogs.imports import list_report
from dialogs.shared.words import HOME, button, danger, middle, opens
from domain.imports import choices as import_choices
from domain.imports import undoing as import_undoing
from domain.imports.choices import LISTS, waits
from domain.imports.records import ImportFate
from domain.jobs.records import Job, JobState
from domain.lists.report import ListReport

SHEETS: Final = 5
COLUMNS: Final = 10
"""Columns that weren't understood, offered one by one."""
MOST_COLUMNS: Final = 20
"""Columns of which one may be a field that is missing."""


def told(job: Job) -> tuple[Wording, ...]:
    """What the job's card says beyond any job's."""
    name = say("import-file", name=str(job.args.get("name", "")))
    checkpoint, result = job.checkpoint or {}, job.result or {}
    if waits(job):
        return (name, *_foreseen(job, checkpoint["foreseen"]))
    if job.state is JobState.DONE:
        unread = import_choices.unread(job)
        more = (say("import-told-other-sheets", sheets=unread),) if unread else ()
        return (name, *_sheet_of(job), *_outcome(result), *back_lines(result, "import"), *more)
    phase = checkpoint.get("phase")
    if job.state is JobState.RUNNING and phase in ("read", "foresee", "take", "compare", "result"):
        return (name, say(f"import-phase-{phase}"))
    return (name,)


def _sheet_of(job: Job) -> tuple[Wording, ...]:
    """Which one it was, where somebody named it."""
    return (say("import-sheet", sheet=str(job.args["sheet"])),) if job.args.get("sheet") else ()


def told_of_direct(job: Job) -> tuple[Wording, ...]:
    """With what it means to be on that list."""
    means = (say("direct-list-means"),) if waits(job) and job.state is JobState.PAUSED else ()
    return (*told(job), *means)


def told_of_file(job: Job) -> tuple[Wording, ...]:
    """How it was read, for the terminal: there nobody was asked before."""
    checkpoint = job.checkpoint or {}
    groups = [each for each in checkpoint.get("foreseen", {}).get("groups", ()) if each["kind"] == "remark"]
    read = list_report.lines(ListReport.of(checkpoint["told"]), "import", job.args) if checkpoint.get("told") else ()
    return (*list_report.groups(groups, "import"), *read)


def _foreseen(job: Job, counts: Mapping[str, int]) -> tuple[Wording, ...]:
    report = ListReport.of((job.checkpoint or {}).get("told", {}))
    total = sum(counts[fate.value] for fate in ImportFate)
    heading: Wording = say("import-foreseen", total=total, imported=counts["imported"])
    if report.missing:
        heading = say("import-foreseen-nothing")
    elif job.state is JobState.CANCELLED:
        heading = say("import-foreseen-cancelled", total=total, imported=counts["imported"])
    asking = [say("import-asks")] if job.state is JobState.PAUSED and counts["imported"] else []
    if job.state is JobState.CANCELLED:
        asking = [say("import-cancelled")]
    groups = list_report.groups((job.checkpoint or {})["foreseen"].get("groups", ()), "import")
    return (heading, *_others(counts), *groups, *list_report.lines(report, "import", job.args), *asking)


def _outcome(counts: Mapping[str, int]) -> tuple[Wording, ...]:
    lines: list[Wording] = [say("import-outcome", imported=counts["imported"])]
    if counts["alike"]:
        lines.append(say("import-outcome-alike", alike=counts["alike"]))
    return (*lines, *_others(counts))


def _others(counts: Mapping[str, int]) -> tuple[Wording, ...]:
    return tuple(
        say(f"import-count-{fate}", count=counts[fate]) for fate in ("standing", "conflict", "refused") if counts[fate]
    )


# --- what can be tapped under the card --------------------------------------------------------------------------------


def keys(job: Job) -> tuple[Row, ...] | None:
    """The card's rows where they aren't those of any job."""
    if waits(job):
        return under_the_card(job)
    others = sheets(job)
    if job.state is JobState.DONE and ((job.result or {}).get("imported") or others):
        file = (button("job-file-key", "file"),) if job.files else ()
        back = (button("import-back-key", "back_sure"),) if stands(job, "imported") else ()
        return (*((*file, *back),)[: bool(file or back)], *others, (HOME,))
    return None


def keys_to_begin(job: Job) -> tuple[Row, ...] | None:
    """Of a list that isn't taken back as a whole."""
    return under_the_card(job) if waits(job) else None


def stands(job: Job, *what: str) -> bool:
    """Whether the list brought something, and wasn't taken back."""
    result = job.result or {}
    return any(result.get(each) for each in what) and "taken_back" not in result


def sheets(job: Job) -> tuple[Row, ...]:
    """Other sheets of the file that look like lists."""
    unread = import_choices.unread(job)[:SHEETS]
    return tuple((Button(say("import-sheet-key", sheet=each), act("sheet", name=each)),) for each in unread)


def under_the_card(job: Job) -> tuple[Row, ...]:
    """What is mostly wanted first. Where nothing would come in, there is nothing to begin."""
    begin = ((button("import-begin-key", "resume"),),) if begins((job.checkpoint or {})["foreseen"]) else ()
    last = (HOME,) if job.state is JobState.CANCELLED else (button("job-cancel-key", "cancel"), HOME)
    return (*begin, *choices(job), last)


def begins(foreseen: Mapping[str, object]) -> bool:
    """Whether there is something to do: rows come in, or wait for what isn't there yet."""
    return bool(foreseen["imported"] or foreseen.get("waits"))


def choices(job: Job) -> tuple[Row, ...]:
    """What can be said about a list that was checked, whatever it is of."""
    report = ListReport.of((job.checkpoint or {}).get("told", {}))
    rows: list[Row] = [*_missing(job, report)]
    if job.files:
        rows.append((button("import-look-key", "file"),))
    if not report.missing and _named(report):
        rows.append((button("import-columns-key" if report.unused else "import-columns-change-key", "columns"),))
    rows += [
        (_same(f"import-same-change-{each}-key", job, each, value=str(value)),)
        for each, value in job.args.get("same", {}).items()
    ]
    if (proposed := _proposed(job)) or job.args.get("plain_names"):
        take = not job.args.get("plain_names")
        label = say("import-names-take-key" if take else "import-names-leave-key", count=proposed)
        rows.append((Button(label, act("names", take=take)),))
    if report.hidden_rows:
        rows.append((_toggle(job, "hidden_rows", "rows", report.counts["hidden_rows"]),))
    if any(report.hidden_columns.values()) or not job.args.get("hidden_columns", True):
        rows.append((_toggle(job, "hidden_columns", "columns", len(report.hidden_columns)),))
    return (*rows, *sheets(job))


def _named(report: ListReport) -> bool:
    """Whether something can be said of a column that isn't understood by its title alone."""
    return bool(report.remembered) or any(each not in report.untitled for each in report.unused)


def _missing(job: Job, report: ListReport) -> Iterable[Row]:
    """Of each field without a column: which column it is, or what it is in all rows."""
    kind, same = LISTS[job.kind], job.args.get("same", {})
    for each in report.missing:
        title = say(f"{kind.stem}-column-{each.replace('_', '-')}")
        if import_choices.headings(job):
            yield (Button(say("import-missing-key", column=title), act("which", field=each)),)
        earlier = tuple(kind.same)[: tuple(kind.same).index(each)] if each in kind.same else ()
        if each in kind.same and all(field in same for field in earlier):
            yield (_same(f"import-same-{each}-key", job, each),)


def _same(key: str, job: Job, field: str, **facts: str) -> Button:
    label = say(key, **{name: middle(each, 16) for name, each in facts.items()})
    return opens(label, "list_same", job=int(job.id), field=field)


def _proposed(job: Job) -> int:
    """Rows with something written around the name."""
    groups = (job.checkpoint or {})["foreseen"].get("groups", ())
    return sum(int(each["count"]) for each in groups if each["code"] in ("name-noise", "name-proposed"))


def _toggle(job: Job, arg: str, what: str, count: int) -> Button:
    taken = bool(job.args.get(arg, True))
    label = say(f"import-{what}-{'leave' if taken else 'take'}-key", count=count)
    return Button(label, act(arg, take=not taken))


def turned(job: Job, args: Args) -> Screen | None:
    """The card's other sides: whether to take all back, and those of any list."""
    if args.get("back") is True and job.state is JobState.DONE:
        lines = (say("strong", text=say("job-import-customers")), *told(job), say("import-back-sure"))
        return Screen(lines, ((danger("import-back-sure-key", "back"), button("back-key", "keep")),))
    return turned_to_columns(job, args)


def turned_to_columns(job: Job, args: Args) -> Screen | None:
    """Which columns weren't understood, what one of them may be."""
    if not waits(job):
        return None
    report = ListReport.of((job.checkpoint or {}).get("told", {}))
    heading, field = args.get("heading"), args.get("field")
    headings = import_choices.headings(job)
    if isinstance(heading, str) and heading in headings:
        return _meanings(job, report, heading)
    if args.get("columns") is True:
        headings = tuple(each for each in headings if each in report.unused or each in report.remembered)
        offered = [(Button(each, act("column", heading=each)),) for each in headings[:COLUMNS]]
        return Screen((say("import-columns-which"),), (*offered, (button("back-key", "keep"),)))
    if isinstance(field, str) and field in report.missing:
        return _which(job, report, field, headings)
    return None


def _which(job: Job, report: ListReport, field: str, headings: Sequence[str]) -> Screen:
    """Which column a missing field is: also one that was taken for something else."""
    stem = LISTS[job.kind].stem
    used = {title: each for each, title in report.columns.items()}
    rows = tuple(
        (
            Button(
                say("import-missing-used", title=each, column=say(f"{stem}-column-{used[each].replace('_', '-')}"))
                if each in used
                else each,
                act("means", heading=each, field=field),
            ),
        )
        for each in headings[:MOST_COLUMNS]
    )
    title = say(f"{stem}-column-{field.replace('_', '-')}")
    return Screen((say("import-missing-which", column=title),), (*rows, (button("back-key", "keep"),)))


def _meanings(job: Job, report: ListReport, heading: str) -> Screen:
    """Fields that have no column yet, those that another one was taken for, and of a remembered one that it is none."""
    mine, kind = (report.rivals.get(heading), report.remembered.get(heading)), LISTS[job.kind]
    free = [each for each in kind.columns if each not in report.columns or each in mine]
    offered = [
        Button(say(f"{kind.stem}-column-{each.replace('_', '-')}"), act("means", heading=heading, field=str(each)))
        for each in free
    ]
    if heading in report.remembered:
        offered.append(Button(say("import-columns-none-key"), act("means", heading=heading, field="")))
    rows = tuple(tuple(offered[start : start + 2]) for start in range(0, len(offered), 2))
    return Screen((say("import-columns-what", title=heading),), (*rows, (button("back-key", "columns"),)))


def acted(job: Job, tapped: Act) -> Turn | None:
    """What a tap under the card does; None: what it does for any job."""
    match tapped.verb:
        case "back_sure":
            return Show({"job": int(job.id), "back": True})
        case "back":
            return Run(import_undoing.TakeBackImport(job=int(job.id)))
        case _:
            return acted_on_list(job, tapped)


def acted_on_list(job: Job, tapped: Act) -> Turn | None:
    """What can be tapped under any list that was checked."""
    number = int(job.id)
    match tapped.verb:
        case "hidden_rows":
            return Run(import_choices.TakeHidden(job=number, rows=bool(tapped.args.get("take"))))
        case "hidden_columns":
            return Run(import_choices.TakeHidden(job=number, columns=bool(tapped.args.get("take"))))
        case "sheet":
            return Run(import_choices.ReadSheet(job=number, sheet=str(tapped.args.get("name", ""))))
        case "names":
            return Run(import_choices.TakePlainNames(job=number, take=bool(tapped.args.get("take"))))
        case "columns":
            return Show({"job": number, "columns": True})
        case "which":
            return Show({"job": number, "field": str(tapped.args.get("field", ""))})
        case "column":
            return Show({"job": number, "heading": str(tapped.args.get("heading", ""))})
        case "means":
            heading, field = (str(tapped.args.get(each, "")) for each in ("heading", "field"))
            return Run(import_choices.UseColumn(job=number, heading=heading, field=field))
        case _:
            return None


def taken_back(job: Job) -> tuple[Wording, ...]:
    """What the card says that takes an import back."""
    name = say("import-file", name=str(job.args.get("name", "")))
    if job.state is not JobState.DONE:
        return (name,)
    return (name, *back_lines(job.result or {}, "import"))


def back_lines(result: Mapping[str, object], stem: str) -> tuple[Wording, ...]:
    """What became of a list that was taken back; nothing where it wasn't."""
    back, kept = result.get("taken_back"), result.get("kept")
    done = (say(f"{stem}-back-done", count=back),) if isinstance(back, int) else ()
    return (*done, *((say(f"{stem}-back-kept", count=kept),) if isinstance(kept, int) and kept else ()))

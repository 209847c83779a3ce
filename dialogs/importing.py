"""导入客户: an administrator sends a list of existing customers; the job's card shows what came of it."""

from __future__ import annotations

from collections.abc import Mapping

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.files import File
from dialogs.core.form import Form, source
from dialogs.core.screen import Screen, Wording, say
from dialogs.words import HOME
from domain import importing
from domain.jobs import Job, JobState


class ImportCustomers(Form[importing.ImportCustomers], name="import_customers"):
    """The file is checked aside; nothing is taken in before the card below is answered."""

    file = File().aside()

    @source
    def sha256(self) -> str:
        return self.file.sha256

    @source
    def name(self) -> str:
        return self.file.name

    @source
    def ask(self) -> bool:
        return True

    @override
    def done(self, result: Job, ask: Ask) -> Screen:
        return Screen((say("import-received", name=self.file.name), say("import-received-hint")), ((HOME,),))


def asks(job: Job) -> bool:
    """Whether the list was checked and nothing is taken in before somebody says so: it waits for that, or was cancelled."""
    checkpoint = job.checkpoint or {}
    untouched = checkpoint.get("phase") == "take" and job.done == 0 and "foreseen" in checkpoint
    return untouched and job.state in (JobState.PAUSED, JobState.CANCELLED)


def told(job: Job) -> tuple[Wording, ...]:
    """What the job's card says beyond any job's."""
    name = say("import-file", name=str(job.args.get("name", "")))
    checkpoint, result = job.checkpoint or {}, job.result or {}
    if asks(job):
        asking = say("import-asks") if job.state is JobState.PAUSED else say("import-cancelled")
        return (name, *_foreseen(checkpoint["foreseen"]), asking)
    if job.state is JobState.DONE:
        return (name, *_outcome(result))
    phase = checkpoint.get("phase")
    if job.state is JobState.RUNNING and phase in ("read", "foresee", "take", "compare", "result"):
        return (name, say(f"import-phase-{phase}"))
    return (name,)


def _foreseen(counts: Mapping[str, int]) -> tuple[Wording, ...]:
    total = sum(counts.values())
    lines: list[Wording] = [say("import-foreseen", total=total, imported=counts["imported"])]
    return (*lines, *_others(counts))


def _outcome(counts: Mapping[str, int]) -> tuple[Wording, ...]:
    lines: list[Wording] = [say("import-outcome", imported=counts["imported"])]
    if counts["alike"]:
        lines.append(say("import-outcome-alike", alike=counts["alike"]))
    return (*lines, *_others(counts))


def _others(counts: Mapping[str, int]) -> tuple[Wording, ...]:
    return tuple(
        say(f"import-count-{fate}", count=counts[fate]) for fate in ("standing", "conflict", "refused") if counts[fate]
    )

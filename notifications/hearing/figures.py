"""What comes of a picture of figures: a card with it, or another picture on the one that is there; why there is none."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.screen import HOME, Button, Screen, act, say, wording_from_json
from dialogs.statistics.words import asked_words
from domain.base.errors import Refusal
from domain.base.work import Work
from domain.jobs.records import Job, JobState
from domain.statistics import naming
from domain.statistics.as_json import question, to_json
from domain.statistics.measuring import FiguresQuestion
from notifications.hearing.pushes import Note, Push, PushedCard, Refresh


def drawn(work: Work, job: Job) -> Iterable[Push]:
    """Of one that couldn't be drawn which one it was: several may have been asked for."""
    if job.account_id is None or job.args.get("reminder"):  # what is due is told when it is time (`notifications.due`)
        return
    if job.state is not JobState.DONE:
        asked = question(job.args.get("question", {}), work.today)
        why = wording_from_json(job.why) if job.why is not None else say("job-broken")
        again = Button(say("look-key"), act("open", dialog="statistics", args=to_json(asked)))
        lines = (*asked_words(asked, _names(work, asked)), say("job-failed"), why)
        yield Note(Screen(lines, ((again, HOME),)), account=job.account_id)
        return
    first = job.args.get("instead") or job.id
    args, subject = {"job": job.id, "first": first}, f"figures:{first}"
    if first != job.id:
        yield Refresh(subject, args)
    else:
        yield PushedCard(job.account_id, "figures_picture", args, subject)


def _names(work: Work, asked: FiguresQuestion) -> tuple[str, ...]:
    """Whom it is narrowed to; nobody for whoever may not look at figures any more."""
    try:
        return naming.called(work, asked.only)
    except Refusal:
        return ()

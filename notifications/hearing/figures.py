"""What comes of a picture of figures or of the forecast: a card with it, or another picture on the one that is there; why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from dialogs.core.screen import HOME, Button, Json, Screen, Wording, act, say, wording_from_json
from dialogs.forecast import words as forecast_words
from dialogs.statistics import words as statistics_words
from domain.base.errors import Refusal
from domain.base.work import Work
from domain.forecast import asking
from domain.forecast import exporting as exporting_outlook
from domain.jobs.records import Job, JobState
from domain.statistics import as_json, naming
from domain.statistics import exporting as exporting_figures
from domain.statistics.records import Only
from notifications.hearing.pushes import Note, Push, PushedCard, Refresh

Asked: TypeAlias = tuple[Iterator[Wording], dict[str, Json]]
"""What was asked, in words, and as the page that says it in text takes it."""


@dataclass(frozen=True, slots=True)
class _Picture:
    """`page` shows it, `text` is the page with the same as text."""

    page: str
    text: str
    asked: Callable[[Work, Mapping[str, Json]], Asked]


def drawn(work: Work, job: Job) -> Iterable[Push]:
    """Of one that couldn't be drawn which one it was: several may have been asked for."""
    if job.account_id is None or job.args.get("reminder"):  # what is due is told when it is time (`notifications.due`)
        return
    picture = PICTURES[job.kind]
    if job.state is not JobState.DONE:
        asked, args = picture.asked(work, job.args.get("question", {}))
        why = wording_from_json(job.why) if job.why is not None else say("job-broken")
        again = Button(say("look-key"), act("open", dialog=picture.text, args=args))
        yield Note(Screen((*asked, say("job-failed"), why), ((again, HOME),)), account=job.account_id)
        return
    first = job.args.get("instead") or job.id
    args, subject = {"job": job.id, "first": first}, f"figures:{first}"
    if first != job.id:
        yield Refresh(subject, args)
    else:
        yield PushedCard(job.account_id, picture.page, args, subject)


def _figures(work: Work, given: Mapping[str, Json]) -> Asked:
    asked = as_json.question(given, work.today)
    return statistics_words.asked_words(asked, _names(work, asked.only)), as_json.to_json(asked)


def _outlook(work: Work, given: Mapping[str, Json]) -> Asked:
    asked = asking.question(given, work.today)
    return forecast_words.asked_words(asked, _names(work, asked.only)), asking.to_json(asked)


def _names(work: Work, only: Only) -> tuple[str, ...]:
    """Whom it is narrowed to; nobody for whoever may not look at figures any more."""
    try:
        return naming.called(work, only)
    except Refusal:
        return ()


PICTURES: Mapping[str, _Picture] = {
    exporting_figures.DRAW: _Picture("figures_picture", "statistics", _figures),
    exporting_outlook.DRAW: _Picture("outlook_picture", "forecast", _outlook),
}
"""By kind of job."""

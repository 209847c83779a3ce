"""What comes of a picture of figures: a card with it, or another picture on the one that is there; why there is none."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.screen import HOME, Screen, say, wording_from_json
from domain.jobs.records import Job, JobState
from notifications.hearing.pushes import Note, Push, PushedCard, Refresh


def drawn(job: Job) -> Iterable[Push]:
    if job.account_id is None or job.args.get("reminder"):  # what is due is told when it is time (`notifications.due`)
        return
    if job.state is not JobState.DONE:
        why = wording_from_json(job.why) if job.why is not None else say("job-broken")
        yield Note(Screen((say("job-failed"), why), ((HOME,),)), account=job.account_id)
        return
    first = job.args.get("instead") or job.id
    args, subject = {"job": job.id, "first": first}, f"figures:{first}"
    if first != job.id:
        yield Refresh(subject, args)
    else:
        yield PushedCard(job.account_id, "figures_picture", args, subject)

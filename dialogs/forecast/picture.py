"""订单预期 as a picture: 校准 or 标准 beside the naive mean."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args
from dialogs.core.screen import Button, Row, Screen, act, say
from dialogs.forecast.choosing import changes, chooses
from dialogs.shared.drawn import DrawnPage
from dialogs.shared.words import HOME, button
from domain.forecast import exporting as exporting_outlook
from domain.forecast.asking import OutlookQuestion, question, to_json
from domain.forecast.port import ForecastColumn
from domain.jobs.records import Job


class OutlookPicture(DrawnPage):
    name = "outlook_picture"

    @override
    def choice(self, args: Args, job: Job, ask: Ask) -> Screen | None:
        return chooses(args, ask)

    @override
    def rows(self, args: Args, job: Job, ask: Ask) -> Sequence[Row]:
        asked = _asked(job, ask)
        standard = asked.drawn is ForecastColumn.STANDARD
        other = ForecastColumn.CALIBRATED if standard else ForecastColumn.STANDARD
        learned = bool((job.result or {}).get("learned"))
        drawn = ((Button(say(f"outlook-{other.value}-key"), act("ask", drawn=other.value)),),) if learned else ()
        text = Button(say("figures-text-key"), act("open", dialog="forecast", args=to_json(asked)))
        return (*drawn, changes(), (text, button("export-key", "export")), (HOME,))

    @override
    def redraw(self, job: Job, changed: Args, instead: int, ask: Ask) -> object:
        other = question({**to_json(_asked(job, ask)), **changed}, ask.today)
        return exporting_outlook.DrawOutlook(question=other, instead=instead)

    @override
    def export(self, job: Job, ask: Ask) -> object:
        return exporting_outlook.ExportOutlook(question=_asked(job, ask))


def _asked(job: Job, ask: Ask) -> OutlookQuestion:
    return question(job.args.get("question", {}), ask.today)

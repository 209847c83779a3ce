"""Who hears of an import: those in whose name customers came in."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.screen import Screen, say
from dialogs.shared.words import HOME, opens
from domain.base.bilingual import translated
from domain.base.work import Work
from domain.imports.records import CustomersBrought
from domain.imports.undoing import ImportTakenBack
from notifications.hearing.pushes import Note, Push, Refresh, hears


@hears(ImportTakenBack)
def _taken_back(work: Work, event: ImportTakenBack) -> Iterable[Push]:
    yield Refresh(f"job:{event.job}")


@hears(CustomersBrought)
def _brought(work: Work, event: CustomersBrought) -> Iterable[Push]:
    by = work.account.name if work.account is not None else translated(work.policy.vendor)
    for account, count in work.imports.told_people(event.job).items():
        if work.account is None or account != work.account.id:
            row = (opens(say("customers-entry"), "customers"), HOME)
            yield Note(Screen((say("notice-customers-brought", by=by, count=count),), (row,)), account=account)

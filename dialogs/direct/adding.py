"""添加直供客户, by name or by list. Whoever is held or being reported is told before; the decision is the administrator's."""

from __future__ import annotations

from dataclasses import replace

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.field import attempt
from dialogs.core.form import Form, source
from dialogs.core.screen import Say, Screen, Wording, say
from dialogs.core.verdicts import Pause
from dialogs.shared import checks
from dialogs.shared.names import CompanyName
from dialogs.shared.sheet_file import SheetFile
from dialogs.shared.words import HOME, opens
from domain.base.rights import Action
from domain.customers.records import Customer
from domain.direct import keeping
from domain.imports import direct as listing
from domain.jobs.records import Job
from domain.reports import conflict


class AddDirectAccount(Form[keeping.AddDirectAccount], name="add_direct_account"):
    right = Action.KEEP_DIRECT
    name = CompanyName()
    credit_code = checks.credit_code().optional()

    @name.check
    def standing(self, ask: Ask) -> Say | Pause | None:
        if not conflict.looks_full(self.name):
            return say("name-too-short", typed=self.name)
        return _told(ask(keeping.standing, self.name, attempt(lambda: self.credit_code)))

    @credit_code.check
    def a_code(self, ask: Ask) -> Pause | None:
        found, doubt = _told(ask(keeping.standing, self.name, self.credit_code)), checks.insisted(self.credit_code)
        return replace(doubt, lines=(*found.lines, *doubt.lines)) if doubt and found else doubt or found

    @override
    def called(self) -> Wording | None:
        return self.name

    @override
    def done(self, result: Customer, ask: Ask) -> Screen:
        again = opens(say("direct-add-key"), "add_direct_account")
        rows = ((again, opens(say("direct-entry"), "direct_accounts")), (HOME,))
        return Screen((say("direct-added"), say("strong", text=result.name)), rows)


def _told(found: keeping.Obstacles) -> Pause | None:
    lines: list[Wording] = []
    if found.agency:
        until = {"until": found.until} if found.until is not None else {}
        key = "direct-held" if found.until is not None else "direct-held-endless"
        lines += [say(key, agency=found.agency, person=found.person, **until), say("direct-held-why")]
    if found.reports:
        lines += [say("direct-pending", count=found.reports), say("direct-pending-why")]
    return Pause(tuple(lines)) if lines else None


class ImportDirectAccounts(Form[listing.ImportDirectAccounts], name="import_direct_accounts"):
    """A list of names and codes; rows that somebody holds or reports come back."""

    right = Action.KEEP_DIRECT
    file = SheetFile().aside()

    @source
    def sha256(self) -> str:
        return self.file.sha256

    @source
    def name(self) -> str:
        return self.file.name

    @override
    def done(self, result: Job, ask: Ask) -> Screen:
        return Screen((say("import-received", name=self.file.name), say("import-received-hint")), ((HOME,),))

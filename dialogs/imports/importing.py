"""导入客户: an administrator sends a list of existing customers, or takes an empty one; what came of it is on `list_card`."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.field import Asking, Offer
from dialogs.core.form import Form, source
from dialogs.core.page import Args, Page, Run, Show, Turn
from dialogs.core.screen import Act, Row, Screen, say
from dialogs.shared.sheet_file import SheetFile
from dialogs.shared.words import BACK, HOME, button, opens
from domain.base.rights import Action
from domain.imports import choices as import_choices
from domain.imports import importing
from domain.jobs import control as job_control
from domain.jobs.records import Job


class ListFile(SheetFile):
    """With an empty list for whoever has none."""

    @override
    def offer(self, asking: Asking) -> Offer:
        return Offer(((opens(say("import-template-key"), "list_template"),),))


class ImportCustomers(Form[importing.ImportCustomers], name="import_customers"):
    """The file is checked aside; nothing is taken in before the card below is answered."""

    right = Action.IMPORT_CUSTOMERS
    file = ListFile().aside()

    @source
    def sha256(self) -> str:
        return self.file.sha256

    @source
    def name(self) -> str:
        return self.file.name

    @source
    def asks_first(self) -> bool:
        return True

    @override
    def done(self, result: Job, ask: Ask) -> Screen:
        by = ask(job_control.sender, int(result.id))
        hint = say("import-received-other", by=by) if by else say("import-received-hint")
        return Screen((say("import-received", name=self.file.name), hint), ((HOME,),))


class ListTemplate(Page):
    """下载模板: an empty list to be filled in at the computer."""

    right = Action.IMPORT_CUSTOMERS
    name = "list_template"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        asked = args.get("asked") is True
        line = say("import-template-asked" if asked else "import-template-how")
        rows: tuple[Row, ...] = () if asked else ((button("import-template-make-key", "make"),),)
        return Screen((say("strong", text=say("import-template-key")), line), (*rows, (BACK,)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Run(import_choices.MakeListTemplate())

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Show({"asked": True})

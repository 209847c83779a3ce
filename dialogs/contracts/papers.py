"""A contract's papers: its text, its files, the letter of acceptance, the workbook."""

from __future__ import annotations

from datetime import date

from typing_extensions import override

from dialogs.contracts import values as contract_values
from dialogs.contracts.attachment import said
from dialogs.contracts.pages import A_PAGE, contract_in, goes_in, looked_at, which
from dialogs.core.ask import Ask
from dialogs.core.file_names import named
from dialogs.core.page import Args, Heard, Page, Run, Show, Turn
from dialogs.core.screen import Act, Attached, Button, Row, Screen, Wording, act, say
from dialogs.shared.vendor_papers import paper_screen
from dialogs.shared.words import BACK, HOME, button, numbered, page_in, pages
from domain.base.bilingual import translated
from domain.contracts import documents as contract_documents
from domain.contracts import views as contract_views
from domain.contracts.called import Called


class ContractText(Page):
    """All answers, a section a page."""

    name = "contract_text"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = looked_at(args, ask)
        shown = [each for each in contract_values.SECTIONS if each != contract_values.ATTACHMENTS]
        page = min(page_in(args), len(shown) - 1)
        section = shown[page]
        lines: list[Wording] = [
            say("contract-section", number=view.contract.number, heading=contract_values.heading(section))
        ]
        lines += [say("fact", label=label, value=value) for label, value in contract_values.values(view, section)]
        return Screen(tuple(lines), (*pages(page, 1, len(shown)), (BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({**which(args), "page": page_in(act.args)})

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        return goes_in(contract_in(args), said, ask)


class ContractFiles(Page):
    """The documents; a tapped one is sent, and that it was read is recorded."""

    name = "contract_files"
    hears_files = True

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = looked_at(args, ask)
        found = contract_documents.pages_of(view.contract)
        page = min(page_in(args), max(0, (len(found) - 1) // A_PAGE))
        shown = list(enumerate(found, 1))[page * A_PAGE : (page + 1) * A_PAGE]
        lines: list[Wording] = [say("contract-files-title", number=view.contract.number, count=len(found))]
        lines += [_file_line(place, each, view.called, ask.today) for place, each in shown]
        if not found:
            lines.append(say("core-none"))
        numbers = [
            Button(str(place), act("look", index=place - 1)) if not each.link else Button(str(place), url=each.link)
            for place, each in shown
        ]
        opened = args.get("open")
        file = found[opened] if isinstance(opened, int) and 0 <= opened < len(found) else None
        attachment = Attached(file.sha256, file.name, file.type.startswith("image/")) if file is not None else None
        rows = (*numbered(numbers), *pages(page, A_PAGE, len(found)), (BACK, HOME))
        return Screen(tuple(lines), rows, attachment if file is not None and file.sha256 else None)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        if act.verb == "look":
            index = act.args.get("index")
            return Run(contract_documents.ReadAttachment(**which(args), index=index if isinstance(index, int) else -1))
        return Show({**which(args), "page": page_in(act.args)})

    @override
    def after(self, args: Args, result: int, ask: Ask) -> Turn:
        return Show({**args, "open": result})

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        return goes_in(contract_in(args), said, ask)


def _file_line(place: int, page: contract_documents.DocumentPage, called: Called, today: date) -> Wording:
    kind = said(called.told(page.kind), 1, page.until, today)
    return say("contract-file-line", index=place, kind=kind, at=page.at, of=page.of, name=named(page.name, page.at))


class ContractLetter(Page):
    """签约说明函."""

    name = "contract_letter"
    aside = True

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        letter = ask(contract_views.policy).letter
        return paper_screen(say("contract-letter-title"), letter, translated(ask(contract_views.vendor)), page_in(args))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({"page": page_in(act.args)})


class ContractTemplate(Page):
    """下载模板: the Excel sheet that is filled in at the computer and sent back; or the contract as it stands, as a draft."""

    name = "contract_template"
    aside = True

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        asked = args.get("asked") is True
        line = say("contract-template-asked" if asked else "contract-template-how")
        keys = (("contract-template-make-key", "make"), ("contract-template-pdf-key", "pdf"))
        rows: tuple[Row, ...] = () if asked else tuple((button(key, verb),) for key, verb in keys)
        return Screen((say("contract-template-title"), line), (*rows, (BACK,)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        given = args.get("filling")
        filling = given if isinstance(given, dict) else {}
        if act.verb == "pdf":
            return Run(contract_documents.MakePdf(contract=contract_in(args), filling=filling))
        return Run(contract_documents.MakeTemplate(contract=contract_in(args), filling=filling))

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Show({**args, "asked": True})

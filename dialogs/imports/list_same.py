"""全部属于同一代理商: what a list has no column for, said once for all of its rows. Typing searches."""

from __future__ import annotations

from typing import Final

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed
from dialogs.core.page import Args, Close, Heard, Page, Run, Show, Turn
from dialogs.core.screen import Act, Button, Screen, Wording, act, say
from dialogs.core.words import head
from dialogs.shared.words import BACK, HOME, button, middle, page_in, pages
from domain.imports import choices as import_choices
from domain.imports.choices import LISTS, waits
from domain.jobs import control as job_control

A_PAGE: Final = 8


class ListSame(Page):
    """Args: the `job` and its `field`; `text` and `page` of what is looked for."""

    name = "list_same"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        number, field, text = _asked(args)
        job = ask(job_control.view, number)
        back = (BACK, HOME)
        if not waits(job) or field not in LISTS[job.kind].same:
            return Screen((say("import-same-over"),), (back,))
        found = ask(import_choices.offered, number, field, text)
        page = min(page_in(args), max(0, (len(found) - 1) // A_PAGE))
        shown = found[page * A_PAGE : (page + 1) * A_PAGE]
        lines: list[Wording] = [say(f"import-same-{field}-title")]
        if text:
            lines.append(say("quoted", text=head(text, 40)))
        if not found:
            lines.append(say("import-same-none"))
        elif len(found) > A_PAGE:
            lines.append(say("customers-search-hint"))
        rows = tuple((Button(middle(called, 22), act("take", value=value)),) for value, called in shown)
        no_more = ((button("import-same-not-key", "take", value=""),),) if field in job.args.get("same", {}) else ()
        return Screen(tuple(lines), (*rows, *pages(page, A_PAGE, len(found)), *no_more, back))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        number, field, _ = _asked(args)
        match act.verb:
            case "take":
                return Run(import_choices.UseSame(job=number, field=field, value=str(act.args.get("value", ""))))
            case "page":
                return Show({**args, "page": page_in(act.args)})
            case _:
                return Close()

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        """Searched from the first page on."""
        if not isinstance(said, Typed) or not said.line:
            return None
        return Show({**{key: value for key, value in args.items() if key != "page"}, "text": said.line[:60]})

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Close(notice=(say("import-same-said"),))


def _asked(args: Args) -> tuple[int, str, str]:
    number = args.get("job")
    job = number if isinstance(number, int) else 0
    return job, str(args.get("field", "")), str(args.get("text", ""))

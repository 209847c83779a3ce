"""The dialog core: what the bot says and asks, as plain functions over data.

A dialog is a page (it shows something and offers acts) or a form (a domain command and the questions that fill it).
The step takes a conversation from event to event:

    stepped = step(conversation, Event(update_id, Tapped(session, revision, index)), ask, registry)

    save(stepped.conversation)                       # JSON by to_json / from_json
    keep or drop(stepped.drafts)
    if stepped.command is not None:                  # run it in the same transaction, then
        stepped = step(stepped.conversation, Event(f"{update_id}.done", Done(result)), ask, registry)
    send(stepped.screen, stepped.place, stepped.shrunk); answer the tap with stepped.toast

A page:

    class MyCustomers(Page):
        name = "my_customers"

        def show(self, args, ask):
            found = ask(customers.mine, args.get("find", ""))
            shown = listing([ListEntry(c.name, act("open", dialog="customer", args={"id": c.id})) for c in found],
                            args.get("page", 0))
            return Screen((say("my-customers-title", count=len(found)), *shown.lines), (*shown.rows, (HOME,)))

        def act(self, args, act, ask):               # only verbs of its own come here: "open", "home", "close" don't
            return Show({**args, "page": act.args["page"]})

        def heard(self, args, said, ask):
            return Show({"find": said.line}) if isinstance(said, Typed) and said.line else None

A form, whose words are `report-customer-title`, `report-customer-name`, `report-customer-name-hint` (when there is
one), `report-customer-name-help` (when there is one), `report-customer-section-basics` …:

    class ProjectItem(Form[projects.ProjectItem]):
        name   = Text(max_length=60)
        stage  = Choice([Option(stage, say(f"stage-{stage}")) for stage in Stage], load=Stage)
        yearly = Whole(unit="unit-pieces-a-year", at_least=1)
        due    = DateOrMonth()

    class ReportCustomer(Form[reporting.ReportCustomer], version=1, submit="report-customer-submit"):
        contact  = source("contact", AccountId)      # a field of the command that isn't asked: from the opening args
        name     = Text(max_length=60)
        province = Choice(regions.provinces)
        city     = Choice()
        volume   = Number(unit="unit-wan-a-year", per=10_000, above=0)   # that sentence's fact is `value`
        known    = Text().optional()
        why      = Text().when(lambda form: form.volume > 1000)
        projects = Repeat(ProjectItem, at_most=20)   # or Part(ProjectItem).optional(): one record of its own

        @city.options
        def cities(self): return regions.cities_of(self.province)

        @name.check                                  # once for each given answer
        def conflict(self, ask):
            answer = ask(customers.check, self.name)
            if answer.taken: return Stop(Screen((say("report-customer-taken"),)))
            if answer.waiting: return Pause((say("report-customer-waiting"),))
            return say("report-customer-fragment") if answer.too_short else None
            # Pause(…, again=True) leaves the rest to `@name.confirmed`, which is called when the person went on

        @volume.propose                              # one tap takes it
        def last_volume(self, ask): return ask(customers.last_volume, self.name)

        def prefill(self, ask): return {"province": "广东"}
        def called(self): return self.name           # what its drafts are called
        def above(self, ask): return (say("for-whom", name=…),)          # under the title of every screen
        def understand(self, text, at, ask): return {"name": …} or None  # a manner of writing of its own
        def done(self, result, ask): return Screen((say("report-customer-done", number=result.number),), …)
        def given_up(self, ask): return ForgetDraft(…)                   # a command, where a record was begun beside it
        def refused(self, refusal, ask): return Mend("name", …) if isinstance(refusal, …) else None

Each field of the command has exactly one question or source, or the import fails with a sentence; a field that is a
dataclass itself may be filled by questions of its fields' names. A rule takes the form, or the form and `ask`; reading
an answer that isn't there yet leaves the rule undecided, reading one that was skipped or isn't asked gives None.
Opening args: `answers` (JSON by field or path), `only` (paths to mend), `draft` (a draft's id), and the context that
sources read; the context goes along into drafts, of which only those about the same record are offered. `Section()`
between the questions makes a long form with an overview; `@projects.propose` and `@projects.suggest` bring items into a
part, `@projects.least` says how many it needs; `Hidden()` holds the record that the form, or an item, stands for.

What people write: labels are understood as screens have them and by the policy's words of the form's `matter`; what a
paste says and no answer was made of lies in `Filling.left` until the person puts it somewhere (`remarks` names where
remarks go) or drops it. A workbook that comes back is compared with what it was sent with (`returned_workbook`, `about`).

Where things are: `screen` and `inputs` are the vocabulary; `conversation` is the step and `stack` the stack of dialogs
in it; `page`, `form` (with `ties`), `field` and its kinds (`kinds`, `amounts`, `days`, `choices`, `own_words`, `files`, `parts`) are
what a dialog is declared with; `filling` is a form's data, `bound` how rules see it, `walk`, `way`, `hearing`, `taps`,
`changes`, `prefill` one step through it; `messages` which message gave what; `cutting` parts a message into labelled pieces, `labels` says what a
label may mean, `pasting` which question; `views` is what it shows, `running` its life on the stack.

    registry = Registry([Home, MyCustomers, ReportCustomer], wordings=Texts.load().everywhere, drafts=drafts.of_account)

Deliberately absent: Telegram, SQL, the clock, chance, any I/O (what must be known from outside is asked with `ask`),
and translation: screens are data until they are sent (`texts`).
"""

from dialogs.core.amounts import Money, Number, Whole
from dialogs.core.ask import Ask, AskTable
from dialogs.core.choices import Choice, Many
from dialogs.core.conversation import (
    Conversation,
    Done,
    Event,
    HomeWanted,
    Opened,
    Placement,
    Refused,
    Stepped,
    Tapped,
    step,
)
from dialogs.core.days import Date, DateOrMonth
from dialogs.core.field import DeclarationError, Option, Suggestion, Unanswered
from dialogs.core.files import File, Files
from dialogs.core.form import Form, source
from dialogs.core.frames import Frame
from dialogs.core.inputs import Failed, Odd, Shared, Stored, Typed, Uploaded
from dialogs.core.kinds import Accept, Hidden, Phone, Text, YesNo
from dialogs.core.lists import ListEntry, Listing, in_rows, listing
from dialogs.core.page import Args, Close, GoHome, Heard, Open, Page, Run, Show, Swap, Turn
from dialogs.core.parts import Part, Repeat
from dialogs.core.person_choice import PersonChoice
from dialogs.core.refusals import say_refusal
from dialogs.core.registry import Draft, DropDraft, KeepDraft, Registry
from dialogs.core.screen import HOME, Act, Attached, Button, Drawing, Drawn, Json, Row, Say, Screen, Wording, act, say
from dialogs.core.sections import Section
from dialogs.core.texts import Reader, Rendered, Texts
from dialogs.core.verdicts import Mend, Pause, Stop

__all__ = [
    "HOME", "Accept", "Act", "Args", "Ask", "AskTable", "Attached", "Button", "Choice", "Close", "Conversation",
    "Date", "DateOrMonth", "DeclarationError", "Done", "Draft", "Drawing", "Drawn", "DropDraft", "Event", "Failed",
    "File", "Files", "Form", "Frame", "GoHome", "Heard", "Hidden", "HomeWanted", "Json", "KeepDraft", "ListEntry",
    "Listing", "Many", "Mend", "Money", "Number", "Odd", "Open", "Opened", "Option", "Page", "Part", "Pause",
    "PersonChoice", "Phone", "Placement", "Reader", "Refused", "Registry", "Rendered", "Repeat", "Row", "Run", "Say",
    "Screen", "Section", "Shared", "Show", "Stepped", "Stop", "Stored", "Suggestion", "Swap", "Tapped", "Text",
    "Texts", "Turn", "Typed", "Unanswered", "Uploaded", "Whole", "Wording", "YesNo", "act", "in_rows", "listing",
    "say", "say_refusal", "source", "step",
]  # fmt: skip

"""A form: a domain command and the questions that fill it, tied together when it is declared.

    class WriteFollowUp(Form[follow_ups.WriteFollowUp]):
        customer = source("customer", CustomerId)      # from the context it was opened with
        dynamics = Text(max_length=2000, lines=True)

A form keeps nothing: its answers are a `Filling`, and an instance lives for one step, as the view that rules have of
the answers (`self.dynamics`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Generic, Protocol, Self, TypeVar, cast, get_args, get_origin, overload

from typing_extensions import override

from dialogs.core.answers import Answer, Position
from dialogs.core.ask import Ask
from dialogs.core.field import DeclarationError, Field
from dialogs.core.filling import Filling, State
from dialogs.core.inputs import PartOf, Shared, Stored, Typed, Uploaded
from dialogs.core.page import Args, Open
from dialogs.core.screen import Attached, Button, Json, Say, Screen, Tone, Wording, act, say
from dialogs.core.sections import sections_of
from dialogs.core.ties import Tie, tie
from dialogs.core.verdicts import Anew, Become, Mend, ReturnNote, Stop, Unsure
from domain.base.errors import Refusal
from domain.base.labels import words as label_words
from domain.base.rights import Action

SAID = "said"
"""In an item that `understand` gives: the names of what the message itself says, where the rest was known before."""
C = TypeVar("C", covariant=True)
T = TypeVar("T")
F = TypeVar("F", bound="Form[object]")


class source(Generic[T]):  # noqa: N801  it reads as a word of the declaration, like `property`
    """A field of the command that isn't asked: `source("customer", CustomerId)` takes it from the opening args, and a
    decorated method makes it of the answers."""

    def __init__(self, origin: str | Callable[..., T], load: Callable[..., T] | None = None) -> None:
        self.origin = origin
        self.convert = load

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: Form[object], owner: type) -> T: ...
    def __get__(self, instance: Form[object] | None, owner: type) -> Self | T:
        if instance is None:
            return self
        if not isinstance(self.origin, str):
            return self.origin(instance)
        value = instance.context.get(self.origin)
        return cast(T, value if self.convert is None or value is None else self.convert(value))


@dataclass(frozen=True)
class Declared:
    """What a form's class says."""

    name: str
    version: int
    stem: str
    """What its wording keys begin with, but for the title's."""
    submit: str
    danger: bool
    command: type
    fields: Mapping[str, Field[object]]
    sections: Mapping[str, tuple[str, ...]]
    """Section name → its fields; empty for a form without sections."""
    ties: tuple[Tie, ...]

    @property
    def title(self) -> Say:
        return say(f"{_kebab(self.name)}-title")

    @property
    def submits(self) -> Button:
        return Button(say(self.submit), act("submit"), tone=Tone.DANGER if self.danger else None)

    def label(self, field: Field[object]) -> Say:
        return say(f"{self.stem}-{_kebab(field.name)}")

    def extra(self, field: Field[object], what: str) -> Say:
        """The hint or the help of a question, where the catalogues have one."""
        return say(f"{self.stem}-{_kebab(field.name)}-{what}")

    def heading(self, section: str) -> Say:
        return say(f"{self.stem}-section-{_kebab(section)}")

    def section_of(self, field: str) -> str | None:
        return next((section for section, fields in self.sections.items() if field in fields), None)


class Step(Protocol):
    """The step in which a form is looked at."""

    @property
    def filling(self) -> Filling: ...
    @property
    def ask(self) -> Ask: ...
    @property
    def context(self) -> Mapping[str, Json]: ...
    @property
    def wordings(self) -> Callable[[Wording], tuple[str, ...]]: ...


class Bound(Protocol):
    """A form with its answers (`BoundForm`), as far as the form itself knows it."""

    @property
    def form(self) -> Form[object]: ...
    @property
    def step(self) -> Step: ...
    @property
    def outer(self) -> Bound | None: ...
    @property
    def prefix(self) -> str: ...
    def path(self, name: str) -> str: ...
    def read(self, field: Field[object]) -> object: ...
    def answer(self, field: Field[object]) -> Answer | None: ...
    def items_of(self, name: str) -> Sequence[Bound]: ...


class Form(Generic[C]):
    """Subclass it with the command's type; in the class's brackets: `name`, `version`, `submit` (a wording key), `danger` where what
    it submits isn't taken back easily, `words` where its questions are called as another form's."""

    declared: ClassVar[Declared]
    matter: ClassVar[str] = ""
    """Whose words of the policy its labels are understood by (`domain.base.labels`)."""
    known_as: ClassVar[tuple[Wording, ...]] = ()
    """Other titles that people write over its lines."""
    remarks: ClassVar[str] = ""
    """The question that takes what belongs nowhere else, such as 客户背景."""
    hears_replies: ClassVar[bool] = False
    """Whether the reply to a pushed message with a button for this form is what its first question asks for."""

    right: ClassVar[Action | None] = None
    """What whoever opens it must hold: who may not do it is told so before he is asked anything. Of which records it holds is the
    command's to say."""
    one_of_several: ClassVar[bool] = False
    """Of one record there are several: opened with `answers` it is a further one, whatever draft of another waits."""
    at_once: ClassVar[bool] = False
    """What is written under its last question is what it is for: it is submitted by that. Not what opened the form, as a reply
    does: that may have been meant otherwise, and is shown first."""

    amends: ClassVar[bool] = False
    """It opens with all that a record says, and asks only for what is to change: its overview tells that (`changed`), behind
    an answer comes the next gap, and what stands is kept though it isn't offered any more."""

    @classmethod
    def replied(cls, openings: Sequence[Args], said: Typed | Uploaded, ask: Ask) -> Open | None:
        """What a reply opens, by the args with which the pushed message would open this form. None: where there is one way, that."""
        return None

    @classmethod
    def instead(cls, args: Args, refusal: Refusal, ask: Ask) -> tuple[Button, ...]:
        """Where it can't be opened (with these `args`), or gone on with: what can be done instead, beside the reason."""
        return ()

    @classmethod
    def becomes(cls, args: Args, ask: Ask) -> Become | None:
        """What it goes on as, where somebody else did meanwhile what it was opened for (`args`)."""
        return None

    @classmethod
    def opening(cls, args: Args, ask: Ask) -> Args:
        """The opening args with what the records say at this moment: a button names a record, never its answers."""
        return args

    @override
    def __init_subclass__(
        cls,
        *,
        name: str | None = None,
        version: int = 1,
        submit: str = "core-submit",
        danger: bool = False,
        words: str | None = None,
        **rest: object,
    ) -> None:
        super().__init_subclass__(**rest)
        members = {each: value for base in reversed(cls.__mro__) for each, value in vars(base).items()}
        fields = {each: value for each, value in members.items() if isinstance(value, Field)}
        for taken in sorted(fields.keys() & (vars(Form).keys() | {"title", "bound"})):
            raise DeclarationError(
                f"{cls.__name__}.{taken}: the name {taken!r} is the form's own; call the question otherwise."
            )
        snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).lower()
        command = _command_of(cls)
        cls.declared = Declared(
            name=name or snake,
            version=version,
            stem=_kebab(words or name or snake),
            submit=submit,
            danger=danger,
            command=command,
            fields=fields,
            sections=sections_of(cls.__name__, members),
            ties=tie(
                cls.__name__, command, fields, {each for each, value in members.items() if isinstance(value, source)}
            ),
        )

    def __init__(self, bound: Bound) -> None:
        self.bound = bound

    # --- what rules may read --------------------------------------------------------------------------------------

    @property
    def context(self) -> Mapping[str, Json]:
        """The args that the form was opened with."""
        return self.bound.step.context

    @property
    def today(self) -> date:
        return self.ask.today

    @property
    def ask(self) -> Ask:
        """For what isn't handed it: `called`, and properties."""
        return self.bound.step.ask

    @property
    def filling(self) -> Filling:
        """All that was answered so far, as data."""
        return self.bound.step.filling

    @property
    def at(self) -> Position:
        """Where the person is."""
        return self.filling.at

    @property
    def prefix(self) -> str:
        """What the paths of its answers begin with: of an item, `projects[k7].`"""
        return self.bound.prefix

    def wordings(self, wording: Wording) -> tuple[str, ...]:
        """As text in each language."""
        return self.bound.step.wordings(wording)

    def items(self, part: Field[object], of: type[F]) -> list[F]:
        """The items of a part, each to be read like the form itself."""
        return [form for item in self.bound.items_of(part.name) if isinstance(form := item.form, of)]

    def answer(self, field: Field[object]) -> Answer | None:
        """As it was given, where it counts; read as a value it is `self.field`."""
        return self.bound.answer(field)

    @property
    def outer(self) -> Any:
        """The form around an item of a part."""
        return None if self.bound.outer is None else self.bound.outer.form

    def shared(self, field: Field[object] | str) -> bool:
        """Whether a phone number was shared by its owner's key rather than typed."""
        name = field if isinstance(field, str) else field.name
        return self.bound.path(name) in self.filling.shared

    @classmethod
    def synonyms(cls, ask: Ask) -> Mapping[str, Sequence[str]]:
        """What people write for the labels of its questions, by field; by default the policy's words of its `matter`."""
        return ask(label_words, cls.matter) if cls.matter else {}

    # --- what a form may say --------------------------------------------------------------------------------------

    def prefill(self, ask: Ask) -> Mapping[str, object]:
        """Answers that are known already, by field: they count as answered. A part's value is a list of such mappings."""
        return {}

    def above(self, ask: Ask) -> tuple[Wording, ...]:
        """Lines under the title of every screen of this form, such as whom it is about."""
        return ()

    def awaited(self, ask: Ask) -> bool:
        """Whether somebody who left it half filled is reminded of it: not of what he couldn't hand in anyway."""
        return True

    def on_record(self, ask: Ask) -> bool:
        """Whether it is a draft, though nothing was said in it: other lists have what was begun with it."""
        return False

    def given_up(self, ask: Ask) -> object | None:
        """The command that takes away what was begun beside it, such as the record of which it was the draft."""
        return None

    def shows(self, ask: Ask) -> Attached | None:
        """A file that a screen of this form is about, such as the picture whose kind is asked."""
        return None

    def returned(self, ask: Ask) -> ReturnNote | None:
        """Where it mends what somebody returned (opening arg `only`): his words stand over each question."""
        return None

    def below(self, ask: Ask) -> tuple[Wording, ...]:
        """Lines under the answers where they can be submitted, such as who will decide."""
        return ()

    def changed(self, ask: Ask) -> tuple[Wording, ...]:
        """Of a form that amends: what becomes otherwise, or how to say what shall."""
        return ()

    def beside(self, ask: Ask) -> tuple[Button, ...]:
        """A further button of the overview, such as one that opens a page."""
        return ()

    def understand_file(
        self, file: Stored, caption: str, at: str, ask: Ask
    ) -> Mapping[str, Json] | Anew | Unsure | Say | None:
        """A file that was sent where none was asked for: answers as `understand` gives them, or why it isn't taken. Where the
        question `at` asks for files, only what belongs elsewhere: with None the file is its answer."""
        return None

    def understand_contact(self, said: Shared, ask: Ask) -> Mapping[str, Json] | None:
        """A contact that was shared: answers as `understand` gives them; None: it is for the question that is open."""
        return None

    def besides(self, said: Typed | Shared, at: str, ask: Ask) -> Open | None:
        """What is said is of somebody else than these answers: what opens for it, upon this one, which waits. None: it is for this."""
        return None

    def about(self, ask: Ask) -> str:
        """What the record is called that it is about, so that a workbook of another one is known."""
        return ""

    def understand(self, text: str, at: str, ask: Ask) -> Mapping[str, Json] | None:
        """A message in a manner of this form's own: answers by field or path (JSON); `at` is the path that stood on the screen."""
        return None

    def in_labels(self, text: str, ask: Ask) -> str | None:
        """What opened the form without labels, in lines that have them; None: it has none. Then only what is required is asked."""
        return None

    def parts_of(self, text: str, ask: Ask, *, front: bool) -> Sequence[PartOf]:
        """Of a message that told several forms something, as it reads now: this one's parts. `front`: it heard the first one."""
        return ()

    def called(self) -> Wording | None:
        """What tells this filling (or this item) from others, e.g. the customer's name; by default the first answer."""
        return None

    def build(self, values: dict[str, Any]) -> C:
        """The command of its values; for commands that take another shape than the questions."""
        return cast(C, self.declared.command(**values))

    def done(self, result: Any, ask: Ask) -> Screen:
        """What is shown when the command succeeded. 主页 is added where nothing else leads on."""
        return Screen((say("core-done", title=self.declared.title),))

    def stands(self, result: Any, ask: Ask) -> Button | None:
        """What leads to the record that the command made, to correct it: for whoever edits his message afterwards."""
        return None

    def refused(self, refusal: Exception, ask: Ask) -> Mend | Stop | None:
        """What the domain's refusal means here; None says it above the summary."""
        return None

    @classmethod
    def migrate(cls, version: int, state: State) -> State:
        """A state that an earlier version of this form left behind, for this one: what was renamed or changed its meaning."""
        return state


def _command_of(cls: type) -> type:
    for base in getattr(cls, "__orig_bases__", ()):
        if isinstance(get_origin(base), type) and issubclass(get_origin(base), Form):
            (command,) = get_args(base)
            if isinstance(command, type):
                return command
    inherited = getattr(cls, "declared", None)
    if isinstance(inherited, Declared):
        return inherited.command
    raise DeclarationError(f"{cls.__name__} doesn't say which command it fills: write Form[TheCommand].")


def _kebab(name: str) -> str:
    return name.replace("_", "-")

"""What each kind of question has in common: it is declared once in a form's class and keeps nothing of its own.

A field hears what a person says and takes a JSON value from it, or says why it can't; it offers buttons; it turns the
JSON into the Python value that rules and commands read, and into the wording that the summary shows.
"""

from __future__ import annotations

import copy
import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar, Generic, ParamSpec, Protocol, Self, TypeAlias, TypeVar, cast, overload

from dialogs.core import words
from dialogs.core.inputs import Failed, Odd, Shared, Typed, Uploaded
from dialogs.core.missed_files import not_had
from dialogs.core.screen import Button, Json, Row, Say, Wording, act, say
from dialogs.core.verdicts import Pause, Stop
from domain.base.bilingual import translated

T = TypeVar("T", covariant=True)
R = TypeVar("R", bound=Callable[..., object])
V = TypeVar("V")
P = ParamSpec("P")

Heard: TypeAlias = Typed | Uploaded | Shared | Odd
View: TypeAlias = Mapping[str, Json]
"""How a question is looked at just now: the page of a list, what is searched, the month of a calendar, ticks not yet confirmed."""


class DeclarationError(TypeError):
    """A form that can't be: raised when it is declared, with a sentence that says what is missing."""


class Unanswered(Exception):
    """A rule read a question that has no answer yet: no error, the core takes the rule as undecided."""


@dataclass(frozen=True, slots=True)
class Option:
    """An entry of a choice. `names` are what else it is called, `find` is more text that the search knows it by; options of a
    `group` are offered group first."""

    key: str
    label: Wording
    find: str = ""
    group: Wording | None = None
    names: tuple[str, ...] = ()


class Options(tuple[Option, ...]):
    """The options of a question, made once where they are many: what is worked out of all of them then stays with them."""

    def worked_out(self, what: str, make: Callable[[], V]) -> V:
        if what not in self.__dict__:
            self.__dict__[what] = make()
        found: V = self.__dict__[what]
        return found


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An item that one tap brings into a part: its name on the button, its Python values by field."""

    label: Wording
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Took:
    """An answer: its JSON value (None: skipped), how a choice is shown; `stay`: more may come; `but`: why not all is taken."""

    value: Json
    shown: Wording | None = None
    stay: bool = False
    but: Say | None = None


@dataclass(frozen=True, slots=True)
class Misread:
    """Not an answer: what was understood, what is expected, an example; `view` when the question is to look otherwise."""

    why: Say
    view: View | None = None
    secret: bool = False
    """What was written isn't to be kept or shown again."""


@dataclass(frozen=True, slots=True)
class Look:
    """No answer yet: the same question looked at in another way."""

    view: View


@dataclass(frozen=True, slots=True)
class Enough:
    """The present answer is complete: go on."""


Hearing: TypeAlias = Took | Misread | Look | Enough


@dataclass(frozen=True, slots=True)
class Offer:
    """What a field adds to its question: lines under the hint, rows of buttons."""

    rows: tuple[Row, ...] = ()
    lines: tuple[Wording, ...] = ()
    asks_contact: bool = False


@dataclass(frozen=True, slots=True)
class Asking:
    """A question as it stands: what a field may look at while it hears and offers."""

    today: date
    wordings: Callable[[Wording], tuple[str, ...]]
    """A wording as text in each language; of a person's own words just these."""
    options: Callable[[], Sequence[Option]]
    value: Json = None
    """The present answer."""
    view: View = field(default_factory=dict)
    wants: Wording | None = None
    """The earlier question that options hang on, while it has no answer."""
    language: str = "zh"
    """What the person reads, "zh" or "en"."""

    def width(self, label: Wording) -> int:
        """Columns that a label takes for this reader."""
        texts = self.wordings(label)
        return words.columns(texts[-1 if self.language == "en" else 0]) if texts else 0


def answering(label: Wording, do: str, **args: Json) -> Button:
    """A button that the field itself understands, in `tapped`."""
    return Button(label, act("answer", do=do, **args))


class ReadsAnswers(Protocol):
    def read(self, field: Field[object]) -> object: ...


class Answered(Protocol):
    """A form, as far as its questions know it: it is looked at with its answers."""

    @property
    def bound(self) -> ReadsAnswers: ...


Verdict: TypeAlias = Say | Pause | Stop | None


@dataclass(frozen=True, slots=True)
class Rules:
    """What a form says of one of its questions: methods of the form that may take `ask`, too."""

    relevant: Callable[..., bool] | None = None
    check: Callable[..., Verdict] | None = None
    confirmed: Callable[..., Verdict] | None = None
    skipped: Callable[..., Verdict] | None = None
    propose: Callable[..., object] | None = None
    suggest: Callable[..., Iterable[Suggestion] | None] | None = None
    lacks: Callable[..., Iterable[Wording] | None] | None = None
    least: Callable[..., int] | None = None
    options: Callable[..., Iterable[Option | str]] | None = None


B = TypeVar("B", bound=Callable[..., bool])
C = TypeVar("C", bound=Callable[..., Verdict])
S = TypeVar("S", bound=Callable[..., Iterable[Suggestion] | None])
L = TypeVar("L", bound=Callable[..., Iterable[Wording] | None])
N = TypeVar("N", bound=Callable[..., int])
O = TypeVar("O", bound=Callable[..., Iterable[Option | str]])  # noqa: E741  of options


class Field(Generic[T]):
    """A question. Read from an instance of its form it is the answer, from the class it is the field."""

    kind: ClassVar[str]
    has_options: ClassVar[bool] = False
    asked: ClassVar[bool] = True
    """Whether a person ever meets it."""
    prompted: bool = True
    """Of an optional one: else it stands among the answers, and is asked only of whoever wants to give it."""
    takes_lines: bool = False
    """Whether an answer may have several lines: then a paste goes on into it."""

    def __init__(self) -> None:
        self.name = ""
        self.required = True
        self.fills_command = True
        self.strict_on: tuple[Field[object], ...] = ()
        self.rules = Rules()
        self.behind: tuple[str, ...] = ()
        """The questions that may be answered in one breath with it, by name."""
        self.nothing: Say | None = None
        """What a skipped answer means, where that is more than —."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: Answered, owner: type) -> T: ...
    def __get__(self, instance: Answered | None, owner: type) -> Self | T:
        return self if instance is None else cast(T, instance.bound.read(self))

    # --- declaring ------------------------------------------------------------------------------------------------

    def optional(self, nothing: Say | None = None) -> Field[T | None]:
        """It may be skipped; then its value is None. `nothing` is what that means, where it means something: 全部."""
        made = copy.copy(self)
        made.required = False
        made.nothing = nothing
        return cast(Field[T | None], made)

    def when(self, rule: Callable[..., bool]) -> Field[T | None]:
        """It is asked only where the rule, given the form, says so; elsewhere its value is None."""
        made = copy.copy(self)
        made.rules = replace(self.rules, relevant=rule)
        return cast(Field[T | None], made)

    def with_behind(self, *names: str) -> Self:
        """What is written behind its answer answers these, in order: `小批 明年3月`."""
        made = copy.copy(self)
        made.behind = names
        return made

    def aside(self) -> Self:
        """It is asked for the way's sake; the command has no field for it."""
        made = copy.copy(self)
        made.fills_command = False
        return made

    def follows(self, *upstream: Field[object]) -> Self:
        """Its answer counts only beside the upstream answers it was given under, even if it would fit others."""
        made = copy.copy(self)
        made.strict_on = upstream
        return made

    def _first(self, what: str) -> None:
        if getattr(self.rules, what) is not None:
            raise DeclarationError(f"{self.name} has two rules for {what!r}.")

    def relevant(self, rule: B) -> B:
        """`@field.relevant`: as `when`, for rules that want a name."""
        self._first("relevant")
        self.rules = replace(self.rules, relevant=rule)
        return rule

    def check(self, rule: C) -> C:
        """`@field.check`: called once for each given answer; returns None, a `Say`, a `Pause` or a `Stop`."""
        self._first("check")
        self.rules = replace(self.rules, check=rule)
        return rule

    def confirmed(self, rule: C) -> C:
        """`@field.confirmed`: what the check left to be said until the person went on from its `Pause` with `again`."""
        self._first("confirmed")
        self.rules = replace(self.rules, confirmed=rule)
        return rule

    def skipped(self, rule: C) -> C:
        """`@field.skipped` of an optional field: the same for whoever skips it."""
        self._first("skipped")
        self.rules = replace(self.rules, skipped=rule)
        return rule

    def propose(self, rule: R) -> R:
        """`@field.propose`: the value that one tap accepts, or None. Called whenever the question is shown."""
        self._first("propose")
        self.rules = replace(self.rules, propose=rule)
        return rule

    def suggest(self, rule: S) -> S:
        """`@field.suggest` of a part: `Suggestion`s, each a button that brings in one item."""
        self._first("suggest")
        self.rules = replace(self.rules, suggest=rule)
        return rule

    def lacks(self, rule: L) -> L:
        """`@field.lacks` of a part: the names of what it can't be submitted without and has no item for yet."""
        self._first("lacks")
        self.rules = replace(self.rules, lacks=rule)
        return rule

    def least(self, rule: N) -> N:
        """`@field.least` of a part: how many items it can't be submitted without, where its declaration can't know."""
        self._first("least")
        self.rules = replace(self.rules, least=rule)
        return rule

    def options(self, rule: O) -> O:
        """`@field.options`: what there is to choose from, as `Option`s or plain words."""
        if not self.has_options:
            raise DeclarationError(f"{self.name} is a {self.kind} and has no options.")
        self._first("options")
        self.rules = replace(self.rules, options=rule)
        return rule

    # --- values ---------------------------------------------------------------------------------------------------

    def load(self, value: Json) -> T:
        """The Python value. Raises whatever it likes for JSON that isn't its own: such an answer doesn't count."""
        raise NotImplementedError

    def dump(self, value: object) -> Json:
        """Of a value as records have it. Raises whatever it likes for one of another kind."""
        raise NotImplementedError

    def show(self, value: Json) -> Wording:
        """The answer as a summary shows it; only asked for values that `load` takes."""
        raise NotImplementedError

    def says_enough(self, value: Json) -> bool:
        """Whether an answer may be handed in as it is, or only is kept: a picture may want words yet."""
        return True

    def filled_in(self, value: Json, asking: Asking) -> Took | None:
        """An answer that the person didn't give (prefilled, proposed), of JSON that `load` takes; None if it can't be one."""
        return Took(value)

    # --- asking ---------------------------------------------------------------------------------------------------

    def offer(self, asking: Asking) -> Offer:
        return Offer()

    def typed(self, text: str, asking: Asking) -> Hearing:
        raise NotImplementedError

    def says_nothing(self, text: str) -> Misread | None:
        """`-` and `无` are no answer to what must be answered."""
        if not self.required or not words.says_nothing(text):
            return None
        return Misread(say("core-text-nothing", typed=words.quoted(text)))

    def pasted(self, text: str, asking: Asking) -> Hearing:
        """As typed, but nobody is there to tap: what is clear is taken."""
        return self.typed(text, asking)

    def completed(self, value: Json, said: Typed | Uploaded, asking: Asking) -> Hearing | None:
        """What is written or sent at the summary and means nothing else there, as more of this answer; None: it takes no more."""
        return None

    def tapped(self, do: str, args: Mapping[str, Json], asking: Asking) -> Hearing:
        return Look({})

    def heard(self, said: Heard, asking: Asking) -> Hearing:
        match said:
            case Typed(text=text):
                return self.typed(text, asking)
            case Uploaded(file=Failed() as failed):
                return Misread(not_had(failed))
            case Uploaded():
                return Misread(say("core-no-file-here"))
            case Shared():
                return Misread(say("core-no-contact-here"))
            case Odd():
                return Misread(say("core-odd"))


def call_rule(rule: Callable[..., V], form: Answered, ask: object) -> V:
    """A rule may take the form alone, or the form and `ask`."""
    return rule(form, ask) if _wants_ask(rule) else rule(form)


def attempt(rule: Callable[P, V], *args: P.args, **kwargs: P.kwargs) -> V | None:
    """What a rule says, or None while it hangs on an answer that is still to come."""
    try:
        return rule(*args, **kwargs)
    except Unanswered:
        return None


def try_rule(rule: Callable[..., V], form: Answered, ask: object) -> V | None:
    """What it says, or None while it hangs on an answer that is still to come."""
    try:
        return call_rule(rule, form, ask)
    except Unanswered:
        return None


_arity: dict[Callable[..., object], bool] = {}


def _wants_ask(rule: Callable[..., object]) -> bool:
    known = _arity.get(rule)
    if known is None:
        known = _arity[rule] = len(inspect.signature(rule).parameters) > 1
    return known


def as_options(entries: Iterable[Option | str]) -> Options:
    if isinstance(entries, Options):
        return entries
    return Options(entry if isinstance(entry, Option) else Option(entry, translated(entry)) for entry in entries)

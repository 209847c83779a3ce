"""A form with its answers, as rules see it in one step: what is relevant, what counts, which options there are.

Nothing is cleared when an earlier answer changes. Each choice remembers the upstream answers that its options were
made of; where these differ now, the choice counts only if it is still among the options, else an earlier answer that
fits, else none. That is why changing back restores.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from dialogs.core.answers import Answer
from dialogs.core.ask import Ask
from dialogs.core.field import Asking, Field, Options, Unanswered, as_options, call_rule, try_rule
from dialogs.core.filling import Filling
from dialogs.core.form import Form
from dialogs.core.parts import Parts
from dialogs.core.screen import Json, Say, Wording
from dialogs.core.ties import FromAnswer, Tie
from dialogs.core.verdicts import Pause


@dataclass
class StepState:
    """What the sheets of one step share."""

    filling: Filling
    ask: Ask
    context: Mapping[str, Json]
    wordings: Callable[[Wording], tuple[str, ...]]
    reads: dict[str, Json] | None = None
    """While options are being made: the answers they look at."""
    elsewhere: Callable[[str, Mapping[str, Json], Wording, Ask], Pause | None] | None = None
    """Whether a text that is typed may belong to something else than this question of its form."""
    root: BoundForm = dataclass_field(init=False)

    def open(self, form: type[Form[object]]) -> BoundForm:
        """A fresh look at the answers: what was worked out from them before is forgotten."""
        self.root = BoundForm(form, self)
        return self.root


@dataclass(frozen=True, slots=True)
class QuestionState:
    """How a question stands: whether it is asked at all, the answer that counts, its Python value."""

    relevant: bool
    answer: Answer | None = None
    value: object = None


IRRELEVANT = QuestionState(False)
OPEN = QuestionState(True)


@dataclass(frozen=True, slots=True)
class Question:
    path: str
    field: Field[object]
    bound: BoundForm
    standing: QuestionState

    @property
    def label(self) -> Say:
        return self.bound.declared.label(self.field)

    @property
    def answered(self) -> bool:
        return self.standing.answer is not None

    @property
    def to_mend(self) -> bool:
        return self.path in self.bound.step.filling.mend

    @property
    def begun(self) -> bool:
        """What was given is kept, and isn't an answer yet."""
        answer = self.standing.answer
        return answer is not None and answer.value is not None and not self.field.says_enough(answer.value)

    @property
    def open(self) -> bool:
        unanswered = not self.answered and self.field.prompted
        return self.to_mend or unanswered or self.begun or bool(self.lacking)

    @property
    def filled(self) -> bool:
        """Something stands there: what was passed over, or is known to be empty, is done and says nothing."""
        answer = self.standing.answer
        return not self.open and answer is not None and answer.value is not None

    @property
    def missing(self) -> bool:
        """It stands in the way of submitting. A list that nobody closed doesn't, where it has enough items."""
        unanswered = not self.answered and self.field.required and not self.has_enough
        return self.to_mend or unanswered or self.begun or bool(self.lacking)

    @property
    def lacking(self) -> tuple[Wording, ...]:
        """What a part's `lacks` rule names."""
        rule = self.field.rules.lacks
        if rule is None:
            return ()
        named = try_rule(rule, self.bound.form, self.bound.step.ask)
        return tuple(named or ())

    @property
    def lacks_unless(self) -> Question | None:
        """The question to be answered before a part's `lacks` rule can say anything."""
        rule = self.field.rules.lacks
        if rule is None:
            return None
        try:
            call_rule(rule, self.bound.form, self.bound.step.ask)
        except Unanswered as unanswered:
            found = self.bound.step.root.locate(str(unanswered))
            return found[0].question(found[1]) if found else None
        return None

    @property
    def count(self) -> int:
        """Of a part's items."""
        return len(self.bound.items(self.field)) if isinstance(self.field, Parts) else 0

    @property
    def emptied_by_a_tap(self) -> bool:
        """An answer that may be taken back."""
        answer = self.standing.answer
        return not (self.field.required or isinstance(self.field, Parts) or answer is None or answer.value is None)

    @property
    def short(self) -> int:
        """How many items a part needs beyond those that it has."""
        return max(0, self.bound.least(self.field) - self.count) if isinstance(self.field, Parts) else 0

    @property
    def has_enough(self) -> bool:
        return isinstance(self.field, Parts) and not self.short


class BoundForm:
    """One form, or one item of a part. `prefix` is what its paths begin with."""

    def __init__(
        self, form: type[Form[object]], step: StepState, prefix: str = "", outer: BoundForm | None = None
    ) -> None:
        self.declared = form.declared
        self.step = step
        self.prefix = prefix
        self.outer = outer
        self.form = form(self)
        self._standings: dict[str, QuestionState | None] = {}
        self._options: dict[str, tuple[Options, Mapping[str, Json]]] = {}
        self._wants: dict[str, str] = {}
        self._items: dict[str, list[BoundForm]] = {}
        self._known: dict[str, Question] = {}
        self._own: Sequence[Question] | None = None
        self._questions: Sequence[Question] | None = None

    def path(self, name: str) -> str:
        return self.prefix + name

    # --- what rules read ------------------------------------------------------------------------------------------

    def read(self, field: Field[object]) -> object:
        """The value of an answer; None where it was skipped or isn't asked. Raises `Unanswered` where it is to come."""
        standing = self.standing(field)
        if self.step.reads is not None:
            self.step.reads[self.path(field.name)] = standing.answer.value if standing.answer else None
        if not standing.relevant:
            return None
        if standing.answer is None:
            raise Unanswered(self.path(field.name))
        if isinstance(field, Parts):
            return field.value([item.command() for item in self.items(field)])
        return standing.value

    def answer(self, field: Field[object]) -> Answer | None:
        return self.standing(field).answer

    # --- how questions stand --------------------------------------------------------------------------------------

    def standing(self, field: Field[object]) -> QuestionState:
        name = field.name
        if name in self._standings:
            known = self._standings[name]
            if known is None:  # a rule that, in the end, reads its own question
                raise Unanswered(self.path(name))
            return known
        self._standings[name] = None
        reads, self.step.reads = self.step.reads, None
        try:
            standing = self._evaluate(field) if self._is_relevant(field) else IRRELEVANT
        except BaseException:
            del self._standings[name]
            raise
        finally:
            self.step.reads = reads
        self._standings[name] = standing
        return standing

    def _is_relevant(self, field: Field[object]) -> bool:
        rule = field.rules.relevant
        if rule is None:
            return True
        try:
            return bool(call_rule(rule, self.form, self.step.ask))
        except Unanswered:
            return False

    def _evaluate(self, field: Field[object]) -> QuestionState:
        path, filling = self.path(field.name), self.step.filling
        if isinstance(field, Parts):
            return self._evaluate_parts(field, path)
        present = filling.answers.get(path)
        if present is None:
            return OPEN if field.asked else QuestionState(True, Answer(None))
        for answer in (present, *filling.earlier.get(path, ())):
            standing = self._counting(field, answer)
            if standing is not None:
                return standing
        return OPEN

    def _evaluate_parts(self, field: Parts[object], path: str) -> QuestionState:
        answer = self.step.filling.answers.get(path)
        count = len(self.items(field))
        if field.closes_itself:
            return QuestionState(True, answer or Answer(True)) if count or (answer and not field.required) else OPEN
        return QuestionState(True, Answer(True if count else None)) if answer and count >= self.least(field) else OPEN

    def least(self, field: Parts[object]) -> int:
        """How many items it can't be submitted without."""
        rule = field.rules.least
        found = None if rule is None else try_rule(rule, self.form, self.step.ask)
        return field.at_least if found is None else found

    def _counting(self, field: Field[object], answer: Answer) -> QuestionState | None:
        if answer.value is None:
            return None if field.required else QuestionState(True, answer)
        try:
            value = field.load(answer.value)
        except (ValueError, TypeError, ArithmeticError, LookupError, AttributeError):
            return None  # left by another version of the form
        return QuestionState(True, answer, value) if self._still_offered(field, answer) else None

    def _still_offered(self, field: Field[object], answer: Answer) -> bool:
        if not answer.under:
            return True
        moved = [path for path, value in answer.under.items() if self.step.root.raw(path) != value]
        if not moved:
            return True
        if any(self.path(each.name) in moved for each in field.strict_on):
            return False
        if not field.has_options:
            return True
        keys = {option.key for option in self.options(field)}
        given = answer.value if isinstance(answer.value, list) else [answer.value]
        return all(key in keys for key in given)

    def raw(self, path: str) -> Json:
        """The JSON of the answer that counts at a path from the root on."""
        found = self.locate(path)
        if found is None:
            return None
        bound, field = found
        standing = bound.standing(field)
        return standing.answer.value if standing.answer else None

    # --- options --------------------------------------------------------------------------------------------------

    def options(self, field: Field[object]) -> Options:
        return self._options_and_reads(field)[0]

    def wanted(self, field: Field[object]) -> Question | None:
        """The question whose answer the options hang on, while it is to come."""
        if not field.has_options or self.options(field):
            return None
        found = self.step.root.locate(self._wants.get(field.name, ""))
        return found[0].question(found[1]) if found else None

    def under(self, field: Field[object]) -> Mapping[str, Json]:
        """The upstream answers that an answer given now hangs on."""
        strict = {self.path(each.name): self.step.root.raw(self.path(each.name)) for each in field.strict_on}
        return {**self._options_and_reads(field)[1], **strict}

    def _options_and_reads(self, field: Field[object]) -> tuple[Options, Mapping[str, Json]]:
        known = self._options.get(field.name)
        if known is None:
            rule = field.rules.options
            outer_reads, self.step.reads = self.step.reads, {}
            try:
                options = as_options(call_rule(rule, self.form, self.step.ask)) if rule else Options()
            except Unanswered as unanswered:
                options = Options()
                self._wants[field.name] = str(unanswered)
            finally:
                reads, self.step.reads = self.step.reads, outer_reads
            known = self._options[field.name] = (options, reads or {})
        return known

    # --- the questions in order -----------------------------------------------------------------------------------

    def questions(self) -> Sequence[Question]:
        """All that is relevant, the items of a part before the part's own question."""
        if self._questions is None:
            self._questions = list(self._in_order())
        return self._questions

    def _in_order(self) -> Iterator[Question]:
        for question in self.own_questions():
            if isinstance(question.field, Parts):
                for item in self.items(question.field):
                    yield from item.questions()
            yield question

    def question(self, field: Field[object]) -> Question | None:
        known = self._known.get(field.name)
        if known is None:
            standing = self.standing(field)
            if not standing.relevant:
                return None
            known = self._known[field.name] = Question(self.path(field.name), field, self, standing)
        return known

    def own_questions(self) -> Sequence[Question]:
        """Those of this form itself, without the items of its parts."""
        if self._own is None:
            asked = (field for field in self.declared.fields.values() if field.asked)
            self._own = [question for field in asked if (question := self.question(field))]
        return self._own

    def items(self, field: Parts[object]) -> list[BoundForm]:
        known = self._items.get(field.name)
        if known is None:
            path = self.path(field.name)
            keys = field.keys(self.step.filling.items.get(path, ()))
            known = [BoundForm(field.form, self.step, f"{path}[{key}].", self) for key in keys]
            self._items[field.name] = known
        return known

    def items_of(self, name: str) -> list[BoundForm]:
        field = self.declared.fields.get(name)
        return self.items(field) if isinstance(field, Parts) else []

    def locate(self, path: str) -> tuple[BoundForm, Field[object]] | None:
        """The question at a path from this form on, whether or not it is relevant."""
        name, bracket, rest = path.partition("[")
        field = self.declared.fields.get(name)
        if field is None or not bracket:
            return None if field is None else (self, field)
        item = self.item(path[: path.find("]") + 1])
        return item.locate(rest.partition("].")[2]) if item else None

    def item(self, path: str) -> BoundForm | None:
        """The item at a path such as `projects[k1]` or `projects[k1].batches[k2]`."""
        name, _, rest = path.partition("[")
        key, _, inner = rest.partition("]")
        field = self.declared.fields.get(name)
        if not isinstance(field, Parts):
            return None
        prefix = f"{self.path(name)}[{key}]."
        found = next((item for item in self.items(field) if item.prefix == prefix), None)
        return found.item(inner[1:]) if found and inner else found

    # --- the command ----------------------------------------------------------------------------------------------

    def command(self) -> object:
        """Raises `Unanswered` while something is missing."""
        return self.form.build(self._values(self.declared.ties))

    def _values(self, ties: tuple[Tie, ...]) -> dict[str, object]:
        values: dict[str, object] = {}
        for tie in ties:
            if isinstance(tie, FromAnswer):
                value = getattr(self.form, tie.name)
                if value is not None or not tie.has_default:
                    values[tie.parameter] = value
            else:
                values[tie.parameter] = tie.make(**self._values(tie.ties))
        return values

    def asking(self, question: Question, view: Mapping[str, Json]) -> Asking:
        answer = question.standing.answer
        return Asking(
            self.step.ask.today,
            self.step.wordings,
            lambda: self.options(question.field),
            None if answer is None else answer.value,
            view,
            None if (wanted := self.wanted(question.field)) is None else wanted.label,
            self.step.ask.language,
        )

"""A form of the tests' own that uses all that the core offers at once, and the pages around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

from typing_extensions import override

from dialogs.core import (
    HOME,
    Accept,
    Act,
    Args,
    Ask,
    AskTable,
    Button,
    Choice,
    Close,
    Date,
    DateOrMonth,
    Draft,
    File,
    Files,
    Form,
    Heard,
    Hidden,
    Json,
    ListEntry,
    Many,
    Mend,
    Money,
    Number,
    Open,
    Option,
    Page,
    Part,
    Pause,
    PersonChoice,
    Phone,
    Registry,
    Repeat,
    Run,
    Say,
    Screen,
    Section,
    Show,
    Stop,
    Stored,
    Suggestion,
    Text,
    Texts,
    Turn,
    Typed,
    Whole,
    YesNo,
    act,
    listing,
    say,
    source,
)
from dialogs.core.filling import State
from domain.base.errors import Refusal

TODAY = date(2026, 11, 22)
TEXTS = Texts.load(Path(__file__).parent / "locales")

REGIONS = {
    "广东": ("深圳", "广州", "佛山", "东莞", "珠海", "中山", "惠州", "汕头", "江门"),
    "浙江": ("杭州", "宁波", "温州"),
    "西藏": ("拉萨",),
}
PEOPLE = (Option("1", "陈经理", "A001"), Option("2", "单雄信", "A002"), Option("3", "孙总", "A003"))
STATUS = {"家电": ("空调", "冰箱"), "工业": ("PLC", "伺服")}


class Stage(StrEnum):
    CONTACT = "contact"
    PILOT = "pilot"


@dataclass(frozen=True)
class Batch:
    number: str
    pieces: int


@dataclass(frozen=True)
class Project:
    name: str
    stage: Stage
    model: str
    due: str | None = None
    batches: tuple[Batch, ...] = ()
    record: int | None = None


@dataclass(frozen=True)
class Buyer:
    company: str
    phone: str | None


@dataclass(frozen=True, kw_only=True)
class Place:
    province: str
    city: str


@dataclass(frozen=True, kw_only=True)
class Register:
    account: int
    name: str
    place: Place
    domain: str
    volume: Decimal
    price: Decimal | None
    signed: date
    products: tuple[str, ...]
    manager: int
    urgent: bool
    why: str | None
    mobile: str | None
    mobile_shared: bool
    licence: Stored | None
    papers: tuple[Stored, ...] | None
    projects: tuple[Project, ...]
    buyer: Buyer | None
    background: str | None = None
    tags: tuple[str, ...] = field(default=("none",))


def look_for(work: object, name: str) -> str:
    """A query of the domain, as far as the tests are concerned: free, taken or waiting."""
    raise NotImplementedError


def managers(work: object) -> Sequence[Option]:
    raise NotImplementedError


def kept(work: object, form: str | None) -> Sequence[Draft]:
    raise NotImplementedError


class BatchItem(Form[Batch], name="trial_batch"):
    number = Text(max_length=20)
    pieces = Whole(unit="trial-unit-pieces", at_least=1, at_most=10**7)


class ProjectItem(Form[Project], name="trial_project"):
    record = Hidden()
    name = Text(max_length=40)
    stage = Choice([Option(each, say(f"trial-stage-{each}")) for each in Stage], load=Stage)
    model = Choice()
    due = DateOrMonth().when(lambda form: form.stage is Stage.PILOT)
    batches = Repeat(BatchItem, at_most=3)

    @model.options
    def models(self) -> list[str]:
        return [f"{self.outer.domain}-{number}" for number in range(1, 4)]

    @batches.check
    def not_too_much(self) -> Say | None:
        total = sum(batch.pieces for batch in self.batches)
        return say("everything-too-many", total=total) if total > 10**7 else None


class BuyerPart(Form[Buyer], name="trial_buyer"):
    company = Text(max_length=40)
    phone = Text(max_length=20).optional()


class Everything(Form[Register], version=2, submit="everything-submit"):
    account: source[int] = source("account", int)

    basics = Section()
    name = Text(max_length=60, min_length=2)
    province = Choice(tuple(REGIONS))
    city = Choice()
    domain = Choice([Option(each, each, group=top) for top, names in STATUS.items() for each in names])
    volume = Number(unit="trial-unit-wan", per=10_000, above=0, words=("万",), at_most=10**8)
    price = Money(at_least=0).optional()
    signed = Date(lean="past", latest=0)

    people = Section()
    products = Many([f"产品{number}" for number in range(1, 13)], at_most=4)
    manager = PersonChoice(load=int)
    urgent = YesNo()
    why = Text(max_length=3000, lines=True).when(lambda form: form.urgent)
    mobile = Phone(pattern=r"1\d{10}", examples=("13800138000",)).optional()

    rest = Section()
    licence = File(types=("image/", "application/pdf")).optional()
    papers = Files(at_most=3).optional()
    projects = Repeat(ProjectItem, at_most=4)
    buyer = Part(BuyerPart).optional()
    background = Text(max_length=3000, lines=True).optional()
    tags = Many(["a", "b"]).optional()
    terms = Accept(opens=act("open", dialog="terms"))

    @city.options
    def cities(self) -> Sequence[str]:
        return REGIONS[self.province]

    @manager.options
    def all_managers(self, ask: Ask) -> Sequence[Option]:
        return ask(managers)

    @name.check
    def conflict(self, ask: Ask) -> Say | Pause | Stop | None:
        match ask(look_for, self.name):
            case "taken":
                return Stop(Screen((say("everything-taken"),)))
            case "waiting":
                return Pause((say("everything-waiting"),))
            case "short":
                return say("everything-short")
            case _:
                return None

    @volume.propose
    def usual(self) -> Decimal | None:
        return Decimal(120) if self.name.startswith("深圳") else None

    @projects.propose
    def known_projects(self) -> list[dict[str, object]]:
        return [{"name": "旧项目", "stage": Stage.CONTACT}]

    @projects.suggest
    def open_projects(self) -> list[Suggestion]:
        return [Suggestion("云台电机", {"record": 5, "name": "云台电机", "stage": Stage.PILOT, "due": "2027-01"})]

    @override
    def above(self, ask: Ask) -> tuple[str, ...]:
        return (f"» {self.name}",) if self.urgent else ()

    @override
    def understand(self, text: str, at: str, ask: Ask) -> Mapping[str, Json] | None:
        """A manner of its own: `#省份 城市`."""
        province, _, city = text.removeprefix("#").partition(" ")
        return {"province": province, "city": city} if text.startswith("#") and province in REGIONS else None

    @source
    def mobile_shared(self) -> bool:
        return self.shared("mobile")

    @override
    def prefill(self, ask: Ask) -> Mapping[str, object]:
        return {"urgent": False} if self.context.get("calm") else {}

    @override
    def called(self) -> str | None:
        return self.name

    @override
    def done(self, result: Any, ask: Ask) -> Screen:
        return Screen(
            (say("everything-done", number=str(result)),),
            ((Button(say("everything-again"), act("open", dialog="everything")),),),
        )

    @override
    def refused(self, refusal: Exception, ask: Ask) -> Mend | Stop | None:
        return Mend("name", say("everything-taken")) if isinstance(refusal, Taken) else None

    @override
    @classmethod
    def migrate(cls, version: int, state: State) -> State:
        """Version 1 called the volume `amount`."""
        answers = state.get("answers")
        if version != 1 or not isinstance(answers, dict):
            return state
        return {
            **state,
            "answers": {("volume" if path == "amount" else path): value for path, value in answers.items()},
        }


@dataclass
class Taken(Refusal):
    """The name was taken in the meantime."""


@dataclass
class TooLate(Refusal):
    """The day is over."""

    day: date


class HomePage(Page):
    name = "home"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        opening = act("open", dialog="everything", args={"account": 7})
        simple = act("open", dialog="trial_simple")
        return Screen(
            (say("trial-home"),),
            (
                (Button(say("everything-title"), opening),),
                (Button("简单", simple), Button("列表", act("open", dialog="list"))),
            ),
        )

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        lines = isinstance(said, Typed) and "\n" in said.text
        return Open("trial_simple", said=said) if lines and isinstance(said, Typed) else None


class ListPage(Page):
    """A list with search and pages, and a command to run."""

    name = "list"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        find, page = str(args.get("find", "")), args.get("page", 0)
        names = [f"深圳市第{number}号电子有限公司" for number in range(1, 21) if find in str(number)]
        shown = listing(
            [ListEntry(name, act("pick", name=name)) for name in names], page if isinstance(page, int) else 0
        )
        return Screen(
            (say("trial-list", count=len(names)), *shown.lines),
            (*shown.rows, (Button(say("core-return"), act("close")), HOME)),
        )

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        if act.verb == "pick":
            return Run(str(act.args["name"]))
        return Show({**args, **act.args})

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        return Show({"find": said.line}) if isinstance(said, Typed) and said.line else None

    @override
    def after(self, args: Args, result: Any, ask: Ask) -> Turn:
        return Show(toast=say("everything-done", number=str(result)))


class TermsPage(Page):
    name = "terms"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        return Screen((say("trial-terms"),), ((Button(say("core-return"), act("back")),),))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Close()


@dataclass(frozen=True)
class Note:
    """What the simple form makes."""

    customer: str
    city: str
    text: str
    place: str | None


class Simple(Form[Note], name="trial_simple"):
    customer = Text(max_length=40)
    city = Choice(["深圳", "广州", "杭州"])
    text = Text(max_length=500, lines=True)
    place = Text(max_length=100).optional()


def register(forms: Sequence[type[Form[Any]]] = (Everything, Simple)) -> Registry:
    return Registry([HomePage, ListPage, TermsPage, *forms], wordings=TEXTS.everywhere, drafts=kept)


def standing(name: str) -> str:
    """What the check answers: the name says it itself."""
    return next((word for word in ("taken", "waiting", "short") if word in name), "free")


def table(drafts: Sequence[Draft] = (), asked: list[str] | None = None) -> AskTable:
    """The answers to all queries; `asked` is told the names that were looked for."""

    def look(name: str) -> str:
        if asked is not None:
            asked.append(name)
        return standing(name)

    return AskTable(
        TODAY,
        {
            look_for: look,
            managers: lambda: PEOPLE,
            kept: lambda form: [d for d in drafts if form in (None, d.form)],
        },
    )


NOW = datetime(2026, 11, 22, 1, 41, tzinfo=UTC)

"""报备客户: the form that reports an end customer, and its shorter sister that mends a returned report."""

from __future__ import annotations

from dataclasses import asdict, is_dataclass, replace

from typing_extensions import override

from dialogs.core import labelled
from dialogs.core.amounts import Number, Whole
from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.days import DateOrMonth
from dialogs.core.field import Option, attempt
from dialogs.core.form import Form, source
from dialogs.core.kinds import Hidden, Text
from dialogs.core.labels import Wordings
from dialogs.core.page import Args
from dialogs.core.parts import Part
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Button, Json, Say, Screen, Wording, say
from dialogs.core.verdicts import Mend, Pause, ReturnNote, Stop
from dialogs.core.words import head
from dialogs.products.mcus import Mcu, mcu_options
from dialogs.products.product_domains import Domain, domain_options
from dialogs.shared import checks
from dialogs.shared.deciders import decided_by
from dialogs.shared.lookalikes import elsewhere
from dialogs.shared.names import CompanyName
from dialogs.shared.regions import Region, below_of, region_of
from dialogs.shared.words import HOME, middle, milestone, opens, signed, stage
from domain.base import regions
from domain.base.rights import Action, may
from domain.base.stage import Stage
from domain.counterparts.reading import LONGEST
from domain.customers.records import Profile, ReportState
from domain.home import deciders as path_views
from domain.home import views
from domain.projects.records import Milestone, ProjectItem
from domain.reports import conflict, reporting
from domain.reports import room as report_room
from domain.reports import views as report_views
from domain.reports.conflict import CheckReason, Finding
from domain.reports.sentence import Sentence
from domain.reports.views import ReportView

MENDABLE = ("name", "credit_code", "region", "domain", "volume", "mcus", "buyer", "factory", "background", "project")
"""What an approver may ask to be mended."""


class Project(Form[ProjectItem], name="project"):
    """A project as a report tells it; `project` is the one of the customer's that it is about."""

    matter, remarks = "project", "progress"
    project = Hidden()
    name = Text(max_length=60)
    domain = Domain()
    mcu = Mcu()
    stage = Choice(tuple(Option(each.value, stage(each)) for each in Stage), load=Stage)
    progress = Text(max_length=500, lines=True)
    yearly = Whole(words=("片", "颗", "个", "pcs"), at_least=1, about="about-so-many")
    milestone = Choice(tuple(Option(each.value, milestone(each)) for each in Milestone), load=Milestone).with_behind(
        "due", "note"
    )
    due = DateOrMonth()
    note = Text(max_length=100).optional()

    @domain.options
    def domains(self, ask: Ask) -> tuple[Option, ...]:
        return ask(domain_options)

    @domain.propose
    def of_customer(self, ask: Ask) -> str | None:
        """A customer's projects are mostly of its own domain."""
        found: str | None = self.outer.product_domain(ask)
        return found

    @yearly.check
    def believed(self, ask: Ask) -> Pause | None:
        return checks.believed_yearly(self.yearly, ask)

    @mcu.options
    def models(self, ask: Ask) -> tuple[Option, ...]:
        return ask(mcu_options)

    @override
    def build(self, values: dict[str, object]) -> ProjectItem:
        """What was said of a quantity with a hedge goes to the note."""
        made, said = super().build(values), checks.hedged(self, Project.yearly)
        return made if not said or said in made.note else replace(made, note="；".join(filter(None, (made.note, said))))

    @override
    def called(self) -> Wording | None:
        """With what is told of it, for that is what is confirmed."""
        return say("project-called", name=self.name, stage=stage(self.stage), progress=head(self.progress, 30))


class ReportCustomer(Form[reporting.ReportCustomer], name="report_customer"):
    """客户报备: name and code are checked for conflicts as they are entered, and again at the commit.

    Opened with `report`, it brings a returned report back; with `about`, a sentence that names several is about that one.
    """

    matter, remarks = "customer", "background"
    known_as = (say("approval-kind-customer-report"),)
    report: source[int | None] = source("report")
    name = CompanyName()
    credit_code = checks.credit_code().optional()
    region = Region(below="region-and-background")
    domain = Domain()
    volume = Number(unit="volume", per=10_000, above=0, at_most=10_000_000, about="about-so-many")
    mcus = Text(max_length=200)
    buyer = Text(max_length=60).optional()
    factory = Text(max_length=60).optional()
    background = Text(max_length=1000, lines=True).optional()
    contact = Choice(load=int)
    project = Part(Project).optional()
    people = Text(max_length=LONGEST, lines=True).optional()
    reply = Text(max_length=300).optional().when(lambda form: form.report is not None)

    @override
    @classmethod
    def opening(cls, args: Args, ask: Ask) -> Args:
        """Of a returned report: all its answers as they are now, the named ones asked again."""
        report = args.get("report")
        if report is None or "answers" in args:
            return args
        view = ask(report_views.report, report if isinstance(report, int) else 0)
        if view.report.state is not ReportState.RETURNED or not view.can_withdraw:
            raise reporting.NotMendable(view.report.number, view.report.state.value)
        return {**args, **_mending(view)}

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        """Whoever may not report, or not now, learns it before being asked anything; of answers nothing is taken away."""
        begun = self.report is not None or bool(attempt(lambda: self.name))
        ask(report_room.demand_right if begun else report_room.demand_place)
        return ()

    @override
    def awaited(self, ask: Ask) -> bool:
        """What was kept when the answer was 暂不可报备 lies there; nobody is sent to it. Resuming it asks, and counts, anew."""
        name = attempt(lambda: self.name)
        return not name or self.report is not None or ask(conflict.may_be_asked, name, self._code())

    @override
    def returned(self, ask: Ask) -> ReturnNote | None:
        view = ask(report_views.report, self.report) if self.report is not None else None
        if view is None or view.report.state is not ReportState.RETURNED or not view.decisions:
            return None
        decision, by = view.decisions[-1]
        return ReturnNote(signed(by), decision.reason, "reply")

    @override
    def below(self, ask: Ask) -> tuple[Wording, ...]:
        return *elsewhere(self.name, region_of(self.region)), *decided_by(ask, path_views.of_agency)

    @region.propose
    def of_the_name(self) -> str | None:
        """Where the name says 深圳市, one tap takes it."""
        city = regions.of_name(self.name)
        return city.called if city is not None else None

    @domain.options
    def domains(self, ask: Ask) -> tuple[Option, ...]:
        return ask(domain_options)

    def product_domain(self, ask: Ask) -> str | None:
        """What its project proposes."""
        return self.domain

    @contact.options
    def colleagues(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(Option(str(each.id), each.name) for each in ask(report_room.contacts))

    @name.check
    def free(self, ask: Ask) -> Say | Pause | Stop | None:
        if not conflict.looks_full(self.name):
            return say("name-too-short", typed=self.name)
        if self.report is None:
            try:
                ask(report_room.may_report)
            except (report_room.AgencyNotActive, report_room.ContractNeeded) as refusal:
                return Stop(Screen((say_refusal(refusal),), ((HOME,),)))
        if ask(conflict.to_confirm, self.name, self._code()):
            lines = (say("name-fragment", typed=self.name), say("name-fragment-why"))
            return Pause(lines, go_on=say("name-as-licensed-key"), mend=say("name-complete-key"), again=True)
        return self._told(ask, self._code())

    @name.confirmed
    def as_licensed(self, ask: Ask) -> Pause | Stop | None:
        return self._told(ask, self._code())

    def _code(self) -> str | None:
        """It may have come in the same message."""
        return attempt(lambda: self.credit_code)

    @volume.check
    def believed(self, ask: Ask) -> Pause | None:
        return checks.believed(self.volume, ask)

    @credit_code.check
    def code_free(self, ask: Ask) -> Say | Pause | Stop | None:
        verdict = self._told(ask, self.credit_code)
        doubt = checks.insisted(self.credit_code)
        return verdict if doubt is None or isinstance(verdict, Stop) else doubt.after(verdict)

    @credit_code.skipped
    def named_alone(self, ask: Ask) -> Stop | None:
        """What is closed to whoever gives no code, is closed now."""
        verdict = self._told(ask, None, skipped=True)
        return verdict if isinstance(verdict, Stop) else None

    def _told(self, ask: Ask, credit_code: str | None, *, skipped: bool = False) -> Pause | Stop | None:
        try:
            finding = ask(conflict.check, self.name, credit_code, but=self.report)
        except conflict.QuotaUsed as used:
            return _quota(used)
        return told(finding, self.name, credit_code, skipped=skipped)

    @override
    def prefill(self, ask: Ask) -> dict[str, object]:
        """Whoever may only report for himself isn't asked for whom; nobody for people at the customer, who stand at the summary."""
        me = ask(views.me).account
        return {"people": None, **({} if may(me, Action.NAME_CONTACT) else {"contact": me.id})}

    @people.check
    def somebody(self, ask: Ask) -> Say | None:
        found = ask(report_views.people_in, self.people) if self.people else ()
        return say("report-people-wrong", typed=head(self.people)) if self.people and not found else None

    @override
    def in_labels(self, text: str, ask: Ask) -> str | None:
        about = self.context.get("about")
        found = in_a_sentence(text, ask, self.wordings, about if isinstance(about, str) else None)
        return None if found is None else "\n".join(ask(report_views.with_labels, found))

    @override
    def build(self, values: dict[str, object]) -> reporting.ReportCustomer:
        made = super().build(values)
        return replace(made, profile=told_exactly(self, placed(made.profile)))

    @override
    def called(self) -> Wording | None:
        return self.name

    @override
    def done(self, result: reporting.Submitted, ask: Ask) -> Screen:
        key = "report-submitted" if self.report is None else "report-resubmitted"
        lines = [say(key, number=result.number), say("strong", text=self.name)]
        if result.ahead:
            lines.append(say("report-submitted-queued"))
        else:
            lines.append(say("report-submitted-who", approvers=result.approvers))
        look = opens(say("look-key"), "request", report=result.report)
        return Screen(tuple(lines), ((look, opens(say("another-report-key"), "report_customer")), (HOME,)))

    @override
    def stands(self, result: reporting.Submitted, ask: Ask) -> Button | None:
        return opens(say("look-named-key", name=middle(self.name)), "request", report=result.report)

    @override
    def refused(self, refusal: Exception, ask: Ask) -> Mend | Stop | None:
        match refusal:
            case reporting.NotOpen() if refusal.finding.by_name:
                return Mend("credit_code", say("conflict-needs-code"))
            case reporting.NotOpen():
                stop = told(refusal.finding, self.name, self.credit_code)
                return stop if isinstance(stop, Stop) else None
            case report_room.NotAContact() | reporting.NotThisContact():
                return Mend("contact", say_refusal(refusal))
            case _:
                return None


def in_a_sentence(text: str, ask: Ask, wordings: Wordings, about: str | None = None) -> Sentence | None:
    """Lines with labels are none."""
    if labelled.labels_in(text, ReportCustomer, wordings, ask):
        return None
    return ask(report_views.report_in_a_sentence, text, about)


def placed(profile: Profile) -> Profile:
    """What the region's answer told below the city goes to the background."""
    background = regions.noted(below_of(profile.region), profile.background)
    return replace(profile, region=region_of(profile.region), background=background)


def told_exactly(form: Form[object], profile: Profile) -> Profile:
    """A volume that was said with a hedge is kept as a number, and what was said in the background."""
    said = checks.hedged(form, ReportCustomer.volume)
    return replace(profile, background=regions.noted(said, profile.background))


def told(finding: Finding, name: str, credit_code: str | None = None, *, skipped: bool = False) -> Pause | Stop | None:
    """What the asker is told of a finding: one of three answers with a coarse reason, no more. `skipped`: the question for
    the code, which could tell another company of that name apart, is behind."""
    if finding.why is CheckReason.FREE:
        return None
    if finding.by_name and not skipped:
        return Pause((*_closed(finding)[:1], say("conflict-by-name-why")))
    if finding.why is CheckReason.POOL:
        return Pause((say("conflict-pool"), say("conflict-pool-why")))
    if finding.why is CheckReason.QUEUE:
        return Pause((say("conflict-queue"), say("conflict-queue-why")))
    if finding.why is CheckReason.LOOKALIKE:
        names = (say("conflict-lookalike-names", names=finding.names),) if finding.names else ()
        return Pause((say("conflict-lookalike"), *names, say("conflict-lookalike-why")))
    row = [opens(say("another-report-key"), "report_customer"), HOME]
    if finding.why is CheckReason.HELD:
        row.insert(0, opens(say("appeal-key"), "make_appeal", name=name, credit_code=credit_code))
    return Stop(Screen(_closed(finding), (tuple(row),)))


def _quota(used: conflict.QuotaUsed) -> Stop:
    key = "conflict-quota-agency" if used.agency else "conflict-quota"
    return Stop(Screen((say(key, limit=used.limit), say("conflict-quota-why")), ((HOME,),)))


def _closed(finding: Finding) -> tuple[Wording, ...]:
    if finding.why is CheckReason.POOL_LATER and finding.at is not None:
        return (say("conflict-pool-cooling" if finding.cooling else "conflict-pool-later", at=finding.at),)
    if finding.why is CheckReason.OWN_PENDING:
        return (say("conflict-own-pending", colleague=finding.colleague, number=finding.number),)
    if finding.why is not CheckReason.OWN_HELD:
        return (say("conflict-held"), say("conflict-held-why"))
    if finding.until is None:
        return (say("conflict-own-held-endless", colleague=finding.colleague),)
    return (say("conflict-own-held-until", colleague=finding.colleague, until=finding.until),)


def _mending(view: ReportView) -> dict[str, Json]:
    """How the form of a returned report opens: all answers kept, the named fields asked again."""
    report, profile = view.report, view.report.profile
    answers: dict[str, Json] = {
        "name": profile.name,
        "credit_code": profile.credit_code,
        "region": profile.region,
        "domain": profile.domain,
        "volume": str(profile.volume),
        "mcus": profile.mcus,
        "buyer": profile.buyer or None,
        "factory": profile.factory or None,
        "background": profile.background or None,
        "people": report.people or None,
        "contact": str(report.contact_id),
        "project": _project_told(report.project),
    }
    return {
        "report": report.id,
        "answers": answers,
        "only": list(report.return_fields),
    }


def _project_told(project: object) -> dict[str, Json] | None:
    """The first project as its form's answers."""
    if not is_dataclass(project) or isinstance(project, type):
        return None
    return {name: value for name, value in asdict(project).items() if value not in ("", None)}

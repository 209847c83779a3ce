"""Whoever does whatever whenever: requests of every kind, deputies, leavers, agencies that end, two at the same instant; what
is asserted of each act is who may do it, what holds of all of them stands in `believing`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import timedelta
from typing import ClassVar, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from typing_extensions import override

from bot.process import duties
from bot.serving.work import DeskWork
from domain.approvals import (
    adding_signers,
    commenting,
    copying,
    deciding_several,
    handing_on,
    taking_back,
)
from domain.approvals.adding_signers import SignerPlace
from domain.approvals.deciding_several import Ticked
from domain.approvals.records import Approval, ApprovalState
from domain.approvals.request_kinds import KINDS
from domain.base.errors import AlreadyDecided, NotAllowed, NotYours, Refusal
from domain.base.kinds import Kind
from domain.base.stage import Stage
from domain.base.written import Written
from domain.contracts import contracting
from domain.leaving import agency_states, staffing
from domain.people import deputising
from domain.people.records import AgencyState
from domain.petitions import appealing, correcting
from domain.protection import protecting, stages
from domain.questions import asking
from domain.registration import agency_claims, registering
from domain.reports import reporting
from tests.rules.approvals.believing import Away, Believed
from tests.rules.approvals.deeds import claims, decide, deciding_by, registers, renames
from tests.rules.kinds import COMPANY, contract_parts
from tests.rules.office import Office, profile

T = TypeVar("T")
VENDORS = ("陈经理", "刘经理", "管理员", "高经理", "何经理", "副管理员")
AGENCYS = ("李明", "孙总", "王芳", "钱总", "陈经理二")
"""The last is another account of a manager's."""
AGENCIES = {"深圳南山电子": "孙总", "广州天河微电": "钱总"}
CUSTOMERS = ("深圳市星河联创电子有限公司", "佛山市启明电机有限公司", "广州宏图智能科技有限公司")
RENAMED = "深圳市蓝鲸智能科技有限公司"
DONE = (
    "expire_returns",
    "_queue",
    "release_ended",
    "release_of_ended",
    "begin_reviews",
    "turn",
    "escalate_due",
)
"""The duties that have to do with requests."""
vendors, agencys, anybody = st.sampled_from(VENDORS), st.sampled_from(AGENCYS), st.sampled_from(VENDORS + AGENCYS)
which = st.integers(0, 40)


class AnyActs(RuleBasedStateMachine):
    begin: ClassVar[Callable[[], Coroutine[None, None, Office]]]

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.office = self.runner.run(type(self).begin())
        self.believed = Believed()

    def ends(self) -> None:
        """Whatever life has come to, those who are away come back, and then leaves whoever is asked for something."""
        for away in tuple(self.believed.away):
            self._is_back("管理员", away)
        self.all_is_well()
        for number in range(len(VENDORS)):
            if (who := self._asked(number)) is not None:
                self._leaves("管理员", who, 1)
                self.all_is_well()

    @override
    def teardown(self) -> None:
        try:
            if self.believed.stood:
                self.ends()
        finally:
            self._closes()

    def _closes(self) -> None:
        self.runner.run(self.office.db.close())
        self.runner.close()

    # --- acting ---------------------------------------------------------------------------------------------------

    def does(self, who: str | None, act: Callable[[DeskWork], T]) -> T | Refusal:
        return self.runner.run(self._does(who, act))

    async def _does(self, who: str | None, act: Callable[[DeskWork], T]) -> T | Refusal:
        try:
            return await self.office.does(who, act)
        except Refusal as refusal:
            return refusal

    def looks(self, act: Callable[[DeskWork], T]) -> T:
        found = self.does(None, act)
        assert not isinstance(found, Refusal)
        return found

    def pick(self, number: int, *kinds: Kind) -> Approval | None:
        """One that waits, as a rule; now and then one that is decided."""
        stood = [each.approval for each in self.believed.stood.values() if not kinds or each.approval.kind in kinds]
        waiting = [each for each in stood if each.state is ApprovalState.PENDING]
        chosen = stood if number % 5 == 0 or not waiting else waiting
        return chosen[number % len(chosen)] if chosen else None

    def _right(self, who: str, approval: Approval) -> bool:
        """Whether he may decide it now, as believed."""
        pending = approval.state is ApprovalState.PENDING
        account = self.office.ids[who]
        return pending and account in self.looks(lambda work: self.believed.deciders(work, approval))

    # --- asking ---------------------------------------------------------------------------------------------------

    @initialize(away=st.booleans())
    def there(self, away: bool) -> None:
        """Two customers are held, and a manager asks for a third as a salesperson: of the head, for whom he stands in today."""
        for who, name in (("李明", CUSTOMERS[0]), ("王芳", CUSTOMERS[1])):
            self.runner.run(self.office.holds(who, name))
        self.reports("陈经理二", CUSTOMERS[2])
        if away:
            self._is_away("管理员", "刘经理", "陈经理", 0, 1)

    @rule(who=agencys, name=st.sampled_from(CUSTOMERS))
    def reports(self, who: str, name: str) -> None:
        self.does(who, lambda work: reporting.report(work, reporting.ReportCustomer(profile=profile(name))))

    @rule(number=which)
    def mends(self, number: int) -> None:
        stood = [
            each.approval for each in self.believed.stood.values() if each.approval.state is ApprovalState.RETURNED
        ]
        returned = [each for each in stood if each.kind is Kind.CUSTOMER_REPORT]
        if returned:
            chosen = returned[number % len(returned)]

            def act(work: DeskWork) -> None:
                report = work.customers.report(chosen.subject_id)
                reporting.report(
                    work, reporting.ReportCustomer(profile=report.profile, report=report.id, reply="已补充")
                )

            self.does(self._name(chosen.applicant_id), act)

    @rule(who=agencys, what=st.sampled_from(("extension", "correction", "stage", "question")))
    def asks_about_his_customer(self, who: str, what: str) -> None:
        def act(work: DeskWork) -> None:
            mine = work.hand_overs.customers_of(work.actor.id)
            if not mine:
                return
            customer = mine[0]
            match what:
                case "extension":
                    protecting.ask_extension(
                        work, protecting.AskExtension(customer=customer, months=2, reason="样机测试中")
                    )
                case "correction":
                    after = replace(correcting.known(work.customers.get(customer)), name=RENAMED)
                    correcting.correct(work, correcting.CorrectCustomer(customer=customer, profile=after))
                case "stage":
                    stages.stage_is(work, customer, Stage.DEVELOPMENT)
                case _:
                    words = Written("能用于 125℃ 吗")
                    asking.ask(work, asking.AskQuestion(record="customer", number=customer, words=words))

        self.does(who, act)

    @rule(who=agencys, name=st.sampled_from(CUSTOMERS))
    def appeals(self, who: str, name: str) -> None:
        self.does(who, lambda work: appealing.make(work, appealing.MakeAppeal(reason="2026-08 起送样", name=name)))

    @rule(who=st.sampled_from(sorted(AGENCIES.values())), what=st.sampled_from(("contract", "name")))
    def asks_for_his_agency(self, who: str, what: str) -> None:
        def contract(work: DeskWork) -> None:
            made = contracting.start(work, contracting.StartContract(fiscal_year=work.today.year)).contract
            parts = contract_parts(self.office)
            contracting.submit(work, contracting.SubmitContract(contract=made.id, **parts))

        name = f"{who}的新公司有限公司"
        self.does(who, contract if what == "contract" else lambda work: renames(work, name))

    @rule(chat=st.sampled_from((77, 78)))
    def registers(self, chat: int) -> None:
        """Of two who name one company the second says that it is his."""
        company = registering.RegisterAgency(company=COMPANY)
        claim = agency_claims.ClaimAgency(
            credit_code=COMPANY.credit_code or "",
            name=COMPANY.name,
            contact="郑总",
            mobile="13800138000",
            mobile_shared=False,
        )
        came = self.does(None, lambda work: registers(replace(work, chat_id=chat), company))
        if isinstance(came, registering.AgencyKnown):
            self.does(None, lambda work: claims(replace(work, chat_id=chat), claim))

    # --- deciding -------------------------------------------------------------------------------------------------

    @rule(nth=which, number=which, verb=st.sampled_from(("approve", "approve", "reject", "return")))
    def decides(self, nth: int, number: int, verb: str) -> None:
        approval = self.pick(number)
        if approval is not None:
            self._decides(self._doer(approval, nth), approval, verb)

    def _doer(self, approval: Approval, nth: int) -> str:
        """Most of what anybody does is his to do; some of it isn't."""
        mine = [who for who in VENDORS if self._right(who, approval)]
        return mine[nth % len(mine)] if mine and nth % 4 else VENDORS[nth % len(VENDORS)]

    def _decides(self, who: str, approval: Approval, verb: str) -> None:
        right = self._right(who, approval)
        came = self.does(who, lambda work: decide(work, approval, verb))
        if not right:
            assert isinstance(came, Refusal), f"{who} decided {approval}"
        elif isinstance(came, Refusal):
            assert not isinstance(came, NotYours | NotAllowed | AlreadyDecided), (
                f"{who} may decide {approval}: {came!r}"
            )
            may_be = verb == "approve" or KINDS[approval.kind].returned is None
            assert may_be or KINDS[approval.kind].answered, f"{who} may {verb} {approval}: {came!r}"

    @rule(
        nth=which,
        mth=which,
        number=which,
        verbs=st.tuples(*[st.sampled_from(("approve", "reject", "return"))] * 2),
    )
    def two_decide_at_once(self, nth: int, mth: int, number: int, verbs: tuple[str, str]) -> None:
        approval = self.pick(number)
        if approval is None:
            return
        who, other = self._doer(approval, nth), self._doer(approval, mth)
        rights = self._right(who, approval) + (other != who and self._right(other, approval))

        async def both() -> list[object]:
            acts = [
                self._does(each, deciding_by(approval, verb)) for each, verb in zip((who, other), verbs, strict=True)
            ]
            return list(await asyncio.gather(*acts))

        done = [each for each in self.runner.run(both()) if not isinstance(each, Refusal)]
        assert len(done) <= max(rights, len(approval.steps) - approval.level + 1 if rights else 0)

    @rule(who=vendors, number=which, of=st.integers(1, 4), reject=st.booleans(), stale=st.booleans())
    def decides_several(self, who: str, number: int, of: int, reject: bool, stale: bool) -> None:
        picked = [each for each in (self.pick(number + at) for at in range(of)) if each is not None]
        chosen = list({each.id: each for each in picked}.values())
        rights = {each.id for each in chosen if self._right(who, each)}
        ticks = tuple(Ticked(each.id, each.revision - stale) for each in chosen)

        def act(work: DeskWork) -> tuple[deciding_several.OneOfSeveral, ...]:
            if reject:
                command = deciding_several.RejectSeveral(requests=ticks, reason="资料不实")
                return deciding_several.reject_several(work, command)
            return deciding_several.approve_several(work, deciding_several.ApproveSeveral(requests=ticks))

        came = self.does(who, act)
        decided = [each.brief.approval.id for each in came if each.refusal is None] if isinstance(came, tuple) else []
        assert set(decided) <= (set() if stale else rights), f"{who} decided {decided}, his are {rights}"

    @rule(who=anybody, number=which)
    def takes_back(self, who: str, number: int) -> None:
        approval = self.pick(number)
        if approval is None:
            return

        def act(work: DeskWork) -> None:
            match approval.kind:
                case Kind.CUSTOMER_REPORT:
                    reporting.withdraw(work, reporting.WithdrawReport(report=approval.subject_id))
                case Kind.EXTENSION:
                    protecting.withdraw(work, protecting.WithdrawExtension(request=approval.subject_id))
                case Kind.CONTRACT:
                    contracting.withdraw(work, contracting.WithdrawContract(contract=approval.subject_id))
                case _:
                    taking_back.take_back(work, taking_back.TakeBack(approval=approval.id))

        came = self.does(who, act)
        if who in VENDORS and self.office.ids[who] != approval.applicant_id:
            assert isinstance(came, Refusal), f"{who} took back {approval}"

    # --- beside the decision --------------------------------------------------------------------------------------

    @rule(nth=which, to=vendors, number=which, act=st.sampled_from(("hand_on", "before", "after")))
    def brings_in(self, nth: int, to: str, number: int, act: str) -> None:
        approval = self.pick(number)
        if approval is None:
            return
        who = self._doer(approval, nth)
        right, colleague = self._right(who, approval), self.office.ids[to]

        def bring(work: DeskWork) -> None:
            if act == "hand_on":
                handing_on.hand_on(work, handing_on.HandOn(approval=approval.id, to=colleague))
            else:
                place = SignerPlace(act)
                adding_signers.add(work, adding_signers.AddSigner(approval=approval.id, to=colleague, place=place))

        came = self.does(who, bring)
        assert right or isinstance(came, Refusal), f"{who} has no say in {approval}"

    @rule(who=anybody, to=vendors, number=which, copies=st.booleans())
    def talks(self, who: str, to: str, number: int, copies: bool) -> None:
        approval = self.pick(number)
        if approval is None:
            return
        barred = self.office.ids[who] in self.looks(lambda work: self.believed.barred(work, approval))
        command = copying.SendCopy(approval=approval.id, to=self.office.ids[to])
        said = commenting.CommentOnRequest(approval=approval.id, text="请补充")
        came = self.does(who, lambda work: copying.send(work, command) if copies else commenting.comment(work, said))
        if (barred and who in VENDORS) or approval.state is not ApprovalState.PENDING:
            assert isinstance(came, Refusal), f"{who} has no say in {approval}"

    # --- people and agencies --------------------------------------------------------------------------------------

    def _asked(self, number: int) -> str | None:
        """Somebody whom a request waits for, so that what happens to him happens to it."""
        approval = self.pick(number)
        there = [] if approval is None else [self._name(int(each)) for each in approval.current.approvers]
        return there[number % len(there)] if there else None

    @rule(
        by=st.sampled_from(("管理员", "管理员", "刘经理", "陈经理")),
        number=which,
        to=st.sampled_from(("陈经理", "陈经理", "何经理", "高经理", "管理员")),
        after=st.sampled_from((0, 0, 0, 1)),
        days=st.integers(1, 3),
    )
    def is_away(self, by: str, number: int, to: str, after: int, days: int) -> None:
        """Whoever is asked for something, as a rule: his deputy has it then."""
        self._is_away(by, self._asked(number) or "刘经理", to, after, days)

    def _is_away(self, by: str, who: str, to: str, after: int, days: int) -> None:
        def act(work: DeskWork) -> Away:
            since = work.today + timedelta(after)
            command = deputising.SetDeputy(
                principal=self.office.ids[who],
                deputy=self.office.ids[to],
                since=since,
                until=since + timedelta(days - 1),
            )
            made = deputising.set_deputy(work, command)
            return Away(made.id, made.principal_id, made.deputy_id, made.since, made.until)

        came = self.does(by, act)
        if isinstance(came, Away):
            self.believed.away.append(came)

    @rule(by=st.sampled_from(("管理员", "管理员", "陈经理", "刘经理")), number=which)
    def is_back(self, by: str, number: int) -> None:
        if self.believed.away:
            self._is_back(by, self.believed.away[number % len(self.believed.away)])

    def _is_back(self, by: str, away: Away) -> None:
        came = self.does(by, lambda work: deputising.end(work, deputising.EndDeputyship(deputyship=away.deputyship)))
        if not isinstance(came, Refusal):
            self.believed.away.remove(away)

    @rule(by=st.sampled_from(("管理员", "副管理员", "刘经理", "孙总")), who=anybody, nth=which, number=which)
    def leaves(self, by: str, who: str, nth: int, number: int) -> None:
        """Every other time somebody whom a request waits for."""
        self._leaves(by, (self._asked(number) if nth % 2 else None) or who, nth)

    def _leaves(self, by: str, who: str, nth: int) -> None:
        def act(work: DeskWork) -> object:
            fit = staffing.successors(work, self.office.ids[who])
            to = fit[nth % len(fit)].id if fit and nth % 4 else None
            return staffing.deactivate(work, staffing.Deactivate(account=self.office.ids[who], to=to))

        came = self.does(by, act)
        if not isinstance(came, Refusal):
            self.believed.left(self.office.ids[who])

    @rule(by=vendors, owner=st.sampled_from(sorted(AGENCIES.values())), state=st.sampled_from(list(AgencyState)))
    def agency_becomes(self, by: str, owner: str, state: AgencyState) -> None:
        def act(work: DeskWork) -> None:
            agency = work.people.account(self.office.ids[owner]).agency_id
            agency_states.set_state(work, agency_states.SetAgencyState(agency=agency or 0, state=state))

        self.does(by, act)

    @rule(by=vendors, owner=st.sampled_from(sorted(AGENCIES.values())), to=vendors)
    def has_another_manager(self, by: str, owner: str, to: str) -> None:
        def act(work: DeskWork) -> None:
            agency = work.people.account(self.office.ids[owner]).agency_id or 0
            agency_states.change_manager(work, agency_states.ChangeManager(agency=agency, manager=self.office.ids[to]))

        self.does(by, act)

    # --- time -----------------------------------------------------------------------------------------------------

    @rule(hours=st.sampled_from((1, 2, 7, 24, 24, 72, 400)))
    def time_passes(self, hours: int) -> None:
        self.office.now += timedelta(hours=hours)
        self.runner.run(self._duties())

    async def _duties(self) -> None:
        for duty in duties.DUTIES:
            if duty.name in DONE:
                await duty.whole(self.office.db, self.office.app, self.office.now)

    # --- what holds -----------------------------------------------------------------------------------------------

    @invariant()
    def all_is_well(self) -> None:
        self.looks(self.believed.sure)

    def _name(self, account: int) -> str | None:
        return next((name for name, number in self.office.ids.items() if number == account), None)

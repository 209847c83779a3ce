"""Is this customer free? (docs/customers.md): *detect globally, reveal locally*.

Who is the same customer says `identity`; where a name and a code mean several, the strictest answer counts. What the
asker may learn is one of three answers with a coarse reason; only the own agency's colleague and the pool are named.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from domain.base.errors import Refusal
from domain.base.events import Event
from domain.base.naming import demand_name
from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.customers import identity, similar
from domain.customers.records import LIVE, Customer, CustomerState
from domain.names import same_key
from domain.names.bodies import says_its_kind
from domain.people import persons
from domain.people.records import Account
from domain.protection import claiming
from domain.reports import queueing


class CheckAnswer(StrEnum):
    """All that an asker may learn: 可报备, 需人工核实, 暂不可报备."""

    OPEN = "open"
    REVIEW = "review"
    CLOSED = "closed"


class CheckReason(StrEnum):
    FREE = "free"
    QUEUE = "queue"
    """An earlier report is being decided."""
    HELD = "held"
    OWN_HELD = "own_held"
    """The asker's own agency holds it: said plainly, with the colleague's name."""
    OWN_PENDING = "own_pending"
    POOL = "pool"
    """Nobody's: it can be claimed."""
    POOL_LATER = "pool_later"
    """It can be claimed from a moment on: everybody after the fair start, its former holder after the cool-down."""
    LOOKALIKE = "lookalike"
    """A similar name exists: the asker is asked for what tells them apart."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer, and what the asker's own agency may know beyond it. `names` are the look-alikes that it may see:
    its own customers' and the pool's."""

    answer: CheckAnswer
    why: CheckReason
    colleague: str = ""
    number: str = ""
    until: date | None = None
    names: tuple[str, ...] = ()
    at: datetime | None = None
    cooling: bool = False
    """The asker's own side held it."""
    by_name: bool = False
    """It is closed only to whoever gives no code: another company of the same name could be reported with its own."""


FREE = Finding(CheckAnswer.OPEN, CheckReason.FREE)
_KNOWN_TO_THE_ASKER = frozenset({CheckReason.OWN_HELD, CheckReason.OWN_PENDING, CheckReason.POOL})


@dataclass(frozen=True, kw_only=True)
class CustomerChecked(Event, subject="account"):
    """Somebody asked whether a customer is free. `key` and `code` are what was asked for, `counted` whether it was a
    new question: asking again for the same customer, and adding its code, is part of the first."""

    account: int
    name: str
    key: str
    code: str | None
    answer: str
    counted: bool


@dataclass(frozen=True, kw_only=True)
class CheckRefused(Event, subject="account"):
    """A name was asked for that another agency holds; managers see such attempts."""

    account: int
    customer: int
    name: str


@dataclass(frozen=True, kw_only=True)
class ManyChecks(Event, subject="account"):
    """Somebody used up the day's checks, his own or (`agency`) with his colleagues the agency's: the manager is told."""

    account: int
    count: int
    agency: bool = False


@dataclass
class QuotaUsed(Refusal):
    """No more checks today. `limit` is the person's or (`agency`) the agency's."""

    limit: int
    agency: bool


def looks_full(name: str) -> bool:
    """A check needs the full name, never a fragment: at least four characters that count."""
    return len(same_key(name)) >= 4


def to_confirm(work: Work, name: str, credit_code: str | None) -> bool:
    """Whether whoever types this name is asked once if it stands so on the licence: a fragment without a code. Only of
    what his own side may know anyway, its own customers and the pool, the name is known to be right: that somebody else's
    customer is called so must not show."""
    if credit_code is not None or says_its_kind(name, work.policy.report.kinds_of_body):
        return False
    return found(work, name, None)[1].why not in _KNOWN_TO_THE_ASKER


def lacks_kind(work: Work, name: str, credit_code: str | None) -> bool:
    """⚠ 无法律形式, for whoever decides."""
    return credit_code is None and not says_its_kind(name, work.policy.report.kinds_of_body)


def identify(work: Work, name: str, credit_code: str | None) -> Customer | None:
    """The known customer that this name and code mean, or None; the one for which the answer is strictest."""
    return found(work, name, credit_code)[0]


def may_be_asked(work: Work, name: str, credit_code: str | None) -> bool:
    """Whether a report would get further than 暂不可报备. For the desk's own use: whoever asks is told by `check`, which counts."""
    return found(work, name, credit_code)[1].answer is not CheckAnswer.CLOSED


def found(
    work: Work,
    name: str,
    credit_code: str | None,
    *,
    but: int | None = None,
    besides: int | None = None,
    hold: bool = False,
) -> tuple[Customer | None, Finding]:
    """The known customer that is meant, and what the asker is told of it: where several are meant, the strictest answer.

    `but`: the report that is being mended, `besides`: a customer that is the asker's own. `hold`: nothing of what is
    answered changes until the transaction ends.
    """
    same = [each for each in identity.same(work, name, credit_code) if each.id != besides]
    if hold:
        held = {each: queueing.hold_customer(work, each) for each in sorted(each.id for each in same)}
        same = [held[each.id] for each in same]
    judged = [(judge(work, each, work.actor, but=but), each) for each in same]
    asked = _asked_before(work, name, credit_code, besides)
    if not judged:
        return None, asked or FREE
    finding, customer = min(
        judged, key=lambda pair: _STRICTEST_FIRST.index((pair[0].answer, pair[0].why is CheckReason.FREE))
    )
    if finding.answer is CheckAnswer.OPEN and asked is not None:
        return customer, asked
    if finding.answer is not CheckAnswer.CLOSED or credit_code is not None:
        return customer, finding
    closing = [each for told, each in judged if told.answer is CheckAnswer.CLOSED]
    return customer, replace(finding, by_name=all(each.credit_code is not None for each in closing))


def _asked_before(work: Work, name: str, credit_code: str | None, besides: int | None) -> Finding | None:
    """A customer is to be called so, and nobody has decided it yet: who asked first isn't overtaken meanwhile."""
    correction = identity.wished(work, name, credit_code, besides=besides)
    if correction is None:
        return None
    if correction.agency_id == work.actor.agency_id:
        return Finding(
            CheckAnswer.CLOSED, CheckReason.OWN_PENDING, _name(work, correction.applicant_id), correction.number
        )
    return Finding(CheckAnswer.REVIEW, CheckReason.QUEUE)


_STRICTEST_FIRST = (
    (CheckAnswer.CLOSED, False),
    (CheckAnswer.REVIEW, False),
    (CheckAnswer.OPEN, False),
    (CheckAnswer.OPEN, True),
)
"""With whether nothing at all is known against it: what lies in the pool must be claimed."""


def judge(work: Work, customer: Customer | None, asker: Account, *, but: int | None = None) -> Finding:
    """What the asker is told of the customer. `but`: a report to leave out of account (the one being mended)."""
    if customer is None:
        return FREE
    if customer.reserved_against(asker.agency_id, work.now):
        return Finding(CheckAnswer.CLOSED, CheckReason.HELD)
    if customer.state is CustomerState.PROTECTED:
        if customer.agency_id is not None and customer.agency_id == asker.agency_id:
            return Finding(
                CheckAnswer.CLOSED, CheckReason.OWN_HELD, _name(work, customer.contact_id), "", customer.protected_until
            )
        return Finding(CheckAnswer.CLOSED, CheckReason.HELD)
    in_pool = customer.state is CustomerState.POOL
    if in_pool and (bar := claiming.barred(work, customer.id, asker)) is not None:
        return Finding(CheckAnswer.CLOSED, CheckReason.POOL_LATER, at=bar.until, cooling=bar.held)
    live = work.customers.reports_of(customer.id, LIVE)
    direct = bool(work.directs.among((customer.id,)))  # looked for whatever comes of it: no answer takes longer
    others = [report for report in live if report.id != but]
    own = next((report for report in others if report.agency_id == asker.agency_id), None)
    if own is not None:
        return Finding(CheckAnswer.CLOSED, CheckReason.OWN_PENDING, _name(work, own.contact_id), own.number)
    if direct:
        return Finding(CheckAnswer.CLOSED, CheckReason.HELD)
    place = next((report.position for report in live if report.id == but and report.keeps_place(work.now)), None)
    if any(report.in_line and (place is None or report.position < place) for report in others):
        return Finding(CheckAnswer.REVIEW, CheckReason.QUEUE)
    return Finding(CheckAnswer.OPEN, CheckReason.POOL) if in_pool else FREE


def check(
    work: Work, name: str, credit_code: str | None = None, *, but: int | None = None, besides: int | None = None
) -> Finding:
    """The check while the form is filled in; asked again at the commit. Raises `NotAllowed`, `QuotaUsed`.

    Look-alikes are told when the name is entered; a credit code, entered after that, is what tells them apart.
    """
    demand_name(name)  # before it is counted
    demand(work.actor, Action.REPORT_CUSTOMER)  # an answer is worth something to those, too, who could not report
    counted = _count(work, same_key(name), credit_code)
    known, finding = found(work, name, credit_code, but=but, besides=besides)
    if finding.why is CheckReason.FREE and credit_code is None and besides is None:
        finding = _likeness(work, name, known)
    actor = work.actor.id
    if known is not None and finding.why is CheckReason.HELD:
        work.events.record(CheckRefused(account=actor, customer=known.id, name=name))
    work.events.record(
        CustomerChecked(
            account=actor, name=name, key=same_key(name), code=credit_code, answer=finding.answer.value, counted=counted
        )
    )
    return finding


def _likeness(work: Work, name: str, known: Customer | None) -> Finding:
    alike = similar.asked(work, name, None, known)
    if not alike:
        return FREE
    mine = work.actor.agency_id
    visible = [each.name for each in alike if each.state is CustomerState.POOL or each.agency_id == mine]
    return Finding(CheckAnswer.REVIEW, CheckReason.LOOKALIKE, names=tuple(visible))


def _count(work: Work, key: str, code: str | None) -> bool:
    """Count the question against the day's quotas, unless it continues an earlier one. Raises `QuotaUsed`."""
    actor = work.actor
    midnight = work.calendar.begin_of(work.today)
    earlier = work.events.of_actor(actor.id, CustomerChecked, midnight, key=key)
    codes = {each.code for each in earlier if each.code is not None}
    if earlier and (code is None or not codes or code in codes):
        return False
    limits = work.policy.report.checks_a_day
    mine = work.numbers.count(f"checks:{work.today}:{persons.quota(actor)}")
    if mine > limits.person:
        raise QuotaUsed(limits.person, agency=False)
    theirs = work.numbers.count(f"checks:{work.today}:agency:{actor.agency_id}")
    if theirs > limits.agency:
        raise QuotaUsed(limits.agency, agency=True)
    if mine == limits.person:
        work.events.record(ManyChecks(account=actor.id, count=mine))
    if theirs == limits.agency:
        work.events.record(ManyChecks(account=actor.id, count=theirs, agency=True))
    return True


def _name(work: Work, account_id: int | None) -> str:
    return work.people.account(account_id).name if account_id is not None else ""

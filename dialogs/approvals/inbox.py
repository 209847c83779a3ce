"""The card that asks for a decision whatever its kind, and its forms 驳回, 退回修改 and 转交."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.choices import Choice, Many
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.kinds import Text
from dialogs.core.own_words import ChoiceOrText
from dialogs.core.page import Args, Close, Open, Page, Run, Show, Swap, Turn
from dialogs.core.person_choice import PersonChoice
from dialogs.core.screen import Act, Button, Row, Say, Screen, Tone, Wording, say
from dialogs.shared.faces import FACES
from dialogs.shared.persons import persons
from dialogs.shared.reasons import as_said, may_be_completed
from dialogs.shared.talk import comment, commenting_key, copying_key, pictures, said
from dialogs.shared.words import BACK, HOME, button, clipboard, decided, opens, signed
from domain.approvals import acting, briefs, copying, deciding, handing_on, reasons
from domain.approvals.records import Approval, ApprovalState, Verb
from domain.approvals.request_kinds import KINDS
from domain.disputes.requests import opened
from domain.petitions import identity_views

MENDED = 6
"""So many mended fields stand on the card; the request in full shows all of them."""


class ApprovalCard(Page):
    """One request before its approver. The same card is pushed into the chat and opened from the inbox. `full`: with all
    that is known of it and its whole record, and the same verbs."""

    name = "approval"

    @override
    def looked(self, args: Args, ask: Ask) -> None:
        if args.get("full") is True:
            ask(opened, ask(briefs.approval, _id(args)))

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        approval = ask(briefs.approval, _id(args))
        face, full = FACES[approval.kind], args.get("full") is True
        more = (*face.more(ask, approval.id), *_record(approval, ask)) if full else ()
        beside = face.beside(ask, approval.id) if full else ()
        last = BACK if full else _detail(approval)
        number = clipboard("copy-number-key", ask(briefs.brief, approval).number) if full else ()
        files = pictures(approval, ask)
        comments, copies = commenting_key(approval, ask), copying_key(approval, ask)
        if approval.state is ApprovalState.PENDING and ask(acting.may_decide, approval):
            lines = (
                *_in_stead(ask(briefs.principal, approval)),
                *_late(approval, ask),
                *face.asking(ask, approval.id),
                *(() if full else _so_far(approval, ask)),
                *more,
            )
            keys = (*_others(approval), *comments)
            ending = ((*copies, *number), (BACK, HOME)) if full else ((*copies, last, HOME),)
            return Screen(lines, (*toned(face.verbs(ask, approval.id)), *files, keys, *beside, *ending))
        told = _copied(approval, ask) or outcome(approval, ask)
        lines = (*told, *(() if full else _comments(approval, ask)), *more)
        talk = (*comments, *copies, *number)
        talks = (talk,) if talk else ()
        return Screen(lines, (*files, *talks, *beside, *_afterwards(approval, last, ask)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "approve":
                return Run(deciding.Approve(approval=_id(args)))
            case "reject":
                judged = KINDS[ask(briefs.approval, _id(args)).kind].judged
                return Open("dismiss_appeal" if judged else "reject_request", {"approval": _id(args)})
            case "return":
                return Open("return_request", {"approval": _id(args)})
            case "hand_on":
                return Open("hand_on_request", {"approval": _id(args)})
            case "next":
                answered = KINDS[ask(briefs.approval, _id(args)).kind].answered
                waiting, _ = ask(briefs.next_waiting, answered=answered)
                return Swap("approval", {"approval": waiting}) if waiting is not None else Close(say("inbox-empty"))
            case _:
                return Show()

    @override
    def late(self, args: Args, ask: Ask) -> Open | Say:
        approval = ask(briefs.approval, _id(args))
        return FACES[approval.kind].late(ask, approval.id)

    @override
    def after(self, args: Args, result: Approval, ask: Ask) -> Turn:
        judged = KINDS[result.kind].judged
        return Show(toast=say("appeal-accept-key" if judged else "approved-toast"))


def toned(rows: Iterable[Row]) -> tuple[Row, ...]:
    """What grants is green and what refuses red, whatever the kind calls it."""
    return tuple(
        tuple(replace(each, tone=_TONES.get(each.act.verb) if each.act else None) for each in row) for row in rows
    )


_TONES = {"approve": Tone.APPROVE, "reject": Tone.DANGER}


def about(approval: int, ask: Ask) -> tuple[Wording, ...]:
    """Above what is asked of an approver: several requests may lie before him."""
    found = ask(briefs.brief, ask(briefs.approval, approval))
    return (say("approval-who", name=found.title, agency=found.agency, person=found.person),)


class RejectRequest(Form[deciding.Reject], name="reject_request"):
    """驳回: the reason is told to the applicant."""

    approval = source("approval", int)
    same_as = Choice(load=int).optional()
    reason = ChoiceOrText(max_length=300)

    @same_as.relevant
    def has_lookalikes(self, ask: Ask) -> bool:
        return bool(ask(identity_views.lookalikes_of, self.approval))

    @same_as.options
    def lookalikes(self, ask: Ask) -> tuple[Option, ...]:
        """A reported name that turned out to be a known customer's is remembered as another name of it."""
        return tuple(Option(str(each.customer), each.name) for each in ask(identity_views.lookalikes_of, self.approval))

    @reason.options
    def reasons(self, ask: Ask) -> tuple[Option, ...]:
        return as_said(ask(reasons.for_rejecting, self.approval))

    @override
    def below(self, ask: Ask) -> tuple[Wording, ...]:
        return may_be_completed(self.reason, self.reasons(ask))

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        approval = ask(briefs.approval, self.approval)
        return (*about(approval.id, ask), *FACES[approval.kind].refusing(ask, approval.id))

    @override
    def done(self, result: object, ask: Ask) -> Screen:
        return _decided(self.approval, ask)


class ReturnRequest(Form[deciding.Return], name="return_request"):
    """退回修改: names the fields to mend; the applicant is asked for these alone."""

    approval = source("approval", int)
    fields = Many()
    reason = ChoiceOrText(max_length=300)

    @fields.options
    def named(self, ask: Ask) -> tuple[Option, ...]:
        return FACES[ask(briefs.approval, self.approval).kind].mendable

    @reason.options
    def reasons(self, ask: Ask) -> tuple[Option, ...]:
        return as_said(ask(reasons.for_returning, self.approval))

    @override
    def below(self, ask: Ask) -> tuple[Wording, ...]:
        return may_be_completed(self.reason, self.reasons(ask))

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return about(self.approval, ask)

    @override
    def done(self, result: object, ask: Ask) -> Screen:
        return _decided(self.approval, ask)


class HandOnRequest(Form[handing_on.HandOn], name="hand_on_request"):
    """转交: a colleague decides in one's place; the time that runs isn't begun anew."""

    approval = source("approval", int)
    to = PersonChoice(load=int)
    reason = Text(max_length=300).optional()

    @to.options
    def colleagues(self, ask: Ask) -> tuple[Option, ...]:
        return persons(ask, ask(handing_on.colleagues, self.approval))

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return about(self.approval, ask)

    @override
    def done(self, result: object, ask: Ask) -> Screen:
        return _decided(self.approval, ask)


def outcome(approval: Approval, ask: Ask) -> tuple[Wording, ...]:
    """What became of it; of one that goes on, whose turn it is."""
    lines = FACES[approval.kind].outcome(ask, approval.id)
    if approval.state is not ApprovalState.PENDING:
        return lines
    return (*lines, _waits(approval, ask))


def _waits(approval: Approval, ask: Ask) -> Wording:
    key = "question-waits" if KINDS[approval.kind].answered else "approval-waits"
    return say(key, approvers=ask(acting.names, approval))


def _others(approval: Approval) -> Row:
    hand_on = button("hand-on-key", "hand_on")
    if KINDS[approval.kind].answered:
        return (hand_on,)
    return (hand_on, opens(say("add-signer-key"), "add_signer", approval=approval.id))


def _detail(approval: Approval) -> Button:
    return opens(say("detail-key"), "approval", approval=approval.id, full=True)


def _late(approval: Approval, ask: Ask) -> tuple[Wording, ...]:
    """How late it is, and who was asked before whoever is asked now."""
    days, escalated = ask(briefs.days_late, approval), ask(briefs.escalation, approval)
    if escalated is not None:
        people = len({*escalated.first, *escalated.then})
        return (say("approval-escalated", first=escalated.first, then=escalated.then, people=people, days=days or 0),)
    return (say("approval-late", days=days),) if days is not None else ()


def _record(approval: Approval, ask: Ask) -> tuple[Wording, ...]:
    """Everything that was done to it, from the beginning; while it waits, before whom."""
    asked = ask(briefs.brief, approval)
    lines: list[Wording] = [say("approval-asked", agency=asked.agency, person=asked.person, at=approval.started_at)]
    for each, by in ask(acting.record, approval):
        if each.verb is Verb.COMMENT:
            lines.append(comment(each, by))
            continue
        lines.append(decided(approval.kind, each.verb, by, each.at))
        lines += [say("approval-reason", reason=each.reason)] if each.reason else []
        if each.verb is not Verb.RESUBMIT:
            continue
        lines += [FACES[approval.kind].mended(change) for change in each.changes]
    if approval.state is ApprovalState.PENDING:
        lines.append(_waits(approval, ask))
    return (say("approval-record"), *lines)


def _so_far(approval: Approval, ask: Ask) -> tuple[Wording, ...]:
    """What was mended when it came back last, who has approved since, whom they brought in, and why."""
    lines: list[Wording] = []
    for each, by in ask(acting.record, approval):
        match each.verb:
            case Verb.COMMENT:
                lines.append(comment(each, by))
            case Verb.RESUBMIT:
                lines = [say("approval-mended")] if each.changes else []
                lines += [say("core-returned", by=signed(by), words=each.reason)] if each.reason else []
                lines += [FACES[approval.kind].mended(change) for change in each.changes[:MENDED]]
                if len(each.changes) > MENDED:
                    lines.append(say("core-and-more", count=len(each.changes) - MENDED))
            case Verb.APPROVE:
                lines.append(say("approval-signed", by=signed(by), at=each.at))
            case Verb.FORWARD | Verb.SIGN_BEFORE | Verb.SIGN_AFTER:
                lines.append(decided(approval.kind, each.verb, by, each.at))
                lines += [say("approval-reason", reason=each.reason)] if each.reason else []
            case _:
                pass  # these end a request, or say that somebody else reads it
    return tuple(lines)


def _copied(approval: Approval, ask: Ask) -> tuple[Wording, ...]:
    """By whom the reader was sent a copy; as long as it waits, with what is asked for."""
    copy = ask(copying.to_reader, approval)
    if copy is None:
        return ()
    note, by = copy
    told = say("copied-to-you", by=by.name, reason=note.reason or "none")
    if approval.state is not ApprovalState.PENDING:
        return (told, *outcome(approval, ask))
    waits = say("approval-waits", approvers=ask(acting.names, approval))
    return (told, *FACES[approval.kind].asking(ask, approval.id), waits)


def _comments(approval: Approval, ask: Ask) -> tuple[Wording, ...]:
    """What was said last, while it waits for somebody else."""
    return said(approval, ask) if approval.state is ApprovalState.PENDING else ()


def _in_stead(principal: str) -> tuple[Wording, ...]:
    return (say("approval-instead-of", principal=principal),) if principal else ()


def _id(args: Args) -> int:
    value = args.get("approval")
    return value if isinstance(value, int) else 0


def _afterwards(approval: Approval, detail: Button, ask: Ask) -> tuple[Row, ...]:
    waiting, count = ask(briefs.next_waiting, answered=KINDS[approval.kind].answered)
    if waiting is None:
        return ((detail, HOME),)
    return ((Button(say("counted", entry=say("next-key"), count=count), Act("next")), detail, HOME),)


def _decided(approval_id: int, ask: Ask) -> Screen:
    approval = ask(briefs.approval, approval_id)
    waiting, count = ask(briefs.next_waiting, answered=KINDS[approval.kind].answered)
    keys: Row = (HOME,)
    if waiting is not None:
        keys = (opens(say("counted", entry=say("next-key"), count=count), "approval", approval=waiting), HOME)
    return Screen(outcome(approval, ask), (keys,))

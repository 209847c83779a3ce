"""点评 and 抄送: a word on a request that goes on waiting, the card that brings it, and a copy for somebody else."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.kinds import Text
from dialogs.core.page import Args, Open, Page
from dialogs.core.person_choice import PersonChoice
from dialogs.core.screen import HOME, Button, Row, Say, Screen, Wording, say
from dialogs.core.text_and_files import TextAndFiles
from dialogs.shared.faces import FACES
from dialogs.shared.persons import persons
from dialogs.shared.talk import FILE, comment, shown
from dialogs.shared.thread import Signed, ThreadFile, file_rows, words_of
from dialogs.shared.words import opens, signed
from domain.approvals import acting, briefs, commenting, copying, evidence, sides
from domain.approvals.acting import Signature
from domain.approvals.briefs import Brief
from domain.approvals.evidence import RequestWord
from domain.approvals.records import Approval, ApprovalState, Decision
from domain.base.written import Written

LONGEST = 500


class CommentOnRequest(Form[commenting.CommentOnRequest], name="comment_request"):
    """The vendor's word; opened with `approval`. A reply to the card is one."""

    hears_replies = True
    approval = source("approval", int)
    text = TextAndFiles(max_length=LONGEST)
    files = source(lambda form: form.text.files)

    @override
    def build(self, values: dict[str, object]) -> commenting.CommentOnRequest:
        return commenting.CommentOnRequest(approval=self.approval, text=self.text.text, files=self.text.files)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        last = ask(commenting.comments, ask(sides.seen, self.approval))[-1:]
        return (*_about(self.approval, ask), *(comment(*each) for each in last))

    @override
    def done(self, result: object, ask: Ask) -> Screen:
        return Screen((say("comment-sent"),), (_onwards(ask(sides.seen, self.approval), ask),))


class AnswerOnRequest(CommentOnRequest, name="answer_request", words="comment_request"):
    """The answer to what somebody said about it."""


class SendCopy(Form[copying.SendCopy], name="copy_request"):
    """Opened with `approval`."""

    approval = source("approval", int)
    to = PersonChoice(load=int)
    reason = Text(max_length=300).optional()

    @to.options
    def colleagues(self, ask: Ask) -> tuple[Option, ...]:
        return persons(ask, ask(copying.candidates, self.approval))

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return _about(self.approval, ask)

    @override
    def done(self, result: object, ask: Ask) -> Screen:
        return Screen((say("copy-sent"),), (_onwards(ask(sides.seen, self.approval), ask),))


class RequestComment(Page):
    """Pushed when somebody said a word; as long as it is to be decided, it can be answered."""

    name = "request_comment"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        approval, which = ask(sides.seen, _number(args, "approval")), _number(args, "comment")
        said = ask(commenting.comments, approval)
        each, by = said[min(which, len(said) - 1)]
        answers = ask(commenting.may_comment, approval)
        new = answers and which == len(said) - 1
        lines = heard(ask(briefs.brief, approval), each, by, new=new)
        answer = (answering(approval),) if answers else ()
        return Screen(lines, (*pictures(approval, which, each, by), (*answer, *_onwards(approval, ask))))

    @override
    def late(self, args: Args, ask: Ask) -> Open | Say:
        approval = ask(sides.seen, _number(args, "approval"))
        return FACES[approval.kind].late(ask, approval.id)


def heard(about: Brief, each: Decision, by: Signature, *, new: bool) -> tuple[Wording, ...]:
    """Who said what about which request."""
    return (
        say(
            "comment-card-answer" if each.by == about.approval.applicant_id else "comment-card-title",
            mark="green" if new else "none",
            by=signed(by),
            number=about.number,
        ),
        say("strong", text=about.title),
        words_of(Written(each.reason, each.files)),
    )


def pictures(approval: Approval, which: int, each: Decision, by: Signature) -> tuple[Row, ...]:
    """Those of one word about it, the `which`th."""
    said = RequestWord(which + 1, each.at, Written(each.reason, each.files), by)
    return file_rows(shown((said,), ""), FILE, approval.id)


class RequestFile(ThreadFile):
    """`thread` is the request."""

    name = FILE

    @override
    def messages(self, thread: int, ask: Ask) -> Signed:
        asker, said = ask(evidence.of, thread)
        return shown(said, asker)


def answering(approval: Approval) -> Button:
    return opens(say("answer-key"), "answer_request", approval=approval.id)


def _about(approval: int, ask: Ask) -> tuple[Wording, ...]:
    found = ask(briefs.brief, ask(sides.seen, approval))
    return (say("approval-who", name=found.title, agency=found.agency, person=found.person),)


def _onwards(approval: Approval, ask: Ask) -> Row:
    """The vendor's people look at what they decide; whoever asked, at what he asked for, where there is a page of it."""
    if ask(sides.is_theirs, approval):
        look = FACES[approval.kind].look(approval)
        return (look, HOME) if look != HOME else (HOME,)
    decides = approval.state is ApprovalState.PENDING and ask(acting.may_decide, approval)
    look = opens(say("decide-key" if decides else "look-key"), "approval", approval=approval.id)
    return (look, HOME)


def _number(args: Args, name: str) -> int:
    value = args.get(name)
    return value if isinstance(value, int) else 0

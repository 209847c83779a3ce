"""点评: a word on a report, the answer to it, and the card that brings it to whom it concerns."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.form import Form, source
from dialogs.core.kinds import Hidden
from dialogs.core.page import Args, Open, Page, Run, Turn
from dialogs.core.screen import Act, Button, Screen, Wording, say
from dialogs.core.text_and_files import TextAndFiles
from dialogs.follow_ups.pictures import pictures_of, said
from dialogs.follow_ups.writing import corrects
from dialogs.shared.thread import words_of
from dialogs.shared.words import HOME, button, opens
from domain.base.written import Written
from domain.follow_ups import commenting
from domain.follow_ups import views as follow_up_views
from domain.follow_ups.records import Comment, FollowUp
from domain.follow_ups.views import FollowUpView

LONGEST = 1000
SHOWN = 6


class WriteComment(Form[commenting.WriteComment], name="comment"):
    """The vendor's word. With `asks` the report is to be corrected."""

    follow_up = Hidden()
    asks = Hidden()
    text = TextAndFiles(max_length=LONGEST)
    files = source(lambda form: form.text.files)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        about = _about(ask, self.follow_up)
        return (about, say("comment-asks")) if self.asks else (about,)

    @override
    def build(self, values: dict[str, object]) -> commenting.WriteComment:
        return _commented(self.follow_up, self.text, asks=self.asks)

    @override
    def done(self, result: object, ask: Ask) -> Screen:
        return _sent(self.follow_up)


class AnswerComment(Form[commenting.WriteComment], name="answer_comment"):
    """The answer of those whom it concerns."""

    hears_replies = True
    follow_up = Hidden()
    asks = Hidden()
    text = TextAndFiles(max_length=LONGEST)
    files = source(lambda form: form.text.files)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return (_about(ask, self.follow_up),)

    @override
    def build(self, values: dict[str, object]) -> commenting.WriteComment:
        return _commented(self.follow_up, self.text, asks=self.asks)

    @override
    def done(self, result: object, ask: Ask) -> Screen:
        return _sent(self.follow_up)


def _commented(follow_up: int | None, said: Written, *, asks: object) -> commenting.WriteComment:
    return commenting.WriteComment(follow_up=follow_up or 0, text=said.text, asks=asks is True, files=said.files)


def _about(ask: Ask, follow_up: int | None) -> Wording:
    view = ask(follow_up_views.follow_up, follow_up or 0)
    return say("comment-about", number=view.follow_up.number, name=view.customer.name)


def _sent(follow_up: int | None) -> Screen:
    look = opens(say("look-key"), "follow_up_report", follow_up=follow_up)
    return Screen((say("comment-sent"),), ((look, HOME),))


class CommentCard(Page):
    """Pushed when somebody said a word; green until it is opened, by answering or by looking."""

    name = "comment_card"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        found = args.get("follow_up")
        view = ask(follow_up_views.follow_up, found if isinstance(found, int) else 0)
        comment, by = next(
            ((each, name) for each, name in view.comments if each.id == args.get("comment")), view.comments[-1]
        )
        lines: list[Wording] = [
            say(
                "comment-card-title" if comment.author_id == view.comments[0][0].author_id else "comment-card-answer",
                mark="green" if view.unread else "none",
                by=by,
                number=view.follow_up.number,
            ),
            say("strong", text=view.customer.name),
            words_of(said(comment).written),
        ]
        if comment.asks_correction:
            lines.append(say("comment-asks"))
        files = pictures_of(view, comment, by)
        return Screen(tuple(lines), (_verbs(view, comment), *files, (button("look-key", "look"), HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        found = args.get("follow_up")
        return Run(commenting.ReadComments(follow_up=found if isinstance(found, int) else 0))

    @override
    def after(self, args: Args, result: FollowUp, ask: Ask) -> Turn:
        return Open("follow_up_report", {"follow_up": result.id})


def _verbs(view: FollowUpView, comment: Comment) -> tuple[Button, ...]:
    answer = Button(
        say("answer-key"),
        Act("open", {"dialog": "answer_comment", "args": {"answers": {"follow_up": view.follow_up.id}}}),
    )
    return (answer, corrects(view.follow_up)) if view.may_correct and comment.asks_correction else (answer,)


def comments_on(view: FollowUpView) -> tuple[Wording, ...]:
    """The thread, once it was opened; until then only that there is something new."""
    if view.unread:
        return (say("comments-unread"),)
    lines: list[Wording] = []
    for comment, by in view.comments[-SHOWN:]:
        mark = "asks" if comment.asks_correction else "none"
        text, files = words_of(said(comment).written), len(comment.files)
        lines.append(say("comment-line", mark=mark, by=by, at=comment.at, text=text, files=files))
    return tuple(lines)

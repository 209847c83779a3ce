"""点评: a word on a report, the answer to it, and the card that brings it to whom it concerns."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.form import Form
from dialogs.core.kinds import Hidden, Text
from dialogs.core.page import Args, Open, Page, Run, Turn
from dialogs.core.screen import Act, Button, Screen, Wording, say
from dialogs.core.words import folding
from dialogs.follow_ups.writing import corrects
from dialogs.shared.words import HOME, button, opens
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
    text = Text(max_length=LONGEST, lines=True, grows=True)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        about = _about(ask, self.follow_up)
        return (about, say("comment-asks")) if self.asks else (about,)

    @override
    def done(self, result: object, ask: Ask) -> Screen:
        return _sent(self.follow_up)


class AnswerComment(Form[commenting.WriteComment], name="answer_comment"):
    """The answer of those whom it concerns."""

    hears_replies = True
    follow_up = Hidden()
    asks = Hidden()
    text = Text(max_length=LONGEST, lines=True, grows=True)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return (_about(ask, self.follow_up),)

    @override
    def done(self, result: object, ask: Ask) -> Screen:
        return _sent(self.follow_up)


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
            folding(comment.text),
        ]
        if comment.asks_correction:
            lines.append(say("comment-asks"))
        return Screen(tuple(lines), (_verbs(view, comment), (button("look-key", "look"), HOME)))

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
        lines.append(say("comment-line", mark=mark, by=by, at=comment.at, text=folding(comment.text)))
    return tuple(lines)

"""Who hears of questions: whoever asked, when it is answered. That one waits is heard as of any request."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.screen import Screen, say
from domain.base.work import Work
from domain.questions import answering, asking, question_request
from notifications.hearing.pushes import Push, PushedCard, Refresh, hears


@hears(answering.QuestionAnswered)
def _answered(work: Work, event: answering.QuestionAnswered) -> Iterable[Push]:
    """The newest card is the one that is alive."""
    subject = f"thread:{event.thread}"
    yield Refresh(subject)
    dead = Screen((say("question-below", number=work.threads.get(event.thread).number),), ())
    for account in event.told:
        yield PushedCard(account, "question", {"thread": event.thread, "card": True}, subject, dead)


@hears(asking.QuestionAsked)
def _asked(work: Work, event: asking.QuestionAsked) -> Iterable[Push]:
    """Whoever has the answers before this one reads that it goes on."""
    yield Refresh(f"thread:{event.thread}")


@hears(question_request.QuestionWithdrawn)
def _withdrawn(work: Work, event: question_request.QuestionWithdrawn) -> Iterable[Push]:
    yield Refresh(f"thread:{event.thread}")

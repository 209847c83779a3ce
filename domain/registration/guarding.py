"""The door before the registration: a picture that a person can read (验证码), and limits on tries.

A wrong answer gets another picture; wrong too often, the chat begins anew, so many times a day (*policy*). Once passed
the door stays open to this chat until it has registered, and to whoever files again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256

from domain.base.errors import NotAllowed, Refusal
from domain.base.identifiers import plain_code
from domain.base.work import Work
from domain.registration.records import OPEN, Doorway, RegistrationState

OVER = (RegistrationState.REJECTED, RegistrationState.CLOSED, RegistrationState.WITHDRAWN)
"""Over without an agency: its answers are kept for whoever files again."""

LETTERS = "ACEFHJKMNPRTUVWXY34679"
"""None that is easily taken for another."""
LENGTH = 5


@dataclass(frozen=True, kw_only=True)
class BeginRegistration:
    """Step before the door."""


@dataclass(frozen=True, kw_only=True)
class AnotherPicture:
    """换一张."""


@dataclass(frozen=True, kw_only=True)
class AnswerPicture:
    text: str


@dataclass
class RegistrationOpen(Refusal):
    """This chat has a registration that is being decided or mended."""

    number: str


@dataclass
class TooManyBeginnings(Refusal):
    limit: int


@dataclass
class TooManyAtTheDoor(Refusal):
    """All chats together began too often this hour; `minutes` until the next."""

    minutes: int


@dataclass
class WrongAnswer(Refusal):
    """`left` tries are left with the new picture; none: a new beginning."""

    remembered = True

    left: int


@dataclass
class PictureExpired(Refusal):
    """There is a new one."""

    remembered = True


@dataclass
class TooManyPictures(Refusal):
    """Refreshed too often."""

    limit: int


def begin(work: Work, command: BeginRegistration) -> Doorway:
    """Raises `RegistrationOpen`, `TooManyBeginnings`, `TooManyAtTheDoor`."""
    standing = work.registrations.of_chat(work.chat_id)
    if standing is not None and standing.state in OPEN:
        raise RegistrationOpen(standing.number)
    before = doorway(work)
    if before.passed:
        return before
    limit = work.policy.registration.attempts_a_day
    if before.begun >= limit:
        raise TooManyBeginnings(limit)
    _demand_room(work)
    fresh = Doorway(chat_id=work.chat_id, day=work.today, begun=before.begun + 1)
    if work.policy.registration.captcha == "none":
        return _keep(work, replace(fresh, passed=True))
    return _keep(work, _drawn(work, fresh))


def _demand_room(work: Work) -> None:
    """A flood of strangers: no chat is to blame alone, but their pictures are drawn and sent beside the work of those who
    are known. By the hour, so that nobody can shut the door for a day."""
    policy = work.policy.registration
    local = work.now.astimezone(work.zone)
    if work.numbers.count(f"beginnings:{local:%Y-%m-%dT%H}") > policy.beginnings_an_hour:
        raise TooManyAtTheDoor(60 - local.minute)


def another_picture(work: Work, command: AnotherPicture) -> Doorway:
    """Raises `TooManyPictures`, `NotAllowed` where there is none to be changed."""
    before = _before_a_picture(work)
    limit = work.policy.registration.captcha_tries
    if before.refreshed >= limit:
        raise TooManyPictures(limit)
    return _keep(work, _drawn(work, replace(before, refreshed=before.refreshed + 1)))


def answer(work: Work, command: AnswerPicture) -> Doorway:
    """Raises `WrongAnswer`, `PictureExpired`, `NotAllowed`; what was tried counts in any case."""
    before = _before_a_picture(work)
    if before.expires_at is None or work.now >= before.expires_at:
        _keep(work, _drawn(work, before))
        raise PictureExpired
    if plain_code(command.text) == before.answer:
        return _keep(work, replace(before, answer="", expires_at=None, passed=True))
    left = work.policy.registration.captcha_tries - before.wrong - 1
    if left <= 0:
        _keep(work, replace(before, answer="", expires_at=None, wrong=before.wrong + 1))
        raise WrongAnswer(0)
    _keep(work, _drawn(work, replace(before, wrong=before.wrong + 1)))
    raise WrongAnswer(left)


def passed(work: Work) -> bool:
    """Whether the form is open to this chat. Who filed once was no robot: to file again needs no other picture, and how often
    is limited by the codes of a day."""
    standing = work.registrations.of_chat(work.chat_id)
    return doorway(work).passed or (standing is not None and standing.state in OVER)


def demand_passed(work: Work) -> None:
    """Raises `NotAllowed` for whoever came in by another way."""
    if work.policy.registration.captcha != "none" and not passed(work):
        raise NotAllowed("register_agency")


def close(work: Work) -> None:
    """Who comes again stands before the door again."""
    _keep(work, replace(doorway(work), passed=False))


def doorway(work: Work) -> Doorway:
    """How this chat stands; what was counted on another day doesn't count."""
    known = work.registrations.doorway(work.chat_id)
    if known is None:
        return Doorway(chat_id=work.chat_id, day=work.today)
    return known if known.day == work.today else replace(known, day=work.today, begun=0)


def _before_a_picture(work: Work) -> Doorway:
    before = doorway(work)
    if not before.answer:
        raise NotAllowed("register_agency")
    return before


def _drawn(work: Work, before: Doorway) -> Doorway:
    """With a new picture. Who draws it isn't our matter: it is made of the answer when it is sent."""
    chance = sha256(work.secret().encode()).digest()
    text = "".join(LETTERS[each % len(LETTERS)] for each in chance[:LENGTH])
    until = work.now + timedelta(minutes=work.policy.registration.captcha_minutes)
    return replace(before, answer=text, expires_at=until)


def _keep(work: Work, doorway: Doorway) -> Doorway:
    work.registrations.keep_doorway(doorway)
    return doorway

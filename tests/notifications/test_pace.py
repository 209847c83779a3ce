"""Telegram's limits, by a clock that we move."""

from __future__ import annotations

import pytest

from notifications.sending.pace import Pace, RateLimits


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def drive(pace: Pace, clock: Clock, chat: int, seconds: float) -> list[float]:
    """When calls to the chat go out if there is always another waiting."""
    times, end = [], clock.now + seconds
    while clock.now < end:
        wait = max(pace.wait(), pace.held().get(chat, 0.0))
        if wait > 0:
            clock.now += wait
        else:
            times.append(clock.now)
            pace.spend(chat)
    return times


def sent_in(seconds: float, clock: Clock, *, late: float) -> list[float]:
    """When calls to one chat after another go out, by somebody who oversleeps by so much each time that he must wait."""
    pace, sent, end = Pace(RateLimits(), clock), [], clock.now + seconds
    while clock.now < end:
        if (wait := pace.wait()) > 0:
            clock.now += wait + late
        else:
            sent.append(clock.now)
            pace.spend(len(sent))
    return sent


@pytest.mark.parametrize("late", [0.0, 0.05, 0.25])
def test_thirty_a_second_in_all_and_nothing_is_lost_by_waking_late(clock: Clock, late: float) -> None:
    sent = sent_in(60, clock, late=late)
    assert 1800 <= len(sent) <= 1810
    for start in sent:
        assert sum(start <= each < start + 1 for each in sent) <= 41


def test_strangers_share_a_third_and_leave_the_rest_to_the_others(clock: Clock) -> None:
    pace, strange, known, end = Pace(RateLimits(), clock), 0, 0, clock.now + 60
    while clock.now < end:
        if (wait := pace.wait()) > 0:
            clock.now += wait
        elif pace.wait_of_strangers() == 0:
            strange += 1
            pace.spend(strange, stranger=True)
        else:
            known += 1
            pace.spend(-known)
    assert 440 <= strange <= 601
    assert known >= 1190


def test_a_chat_gets_three_at_once_and_then_one_a_second(clock: Clock) -> None:
    times = [each - 1000 for each in drive(Pace(RateLimits(), clock), clock, 7, 6.0)]
    assert times[:3] == pytest.approx([0, 0, 0], abs=0.1)
    assert times[3:] == pytest.approx([1, 2, 3, 4, 5], abs=0.2)


def test_after_a_rest_a_chat_may_burst_again(clock: Clock) -> None:
    pace = Pace(RateLimits(), clock)
    for _ in range(3):
        pace.spend(7)
    assert 7 in pace.held()
    clock.now += 3
    assert pace.held() == {}
    for _ in range(2):
        pace.spend(7)
    assert pace.held() == {}


def test_a_chat_in_debt_waits_the_longer(clock: Clock) -> None:
    pace = Pace(RateLimits(), clock)
    for _ in range(5):  # a screen may take two calls, whether there is room for them or not
        pace.spend(7)
    assert pace.held()[7] == pytest.approx(3)


def test_a_group_gets_twenty_within_any_minute(clock: Clock) -> None:
    times = drive(Pace(RateLimits(), clock), clock, -100, 180)
    for start in times:
        assert sum(start <= each < start + 60 for each in times) <= 20
    assert len(times) >= 60


def test_one_chats_waiting_is_no_others(clock: Clock) -> None:
    pace = Pace(RateLimits(), clock)
    for _ in range(4):
        pace.spend(7)
    clock.now += 0.2
    assert set(pace.held()) == {7}
    assert pace.wait() == 0

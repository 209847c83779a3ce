"""Whatever a person does, in whatever order: nothing raises, nothing is lost, everything can be told again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dialogs.core import (
    Act,
    Conversation,
    Event,
    Failed,
    HomeWanted,
    KeepDraft,
    Odd,
    Opened,
    Reader,
    Refused,
    Screen,
    Shared,
    Stored,
    Tapped,
    Typed,
    Uploaded,
    step,
)
from dialogs.core.answers import Answer
from dialogs.core.conversation import What
from dialogs.core.filling import Filling
from dialogs.core.texts import plain
from tests.dialogs.core.everything import TEXTS, TODAY, Everything, TooLate, table
from tests.dialogs.core.talk import Talk, fill

READERS = (Reader("zh", TODAY, UTC), Reader("en", TODAY, UTC))

WORDS = (
    "深圳星河电子", "星河 waiting", "short", "x", "", "  ", "广东", "浙江", "sz", "hz", "深圳", "空调", "kt", "120", "12台", "5k", "1.2万", "-3",
    "999999999999999", "3.2元", "今天", "昨天", "11-20", "2027-02-30", "12月", "产品1、产品2", "产品", "陈经理", "cjl", "是", "否", "同意",
    "13800138000", "跳过", "上一步", "取消", "暂存草稿", "1", "3", "8", "９", "<b>&amp;</b>", "\u202e反", "\ud800", "长" * 5000, "a\nb\nc",
    "客户名称：深圳星河\n省份：广东\n城市：广州\n总出货量：5k", "城市：杭州\n省份：浙江", "项目名称：风机\n状态：小批\n批次号：A1\n数量：5k\n批次号：A2\n项目名称：水泵",
    "Customer name: Acme Semiconductors\nProvince: 广东\n什么: 没有", "是否加急：是\n加急原因：第一行\n第二行\n采购公司：甲", "产品领域：没有的\n总出货量：多",
    "#浙江 杭州", "#广东 广州", "#西藏", "#火星 x",
)  # fmt: skip

FILE = st.builds(Stored, st.sampled_from(["s1", "s2", "s3", "s4"]), st.sampled_from(["image/png", "text/plain", "application/pdf"]), st.sampled_from([0, 10, 10**9]), st.just("<f>.png"))  # fmt: skip

MOVES = st.one_of(
    st.tuples(st.just("tap"), st.integers(0, 60)),
    st.tuples(st.just("tap"), st.integers(0, 60)),
    st.tuples(st.just("tap"), st.integers(0, 6)),
    st.builds(Typed, st.sampled_from(WORDS)),
    st.builds(Typed, st.text(max_size=60)),
    st.builds(Uploaded, FILE | st.just(Failed("too_big", "x")), st.just(""), st.sampled_from([None, None, "album1", "album2"])),
    st.builds(Shared, st.sampled_from(["13800138000", "+8613900000000", ""]), st.booleans()),
    st.just(Odd("sticker")),
    st.builds(Tapped, st.integers(-1, 9), st.integers(-1, 9), st.integers(-1, 99)),
    st.sampled_from([HomeWanted(), Opened("everything", {"account": 7, "calm": True}), Opened("trial_simple"), Opened("list"), Opened("nowhere")]),
)  # fmt: skip

BEGINNINGS = ("empty", "everything", "filled", "simple")


def begin(beginning: str) -> Talk:
    talk = Talk()
    if beginning == "everything":
        talk.taps("登记", "继续")
    elif beginning == "filled":
        fill(talk)
    elif beginning == "simple":
        talk.taps("简单")
    return talk


def meant(talk: Talk, move: object) -> What:
    """A tap on one of the buttons that are on the screen, or the move itself."""
    if isinstance(move, tuple):
        index = move[1] % max(1, len(talk.conversation.acts))
        return Tapped(talk.conversation.session, talk.conversation.revision, index)
    return move  # type: ignore[return-value]


def fits_telegram(screen: Screen) -> None:
    for reader in READERS:
        shown = TEXTS.screen(screen, reader)
        text = plain(shown.html)
        assert 0 < len(text.encode("utf-16-le")) // 2 <= 4096
        labels = [label for row in shown.rows for label in row]
        assert len(labels) <= 100
        assert all(0 < len(label.text) <= 64 for label in labels)
        assert all(len(row) in (1, 2, 3, 7) for row in shown.rows)
        assert any(label.index is not None for label in labels), "a dead end"
        assert [label.index for label in labels if label.url is None] == list(range(len(screen.acts())))


def answers(conversation: Conversation) -> Iterator[tuple[int, Filling]]:
    for frame in conversation.stack:
        if frame.dialog == "everything" and "ended" not in frame.state:
            yield frame.session, Filling.from_json(frame.state)


def loses_nothing(before: Conversation, talk: Talk, tapped: Act | None) -> None:
    """Each answer is where it was, or remembered beside what took its place, or in a draft; what was known already needs none."""
    after = dict(answers(talk.conversation))
    kept = [each.state for each in talk.last.drafts if isinstance(each, KeepDraft)]
    given_up = tapped is not None and tapped.verb in ("give-up", "submit", "draft-open")
    for session, filling in answers(before):
        there = after.get(session)
        if there is None:
            assert (
                given_up
                or not (_said(filling) or filling.items)
                or any(_holds(Filling.from_json(state), filling) for state in kept)
            )
            continue
        assert _holds(there, filling, tapped)


def _said(filling: Filling) -> list[str]:
    """What somebody answered, other than what `calm` answers beforehand: who only skipped said nothing."""
    return [
        path
        for path, each in filling.answers.items()
        if each.value is not None and (path, each.value) != ("urgent", False)
    ]


def _holds(there: Filling, filling: Filling, tapped: Act | None = None) -> bool:
    removed = str(tapped.args.get("path")) if tapped is not None and tapped.verb == "remove" else None
    field = {name: each.kind for name, each in Everything.declared.fields.items()}
    for path, answer in filling.answers.items():
        if (
            (removed and path.startswith(removed))
            or answer.value in (True, None)
            or field.get(path) in ("files", "file")
        ):
            continue
        known = [there.answers.get(path, Answer(None)), *there.earlier.get(path, ())]
        if all(each.value != answer.value for each in known) and len(there.earlier.get(path, ())) < 5:
            return False
    return True


def act_of(conversation: Conversation, what: What) -> Act | None:
    if isinstance(what, Tapped) and (what.session, what.revision) == (conversation.session, conversation.revision):
        return conversation.acts[what.index] if 0 <= what.index < len(conversation.acts) else None
    return None


@pytest.mark.parametrize("beginning", BEGINNINGS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(moves=st.lists(MOVES, max_size=25), refusing=st.booleans())
@example(moves=[("tap", 0), ("tap", 0), ("tap", 30), ("tap", 0), HomeWanted()], refusing=False)
def test_any_sequence_of_acts_is_survived_without_a_loss_and_with_a_way_on(
    beginning: str, moves: list[object], refusing: bool
) -> None:
    talk = begin(beginning)
    talk.answer = TooLate(TODAY) if refusing else "BB-1"
    for move in moves:
        before, what = talk.conversation, meant(talk, move)
        stepped = talk.does(what)
        assert stepped.screen is not None
        fits_telegram(stepped.screen)
        if stepped.shrunk is not None and not isinstance(stepped.shrunk, tuple):
            assert len(TEXTS.render(stepped.shrunk, READERS[0])) < 400
        loses_nothing(before, talk, act_of(before, what))


@pytest.mark.parametrize("beginning", BEGINNINGS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(moves=st.lists(MOVES, max_size=20))
def test_telling_the_same_events_again_gives_the_same_state_and_doubling_one_changes_nothing(
    beginning: str, moves: list[object]
) -> None:
    talk = begin(beginning)
    start, drafts = talk.conversation, dict(talk.drafts)
    told: list[tuple[Event, Mapping[str, object]]] = []
    once = start
    for number, move in enumerate(moves):
        talk.conversation = once
        event = Event(f"p{number}", meant(talk, move))
        asked = table(list(drafts.values()))
        stepped = step(once, event, asked, talk.registry)
        told.append((event, dict(drafts)))
        again = step(stepped.conversation, event, asked, talk.registry)
        assert (again.conversation, again.screen, again.command, again.drafts) == (stepped.conversation, None, None, ())
        once = stepped.conversation
        if stepped.command is not None:
            outcome = Event(f"p{number}.done", Refused(TooLate(TODAY)))
            told.append((outcome, dict(drafts)))
            once = step(once, outcome, asked, talk.registry).conversation
    replayed = start
    for event, _ in told:
        replayed = step(replayed, event, table(list(drafts.values())), talk.registry).conversation
    assert replayed.to_json() == once.to_json()


@settings(max_examples=40, deadline=None)
@given(tap=st.builds(Tapped, st.integers(0, 40), st.integers(0, 40), st.integers(-1, 20)))
def test_a_forged_or_stale_tap_changes_no_form_and_shows_the_present_screen(tap: Tapped) -> None:
    talk = begin("filled")
    talk.taps("修改") if "修改" in talk.labels() else None
    before, screen = talk.conversation, talk.screen
    if act_of(before, tap) is None:
        talk.does(tap)
        assert [frame.state for frame in talk.conversation.stack] == [frame.state for frame in before.stack]
        assert talk.screen == screen
        assert talk.last.toast is not None
        assert talk.last.toast.key == "core-stale"

"""Whatever is pasted: nothing raises, what is shown is what is stored, and every character is in an answer or a left line."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs.core.filling import Filling
from tests.dialogs.core.everything import Note
from tests.dialogs.core.talk import Talk

LABELS = ("客户", "城市", "内容", "地点", "Customer", "星座", "")
VALUES = (
    "深圳星河",
    "深圳",
    "广州",
    "火星",
    "见面聊，下周再来",
    "无",
    "-",
    "",
    "长" * 60,
    "a  b",
    "<b>&",
    "第一行",
    "x：y",
    "\u202e反",
)
MARKS = ("：", ":", "=", " ", "　", "\t")
LINES = st.tuples(
    st.sampled_from(("", "1、", "(2) ", "①", "- ")),
    st.sampled_from(LABELS),
    st.sampled_from(MARKS),
    st.sampled_from(VALUES),
).map("".join)
TEXTS = st.lists(LINES | st.text(max_size=12), min_size=1, max_size=8).map("\n".join)


def filling(talk: Talk) -> Filling | None:
    top = talk.conversation.stack[-1]
    return Filling.from_json(top.state) if top.dialog == "trial_simple" and "ended" not in top.state else None


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_what_is_shown_is_what_is_stored_and_nothing_is_dropped(text: str) -> None:
    talk = Talk()
    talk.taps("简单")
    talk.says(f"城市：杭州\n{text}\n内容：完")
    held = filling(talk)
    if held is None or not held.answers:
        return
    kept = " ".join([*(str(each.value) for each in held.answers.values()), *(line.text for line in held.left)])
    for word in VALUES:
        if word.strip() and word.isalnum() and len(word) > 3 and word in text:
            assert word in kept, f"{word} of {text!r} is nowhere"
    if "请核对" in talk.screen.html:
        talk.taps("提交")
        if talk.commands and isinstance(note := talk.commands[0], Note):
            stored = {name: answer.value for name, answer in held.answers.items()}
            assert (note.customer, note.city, note.text, note.place) == tuple(
                stored.get(name) for name in ("customer", "city", "text", "place")
            )


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(LABELS[:4]), min_size=1, max_size=8))
def test_of_what_is_given_twice_the_first_counts_and_the_rest_is_left(labels: list[str]) -> None:
    words = [f"值{number}号" if label != "城市" else "深圳" for number, label in enumerate(labels)]
    talk = Talk()
    talk.taps("简单")
    talk.says("\n".join(f"{label}：{word}" for label, word in zip(labels, words, strict=True)) + "\n地点：终点")
    held = filling(talk)
    assert held is not None
    names = {"客户": "customer", "城市": "city", "内容": "text", "地点": "place"}
    given_first: dict[str, str] = {}
    several = [*labels, "地点"]
    for place, (label, word) in enumerate(zip(several, [*words, "终点"], strict=True)):
        again = {names[each] for each in several[place + 1 :]} & given_first.keys()
        if label == "客户" and "customer" in given_first and len(given_first) > 1 and again:
            break  # from here on another customer is told of
        given_first.setdefault(names[label], word)
    assert {name: held.answers[name].value for name in given_first} == given_first
    assert len(held.left) == len(labels) + 1 - len(given_first)

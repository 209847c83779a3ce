"""The message of an open card is edited: what replies said since stays, where the edit didn't touch it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from domain.orders.reading import Ask, Bounds, ReadRow, read
from domain.orders.reading.amend import amend
from domain.orders.reading.editing import Edited, merge
from tests.domain.orders.test_reading import KNOWN, TEXTS, TODAY

ONE = "大疆 云台电机 5k 3.2"
TWO = f"{ONE}\n大疆 遥控器主板 2k 8.5"


def edited(before: str, after: str, *replies: str) -> Edited:
    rows = read(before, KNOWN, TODAY).rows
    standing = list(rows)
    for each in replies:
        found = amend(each, standing, KNOWN, TODAY, Bounds())
        standing = [row for place, row in enumerate(found.rows) if place not in found.removed]
    return merge(rows, read(after, KNOWN, TODAY).rows, standing)


def figures(row: ReadRow) -> tuple[str | None, int | None, str | None]:
    return row.project.name if row.project else None, row.quantity, None if row.price is None else f"{row.price:f}"


@pytest.mark.parametrize(
    ("after", "reply", "quantity", "price", "overruled"),
    [
        (f"{ONE} 批次 A12", "改6k", 6000, "3.2", ()),
        ("大疆 云台电机 5k 3.3", "改6k", 6000, "3.3", ()),
        ("大疆 云台电机 7k 3.2", "价格3.4", 7000, "3.4", ()),
        ("大疆 云台电机 7k 3.2", "改6k", 7000, "3.2", ("quantity",)),
        ("大疆 云台电机 6k 3.2", "改6k", 6000, "3.2", ()),
        ("大疆 云台电机 5k 3.3元", "价格3.4", 5000, "3.3", ("price",)),
        ("大疆 遥控器主板 5k 3.2", "改6k", 6000, "3.2", ()),
        ("大疆 云台电机 5k 3.2 昨天", "改6k", 6000, "3.2", ()),
    ],
)
def test_the_edit_wins_where_it_changed_something_and_replies_stay_where_it_did_not(
    after: str, reply: str, quantity: int, price: str, overruled: tuple[str, ...]
) -> None:
    (row,) = edited(ONE, after, reply).rows
    assert figures(row.row)[1:] == (quantity, price)
    assert (row.overruled, row.of, row.row.asks) == (overruled, 0, ())


def test_a_day_and_batches_that_were_answered_stay_beside_a_figure_that_was_edited() -> None:
    (row,) = edited(ONE, "大疆 云台电机 6k 3.2", "昨天的", "批次 A14").rows
    assert (row.row.quantity, row.row.day and row.row.day.day, [each.code for each in row.row.batches]) == (
        6000,
        TODAY.day - 1,
        ["A14"],
    )
    (both,) = edited(ONE, f"{ONE} 批次 B1", "批次 A14").rows
    assert ([each.code for each in both.row.batches], both.overruled) == (["B1"], ("batches",))


def test_an_answered_question_stays_answered_and_a_new_one_is_asked() -> None:
    (row,) = edited("大疆 云台电机 50 30", "大疆 云台电机 50 30 批次 A1", "50片 30元").rows
    assert (figures(row.row)[1:], row.row.asks) == ((50, "30"), ())
    (again,) = edited(ONE, "大疆 云台电机 5k左右 3.2", "改6k").rows
    assert Ask.QUANTITY in again.row.asks
    assert again.overruled == ("quantity",)


def test_a_sum_that_comes_with_the_edit_counts_for_the_pieces_that_were_answered() -> None:
    (row,) = edited("大疆 云台电机 5k 总价16000元", "大疆 云台电机 5k 总价18000元", "改6k").rows
    assert figures(row.row)[1:] == (6000, "3")
    (asked,) = edited(ONE, "大疆 云台电机 5k 3.2 总价16000元", "改6k").rows
    assert Ask.TOTAL in asked.row.asks
    assert asked.row.options[Ask.TOTAL]


def test_lines_that_come_in_or_go_shift_the_others_and_nothing_else() -> None:
    found = edited(TWO, f"大疆 云台电机 900 3.2\n{TWO}", "第二个改3k")
    assert [figures(each.row)[:2] for each in found.rows] == [
        ("云台电机", 900),
        ("云台电机", 5000),
        ("遥控器主板", 3000),
    ]
    assert [each.of for each in found.rows] == [None, 0, 1]
    fewer = edited(TWO, ONE, "第二个改3k")
    assert ([each.of for each in fewer.rows], fewer.gone) == ([0], (1,))
    assert edited(TWO, ONE, "第一个改3k").gone == ()


def test_a_row_that_was_taken_away_stays_away_until_the_edit_changes_it() -> None:
    found = edited(TWO, TWO.replace("5k", "7k"), "不要第二个")
    assert ([figures(each.row)[:2] for each in found.rows], found.away) == ([("云台电机", 7000)], ())
    back = edited(TWO, TWO.replace("2k", "3k"), "不要第二个")
    assert [figures(each.row)[:2] for each in back.rows] == [("云台电机", 5000)]
    assert [new.quantity for _, new in back.away] == [3000]


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_an_edit_without_answers_is_the_message_read_anew(before: str, after: str) -> None:
    rows, now = read(before, KNOWN, TODAY).rows, read(after, KNOWN, TODAY).rows
    assert [figures(each.row) for each in merge(rows, now, rows).rows] == [figures(each) for each in now]
    unchanged = merge(rows, rows, rows).rows
    assert [(each.row.quantity, each.row.price, each.of) for each in unchanged] == [
        (each.quantity, each.price, place) for place, each in enumerate(rows)
    ]

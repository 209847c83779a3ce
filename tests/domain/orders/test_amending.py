"""Corrections of what stands on the card, by a message."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given, settings

from domain.orders.reading import Ask, Bounds, How, ReadRow, Tax, read
from domain.orders.reading.amend import amend, batches_alone
from domain.orders.reading.correcting import is_something_else
from domain.orders.reading.moved_goods import delivery
from tests.domain.orders.test_reading import KNOWN, TEXTS, TODAY

TWO = "大疆 云台电机 5k 3.2\n大疆 遥控器主板 2k 8.5"


def after(text: str, said: str = "大疆 云台电机 5k 3.2") -> ReadRow:
    found = amend(text, read(said, KNOWN, TODAY).rows, KNOWN, TODAY, Bounds())
    assert found.understood
    return found.rows[-1]


@pytest.mark.parametrize(
    ("text", "quantity", "price"),
    [
        ("改6k", 6000, "3.2"),
        ("6k", 6000, "3.2"),
        ("数量改成 6,500", 6500, "3.2"),
        ("价格3.3", 5000, "3.3"),
        ("3.3", 5000, "3.3"),
        ("单价应该是3块3", 5000, "3.3"),
        ("单价3。3", 5000, "3.3"),
        ("不是5k，是6k", 6000, "3.2"),
        ("6k 3.3元", 6000, "3.3"),
        ("make it 6k", 6000, "3.2"),
        ("change to 3.3元", 5000, "3.3"),
    ],
)
def test_a_figure_is_changed(text: str, quantity: int, price: str) -> None:
    row = after(text)
    assert (row.quantity, row.price) == (quantity, Decimal(price))


def test_a_number_that_may_be_two_things_is_asked_and_one_far_from_the_price_is_none() -> None:
    assert (after("改200").quantity, after("改200").price) == (200, Decimal("3.2"))
    row = after("改30", "大疆 云台电机 50片 20元")
    assert (row.quantity, row.price, set(row.asks)) == (50, Decimal(20), {Ask.QUANTITY, Ask.PRICE})
    assert [dict(each.values) for each in row.options[Ask.QUANTITY]] == [{"quantity": 30}, {"price": 30}]
    assert after("改5k-6k").options[Ask.QUANTITY]
    assert after("总价 17000元").options[Ask.TOTAL]


def test_the_day_the_batches_and_the_tax_are_changed() -> None:
    assert after("昨天的").day == date(2026, 3, 10)
    assert after("合同日期 3月5日").day == date(2026, 3, 5)
    assert [each.code for each in after("批次 A14 A15").batches] == ["A14", "A15"]
    assert after("未税").tax is Tax.EXCLUDED
    assert Ask.TAX in after("未税").asks


@pytest.mark.parametrize(
    "text",
    [
        "那个批次是B78不是B77",
        "批次应该是B78，不是B77",
        "批次不是B77，是B78",
        "不是B77 是B78",
        "批次B77改成B78",
        "B77换成B78",
        "B77写错了，应该是B78",
        "批次 Ｂ７７ 改成 Ｂ７８",
    ],
)
def test_a_batch_takes_the_place_of_another(text: str) -> None:
    found = amend(text, read("大疆 云台电机 5k 3.2 批次 A12 B77", KNOWN, TODAY).rows, KNOWN, TODAY, Bounds())
    assert ([each.code for each in found.rows[0].batches], found.rest) == (["A12", "B78"], ())


def test_the_project_is_changed_and_with_it_the_model() -> None:
    row = after("项目换成遥控器主板")
    assert (row.project.name if row.project else None, row.mcu) == ("遥控器主板", "STM32G431")


def test_a_row_is_named_by_its_number() -> None:
    rows = read(TWO, KNOWN, TODAY).rows
    assert amend("第一个改6k", rows, KNOWN, TODAY, Bounds()).rows[0].quantity == 6000
    assert amend("不要第二个", rows, KNOWN, TODAY, Bounds()).removed == {1}
    assert amend("删掉最后一个", rows, KNOWN, TODAY, Bounds()).removed == {1}
    assert amend("第二行 9元", rows, KNOWN, TODAY, Bounds()).rows[1].price == 9


@pytest.mark.parametrize(
    ("text", "quantities", "prices", "codes"),
    [
        ("第一个改1200，第二个价格0.9", (1200, 2000), ("3.2", "0.9"), ((), ())),
        ("第二个改1300，第一个批次 X1", (5000, 1300), ("3.2", "8.5"), (("X1",), ())),
        ("第一个改4k\n第二个改5k", (4000, 5000), ("3.2", "8.5"), ((), ())),
        ("第一个改6k第二个改3k", (6000, 3000), ("3.2", "8.5"), ((), ())),
        ("第一个和第二个都改6k", (6000, 6000), ("3.2", "8.5"), ((), ())),
        ("第一个，第二个改6k", (6000, 6000), ("3.2", "8.5"), ((), ())),
        ("第一个不是5k，是6k", (6000, 2000), ("3.2", "8.5"), ((), ())),
        ("第二个改6,500，价格9", (5000, 6500), ("3.2", "9"), ((), ())),
    ],
)
def test_each_part_of_a_correction_changes_the_row_that_it_names(
    text: str, quantities: tuple[int, ...], prices: tuple[str, ...], codes: tuple[tuple[str, ...], ...]
) -> None:
    found = amend(text, read(TWO, KNOWN, TODAY).rows, KNOWN, TODAY, Bounds())
    assert found.rest == ()
    assert tuple(each.quantity for each in found.rows) == quantities
    assert tuple(each.price for each in found.rows) == tuple(map(Decimal, prices))
    assert tuple(tuple(batch.code for batch in each.batches) for each in found.rows) == codes


def test_one_row_goes_and_the_other_changes() -> None:
    found = amend("不要第一个，第二个改6k", read(TWO, KNOWN, TODAY).rows, KNOWN, TODAY, Bounds())
    assert (set(found.removed), set(found.changed), found.rows[1].quantity) == ({0}, {1}, 6000)
    assert not found.rest
    both = amend("不要第一个，第二个", read(TWO, KNOWN, TODAY).rows, KNOWN, TODAY, Bounds())
    assert set(both.removed) == {0, 1}
    assert not both.rest


@pytest.mark.parametrize("text", ["改5k", "价格3.2", "5k 3.2"])
def test_what_stands_there_already_is_agreed_to(text: str) -> None:
    found = amend(text, read("大疆 云台电机 5k 3.2", KNOWN, TODAY).rows, KNOWN, TODAY, Bounds())
    assert found.agrees
    assert not found.understood


@pytest.mark.parametrize("text", ["改6k", "好的", "第一个改6k，第二个改5k", "发 2k"])
def test_of_no_rows_nothing_is_changed(text: str) -> None:
    assert not amend(text, (), KNOWN, TODAY, Bounds()).understood


def test_what_says_nothing_changes_nothing() -> None:
    rows = read(TWO, KNOWN, TODAY).rows
    for text in ("好的", "谢谢", "不要", "？"):
        assert not amend(text, rows, KNOWN, TODAY, Bounds()).understood


def test_a_delivery_is_told_in_a_reply() -> None:
    told = delivery("发 2k A14 3月15日", date(2026, 3, 20))
    assert told is not None
    assert (told.quantity, told.batches, told.day, told.rest) == (2000, ("A14",), date(2026, 3, 15), ())
    assert delivery("发票已开", TODAY) is None
    for text, quantity, batches, day, rest in (
        ("发 300 P2 昨天", 300, ("P2",), date(2026, 3, 10), ()),
        ("发 2k B9 C10 今天", 2000, ("B9", "C10"), TODAY, ()),
        ("昨天发 400", 400, (), date(2026, 3, 10), ()),
        ("发 200 A14 明天", 200, ("A14",), None, ()),
        ("下周发 400", 400, (), None, ()),
        ("发 400 下个月", 400, (), None, ()),
        ("明天发 2k 给张工", 2000, (), None, ("给张工",)),
    ):
        told = delivery(text, TODAY)
        assert told is not None, text
        assert (told.quantity, told.batches, told.day, told.rest) == (quantity, batches, day, rest), text
        assert told.exact is (day is not None), text
        assert not amend(text, read(TWO, KNOWN, TODAY).rows, KNOWN, TODAY, Bounds()).understood
    vague = delivery("发 2k-3k", TODAY)
    assert vague is not None
    assert (vague.quantity, vague.exact) == (None, False)
    plain = delivery("已发2000", TODAY)
    assert plain is not None
    assert (plain.quantity, plain.day) == (2000, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "A12 2k A13 1k A14 1k A15 1k",
        "a12:2000 a13:1000 a14:1000 a15:1000",
        "批次 A12 2000 A13 1000 A14 1000 A15 1000",
        "A12 2000，A13 1000，A14 1000，A15 1000",
        "batches A12 2k A13 1k A14 1k A15 1k",
        "2000 1000 1000 1000",
        "2k、1k、1k、1k",
    ],
)
def test_how_many_of_each_batch_is_answered_as_it_is_asked(text: str) -> None:
    said = "大疆 云台电机 5k 3.2 批次 A12 A13 A14 A15"
    assert Ask.BATCH_QUANTITIES in read(said, KNOWN, TODAY).rows[0].asks
    row = after(text, said)
    assert [(each.code, each.quantity) for each in row.batches] == [
        ("A12", 2000), ("A13", 1000), ("A14", 1000), ("A15", 1000)
    ]  # fmt: skip
    assert (row.quantity, row.price, row.asks) == (5000, Decimal("3.2"), ())


def test_shares_that_come_to_something_else_stay_and_are_asked() -> None:
    said = "大疆 云台电机 5k 3.2 批次 A12 A13 A14 A15"
    found = amend("2000 1000 1000 500", read(said, KNOWN, TODAY).rows, KNOWN, TODAY, Bounds())
    assert [each.quantity for each in found.rows[0].batches] == [2000, 1000, 1000, 500]
    assert found.rows[0].asks == (Ask.BATCH_QUANTITIES,)
    assert (found.rows[0].quantity, found.rest) == (5000, ())


def test_batches_come_one_by_one() -> None:
    assert [each.code for each in batches_alone("批次 A14")] == ["A14"]
    assert batches_alone("批次 A14 谢谢老板们") == ()
    assert batches_alone("好的") == ()


@settings(max_examples=300, deadline=None)
@example("不是 大疆 0是")
@given(TEXTS)
def test_no_correction_raises_or_forgets_what_it_didnt_name(text: str) -> None:
    rows = read(TWO, KNOWN, TODAY).rows
    found = amend(text, rows, KNOWN, TODAY, Bounds())
    assert len(found.rows) == len(rows)
    for place, row in enumerate(found.rows):
        if place not in found.changed:
            assert row == rows[place]
        assert row.quantity is not None
        assert row.price is not None
    delivery(text, TODAY)
    batches_alone(text)


@pytest.mark.parametrize(
    ("text", "quantity", "price", "codes"),
    [
        ("批次改A52", 5000, "3.2", ["A52"]),
        ("批次改成A52", 5000, "3.2", ["A52"]),
        ("批次不对，应该是A52 A53", 5000, "3.2", ["A52", "A53"]),
        ("打错 A85", 5000, "3.2", ["A85"]),
        ("A53", 5000, "3.2", ["A12", "A53"]),
        ("批次 A53", 5000, "3.2", ["A12", "A53"]),
        ("两个批次 A84 A85", 5000, "3.2", ["A12", "A84", "A85"]),
        ("价格不对，应该3.3", 5000, "3.3", ["A12"]),
        ("价格错了，是3块3", 5000, "3.3", ["A12"]),
        ("单价三点三五元", 5000, "3.35", ["A12"]),
        ("数量不对 应该是200", 200, "3.2", ["A12"]),
        ("数量不是5k，是6k", 6000, "3.2", ["A12"]),
        ("打错了，6k", 6000, "3.2", ["A12"]),
        ("再加500", 5500, "3.2", ["A12"]),
        ("漏了500片", 5500, "3.2", ["A12"]),
        ("减500", 4500, "3.2", ["A12"]),
    ],
)
def test_a_correction_is_understood_as_people_say_it(text: str, quantity: int, price: str, codes: list[str]) -> None:
    rows = read("大疆 云台电机 5k 3.2 批次 A12", KNOWN, TODAY).rows
    found = amend(text, rows, KNOWN, TODAY, Bounds())
    (row,) = found.rows
    assert found.understood
    assert (row.quantity, row.price, [each.code for each in row.batches]) == (quantity, Decimal(price), codes)
    assert (row.asks, found.rest, found.whom) == ((), (), False)


@pytest.mark.parametrize("text", ["少了500", "多了500片", "少写500"])
def test_so_many_too_few_may_be_more_or_less(text: str) -> None:
    row = after(text)
    assert {each.values["quantity"] for each in row.options[Ask.QUANTITY]} == {5500, 4500}


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("便宜2毛", "3"),
        ("价格降了2毛", "3"),
        ("再优惠五分", "3.15"),
        ("单价加1毛", "3.3"),
        ("涨了1块2", "4.4"),
        ("价格降到3.1", "3.1"),
    ],
)
def test_a_price_that_is_told_by_how_much_it_changed_is_reckoned(text: str, price: str) -> None:
    row = after(text)
    assert (row.quantity, row.price, row.asks) == (5000, Decimal(price), ())


@pytest.mark.parametrize("text", ["单价少了2毛", "贵了2毛", "价格高了两角"])
def test_a_price_too_high_by_so_much_may_be_meant_either_way(text: str) -> None:
    row = after(text)
    assert row.price == Decimal("3.2")
    assert {each.values["price"] for each in row.options[Ask.PRICE]} == {Decimal("3.0"), Decimal("3.4")}


def test_what_is_left_over_beside_a_new_figure_is_asked() -> None:
    row = after("单价三点一五点二")
    assert row.asks == (Ask.PRICE,)


@pytest.mark.parametrize(
    "text",
    ["星河的单子发了没", "星河 多少钱来着", "星河那个先不急", "星河 今天拜访了张工，说空调旺季前要量", "跟进 大疆：今天去了", "改6k行吗",
     "中山市宏景电机有限公司 2k 3.2", "新客户 中山市宏景电机有限公司 年用量80万 用STM32F103 做风扇", "换成深圳市星河照明有限公司"],
)  # fmt: skip
def test_a_question_a_visit_and_an_unknown_company_are_no_correction(text: str) -> None:
    assert is_something_else(text, KNOWN)


@pytest.mark.parametrize(
    "text", ["改6k", "打错了，6k", "换成星河", "客户是星河联创", "深圳市星河联创电子有限公司", "昨天的", "取消第二个"]
)
def test_a_correction_is_one(text: str) -> None:
    assert not is_something_else(text, KNOWN)


@pytest.mark.parametrize(
    ("text", "whom"),
    [("星河", True), ("大疆", True), ("LED驱动", True), ("遥控器主板", False), ("换成星河", False), ("客户是星河", False), ("6k", False)],
)  # fmt: skip
def test_a_customer_named_alone_may_be_anything(text: str, whom: bool) -> None:
    assert amend(text, read("大疆 云台电机 5k 3.2", KNOWN, TODAY).rows, KNOWN, TODAY, Bounds()).whom is whom


@pytest.mark.parametrize(
    ("said", "text", "absent"),
    [
        ("大疆 云台电机 5k 3.2", "不要第二个", (2,)),
        ("大疆 云台电机 5k 3.2", "删掉第二个", (2,)),
        ("大疆 云台电机 5k 3.2", "第二个改6k", (2,)),
        ("大疆 云台电机 5k 3.2", "第三个价格9毛", (3,)),
        ("大疆 云台电机 5k 3.2", "第2行 6k", (2,)),
        ("大疆 云台电机 5k 3.2", "第二单 6k", (2,)),
        ("大疆 云台电机 5k 3.2", "第二改6k", (2,)),
        ("大疆 云台电机 5k 3.2", "row 4 6k", (4,)),
        ("大疆 云台电机 5k 3.2", "第二个不是云台电机，是遥控器主板", (2,)),
        (TWO, "第三个价格8毛5", (3,)),
        (TWO, "第四个要1万片", (4,)),
        (TWO, "第一个改6k，第三个价格9毛", (3,)),
    ],
)
def test_of_a_row_that_isnt_there_nothing_is_done(said: str, text: str, absent: tuple[int, ...]) -> None:
    found = amend(text, read(said, KNOWN, TODAY).rows, KNOWN, TODAY, Bounds())
    assert (found.absent, found.understood, found.rest) == (absent, False, (text,))


def test_the_number_of_a_row_is_no_quantity() -> None:
    assert read("第二个不是云台电机，是遥控器主板", KNOWN, TODAY).rows == ()
    (row,) = read("第一个 大疆 云台电机 5k 3.2", KNOWN, TODAY).rows
    assert (row.quantity, row.asks, row.rest) == (5000, (), ())
    assert [each.code for each in after("第二个批次 A15", "大疆 云台电机 5k 3.2 批次 A14").batches] == ["A14", "A15"]


@pytest.mark.parametrize("text", ["遥控器主板", "项目换成遥控器主板"])
def test_a_project_that_contradicts_the_written_model_is_asked_as_in_one_line(text: str) -> None:
    row = after(text, "大疆 云台电机 BAT32G135KA64FA 5k 3.2")
    assert (row.project.name if row.project else None, row.mcu, row.asks) == ("遥控器主板", None, (Ask.MCU,))
    again = amend(text, (row,), KNOWN, TODAY, Bounds()).rows[0]
    assert (again.written, again.mcu, again.asks) == (None, "STM32G431", ())
    model = amend("STM32G431CBT6", (row,), KNOWN, TODAY, Bounds()).rows[0]
    assert (model.written, model.mcu, model.asks) == ("STM32G431CBT6", "STM32G431", ())


def test_a_customer_who_stands_on_the_card_is_of_no_line_above() -> None:
    assert after("项目换成遥控器主板").marks["customer"] is How.SHORT
    assert "customer" not in after("项目换成遥控器主板", "大疆创新 云台电机 5k 3.2").marks


@pytest.mark.parametrize(
    ("text", "price", "asks"),
    [("3.5", "3.5", (Ask.TOTAL,)), ("单价3.3333", "3.3333", ()), ("4k", "2.5", ()), ("7k", None, (Ask.PRICE,))],
)
def test_a_sum_that_gave_no_price_is_held_against_the_one_that_is_told(
    text: str, price: str | None, asks: tuple[Ask, ...]
) -> None:
    row = after(text, "星河 空调遥控器 3k 总价10000")
    assert (row.total, row.price, row.asks) == (Decimal(10000), Decimal(price) if price else None, asks)


def test_a_sum_that_agreed_is_outdated_by_another_figure_and_one_that_gave_the_price_is_asked() -> None:
    assert after("改6k", "大疆 云台电机 5k 3.2 总价16000").asks == ()
    row = after("改8k", "大疆 云台电机 5k 总价16000")
    assert (row.price, row.total, row.asks) == (Decimal("3.2"), Decimal(16000), (Ask.TOTAL,))
    assert [dict(each.values) for each in row.options[Ask.TOTAL]][:2] == [{"total": 25600}, {"price": 2}]


BOTH = "大疆 云台电机 5k 3.2\n星河 空调遥控器 2k 0.9"


@pytest.mark.parametrize(
    ("text", "place", "figures"),
    [
        ("大疆改成6k", 0, (6000, "3.2")),
        ("星河改成6k", 1, (6000, "0.9")),
        ("大疆 价格改成3.3", 0, (5000, "3.3")),
        ("云台电机改成6k", 0, (6000, "3.2")),
        ("空调遥控器的价格应该是0.95", 1, (2000, "0.95")),
    ],
)
def test_a_name_in_front_of_a_new_figure_means_its_row(text: str, place: int, figures: tuple[int, str]) -> None:
    rows = read(BOTH, KNOWN, TODAY).rows
    found = amend(text, rows, KNOWN, TODAY, Bounds())
    row = found.rows[place]
    assert (set(found.changed), found.rest, found.whom) == ({place}, (), False)
    assert (row.quantity, row.price) == (figures[0], Decimal(figures[1]))
    assert (row.customer, row.project, row.asks) == (rows[place].customer, rows[place].project, ())


@pytest.mark.parametrize("text", ["启明照明改成6k", "LED驱动改成6k"])
def test_a_new_figure_of_somebody_who_isnt_on_the_card_changes_nobody(text: str) -> None:
    found = amend(text, read(BOTH, KNOWN, TODAY).rows, KNOWN, TODAY, Bounds())
    assert (found.understood, found.agrees, found.rest) == (False, False, (text,))


@pytest.mark.parametrize("text", ["换成星河 6k", "客户改成星河 6k", "不是大疆，是星河 6k"])
def test_a_name_behind_such_a_word_takes_the_place_of_the_other(text: str) -> None:
    row = after(text)
    assert (row.customer.name if row.customer else None, row.quantity) == ("深圳市星河联创电子有限公司", 6000)

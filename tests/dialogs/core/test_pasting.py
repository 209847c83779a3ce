"""Several answers in one message."""

from __future__ import annotations

from tests.dialogs.core.everything import Batch, Note, Project, Register
from tests.dialogs.core.talk import Talk, fill, walk_basics


def test_a_paste_at_the_first_question_fills_all_that_fits_and_goes_to_the_summary() -> None:
    talk = Talk()
    talk.taps("简单")
    talk.says("客户：星河\n城市：深圳\n内容：见面聊")
    assert talk.shrunk() == "✓ 客户、城市、内容 3 项"
    talk.sees("请核对", "1 客户　星河", "3 内容　见面聊", "4 地点　—")
    talk.taps("提交")
    assert talk.commands == [Note("星河", "深圳", "见面聊", None)]


def test_a_paste_leaves_the_first_gap_to_be_asked() -> None:
    talk = Talk()
    talk.taps("简单")
    talk.says("客户：星河\n内容：见面聊")
    talk.sees("<b>城市</b>")
    talk.taps("深圳")
    talk.sees("<b>地点</b>")


def test_where_a_paste_makes_an_answer_unfit_it_is_asked_for_once_that_is_confirmed() -> None:
    talk = Talk()
    talk.taps("登记")
    talk.says("#浙江 杭州")
    talk.taps("人员")
    talk.sees("<b>合作产品</b>")
    talk.says("客户名称：深圳星河\n省份：广东")
    talk.taps("确认更改")
    talk.sees("<b>城市</b>")


def test_labels_of_either_language_any_colon_any_order_and_without_the_unit() -> None:
    talk = Talk()
    talk.taps("登记", "继续")
    talk.says(
        "City: 深圳\n省份 ： 广东\n1. 客户名称:深圳星河\n总出货量=5k\nContract date\t昨天\n单价: 3.2元\n产品领域　空调"
    )
    talk.sees("✅ 基本 7/7")


def test_what_does_not_fit_is_told_and_the_rest_is_taken() -> None:
    talk = Talk()
    talk.taps("登记", "继续")
    talk.says("客户名称：深圳星河\n总出货量：12台\n星座：狮子\n产品领域：火箭\n加急原因：急")
    talk.sees(
        "⚠ 总出货量（万/年）：“12台”不是数字",
        "⚠ 产品领域：没有“火箭”",
        "⚠ 加急原因：目前不用填",
        "⚠ 未识别 4 行：星座：狮子、",
    )
    talk.sees("<b>省份</b>")
    talk.taps("未识别 (4)")
    talk.sees("未识别 4 行", "星座：狮子", "总出货量：12台", "产品领域：火箭", "加急原因：急")


def test_a_line_without_a_label_at_the_beginning_answers_the_present_question() -> None:
    talk = Talk()
    talk.taps("简单")
    talk.says("深圳星河电子有限公司\n城市：深圳")
    talk.says("客户：星河\n内容：x")
    talk.sees("1 客户　星河", "2 城市　深圳")


def test_lines_without_a_label_belong_to_the_answer_above_them() -> None:
    talk = Talk()
    talk.taps("简单")
    talk.says("客户：星河\n城市：深圳\n内容：第一行\n第二行\n\n第三行")
    talk.taps("提交")
    assert talk.commands == [Note("星河", "深圳", "第一行\n第二行\n\n第三行", None)]


def test_a_long_text_with_one_line_like_a_label_is_just_an_answer() -> None:
    talk = Talk()
    talk.taps("简单")
    talk.says("星河", "深圳", "客户：他说再等等")
    talk.sees("<b>地点</b>")
    talk.taps("上一步")
    talk.sees("现为：客户：他说再等等")


def test_items_and_their_items_are_pasted_in_order() -> None:
    talk = Talk()
    fill(talk)
    talk.says(
        "项目名称：风机\n状态：小批\n型号：空调-1\n节点：12月\n批次号：A1\n数量：5k\n批次号：A2\n数量：300\n项目名称：水泵\n状态：接触\n型号：空调-2\n采购公司：甲公司"
    )
    assert talk.shrunk() == "✓ 项目名称、状态、型号、节点、批次号、数量、采购公司 12 项"
    talk.taps("提交登记")
    command = talk.commands[0]
    assert isinstance(command, Register)
    wind, pump = command.projects
    assert (wind.name, wind.due, wind.batches) == ("风机", "2026-12", (Batch("A1", 5000), Batch("A2", 300)))
    assert isinstance(pump, Project)
    assert (pump.name, pump.batches) == ("水泵", ())
    assert command.buyer is not None
    assert command.buyer.company == "甲公司"


def test_a_paste_inside_of_an_item_fills_that_item() -> None:
    talk = Talk()
    walk_basics(talk)
    talk.taps("其它", "跳过", "跳过", "添加")
    talk.says("项目名称：风机\n状态：接触\n型号：空调-1")
    talk.taps("总览", "查看全部")
    talk.sees("项目　风机")
    talk.misses("风机、")


def test_a_paste_that_would_clear_answers_asks_first() -> None:
    talk = Talk()
    fill(talk)
    talk.says("省份：浙江\n客户名称：杭州启明")
    talk.sees("以下 1 项要重填：城市")
    talk.taps("不改")
    talk.taps("查看全部")
    talk.sees("1 客户名称　深圳星河电子")
    talk.says("省份：浙江\n客户名称：杭州启明")
    talk.taps("确认更改")
    talk.sees("⚠ 基本 6/7　缺 城市")


def test_the_summary_can_be_pasted_back() -> None:
    talk = Talk()
    talk.taps("简单")
    talk.says("星河", "深圳", "内容一", "公司")
    lines = [line for line in talk.screen.html.splitlines() if "　" in line]
    again = Talk()
    again.taps("简单")
    again.says("\n".join(lines))
    assert [line for line in again.screen.html.splitlines() if "　" in line] == lines


def test_a_check_in_a_paste_can_pause_or_end_the_form() -> None:
    talk = Talk()
    talk.taps("登记", "继续")
    talk.says("客户名称：星河 waiting\n省份：广东")
    talk.sees("⏳ 需人工核实")
    talk.taps("继续")
    talk.sees("<b>城市</b>")
    talk.says("客户名称：星河 taken\n城市：深圳")
    talk.sees("⛔ 暂不可登记")
    assert talk.drafts


def test_a_forms_own_manner_of_writing_fills_what_it_says_and_asks_before_it_clears() -> None:
    talk = Talk()
    fill(talk)
    talk.says("#浙江 杭州")
    assert talk.shrunk() == "✓ 省份、城市 2 项"
    talk.taps("基本")
    talk.sees("2 省份　浙江", "3 城市　杭州")
    talk.says("#西藏 火星")
    talk.sees("以下 1 项要重填：城市")


def test_lines_written_at_home_open_the_form_filled_in() -> None:
    talk = Talk()
    talk.says("客户：星河\n城市：深圳\n内容：见面聊")
    talk.sees("便签 · 请核对", "1 客户　星河")

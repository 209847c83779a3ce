"""What a form does for the person who fills it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from dialogs.core import Stored
from tests.dialogs.core.everything import Batch, Note, Project, Register, Stage, Taken, TooLate
from tests.dialogs.core.talk import Talk, fill, walk_basics


def simple() -> Talk:
    talk = Talk()
    talk.taps("简单")
    return talk


def filled_simple() -> Talk:
    talk = simple()
    talk.says("星河", "深圳", "第一行\n第二行")
    talk.taps("跳过")
    return talk


# --- the way through ----------------------------------------------------------------------------------------------


def test_one_question_after_the_other_then_the_summary_then_the_command() -> None:
    talk = simple()
    talk.sees("便签 · 1/4", "<b>客户</b>")
    talk.says("星河")
    talk.sees("便签 · 2/4", "<b>城市</b>")
    talk.taps("深圳")
    talk.says("见面聊")
    talk.says("公司")
    talk.sees("便签 · 请核对", "1 客户　星河", "4 地点　公司")
    talk.taps("提交")
    assert talk.commands == [Note("星河", "深圳", "见面聊", "公司")]
    talk.sees("✅ 便签：已提交")
    assert talk.labels() == ["主页"]


def test_a_typed_answer_leaves_a_line_and_a_tapped_one_changes_the_screen_in_place() -> None:
    talk = simple()
    talk.says("星河")
    assert (talk.last.place, talk.shrunk()) == ("new", "✓ 客户：星河")
    talk.taps("深圳")
    assert (talk.last.place, talk.last.shrunk) == ("edit", None)


def test_an_answer_that_wont_do_brings_an_error_and_the_question_again_and_loses_nothing() -> None:
    talk = Talk()
    walk_basics(talk)
    talk.taps("基本", "5")
    talk.says("12台")
    talk.sees("“12台”不是数字，例如 120 或 3.5", "<b>总出货量（万/年）</b>", "例如 120 或 3.5", "现为：120 万/年")


def test_a_sticker_gets_a_kind_sentence_and_the_question_again() -> None:
    talk = simple()
    talk.sends_a_sticker()
    talk.sees("语音、贴纸等看不懂，请写成文字", "<b>客户</b>")
    talk.sends("x.png")
    talk.sees("这一项要文字，不收文件", "<b>客户</b>")


def test_back_goes_the_way_that_was_walked_and_keeps_the_answers() -> None:
    talk = simple()
    talk.says("星河")
    talk.taps("广州")
    talk.taps("上一步")
    talk.sees("<b>城市</b>", "现为：广州")
    talk.taps("上一步")
    talk.sees("<b>客户</b>", "现为：星河")
    assert "上一步" not in talk.labels()
    talk.taps("保留不变")
    talk.sees("<b>内容</b>")


def test_what_is_optional_can_be_skipped_and_what_is_required_cannot() -> None:
    talk = simple()
    assert "跳过" not in talk.labels()
    talk.says("跳过")
    talk.sees("<b>城市</b>")  # it was taken for a name: a required question can't be skipped
    talk.taps("深圳")
    talk.says("x")
    talk.says("跳过")
    talk.sees("请核对", "4 地点　—")


def test_the_navigation_may_be_typed() -> None:
    talk = simple()
    talk.says("星河", "上一步")
    talk.sees("<b>客户</b>")
    talk.says("取消")
    talk.sees("放弃“便签”已填的内容？")


def test_an_answer_is_edited_from_the_summary_and_the_summary_comes_back() -> None:
    talk = filled_simple()
    talk.taps("修改", "2", "杭州")
    talk.sees("请核对", "2 城市　杭州", "1 客户　星河")
    talk.says("1", "东莞宏图")
    talk.sees("请核对", "1 客户　东莞宏图")


def test_an_edit_walks_the_questions_that_it_opens_and_returns_to_the_overview() -> None:
    talk = Talk()
    fill(talk)
    talk.taps("人员", "3", "是")
    talk.sees("<b>加急原因</b>")
    talk.says("客户等着打样")
    talk.sees("✅ 人员 4/5")  # one was passed over


def test_where_only_optional_answers_are_left_the_summary_is_a_tap_away() -> None:
    talk = Talk()
    talk.taps("简单")
    talk.says("星河", "深圳")
    talk.misses("直接核对")
    talk.says("客户：甲\n内容：乙")
    talk.sees("请核对", "1 客户　甲", "4 地点　—")


def test_a_proposal_is_taken_with_one_tap() -> None:
    talk = Talk()
    talk.taps("登记", "继续")
    talk.says("深圳星河", "广东", "深圳", "空调")
    talk.taps("120 万/年")
    talk.sees("<b>单价（元，含税）</b>")


def test_help_explains_and_leads_back_to_the_question() -> None:
    talk = Talk()
    talk.taps("登记", "继续", "帮助")
    talk.sees("与营业执照一字不差")
    talk.taps("继续填写")
    talk.sees("<b>客户名称</b>")


# --- checks -------------------------------------------------------------------------------------------------------


def test_a_check_can_refuse_an_answer() -> None:
    talk = Talk()
    talk.taps("登记", "继续")
    talk.says("short")
    talk.sees("请写全称", "<b>客户名称</b>")


def test_a_check_can_put_an_interlude_before_the_next_question() -> None:
    talk = Talk()
    talk.taps("登记", "继续")
    talk.says("星河 waiting")
    talk.sees("⏳ 需人工核实")
    assert talk.labels() == ["继续", "修改客户名称", "暂存草稿", "取消"]
    talk.sends_a_sticker()
    talk.sees("语音、贴纸等看不懂，请写成文字", "⏳ 需人工核实")
    talk.taps("继续")
    talk.sees("<b>省份</b>")


def test_a_check_can_end_the_form_and_the_answers_are_kept_as_a_draft() -> None:
    talk = Talk()
    walk_basics(talk)
    talk.taps("基本", "1")
    talk.says("taken 公司")
    talk.sees("⛔ 暂不可登记")
    assert talk.labels() == ["主页"]
    (draft,) = talk.drafts.values()
    assert draft.form == "everything"
    talk.home()
    talk.taps("登记", "继续 1")
    talk.sees("<b>客户名称</b>", "现为：taken 公司")
    talk.taps("保留不变")
    talk.sees("⛔ 暂不可登记")  # it is checked again before it is let in


def test_a_check_is_asked_once_for_each_given_answer() -> None:
    talk = Talk()
    talk.taps("登记", "继续")
    talk.says("深圳星河")
    talk.taps("上一步", "保留不变")
    talk.taps("广东", "上一步")
    talk.sends_a_sticker()
    talk.home()
    talk.taps("登记", "继续 1")
    assert talk.asked == ["深圳星河"]


# --- what hangs on other answers ----------------------------------------------------------------------------------


def test_what_a_change_clears_is_told_before_and_restored_when_changed_back() -> None:
    talk = Talk()
    fill(talk)
    talk.taps("基本", "2", "浙江")
    talk.sees("以下 1 项要重填：城市", "改回来时会自动恢复")
    talk.taps("不改")
    talk.sees("<b>省份</b>", "现为：广东")
    talk.taps("浙江", "确认更改")
    talk.sees("<b>城市</b>")
    talk.taps("杭州")
    talk.taps("基本", "2", "广东")
    talk.sees("✅ 已恢复原来填的 1 项", "✅ 基本 7/7")
    talk.taps("基本")
    talk.sees("3 城市　深圳")


def test_an_answer_that_still_fits_stays() -> None:
    talk = filled_simple()
    talk.taps("修改", "1")
    talk.says("甲")
    talk.sees("请核对", "2 城市　深圳")


def test_what_isnt_asked_any_more_is_kept_for_the_time_that_it_is() -> None:
    talk = Talk()
    fill(talk)
    talk.taps("人员", "3", "是")
    talk.says("等打样")
    talk.taps("人员", "3", "否")
    talk.sees("以下 1 项要重填：加急原因")
    talk.taps("确认更改")
    talk.sees("✅ 人员 3/4")
    talk.taps("人员", "3", "是")
    talk.sees("已恢复原来填的 1 项", "✅ 人员 4/5")


# --- choices ------------------------------------------------------------------------------------------------------


def test_a_long_choice_has_pages_and_is_searched_by_typing() -> None:
    talk = Talk()
    talk.taps("登记", "继续")
    talk.says("深圳星河", "广东")
    talk.sees("可输入汉字、拼音或首字母查找")
    talk.taps("下一页")
    talk.taps("江门")
    talk.sees("<b>产品领域</b>")
    talk.taps("上一步")
    talk.says("zh")
    assert talk.labels()[:1] == ["珠海"]
    talk.taps("全部选项")
    talk.sees("可输入汉字")
    talk.says("火星")
    talk.sees("没有“火星”")


def test_options_in_groups_are_offered_group_first_and_found_across_groups() -> None:
    talk = Talk()
    talk.taps("登记", "继续")
    talk.says("深圳星河", "广东", "深圳")
    assert talk.labels()[:2] == ["家电", "工业"]
    talk.taps("工业")
    assert talk.labels()[:2] == ["PLC", "伺服"]
    talk.taps("全部选项")
    talk.says("sf")
    talk.taps("工业 · 伺服")
    assert talk.conversation.stack[-1].state["answers"]["domain"][0] == "伺服"  # type: ignore[index,call-overload]


def test_several_options_are_ticked_and_confirmed_or_typed() -> None:
    talk = Talk()
    walk_basics(talk)
    talk.taps("人员", "产品1", "产品2", "✅ 产品1")
    assert "✅ 产品2" in talk.labels()
    assert "产品1" in talk.labels()
    talk.taps("取消", "继续填写")
    talk.taps("完成（1）")
    talk.taps("上一步")
    talk.says("产品3、产品4")
    talk.taps("上一步")
    talk.sees("现为：产品3、产品4")
    talk.says("产品1、产品2、产品3、产品4、产品5")
    talk.sees("最多选 4 项")


def test_a_person_is_found_by_name_pinyin_and_number() -> None:
    for typed in ("陈", "cjl", "A001"):
        talk = Talk()
        walk_basics(talk)
        talk.taps("人员", "产品1", "完成")
        talk.says(typed)
        assert talk.labels()[0] == "陈经理"


def test_a_day_is_tapped_on_a_calendar() -> None:
    talk = Talk()
    walk_basics(talk)
    talk.taps("基本", "7", "选日期")
    assert "下月 ›" not in talk.labels()
    talk.taps("‹ 上月", "31")
    talk.taps("基本")
    talk.sees("7 合同日期　10-31")


# --- files and contacts -------------------------------------------------------------------------------------------


def at_files() -> Talk:
    talk = Talk()
    walk_basics(talk)
    talk.taps("其它")
    return talk


def test_an_album_comes_piece_by_piece_and_makes_one_answer() -> None:
    talk = at_files()
    talk.taps("跳过")
    talk.sends("1.png", album="a")
    talk.sends("2.png", album="a")
    talk.sees("1 📎 1.png", "2 📎 2.png")
    talk.taps("完成（2）")
    talk.sees("<b>项目</b>")
    talk.sends("3.png", album="a")
    talk.sees("📎 已加到“附件”", "<b>项目</b>")
    talk.sends("4.png", album="a")
    talk.sees("最多 3 个文件")


def test_of_an_album_for_one_file_the_first_counts() -> None:
    talk = at_files()
    talk.sends("1.png", album="a")
    talk.sends("2.png", album="a")
    talk.sees("“营业执照”只收一个文件，已用第一个", "<b>附件</b>")


def test_a_file_that_wont_do_is_refused_with_the_reason() -> None:
    talk = at_files()
    talk.sends("a.txt", "text/plain")
    talk.sees("“a.txt”的格式这里不收，请发图片（JPG、PNG）、PDF")
    talk.sends("b.png", size=0)
    talk.sees("“b.png”是空文件")
    talk.sends("c.png", size=10**9)
    talk.sees("“c.png”太大，收不下")
    talk.says("附上了")
    talk.sees("这一项要文件或照片")


def test_the_same_file_sent_twice_is_one_and_the_last_can_be_taken_away() -> None:
    talk = at_files()
    talk.taps("跳过")
    talk.sends("1.png", sha="same")
    talk.sends("1.png", sha="same")
    assert "完成（1）" in talk.labels()
    talk.taps("去掉最后一个")
    assert "跳过" in talk.labels()


def test_only_the_own_number_can_be_shared_and_the_form_knows_that_it_was() -> None:
    talk = Talk()
    fill(talk)
    talk.taps("人员", "4")
    assert talk.last.screen is not None
    assert talk.last.screen.asks_contact
    talk.shares("13800138000", own=False)
    talk.sees("只能分享自己的号码")
    talk.shares("13800138000")
    talk.taps("提交登记")
    command = talk.commands[0]
    assert isinstance(command, Register)
    assert (command.mobile, command.mobile_shared) == ("13800138000", True)


# --- parts --------------------------------------------------------------------------------------------------------


def at_projects() -> Talk:
    talk = at_files()
    talk.taps("跳过", "跳过")
    talk.sees("<b>项目</b>")
    return talk


def add_project(talk: Talk, name: str) -> None:
    talk.says(name)
    talk.taps("接触", "空调-1", "跳过")


def test_items_are_added_listed_copied_edited_and_removed() -> None:
    talk = at_projects()
    talk.taps("添加")
    talk.sees("项目 1 · 1/4")
    add_project(talk, "风机")
    talk.sees("1 风机")
    talk.taps("再加一个")
    add_project(talk, "水泵")
    talk.taps("2", "复制")
    talk.sees("项目 3", "1 项目名称　水泵")
    talk.taps("1")
    talk.says("油泵")
    talk.sees("3 油泵")
    talk.taps("1", "删除")
    talk.sees("删除“风机”？")
    talk.taps("删除")
    talk.sees("1 水泵", "2 油泵")
    talk.taps("完成")
    talk.sees("<b>采购方</b>")


def test_items_have_items_of_their_own() -> None:
    talk = at_projects()
    talk.taps("添加")
    talk.says("风机")
    talk.taps("小批", "空调-2", "2026年12月", "添加")
    talk.sees("项目 1 · 批次 1 · 1/2", "<b>批次号</b>")
    talk.says("A1", "5k")
    talk.taps("再加一个")
    talk.says("A2", "300")
    talk.taps("完成", "完成", "跳过", "跳过", "跳过", "同意")
    talk.taps("人员", "产品1", "完成", "陈经理", "否", "跳过", "提交登记")
    command = talk.commands[0]
    assert isinstance(command, Register)
    assert command.projects == (
        Project("风机", Stage.PILOT, "空调-2", "2026-12", (Batch("A1", 5000), Batch("A2", 300))),
    )


def test_no_more_items_than_allowed() -> None:
    talk = at_projects()
    for name in ("一", "二", "三", "四"):
        talk.taps("再加一个" if "再加一个" in talk.labels() else "添加")
        add_project(talk, name)
    assert "再加一个" not in talk.labels()
    talk.taps("1")
    talk.taps("复制")
    talk.sees("1 项目名称　一")


def test_a_change_above_clears_inside_of_the_items_and_says_so() -> None:
    talk = at_projects()
    talk.taps("添加")
    add_project(talk, "风机")
    talk.taps("完成", "总览", "基本", "4", "工业", "PLC")
    talk.sees("以下 1 项要重填：型号")
    talk.taps("确认更改")
    talk.sees("✅ 基本 7/7", "缺 项目 1 · 型号")


def test_known_items_are_brought_in_with_one_tap_and_what_is_missing_is_asked() -> None:
    talk = at_projects()
    talk.taps("带入已有 1 项")
    talk.sees("项目 1 · 3/4", "<b>型号</b>")
    talk.taps("空调-1", "跳过")
    talk.sees("1 旧项目")


def test_a_suggested_item_brings_its_record_along_and_a_copy_of_it_does_not() -> None:
    talk = at_projects()
    talk.taps("云台电机")
    talk.sees("项目 1 · 3/5", "<b>型号</b>")
    talk.taps("空调-1", "跳过")
    talk.taps("1", "复制")
    talk.taps("1")
    talk.says("云台电机二代")
    talk.taps("完成", "跳过", "跳过", "跳过", "同意", "人员", "产品1", "完成", "陈经理", "否", "跳过", "提交登记")
    command = talk.commands[0]
    assert isinstance(command, Register)
    assert [(each.name, each.record) for each in command.projects] == [("云台电机", 5), ("云台电机二代", None)]


def test_an_optional_record_is_offered_filled_in_and_taken_out() -> None:
    talk = at_projects()
    talk.taps("跳过")
    talk.sees("<b>采购方</b>")
    talk.taps("填写")
    talk.sees("采购方 · 1/2", "<b>采购公司</b>")
    talk.says("甲公司")
    talk.taps("跳过")
    talk.sees("<b>客户背景</b>")
    talk.taps("总览", "查看全部")
    talk.sees("采购方　甲公司")


# --- long forms ---------------------------------------------------------------------------------------------------


def test_the_overview_names_the_gaps_of_each_section_and_the_next_one() -> None:
    talk = Talk()
    talk.taps("登记")
    talk.sees("⚠ 基本 0/7　缺 客户名称、省份、城市 …", "⚠ 其它 0/7　缺 服务条款")
    talk.taps("继续（下一空：客户名称）")
    talk.sees("登记 · 基本 · 1/7")


def test_submitting_with_gaps_names_each_one_a_tap_away() -> None:
    talk = Talk()
    walk_basics(talk)
    talk.taps("提交登记")
    talk.sees("⚠ 还有 4 项必填", "合作产品", "服务条款")
    talk.taps("4")
    talk.sees("<b>服务条款</b>")
    assert not talk.commands


def test_whoever_mends_one_gap_is_asked_for_the_next_and_nothing_else() -> None:
    talk = Talk()
    walk_basics(talk)
    talk.taps("提交登记")
    talk.sees("⚠ 还有 4 项必填")
    talk.taps("1")
    talk.sees("<b>合作产品</b>")
    talk.taps("产品1", "完成", "陈经理")
    talk.sees("<b>是否加急</b>")
    talk.taps("否")
    talk.sees("<b>服务条款</b>")
    talk.taps("同意")
    talk.taps("提交登记")
    assert talk.commands


def test_a_list_that_nobody_closed_is_submitted_with_its_items() -> None:
    talk = at_projects()
    talk.taps("添加")
    add_project(talk, "风机")
    talk.taps("总览", "继续", "产品1", "完成", "陈经理", "否", "跳过", "提交登记", "1", "同意", "提交登记")
    command = talk.commands[0]
    assert isinstance(command, Register)
    assert [each.name for each in command.projects] == ["风机"]


def test_terms_are_opened_on_top_and_the_question_comes_back() -> None:
    talk = Talk()
    fill(talk)
    talk.taps("其它", "7")
    talk.taps("查看全文")
    talk.sees("条款全文")
    talk.taps("返回")
    talk.sees("<b>服务条款</b>")


def test_the_whole_form_makes_the_command() -> None:
    talk = Talk()
    fill(talk)
    talk.sees("✅ 基本 7/7", "✅ 人员 3/4", "✅ 其它 1/7")
    talk.taps("提交登记")
    command = talk.commands[0]
    assert isinstance(command, Register)
    assert (command.account, command.name, command.place.city) == (7, "深圳星河电子", "深圳")
    assert (command.volume, command.price, command.signed) == (Decimal(120), Decimal("3.20"), date(2026, 11, 21))
    assert (command.products, command.manager, command.urgent, command.why) == (("产品1",), 1, False, None)
    assert (command.projects, command.buyer, command.tags, command.mobile_shared) == ((), None, ("none",), False)
    talk.sees("✅ 已提交 BB-1")


def test_a_form_may_say_above_each_screen_whom_it_is_about() -> None:
    talk = Talk()
    fill(talk)
    talk.misses("»")
    talk.taps("人员", "3", "是")
    talk.sees("» 深圳星河电子", "<b>加急原因</b>")


# --- the domain's answer ------------------------------------------------------------------------------------------


def test_a_refusal_stands_above_the_form_and_nothing_is_lost() -> None:
    talk = filled_simple()
    talk.answer = TooLate(date(2026, 11, 20))
    talk.taps("提交")
    talk.sees("⛔ 11-20 已过", "请核对", "1 客户　星河")
    talk.answer = "N-1"
    talk.taps("提交")
    talk.sees("已提交")


def test_a_refusal_because_of_an_answer_asks_for_that_answer() -> None:
    talk = Talk()
    fill(talk)
    talk.answer = Taken()
    talk.taps("提交登记")
    talk.sees("⛔ 暂不可登记", "<b>客户名称</b>", "现为：深圳星河电子")
    talk.says("佛山启明电机")
    talk.answer = "BB-2"
    talk.taps("提交登记")
    talk.sees("✅ 已提交 BB-2")


def test_named_answers_alone_are_asked_again_with_what_they_were() -> None:
    talk = Talk()
    answers = {"customer": "星河", "city": "深圳", "text": "旧内容", "place": "公司"}
    talk.opens("trial_simple", answers=answers, only=["city", "text"])
    talk.sees("<b>城市</b>", "现为：深圳")
    talk.taps("保留不变")
    talk.sees("<b>内容</b>", "现为：旧内容")
    talk.says("新内容")
    talk.sees("请核对", "1 客户　星河", "3 内容　新内容")
    talk.taps("提交")
    assert talk.commands == [Note("星河", "深圳", "新内容", "公司")]


def test_answers_that_are_known_are_not_asked_again() -> None:
    talk = Talk()
    projects = [{"name": "风机", "stage": "contact", "model": "空调-1", "batches": []}]
    talk.opens("everything", account=7, calm=True, answers={"province": "广东", "city": "深圳", "domain": "空调", "projects": projects, "volume": "不是数"})  # fmt: skip
    talk.sees("⚠ 基本 3/7　缺 客户名称、总出货量（万/年）、合同日期", "⚠ 人员 1/4")
    talk.taps("查看全部")
    talk.sees("项目　风机", "城市　深圳", "是否加急　否")


def test_answers_inside_of_an_item_can_be_given_by_path() -> None:
    talk = Talk()
    talk.opens("everything", account=7, answers={"projects[k1].name": "风机", "projects[k1].stage": "contact"})
    talk.taps("其它")
    talk.taps("跳过", "跳过")
    talk.sees("<b>型号</b>") if "型号" in str(talk) else talk.sees("项目 1")


def test_long_words_never_make_a_screen_too_long() -> None:
    talk = Talk()
    fill(talk)
    talk.taps("人员", "3", "是")
    talk.says("长" * 3000)
    talk.taps("人员")
    talk.sees("4 加急原因　" + "长" * 60 + " …")
    talk.says("4", "长" * 3001)
    talk.sees("共 3,001 字，最多 3,000")


def test_a_file_is_kept_with_what_was_found_out_about_it() -> None:
    talk = at_files()
    talk.sends("执照.png", size=99, sha="abc")
    talk.taps(
        "总览",
        "人员",
        "产品1",
        "完成",
        "陈经理",
        "否",
        "跳过",
        "其它",
        "跳过",
        "跳过",
        "跳过",
        "跳过",
        "跳过",
        "同意",
        "提交登记",
    )
    command = talk.commands[0]
    assert isinstance(command, Register)
    assert command.licence == Stored("abc", "image/png", 99, "执照.png")

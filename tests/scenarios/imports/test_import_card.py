"""The card of a list that was checked: what is told before anything comes in, what can be said about it by a tap; and an
import taken back."""

from __future__ import annotations

import pytest

from tests.cast import Person, Scene
from tests.documents.workbooks import HEADING, book_of, cells, customer, listing, workbook
from tests.scenarios.imports.test_import import CODE, MOON, RIVER, STAR, document, held, imports, sends_list, worked
from tests.scenarios.imports.test_lists import LISTS
from tests.scenarios.people.test_people import opens_person_of_the_vendor

CARDS: dict[str, tuple[str, ...]] = {
    "E01_dates.xlsx": (
        "共 10 行，可导入 9 行",
        "第 10 行 保护至：“长期”不是日期",
        "46477 按日期 2027-03-31 读",
        "按月底 2027-03-31",
    ),
    "E02_code_number.xlsx": (
        "可导入 1 行",
        "第 2、3 行 统一社会信用代码：信用代码被 Excel 存成了数字",
        "第 4 行",
        "科学计数法",
    ),
    "E04_errors_formulas.xlsx": (
        "可导入 4 行",
        "出错的单元格按空白：第 2 行 采购方、加工厂、客户背景、别名；第 3 行 在用MCU；第 4 行 保护至",
        "公式没有保存结果，按空白：第 5 行 客户名称；第 6 行 采购方",
    ),
    "E06a_merged_header.xlsx": ("列名在第 2、3 行", "可导入 1 行"),
    "E09b_unit_pieces.xlsx": ("“年用量(片)”按 片 读",),
    "E11_cover_sheet.xlsx": ("工作表“客户清单”", "未读的工作表：填写说明"),
    "E13_two_contacts.xlsx": (
        "未用到的列：联系人、联系电话",
        "代理商联系人取自“业务员”列",
        "“年用量（万）”的单位是 万",
    ),
    "E16_contact_blanks.xlsx": ("可导入 8 行", "“家用电器”"),
    "E17b_ignored_columns.xlsx": ("“年用量”没有写单位，按万/年读",),
    "N01_华南区客户.csv": ("按 GBK 读入，逗号分隔",),
    "N02_客户导出_20261127.csv": ("按 UTF-8 读入，分号分隔", "未用到的列：负责人电话", "“年用量(万片)”的单位是 万片"),
    "N03_客户登记表.xls": ("列名在第 2 行", "第 5 行 统一社会信用代码"),
    "N04_产品领域.xlsx": ("可导入 4 行", "第 5 行 产品领域", "相近的是 电机控制 · 水泵"),
    "N05_在跟客户.xlsx": (
        "其中 2 行隐藏：第 4、6 行",
        "隐藏的列：统一社会信用代码（已用）、内部评级",
        "未用到的列：状态、内部评级",
    ),
    "N06_多产品客户.xlsx": ("客户名称有合并单元格：第 2–3、5–6 行各是一个客户",),
    "N07_出货汇总.xlsx": ("可导入 4 行", "第 6 行是合计，不导入"),
    "N08_用量表.xlsx": ("“约50”按 50 万读", "“50-80”是一个范围"),
    "N09_福建客户.xlsx": ("共 4 行，可导入 4 行",),
    "N10_广西海南.xlsx": ("共 4 行，可导入 4 行",),
    "N11_华中客户.xlsx": ("第 2、7 行 代理商联系人：写的是电话号码", "第 3、4、6 行 代理商联系人"),
    "N12_安徽客户.xlsx": ("“年出货量（K/年）”按 K/年 读", "第 5 行 总出货量（万/年）：“120万”与列名的单位不同"),
}


@pytest.mark.parametrize("file", CARDS)
async def test_the_card_tells_how_a_list_was_read(file: str, scene: Scene, admin: Person) -> None:
    await scene.later(days=6)
    await sends_list(admin, (LISTS / file).read_bytes(), name=file)
    admin.sees(*CARDS[file])


async def test_a_column_that_was_not_understood_is_named_by_a_tap_and_known_from_then_on(
    scene: Scene, admin: Person
) -> None:
    heading = ("客户名称", "代理商", "经办")
    await sends_list(admin, workbook(heading, (STAR, "深圳南山电子", "李明")))
    admin.sees("找不到必填的列", "缺少的列：代理商联系人", "未用到的列：经办")
    admin.sees_not("开始导入")
    await admin.taps("代理商联系人是哪一列？")
    admin.sees("[经办]", "[客户名称（现在是客户名称）]", "[返回]")
    await admin.taps("经办")
    await worked(scene)
    admin.sees("共 1 行，可导入 1 行")
    await admin.taps("开始导入")
    await worked(scene)
    admin.sees("导入 1 个客户")
    await sends_list(admin, workbook(heading, (MOON, "广州天河微电", "王芳")), name="又一份.xlsx")
    admin.sees("共 1 行，可导入 1 行", "[开始导入]")


async def test_a_list_of_which_no_heading_is_known_names_its_columns_and_one_says_what_each_is(
    scene: Scene, admin: Person
) -> None:
    content = workbook(("甲方抬头", "货走谁家", "谁在盯"), (STAR, "深圳南山电子", "李明"))
    await sends_list(admin, content)
    admin.sees("找不到必填的列", "未用到的列：甲方抬头、货走谁家、谁在盯")
    for heading, field in (("甲方抬头", "客户名称"), ("货走谁家", "代理商"), ("谁在盯", "代理商联系人")):
        await admin.taps(f"{field}是哪一列？")
        await admin.taps(heading)
        await worked(scene)
    admin.sees("共 1 行，可导入 1 行", "[开始导入]")


async def test_a_column_by_the_month_is_counted_twelve_times_and_says_so(scene: Scene, admin: Person) -> None:
    people = ("深圳南山电子", "李明")
    rows = ((STAR, *people, 50), (MOON, *people, "10K/年"), (RIVER, *people, "1万"))
    await sends_list(admin, workbook(("客户名称", "代理商", "业务员", "月用量(K)"), *rows))
    if "未用到的列是什么？" in admin.buttons:
        await admin.taps("未用到的列是什么？")
        await admin.taps("月用量(K)")
        await admin.taps("总出货量（万/年）")
        await worked(scene)
    admin.sees("“月用量(K)”是月量，×12 折成年量", "第 2、4 行 总出货量", "按月量 ×12 读作 60 万/年")


async def test_of_several_sheets_each_is_read_by_a_tap_and_none_is_dropped(scene: Scene, admin: Person) -> None:
    heading = ("客户名称", "代理商", "业务员")
    content = book_of(
        华南=(heading, (STAR, "深圳南山电子", "李明"), (RIVER, "深圳南山电子", "李明")),
        华东=(heading, (MOON, "广州天河微电", "王芳")),
        说明=(("每行一个客户",),),
    )
    await sends_list(admin, content)
    admin.sees("共 2 行，可导入 2 行", "未读的工作表：华东、说明", "[读另一页：华东]")
    admin.sees_not("[读另一页：说明]")
    await admin.taps("读另一页：华东")
    await worked(scene)
    admin.sees("共 1 行，可导入 1 行", "未读的工作表：华南、说明")
    await admin.taps("读另一页：华南")
    await worked(scene)
    await admin.taps("开始导入")
    await worked(scene)
    admin.sees("导入 2 个客户", "未读的工作表：华东")
    await admin.taps("读另一页：华东")
    await worked(scene)
    admin.sees("共 1 行，可导入 1 行")
    admin.sees_not("[读另一页：华南]")
    await admin.taps("开始导入")
    await worked(scene)
    admin.sees("工作表“华东”", "导入 1 个客户")
    admin.sees_not("读另一页")
    for name in (STAR, RIVER, MOON):
        assert (await held(scene, name)).agency_id is not None


async def test_what_stands_around_a_name_is_told_and_left_out_by_a_tap_only(scene: Scene, admin: Person) -> None:
    await sends_list(admin, listing(customer(f"★{STAR}（重点）"), customer(f"2. {MOON}-老客户"), customer(RIVER)))
    admin.sees("第 2、3 行 客户名称，如第 2 行", f"“★{STAR}（重点）”照原样导入，建议“{STAR}”")
    await admin.taps("用建议的 2 个名称")
    await worked(scene)
    admin.sees(f"“★{STAR}（重点）”按“{STAR}”导入", "[名称照表格原样]")
    await admin.taps("开始导入")
    await worked(scene)
    admin.sees("导入 3 个客户")
    assert {(await held(scene, name)).name for name in (STAR, MOON)} == {STAR, MOON}


async def test_a_column_that_is_used_as_somebody_once_said_is_told_and_can_be_said_anew(
    scene: Scene, admin: Person
) -> None:
    content = workbook(("客户名称", "代理商", "业务员", "经手"), (STAR, "深圳南山电子", "李明", "大河集团"))
    await sends_list(admin, content)
    await admin.taps("未用到的列是什么？")
    await admin.taps("经手")
    await admin.taps("采购方")
    await worked(scene)
    admin.sees("按以前说的：“经手”是采购方")
    await admin.taps("更改列的含义")
    await admin.taps("经手")
    await admin.taps("加工厂")
    await worked(scene)
    admin.sees("按以前说的：“经手”是加工厂")
    await admin.taps("更改列的含义")
    await admin.taps("经手")
    await admin.taps("都不是")
    await worked(scene)
    admin.sees("未用到的列：经手")


async def test_a_name_without_legal_form_comes_in_with_a_remark(scene: Scene, admin: Person) -> None:
    await sends_list(admin, listing(customer("白桦电动"), customer(MOON)))
    admin.sees("共 2 行，可导入 2 行", "第 2 行 客户名称：“白桦电动”无法律形式，像是简称，请核对营业执照")
    await admin.taps("开始导入")
    await worked(scene)
    admin.sees("导入 2 个客户")


async def test_hidden_rows_and_columns_are_left_out_by_a_tap_and_taken_by_another(scene: Scene, admin: Person) -> None:
    await sends_list(admin, (LISTS / "N05_在跟客户.xlsx").read_bytes(), name="在跟客户.xlsx")
    await admin.taps("不导入隐藏的 2 行")
    await worked(scene)
    admin.sees("共 4 行，可导入 4 行", "隐藏的 2 行不导入：第 4、6 行")
    await admin.taps("不用隐藏的列")
    await worked(scene)
    admin.sees("未用到的列：统一社会信用代码、状态、内部评级", "[使用隐藏的列]")
    await admin.taps("导入隐藏的 2 行")
    await worked(scene)
    admin.sees("共 6 行，可导入 6 行")


async def test_the_rows_to_look_at_come_as_a_file_before_anything_comes_in(scene: Scene, admin: Person) -> None:
    await sends_list(admin, listing(customer(STAR, volume="约50"), customer(MOON, contact="赵工"), customer(STAR)))
    await admin.taps("需核对的行")
    rows = [(row[0], row[2]) for row in cells(document(admin))[1:]]
    assert rows == [(2, "可导入，请核对"), (3, "未导入，需修改"), (4, "未导入，冲突")]
    assert [row[0] for row in cells(document(admin), 1)[1:]] == [MOON]


async def test_the_same_list_sent_again_while_it_waits_brings_its_card_below_and_one_is_alive(
    scene: Scene, admin: Person
) -> None:
    content = listing(customer(STAR))
    await sends_list(admin, content)
    await sends_list(admin, content)
    admin.finds("请看下面最新的卡片")
    assert sum(each.count("开始导入") for each in admin.phone.printed().splitlines()) == 1
    await admin.taps("开始导入")
    await worked(scene)
    admin.sees("导入 1 个客户")


async def test_the_same_list_from_two_accounts_is_told_and_not_doubled(
    scene: Scene, admin: Person, chen: Person
) -> None:
    await opens_person_of_the_vendor(admin, "陈经理")
    await admin.taps("设为管理员")
    content = listing(customer(STAR))
    await sends_list(admin, content)
    await sends_list(chen, content)
    chen.finds("管理员 已发来同一份文件，不再重复导入")
    chen.sees("由 管理员 发起", "可导入 1 行", "[开始导入]")
    admin.sees("可导入 1 行", "[开始导入]")
    await chen.taps("开始导入")
    await worked(scene)
    admin.sees("导入 1 个客户")
    chen.sees("导入 1 个客户")
    await sends_list(chen, content)
    chen.sees("已在库，未改动 1 行")
    chen.sees_not("同一客户", "开始导入")


async def test_a_template_comes_by_a_tap(scene: Scene, admin: Person) -> None:
    await admin.goes_home()
    await admin.taps("管理")
    await admin.taps("导入客户")
    await admin.taps("下载模板")
    await admin.taps("发给我")
    await worked(scene)
    (heading,) = cells(document(admin))
    assert [str(each).rstrip(" *") for each in heading] == list(HEADING)


async def test_those_in_whose_name_customers_came_are_told(
    scene: Scene, admin: Person, li: Person, wang: Person
) -> None:
    await imports(admin, customer(STAR), customer(MOON))
    li.finds("管理员 把 2 个已有客户导入到您名下")
    wang.finds_not("导入到您名下")


async def test_an_import_is_taken_back_as_a_whole_and_leaves_nothing_behind(
    scene: Scene, admin: Person, li: Person, wang: Person, chen: Person
) -> None:
    await wang.reports(MOON)
    await chen.rejects(MOON, "信息不全")  # a customer that is known, and nobody's
    content = listing(customer(STAR, code=CODE, aliases="星河股份"), customer(MOON))
    await sends_list(admin, content)
    await admin.taps("开始导入")
    await worked(scene)
    await admin.taps("撤回导入")
    admin.sees("撤回这次导入的全部客户？")
    await admin.taps("确定撤回")
    await worked(scene)
    assert admin.count("已撤回 2 个客户") == 2  # the list's own card says it, too
    assert "撤回导入" not in admin.buttons_on("导入 2 个客户")
    assert await scene.lays(lambda work: [hit.name for hit in work.names.similar("星河股份")]) == []
    await li.goes_home()
    await li.taps("我的客户")
    li.sees_not("星河")
    await wang.goes_home()
    await wang.taps("报备客户")
    await wang.says(STAR)
    wang.sees_not("暂不可报备", "有相近名称")
    await sends_list(admin, content)
    await admin.taps("开始导入")
    await worked(scene)
    admin.sees("导入 2 个客户")
    assert (await held(scene, STAR)).credit_code == CODE


async def test_an_import_on_which_something_was_built_stays_and_says_what_holds_it(
    scene: Scene, admin: Person, li: Person
) -> None:
    await imports(admin, customer(STAR), customer(MOON))
    await li.follows_up("星河", "已送样")
    await li.taps("直接核对")
    await li.taps("提交")
    await admin.taps("撤回导入")
    await admin.taps("确定撤回")
    admin.sees("不能撤回：1 个客户", STAR)
    assert (await held(scene, MOON)).agency_id is not None


async def test_what_is_said_of_several_rows_is_true_of_each_of_them(scene: Scene, admin: Person) -> None:
    rows = [
        customer(STAR, volume="约50"),
        customer(MOON, volume="约80"),
        customer("深圳市大河电机有限公司", until="中秋"),
    ]
    await sends_list(admin, listing(*rows, customer("深圳市小河电机有限公司", until="长期")))
    admin.sees(
        "第 2、3 行 总出货量（万/年），如第 2 行：“约50”按 50 万读", "第 4、5 行 保护至，如第 4 行：“中秋”不是日期"
    )


async def test_a_cell_with_two_companies_is_no_customer(scene: Scene, admin: Person) -> None:
    await sends_list(admin, listing(customer(f"{STAR}/{MOON}"), customer(STAR, volume="1200000")))
    admin.sees("一行只能写一家公司", "1200000 万/年 太大", "可导入 1 行")


async def test_a_second_table_below_the_first_is_told_and_read_by_its_own_heading(scene: Scene, admin: Person) -> None:
    second = ("区域", "客户名称", "代理商联系人", "代理商")
    await sends_list(admin, listing(customer(STAR), (), second, ("东莞", MOON, "王芳", "广州天河微电")))
    admin.sees("共 2 行，可导入 2 行", "第 4 行起是另一个表，按其列名读：区域、客户名称、代理商联系人、代理商")
    await admin.taps("开始导入")
    await worked(scene)
    assert (await held(scene, MOON)).profile.region == "广东 东莞"

"""A list without a column that must be there: which columns were found, and the missing one is named by a tap: a column, or
the same for all rows."""

from __future__ import annotations

from tests.cast import Person, Scene
from tests.documents.workbooks import customer, listing, workbook
from tests.scenarios.imports.test_import import MOON, RIVER, STAR, held, sends_list, worked

NO_AGENCY = ("客户名称", "区域", "业务员")


async def test_all_rows_belong_to_one_agency_by_a_tap(scene: Scene, admin: Person) -> None:
    await sends_list(admin, workbook(NO_AGENCY, (STAR, "深圳", "李明"), (MOON, "东莞", "李明")))
    admin.sees("缺少的列：代理商", "已认出的列：客户名称、区域、代理商联系人")
    admin.sees("[代理商是哪一列？]", "[全部属于同一代理商]")
    admin.sees_not("重试", "开始导入")
    await admin.taps("全部属于同一代理商")
    await admin.says("ns")
    admin.sees_not("天河微电")
    await admin.taps("深圳南山电子")
    await worked(scene)
    admin.sees("共 2 行，可导入 2 行", "代理商：所有行都是“", "[开始导入]")
    await admin.taps("开始导入")
    await worked(scene)
    admin.sees("导入 2 个客户")
    assert {(await held(scene, name)).agency_id for name in (STAR, MOON)} == {1}


async def test_who_has_all_of_them_is_asked_of_the_agency_that_was_chosen_and_can_be_changed(
    scene: Scene, admin: Person
) -> None:
    await sends_list(admin, workbook(("客户名称",), (STAR,), (MOON,)))
    admin.sees("缺少的列：代理商、代理商联系人")
    admin.sees_not("全部由同一人负责")
    await admin.taps("全部属于同一代理商")
    await admin.taps("广州天河微电")
    await worked(scene)
    admin.sees("缺少的列：代理商联系人")
    await admin.taps("全部由同一人负责")
    admin.sees("王芳")
    admin.sees_not("李明")
    await admin.taps("王芳")
    await worked(scene)
    admin.sees("共 2 行，可导入 2 行")
    await admin.picks("更改代理商")
    await admin.taps("深圳南山电子")
    await worked(scene)
    admin.sees("缺少的列：代理商联系人")
    await admin.taps("全部由同一人负责")
    await admin.taps("李明")
    await worked(scene)
    await admin.taps("开始导入")
    await worked(scene)
    assert (await held(scene, STAR)).agency_id == 1


async def test_a_column_that_was_taken_for_something_else_may_be_it(scene: Scene, admin: Person) -> None:
    await sends_list(admin, workbook(("客户名称", "采购方", "业务员"), (STAR, "深圳南山电子", "李明")))
    await admin.taps("代理商是哪一列？")
    admin.sees("[采购方（现在是采购方）]", "[业务员（现在是代理商联系人）]")
    await admin.taps("采购方（现在是采购方）")
    await worked(scene)
    admin.sees("共 1 行，可导入 1 行", "按以前说的：“采购方”是代理商")


async def test_headings_in_two_languages_are_known_where_both_say_the_same(scene: Scene, admin: Person) -> None:
    heading = ("客户名称 Customer name", "代理商/Agency", "业务员 Salesperson", "区域Region", "客户 ID")
    await sends_list(admin, workbook(heading, (STAR, "深圳南山电子", "李明", "深圳", "C-001")))
    admin.sees("可导入 1 行", "未用到的列：客户 ID")


async def test_a_table_on_its_side_and_a_column_without_a_name_say_what_to_do(scene: Scene, admin: Person) -> None:
    await sends_list(admin, workbook(("客户名称", STAR, MOON), ("代理商", "南山", "南山"), ("业务员", "李明", "李明")))
    admin.sees("表格是横着写的", "转置")
    await sends_list(admin, workbook(("客户名称", "", "业务员"), (STAR, "深圳南山电子", "李明")), name="又.xlsx")
    admin.sees("B 列没有列名，请在表里写上列名再发")


async def test_the_vendors_own_accounts_are_foreseen_and_whom_a_row_is_like_is_told(
    scene: Scene, admin: Person, li: Person, chen: Person
) -> None:
    await li.reports(STAR)
    await chen.approves(STAR)
    await li.reports(RIVER)
    rows = ((STAR,), ("深圳星河联创电子有限公司",), (RIVER,), (MOON,), (MOON,), ("地址：科技园1号",))
    await brings_direct(admin, workbook(("名称",), *rows))
    admin.sees("共 6 行，可导入 2 行", "冲突，不能导入 3 行", "需修改 1 行")
    admin.sees(f"第 3 行 客户名称：“深圳星河联创电子有限公司”与已有客户“{STAR}”相近", "[需核对的行（Excel）]")
    assert not await directs(scene), "nothing is added before somebody says so"
    await admin.taps("开始导入")
    await worked(scene)
    assert sorted(await directs(scene)) == sorted(["深圳星河联创电子有限公司", MOON])


async def test_names_of_own_accounts_need_no_heading_and_one_that_is_not_known_is_named(
    scene: Scene, admin: Person
) -> None:
    await brings_direct(admin, workbook((STAR,), (MOON,)))
    admin.sees("共 2 行，可导入 2 行")
    await brings_direct(admin, workbook(("甲方抬头", "备注说明"), (STAR, "老客户")), "又.xlsx")
    admin.sees("缺少的列：客户名称")
    await admin.taps("客户名称是哪一列？")
    await admin.taps("甲方抬头")
    await worked(scene)
    admin.sees("共 1 行，可导入 1 行")


async def test_a_list_of_customers_is_no_list_of_orders(scene: Scene, sun: Person) -> None:
    await sun.goes_home()
    await sun.sends("客户.xlsx", listing(customer(STAR)))
    await worked(scene)
    sun.sees("像是客户清单，不是销售记录", "[报备客户]")
    sun.sees_not("重试", "开始导入")


async def test_a_list_of_orders_is_no_list_of_customers(scene: Scene, admin: Person) -> None:
    heading = ("日期", "客户名称", "型号", "数量", "含税单价", "批次号")
    await sends_list(admin, workbook(heading, ("2026-11-20", STAR, "BAT32G135", 500, 3.2, "A1")))
    admin.sees("像是销售记录，不是客户清单")


async def brings_direct(admin: Person, content: bytes, name: str = "直供.xlsx") -> None:
    await admin.goes_home()
    await admin.taps("管理")
    await admin.taps("直供客户")
    await admin.taps("Excel 导入")
    await admin.sends(name, content)
    await admin.taps("提交")
    await worked(admin.scene)


async def directs(scene: Scene) -> list[str]:
    return await scene.lays(lambda work: [each.name for each in work.directs.listed("", 0, 20)[0]])

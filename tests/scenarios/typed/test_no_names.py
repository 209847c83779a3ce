"""What isn't a name is refused wherever a name is asked, with the reason, and uses up no check."""

from __future__ import annotations

import pytest

from tests.cast import Person, after
from tests.cast.customers import held
from tests.documents.workbooks import customer
from tests.scenarios.imports.test_import import WHY, imports, received

STAR = "深圳市星河联创电子有限公司"
REFUSED = {
    f"{STAR}\n张三 采购部": "名称只能是一行",
    f"{STAR} 13800138000": "含电话号码",
    f"{STAR} zhang@xinghe.com": "含邮箱",
    f"全名：{STAR}": "含冒号",
    f"{STAR} https://dl.cn": "含网址",
    f"广州蓝天电子有限公司（现名：{STAR}）": "请只写现名",
    "深圳市南山区科技园路1号": "像是地址",
    "/深圳星河": "不能以 / 开头",
}


@pytest.mark.parametrize(("typed", "why"), REFUSED.items())
async def test_a_report_says_why_and_asks_again(li: Person, typed: str, why: str) -> None:
    await li.taps("报备客户")
    await li.says(typed)
    li.sees(why, "客户名称")
    await li.says(STAR)
    li.sees("统一社会信用代码")


async def test_it_uses_up_no_check(wang: Person) -> None:
    """Of which there are ten a day."""
    await wang.taps("报备客户")
    for _ in range(3):
        for typed in REFUSED:
            await wang.says(typed)
    await wang.says(STAR)
    wang.sees("统一社会信用代码")


@after(held)
async def test_a_correction_and_an_alias_say_why(li: Person, chen: Person) -> None:
    await li.goes_home()
    await li.taps("我的客户")
    await li.picks("星河")
    await li.taps("更正资料")
    await li.taps("修改")
    await li.picks("客户名称")
    await li.says("深圳市星河路12号")
    li.sees("像是地址")
    await li.goes_home()
    await chen.goes_home()
    await chen.taps("我的客户")
    await chen.picks("星河")
    await chen.taps("添加别名")
    await chen.says("星河 0755-88886666")
    chen.sees("含电话号码")
    await chen.says("星河联创")
    chen.sees("[提交]")


async def test_the_owners_name_in_a_list_is_a_name(admin: Person) -> None:
    await imports(
        admin,
        customer(f"{STAR} 13800138000"),
        customer("深圳市南山区科技园路1号"),
        customer("华海微电子有限公司", aliases="华海：老名字"),
        customer("北京路88号餐饮有限公司", region="广州"),
    )
    phone, address, alias = (str(row[WHY]) for row in received(admin))
    assert "含电话号码" in phone
    assert "像是地址" in address
    assert "华海：老名字" in alias

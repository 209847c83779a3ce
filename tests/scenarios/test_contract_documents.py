"""附件 of a contract: which are wanted, which file is asked about, what is there already."""

from __future__ import annotations

from tests.cast import Person
from tests.cast.contracts import attaches, begins, pasted, pdf, picture


async def test_a_document_without_a_type_is_a_gap_and_shows_which_file_it_is(sun: Person) -> None:
    await begins(sun)
    sun.sees("⚠ 附件　请先选签约类型")
    await sun.says(pasted())
    sun.sees("⚠ 附件 0/4　缺 正式合同、营业执照、法人身份证复印件 …", "[继续：附件（缺 4）]")
    await sun.taps("附件")
    await sun.sends_photo(picture())
    sun.sees(".jpg　缺 文件类型")
    await sun.taps("1")
    await sun.taps("1") if "文件类型　—" in sun.screen else None
    sun.sees("📎 photo-", "文件类型")
    assert "photo" in (sun.phone.newest.content if sun.phone.newest else {}), "nobody knows a photo by its name"
    await sun.says("法人身份证")
    await sun.taps("法人身份证复印件")
    await sun.taps("总览")
    sun.sees("⚠ 附件 1/4")
    await attaches(sun, "正式合同", "营业执照", "注册登记表")
    sun.sees("✅ 附件 4/4")
    assert sun.buttons[0] == "提交审批", "only what may stay empty is left"


async def test_the_same_file_twice_is_said_and_a_name_in_part_tells_the_type(sun: Person) -> None:
    await begins(sun)
    await sun.says(pasted())
    await attaches(sun, "正式合同")
    await attaches(sun, "正式合同")
    sun.sees("“正式合同.pdf”已在附件里（正式合同），没有重复加入", "⚠ 附件 1/4")
    await sun.sends("身份证正面.pdf", pdf("正式合同".encode().hex()), mime="application/pdf")
    await sun.taps("附件")
    sun.sees("正式合同　⚠ 与 法人身份证复印件 是同一文件")
    await sun.sends("扫描.pdf", pdf("scan"), mime="application/pdf")
    await sun.sends("扫描2.pdf", pdf("scan"), mime="application/pdf")
    sun.sees("“扫描2.pdf”已在附件里（扫描.pdf）", "⚠ 扫描.pdf　缺 文件类型")
    await sun.taps("＋营业执照")
    await sun.sends("营业执照.pdf", pdf("licence"), mime="application/pdf")
    await sun.sends("营业执照.pdf", pdf("licence"), mime="application/pdf")
    sun.sees("“营业执照.pdf”已经有了，没有重复加入")

"""附件 of a contract: which are wanted, which file is asked about, what is there already."""

from __future__ import annotations

import pytest

from tests.cast import Person, Scene, after
from tests.cast.contracts import at_the_overview, attaches, pasted, pdf, picture, signed


@after(at_the_overview)
async def test_a_document_without_a_type_is_a_gap_and_shows_which_file_it_is(sun: Person) -> None:
    sun.sees("⚠ 附件　请先选签约类型")
    await sun.says(pasted())
    sun.sees("⚠ 附件 0/4　缺 正式合同、营业执照、法人身份证复印件 …", "[继续：附件（缺 4）]")
    await sun.taps("附件")
    await sun.sends_photo(picture())
    sun.sees("照片　缺 文件类型")
    await sun.taps("1")
    await sun.taps("1") if "文件类型　—" in sun.screen else None
    sun.sees("📎 照片", "文件类型")
    sun.sees_not("photo-")
    assert "photo" in (sun.phone.newest.content if sun.phone.newest else {}), "nobody knows a photo by its name"
    await sun.says("法人身份证")
    await sun.taps("法人身份证复印件")
    await sun.taps("总览")
    sun.sees("⚠ 附件 1/4")
    await attaches(sun, "正式合同", "营业执照", "注册登记表")
    sun.sees("✅ 附件 4/4")
    assert sun.buttons[0] == "提交审批", "only what may stay empty is left"


@after(at_the_overview)
async def test_the_same_file_twice_is_said_and_a_name_in_part_tells_the_type(sun: Person) -> None:
    await sun.says(pasted())
    await attaches(sun, "正式合同")
    await attaches(sun, "正式合同")
    sun.sees("“正式合同.pdf”已在附件里（正式合同），没有重复加入", "⚠ 附件 1/4")
    await sun.sends("身份证正面.pdf", pdf("正式合同".encode().hex()), mime="application/pdf")
    await sun.taps("附件")
    sun.sees("📎 法人身份证复印件", "有效期至")
    await sun.taps("跳过")
    sun.sees("正式合同　⚠ 与 法人身份证复印件 是同一文件")
    await sun.sends("扫描.pdf", pdf("scan"), mime="application/pdf")
    await sun.sends("扫描2.pdf", pdf("scan"), mime="application/pdf")
    sun.sees("“扫描2.pdf”已在附件里（扫描.pdf）", "⚠ 扫描.pdf　缺 文件类型")
    await sun.taps("＋营业执照")
    await sun.sends("营业执照.pdf", pdf("licence"), mime="application/pdf")
    await sun.sends("营业执照.pdf", pdf("licence"), mime="application/pdf")
    sun.sees("“营业执照.pdf”已经有了，没有重复加入")


@after(at_the_overview)
async def test_which_document_is_asked_for_is_seen_at_each_of_its_pages(sun: Person) -> None:
    await sun.says(pasted())
    await sun.taps("附件")
    await sun.taps("＋营业执照")
    sun.sees("文件", "📎 营业执照")
    await sun.sends("1.pdf", pdf("front"), mime="application/pdf")
    await sun.sends("2.pdf", pdf("back"), mime="application/pdf")
    sun.sees("📎 营业执照", "1 📎 1.pdf", "2 📎 2.pdf", "[完成（2）]")
    await sun.sends("2.pdf", pdf("back"), mime="application/pdf")
    sun.sees("“2.pdf”已经有了，没有重复加入", "📎 营业执照")
    await sun.taps("总览")
    await sun.sends("营业执照背面.pdf", pdf("more"), mime="application/pdf")
    sun.sees("📎 已加到“营业执照（3 页）”", "附件 1/4")


@pytest.mark.parametrize("said", ["caption", "name"])
@after(at_the_overview)
async def test_a_file_that_says_another_type_goes_there_while_pages_of_one_are_asked_for(
    sun: Person, said: str
) -> None:
    await sun.says(pasted())
    await sun.taps("附件")
    await sun.taps("＋正式合同")
    await sun.sends("1.pdf", pdf("first"), mime="application/pdf")
    if said == "caption":
        await sun.sends_photo(picture(), "法人身份证")
    else:
        await sun.sends("法人身份证.jpg", picture(), mime="image/jpeg")
    sun.sees("📎 已加到“法人身份证复印件”", "📎 正式合同", "1 📎 1.pdf", "[完成（1）]")
    sun.sees_not("2 📎")
    await sun.sends("正式合同 第2页.pdf", pdf("second"), mime="application/pdf")
    sun.sees("📎 正式合同", "2 📎 正式合同 第2页.pdf", "[完成（2）]")
    await sun.sends("IMG_0042.pdf", pdf("third"), mime="application/pdf")
    sun.sees("3 📎 IMG_0042.pdf", "[完成（3）]")


@after(at_the_overview)
async def test_a_file_of_another_document_is_not_taken_twice_while_pages_are_asked_for(sun: Person) -> None:
    await sun.says(pasted())
    await sun.taps("附件")
    await sun.taps("＋营业执照")
    await attaches(sun, "注册登记表")
    sun.sees("📎 已加到“注册登记表”", "📎 营业执照")
    await attaches(sun, "注册登记表")
    sun.sees("“注册登记表.pdf”已在附件里（注册登记表），没有重复加入", "📎 营业执照")
    sun.sees_not("[完成")


@after(at_the_overview)
async def test_a_refused_file_says_why_at_the_overview_too(sun: Person) -> None:
    await sun.says(pasted())
    for name, content, mime, why in (
        ("营业执照.pdf", b"MZ" + b"x" * 200, "application/pdf", "的内容与文件名不符，已拒收"),
        ("营业执照.pdf", pdf("x", "geheim"), "application/pdf", "有密码，打不开"),
        ("营业执照.pdf", pdf("x")[:300], "application/pdf", "已损坏，打不开"),
        ("营业执照.pdf", pdf("y") + b"x" * (21 << 20), "application/pdf", "太大，收不下"),
        ("营业执照.txt", "执照".encode(), "text/plain", "的格式这里不收"),
    ):
        await sun.sends(name, content, mime=mime)
        sun.sees(f"“{name}”{why}", "⚠ 附件 0/4")
        sun.sees_not("未识别")


@after(signed)
async def test_a_licence_that_is_sent_to_a_renewal_takes_the_place_of_last_years(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.taps("续签 2027 财年")
    await sun.sends("正式合同2027.pdf", pdf("new contract"), mime="application/pdf")
    sun.sees("📎 正式合同　已换成新文件", "附件 4/4")
    await sun.sends("营业执照2027.pdf", pdf("new licence"), mime="application/pdf")
    sun.sees("📎 营业执照　已换成新文件", "有效期至")
    await sun.says("2029-05-31")
    await sun.sends("营业执照 第2页.pdf", pdf("second page"), mime="application/pdf")
    sun.sees("已加到“营业执照（2 页）（至 2029-05-31）")
    await sun.says("是否接受签约说明函：同意")
    await sun.taps("提交审批")
    chen.sees(
        "附件：正式合同 正式合同.pdf、营业执照 营业执照.pdf → 正式合同 正式合同2027.pdf、营业执照 营业执照2027.pdf 等 2 页"
    )


@pytest.mark.parametrize("said", [True, False])
@after(at_the_overview)
async def test_what_never_runs_out_is_told_as_that(sun: Person, said: bool) -> None:
    await sun.says(pasted())
    await sun.taps("附件")
    await sun.taps("＋营业执照")
    await sun.sends("1.pdf", pdf("front"), mime="application/pdf")
    await sun.taps("完成（1）")
    sun.sees("有效期至", "[长期有效]")
    await (sun.says("长期有效") if said else sun.taps("长期有效"))
    assert not said or "有效期至：长期有效" in sun.phone.printed()
    sun.sees_not("有效期至　—")
    await sun.taps("1")
    sun.sees("有效期至　长期有效")

"""Words of the policy: what else people call them is understood, and whoever reads English reads words."""

from __future__ import annotations

import pytest

from domain.base.policy import default
from tests.cast import Person, Scene, after
from tests.cast.contracts import at_the_overview, attaches, pasted, pdf, signed

WORDS = [each for each in default().contract.words.known if len(each) > 1]


@pytest.mark.parametrize(
    ("label", "said", "meant"),
    [
        ("运输方式", "公路", "汽运"),
        ("运输方式", "火车", "铁路"),
        ("运输方式", "truck", "汽运"),
        ("企业性质", "私营", "民营"),
        ("企业性质", "其他", "其它"),
        ("渠道级别", "gold", "金牌分销商"),
        ("签约类型", "distributor", "分销商 DB"),
    ],
)
@after(at_the_overview)
async def test_another_word_for_it_means_it(sun: Person, label: str, said: str, meant: str) -> None:
    await sun.says("签约主体：华芯信息\n签约类型：分销商")
    await sun.says(f"{label}：{said}\n到站：深圳")
    sun.sees_not("未识别")
    await sun.taps("查看全部")
    for _ in range(9):
        if f"{label}　{meant}" in sun.screen:
            return
        await sun.taps("下一页")


@after(at_the_overview)
async def test_trades_and_documents_go_by_other_words_too(sun: Person) -> None:
    await sun.says(f"{pasted()}\n主要行业：制造业 500、银行 300、医院 80")
    await sun.sends("Business licence.pdf", pdf("licence"), mime="application/pdf")
    sun.sees("附件 1/4　缺 正式合同、法人身份证复印件、注册登记表")


@after(signed)
async def test_whoever_reads_english_reads_words(
    scene: Scene, sun: Person, chen: Person, liu: Person, admin: Person
) -> None:
    for person in (sun, chen):
        await person.speaks("English")
    await sun.taps("Contracts")
    await sun.taps("1")
    sun.sees("Distributor DB · Gold", "Business licence")
    await sun.taps("All answers")
    while True:
        assert [each for each in WORDS if each in sun.screen] == []
        if not any("Next" in each for each in sun.buttons):
            break
        await sun.taps("Next")
    await sun.goes_home()
    await chen.taps("Contracts")
    await chen.says("gold")
    chen.sees("“gold” 1", "HT-2026-0001")
    await chen.says("platinum")
    chen.sees_not("HT-2026-0001")


async def test_a_form_in_english_offers_and_names_words(scene: Scene, sun: Person) -> None:
    await sun.speaks("English")
    await sun.taps("Contracts")
    await sun.taps("New for 2027")
    await sun.says(pasted(without=("渠道级别", "运输方式")))
    await attaches(sun, "正式合同")
    sun.sees("Business licence", "ID card")
    await sun.taps("Continue")
    sun.sees("[Platinum]", "[Gold]", "[Silver]")
    await sun.says("gold")
    await sun.taps("Overview")
    await sun.taps("Continue")
    sun.sees("[Road]", "[Courier]")

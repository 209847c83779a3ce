"""The contract on paper, read back from the file: what it says, what it never says, and how it is set."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from domain.approvals.records import Verb
from domain.base import policy
from domain.contracts.records import ContractState
from domain.people.records import AgencyState
from tests.documents.contracts import account, agency, decided, on_paper, printed, together, view

LONG = "中国（广东）自由贸易试验区深圳前海蛇口片区𬭎㙟䶮喆微电子与集成电路应用技术研究开发（集团）股份有限公司深圳第一分公司"
WEBSITE = (
    "https://www.averyveryverylongdomainname-without-any-break-whatsoever-microelectronics.example.com/path/index.html"
)
FORMER = (
    decided(1, Verb.REJECT, "陈经理", "信用不好，先压一压"),
    decided(1, Verb.RETURN, "何经理", "请写明依据"),
    decided(1, Verb.APPROVE, "陈经理", "价格从宽"),
    decided(2, Verb.APPROVE, "刘经理"),
)
ATTACHED = [
    {"kind": "营业执照", "pages": [{"sha256": "0" * 64, "type": "image/png", "size": 9, "name": f"第{at}页.png"}]}
    for at in range(1, 46)
]


def test_both_parties_stand_at_its_head_and_sign_at_its_end(tmp_path: Path) -> None:
    pages = printed(on_paper(view(registered_address="深圳市南山区科技园 1 号"), decisions=FORMER), tmp_path)
    first, last = together(pages[:1]), together(pages[-1:])
    for words in (
        "渠道合作协议",
        "合同编号：HT-2027-0001",
        "签约财年：2027",
        "版本：第1版",
        "批准日期：2026年11月22日",
        "甲方名称华芯信息有限公司统一社会信用代码91440300MA5HXC001N",
        "法定代表人沈致远",
        "乙方名称深圳市南山电子有限公司总经理孙立",
        "地址深圳市南山区科技园1号",
    ):
        assert words in first, words
    for words in ("甲方（盖章）：华芯信息有限公司", "乙方（盖章）：深圳市南山电子有限公司", "签署日期", "公司盖章处"):
        assert words in last, words
    assert [f"第{at}页，共{len(pages)}页" in together([page]) for at, page in enumerate(pages, 1)] == [True] * len(
        pages
    )


def test_the_fields_of_its_clauses_are_filled_in(tmp_path: Path) -> None:
    bound = agency("广州大湾区元器件供应链有限公司", number=2)
    text = together(
        printed(on_paper(view(), version=3, distributor=bound, distributor_contact=account("钱伟", 9)), tmp_path)
    )
    for words in (
        "甲方接受乙方为2027财年的渠道合作伙伴，签约主体为华芯信息，签约类型为分销商，渠道级别为金牌分销商。",
        "本协议有效期自2027年1月1日起至2027年12月31日止",
        "绑定的分销商：广州大湾区元器件供应链有限公司。",
        "签约渠道经理陈经理",
        "本文本为合同HT-2027-0001的第3版",
        "签约分销商联系人钱伟",
    ):
        assert words in text, words
    assert "{" not in text


def test_what_was_filled_in_stands_by_section_and_empty_questions_do_not(tmp_path: Path) -> None:
    text = together(printed(on_paper(view()), tmp_path))
    for words in (
        "附表一签约基本信息",
        "附表二商务信息",
        "附表三公司业务信息",
        "收货地址深圳市南山区仓库2号",
        "公司年营业额12,000万元",
        "主要行业制造500万元",
        "附件清单序号文件类型名称页数有效期至1正式合同正式合同.pdf1",
    ):
        assert words in text, words
    for empty in ("公司互联网网址", "开户银行", "签约绑定分销商", "—"):
        assert empty not in text, empty


def test_it_says_nothing_of_what_the_vendor_thought_about_it_and_nothing_as_a_form_says_it(tmp_path: Path) -> None:
    text = together(printed(on_paper(view(), decisions=FORMER), tmp_path))
    for words in ("信用不好", "请写明依据", "价格从宽", "何经理", "驳回", "退回", "贵公司", "是否接受"):
        assert words not in text, words
    assert "审批记录" in text
    assert "第2级批准刘经理2026-11-2210:00" in text


@pytest.mark.parametrize(
    ("state", "ended", "mark"),
    [
        (ContractState.DRAFT, False, "草稿"),
        (ContractState.RETURNED, False, "草稿"),
        (ContractState.SUBMITTED, False, "待审批"),
        (ContractState.REJECTED, False, "未批准"),
        (ContractState.WITHDRAWN, False, "已撤回"),
        (ContractState.APPROVED, True, "已终止"),
        (ContractState.APPROVED, False, ""),
    ],
)
def test_what_does_not_hold_is_marked(state: ContractState, ended: bool, mark: str) -> None:
    paper = on_paper(view(state), agency=agency(state=AgencyState.ENDED if ended else AgencyState.ACTIVE))
    laid = paper.laid_out()
    assert laid.watermark == mark
    assert any("效力" in line or "终止" in line for line in laid.lines) == bool(mark)
    called = " ".join(filter(None, ["深圳市南山电子有限公司 2027 渠道合作协议 HT-2027-0001", mark]))
    assert paper.file_name == f"{called}.pdf"


def test_the_mark_lies_across_every_page(tmp_path: Path) -> None:
    pages = printed(on_paper(view(ContractState.SUBMITTED)), tmp_path)
    assert [page for page in pages if "待审批" not in page] == []


def test_whatever_is_long_or_rare_is_there_to_its_last_character(tmp_path: Path) -> None:
    long: dict[str, Any] = {
        "registered_name": LONG,
        "website": WEBSITE,
        "general_manager": "Maximilian-Alexander von Hohenstaufen-Schwarzenberg",
        "server_lead": "龘𠮷",
        "business_scope": "\n".join(f"{at}、集成电路的技术开发与销售" for at in range(1, 71)),
        "brands": "、".join(["Texas Instruments", "STMicroelectronics", "中微半导体"] * 3),
    }
    text = together(printed(on_paper(view(**long)), tmp_path))
    for line in "\n".join(long.values()).splitlines():
        assert "".join(line.split()) in text, line


def test_a_table_that_goes_over_pages_has_its_heading_on_each_and_whoever_signs_has_something_above(
    tmp_path: Path,
) -> None:
    pages = printed(on_paper(view(ContractState.SUBMITTED, attachments=ATTACHED)), tmp_path)
    last = pages[-1]
    assert "附件清单（续）" in last
    assert "文件类型" in last
    assert "第45页.png" in last
    assert "乙方（盖章）" in last


@pytest.mark.parametrize("count", [3, 9, 14, 25])
def test_nobody_signs_an_empty_sheet(count: int, tmp_path: Path) -> None:
    pages = printed(on_paper(view(ContractState.SUBMITTED, attachments=ATTACHED[:count])), tmp_path)
    signed = next(page for page in pages if "乙方（盖章）" in page)
    assert f"第{count}页.png" in signed
    assert "签署日期" in signed


def test_who_reads_english_gets_the_translation_which_says_what_prevails(tmp_path: Path) -> None:
    paper = on_paper(view(), language="en", decisions=FORMER)
    pages = printed(paper, tmp_path)
    text = " ".join(" ".join(pages).split())
    for words in (
        "Channel Partner Agreement",
        "the Chinese text prevails",
        "valid from 1 January 2027 to 31 December 2027",
        "Party A Name 华芯信息有限公司",
        "Schedule 2 Business",
        "CNY 120 million",
        "Approved on 22 November 2026",
        f"Page 1 of {len(pages)}",
    ):
        assert words in text, words
    assert paper.file_name == "深圳市南山电子有限公司 2027 Channel Partner Agreement HT-2027-0001.pdf"


def test_a_deployment_prints_its_own_text_and_company(tmp_path: Path) -> None:
    rules = policy.parse(
        '[contract]\ncompanies = ["星河半导体"]\n'
        '[[contract.agreements]]\nlanguage = "zh"\ntitle = "代理合同"\ntext = """\n'
        "# 总则\n{agency}代理{company}的产品，合同{number}，{{保留}}。\n"
        '"""\n'
    )
    hostile = view(issuer="星河半导体", registered_name="{vendor} # 有限公司 {")
    text = together(printed(on_paper(hostile, rules=rules), tmp_path))
    assert "总则{vendor}#有限公司{代理星河半导体的产品，合同HT-2027-0001，{保留}。" in text
    assert "民法典" not in text
    assert on_paper(hostile, rules=rules, language="en").laid_out().title == "代理合同"


def test_its_name_is_one_that_a_computer_can_keep() -> None:
    paper = on_paper(view(), agency=agency('A/B:"集团"\\' + LONG))
    assert not set(paper.file_name) & set('<>:"/\\|?*\n')
    assert len(paper.file_name.encode()) <= 255
    assert paper.file_name.endswith("2027 渠道合作协议 HT-2027-0001.pdf")


def test_what_no_font_has_is_named_in_its_place(tmp_path: Path) -> None:
    text = printed(on_paper(view(brands="华芯👍🏽 天河🧑‍💻 ☎️")), tmp_path)
    for words in ("华芯[thumbs up sign]", "天河[adult][personal computer]"):
        assert "".join(words.split()) in together(text), words


def test_of_a_document_that_runs_out_its_last_day_stands_in_the_list(tmp_path: Path) -> None:
    document = {"kind": "营业执照", "pages": [{"name": "营业执照.pdf"}], "valid_until": "2030-05-31"}
    text = together(printed(on_paper(view(attachments=[document])), tmp_path))
    assert "页数有效期至1营业执照营业执照.pdf12030-05-31" in text

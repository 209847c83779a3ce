"""A report that was copied out of somewhere: chats, tables, forms of other houses. However it is written it is the same report."""

from __future__ import annotations

import pytest

from tests.cast import Person
from tests.cast.contracts import begins

NAME = "深圳市星河联创电子有限公司"
SEEN = (
    "请核对",
    f"客户名称　{NAME}",
    "区域　广东 深圳",
    "产品领域　家电 · 空调",
    "总出货量　120 万/年",
    "在用MCU　STM32F103",
)
LABELS = ("客户名称", "区域", "产品领域", "年用量", "型号")
VALUES = (NAME, "深圳", "空调", "120万", "STM32F103")
LINES = "\n".join(f"{label}：{value}" for label, value in zip(LABELS, VALUES, strict=True))


def each(between: str, *, before: str = "", behind: str = "") -> str:
    return "\n".join(f"{before}{label}{between}{value}{behind}" for label, value in zip(LABELS, VALUES, strict=True))


FORMS = {
    "forwarded with dividers": f"客户报备\n————————\n{LINES}\n————————",
    "quoted by mail": "\n".join(f"> {line}" for line in LINES.splitlines()),
    "emoji before the labels": "\n".join(f"📍{line}" for line in LINES.splitlines()),
    "markdown": each("**：", before="- **"),
    "a table of labels in markdown": "|---|---|\n" + each(" | ", before="| ", behind=" |"),
    "a heading row in markdown": f"| {' | '.join(LABELS)} |\n|---|---|---|---|---|\n| {' | '.join(VALUES)} |",
    "a heading row with commas": f"{','.join(LABELS)}\n{','.join(VALUES)}",
    "a heading row with blanks": f"{'      '.join(LABELS)}\n{'   '.join(VALUES)}",
    "a heading row with single blanks": f"{' '.join(LABELS)}\n{' '.join(VALUES)}",
    "circled numbers": "\n".join(f"{mark}{line}" for mark, line in zip("①②③④⑤", LINES.splitlines(), strict=True)),
    "Chinese numbers": "\n".join(
        f"{mark}、{line}" for mark, line in zip("一二三四五", LINES.splitlines(), strict=True)
    ),
    "numbered on one line": " ".join(f"{n}、{line}" for n, line in enumerate(LINES.splitlines(), 1)),
    "in brackets on one line": "；".join(f"（{n}）{line}" for n, line in enumerate(LINES.splitlines(), 1)),
    "another colon": each("∶"),
    "a small colon": each("﹕"),
    "an upright colon": each("︰"),
    "an arrow": each("→"),
    "a hyphen": each("-"),
    "a dash": each("——"),
    "a bar": each("|"),
    "with 是": "，".join(f"{label}是{value}" for label, value in zip(LABELS, VALUES, strict=True)),
    "with 为": each("为："),
    "blanks within the labels": f"客 户 名 称：{NAME}\n区　　域：深圳\n产品领域：空调\n年 用 量：120万\n型　　号：STM32F103",
    "required": each("（必填）：", before="*"),
    "values below labels with a colon": each("：\n"),
    "values below labels": each("\n"),
    "corner brackets": each("』", before="『"),
    "lenticular brackets": each("〗", before="〖"),
    "angle brackets": each("》", before="《"),
    "two languages": (
        f"客户名称 Customer name：{NAME}\n区域 Region：深圳\n产品领域 Product：空调\n年用量 Volume：120万\n在用MCU：STM32F103"
    ),
    "two languages with a stroke": (
        f"客户名称/Customer：{NAME}\n区域/Region：深圳\n产品领域/Product：空调\n年用量/Volume：120万\n在用MCU：STM32F103"
    ),
    "JSON": "{" + ", ".join(f'"{label}": "{value}"' for label, value in zip(LABELS, VALUES, strict=True)) + "}",
    "line ends of Windows": LINES.replace("\n", "\r\n"),
    "hard blanks": each("\u00a0:\u00a0"),
    "invisible characters": "\ufeff" + each("\u200b：", before="\u200b"),
    "English": f"Customer = {NAME}; Region = Shenzhen; Product domain = 空调; Annual usage = 120; MCU in use = STM32F103",
}


@pytest.mark.parametrize("form", FORMS)
async def test_however_a_report_was_written_all_of_it_is_understood(li: Person, form: str) -> None:
    await li.says(FORMS[form])
    li.sees(*SEEN)
    li.sees_not("未识别")


LEFT = {
    "quoted by WeChat": (f"「李明：{LINES}」\n- - - - - - - - - -", "李明"),
    "a head of WeChat": (f"李明 11-27 18:02\n{LINES}", "李明 11-27 18:02"),
    "a greeting": (f"领导好，报备一个客户：\n{LINES}", "领导好"),
    "thanks": (f"{LINES}\n麻烦尽快批一下", "麻烦尽快批一下"),
    "who to call": (f"{LINES}\n联系人：王工 13800138000", "王工 13800138000"),
    "a label twice": (LINES.replace("区域：深圳", "区域：深圳\n区域：东莞"), "区域：东莞"),
    "a running number": (f"序号\t{chr(9).join(LABELS)}\n1\t{chr(9).join(VALUES)}", "序号：1"),
    "a label in two languages that say different things": (f"{LINES}\n客户 ID：K-77", "K-77"),
}


@pytest.mark.parametrize("form", LEFT)
async def test_what_isnt_of_the_report_is_named(li: Person, form: str) -> None:
    text, left = LEFT[form]
    await li.says(text)
    li.sees(*SEEN, "未识别 1 行")
    await li.taps("未识别 (1)")
    li.sees(left)


async def test_an_identity_card_in_a_paste_is_neither_kept_nor_shown_again(li: Person) -> None:
    card = "110101199003078515"
    await li.says(f"{LINES}\n统一社会信用代码：{card}")
    li.sees("这是身份证号", "未保存", *SEEN[1:])
    await li.taps("未识别 (1)")
    li.sees("统一社会信用代码：……")
    li.sees_not(card)


async def test_a_code_with_a_wrong_check_character_in_a_paste_is_asked_about(li: Person) -> None:
    await li.says(f"{LINES}\n税号：91440300708461136A")
    li.sees("校验码不符", "[执照上就是这样]")
    await li.taps("执照上就是这样")
    li.sees(*SEEN, "91440300708461136A")


async def test_what_found_no_place_is_a_tap_away_wherever_it_is_told(li: Person) -> None:
    """修改 lists the answers; what was pasted there is told there, with the button that the hint names."""
    await li.taps("报备客户")
    await li.says("客户名称：中山市阳光灯饰有限公司\n区域：中山\n产品领域：LED驱动\n总出货量：50万\n在用MCU：STC8")
    await li.taps("修改")
    li.sees_not("未识别")
    await li.says("总出货量：很多\n甲：1\n乙：2\n丙：3\n丁：4\n戊：5")
    li.sees("点编号修改", "点“未识别”看全部", "[未识别 (6)]")
    await li.taps("未识别")
    li.sees("未识别 6 行", "戊：5")


async def test_all_fields_of_a_long_form_are_nothing_but_lines_to_fill_in(sun: Person) -> None:
    await begins(sun)
    await sun.taps("粘贴多项")
    await sun.taps("全部字段")
    pages = [sun.screen]
    await sun.taps("下一页")
    pages.append(sun.screen)
    lines = [line for page in pages for line in page.splitlines() if line and not line.startswith("[")]
    assert [line for line in lines if "：" not in line] == []
    await sun.taps("返回")
    await sun.says("\n".join(lines))
    sun.sees_not("未识别")

"""What can't be a company's name, and what can, however odd."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.base.naming import NoName, NotAName, demand_name, no_name

NO_NAMES = [
    ("深圳市宏达科技有限公司\n深圳市南山区", NoName.LINES),
    ("客户全称：宏达科技有限公司\n所在地：深圳", NoName.LINES),
    ("今天拜访了宏达\r\n谈了打样", NoName.LINES),
    ("客户名称：深圳市宏达科技有限公司", NoName.COLON),
    ("宏达科技有限公司:张三", NoName.COLON),
    *((f"客户名称{colon}深圳市宏达科技有限公司", NoName.COLON) for colon in "∶꞉ː：﹕︓︰⁚˸"),
    ("名称（中山晴岚）", NoName.LABEL),
    ("客户全称【深圳市宏达科技有限公司】", NoName.LABEL),
    ("名称： 宏达科技有限公司", NoName.COLON),
    ("深圳市宏达科技有限公司13800138000", NoName.PHONE),
    ("宏达科技 138 0013 8000", NoName.PHONE),
    ("宏达科技 +86-138-0013-8000", NoName.PHONE),
    ("宏达科技 0755-8888 6666", NoName.PHONE),
    ("宏达科技（010）88886666", NoName.PHONE),
    ("宏达科技 400-820-8820", NoName.PHONE),
    ("宏达科技 +852 9123 4567", NoName.PHONE),
    ("青禾有限公司/海棠有限公司/白桦股份有限公司", NoName.SEVERAL),
    ("青禾电子厂、海棠灯具厂、白桦研究所", NoName.SEVERAL),
    ("青禾有限公司海棠有限责任公司白桦集团公司", NoName.SEVERAL),
    ("深圳市政府 300、南方科大 200、市人民医院 100", NoName.SEVERAL),
    ("青禾电子 300万，海棠灯具 200万", NoName.SEVERAL),
    ("深圳市南山区科技园路1号", NoName.ADDRESS),
    ("科苑路15号科兴科学园B栋301室", NoName.ADDRESS),
    ("宏达科技有限公司（深圳市南山区科技南路12号）", NoName.ADDRESS),
    ("南京东路三百号", NoName.ADDRESS),
    ("No. 12, Keji Road", NoName.ADDRESS),
    ("12 Queen's Road", NoName.ADDRESS),
    ("zhang@hongda.com", NoName.MAIL),
    ("宏达科技有限公司 ｚｈａｎｇ＠hongda.com", NoName.MAIL),
    ("www.hongda.com", NoName.WEB),
    ("大连重工机电有限公司 https://dl.cn", NoName.WEB),
    ("大连重工机电有限公司 dl.com.cn", NoName.WEB),
    ("广州蓝天电子有限公司（现名：广州白云电子有限公司）", NoName.RENAMED),
    ("广州蓝天电子有限公司（已更名为广州白云电子有限公司）", NoName.RENAMED),
    ("广州蓝天电子有限公司 现名广州白云电子有限公司", NoName.RENAMED),
    ("/help", NoName.COMMAND),
    ("／客户", NoName.COMMAND),
]
NAMES = [
    *("3M中国有限公司", "7-ELEVEN", "7-Eleven（北京）有限公司", "深圳市一路发科技有限公司", "北京路88号餐饮有限公司"),
    *(
        "AT&T (China) Co., Ltd.",
        "O'Neill Ltd",
        "宏达·科技（深圳）有限公司",
        "第二机床厂",
        "1688科技有限公司",
        "人民路12号酒店",
    ),
    *("110119120科技有限公司", "广州13号文化有限公司", "360", "2000年代科技公司", "延安市车村二号煤矿有限公司"),
    *(
        "88 Queens Road Restaurant Ltd",
        "Abbey Road Studios",
        "南京花园一号饮食文化有限公司企业管理分公司",
        "ROHM/LAPIS",
    ),
    *(
        "昆明市衡器厂第二名称：昆明衡器制造公司",
        "佛山市物资储运公司 增挂: 佛山市物资总公司",
        "91440300708461136T",
        "大连重工机电有限公司（已更名）",
        "广州白云电子有限公司（原名：广州蓝天电子有限公司）",
        "广州白云电子有限公司（曾用名：广州蓝天电子有限公司）",
        "深圳宏达",
    ),
]


@pytest.mark.parametrize(("text", "why"), NO_NAMES)
def test_what_was_pasted_or_meant_otherwise_is_no_name(text: str, why: NoName) -> None:
    assert no_name(text) is why
    with pytest.raises(NotAName):
        demand_name(text)


@pytest.mark.parametrize("text", NAMES)
def test_odd_names_are_names(text: str) -> None:
    assert no_name(text) is None


@given(st.text(max_size=500))
def test_whatever_is_written_is_judged(text: str) -> None:
    assert no_name(text) in {None, *NoName}

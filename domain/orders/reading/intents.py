"""Whether a line is an order at all: signs of question, condition, plan, enquiry, sample, complaint, or of a correction of
something else. They are looked for in what is no name."""

from __future__ import annotations

import re

from domain.orders.reading.text import LineText

_ELSE = r"""[?]|吗|了没(?:有)?(?=\W|$)|来着|呢(?=\s|$)|多少|几时|什么|怎么|为何|能不能|能否|可不可以|可以.{0,6}(?:么|吗)|是否|是不是|有没有|有无|有货|现货|库存|报价|报个价|询价|问下|问一下|请问|查一下|查下|查询
    |如果|要是|假如|假设|的话|万一
    |打算|准备|下周(?:再|要|会|下|订|补)|下个?月(?:再|会|下|订)|改天|过几天|到时候|等.{0,6}再(?:下|订)|计划|预计|预估|考虑|可能|也许|大概率|下周要|下个?月要|明年要|明天(?:要|会|下|订|签)|后天(?:要|会|下|订|签)|将要|会下|会订|要下单|想要|想下|想订|待下单|还没下|还没签|未下单|未签|意向|商机|预测|每个?(?:月|年|季|周)(?!结)|月均|年均|年用量|月(?:份)?(?:开始|起)|明年起|monthly|(?:per|every|each|a)\s(?:month|year)
    |样品|送样|样片|试样|打样|小样|免费
    |到账|已付|回款|收款|打款|汇款|对账|请款|催款|发票|盘点|结余|结存|剩余|入库|余(?=\s?\d)
    |(?<![a-z0-9])(?:sf|yt|jd|zto|dhl)\d{8,}|运单|快递单|物流单|会议|密码|周会|若(?=[^干])|库存|预测|报价单|送样|complain|(?<![a-z])(?:ng|8d|shipped)(?![a-z])
    |竞品|竞争对手|友商|同行报|再谈|去谈|来谈|谈价|谈判|压价|砍价|还价|议价|要降价?|太高了?|太贵|上量
    |投诉|不良|坏了|坏的|质量|异常|失效|客诉|烧了|故障|有问题|维修
    |(?<![a-z])(?:sample|samples|quote|quotation|rfq|if|would|could|can|how|what|when|why|stock|plan|planning|maybe|complaint|defective|forecast|will)(?![a-z])""".replace(
    "\n    ", ""
)
_CORRECTS = r"""打错|搞混|(?:昨天|上次|前天|刚才)那[单笔]|改成|改为|更正|更改|修改|写错|录错|记错|搞错|作废|取消|撤销|删除|删掉|删了|不要了|别录|上一单|上单|刚才那|刚刚那|之前那
    |(?<![a-z])(?:typo|should be|cancel|wrong)(?![a-z])""".replace("\n    ", "")
"""What is said of something that was written before."""
_NO_ORDER = re.compile(f"{_ELSE}|{_CORRECTS}")
_ASKS_OR_PLANS = re.compile(f"{_ELSE}|先?不急|等一下|稍等|等等|怎样|到哪|哪[里个天家]")
_VISIT = re.compile(
    r"^\W*(?:写|补|记)?跟进|拜访|走访|回访|来访|(?:^|[\s,，。今昨前天上下午刚])(?:去|到|见)了?(?=[\u3400-\u9fff]{2,12}?[,，。；;\s])"
)
_NONE_TODAY = re.compile(
    r"(?:今天|今日|当天)?\s?(?:没有|没|无|暂无)(?:有)?\s?(?:订单|单子|单|出货|成交|销售)(?:了)?|no orders?(?: today)?|none today"
)
_AGAIN = re.compile(
    r"再(?:来|下|要|订)一?(?:单|笔|次)|照旧|同上(?:一?单)?|老样子|跟上次一样|和上次一样|same again|repeat(?: order)?|again"
)
_THAT_ONE = re.compile("(?:昨天|上次|前天|刚才)那[单笔]|上一单|上单|刚才那|刚刚那|之前那")
"""Which order something came back from."""
_RETURN = re.compile(
    r"退货|退回|退换|返货|退了|退(?=\s?[\d一二两三四五六七八九十])|(?<![\u3400-\u9fff])退(?![\u3400-\u9fff])|(?<![a-z])(?:return(?:ed|s)?|refund)(?![a-z])"
)


def is_none_today(text: str) -> bool:
    """The whole message, nothing besides."""
    said = re.sub(
        r"(?:谢谢|辛苦|哈|哦|啊|呢|啦|哟|thanks|thx)",
        "",
        "".join(each for each in LineText(text).plain if each.isalnum() or each == " "),
    )
    return _NONE_TODAY.fullmatch(said.strip()) is not None


_CONFIRMS = re.compile(r"(?:请|麻烦)?(?:确认|(?:确认)?全部确认|确认全部|都确认|全确认|confirm(?: all)?)(?:了|吧|谢谢)?")


def confirms(text: str) -> bool:
    """确认全部: the whole message, nothing besides."""
    return _CONFIRMS.fullmatch(" ".join(re.findall(r"\w+", LineText(text).plain))) is not None


_ORDERED = re.compile(
    r"(?:已经?|都)(?:下单|下了|订|签)|下单了|下了单|签了|订了|[下订要拿]了\s?(?=[\d一二两三四五六七八九十])|(?<![a-z])ordered(?![a-z])"
)


def says_ordered(text: str) -> bool:
    """已下单, of something that happened: pieces of which that is said are an order as much as anything else."""
    return _ORDERED.search(LineText(text).plain) is not None


_CALLED_OFF = re.compile(
    r"(?:客户|对方)?(?:已经?|又|要求?)?(?:作废|撤销|取消|撤单|退单|不要)(?:掉|了)?|(?<![a-z])(?:cancel(?:l?ed)?|void(?:ed)?)(?![a-z])",
    re.IGNORECASE,
)


def without_calling_off(text: str) -> str | None:
    """What stands besides 作废, 客户取消了; None for what calls nothing off."""
    rest, count = _CALLED_OFF.subn(" ", text)
    return rest if count else None


def says_no_order(text: str, *, returned: bool = False) -> bool:
    """`returned`: it tells of a return, which names the order that it is of."""
    return _NO_ORDER.search(_THAT_ONE.sub(" ", text) if returned else text) is not None


_SAME_PRICE = re.compile(
    r"(?:(?:按|照|用|还是|就)\s?)?(?:(?:跟|和|同|按|照)?上次的?(?:一样)?的?(?:价格|价钱|价)(?:一样)?|(?:老|原|旧)(?:价格|价钱|价)"
    r"|(?:价格|价钱|价)(?:都|均|还是|就)?(?:不变|照旧|同上次?|同前|老样子|按(?:上次|之前|以前|老)的?|(?:跟|和|同)上次一样))|(?<![a-z])(?:same|old|last) price(?![a-z])"
)
_ONE_MORE = re.compile(
    r"^\W*(?:再|还要?|另外)?(?:(?:加|补|录|记|报|添)(?:上|录)?|来(?=一个))(?:一|两|1|2)?(?:个|单|笔|条|行)(?!\d)"
)


def same_price_sign(text: str) -> re.Match[str] | None:
    """老价格: as the customer paid last."""
    return _SAME_PRICE.search(text)


def one_more_sign(text: str) -> re.Match[str] | None:
    """再加一个: another order, no piece."""
    return _ONE_MORE.search(text)


def corrects(text: str) -> bool:
    """改成 9k, 打错了: said of what stands above."""
    return re.search(f"{_CORRECTS}|改|不对|应该", text) is not None


def asks_or_plans(text: str) -> bool:
    """A question, a plan, a complaint: signs that it is neither an order nor a correction of one."""
    return _ASKS_OR_PLANS.search(text) is not None


def tells_of_a_visit(text: str) -> bool:
    """跟进 白桦：…, 今天拜访了张工: how it goes with a customer, whatever figures stand in it."""
    return _VISIT.search(LineText(text).plain) is not None


def return_sign(text: str) -> re.Match[str] | None:
    return _RETURN.search(text)


def again_sign(text: str) -> re.Match[str] | None:
    return _AGAIN.search(text)

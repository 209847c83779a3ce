"""What stands in a message about an order and is none of it: numbers of papers, terms of payment, telephones, shipping,
and the words that hold a sentence together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.orders.reading import numerals
from domain.orders.reading.text import LineText

_REFERENCE = re.compile(
    r"(?:(?:合同|订单|采购单?|客户单|单据|po|p/o|so|pi|合同编)\s?(?:编?号|no\.?|#)|(?:合同|订单)(?=\s?[#:：]?\s?[a-z]{1,4}[-_]?\d{4})|(?<![a-z])(?:po|p/o|so|pi)(?=\s?[#:\-]?\s?\d)|#(?=\d))\s?[#:\-为是]?\s?"
    r"(?P<number>[a-z0-9][a-z0-9\-_/]*)"
)
_TERMS = re.compile(
    r"月结\s?\d{0,3}\s?天?|账期\s?:?\s?\d{0,3}\s?天?|帐期\s?:?\s?\d{0,3}\s?天?|(?:电汇|承兑|现结|现款|现金|款到发货|货到付款|预付|定金|尾款)\s?\d{0,3}\s?%?|\d{1,3}\s?天(?:账期|帐期|付款|到账|结)?|net\s?\d{1,3}"
    r"|t/t|tt\s?\d{0,3}%?|交期\s?:?\s?\d{1,3}\s?(?:天|周|days?|weeks?)|\d{1,2}\s?周(?:交期|交货)"
    r"|(?:电话|手机|tel|联系方式|单号|快递)\s?[:]?\s?[\d\- ]{7,20}|(?<!\d)1[3-9]\d{9}(?!\d)|(?<![\d])0\d{2,3}-\d{7,8}(?!\d)|(?:顺丰|德邦|中通|圆通|跨越)(?:快递|速运|到付|寄付)?"
)
_FIGURE = rf"(?:(?:rmb|cny|usd|us\$|¥|\$)\s?)?(?:{numerals.SCALED}|{numerals.PLAIN}|{numerals.SPOKEN})\s?(?:元|块钱?|美元|美金|港币|%|usd)?(?:\s?/\s?[票单次箱件])?"
_CHARGES = re.compile(
    rf"(?P<before>(?<![\d.a-z])(?:已付|另付|另加|外加|加收|付了?|收了?)?{_FIGURE})?"
    r"(?P<kept>不含|含|包|免|另收|另付|另加|外加|加收|已付|已收|付|收|加)?"
    r"(?P<name>(?:[国运]?内?(?:运输?|邮|快递|物流|空运|海运|包装|纸箱|样品|开模|模具|治具|夹具|工程|研发|开发|测试|检测|认证|手续|服务|报关|清关|仓储|保险|加急|烧录|编带|贴片|加工|人工|差旅|杂)费用?"
    r"|邮资|关税|定金|订金|押金|尾款|余款|预付款?|保证金|违约金)|(?<![a-z])(?:freight|shipping(?:\s(?:fee|cost|charge)s?)?|postage|packing(?:\sfee)?|tariff|duty|deposit|prepay(?:ment)?|nre)(?![a-z]))"
    rf"(?P<other>\s?(?:另算|另计|另付|到付|自理|自付|我司付|他们付|对方付|已付|未付))?(?P<behind>\s?[:=为是共]?\s?(?:已?[付收]了?)?{_FIGURE})?"
)
"""What is paid besides the price of a piece, with its figure: 运费5元, 30%定金. The price that includes it (含运费3.2) has a
figure of its own."""
_RELATIVE = re.compile(
    rf"(?:(?:单价|价格|价钱|价)?比[^\s\d,，;；。]{{1,8}}?(?:还|又|要)?(?:少|多|贵|便宜|高|低|降|涨|优惠)|(?:(?:单价|价格|价钱|价)|(?<![\u3400-\u9fff]))(?:太高|偏高|太贵)?[,，]?(?:又|再|要|得|想|还)*(?:降|涨|便宜|优惠|让利?|少|贵|低|高))了?\s?(?!到)"
    rf"(?:{numerals.PLAIN}|{numerals.SPOKEN})\s?(?:元|块钱?|毛|角|分|%|个?点)(?:[\d一二三四五六七八九][分毛角]?)?钱?"
)
"""What is only told beside something else: 比上次少2毛, 便宜了5分. It is no price."""
_FORMER = re.compile(
    rf"(?:原来?的?价格?|旧价|之前的?价格?|上次的?价格?|市场?价|目录价|标价|挂牌价|指导价)(?:是|为|报)?\s?:?\s?(?:¥|rmb)?(?:{numerals.PLAIN})(?:\s?(?:元|块钱?))?(?![\d.kw万千片个])"
)
_SOME = rf"(?:(?:{numerals.SCALED}|{numerals.PLAIN}|{numerals.SPOKEN})\s?{numerals.PIECES}|{numerals.SCALED})"
_GIVEN = r"赠品?|备品|备件|样品|损耗|送|备用|免费"
_OWED = r"少发|漏发|多发|补发|错发|欠货?|欠发|少给|多给|少送|多送|退换"
_BESIDES = re.compile(
    rf"(?:其中|里面|内|包?含|另外?|再|还|又|加|外加|附)?(?:{_GIVEN}|{_OWED})(?:送|品|料)?(?:了|的)?\s?{_SOME}(?:[是为的]?(?:{_GIVEN})(?:送|品|料)?的?)?"
    rf"|(?:其中|里面|含|另外?|再|还|又|加|外加|附)?\s?{_SOME}\s?(?:[是为]|作为?|当|用[作于])?(?:{_GIVEN})(?:送|品|料)?的?(?![\u3400-\u9fff])"
    rf"|其中\s?{_SOME}[^\s\d,，;；。\x00]{{0,12}}"
    rf"|(?:上次|之前|以前|前面|上回|上批)?(?:还)?(?:{_OWED}|没发|未发|缺)(?:了|的)+\s?{_SOME}[^\s\d,，;；。\x00]{{0,6}}"
)
"""Pieces of something else: 其中200片是赠送的, 送200片, 少发了200片, 上次欠的200片. Where other pieces stand there, they are the
order's."""
_PIECES = re.compile(rf"{_SOME}|(?<![\w.])\d[\d,]*(?![\w.])")
_PRICED = re.compile(r"\d\.\d|\d\s?[元块毛]")
"""原价3.4 现价3.2: what it cost before, or elsewhere, where a price stands besides."""
_PAYMENT = re.compile(
    r"(?:月底|月初|月末|[每当次下]个?月|\d{1,2}[号日]|统一|一起|再|请|麻烦|[开专普增值税])*(?:对账|回款|请款|发票)(?P<how>[^\s\d,，、;；。!！\x00]*)"
)
"""How it is settled and invoiced: 月底对账, 发票开上海公司; what happened already (发票开好了) is news and no order."""
_HAPPENED = re.compile("[了过好没未错吗]|核对")
_SHIPPING = re.compile(r"(?:已经?|马上|待|安排|尽快|先)?(?:发货|出货|交货|送货|提货|到货)(?:了|中)?")
_FILLER = re.compile(
    r"(?:[上下中]午|晚上|早上|(?:以上|一?共)?(?:\d{1,2}|[一二两三四五六七八九十几])(?:种|单|笔|款|行|个型号|条)|如下|以上|分别是?|销售记录|明细|记录|当时|漏登|补登|麻烦|帮忙|帮我|请|谢谢|辛苦|老师|你好|您好|在吗|录一下|录入|记一下|登记|记|(?<![\u3400-\u9fff])(?:客户|项目)(?:名称)?:?|mcu型号|型号|mcu|数量|单价|价格|销售日期|日期|备注|订单|下单|下了|下|订了|订|要了|要|买了|买|拿了|拿|卖了|卖|出了|出|签了|签|合同"
    r"|又|再|还有|另外|然后|其中|这个|那个|一共|总共|一单|两单|一笔|这单|的|了|给|和|跟|共|是|为|在|吧|哈|哦|嗯|啊"
    r"|(?<![a-z\d])(?:order(?:ed|s)?|confirm(?:ed)?|log|both|all|please|pls|for|of|at|the|an?|on|qty|with|and|thanks?)(?![a-z\d]))+"
)
_PHRASE = re.compile(r"\w+")
_HIS = re.compile(r"['’]s(?![a-z])")


@dataclass(frozen=True, slots=True)
class Terms:
    """`rest` as written; `reference` the contract's or purchase order's number, the first where several stand there."""

    rest: tuple[str, ...]
    reference: str


def claim(line: LineText) -> Terms:
    rest: list[tuple[int, str]] = []
    reference = ""
    for found in line.found(_REFERENCE):
        rest.append((found.start(), line.written(*found.span())))
        reference = reference or line.written(*found.span("number"))
        line.claim(*found.span(), "reference")
    for found in line.found(_TERMS):
        rest.append((found.start(), line.written(*found.span())))
        line.claim(*found.span(), "terms")
    return Terms(tuple(text for _, text in sorted(rest)), reference)


def claim_charges(line: LineText) -> tuple[str, ...]:
    """Of the figures on both sides of a charge the one behind is its own, or the one right before it: 5元运费."""
    rest = []
    for found in line.found(_RELATIVE):
        rest.append(line.written(*found.span()))
        line.claim(*found.span(), "terms")
    for found in line.found(_FORMER):
        start, end = found.span()
        if _PRICED.search(line.open[:start]) or _PRICED.search(line.open, end):
            rest.append(line.written(start, end))
            line.claim(start, end, "terms")
    for found in line.found(_CHARGES):
        start, end = found.span()
        includes = found["kept"] in ("含", "包", "不含", "免")
        if found["before"] and (includes or found["other"] or found["behind"]):
            start += len(found["before"])
        if found["behind"] and includes:
            end -= len(found["behind"])
        end -= len(line.plain[start:end]) - len(line.plain[start:end].rstrip())
        rest.append(line.written(start, end))
        line.claim(start, end, "terms")
    return tuple(rest)


def claim_besides(line: LineText, *, alone: bool = False) -> tuple[str, ...]:
    """`alone`: even where no other pieces are told, as on a card, which has some."""
    rest = []
    for found in line.found(_BESIDES):
        start, end = found.span()
        if alone or _PIECES.search(f"{line.open[:start]} {line.open[end:]}"):
            rest.append(line.written(start, end).strip())
            line.claim(start, end, "terms")
    return tuple(rest)


def claim_payment(line: LineText) -> tuple[str, ...]:
    rest = []
    for found in line.found(_PAYMENT):
        if _HAPPENED.search(found["how"]):
            continue
        rest.append(line.written(*found.span()))
        line.claim(*found.span(), "terms")
    return tuple(rest)


_FACES = re.compile(
    r"\[(?:ok|yes|no|强|赞|抱拳|握手|玫瑰|微笑|呲牙|偷笑|捂脸|合十|鼓掌|咖啡|太阳|胜利|爱心|心|庆祝|烟花|红包|發|发|加油|加油加油|拥抱|害羞|愉快|得意|奸笑|耶|好的|嘿哈"
    r"|发呆|流泪|大哭|憨笑|坏笑|机智|旺柴|吃瓜|苦涩|裂开|叹气|让我看看|天啊|emm|汗|晕|色|酷|调皮|难过|尴尬|发怒|惊讶|撇嘴|睡|疑问|嘘|再见|抠鼻|拳头|勾引|跳跳|转圈|礼物|蛋糕|啤酒"
    r"|thumbsup|rose|salute|grin|smile|facepalm|worship)\]"
)
"""As WeChat writes a face when it copies one as text."""


def claim_faces(line: LineText) -> None:
    for found in line.found(_FACES):
        line.claim(*found.span(), "filler")


def claim_shipping(line: LineText) -> tuple[str, ...]:
    """Without a day: 已出货."""
    rest = []
    for found in line.found(_SHIPPING):
        rest.append(line.written(*found.span()))
        line.claim(*found.span(), "shipping")
    return tuple(rest)


def claim_filler(line: LineText) -> None:
    """The words of the sentence, last of all; no word is cut out of a phrase that says more (张工签收)."""
    for found in line.found(_HIS):
        line.claim(*found.span(), "filler")
    for phrase in line.found(_PHRASE):
        if _FILLER.fullmatch(line.open, *phrase.span()):
            line.claim(*phrase.span(), "filler")

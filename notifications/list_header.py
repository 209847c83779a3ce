"""The heading of a customer list: which column is which, however people write it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dialogs.core.screen import Say, say
from domain.errors import Refusal
from domain.imports import REQUIRED, Column

WRITTEN: Mapping[Column, str] = {
    Column.NAME: "客户名称 客户 客户全称 公司名称 企业名称 名称 客户名 customer name customername company companyname",
    Column.CODE: "统一社会信用代码 信用代码 社会信用代码 税号 creditcode code",
    Column.REGION: "区域 地区 城市 所在地 省市 region city",
    Column.DOMAIN: "产品领域 领域 应用领域 产品 domain productdomain",
    Column.VOLUME: "总出货量 出货量 年用量 年出货量 volume",
    Column.MCUS: "在用mcu mcu mcu型号 在用型号 mcuinuse mcusinuse",
    Column.BUYER: "采购方 采购 buyer purchaser",
    Column.FACTORY: "加工厂 工厂 代工厂 factory",
    Column.BACKGROUND: "客户背景 背景 备注 background",
    Column.AGENCY: "代理商 代理商名称 代理 经销商 agency",
    Column.CONTACT: "代理商联系人 联系人 业务员 销售 salesperson contact",
    Column.UNTIL: "保护至 保护期至 保护到期 保护截止 到期日 protecteduntil until",
    Column.ALIASES: "别名 简称 曾用名 英文名 aliases alias othernames",
}
_COLUMN = {written: column for column, several in WRITTEN.items() for written in several.split()}
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass
class HeaderMissing(Refusal):
    """A column that must be there isn't found in the heading."""

    columns: tuple[Say, ...]

    @classmethod
    def of(cls, found: Mapping[int, Column]) -> HeaderMissing:
        return cls(tuple(say(f"import-column-{each.value}") for each in _missing(found.values())))


def _missing(found: Iterable[Column]) -> tuple[Column, ...]:
    there = set(found)
    return tuple(each for each in REQUIRED if each not in there)


def columns_of(cells: Sequence[str]) -> Mapping[int, Column]:
    """Place → column; of a column that stands twice the first counts, what isn't known is passed over."""
    found: dict[int, Column] = {}
    for place, cell in enumerate(cells):
        column = _COLUMN.get(_plain(cell))
        if column is not None and column not in found.values():
            found[place] = column
    return found


def _plain(cell: str) -> str:
    """`总出货量（万/年） *` → 总出货量."""
    text = _BRACKETS.sub("", unicodedata.normalize("NFKC", cell[:60]).casefold())
    return "".join(each for each in text if each.isalnum())

"""The heading of a list: which column is which, however people write it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialogs.core.screen import Say, say
from domain.errors import Refusal
from domain.imports import REQUIRED, Column
from domain.rosters import AGENCY_REQUIRED, PERSON_REQUIRED, AgencyColumn, PersonColumn

_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True)
class Header:
    """What a list's columns are called. `stem` begins the keys of its words in the catalogues; each column's `written` are
    separated by blanks."""

    stem: str
    written: Mapping[StrEnum, str]
    required: Sequence[StrEnum]

    @property
    def columns(self) -> tuple[StrEnum, ...]:
        """In the order of the template."""
        return tuple(self.written)

    def title(self, column: str) -> Say:
        return say(f"{self.stem}-column-{column.replace('_', '-')}")

    def sample(self, column: str) -> Say:
        return say(f"{self.stem}-sample-{column.replace('_', '-')}")

    def note(self, column: str) -> Say:
        return say(f"{self.stem}-note-{column.replace('_', '-')}")

    def columns_of(self, cells: Sequence[str]) -> Mapping[int, str]:
        """Place → column; of a column that stands twice the first counts, what isn't known is passed over."""
        known = {written: column for column, several in self.written.items() for written in several.split()}
        found: dict[int, str] = {}
        for place, cell in enumerate(cells):
            column = known.get(_plain(cell))
            if column is not None and column.value not in found.values():
                found[place] = column.value
        return found

    def complete(self, found: Iterable[str]) -> bool:
        return not self.missing(found)

    def missing(self, found: Iterable[str]) -> tuple[Say, ...]:
        there = set(found)
        return tuple(self.title(each.value) for each in self.required if each.value not in there)


@dataclass
class HeaderMissing(Refusal):
    """Columns that must be there aren't found in the heading."""

    columns: tuple[Say, ...]


def _plain(cell: str) -> str:
    """`总出货量（万/年） *` → 总出货量."""
    text = _BRACKETS.sub("", unicodedata.normalize("NFKC", cell[:60]).casefold())
    return "".join(each for each in text if each.isalnum())


CUSTOMERS = Header(
    "import",
    {
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
    },
    REQUIRED,
)

_COMPANY = "公司名称 代理商名称 企业名称 名称 公司 代理商 公司全称 company companyname agency name"
_CODE = "统一社会信用代码 信用代码 社会信用代码 税号 creditcode code"
_UNIT = "省区或行业 所属省区或行业 省区 行业 单位 所属单位 unit"
_EMAIL = "邮箱 电子邮箱 电子邮件 主账户邮箱 email mail"
_PHONE = "手机号码 手机 电话 联系电话 主账户手机 phone mobile"

AGENCIES = Header(
    "agencies-list",
    {
        AgencyColumn.NAME: _COMPANY,
        AgencyColumn.SHORT_NAME: "简称 公司简称 代理商简称 shortname",
        AgencyColumn.CODE: _CODE,
        AgencyColumn.REGION: "所在地 区域 地区 城市 省市 region city",
        AgencyColumn.UNIT: _UNIT,
        AgencyColumn.MANAGER: "渠道经理 主管经理 经理 manager",
        AgencyColumn.OWNER: "主账户姓名 公司主账户 主账户 负责人 联系人 owner contact",
        AgencyColumn.EMAIL: _EMAIL,
        AgencyColumn.PHONE: _PHONE,
    },
    AGENCY_REQUIRED,
)

PEOPLE = Header(
    "people-list",
    {
        PersonColumn.NAME: "姓名 人员 名字 name",
        PersonColumn.TYPE: "账户类型 类型 角色 岗位 accounttype type role",
        PersonColumn.AGENCY: "代理商 代理商名称 公司 公司名称 agency company",
        PersonColumn.UNIT: _UNIT,
        PersonColumn.EMAIL: _EMAIL,
        PersonColumn.PHONE: _PHONE,
    },
    PERSON_REQUIRED,
)

TYPES: Mapping[str, str] = {
    written: value
    for value, several in {
        "owner": "公司主账户 主账户 负责人 老板 owner",
        "salesperson": "业务员 销售 业务 salesperson sales",
        "engineer": "技术 技术fae fae 工程师 技术支持 engineer",
        "assistant": "助理 商务助理 assistant",
        "manager": "渠道经理 经理 manager channelmanager",
    }.items()
    for written in several.split()
}
"""Account types as people write them."""


def account_type(cell: str) -> str:
    """The type's value; what isn't known stays as it was written."""
    return TYPES.get(_plain(cell), cell)

"""What a contract is filled in with, and the longer things that people do with one."""

from __future__ import annotations

import asyncio
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from fpdf import FPDF
from PIL import Image
from sqlalchemy import Connection, select

from bot.clock import Clock
from domain.people.records import AccountType
from storage.records import jobs
from storage.tables.jobs import jobs as table

if TYPE_CHECKING:
    from tests.cast.person import Person
    from tests.cast.scene import Scene

DOCUMENTS = ("正式合同", "营业执照", "法人身份证复印件", "注册登记表")
"""What a 分销商's or 经销商's contract needs."""

BASICS = """是否接受签约说明函：同意
签约主体：华芯信息
签约类型：{type}
渠道级别：{level}
签约渠道经理：陈经理
联系人职位：渠道总监
联系电话：0755-83765566
贵公司总经理：孙总
总经理手机：13800138000
总经理电子邮件：sun@example.com
贵公司服务器负责人：李明
服务器负责人手机：13800138001
服务器负责人电子邮件：li@example.com
系统集成资质等级：二级
所属省份：广东
所属城市：深圳
公司办公地址：深圳市南山区科技园 1 号
公司邮编：518000
公司营业范围：电子元器件的销售与技术服务
年总营业额：1.2亿元"""

BUSINESS = """出票单位(合同签约方)：华芯信息有限公司
公司注册名称：深圳市南山电子有限公司
纳税人类型：一般纳税人
收发票单位全称：深圳市南山电子有限公司
收发票地址：深圳市南山区科技园 1 号
邮政编码：518000
收发票联系人：周助理
联系人电话：0755-83765566
收货单位全称：深圳市南山电子有限公司
收货地址：深圳市南山区仓库 2 号
邮政编码：518055
运输方式：快递
到站：深圳
收货人姓名：周助理
电话：0755-83765567
手机：13800138002
传真：0755-83765568"""

COMPANY = """主要行业1：制造
主要行业1服务器年销售额：500
主要行业2：教育
主要行业2服务器年销售额：200
主要行业3：医疗
主要行业3服务器年销售额：80
主要客户1：深圳市星河联创电子有限公司
主要客户1服务器年销售额：300万
主要客户2：佛山市启明电机有限公司
主要客户2服务器年销售额：120
主要客户3：东莞市宏图智能科技有限公司
主要客户3服务器年销售额：90
公司年营业额(万元)：12000
硬件销售额(万元)：9000
主要经营品牌：华芯、天河"""


def pasted(type_: str = "分销商", level: str = "金牌分销商", *, without: tuple[str, ...] = ()) -> str:
    """The whole form as it is kept in a note, in one message."""
    text = "\n".join((BASICS.format(type=type_, level=level), BUSINESS, COMPANY))
    return "\n".join(line for line in text.splitlines() if line.partition("：")[0] not in without)


@cache
def pdf(text: str = "contract", password: str = "") -> bytes:
    made = FPDF()
    made.add_page()
    made.set_font("helvetica", size=12)
    made.cell(text=text)
    if password:
        made.set_encryption(owner_password="owner", user_password=password)
    out = BytesIO()
    made.output(out)
    return out.getvalue()


@cache
def picture(colour: str = "navy") -> bytes:
    """A photo."""
    out = BytesIO()
    Image.new("RGB", (640, 480), colour).save(out, "JPEG")
    return out.getvalue()


async def begins(person: Person, year: int = 2027) -> None:
    """渠道签约, a new contract of that year: its overview is open."""
    await person.goes_home()
    await person.taps("渠道签约")
    await person.taps(f"新建 {year} 财年")


async def attaches(person: Person, *kinds: str) -> None:
    """Files that are named after what they are."""
    for kind in kinds or DOCUMENTS:
        await person.sends(f"{kind}.pdf", pdf(kind.encode().hex()), mime="application/pdf")


async def signs(person: Person, type_: str = "分销商", level: str = "金牌分销商", *, year: int = 2027) -> None:
    """From home to 已提交, by paste."""
    await begins(person, year)
    await person.says(pasted(type_, level))
    await attaches(person)
    await person.taps("提交审批")


async def signs_too(scene: Scene, person: Person) -> Person:
    """Is a second owner of 深圳南山电子."""
    await scene.second_account(person, AccountType.OWNER, "深圳南山电子")
    await person.opens()
    return person


async def approve(number: str, *people: Person) -> None:
    """Level by level."""
    for person in people:
        await person.taps("批准", on=number)


async def at_the_overview(sun: Person) -> None:
    """The overview of next year's contract is open."""
    await begins(sun)


async def handed_in(sun: Person, chen: Person, liu: Person, admin: Person) -> None:
    """A contract of next year waits for 陈经理; a beginning for `after`, as its neighbours are."""
    await signs(sun)


async def signed(sun: Person, chen: Person, liu: Person, admin: Person) -> None:
    """An approved contract of this year."""
    await signs(sun, year=2026)
    await approve("HT-2026-0001", chen, liu, admin)
    sun.sees("签约通过 HT-2026-0001")


async def worked(scene: Scene) -> None:
    """Every job that waits is done, and what came of it is sent."""
    for _ in range(600):
        if not await scene.db.read(lambda conn: jobs.waits(conn, Clock().now())) and not await scene.db.read(_running):
            break
        await asyncio.sleep(0.05)
    await scene.settled()


def _running(conn: Connection) -> bool:
    return conn.execute(select(table.c.id).where(table.c.state == "running")).first() is not None

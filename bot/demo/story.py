"""A lived-in month for the demo: lived through the use-cases themselves, each at its moment of the past.

What is long over is told to nobody; what still waits (a report to be decided, one to be mended) has its card.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial

from bot.serving.app import App
from bot.serving.work import DeskWork, work_for
from domain.approvals import deciding
from domain.base.kinds import Kind
from domain.base.stage import Stage
from domain.customers.records import Profile
from domain.follow_ups import writing
from domain.orders import changing, months, noting, recording, wanting
from domain.orders.records import Batch
from domain.people.records import Account
from domain.projects.records import Milestone, ProjectItem
from domain.reports import reporting
from storage.engine import Connection


@dataclass(frozen=True)
class Past:
    """A customer of the past month. `ago` days ago it was reported; what was decided the next day; `told` are
    follow-ups: days ago, what was said, the project's stage by then."""

    who: str
    name: str
    region: str
    domain: str
    volume: str
    mcus: str
    ago: int
    decided: str = "approve"
    project: str = ""
    told: tuple[tuple[int, str, Stage], ...] = field(default=())


MONTH = (
    Past("李明", "东莞市晨曦家电有限公司", "广东 东莞", "家电 · 电饭煲", "240", "BAT32G137", 40, project="电饭煲主控",
         told=((27, "试产 2,000 台，客户开始按批下单", Stage.SELECTION), (13, "节前备货，订单放量", Stage.SELECTION))),
    Past("李明", "深圳市海棠智能家居有限公司", "广东 深圳", "家电 · 空调", "180", "STM32F030、GD32F130", 34, project="变频空调外机",
         told=((24, "研发王工确认样机方案，下周打样", Stage.SELECTION), (9, "样机温升通过，转入研发评审", Stage.DEVELOPMENT))),
    Past("李明", "东莞市白桦电动工具有限公司", "广东 东莞", "电机控制 · 电动工具", "320", "FU6832", 33, project="无刷电钻",
         told=((18, "竞品涨价，客户愿意换型，样片 50 片已寄出", Stage.SELECTION),)),
    Past("李明", "佛山市启明风机制造有限公司", "广东 佛山", "电机控制 · 风机", "65", "STM8S003", 31),
    Past("李明", "惠州市朗月照明科技有限公司", "广东 惠州", "照明 · 智能灯", "90", "CH32V003", 20, project="应急灯驱动",
         told=((6, "老化测试中，月底给结论", Stage.DEVELOPMENT),)),
    Past("李明", "中山市恒泉水泵有限公司", "广东 中山", "电机控制 · 水泵", "45", "GD32E230", 15, decided="reject"),
    Past("李明", "深圳市云岫仪表有限公司", "广东 深圳", "仪器仪表 · 电表", "210", "MSP430、HT5015", 3, decided="return"),
    Past("李明", "珠海市听潮电子有限公司", "广东 珠海", "消费电子 · 耳机", "500", "BES2300", 1, decided=""),
    Past("王芳", "广州市青禾储能技术有限公司", "广东 广州", "电源储能 · BMS", "130", "STM32G071", 32, project="便携储能 BMS",
         told=((12, "小批 300 套已交付，客户跟踪返修率", Stage.PILOT),)),
    Past("王芳", "广州市南雁医疗器械有限公司", "广东 广州", "医疗健康 · 血压计", "75", "HC32L110", 26, project="臂式血压计",
         told=((11, "注册检验通过，等量产排期", Stage.DEVELOPMENT),)),
    Past("王芳", "佛山市云帆门锁有限公司", "广东 佛山", "安防消防 · 门锁", "150", "N32G031", 8),
    Past("王芳", "深圳市海棠智能家电有限公司", "广东 深圳", "家电 · 风扇", "60", "STM8S003", 1, decided=""),
)  # fmt: skip


@dataclass(frozen=True)
class DemoOrder:
    """An order of the past month, by whom and how many days ago. `batches` with the pieces of each. `shipped` and `back` are
    days ago, and pieces. `late`: its contract is of the last month that was closed when it was logged."""

    who: str
    name: str
    ago: int
    pieces: int
    price: str
    batches: tuple[tuple[str, int], ...] = ()
    shipped: tuple[int, int] | None = None
    back: tuple[int, int] | None = None
    late: bool = False


SOLD = (
    DemoOrder("周助理", "东莞市晨曦家电有限公司", 36, 2_000, "2.35", (("E2610", 2_000),)),
    DemoOrder("周助理", "东莞市白桦电动工具有限公司", 25, 5_000, "3.2", (("A12", 3_000), ("A13", 2_000)), back=(16, 500)),
    # four batches are two linked orders
    DemoOrder("周助理", "东莞市晨曦家电有限公司", 19, 12_000, "2.3",
         (("E2611", 3_000), ("E2612", 3_000), ("E2613", 3_000), ("E2614", 3_000)), shipped=(12, 5_000)),
    DemoOrder("周助理", "惠州市朗月照明科技有限公司", 12, 20_000, "0.85", (("L07", 20_000),)),
    DemoOrder("李明", "深圳市海棠智能家居有限公司", 7, 3_000, "4.6", (("H0311", 3_000),)),
    DemoOrder("周助理", "东莞市白桦电动工具有限公司", 3, 8_000, "3.15", (("A15", 8_000),), shipped=(2, 4_000)),
    DemoOrder("周助理", "东莞市晨曦家电有限公司", 1, 1_500, "2.4", late=True),
    DemoOrder("王芳", "广州市青禾储能技术有限公司", 18, 3_000, "5.6", (("Q21", 3_000),)),
    DemoOrder("王芳", "广州市青禾储能技术有限公司", 4, 6_000, "5.5", (("Q24", 6_000),)),
)  # fmt: skip
WAITS = ("周助理", 2, "佛山市启明风机制造有限公司 风机主控板 2k 1.9元")
"""An order that waits for its project: who wrote it, how many days ago, what was written."""
REASONS = {"reject": "该客户由总部直供，不再授权代理", "return": "请写明终端年产量和在用型号占比"}


def lay(conn: Connection, app: App, now: datetime) -> None:
    """Everything in the order of time."""
    moments: list[tuple[datetime, Callable[[], None]]] = []
    stage = _Stage(conn, app, now)
    for past in MONTH:
        reported = stage.at(past.ago, hour=10)
        moments.append((reported, partial(stage.report, past, reported)))
        if past.decided:
            decided = stage.at(past.ago - 1, hour=15)
            moments.append((decided, partial(stage.decide, past, decided)))
        for ago, words, reached in past.told:
            told = stage.at(ago, hour=17)
            moments.append((told, partial(stage.tell, past, told, words, reached)))
    for each in SOLD:
        moments += stage.selling(each)
    moments.append((stage.at(WAITS[1], hour=18), partial(stage.wait, *WAITS)))
    for _, live in sorted(moments, key=lambda moment: moment[0]):
        live()


class _Stage:
    def __init__(self, conn: Connection, app: App, now: datetime) -> None:
        self.conn, self.app, self.now = conn, app, now
        people = app.system(conn, now).people
        everybody = [*people.vendor_accounts(), *(a for g in (1, 2) for a in people.accounts_of_agency(g))]
        self.people: dict[str, Account] = {account.name: account for account in everybody}
        self.reports: dict[str, int] = {}
        self.lines: dict[DemoOrder, int] = {}

    def at(self, ago: int, *, hour: int) -> datetime:
        """That many days ago at this hour of the vendor, never later than now."""
        day = self.now.astimezone(self.app.policy.zone).replace(hour=hour, minute=12, second=0, microsecond=0)
        return min((day - timedelta(days=ago)).astimezone(self.now.tzinfo), self.now - timedelta(minutes=5))

    def _work(self, who: str, at: datetime) -> DeskWork:
        account = self.people[who]
        return work_for(self.conn, self.app.policy, at, account=account, owner=f"account:{account.id}")

    def report(self, past: Past, at: datetime) -> None:
        work = self._work(past.who, at)
        profile = Profile(
            name=past.name, region=past.region, domain=past.domain, volume=Decimal(past.volume), mcus=past.mcus
        )
        project = _project(past, Stage.CONTACT, "首次拜访，了解现用方案") if past.project else None
        made = reporting.report(work, reporting.ReportCustomer(profile=profile, project=project))
        self.reports[past.name] = made.report
        self._tell(work, still_waits=not past.decided)

    def decide(self, past: Past, at: datetime) -> None:
        work = self._work("陈经理", at)
        approval = work.approvals.of_subject(Kind.CUSTOMER_REPORT, self.reports[past.name])
        if approval is None:
            return
        match past.decided:
            case "approve":
                deciding.approve(work, deciding.Approve(approval=approval.id))
            case "reject":
                deciding.reject(work, deciding.Reject(approval=approval.id, reason=REASONS["reject"]))
            case _:
                fields = ("volume", "mcus")
                deciding.return_(work, deciding.Return(approval=approval.id, fields=fields, reason=REASONS["return"]))
        self._tell(work, still_waits=past.decided == "return")

    def tell(self, past: Past, at: datetime, words: str, stage: Stage) -> None:
        work = self._work(past.who, at)
        customer = work.customers.report(self.reports[past.name]).customer_id
        items = (_project(past, stage, words),) if past.project else ()
        writing.write(work, writing.WriteFollowUp(customer=customer, dynamics=words, projects=items))
        self._tell(work, still_waits=False)

    def selling(self, sold: DemoOrder) -> Iterator[tuple[datetime, Callable[[], None]]]:
        """The order, and what became of it later."""
        yield self.at(sold.ago, hour=18), partial(self.sell, sold)
        if sold.shipped is not None:
            yield self.at(sold.shipped[0], hour=18), partial(self.ship, sold, *sold.shipped)
        if sold.back is not None:
            yield self.at(sold.back[0], hour=18), partial(self.give_back, sold, *sold.back)

    def sell(self, sold: DemoOrder) -> None:
        work = self._work(sold.who, self.at(sold.ago, hour=18))
        customer = work.customers.report(self.reports[sold.name]).customer_id
        line = recording.LineToLog(
            project=work.projects.of_customer(customer)[0].id,
            quantity=sold.pieces,
            price=Decimal(sold.price),
            batches=tuple(Batch(code, pieces) for code, pieces in sold.batches),
        )
        day = self._closed(work.today) if sold.late else work.today
        made = recording.log(work, recording.LogOrder(customer=customer, day=day, lines=(line,)))
        self.lines[sold] = made.orders[0].lines[0].id
        self._tell(work, still_waits=sold.late)

    def ship(self, sold: DemoOrder, ago: int, pieces: int) -> None:
        work = self._work(sold.who, self.at(ago, hour=18))
        changing.deliver(work, changing.Deliver(line=self.lines[sold], quantity=pieces, day=work.today))
        self._tell(work, still_waits=False)

    def give_back(self, sold: DemoOrder, ago: int, pieces: int) -> None:
        work = self._work(sold.who, self.at(ago, hour=18))
        changing.give_back(work, changing.ReturnGoods(line=self.lines[sold], quantity=pieces, day=work.today))
        self._tell(work, still_waits=False)

    def _closed(self, today: date) -> date:
        """The last day of the last month that was closed by then."""
        day, closing = today.replace(day=1) - timedelta(days=1), self.app.policy.orders.month_closes_on
        return day if months.is_closed(day, today, closing) else day.replace(day=1) - timedelta(days=1)

    def wait(self, who: str, ago: int, text: str) -> None:
        at = self.at(ago, hour=18)
        work = self._work(who, at)
        card = noting.note(work, noting.NoteOrders(text=text, written_on=work.today))
        if card is not None:
            wanting.ask_for_project(work, wanting.AskForProject(card=card.waiting.id, row=0))
        self._tell(work, still_waits=True)

    def _tell(self, work: DeskWork, *, still_waits: bool) -> None:
        if still_waits:
            self.app.pushes.deliver(work)
        else:
            work.log.take_fresh()


def _project(past: Past, stage: Stage, progress: str) -> ProjectItem:
    return ProjectItem(
        name=past.project,
        domain=past.domain,
        mcu=past.mcus.split("、")[0],
        stage=stage,
        progress=progress,
        yearly=int(Decimal(past.volume) * 10_000 / 2),
        milestone=Milestone.PILOT,
        due="2027-03",
    )

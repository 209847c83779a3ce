"""Bad input at every question of every form: an error in words, the question again, nothing lost.

The walk is generic: a form that is added is walked by itself. `OPENED_WITH` is what forms are opened with; whoever of
`PEOPLE` gets a question out of it fills it in.
"""

from __future__ import annotations

from typing import Any

import pytest

from dialogs import registry
from dialogs.core.form import Form
from dialogs.core.parts import Parts
from tests.cast import Person, Scene, after
from tests.cast.scene import catalogues
from tests.documents.workbooks import workbook
from tests.scenarios.orders.office import item, tells_of

PEOPLE = ("李明", "孙总", "陈经理", "管理员", "周助理", "赵工")
WHO = {
    "invite_person": "孙总",
    **dict.fromkeys(("invite_manager", "add_agency", "add_unit", "set_head"), "管理员"),
    **dict.fromkeys(("add_direct_account", "import_direct_accounts", "set_rate"), "管理员"),
    "dismiss_appeal": "刘经理",
    "make_appeal": "王芳",
    "change_type": "孙总",
    "ask_question": "李明",
    "ask_further": "李明",
    "give_more_feedback": "李明",
    **dict.fromkeys(("answer_question", "add_to_answer"), "陈经理"),
    "answer_feedback": "管理员",
}
"""Where not the first of them who is asked something."""
pytestmark = pytest.mark.slow

STAR, LIGHT = "深圳市星河联创电子有限公司", "佛山市启明电机有限公司"
TOO_LONG, INVISIBLE, NONSENSE = "长" * 4000, "\u200b\u200b", "‽不存在的☃"
TAKES_ANY_TEXT = ("text", "phone", "mcu")
ANSWERS = (
    *("120", "3", "2027-03", "今天", "91440300708461136T", "someone@example.com", "13800138000"),
    *("东莞市松山湖微电子有限公司", "测试内容", "是"),
)
"""One of these is right for any question that is written."""
NAVIGATION = ("跳过", "上一步", "暂存草稿", "取消", "主页", "直接核对", "帮助", "总览", "保留不变")
LONGEST = 60
OPENED_WITH = {
    "account": 4,
    "agency": 1,
    "unit": 1,
    "customer": 1,
    "approval": 2,
    "answers": {"customer": 1, "follow_up": 1},
    "order": 1,
    "line": 1,
    "credit_code": "91440300708461136T",
    "name": STAR,
    "of": "agency",
    "subject": 1,
    "quarter": "2026-10-01",
}
OF_QUESTIONS = ("ask_question", "ask_further", "answer_question", "add_to_answer")
OF_ORDERS = ("log_order", "correct_order", "add_batches", "return_goods", "deliver")
"""These need a customer with a project; all but the first an order as well."""
WALKED_ELSEWHERE = {
    "contract": "begins with an overview of its sections: tests/scenarios/contracts/test_contracts.py",
    "amend_contract": "opens with an approved contract's overview: tests/scenarios/contracts/test_amendments.py",
    "bind_distributor": "needs a contract and an approved distributor: tests/scenarios/contracts/test_contracts.py",
    "claim_agency": "a guest's, of an agency that is known: tests/scenarios/registration/test_registering_again.py",
    "import_customers": "its question is a file: tests/documents and tests/scenarios/imports/test_import.py",
}
FORMS: list[type[Form[Any]]] = [
    form for form in registry.for_accounts(catalogues()).forms() if form.declared.name not in WALKED_ELSEWHERE
]


async def lives_a_little(li: Person, chen: Person) -> None:
    """A protected customer with a follow-up report, and a report that waits."""
    await li.reports(STAR)
    await chen.approves(STAR)
    await li.goes_home()
    await li.taps("写跟进")
    await li.picks("星河")
    await li.says("首批顺利")
    await li.taps("直接核对")
    await li.taps("提交")
    await li.goes_home()
    await li.reports(LIGHT)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.declared.name)
@pytest.mark.timeout(180)
@after(lives_a_little)
async def test_every_question_says_what_is_wrong_and_asks_again(
    scene: Scene, li: Person, chen: Person, form: type[Form[Any]]
) -> None:
    opened_with = await brought_about(scene, li, chen, form)
    who = WHO.get(form.declared.name)
    for name in (who,) if who is not None else PEOPLE:
        person = scene.person(name)
        await person.opens()
        await scene.brings(person, form.declared.name, opened_with)
        walker = Walker(scene, person, form)
        if await walker.question():
            await walker.walk()
            return
    pytest.fail(f"nobody is asked anything by {form.declared.name}: add to OPENED_WITH what it is opened with")


async def brought_about(scene: Scene, li: Person, chen: Person, form: type[Form[Any]]) -> dict[str, Any]:
    """What the form is opened with, once it is there."""
    opened_with = OPENED_WITH
    if form.declared.name == "grant_months":
        await asks_for_more_time(li)
        opened_with = {**OPENED_WITH, "approval": 3}
    if form.declared.name == "dismiss_appeal":
        await appeals(scene.person("王芳"))
        opened_with = {**OPENED_WITH, "approval": 3}
    if form.declared.name == "make_appeal":
        opened_with = {"name": STAR}
    if form.declared.name in ("correct_agency", "correct_customer"):
        opened_with = {"agency": 1, "customer": 1, "only": list(form.declared.fields)}  # all of it is known
    if form.declared.name == "change_counterpart":
        await names_somebody(li)
        opened_with = {"counterpart": 1, "only": list(form.declared.fields)}
    if form.declared.name in OF_QUESTIONS:
        await asks_the_manager(li, chen, answered=form.declared.name == "add_to_answer")
        opened_with = {"record": "customer", "number": 1, "thread": 1, "approval": 3}
    if form.declared.name in ("give_more_feedback", "answer_feedback"):
        await gives_feedback(li)
        opened_with = {"thread": 1}
    if form.declared.name in OF_ORDERS:
        await tells_of(scene, STAR, item("变频空调主控", "BAT32G135"))
        await scene.later(days=3)
    if form.declared.name in OF_ORDERS[1:]:
        await logs_an_order(li)
        opened_with = {"order": 1, "line": 1}
    return opened_with


async def names_somebody(li: Person) -> None:
    """At his customer."""
    await li.opens_customer("星河")
    await li.says("采购 王工 13900139000")
    await li.taps("提交")


async def asks_for_more_time(li: Person) -> None:
    await li.goes_home()
    await li.taps("我的客户")
    await li.picks("星河")
    await li.taps("申请延期")
    await li.taps("3 个月")
    await li.says("小批在即")
    await li.taps("提交")


async def appeals(wang: Person) -> None:
    """Against 李明's customer."""
    await wang.goes_home()
    await wang.taps("报备客户")
    await wang.says(STAR)
    await wang.taps("申诉")
    await wang.says("2026-08 起送样，对方研发王工可证")
    await wang.taps("提交")


async def asks_the_manager(li: Person, chen: Person, *, answered: bool) -> None:
    """Of his customer."""
    await li.goes_home()
    await li.taps("我的客户")
    await li.picks("星河")
    await li.taps("问渠道经理")
    await li.says("能用于 125℃ 吗")
    await li.taps("提交")
    if answered:
        await chen.taps("答复", on="125℃")
        await chen.says("可以")


async def gives_feedback(li: Person) -> None:
    await li.goes_home()
    await li.says("反馈")
    await li.taps("写反馈")
    await li.says("导出的表里少了 3 个客户")
    await li.taps("提交")


async def logs_an_order(li: Person) -> None:
    """Of one line, signed today, with room for more batches."""
    await li.goes_home()
    await li.taps("录入订单")
    await li.picks("星河")
    await li.picks("变频空调主控")
    for answer in ("5000", "3.2", "A12 A13"):
        await li.says(answer)
    await li.taps("完成")
    await li.taps("今天")
    await li.taps("跳过")
    await li.taps("提交")


class Walker:
    """Fills a form in, trying everything wrong at each question before the right answer."""

    def __init__(self, scene: Scene, person: Person, form: type[Form[Any]]) -> None:
        self.scene, self.person, self.form = scene, person, form

    async def state(self) -> dict[str, Any]:
        talk = await self.scene.talk(self.person)
        frame = talk.stack[-1] if talk.stack else None
        return dict(frame.state) if frame is not None and frame.dialog == self.form.declared.name else {}

    async def place(self) -> tuple[str, str]:
        """Kind and path of where the person is."""
        at = (await self.state()).get("at", "")
        kind, path = (at[0], at[1]) if isinstance(at, list) else (at, "")
        return str(kind), str(path)

    async def question(self) -> str:
        kind, path = await self.place()
        return path if kind == "question" else ""

    async def walk(self) -> None:
        for _ in range(LONGEST):
            kind, path = await self.place()
            match kind:
                case "question":
                    await self.tries_everything_wrong(path)
                    await self.answers(path)
                case "pause":
                    await self.person.taps(self.going_on())
                case "item":
                    await self.person.taps("完成")
                case _:
                    return
        raise AssertionError(f"the form doesn't come to an end\n{self.person.phone.printed()}")

    def going_on(self) -> str:
        """What goes on where something was remarked."""
        return next(label for label in ("继续", "执照上就是这样") if label in self.person.buttons)

    # --- wrong ----------------------------------------------------------------------------------------------------

    async def tries_everything_wrong(self, path: str) -> None:
        field = self.field(path)
        await self.refused(path, self.person.sends_sticker())
        await self.refused(path, self.person.says(INVISIBLE))
        await self.refused(path, self.person.says(TOO_LONG))
        if field.kind not in TAKES_ANY_TEXT:
            await self.refused(path, self.person.says(NONSENSE))
        if field.kind != "phone":
            await self.refused(path, self.person.sends_contact())
        if field.kind not in ("file", "files"):
            await self.refused(path, self.person.sends("文件.bin", b"\x00\x01\x02\x03"))

    async def refused(self, path: str, deed: Any) -> None:
        before = (await self.state()).get("answers", {})
        await deed
        assert await self.question() == path, f"{path} took it\n{self.person.phone.printed()}"
        after = (await self.state()).get("answers", {})
        assert before == after, f"{path}: answers changed"
        label = catalogues().everywhere(self.form_of(path).declared.label(self.field(path)))[0]
        lines = self.person.screen.splitlines()
        assert label in lines, f"the question {label} isn't asked again\n{self.person.phone.printed()}"
        assert lines.index(label) >= 2, f"nothing says what is wrong\n{self.person.phone.printed()}"
        assert any(each in self.person.buttons for each in ("取消", "返回")), self.person.phone.printed()

    # --- right ----------------------------------------------------------------------------------------------------

    async def answers(self, path: str) -> None:
        if await self.answers_by_a_button(path):
            return
        if self.field(path).kind in ("file", "files"):
            await self.person.sends("合同.pdf", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF", mime="application/pdf")
            if await self.moved(path, "完成"):
                return
            await self.person.sends("名单.xlsx", workbook(("客户名称", "统一社会信用代码"), (LIGHT, "")))
            if await self.moved(path, "完成"):
                return
        for text in ANSWERS:
            await self.person.says(text)
            if await self.place() != ("question", path):
                return
        if "跳过" in self.person.buttons:
            await self.person.taps("跳过")
            return
        raise AssertionError(f"nothing answers {path}\n{self.person.phone.printed()}")

    async def answers_by_a_button(self, path: str) -> bool:
        """The first button that isn't a way out, and once more where it was a group; of a list of ticks, then 完成."""
        for _ in range(3):
            choices = [label for label in self.person.buttons if label not in NAVIGATION and "页" not in label]
            if not choices:
                return False
            await self.person.taps(choices[0])
            if await self.moved(path, "完成"):
                return True
        return False

    async def moved(self, path: str, finish: str) -> bool:
        if await self.place() == ("question", path) and any(label.startswith(finish) for label in self.person.buttons):
            await self.person.taps(finish)
        return await self.place() != ("question", path)

    # --- the declaration ------------------------------------------------------------------------------------------

    def form_of(self, path: str) -> type[Form[Any]]:
        form = self.form
        for name in path.split("]")[:-1]:
            part = form.declared.fields[name.split("[")[0].lstrip(".")]
            assert isinstance(part, Parts)
            form = part.form
        return form

    def field(self, path: str) -> Any:
        return self.form_of(path).declared.fields[path.rpartition("]")[2].lstrip(".")]

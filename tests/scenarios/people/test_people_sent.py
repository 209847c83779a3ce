"""People who come as a file or as a contact: nobody is kept so, and their sender is led to where colleagues are invited."""

from __future__ import annotations

from bot.sandbox import acts
from tests.cast import Person, Scene
from tests.documents.workbooks import workbook
from tests.scenarios.imports.test_import import worked

PEOPLE = workbook(
    ["姓名", "手机", "邮箱", "职务"],
    ["周新", "13800138111", "zhou@example.com", "业务员"],
    ["吴小", "13800138112", "wu@example.com", "助理"],
)


async def test_an_owner_who_sends_a_list_of_people_is_led_to_where_they_are_invited(scene: Scene, sun: Person) -> None:
    await sun.sends("通讯录.xlsx", PEOPLE)
    await worked(scene)
    sun.finds("像是通讯录或人员名单", "逐个邀请", "[人员管理]")
    sun.finds_not("baobei import", "运维")
    await sun.taps("人员管理", on="像是通讯录")
    sun.sees("[邀请人员]")


async def test_an_assistant_is_told_who_invites(scene: Scene, zhou: Person) -> None:
    await zhou.sends("通讯录.xlsx", PEOPLE)
    await worked(scene)
    zhou.finds("像是通讯录或人员名单", "公司主账户在“人员管理”里逐个邀请")
    zhou.finds_not("[人员管理]")


async def test_a_file_with_contacts_leads_there_too(sun: Person) -> None:
    await sun.sends(
        "contacts.vcf", b"BEGIN:VCARD\nVERSION:3.0\nFN:Zhou\nTEL:13800138111\nEND:VCARD\n", mime="text/vcard"
    )
    sun.sees("人员管理")


async def test_a_contact_that_is_shared_at_home_is_a_customers_or_an_owners_new_colleague(
    scene: Scene, sun: Person, li: Person
) -> None:
    acts.send_foreign_contact(scene.sandbox, sun.someone, "13800138111", "周新")
    await scene.settled()
    sun.sees("这是哪家客户的联系人？", "周新 138 0013 8111", "[邀请 周新]")
    await sun.taps("邀请 周新")
    sun.sees("账户类型")
    await sun.taps("业务员")
    await sun.says("zhou@example.com")
    sun.sees("周新", "138 0013 8111")
    await li.sends_contact(sun)
    li.sees("这是哪家客户的联系人？")
    li.sees_not("邀请")
    await li.goes_home()
    await li.sends_contact()
    li.sees("没有保存", "问到您自己的手机号码时可以这样分享")


async def test_an_address_book_that_is_typed_leads_there_as_the_file_does(li: Person, sun: Person) -> None:
    for text in ("张小军 13912345678", "张小军 13912345678 业务\n李四，139 1234 5679\n王五：0755-83765566"):
        await sun.says(text)
        sun.sees("人员管理", "1 李明 · 业务员 · 已加入")
        await li.says(text)
        li.sees("像是通讯录", "由公司主账户在“人员管理”里邀请")
        await sun.goes_home()

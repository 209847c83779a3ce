"""Where English readers come seldom: units that are renamed or end, figures and forecasts that are narrowed, contracts, disputes,
files. What is shown there is English, too, but for names."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook
from pypdf import PdfReader

from bot.demo import story as demo_story
from tests.cast import Person, Scene, after
from tests.cast.contracts import attaches, pasted, worked
from tests.cast.customers import held
from tests.scenarios.chat.test_english_walk import own_words, shown

STAR = "深圳市星河联创电子有限公司"


async def lived_in(scene: Scene, *people: Person) -> None:
    await scene.lays(lambda work: demo_story.lay(work.conn, scene.bot.app, scene.now))
    for person in people:
        await person.speaks("English")
        await person.says("Home")


async def test_a_unit_is_found_renamed_and_merged_and_all_hear_of_it_in_english(
    scene: Scene, admin: Person, liu: Person, chen: Person
) -> None:
    for person in (admin, liu, chen):
        await person.speaks("English")
        await person.says("Home")
    since = scene.sandbox.log.count
    await admin.says("East China")
    admin.sees("East China · region", "Shanghai, Jiangsu")
    await admin.taps("Rename")
    admin.sees("Provinces: Shanghai, Jiangsu")
    await admin.says("长三角")
    await admin.taps("Submit")
    await admin.says("south china")
    await admin.taps("Merge or end")
    await admin.says("Central China")
    await admin.taps("Merge or end it")
    admin.sees("all of it belongs to Central China", "[Central China]")
    liu.sees("South China", "Central China")
    await admin.says("Changes")
    admin.sees("South China · into Central China · 2 agencies", "from South China · Guangdong, Guangxi, Hainan")
    own = [*own_words(), "长三角"]
    for person in (admin, liu, chen):
        assert shown(scene, since, person, own) == set(), person.name


async def test_figures_and_the_forecast_of_a_domain_and_their_sheets(scene: Scene, sun: Person) -> None:
    await lived_in(scene, sun)
    since = scene.sandbox.log.count
    for said in ("shipments this year by domain", "forecast 2027 by domain"):
        await sun.says(said)
        sun.sees("Motor control")
        await sun.taps("1")
        sun.sees("Only")
        await sun.taps("Export")
        await worked(scene)
        await sun.says("Home")
    assert shown(scene, since, sun, own_words()) == set()
    names = [each.content["document"]["file_name"] for each in sun.phone.from_bot if each.content.get("document")]
    cells = [cell for name in names for cell in sheet_texts(sun.received(name))]
    assert "Motor control · Blowers" in cells
    assert not any("电机控制" in each for each in cells)


def sheet_texts(file: bytes) -> list[str]:
    book = load_workbook(BytesIO(file))
    return [
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None
    ]


async def test_the_answers_of_a_contract_on_screens_and_on_paper(scene: Scene, sun: Person, chen: Person) -> None:
    await sun.speaks("English")
    await sun.says("Home")
    await sun.taps("Contracts")
    await sun.taps("New for 2027")
    await sun.says(pasted())
    await sun.taps("Template")
    await sun.taps("Make a draft PDF")
    await worked(scene)
    paper = next(each.content["document"]["file_name"] for each in sun.phone.from_bot if each.content.get("document"))
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(sun.received(paper))).pages)
    assert "Huaxin Information" in text
    assert "华芯信息" not in text
    await sun.taps("Back")
    await attaches(sun)
    await sun.taps("Submit")
    await sun.says("Home")
    await sun.taps("Contracts")
    await sun.taps("1")
    await sun.taps("All answers")
    sun.sees("Huaxin Information", "Shenzhen")
    sun.sees_not("华芯", "深圳\n")


@after(held)
async def test_a_disputed_customers_timeline_and_pack(scene: Scene, li: Person, chen: Person, liu: Person) -> None:
    await liu.speaks("English")
    await liu.says("Home")
    since = scene.sandbox.log.count
    await liu.says("Disputes")
    await liu.says(STAR)
    await liu.taps("1")
    liu.sees("Huaxin Channel 陈经理")
    await liu.taps("pack")
    await worked(scene)
    assert shown(scene, since, liu, [*own_words(), STAR]) == set()
    for each in liu.phone.from_bot:
        if name := (each.content.get("document") or {}).get("file_name", ""):
            file = liu.received(name)
            told = (
                sheet_texts(file)
                if name.endswith("xlsx")
                else [p.extract_text() for p in PdfReader(BytesIO(file)).pages]
            )
            assert not any("华芯" in text for text in told)

"""签约说明函 and terms are the policy's: a text, or a file that is sent."""

from __future__ import annotations

from pathlib import Path

from bot.process.papers import keep_papers
from domain.base import policy
from storage.files.store import FileStore
from tests.cast import Person, Scene
from tests.cast.contracts import begins, pdf


async def reads_the_letter(sun: Person) -> None:
    await begins(sun)
    await sun.taps("继续")
    sun.sees("是否接受签约说明函")
    await sun.taps("查看全文")


async def test_the_letter_is_the_policys_and_names_the_vendor(scene: Scene, sun: Person) -> None:
    await reads_the_letter(sun)
    sun.sees("签约说明函", "自愿申请成为华芯渠道的渠道合作伙伴", "审批通过前")
    await sun.taps("返回")
    mine = policy.parse('vendor = "星河渠道"\n[contract]\nletter = "按{vendor}的制度签约。"\n')
    scene.policy(contract={"letter": mine.contract.letter})
    await sun.taps("查看全文")
    sun.sees("按华芯渠道的制度签约。")
    await sun.taps("返回")
    await sun.taps("同意")


async def test_who_reads_english_gets_the_english_text_where_there_is_one(scene: Scene, sun: Person) -> None:
    await sun.says("/language")
    await sun.taps("English")
    await sun.taps("Contracts")
    await sun.taps("New for 2027")
    await sun.taps("Continue")
    await sun.taps("Read it")
    sun.sees("Letter of agreement", "We apply to become a channel partner of Huaxin Channel")
    mine = policy.parse('[contract]\nletter = "只有中文。"\n').contract.letter
    scene.policy(contract={"letter": mine})
    await sun.taps("Back")
    await sun.taps("Read it")
    sun.sees("只有中文。")


async def test_a_letter_that_is_a_file_is_sent(scene: Scene, sun: Person, tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    (tmp_path / "签约说明函.pdf").write_bytes(pdf("letter"))
    file.write_text('[contract]\nletter = { file = "签约说明函.pdf" }\n', "utf-8")
    mine = policy.load(file)
    keep_papers(mine, file, FileStore(scene.bot.settings.data / "files"))
    scene.policy(contract={"letter": mine.contract.letter})
    await reads_the_letter(sun)
    sun.sees("签约说明函", "全文见附件")
    assert sun.received("签约说明函.pdf") == pdf("letter")
    await sun.taps("返回")
    await sun.taps("同意")
    sun.sees("签约主体")

"""A report in one message: which lines are projects, which are the dynamics."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dialogs.follow_ups.quick import read, stage_first
from domain.base.stage import Stage
from domain.projects.records import Milestone, Project, ProjectId, ProjectItem

NOW = datetime(2026, 11, 22, tzinfo=UTC)
STAGES = {
    "选型": Stage.SELECTION,
    "研发": Stage.DEVELOPMENT,
    "小批": Stage.PILOT,
    "pilot": Stage.PILOT,
    "pilot run": Stage.PILOT,
}


def project(number: int, name: str) -> Project:
    told = ProjectItem(
        name=name,
        domain="家电 · 空调",
        mcu="BAT32G135",
        stage=Stage.DEVELOPMENT,
        progress="送样",
        yearly=1,
        milestone=Milestone.PILOT,
        due="2027-03",
    )
    return Project(id=ProjectId(number), customer_id=1, told=told, since=NOW, changed_at=NOW)


KNOWN = (project(1, "变频主控"), project(2, "变频 主控 二代"), project(3, "Gateway X"), project(4, "A b c d e f"))


def understood(text: str) -> tuple[str, list[tuple[str, int | None, str | None, str]]]:
    reading = read(text, KNOWN, STAGES, ("客户动态", "Customer dynamics"))
    return reading.dynamics, [
        (each.name, each.project.id if each.project else None, each.stage and each.stage.value, each.progress)
        for each in reading.lines
    ]


@pytest.mark.parametrize(
    ("text", "dynamics", "lines"),
    [
        ("客户扩产", "客户扩产", []),
        ("客户动态：客户扩产", "客户扩产", []),
        ("客户动态: 一\n二", "一\n二", []),
        ("扩产\n变频主控 小批 首批 500 片", "扩产", [("变频主控", 1, "pilot", "首批 500 片")]),
        ("变频主控 小批", "", [("变频主控", 1, "pilot", "")]),
        ("gateway x Pilot run first 500", "", [("Gateway X", 3, "pilot", "first 500")]),
        ("Customer dynamics: visited\nPump pilot run first 500", "visited", [("Pump", None, "pilot", "first 500")]),
        ("变频主控：小批 首批", "", [("变频主控", 1, "pilot", "首批")]),
        ("变频主控 首批已下单", "", [("变频主控", 1, None, "首批已下单")]),
        ("变频主控", "变频主控", []),
        ("变频 主控 二代 PILOT ok", "", [("变频 主控 二代", 2, "pilot", "ok")]),
        (
            "gateway x 选型 a\n變頻主控 研发 b",
            "",
            [("Gateway X", 3, "selection", "a"), ("变频主控", 1, "development", "b")],
        ),
        ("新项目\n水泵主板 选型 对比三家", "新项目", [("水泵主板", None, "selection", "对比三家")]),
        # a first line isn't taken for a new project, nor is a sentence with a stage's word somewhere
        ("客户 研发 团队扩到 20 人", "客户 研发 团队扩到 20 人", []),
        ("今天拜访\n客户对研发 进度满意", "今天拜访\n客户对研发 进度满意", []),
        ("今天拜访\n水泵主板 选型", "今天拜访\n水泵主板 选型", []),
        ("变频 主控 二代：PILOT ok", "", [("变频 主控 二代", 2, "pilot", "ok")]),
        ("a b c d e f 小批 ok", "", [("A b c d e f", 4, "pilot", "ok")]),
        ("扩产\n水泵 主板 选型 对比三家", "扩产", [("水泵 主板", None, "selection", "对比三家")]),
        ("visited\nPump board two: pilot run first 500", "visited", [("Pump board two", None, "pilot", "first 500")]),
        ("visited\nWe saw the pilot yesterday", "visited\nWe saw the pilot yesterday", []),
        ("第一段\n\n\n第二段\n变频主控 小批 首批", "第一段\n\n第二段", [("变频主控", 1, "pilot", "首批")]),
        ("", "", []),
    ],
)
def test_lines(text: str, dynamics: str, lines: list[tuple[str, int | None, str | None, str]]) -> None:
    assert understood(text) == (dynamics, lines)


def test_of_a_project_on_the_screen_the_stage_may_stand_first() -> None:
    assert stage_first("小批 首批 500 片", STAGES) == (Stage.PILOT, "首批 500 片")
    assert stage_first("首批 500 片", STAGES) == (None, "首批 500 片")
    assert stage_first("Pilot run: first 500 pcs", STAGES) == (Stage.PILOT, "first 500 pcs")
    assert stage_first("pilot first 500 pcs", STAGES) == (Stage.PILOT, "first 500 pcs")
    assert stage_first("小批", STAGES) == (Stage.PILOT, "")

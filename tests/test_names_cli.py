"""`baobei names`: what an administrator sees of the comparison of names."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from subprocess import run

import pytest
from sqlalchemy import Connection, insert
from typer.testing import CliRunner

from bot.cli.names import app
from storage.engine.database import Database
from storage.names.index import StoredNames
from storage.tables.customers import customers
from tests.databases import NOW

runner = CliRunner()


def test_two_names_give_verdict_score_and_reasons() -> None:
    result = runner.invoke(app, ["compare", "深圳市宏达科技有限公司", "深圳市弘达科技有限公司"])
    assert (result.exit_code, result.stdout) == (0, "strong\t0.870\t同音\n")


def test_credit_codes_decide() -> None:
    codes = ["--code", "91440300708461136T", "91440101MA59A5WF3C"]
    result = runner.invoke(app, ["compare", "宏达科技", "宏达科技", *codes])
    assert result.stdout == "different\t1.000\t信用代码不同、同名\n"


def test_a_table_comes_back_with_three_more_columns(tmp_path: Path) -> None:
    table = tmp_path / "pairs.tsv"
    rows = ["A\tB\tremark", '深圳宏达科技\t深圳市宏达科技有限公司\t甲 "乙"', "", "孤单", "中铁一局\t中铁二局\t"]
    table.write_text("\ufeff" + "\r\n".join(rows) + "\r\n", encoding="utf-8")
    result = runner.invoke(app, ["compare", "--pairs", str(table)])
    assert result.stdout.splitlines() == [
        "A\tB\tremark\tverdict\tscore\treasons",
        '深圳宏达科技\t深圳市宏达科技有限公司\t甲 "乙"\tstrong\t0.990\t简称、地区写法',
        "",
        "孤单",
        "中铁一局\t中铁二局\t\tdifferent\t0.500\t序号不同",
    ]


def test_what_was_forgotten_is_said(tmp_path: Path) -> None:
    binary = tmp_path / "pairs.tsv"
    binary.write_bytes("宏达\t宏达".encode("gb18030"))
    for arguments in (["one"], ["a", "b", "c"], ["--pairs", str(tmp_path / "no.tsv")], ["--pairs", str(binary)]):
        result = runner.invoke(app, ["compare", *arguments])
        assert result.exit_code == 2
        assert result.stderr


@pytest.mark.slow
def test_comparing_starts_at_once() -> None:
    """Neither the database nor the chat libraries are loaded for it."""
    code = (
        "import sys; from bot.cli.names import app; app(['compare', '宏达', '弘达'], standalone_mode=False);"
        "sys.exit(any(name in sys.modules for name in ('sqlalchemy', 'aiogram', 'telegram', 'aiohttp')))"
    )
    assert run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


@pytest.mark.slow
async def test_a_deployment_is_searched(db: Database, address: str) -> None:
    def fill(conn: Connection) -> None:
        row = {"id": 7, "name": "x", "same_key": "x", "state": "open", "created_at": NOW}
        conn.execute(insert(customers), row)
        StoredNames(conn).add(7, "深圳市宏朗科技有限公司")

    await db.transact(fill)
    arguments = [sys.executable, "-m", "bot.cli.names", "search", "深圳弘朗科技", "--database", address]
    result = await asyncio.to_thread(run, arguments, check=True, capture_output=True, text=True)
    assert result.stdout == "strong\t0.861\t7\t深圳市宏朗科技有限公司\t同音、简称、地区写法\n"


def test_a_missing_database_is_said_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "no.db"
    result = runner.invoke(app, ["search", "宏达", "--database", str(path)])
    assert result.exit_code == 1
    assert "baobei migrate" in result.stderr
    assert not path.exists()

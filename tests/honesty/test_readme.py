"""What the README tells a newcomer to type really works."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.honesty import readme, tree
from tests.honesty.readme import Block, Failed

README = tree.ROOT / "README.md"
COMMANDS = readme.blocks(README.read_text("utf-8")) if README.exists() else []


def test_the_readme_has_commands_to_run() -> None:
    assert [block for block in COMMANDS if block.skip is None]


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.parametrize(
    "block", [each for each in COMMANDS if each.skip is None], ids=lambda each: f"line {each.line}"
)
def test_a_command_of_the_readme_works(block: Block, tmp_path: Path) -> None:
    readme.run(block, tmp_path, seconds=120)


def test_blocks_are_found_with_their_options() -> None:
    text = 'Try:\n\n```sh\nrm -rf /\n```\n\n```sh run\nmake help\n```\n\n- or\n\n  ```sh run until="http" \n  make demo\n  ```\n'
    assert readme.blocks(text) == [Block("make help\n", 7), Block("make demo\n", 13, until="http")]


def test_a_block_runs_in_a_copy_with_what_is_installed(tmp_path: Path) -> None:
    printed = readme.run(Block("make help\npwd\npython -c 'import pydantic'\n", 1), tmp_path)
    assert "make demo" in printed
    assert str(tmp_path) in printed


def test_a_block_that_fails_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="ended with 3"):
        readme.run(Block("true\nsh -c 'exit 3'\ntrue\n", 1), tmp_path)


def test_a_block_that_stays_is_ended_by_ctrl_c(tmp_path: Path) -> None:
    stays = 'python -c \'import time; print("ready")\ntry: time.sleep(60)\nexcept KeyboardInterrupt: print("bye")\'\n'
    assert "bye" in readme.run(Block(stays, 1, until="ready"), tmp_path)
    with pytest.raises(Failed, match="never printed"):
        readme.run(Block("echo other\n", 1, until="ready"), tmp_path)

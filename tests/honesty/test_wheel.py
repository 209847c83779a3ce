"""What is shipped runs from anywhere: the wheel in an environment of its own, away from the sources.

The environment sees the libraries that are installed here, but not these sources, so nothing is downloaded. A deployment
installs them: `pip install baobei-….whl`.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import sysconfig
import tarfile
import venv
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.honesty import tree

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240), pytest.mark.xdist_group("wheel")]


@dataclass(frozen=True)
class Installed:
    folder: Path
    bin: Path

    def env(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("BAOBEI_", "PYTHON"))}
        return {**kept, "BAOBEI_DATA": str(self.folder / "data"), "HOME": str(self.folder), "PATH": str(self.bin)}

    def baobei(self, *words: str) -> tuple[int, str]:
        ran = subprocess.run(
            [self.bin / "baobei", *words], cwd=self.folder, env=self.env(), capture_output=True, text=True, check=False
        )
        return ran.returncode, ran.stdout + ran.stderr


def built(target: str, source: Path, folder: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    subprocess.run(command, cwd=source, capture_output=True, check=True)
    (made,) = folder.glob("*.whl" if target == "wheel" else "*.tar.gz")
    return made


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("sdist", tree.ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def installed(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel is built from the sdist: so that one is whole, too."""
    unpacked, folder = tmp_path_factory.mktemp("unpacked"), tmp_path_factory.mktemp("elsewhere")
    with tarfile.open(sdist) as packed:
        packed.extractall(unpacked, filter="data")
    (source,) = unpacked.iterdir()
    wheel = built("wheel", source, tmp_path_factory.mktemp("wheel"))
    environment = folder / "venv"
    venv.create(environment, with_pip=False)
    python = environment / "bin" / "python"
    there = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    )
    # A path in a .pth brings what is installed there, but not the .pth files there, which lead to these sources.
    (Path(there.stdout.strip()) / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    install = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        str(wheel),
    ]
    subprocess.run(install, check=True, capture_output=True)
    return Installed(folder, environment / "bin")


def test_it_is_the_wheel_that_runs(installed: Installed) -> None:
    where = subprocess.run(
        [installed.bin / "python", "-c", "import bot, storage; print(bot.__file__, storage.__file__)"],
        cwd=installed.folder,
        env=installed.env(),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert str(tree.ROOT) not in where
    assert where.count(str(installed.folder)) == 2


def test_forms_and_names_and_the_policy_come_along(installed: Installed) -> None:
    code, said = installed.baobei("forms", "--json")
    assert code == 0, said
    assert "客户名称" in {row["label"] for row in json.loads(said)}
    code, said = installed.baobei("names", "compare", "深圳市星河联创电子有限公司", "星河联创")
    assert code == 0, said
    code, said = installed.baobei("policy", "show")
    assert code == 0, said
    assert "checks_a_day" in said


def test_doctor_says_what_is_missing_and_what_is_well(installed: Installed) -> None:
    code, said = installed.baobei("doctor")
    assert code == 1
    assert "⛔ Telegram: BAOBEI_TOKEN is not set" in said
    assert said.count("⛔") == 1, said
    assert "Traceback" not in said


def test_the_demo_is_ready_and_ends_well(installed: Installed) -> None:
    command = [str(installed.bin / "baobei"), "demo", "--port", "0", "--no-browser", "--driver", "ptb"]
    with subprocess.Popen(
        command, cwd=installed.folder, env=installed.env(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as demo:
        assert demo.stdout is not None
        said = ""
        try:
            for line in demo.stdout:
                said += line
                if "ready" in line:
                    break
            found = re.search(r"http://127\.0\.0\.1:\d+", said)
            assert found is not None, said
            with urlopen(found[0]) as page:
                assert "<html" in page.read().decode()
        finally:
            demo.send_signal(signal.SIGINT)
            demo.wait(60)
    assert demo.returncode == 0, said

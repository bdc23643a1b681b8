"""Runs the command line as people do: in a process of its own, in a folder of their own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[2]

Cli = Callable[..., subprocess.CompletedProcess[str]]


def surroundings(**extra: str) -> dict[str, str]:
    """The environment for a process, without what a caller may have set."""
    mine = ("SECONDSOURCE_CALLED_AS", "SECONDSOURCE_DEBUG", "PYTHONPATH")
    return {**{k: v for k, v in os.environ.items() if k not in mine}, "PYTHONPATH": str(REPO), **extra}


def run_in(cwd: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    """The finished process of these words in this folder."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "generator", *words],
        cwd=cwd,
        env=surroundings(**env),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    """cli("list", "--json", cwd=..., env=...) -> the finished process; its folder is empty unless told."""

    def run(
        *words: str, cwd: Path | None = None, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return run_in(cwd or tmp_path, *words, **(env or {}))

    return run


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as `init` makes it; not to be changed."""
    folder = tmp_path_factory.mktemp("fresh")
    done = run_in(folder, "init", "mine")
    assert done.returncode == 0, done.stderr
    return folder / "mine"


@pytest.fixture
def mine(fresh: Path, tmp_path: Path) -> Path:
    """A folder of one's own, as `init` makes it."""
    shutil.copytree(fresh, tmp_path / "mine")
    return tmp_path / "mine"


@pytest.fixture
def repo() -> Path:
    """The folder of the project itself."""
    return REPO

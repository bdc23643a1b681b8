"""Runs the command line as people do: in a process of its own, in a folder of their own."""

import os
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


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    """cli("list", "--json", cwd=..., env=...) -> the finished process; its folder is empty unless told."""

    def run(
        *words: str, cwd: Path | None = None, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-P", "-m", "generator", *words],
            cwd=cwd or tmp_path,
            env=surroundings(**(env or {})),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            stdin=subprocess.DEVNULL,
        )

    return run


@pytest.fixture
def repo() -> Path:
    """The folder of the project itself."""
    return REPO

"""A small dossier of our own to spoil."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.load.project import Project, open_project

DATA = Path(__file__).parent / "data"

Spoil = Callable[[str, str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the test content that a test may change."""
    return Path(shutil.copytree(DATA, tmp_path / "content"))


@pytest.fixture
def project(folder: Path) -> Project:
    return open_project(folder)


@pytest.fixture
def spoil(folder: Path) -> Spoil:
    """Replaces words that stand just once in a file of the copy."""

    def replace(file: str, old: str, new: str) -> None:
        path = folder / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, (file, old, text.count(old))
        path.write_text(text.replace(old, new), "utf-8")

    return replace

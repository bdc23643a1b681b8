"""A folder -> where its lessons, dossiers and templates are, with the bundled ones behind them."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


@cache
def bundled_root() -> Path:
    """The folder of the lessons, source texts and templates that come with the program."""
    bundled = PACKAGE / "_bundled"
    return bundled if bundled.is_dir() else PACKAGE.parent


@dataclass(frozen=True)
class Project:
    """A content folder. `layers` are the folders to look in, the user's own first, the bundled one last."""

    root: Path
    layers: tuple[Path, ...]

    def lessons(self) -> dict[str, Path]:
        """Name -> file of every lesson, one's own instead of a bundled one of that name; sorted by name."""
        return self._by_name("lessons", _lesson_name)

    def dossiers(self) -> dict[str, Path]:
        """Name -> folder of every dossier; one's own replaces a bundled one of that name whole."""
        return self._by_name("source_texts", _dossier_name)

    def own_lessons(self) -> tuple[str, ...]:
        """Names of the lessons of the user's folder alone, sorted."""
        return tuple(sorted(name for name, _ in _entries(self.root / "lessons", _lesson_name)))

    def template_dirs(self) -> tuple[Path, ...]:
        """The templates folders that exist, one's own first."""
        return tuple(layer / "templates" for layer in self.layers if (layer / "templates").is_dir())

    def display(self, path: Path) -> str:
        """A path as the user may type it: from the project's folder where it is inside, else the shorter way."""
        full = Path(os.path.abspath(path))  # noqa: PTH100 - links are shown as they are called
        if full.is_relative_to(self.root):
            return full.relative_to(self.root).as_posix()
        around = os.path.relpath(full, self.root)
        return Path(min(around, str(full), key=len)).as_posix()

    def leaves(self, path: Path) -> bool:
        """Whether a path, its links followed, leads out of every folder of the project."""
        real = Path(os.path.realpath(path))
        return not any(real.is_relative_to(os.path.realpath(layer)) for layer in self.layers)

    def _by_name(self, folder: str, name_of: Callable[[Path], str | None]) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for layer in reversed(self.layers):
            found.update(_entries(layer / folder, name_of))
        return dict(sorted(found.items()))


def open_project(folder: Path) -> Project:
    """The project of a folder, which may be empty or not exist. Never fails."""
    root = Path(os.path.realpath(folder))
    bundled = bundled_root()
    return Project(root, (root,) if root == bundled else (root, bundled))


def _entries(folder: Path, name_of: Callable[[Path], str | None]) -> Iterator[tuple[str, Path]]:
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return
    for path in paths:
        name = None if path.name.startswith(".") else name_of(path)
        if name:
            yield name, path


def _lesson_name(path: Path) -> str | None:
    return path.name.removesuffix(".yaml") if path.name.endswith(".yaml") else None


def _dossier_name(path: Path) -> str | None:
    return path.name if os.path.lexists(path / "dossier.yaml") else None

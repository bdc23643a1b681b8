"""templates/prompts/<language>/language.yaml -> the grammar of a language, one's own lists over the bundled."""

from functools import lru_cache
from pathlib import Path

from generator.load.project import Project
from generator.load.source import read_source
from generator.load.structure import fit
from generator.load.yaml_tree import read_yaml
from generator.model.files import PromptFile
from generator.model.grammar import Grammar

LANGUAGE = "language"
"""Name of the file that holds the grammar."""


def languages(project: Project) -> tuple[str, ...]:
    """The languages that there is wording for, by the names of the folders, sorted."""
    folders = (path for d in project.template_dirs() for path in _inside(d / "prompts"))
    return tuple(sorted({path.name for path in folders if path.is_dir()}))


def load_grammar(project: Project, language: str) -> Grammar:
    """The grammar of a language, empty where it has no such file.

    Never raises: `load_prompts` tells what is wrong in the file.
    """
    lists: dict[str, str] = {}
    for folder in reversed(project.template_dirs()):
        path = folder / "prompts" / language / f"{LANGUAGE}.yaml"
        if path.is_file() and not project.leaves(path):
            lists |= _lists(path, path.stat().st_mtime_ns)
    return Grammar(language=language, lists=lists)


@lru_cache(maxsize=16)
def _lists(path: Path, _changed: int) -> dict[str, str]:
    """The lists of one file, read once as long as it does not change."""
    source = read_source(path, str(path))
    file = fit(PromptFile, read_yaml(source.text, str(path)))[0] if source.text is not None else None
    return dict(file.text) if file is not None else {}


def _inside(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []

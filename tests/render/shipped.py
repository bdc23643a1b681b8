"""The annotated copy of every dossier that ships, by the lesson that bears its name, and pages to draw it with."""

from functools import cache

from generator.assemble import annotated_copy
from generator.exercises.stock import stock_of
from generator.load.content import load_lesson
from generator.load.project import bundled_root, open_project
from generator.load.prompts import load_prompts
from generator.model.booklet import AnnotatedCopy
from generator.model.dossier import Dossier
from generator.render.pages import Pages

DOSSIERS = tuple(sorted(folder.name for folder in (bundled_root() / "source_texts").iterdir() if folder.is_dir()))


@cache
def pages(language: str) -> Pages:
    project = open_project(bundled_root())
    return Pages(project.template_dirs(), load_prompts(project, language).ui, language)


@cache
def dossier(name: str) -> Dossier:
    loaded = load_lesson(open_project(bundled_root()), name)
    assert loaded.lesson is not None
    assert loaded.dossier is not None
    assert loaded.dossier.dossier is not None
    return stock_of(loaded.lesson, loaded.dossier.dossier).dossier


@cache
def copy(name: str) -> AnnotatedCopy:
    project = open_project(bundled_root())
    loaded = load_lesson(project, name)
    assert loaded.lesson is not None
    own = dossier(name)
    return annotated_copy(loaded.lesson, own, load_prompts(project, own.language).of("own"))

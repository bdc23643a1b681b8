"""Pages and Press over the bundled templates, and the fixture's four papers as pages."""

from functools import cache

from generator.load.project import bundled_root, open_project
from generator.load.prompts import load_prompts
from generator.render.look import Look
from generator.render.pages import Pages
from generator.render.pdf import Press
from tests.render import fixture

KINDS = ("worksheet", "key", "notes", "annotated")
PAPERS = ("a4", "letter")
TEMPLATES = bundled_root() / "templates"


@cache
def pages() -> Pages:
    project = open_project(bundled_root())
    return Pages(project.template_dirs(), load_prompts(project, "en").ui)


@cache
def press() -> Press:
    return Press((TEMPLATES,))


@cache
def html(kind: str, paper: str = "a4") -> str:
    make = pages()
    if kind == "worksheet":
        return make.worksheet(fixture.sheet(), Look(paper))
    if kind == "key":
        return make.key(fixture.sheet(), fixture.key(), Look(paper))
    if kind == "notes":
        return make.notes(fixture.notes(), Look(paper))
    return make.annotated(fixture.copy(), Look(paper))


@cache
def pdf(kind: str, paper: str = "a4") -> bytes:
    return press().pdf(html(kind, paper))

"""Real sheets with their keys, and the pages made of them, each made once."""

from dataclasses import dataclass
from functools import cache

from generator.build.documents import documents
from generator.build.request import Request
from generator.load.content import load_lesson
from generator.load.language import load_grammar
from generator.load.project import bundled_root, open_project
from generator.load.prompts import load_prompts
from generator.model.booklet import AnswerKey, Worksheet
from generator.model.grammar import Grammar
from generator.model.item import Item
from generator.render.pages import Pages
from generator.render.student import practice_page, student_page

TEMPLATES = bundled_root() / "templates"
LESSON = "footbridge"
"""All eight kinds of response occur in it."""


@dataclass(frozen=True)
class Papers:
    """A sheet and its key."""

    sheet: Worksheet
    key: AnswerKey

    @property
    def items(self) -> tuple[Item, ...]:
        entries = {entry.id: entry for entry in self.key.items}
        facts = {"asks": frozenset("a"), "minutes": 1.0, "difficulty": 1}
        return tuple(Item.model_validate({"question": q, "key": entries[q.id], **facts}) for q in self.sheet.items)

    def item(self, kind: str) -> tuple[int, Item]:
        """The number and the first item of a kind."""
        return next((n, i) for n, i in enumerate(self.items, 1) if i.question.response.kind == kind)

    @property
    def grammar(self) -> Grammar:
        return load_grammar(open_project(bundled_root()), self.sheet.language)


@cache
def papers(lesson: str = LESSON, lane: str = "core", variant: str = "A") -> Papers:
    loaded = load_lesson(open_project(bundled_root()), lesson)
    assert loaded.dossier is not None
    assert loaded.dossier.dossier is not None
    prompts = load_prompts(open_project(bundled_root()), loaded.dossier.dossier.language)
    wanted = Request((lesson,), ("json",), (variant,), (lane,))  # type: ignore[arg-type]
    found = documents(loaded, prompts, wanted, [])
    sheet = next(d.sheet for d in found if d.sheet is not None)
    key = next(d.key for d in found if d.key is not None)
    return Papers(sheet, key)


@cache
def pages(language: str) -> Pages:
    project = open_project(bundled_root())
    return Pages(project.template_dirs(), load_prompts(project, language).ui, language)


@cache
def bare(mode: str, lesson: str = LESSON, lane: str = "core") -> str:
    """The page without its fonts."""
    both = papers(lesson, lane)
    make = pages(both.sheet.language)
    return student_page(make, both.sheet) if mode == "test" else practice_page(make, both.sheet, both.key)


@cache
def html(mode: str, lesson: str = LESSON, lane: str = "core") -> str:
    """The whole page, with its fonts in it."""
    return pages(papers(lesson, lane).sheet.language).embed_fonts(bare(mode, lesson, lane))

"""The worksheet and key of every form of every lesson that ships, made once for all tests of a run."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.build.documents import documents
from generator.build.request import Request
from generator.compose import Trouble
from generator.export.carrier import Say
from generator.load.content import load_lesson
from generator.load.project import bundled_root, open_project
from generator.load.prompts import load_prompts
from generator.model.booklet import AnswerKey, Worksheet
from generator.model.item import KeyEntry, Question
from generator.model.words import Words


@dataclass(frozen=True)
class Form:
    """One variant of a lesson in one lane."""

    sheet: Worksheet
    key: AnswerKey

    def __str__(self) -> str:
        return self.sheet.form_id

    @property
    def name(self) -> str:
        """A name for test reports that does not change with the content."""
        return f"{self.sheet.lesson}-{self.sheet.lane}-{self.sheet.variant}"

    def items(self) -> Iterator[tuple[Question, KeyEntry]]:
        """Questions with their entries of the key, in the order of the sheet."""
        return zip(self.sheet.items, self.key.items, strict=True)


def lessons() -> tuple[str, ...]:
    """Names of all lessons that ship."""
    return tuple(sorted(open_project(bundled_root()).lessons()))


@cache
def of_lesson(lesson: str) -> tuple[Form, ...]:
    """Every form of a lesson."""
    project = open_project(bundled_root())
    loaded = load_lesson(project, lesson)
    assert loaded.dossier is not None
    assert loaded.dossier.dossier is not None
    prompts = load_prompts(project, loaded.dossier.dossier.language)
    troubles: list[Trouble] = []
    made = documents(loaded, prompts, Request((lesson,), ("moodle",)), troubles)
    packages = [d for d in made if d.kind == "package" and d.sheet is not None and d.key is not None]
    assert packages, troubles
    return tuple(Form(d.sheet, d.key) for d in packages if d.sheet is not None and d.key is not None)


@cache
def all_forms() -> tuple[Form, ...]:
    """Every form of every lesson."""
    return tuple(form for lesson in lessons() for form in of_lesson(lesson))


def words(language: str) -> Words:
    """The interface's words in a language."""
    return _words(language)


@cache
def _words(language: str) -> Words:
    return load_prompts(open_project(bundled_root()), language).ui


def say(language: str) -> Say:
    """`say(key, **values)` as `pages.say` gives it."""
    ui = words(language)
    return lambda key, **values: ui.say(key, **{name: str(value) for name, value in values.items()})

"""Names of lessons -> lessons that are sound, with all that their sheets are made from."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.check import check_dossier, check_lesson
from generator.exercises.stock import Stock, stock_of
from generator.load.content import load_lesson
from generator.load.project import Project
from generator.load.prompts import Prompts, load_prompts
from generator.model.dossier import Lesson


@dataclass(frozen=True)
class Subject:
    """A lesson, what its dossier holds for it, and the wording of its language."""

    lesson: Lesson
    stock: Stock
    prompts: Prompts
    dossier: str

    @property
    def name(self) -> str:
        return self.lesson.name


def subjects_of(project: Project, names: Iterable[str]) -> tuple[list[Subject], list[str]]:
    """The sound ones of these lessons, and the names of those with errors in their files or notes."""
    sound: list[Subject] = []
    broken: list[str] = []
    prompts: dict[str, Prompts] = {}
    for name in names:
        loaded = load_lesson(project, name)
        notes = loaded.dossier
        if loaded.lesson is None or notes is None or notes.dossier is None:
            broken.append(name)
            continue
        language = notes.dossier.language
        if language not in prompts:
            prompts[language] = load_prompts(project, language)
        found = (
            *loaded.diagnostics,
            *check_lesson(loaded),
            *notes.diagnostics,
            *check_dossier(notes),
            *prompts[language].diagnostics,
        )
        if any(d.severity == "error" for d in found):
            broken.append(name)
        else:
            sound.append(
                Subject(loaded.lesson, stock_of(loaded.lesson, notes.dossier), prompts[language], notes.name)
            )
    return sound, broken

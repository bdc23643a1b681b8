"""Lessons -> what they practise: minutes by skill, exercise types, level, standards."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.assemble import assemble
from generator.exercises.stock import stock_of
from generator.load.content import load_lesson
from generator.load.project import Project
from generator.load.prompts import load_prompts
from generator.load.standards import Standards, supports
from generator.model.vocabulary import SKILLS, Skill


@dataclass(frozen=True)
class Coverage:
    """One lesson as its first variant in the core lane practises it (or in its first lane, where it has no core).

    `minutes` is the whole lesson, `by_skill` the minutes that its items take, `types` how many items of each.
    `names` are the standards that the file lists, `supports` all that its items practise for its grades.
    """

    lesson: str
    title: str
    language: str
    grades: str
    minutes: int
    items: int
    by_skill: dict[Skill, float]
    types: dict[str, int]
    names: tuple[str, ...]
    supports: tuple[str, ...]


def survey(project: Project, lessons: Sequence[str], standards: Standards) -> tuple[list[Coverage], list[str]]:
    """What the lessons cover, and the names of those that cannot be assembled."""
    found: list[Coverage] = []
    broken: list[str] = []
    for name in lessons:
        one = _look(project, name, standards)
        if one is None:
            broken.append(name)
        else:
            found.append(one)
    return found, broken


def _look(project: Project, name: str, standards: Standards) -> Coverage | None:
    loaded = load_lesson(project, name)
    if loaded.lesson is None or loaded.dossier is None or loaded.dossier.dossier is None:
        return None
    lesson, dossier = loaded.lesson, loaded.dossier.dossier
    lane = "core" if "core" in lesson.file.lanes else lesson.file.lanes[0]
    prompts = load_prompts(project, dossier.language)
    booklet = assemble(lesson, stock_of(lesson, dossier), prompts, lane, lesson.file.variants[0]).booklet
    if booklet is None:
        return None
    by_skill: dict[Skill, float] = dict.fromkeys(SKILLS, 0.0)
    types: dict[str, int] = {}
    for item in booklet.items:
        by_skill[item.question.skill] += item.minutes
        types[item.question.type] = types.get(item.question.type, 0) + 1
    return Coverage(
        lesson=name,
        title=lesson.file.title,
        language=dossier.language,
        grades=lesson.file.level.grades,
        minutes=lesson.file.minutes,
        items=len(booklet.items),
        by_skill=by_skill,
        types=types,
        names=lesson.file.standards,
        supports=tuple(
            code for code, s in standards.standards.items() if supports(s, lesson.file.level.grades, set(types))
        ),
    )

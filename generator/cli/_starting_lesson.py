"""Dossier -> how many items of each skill a first lesson can ask for, and how long it then takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from generator.assemble.booklet import assemble, reading_minutes
from generator.compose import stock_of
from generator.load.prompts import Prompts
from generator.model.base import SCHEMA_VERSION
from generator.model.dossier import Dossier, Lesson
from generator.model.files import LessonFile
from generator.model.vocabulary import SKILLS, Skill
from generator.model.words import WordsError

TALK = 5
"""Minutes to begin with, before anybody reads."""
USUAL = 45
MOST_ITEMS = 3


@dataclass(frozen=True)
class Plan:
    """Skill -> items to pick, in the order of the sheet; and whole minutes to read and to work."""

    picks: dict[Skill, int]
    reading: int
    working: int

    @property
    def minutes(self) -> int:
        return TALK + self.reading + self.working


UNTRIED = Plan(dict.fromkeys(SKILLS, 2), 10, 30)
"""For a dossier that cannot be read yet."""


def plan(name: str, dossier: Dossier, prompts: Prompts) -> Plan:
    """The fullest plan of a usual lesson that the notes can carry, found by trying it out."""
    picks = dict.fromkeys(SKILLS, MOST_ITEMS)
    while picks:
        lesson = _lesson(name, dossier, picks)
        short = set(_short_skills(lesson, dossier, prompts))
        reading = ceil(reading_minutes(lesson, dossier))
        working = _working_minutes(lesson, dossier, prompts) if not short else 0
        tried = Plan(dict(picks), reading, max(5, 5 * ceil((TALK + reading + working) / 5) - TALK - reading))
        if not short and (tried.minutes <= USUAL or max(picks.values()) == 1):
            return tried
        for skill in short or {max(picks, key=lambda s: picks[s])}:
            picks[skill] -= 1
        picks = {skill: items for skill, items in picks.items() if items}
    return UNTRIED


def _lesson(name: str, dossier: Dossier, picks: dict[Skill, int]) -> Lesson:
    file = LessonFile.model_validate(
        {
            "schema": SCHEMA_VERSION,
            "title": name,
            "dossier": dossier.name,
            "level": {"grades": "7-9"},
            "minutes": 180,
            "goals": [],
            "sections": [{"skill": skill, "pick": {"items": items}} for skill, items in picks.items()],
            "variants": ["A", "B"],
        }
    )
    return Lesson(name=name, file=file, quotes={})


def _short_skills(lesson: Lesson, dossier: Dossier, prompts: Prompts) -> Iterator[Skill]:
    """The skills that ask for more items than the notes can carry."""
    for variant in lesson.file.variants:
        try:
            troubles = assemble(lesson, stock_of(lesson, dossier), prompts, "core", variant).troubles
        except WordsError:
            # A broken prompt file; `check` tells where. The lesson is as good as untried then.
            yield from (section.skill for section in lesson.file.sections)
            return
        for trouble in troubles:
            if trouble.path[:1] == ("sections",) and len(trouble.path) > 1:
                yield lesson.file.sections[int(trouble.path[1])].skill
            else:
                yield max(lesson.file.sections, key=lambda s: s.pick.items if s.pick else 0).skill


def _working_minutes(lesson: Lesson, dossier: Dossier, prompts: Prompts) -> float:
    booklets = [assemble(lesson, stock_of(lesson, dossier), prompts, "core", variant).booklet for variant in lesson.file.variants]
    return max(sum(item.minutes for item in booklet.items) for booklet in booklets if booklet is not None)

"""Dossier -> how many items of each skill a first lesson can ask for, and how long it then takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from generator.assemble.booklet import Assembly, assemble, reading_minutes
from generator.exercises.stock import Stock, stock_of
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
    stock: Stock | None = None
    while picks:
        lesson = sketch(name, dossier, picks)
        stock = stock or stock_of(lesson, dossier)
        tries = _tries(lesson, stock, prompts)
        tried = Plan(dict(picks), ceil(reading_minutes(lesson, dossier)), _working_minutes(lesson, dossier, tries))
        short = set(_short_skills(lesson, tries))
        if not short and (tried.minutes <= USUAL or max(picks.values()) == 1):
            return tried
        for skill in short or {max(picks, key=lambda s: picks[s])}:
            picks[skill] -= 1
        picks = {skill: items for skill, items in picks.items() if items}
    return UNTRIED


def sketch(name: str, dossier: Dossier, picks: dict[Skill, int]) -> Lesson:
    """The lesson that these picks make, with more than enough time."""
    file = LessonFile.model_validate(
        {
            "schema": SCHEMA_VERSION,
            "title": name,
            "dossier": dossier.name,
            "level": {"grades": "7-9"},
            "minutes": 180,
            "goals": [],
            "sections": [{"skill": skill, "pick": {"items": items}} for skill, items in picks.items()],
            # Tried one by one: choosing variants together takes longer and makes them no poorer.
            "variants": ["A"],
        }
    )
    return Lesson(name=name, file=file, quotes={})


def _tries(lesson: Lesson, stock: Stock, prompts: Prompts) -> list[Assembly]:
    """The lesson in all its variants; nothing where a prompt file is broken, of which `check` tells."""
    try:
        return [assemble(lesson, stock, prompts, "core", variant) for variant in ("A", "B")]
    except WordsError:
        return []


def _short_skills(lesson: Lesson, tries: list[Assembly]) -> Iterator[Skill]:
    """The skills that ask for more items than the notes can carry."""
    if not tries:
        yield from (section.skill for section in lesson.file.sections)
    for trouble in (trouble for tried in tries for trouble in tried.troubles):
        if trouble.path[:1] == ("sections",) and len(trouble.path) > 1:
            yield lesson.file.sections[int(trouble.path[1])].skill
        else:
            yield max(lesson.file.sections, key=lambda s: s.pick.items if s.pick else 0).skill


def _working_minutes(lesson: Lesson, dossier: Dossier, tries: list[Assembly]) -> int:
    """Minutes for the items, such that the whole lesson takes a multiple of five."""
    items = max((sum(i.minutes for i in tried.booklet.items) for tried in tries if tried.booklet), default=0.0)
    before = TALK + ceil(reading_minutes(lesson, dossier))
    return max(5, 5 * ceil((before + items) / 5) - before)

"""Exercise type + dossiers -> a worked specimen of it: one item in every lane, with its key."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.assemble.booklet import assemble
from generator.assemble.papers import make_papers
from generator.exercises.base import ExerciseType
from generator.exercises.stock import Stock
from generator.load.prompts import Prompts
from generator.model.booklet import AnswerKey, Worksheet
from generator.model.dossier import Dossier, Lesson
from generator.model.files import LessonFile
from generator.model.item import KeyEntry, Question
from generator.model.vocabulary import LANES, Lane, Skill


@dataclass(frozen=True)
class LaneSpecimen:
    """The item in one lane; `minutes` as the type counts them."""

    lane: Lane
    minutes: float
    sheet: Worksheet
    key: AnswerKey

    @property
    def question(self) -> Question:
        return self.sheet.items[0]

    @property
    def entry(self) -> KeyEntry:
        return self.key.items[0]


@dataclass(frozen=True)
class Specimen:
    """What the catalogue shows of a type. Without a dossier that carries it, `lanes` is empty."""

    name: str
    title: str
    skill: Skill
    kind: str
    difficulty: int
    practises: str
    needs: str
    example: str
    dossier: str | None
    dossier_title: str | None
    lanes: tuple[LaneSpecimen, ...]

    def in_lane(self, lane: Lane) -> LaneSpecimen | None:
        return next((s for s in self.lanes if s.lane == lane), None)


def specimen(kind: ExerciseType, dossiers: Sequence[Dossier], prompts: Prompts) -> Specimen:
    """The type at work on the dossier whose notes serve it best: it must give an item in every lane.

    Dossiers whose notes are reviewed come first, then those with more for the type to choose from.
    """
    meta = prompts.meta(kind.name)
    stocks = [Stock(dossier) for dossier in dossiers]
    useful = [s for s in stocks if len(s.usable(kind).units) >= kind.rows[0]]
    useful.sort(key=lambda s: (not s.dossier.reviewed, -len(s.usable(kind).units), s.dossier.name))
    best: tuple[Stock, tuple[LaneSpecimen, ...]] | None = None
    for stock in useful:
        made = tuple(s for lane in LANES if (s := _in_lane(kind, stock, prompts, lane)) is not None)
        if best is None or len(made) > len(best[1]):
            best = (stock, made)
        if len(made) == len(LANES):
            break
    return Specimen(
        name=kind.name,
        title=meta.title or kind.name,
        skill=kind.skill,
        kind=kind.kind,
        difficulty=kind.difficulty,
        practises=meta.practises or "",
        needs=meta.needs or "",
        example=meta.example or "",
        dossier=best[0].dossier.name if best else None,
        dossier_title=best[0].dossier.title if best else None,
        lanes=best[1] if best else (),
    )


def _in_lane(kind: ExerciseType, stock: Stock, prompts: Prompts, lane: Lane) -> LaneSpecimen | None:
    lesson = _lesson(kind, stock.dossier, prompts)
    booklet = assemble(lesson, stock, prompts, lane, "A").booklet
    if booklet is None:
        return None
    papers = make_papers(lesson, booklet, prompts)
    return LaneSpecimen(lane, booklet.items[0].minutes, papers.worksheet, papers.key)


def _lesson(kind: ExerciseType, dossier: Dossier, prompts: Prompts) -> Lesson:
    """A lesson of this one item, with room for it."""
    meta = prompts.meta(kind.name)
    file = LessonFile.model_validate(
        {
            "schema": 1,
            "title": meta.title or kind.name,
            "dossier": dossier.name,
            "level": {"grades": "6-12"},
            "minutes": 180,
            "reading_minutes": 0,
            "goals": [meta.practises or kind.name],
            "sections": [{"skill": kind.skill, "items": [{"type": kind.name}]}],
            "lanes": list(LANES),
        }
    )
    return Lesson(name=f"example-{kind.name.replace('_', '-')}", file=file, quotes={})

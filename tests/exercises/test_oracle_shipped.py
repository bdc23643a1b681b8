"""The oracle over every type and every dossier that ships: keys are full, each misreading less, and proved."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from staging import scene
from test_oracle import told_to_students, told_to_teachers

from generator.exercises import EXERCISES
from generator.exercises.base import ExerciseType, Unit
from generator.load.content import load_dossier
from generator.load.project import bundled_root, open_project
from generator.load.prompts import load_prompts
from generator.mark import full_response, mark
from generator.model.dossier import Dossier
from generator.model.item import Item
from generator.model.vocabulary import LANES

PROJECT = open_project(bundled_root())
NAMES = tuple(PROJECT.dossiers())


@cache
def dossier(name: str) -> Dossier:
    found = load_dossier(PROJECT, name).dossier
    assert found is not None
    return found


def servings(kind: ExerciseType, units: tuple[Unit, ...]) -> Iterator[list[Unit]]:
    """Each unit alone, or the most of every group that an item may take, and what is left of it."""
    if not kind.takes_rows:
        yield from ([unit] for unit in units)
        return
    groups: dict[str, list[Unit]] = {}
    for unit in units:
        groups.setdefault(unit.group, []).append(unit)
    for group in groups.values():
        for start in range(0, len(group), kind.rows[1]):
            part = group[start : start + kind.rows[1]]
            part = part if len(part) >= kind.rows[0] else group[-kind.rows[0] :]
            if len(part) >= kind.rows[0]:
                yield part


def made(kind: ExerciseType, name: str) -> Iterator[Item]:
    story = dossier(name)
    words = load_prompts(PROJECT, story.language).of(kind.name)
    for units in servings(kind, kind.units(story).units):
        for lane in LANES:
            seed = f"{name}:{units[0].id}:{lane}"
            yield kind.make(story, units, replace(scene(kind.name, lane), words=words, rng=Random(seed)))


def slips(item: Item) -> Iterator[object]:
    """Answers that are right but for one slip: another option, another column, one mark too few, two swapped."""
    answer, response = item.key.answer, item.question.response
    if answer.kind == "choice":
        yield from (o.id for o in response.options if o.id != answer.option)
    elif answer.kind == "multi-choice":
        yield from ([*answer.options, o.id] for o in response.options if o.id not in answer.options)
        yield from ([o for o in answer.options if o != one] for one in answer.options)
    elif answer.kind in ("grid", "match"):
        pairs = answer.cells if answer.kind == "grid" else answer.pairs
        offered = response.columns if answer.kind == "grid" else response.options
        for row, right in pairs.items():
            yield from ({**pairs, row: o.id} for o in offered if o.id != right)
    elif answer.kind == "order" and len(answer.groups) > 1:
        flat = [id_ for group in answer.groups for id_ in group]
        yield flat[::-1]
    elif answer.kind == "short-text":
        full = {id_: blank.model for id_, blank in answer.blanks.items()}
        yield from ({**full, id_: "something else"} for id_ in full)


def all_wrong(item: Item) -> list[object]:
    """Answers in which nothing is right."""
    answer, response = item.key.answer, item.question.response
    if answer.kind == "choice":
        return [o.id for o in response.options if o.id != answer.option]
    if answer.kind in ("grid", "match"):
        pairs = answer.cells if answer.kind == "grid" else answer.pairs
        offered = response.columns if answer.kind == "grid" else response.options
        return [{row: next(o.id for o in offered if o.id != right) for row, right in pairs.items()}]
    if answer.kind == "short-text":
        return [dict.fromkeys(answer.blanks, "something else")]
    return []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", EXERCISES.values(), ids=list(EXERCISES))
def test_the_key_is_full_and_every_slip_costs(kind: ExerciseType, name: str) -> None:
    for item in made(kind, name):
        full = item.question.points
        assert mark(item, full_response(item)) in (None, full), item.question.stem
        assert mark(item, None) == 0
        if kind.kind == "extended-text":
            assert len(item.key.rubric) >= 3
            assert [level.points for level in item.key.rubric] == sorted(
                {level.points for level in item.key.rubric}, reverse=True
            )
        assert [mark(item, wrong) for wrong in all_wrong(item)] == [0] * len(all_wrong(item))
        # Where two parts make a mark, one slip of many may be rounded away; a whole answer of slips never is.
        lost = [mark(item, slip) for slip in slips(item)]
        assert all(points is None or points <= full for points in lost)
        if lost and full >= len(lost):
            assert all(points is not None and points < full for points in lost), item.question.stem


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", EXERCISES.values(), ids=list(EXERCISES))
def test_evidence_stands_where_it_says_and_the_question_keeps_quiet(kind: ExerciseType, name: str) -> None:
    passages = dossier(name).passages
    for item in made(kind, name):
        assert item.key.evidence
        for piece in item.key.evidence:
            passage = passages[piece.passage]
            on = {
                (lines[0], lines[-1])
                for match in re.finditer(re.escape(piece.quote), passage.text)
                if (lines := [x.n for x in passage.lines if x.start < match.end() and match.start() < x.end])
            }
            assert tuple(piece.lines) in on, piece
        told = told_to_students(item.question)
        for sentence in told_to_teachers(item):
            assert not any(sentence in text for text in told), sentence


def test_every_type_has_something_in_a_shipped_dossier() -> None:
    served = {
        kind.name for kind in EXERCISES.values() for name in NAMES if next(made(kind, name), None) is not None
    }
    assert served == set(EXERCISES)

"""Every item on every sheet that ships: keys mark themselves full, and no item tells on another."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations

import pytest

from generator.assemble import assemble
from generator.assemble.choose import clash
from generator.compose import compose
from generator.exercises.stock import stock_of
from generator.load.content import load_lesson
from generator.load.project import bundled_root, open_project
from generator.load.prompts import load_prompts
from generator.mark import full_response, mark
from generator.model.booklet import Booklet
from generator.model.item import ChoiceAnswer, GridAnswer, Item, MatchAnswer, MultiChoiceAnswer

LESSONS = tuple(open_project(bundled_root()).lessons())


@cache
def booklets(name: str) -> tuple[Booklet, ...]:
    """All forms of a lesson."""
    project = open_project(bundled_root())
    loaded = load_lesson(project, name)
    assert loaded.lesson is not None
    assert loaded.dossier is not None
    assert loaded.dossier.dossier is not None
    prompts = load_prompts(project, loaded.dossier.dossier.language)
    stock = stock_of(loaded.lesson, loaded.dossier.dossier)
    made = []
    for lane in loaded.lesson.file.lanes:
        for variant in loaded.lesson.file.variants:
            result = assemble(loaded.lesson, stock, prompts, lane, variant)
            assert result.troubles == ()
            assert result.booklet is not None
            made.append(result.booklet)
    return tuple(made)


def items(name: str) -> Iterator[Item]:
    for booklet in booklets(name):
        yield from booklet.items


@pytest.mark.parametrize("name", LESSONS)
def test_the_key_marks_itself_full_and_blank_gets_nothing(name: str) -> None:
    for item in items(name):
        given = full_response(item)
        expected = None if item.question.response.kind == "extended-text" else item.question.points
        assert mark(item, given) == expected, item.question.id
        assert mark(item, None) == 0


@pytest.mark.parametrize("name", LESSONS)
def test_every_misreading_marks_less(name: str) -> None:
    tried = 0
    for item in items(name):
        answer = item.key.answer
        if isinstance(answer, ChoiceAnswer):
            wrong = {o.id for o in item.question.response.options} - {answer.option}  # type: ignore[union-attr]
            assert wrong == set(item.key.misreadings), item.question.id
            assert all(mark(item, id_) == 0 for id_ in wrong)
            tried += len(wrong)
        elif isinstance(answer, MultiChoiceAnswer):
            wrong = {o.id for o in item.question.response.options} - set(answer.options)  # type: ignore[union-attr]
            assert wrong
            assert all((mark(item, [*answer.options, id_]) or 0) < item.question.points for id_ in wrong)
            tried += len(wrong)
        elif isinstance(answer, GridAnswer | MatchAnswer):
            pairs = answer.cells if isinstance(answer, GridAnswer) else answer.pairs
            for row in pairs:
                assert (mark(item, {**pairs, row: "something else"}) or 0) < item.question.points
                tried += 1
    assert tried


@pytest.mark.parametrize("name", LESSONS)
def test_no_item_of_a_sheet_answers_or_repeats_another(name: str) -> None:
    for booklet in booklets(name):
        for one, other in combinations(booklet.items, 2):
            assert not clash(one, other), (
                f"{booklet.lane} {booklet.variant}: {one.question.id}, {other.question.id}"
            )


@pytest.mark.parametrize("name", LESSONS)
def test_all_lanes_of_a_variant_ask_for_the_same_skills(name: str) -> None:
    skills: dict[str, list[str]] = {}
    for booklet in booklets(name):
        found = [section.skill for section in booklet.sections]
        assert skills.setdefault(booklet.variant, found) == found


@pytest.mark.parametrize("name", LESSONS)
def test_adding_an_item_never_changes_the_others(name: str) -> None:
    """Chance belongs to the item: without the other sections, the items of the first are drawn just as before.

    What a sheet then makes of them may change: rows give way to a new item that would answer them.
    """
    project = open_project(bundled_root())
    loaded = load_lesson(project, name)
    assert loaded.lesson is not None
    assert loaded.dossier is not None
    assert loaded.dossier.dossier is not None
    prompts = load_prompts(project, loaded.dossier.dossier.language)
    stock = stock_of(loaded.lesson, loaded.dossier.dossier)
    file = loaded.lesson.file
    shorter = loaded.lesson.model_copy(update={"file": file.model_copy(update={"sections": file.sections[:1]})})
    drawn = 0
    for lane in file.lanes:
        for variant in file.variants:
            whole, part = (compose(x, stock, prompts, lane, variant) for x in (loaded.lesson, shorter))
            for one, other in zip(whole.sections[0][1], part.sections[0][1], strict=True):
                assert [c.item for c in one.candidates] == [c.item for c in other.candidates]
                drawn += len(one.candidates)
    assert drawn

"""Ids in a student's file: nobody who guesses a note's name can try out whether the guess is right."""

from functools import cache
from hashlib import blake2b

import pytest

from generator.assemble import inspected
from generator.assemble.public_ids import MARKED, PublicIds
from generator.compose import note_ids
from generator.exercises.stock import stock_of
from generator.load.content import load_lesson
from generator.load.project import bundled_root, open_project
from generator.load.prompts import load_prompts
from generator.mark import full_response, mark
from generator.model.dossier import Dossier
from generator.model.item import Item

PROJECT = open_project(bundled_root())
LESSONS = ["footbridge", "huerto-escolar", "iraq-air-defence", "storm-night"]


@cache
def made(lesson: str) -> tuple[Dossier, tuple[Item, ...], frozenset[str]]:
    """The dossier, the items of a form, and the ids that the lesson's author gave."""
    loaded = load_lesson(PROJECT, lesson)
    assert loaded.lesson is not None
    assert loaded.dossier is not None
    assert loaded.dossier.dossier is not None
    stock = stock_of(loaded.lesson, loaded.dossier.dossier)
    prompts = load_prompts(PROJECT, stock.dossier.language)
    booklet, _ = inspected(loaded.lesson, stock, prompts, "core", "A")
    assert booklet is not None
    own = {s.id for section in loaded.lesson.file.sections for s in section.items if s.id}
    return stock.dossier, booklet.items, frozenset(own)


def plain(text: str, size: int) -> str:
    return blake2b(text.encode(), digest_size=size).hexdigest()


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_mark_and_no_option_can_be_tried_out_with_the_name_of_a_note(lesson: str) -> None:
    dossier, items, own = made(lesson)
    marked = [i for i in items if i.question.id not in own and MARKED.fullmatch(i.question.id)]
    assert len(marked) > 3
    for item in marked:
        base, found = MARKED.fullmatch(item.question.id).groups()  # type: ignore[union-attr]
        assert found not in {plain(name, 2) for name in note_ids(dossier)}
        options = getattr(item.question.response, "options", ())
        tried = {
            f"o{plain(f'{base}{plain(name, 2)}{chr(0)}{option.text}', 4)}"
            for name in note_ids(dossier)
            for option in options
        }
        assert tried.isdisjoint(option.id for option in options)


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_key_goes_along(lesson: str) -> None:
    _, items, _ = made(lesson)
    for item in items:
        assert item.key.id == item.question.id
        if item.key.answer.kind != "extended-text":
            assert mark(item, full_response(item)) == item.question.points


def test_an_id_that_the_author_gave_stays() -> None:
    dossier, items, _ = made("footbridge")
    item = next(i for i in items if MARKED.fullmatch(i.question.id))
    assert PublicIds(note_ids(dossier), {item.question.id}).renamed(item) is item


def test_marks_hang_on_the_names_of_all_notes_and_on_nothing_else() -> None:
    dossier, items, _ = made("footbridge")
    item = next(i for i in items if MARKED.fullmatch(i.question.id))
    reworded = item.model_copy(update={"question": item.question.model_copy(update={"prompt": "Other words."})})
    names = note_ids(dossier)
    same, other = PublicIds(names, ()), PublicIds([*names, "one-more"], ())
    assert same.renamed(item).question.id == same.renamed(reworded).question.id
    assert same.renamed(item).question.id != other.renamed(item).question.id
    assert [i.question.id for i in items].count(item.question.id) == 1

"""What holds for every item of every type: a wrong key, or a key in the student's half, would show here."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from staging import scene, words
from story import story

from generator.exercises import EXERCISES
from generator.exercises.base import ExerciseType, Unit
from generator.mark import full_response, mark
from generator.model.item import Evidence, Item, Question
from generator.model.vocabulary import LANES, Lane, Variant

DOSSIER = story()
VARIANT_NAMES: tuple[Variant, ...] = ("A", "B", "C")
SEEDS = ("bridge", "market")
TO_SHUFFLE = ("choice", "multi-choice", "match", "grid", "order")

every_type = pytest.mark.parametrize("kind", EXERCISES.values(), ids=list(EXERCISES))


@cache
def servings(kind: ExerciseType) -> list[list[Unit]]:
    """Every set of units that an item is tried with: each alone, or all of a group and the fewest of it."""
    units = kind.units(DOSSIER).units
    if not kind.takes_rows:
        return [[unit] for unit in units]
    groups: dict[str, list[Unit]] = {}
    for unit in units:
        groups.setdefault(unit.group, []).append(unit)
    big = [group for group in groups.values() if len(group) >= kind.rows[0]]
    return [group[:most] for group in big for most in (kind.rows[0], kind.rows[1])]


def make_all(kind: ExerciseType, lanes: tuple[Lane, ...] = LANES) -> list[Item]:
    """An item for every set of units, lane, variant and seed."""
    return [
        kind.make(DOSSIER, units, scene(kind.name, lane, variant, seed))
        for units in servings(kind)
        for lane in lanes
        for variant in VARIANT_NAMES
        for seed in SEEDS
    ]


items = cache(make_all)


def told_to_students(question: Question) -> list[str]:
    """Every text of the student's half, without names of fields."""
    return list(_texts(question.model_dump(exclude={"id", "skill", "type"})))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("id", "kind", "row", "column", "sign"):
                yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def told_to_teachers(item: Item) -> list[str]:
    """The sentences that only teachers may read."""
    key = item.key
    return [
        key.rationale,
        *key.accept,
        *(r.why for r in key.reject),
        *key.misreadings.values(),
        *(text for level in key.rubric for text in (level.names, level.sample)),
    ]


def ids(item: Item) -> list[str]:
    response = item.question.response
    found = [
        thing.id
        for field in ("options", "rows", "columns", "blanks", "marks")
        for thing in getattr(response, field, ())
    ]
    table = getattr(response, "table", None)
    return found + ([thing.id for thing in (*table.rows, *table.columns)] if table else [])


@every_type
def test_story_has_something_for_the_type(kind: ExerciseType) -> None:
    assert servings(kind)


@every_type
def test_shortages_are_told_in_words(kind: ExerciseType) -> None:
    says = words(kind.name)
    for shortage in kind.units(DOSSIER).shortages:
        assert says.say(f"shortages.{shortage.reason}").endswith(".")


@every_type
def test_units_keep_their_promise(kind: ExerciseType) -> None:
    units = kind.units(DOSSIER).units
    assert len({(unit.id, unit.labels, unit.group) for unit in units}) == len(units)
    for unit in units:
        assert unit.id in unit.notes
        assert set(unit.labels) <= set(DOSSIER.labels)


@every_type
def test_ids_are_unique_and_the_key_uses_them(kind: ExerciseType) -> None:
    for item in items(kind):
        known = ids(item)
        assert len(known) == len(set(known))
        answer = item.key.answer.model_dump()
        used = [answer.get("option"), *answer.get("options", ()), *item.key.misreadings]
        for field in ("pairs", "cells"):
            used += [*answer.get(field, {}), *answer.get(field, {}).values()]
        used += [id_ for group in answer.get("groups", ()) for id_ in group]
        used += [*answer.get("blanks", {}), *(span["mark"] for span in answer.get("spans", ()))]
        assert {id_ for id_ in used if id_} <= set(known)


@every_type
def test_key_answers_every_part_of_the_question(kind: ExerciseType) -> None:
    for item in items(kind):
        response, answer = item.question.response, item.key.answer
        assert response.kind == answer.kind == kind.kind
        assert item.key.id == item.question.id
        if answer.kind == "match":
            assert set(answer.pairs) == {row.id for row in response.rows}
            assert set(answer.pairs.values()) <= {option.id for option in response.options}
        elif answer.kind == "grid":
            assert set(answer.cells) == {row.id for row in response.rows}
            assert set(answer.cells.values()) <= {column.id for column in response.columns}
        elif answer.kind == "order":
            assert sorted(i for g in answer.groups for i in g) == sorted(o.id for o in response.options)
        elif answer.kind == "short-text":
            assert set(answer.blanks) == {blank.id for blank in response.blanks}
            cells = {f"{b.row}:{b.column}" for b in response.blanks if b.row}
            if response.table:
                rows, columns = response.table.rows, response.table.columns
                frame = {f"{row.id}:{column.id}" for row in rows for column in columns}
                assert cells | set(response.table.given) == frame
                assert not cells & set(response.table.given)


@every_type
def test_full_marks_for_the_key_and_none_for_silence(kind: ExerciseType) -> None:
    for item in items(kind):
        assert item.question.points >= 1
        assert mark(item, full_response(item)) in (None, item.question.points)
        assert mark(item, None) == 0


@every_type
def test_evidence_stands_where_it_says(kind: ExerciseType) -> None:
    for item in items(kind):
        assert item.key.evidence
        for evidence in (*item.key.evidence, *item.question.extracts):
            _assert_stands(evidence)
        for span in getattr(item.key.answer, "spans", ()):
            passage = DOSSIER.passages[span.passage]
            assert passage.text[span.start : span.end] == span.text
            on = [line.n for line in passage.lines if line.start < span.end and span.start < line.end]
            assert (on[0], on[-1]) == span.lines
            first, last = item.question.response.lines
            assert first <= on[0] <= on[-1] <= last


def _assert_stands(evidence: Any) -> None:
    passage = DOSSIER.passages[evidence.passage]
    text = evidence.quote if isinstance(evidence, Evidence) else evidence.text
    found = []
    for match in re.finditer(re.escape(text), passage.text):
        on = [line.n for line in passage.lines if line.start < match.end() and match.start() < line.end]
        found.append((on[0], on[-1]))
    assert tuple(evidence.lines) in found, (text, evidence.lines, found)


@every_type
def test_every_wrong_option_has_its_misreading(kind: ExerciseType) -> None:
    for item in items(kind):
        answer = item.key.answer
        if answer.kind == "choice":
            right = {answer.option}
        elif answer.kind == "multi-choice":
            right = set(answer.options)
        elif answer.kind == "match":
            right = set(answer.pairs.values())
        else:
            continue
        options = {option.id for option in item.question.response.options}
        assert set(item.key.misreadings) == options - right
        assert options - right, "nothing to choose from"


@every_type
def test_nothing_of_the_key_in_the_question(kind: ExerciseType) -> None:
    for item in items(kind):
        told = told_to_students(item.question)
        for sentence in told_to_teachers(item):
            assert not any(sentence in text for text in told), sentence
        if item.key.answer.kind == "short-text":
            given = (*item.question.response.bank, *getattr(item.question.response.table, "given", {}).values())
            open_texts = [text for text in told if text not in given]
            for blank in item.key.answer.blanks.values():
                if " " in blank.model and blank.model not in given and blank.model != "not stated":
                    assert not any(blank.model in text for text in open_texts), blank.model


@every_type
def test_words_are_filled_in_and_whole(kind: ExerciseType) -> None:
    for item in items(kind):
        for text in told_to_students(item.question):
            assert not re.search(r"\{[a-z_]+\}|None|  ", text), text
        for text in told_to_teachers(item):
            assert not re.search(r"\{[a-z_]+\}|None|  |\.\.|“”", text), text
            if text in item.key.accept:
                continue
            assert text[0].isupper() or text[0] in "“‘0123456789", text
            assert text.rstrip("”’)")[-1] in ".!?", text
        assert item.key.rationale
        assert item.key.brief


@every_type
def test_prompts_are_short_and_neutral(kind: ExerciseType) -> None:
    for item in items(kind):
        question = item.question
        assert len(question.prompt.split()) <= 20
        told = " ".join(told_to_students(question)).casefold()
        assert not re.search(r"\b(bias(ed)?|propaganda|lies?|all of the above|none of the above)\b", told)


@every_type
def test_open_items_have_three_levels(kind: ExerciseType) -> None:
    if kind.kind != "extended-text":
        return
    for item in items(kind):
        points = [level.points for level in item.key.rubric]
        assert points[0] == item.question.points
        assert len(points) >= 3
        assert points == sorted(set(points), reverse=True)
        assert item.key.answer.sample == item.key.rubric[0].sample
        assert item.key.accept
        assert item.key.reject


@every_type
def test_same_inputs_same_item(kind: ExerciseType) -> None:
    assert make_all(kind, ("core",)) == make_all(kind, ("core",))


@every_type
def test_variants_differ_where_something_can_be_shuffled(kind: ExerciseType) -> None:
    if kind.kind not in TO_SHUFFLE:
        return
    for units in servings(kind):
        made = {
            kind.make(DOSSIER, units, scene(kind.name, "core", variant, seed)).question.model_dump_json()
            for variant in VARIANT_NAMES
            for seed in SEEDS
        }
        assert len(made) > 1


@every_type
def test_support_has_no_more_to_do_than_extension(kind: ExerciseType) -> None:
    for units in servings(kind):
        parts = [
            len(full_response(kind.make(DOSSIER, units, scene(kind.name, lane))) or ())
            for lane in ("support", "extension")
        ]
        if kind.takes_rows:
            assert parts[0] <= parts[1]


@every_type
def test_lesson_sets_points_and_minutes(kind: ExerciseType) -> None:
    for units in servings(kind)[:1]:
        item = kind.make(DOSSIER, units, scene(kind.name, points=6, minutes=7.5))
        assert (item.question.points, item.minutes) == (6, 7.5)
        assert mark(item, full_response(item)) in (None, 6)


@every_type
def test_facts_name_notes_of_the_units(kind: ExerciseType) -> None:
    """Assembly leaves out notes whose facts clash; it finds them by the id in the fact."""
    for units in servings(kind):
        item = kind.make(DOSSIER, units, scene(kind.name))
        assert item.asks
        for fact in item.asks | item.tells:
            assert len(fact.split(":")) >= 2, fact

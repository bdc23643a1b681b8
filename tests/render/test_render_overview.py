"""Tables of the teacher notes."""

from generator.model.booklet import PassageFacts
from generator.model.files import Step
from generator.render.overview import by_skill, comparison, stands, timed
from tests.render import fixture


def test_steps_follow_each_other_without_a_gap() -> None:
    steps = timed((Step(minutes=5, does="a"), Step(minutes=7, does="b"), Step(minutes=3, does="c")))
    assert [(s.first, s.last) for s in steps] == [(0, 5), (5, 12), (12, 15)]


def test_every_claim_stands_once_in_the_comparison() -> None:
    notes = fixture.notes()
    table = comparison(notes)
    numbers = [r.number for g in table.groups for r in g.rows] + [r.number for r in table.both]
    numbers += [r.number for a in table.alone for r in a.rows]
    assert sorted(numbers) == [r.number for r in notes.comparison]
    assert [(a.label, [r.number for r in a.rows]) for a in table.alone] == [("A", [5])]


def test_claims_are_sorted_from_agreement_to_conflict() -> None:
    relations = [g.relation for g in comparison(fixture.notes()).groups]
    assert relations == ["agree", "same-in-other-words", "differ-in-detail", "differ-in-certainty", "conflict"]


def test_claims_in_the_same_words_need_no_row() -> None:
    notes = fixture.notes()
    row = notes.comparison[5]
    cell = row.cells["A"]
    alike = row.model_copy(update={"cells": {"A": cell, "B": cell}})
    table = comparison(notes.model_copy(update={"comparison": (alike,)}))
    assert [r.number for r in table.both] == [6]
    assert not table.groups


def test_pairs_that_stand_alike_are_told_together_and_silence_is_not_told_again() -> None:
    row = fixture.notes().comparison[0]
    relations = {"AB": "conflict", "AC": "only-in-one", "AD": "conflict", "BD": "agree"}
    made = stands(row.model_copy(update={"relations": relations}))
    assert [(s.relation, s.pairs) for s in made] == [("conflict", ("AB", "AD")), ("agree", ("BD",))]
    assert stands(row.model_copy(update={"relations": {"AB": "only-in-one"}})) == ()


def test_three_reports_keep_their_rows_in_order() -> None:
    notes = fixture.notes()
    third = PassageFacts(label="C", title=None, outlet="O", words=1, lines=1)
    table = comparison(notes.model_copy(update={"passages": (*notes.passages, third)}))
    assert [r.number for g in table.groups for r in g.rows] == [1, 2, 3, 4, 6]
    assert table.groups[0].relation is None
    assert [(a.label, [r.number for r in a.rows]) for a in table.alone] == [("A", [5])]


def test_a_single_report_keeps_every_row() -> None:
    notes = fixture.notes()
    silent = notes.comparison[0].model_copy(update={"cells": {}})
    alone = comparison(notes.model_copy(update={"passages": notes.passages[:1], "comparison": (silent,)}))
    assert [r.number for g in alone.groups for r in g.rows] == [1]
    assert not alone.alone


def test_items_keep_their_numbers_and_add_up() -> None:
    notes = fixture.notes()
    parts = by_skill(notes.items)
    assert sorted(i.number for p in parts for i in p.items) == list(range(1, len(notes.items) + 1))
    assert sum(p.points for p in parts) == sum(i.points for i in notes.items)
    assert sum(p.minutes for p in parts) == sum(i.minutes for i in notes.items)

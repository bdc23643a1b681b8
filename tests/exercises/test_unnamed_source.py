"""Unnamed source on the story: what the report tells, and an open answer marked on its parts."""

from staging import changed, make, usable, why_not
from story import story

from generator.exercises.unnamed_source import UnnamedSource

KIND, DOSSIER = UnnamedSource(), story()


def test_only_unnamed_sources_are_looked_at() -> None:
    assert usable(KIND, DOSSIER) == ["worker-digger", "neighbours-pay"]
    assert {s.note for s in KIND.units(DOSSIER).shortages} == set()


def test_question_and_samples_name_this_source() -> None:
    item = make(KIND, DOSSIER, "worker-digger")
    assert "“a worker on the Castle Street building site”" in item.question.stem
    assert all("“a worker on the Castle Street building site”" in level.sample for level in item.key.rubric)
    assert "How do you know that a digger might have hit the main" in item.key.rubric[0].sample


def test_no_reason_given_is_accepted_and_a_made_up_source_is_not() -> None:
    key = make(KIND, DOSSIER, "neighbours-pay").key
    assert any("no reason is given" in text for text in key.accept)
    assert any("made up" in reject.text for reject in key.reject)


def test_key_tells_what_the_notes_know_of_the_basis() -> None:
    silent = make(KIND, DOSSIER, "worker-digger").key.rationale
    assert "does not tell how the source could know" in silent
    seen = changed(
        DOSSIER, "attributions", "worker-digger", basis="witness", basis_why="He was on the site that day."
    )
    assert "He was on the site that day." in make(KIND, seen, "worker-digger").key.rationale


def test_question_tells_who_says_it_and_items_that_ask_for_that_must_give_way() -> None:
    tells = make(KIND, DOSSIER, "worker-digger").tells
    assert {"attribution:worker-digger:source", "claim:digger:A:standing"} <= tells


def test_shortages() -> None:
    assert (
        why_not(KIND, changed(DOSSIER, "attributions", "worker-digger", role=None), "worker-digger") == "no-role"
    )
    gone = changed(DOSSIER, "attributions", "worker-digger", source=None)
    assert why_not(KIND, gone, "worker-digger") == "no-source"


def test_source_that_is_named_in_another_place_is_not_unnamed() -> None:
    known = changed(DOSSIER, "attributions", "worker-digger", speaker="wren")
    assert why_not(KIND, known, "worker-digger") == "named-elsewhere"

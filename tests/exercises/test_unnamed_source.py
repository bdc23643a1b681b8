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


def test_a_reason_that_the_report_gives_is_the_answer_and_none_is_not() -> None:
    """Here the words are “Hanna Lile” only for the sake of the test: any words of the passage will do."""
    why = next(a.source for a in DOSSIER.attributions if a.id == "lile-monday")
    assert why is not None
    given = make(KIND, changed(DOSSIER, "attributions", "worker-digger", unnamed_why=why), "worker-digger").key
    assert not any("no reason is given" in text for text in given.accept)
    assert any("Hanna Lile" in text for text in given.accept)
    assert "Hanna Lile" in given.rubric[0].sample
    assert any(reject.text.startswith("No reason is given") and why.text in reject.why for reject in given.reject)
    assert why.text in [evidence.quote for evidence in given.evidence]
    silent = make(KIND, DOSSIER, "worker-digger").key
    assert not any(reject.text.startswith("No reason is given") for reject in silent.reject)
    assert "does not say why there is no name" in silent.rubric[0].sample


def test_a_reason_noted_where_the_same_source_speaks_again_holds_here_too() -> None:
    why = next(a.source for a in DOSSIER.attributions if a.id == "vass-patients")
    again = next(a for a in DOSSIER.attributions if a.id == "neighbours-pay").model_copy(
        update={"id": "neighbours-again", "unnamed_why": why}
    )
    both = DOSSIER.model_copy(update={"attributions": (*DOSSIER.attributions, again)})
    assert not any("no reason is given" in text for text in make(KIND, both, "neighbours-pay").key.accept)


def test_the_source_goes_by_the_words_that_say_most_of_it() -> None:
    she = next(a.source for a in DOSSIER.attributions if a.id == "lile-wait")
    note = next(a for a in DOSSIER.attributions if a.id == "worker-digger")
    again = note.model_copy(update={"id": "worker-again", "source": she, "called": "the worker"})
    both = DOSSIER.model_copy(update={"attributions": (*DOSSIER.attributions, again)})
    item = make(KIND, both, "worker-again")
    assert "“a worker on the Castle Street building site”" in item.question.stem
    assert note.source is not None
    assert note.source.text in [evidence.quote for evidence in item.key.evidence]


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

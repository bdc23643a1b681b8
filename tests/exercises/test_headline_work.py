"""Headline work on the story: which of two reports bear out a headline in full."""

import pytest
from changes import cells, made, shortage, three_reports, unit_ids
from staging import changed, scene
from story import story

from generator.exercises import EXERCISES
from generator.exercises.stock import restrict
from generator.model.vocabulary import LANES, Lane

DOSSIER = story()
KIND = EXERCISES["headline_work"]
FITS = {("A",): "fits only A", ("B",): "fits only B", ("A", "B"): "fits both", (): "fits neither"}


def test_every_headline_has_the_answer_of_its_note() -> None:
    found = cells(made("headline_work", DOSSIER, rows=12))
    assert found == {one.text: FITS[one.fits] for one in DOSSIER.made_headlines}


@pytest.mark.parametrize("lane", LANES)
def test_every_kind_of_answer_has_a_row(lane: Lane) -> None:
    for seed in "abcdef":
        item = made("headline_work", DOSSIER, lane=lane, seed=seed)
        assert set(cells(item).values()) == set(FITS.values())
        assert len(item.key.misreadings) == 4


def test_key_says_why_and_sets_lines_of_both_reports_beside_each() -> None:
    item = made("headline_work", DOSSIER, rows=12)
    for one in DOSSIER.made_headlines:
        assert f"“{one.text}”: {FITS[one.fits]}. {one.why}" in item.key.rationale
        near = {e.passage for e in item.key.evidence if f"“{one.text}”" in (e.shows or "")}
        assert set(one.fits) <= near
    beside = {e.passage: e.quote for e in item.key.evidence if "About 400 Brindle" in (e.shows or "")}
    assert "About 400 homes" in beside["A"]
    assert "Some 600 homes" in beside["B"]


def test_where_no_line_is_near_the_beginnings_are_the_evidence() -> None:
    texts = tuple(h.model_copy(update={"text": f"Xyzzy plugh {n}"}) for n, h in enumerate(DOSSIER.made_headlines))
    far = DOSSIER.model_copy(update={"made_headlines": texts})
    quotes = {e.passage: e.quote for e in made("headline_work", far).key.evidence}
    assert quotes["A"].startswith("Brown water has been coming out")
    assert quotes["B"] == "Tap water in the east of Brindle has turned brown."


def test_three_reports_are_asked_two_at_a_time() -> None:
    dossier = changed(three_reports(DOSSIER), "made_headlines", "no-patient", fits=("B", "C"))
    answers = {}
    for group in ("AB", "AC", "BC"):
        units = [unit for unit in KIND.units(dossier).units if unit.group == group]
        found = cells(KIND.make(dossier, units, scene(KIND.name, rows=12)))
        answers[group] = found["Doctor has not seen one sick patient"]
    assert answers == {"AB": "fits only B", "AC": "fits only C", "BC": "fits both"}


def test_a_lesson_on_two_of_three_reports_counts_only_these() -> None:
    dossier = changed(three_reports(DOSSIER), "made_headlines", "no-patient", fits=("B", "C"))
    (one,) = (h for h in restrict(dossier, ["A", "B"]).made_headlines if h.id == "no-patient")
    assert one.fits == ("B",)


def test_no_answer_is_more_than_half_of_the_rows() -> None:
    dossier = DOSSIER
    for id_ in ("rust-harmless", "mayor-bottles", "lorries-come", "turns-brown"):
        dossier = changed(dossier, "made_headlines", id_, fits=())
    for seed in "abcdef":
        answers = list(cells(made("headline_work", dossier, lane="extension", seed=seed)).values())
        assert answers.count("fits neither") == 2
        assert len(answers) == 4


def test_quotation_marks_in_a_headline_become_inner_ones() -> None:
    dossier = changed(DOSSIER, "made_headlines", "no-patient", text="Doctor: “Not one sick patient”")
    told = made("headline_work", dossier, rows=12).key
    assert "“Doctor: ‘Not one sick patient’”: fits only B" in told.rationale


def test_shortages() -> None:
    own = changed(DOSSIER, "made_headlines", "turns-brown", text="Hundreds of Brindle homes told to boil water")
    assert shortage("headline_work", own, "turns-brown") == "own"
    assert "turns-brown" not in unit_ids("headline_work", own)
    few = DOSSIER.model_copy(update={"made_headlines": DOSSIER.made_headlines[:3]})
    assert shortage("headline_work", few, "no-patient") == "too-few"
    alike = tuple(h.model_copy(update={"fits": ("A",)}) for h in DOSSIER.made_headlines)
    assert unit_ids("headline_work", DOSSIER.model_copy(update={"made_headlines": alike})) == []

"""Claim grid: every row stands in the column of its relation."""

import pytest
from changes import cells, kind_of, made, shortage, three_reports, unit_ids, with_claim, with_side
from story import story

from generator.model.vocabulary import LANES, Lane

DOSSIER = story()
COLUMN = {
    "agree": "agree",
    "same-in-other-words": "agree",
    "differ-in-detail": "differ in a detail",
    "differ-in-certainty": "differ in how sure they are",
    "conflict": "contradict each other",
}


def expected(topic: str) -> str:
    claim = next(c for c in DOSSIER.claims if c.topic.casefold() == topic.casefold())
    relation = claim.relations["AB"]
    if relation == "only-in-one":
        return "only in A" if claim.sides["A"].present else "only in B"
    return COLUMN[relation]


@pytest.mark.parametrize("lane", LANES)
@pytest.mark.parametrize("seed", ["one", "two", "three", "four"])
def test_every_row_has_the_column_of_its_relation(lane: Lane, seed: str) -> None:
    item = made("claim_grid", DOSSIER, lane=lane, seed=seed)
    for topic, column in cells(item).items():
        assert column == expected(topic)


def test_columns_are_at_least_four_and_hold_only_what_may_be() -> None:
    item = made("claim_grid", DOSSIER, "brown", "harmless", "start")
    columns = [c.text for c in item.question.response.columns]  # type: ignore[union-attr]
    assert len(columns) == 4
    assert "only in A" not in columns
    mixed = made("claim_grid", DOSSIER, "brown", "homes", "lorries")
    columns = [c.text for c in mixed.question.response.columns]  # type: ignore[union-attr]
    assert {"only in A", "only in B"} <= set(columns)


def test_agreement_in_other_words_is_no_column_of_its_own() -> None:
    both = made("claim_grid", DOSSIER, "brown", "harmless", "homes")
    assert cells(both)["State of the tap water"] == cells(both)["Danger from the rust"]


def test_rows_are_of_as_many_kinds_as_there_is_room_for() -> None:
    item = made("claim_grid", DOSSIER)
    assert len(set(cells(item).values())) >= 5


def test_terms_that_could_be_confused_are_defined_in_the_question() -> None:
    stem = made("claim_grid", DOSSIER).question.stem
    assert "both can be right" in stem
    assert "**cannot** both be right" in stem


def test_claims_with_two_defensible_columns_are_left_out() -> None:
    assert shortage("claim_grid", DOSSIER, "clear-day") == "other-certainty"
    hedged = with_side(DOSSIER, "place", "A", standing="hedged")
    assert shortage("claim_grid", hedged, "place") == "other-certainty"
    sure = with_side(DOSSIER, "digger", "A", standing="asserted", markers=())
    assert "digger" in unit_ids("claim_grid", sure)  # "may" still stands in the sentence


def test_notes_that_contradict_themselves_are_left_out() -> None:
    assert shortage("claim_grid", with_side(DOSSIER, "homes", "B", standing="absent"), "homes") == "unclear"
    assert shortage("claim_grid", with_side(DOSSIER, "homes", "B", quote=None), "homes") == "no-quote"
    assert shortage("claim_grid", with_claim(DOSSIER, "homes", relations={}), "homes") == "no-relation"
    assert shortage("claim_grid", with_claim(DOSSIER, "homes", topic="State of the tap water"), "homes")


def test_three_reports_make_pairs() -> None:
    dossier = three_reports(DOSSIER)
    assert {unit.group for unit in kind_of("claim_grid").units(dossier).units} == {"AB", "AC"}
    assert shortage("claim_grid", dossier, "homes") is None

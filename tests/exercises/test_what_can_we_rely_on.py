"""What can we rely on: a right option is never absent from a report, nor in conflict."""

import re

import pytest
from changes import made, only, right, shortage, unit_ids, with_claim, with_side, wrong
from story import story

from generator.exercises.pairs import SAME
from generator.exercises.statements import as_sentence
from generator.model.vocabulary import LANES, Lane

DOSSIER = story()
BY_STATEMENT = {claim.statement: claim for claim in DOSSIER.claims}


@pytest.mark.parametrize("lane", LANES)
@pytest.mark.parametrize("seed", ["one", "two", "three", "four", "five"])
def test_right_options_stand_in_both_and_wrong_ones_do_not(lane: Lane, seed: str) -> None:
    item = made("what_can_we_rely_on", DOSSIER, lane=lane, seed=seed)
    for text in right(item):
        claim = BY_STATEMENT[text]
        assert claim.relations["AB"] in SAME
        assert all(side.present and side.standing in ("asserted", "attributed") for side in claim.sides.values())
    conflicting = {as_sentence(s.said_by.says) for s in DOSSIER.claim("homes").sides.values() if s.said_by}
    for text in wrong(item):
        assert text in conflicting or BY_STATEMENT[text].relations["AB"] == "only-in-one"
    assert right(item)
    assert wrong(item)


def test_statement_that_conflicting_reports_share_is_no_wrong_option() -> None:
    for seed in ("one", "two", "three", "four", "five", "six"):
        item = made("what_can_we_rely_on", DOSSIER, seed=seed, rows=12)
        assert DOSSIER.claim("homes").statement not in wrong(item)


def test_conflict_is_used_only_with_a_clause_that_holds_the_value() -> None:
    bare = with_side(with_side(DOSSIER, "homes", "A", said_by=None), "homes", "B", said_by=None)
    assert shortage("what_can_we_rely_on", bare, "homes") == "no-clause"


def test_unsure_agreement_is_not_firm() -> None:
    assert shortage("what_can_we_rely_on", DOSSIER, "clear-day") == "not-firm"
    assert shortage("what_can_we_rely_on", DOSSIER, "digger") == "partly"
    denied = with_side(DOSSIER, "lorries", "B", standing="denied")
    assert shortage("what_can_we_rely_on", denied, "lorries") == "not-firm"
    assert shortage("what_can_we_rely_on", with_claim(DOSSIER, "brown", statement=None), "brown") == "no-statement"


def test_nothing_to_choose_makes_no_item() -> None:
    assert unit_ids("what_can_we_rely_on", only(DOSSIER, "brown", "harmless", "start")) == []
    assert unit_ids("what_can_we_rely_on", only(DOSSIER, "lorries", "patients", "payment")) == []


def test_one_sort_of_units_is_completed_from_the_notes() -> None:
    assert right(made("what_can_we_rely_on", DOSSIER, "lorries", "patients", "payment"))
    assert wrong(made("what_can_we_rely_on", DOSSIER, "brown", "harmless", "start"))


def test_help_does_not_show_which_are_right() -> None:
    (hint,) = made("what_can_we_rely_on", DOSSIER, lane="support").question.hints
    assert not re.search(r"\d", hint)


def test_item_that_shows_a_claim_in_both_reports_cannot_stand_beside_it() -> None:
    item = made("what_can_we_rely_on", DOSSIER)
    shown = {BY_STATEMENT[text].id for text in right(item)}
    assert {f"claim:{id_}:AB:present" for id_ in shown} <= item.asks
    assert not any(fact.endswith((":A:present", ":B:present")) for fact in item.asks)


def test_only_support_is_told_how_many() -> None:
    item = made("what_can_we_rely_on", DOSSIER, lane="support")
    assert item.question.response.choose == len(right(item))  # type: ignore[union-attr]
    assert made("what_can_we_rely_on", DOSSIER).question.response.choose is None  # type: ignore[union-attr]


def test_speaks_of_the_headline_only_where_one_is_needed() -> None:
    for seed in ("one", "two", "three", "four", "five", "six"):
        item = made("what_can_we_rely_on", DOSSIER, seed=seed)
        headed = any(evidence.lines[0] == 0 for evidence in item.key.evidence)
        assert ("headline" in item.question.stem) == headed
        assert "quotes somebody" in item.question.stem

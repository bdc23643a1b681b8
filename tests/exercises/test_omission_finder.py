"""Omission finder: each statement stands where its sides stand."""

import pytest
from changes import cells, made, only, shortage, unit_ids
from story import story

from generator.model.vocabulary import LANES, Lane

DOSSIER = story()
BY_STATEMENT = {claim.statement: claim for claim in DOSSIER.claims}


@pytest.mark.parametrize("lane", LANES)
@pytest.mark.parametrize("seed", ["one", "two", "three", "four"])
def test_column_follows_from_the_sides(lane: Lane, seed: str) -> None:
    item = made("omission_finder", DOSSIER, lane=lane, seed=seed)
    for statement, column in cells(item).items():
        here = [label for label, side in BY_STATEMENT[statement].sides.items() if side.present]
        assert column == ("in both A and B" if len(here) == 2 else f"only in {here[0]}")
    assert set(cells(item).values()) == {"only in A", "only in B", "in both A and B"}


def test_key_says_what_a_reader_of_one_report_would_miss() -> None:
    told = made("omission_finder", DOSSIER, "lorries", "week-2011", "brown").key.rationale
    assert "reads only report A would not learn this: Two lorries" in told
    assert "reads only report B would not learn this: The town had" in told


def test_claims_on_which_reports_differ_stand_in_both_only_in_part() -> None:
    assert shortage("omission_finder", DOSSIER, "homes") == "partly"
    assert shortage("omission_finder", DOSSIER, "digger") == "partly"


def test_without_an_omission_there_is_no_item() -> None:
    agreed = only(DOSSIER, "brown", "harmless", "start")
    assert unit_ids("omission_finder", agreed) == []
    assert shortage("omission_finder", agreed, "brown") == "no-omission"
    assert "only" in " ".join(cells(made("omission_finder", DOSSIER, "brown", "harmless", "start")).values())

"""Fact table: each cell wants what its own report gives, or 'not stated'."""

import pytest
from changes import made, shortage, with_claim, with_side
from story import story

from generator.mark import folded
from generator.model.item import Item, ShortText
from generator.model.vocabulary import LANES, Lane

DOSSIER = story()


def table(item: Item) -> dict[tuple[str, str], tuple[str, set[str]]]:
    """(Topic, report) -> model answer and everything accepted."""
    response = item.question.response
    assert isinstance(response, ShortText)
    assert response.table
    rows = {row.id: row.text for row in response.table.rows}
    columns = {column.id: column.text[-1] for column in response.table.columns}
    keys = item.key.answer.blanks  # type: ignore[union-attr]
    return {
        (rows[b.row or ""], columns[b.column or ""]): (
            keys[b.id].model,
            {folded(text) for text in (keys[b.id].model, *keys[b.id].accept)},
        )
        for b in response.blanks
    }


@pytest.mark.parametrize("lane", LANES)
@pytest.mark.parametrize("seed", ["one", "two", "three"])
def test_cells_hold_the_values_of_the_notes(lane: Lane, seed: str) -> None:
    for (topic, label), (model, accepted) in table(made("fact_table", DOSSIER, lane=lane, seed=seed)).items():
        claim = next(c for c in DOSSIER.claims if c.topic.casefold() == topic.casefold())
        side = claim.sides[label]
        if not side.present:
            assert model == "not stated"
            assert "not mentioned" in accepted
        else:
            assert model == side.value
            assert {folded(text) for text in side.accept} <= accepted
            assert "not stated" not in accepted


def test_conflicting_values_are_accepted_only_in_their_own_column() -> None:
    cells = table(made("fact_table", DOSSIER, "homes", "lorries"))
    topic = "Number of homes that must boil water"
    assert not cells[topic, "A"][1] & cells[topic, "B"][1]
    rejected = [r.text for r in made("fact_table", DOSSIER, "homes", "lorries").key.reject]
    assert any("some 600" in text and "report A" in text for text in rejected)


def test_silence_and_difference_stand_in_every_table() -> None:
    for seed in ("one", "two", "three", "four"):
        models = [model for model, _ in table(made("fact_table", DOSSIER, seed=seed)).values()]
        assert "not stated" in models


def test_support_fills_in_one_cell_and_says_so() -> None:
    item = made("fact_table", DOSSIER, lane="support")
    response = item.question.response
    assert isinstance(response, ShortText)
    assert response.table
    assert len(response.table.given) == 1
    assert len(item.tells) == 1
    assert not item.tells & item.asks
    assert "not stated" in response.bank
    assert {key.model for key in item.key.answer.blanks.values()} <= set(response.bank)  # type: ignore[union-attr]


def test_bank_of_support_has_values_left_over() -> None:
    item = made("fact_table", DOSSIER, "homes", "lorries", lane="support")
    models = {key.model for key in item.key.answer.blanks.values()}  # type: ignore[union-attr]
    left = set(item.question.response.bank) - models - {"not stated"}  # type: ignore[union-attr]
    assert left
    accepted = {t for key in item.key.answer.blanks.values() for t in key.accept}  # type: ignore[union-attr]
    assert not left & accepted


def test_values_that_a_topic_tells_are_not_asked() -> None:
    assert shortage("fact_table", DOSSIER, "brown") == "told"
    assert shortage("fact_table", with_claim(DOSSIER, "lorries", topic="the two lorries"), "lorries") == "told"


def test_values_are_needed() -> None:
    assert shortage("fact_table", with_side(DOSSIER, "homes", "B", value=None), "homes") == "no-value"
    assert shortage("fact_table", with_side(DOSSIER, "homes", "B", standing="denied"), "homes") == "denied"

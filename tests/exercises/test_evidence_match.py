"""Evidence match on the story: each line does one thing for one claim."""

from typing import get_args

import pytest
from changes import cells, made, shortage, three_reports, with_claim
from staging import scene
from story import story

from generator.exercises import EXERCISES
from generator.exercises.stock import restrict
from generator.model.dossier import Dossier
from generator.model.item import Item
from generator.model.vocabulary import LANES, Lane

DOSSIER = story()
KIND = EXERCISES["evidence_match"]
COLUMNS = {
    "supports": "supports it",
    "background": "background",
    "contradicts": "speaks against it",
    "not-relevant": "not relevant",
}
SEEDS = "abcdef"


def item(claim: str, lane: Lane = "core", seed: str = "lesson", rows: int | None = None) -> Item:
    units = [unit for unit in KIND.units(DOSSIER).units if unit.group == claim]
    return KIND.make(DOSSIER, units, scene(KIND.name, lane, seed=seed, rows=rows))


@pytest.mark.parametrize("claim", ["digger", "brown"])
def test_every_line_has_the_answer_of_its_note(claim: str) -> None:
    found = cells(item(claim, rows=12))
    links = DOSSIER.claim(claim).links
    assert len(found) == len(links)
    for link in links:
        (row,) = (row for row in found if link.quote.text.strip("“”,") in row)
        assert found[row] == COLUMNS[link.bears]


@pytest.mark.parametrize("lane", LANES)
def test_no_column_pays_for_guessing(lane: Lane) -> None:
    for seed in SEEDS:
        answers = list(cells(item("digger", lane, seed)).values())
        assert all(2 * answers.count(answer) <= len(answers) for answer in answers)
        assert len(item("digger", lane, seed).question.response.columns) == 4  # type: ignore[union-attr]


def test_key_gives_a_reason_for_every_line() -> None:
    made_item = item("digger", rows=12)
    for link in DOSSIER.claim("digger").links:
        assert link.why in made_item.key.rationale
        assert any(e.quote == link.quote.text for e in made_item.key.evidence)


def test_support_shows_one_line_that_is_not_asked() -> None:
    for seed in SEEDS:
        made_item = item("digger", "support", seed)
        asked = {fact.split(":")[1] for fact in made_item.asks}
        (shown,) = {fact.split(":")[1] for fact in made_item.tells if fact.startswith("link:")}
        link = next(link for link in DOSSIER.claim("digger").links if link.id == shown)
        assert shown not in asked
        assert link.why in made_item.question.hints[1]
    assert len(item("brown", "support").question.hints) == 1  # all four lines are asked
    assert not item("digger", "core").question.hints


def test_shown_lines_tell_what_they_hold() -> None:
    assert "claim:start:A:value" in item("brown").tells
    assert not item("brown").tells & item("brown").asks


def test_rows_of_one_item_are_of_one_claim() -> None:
    for claim in ("digger", "brown"):
        lines = {link.id for link in DOSSIER.claim(claim).links}
        assert {fact.split(":")[1] for fact in item(claim, "extension").asks} <= lines


def with_links(dossier: Dossier, keep: int, bears: str | None = None) -> Dossier:
    links = dossier.claim("digger").links[:keep]
    changed = tuple(link.model_copy(update={"bears": bears or link.bears}) for link in links)
    return with_claim(dossier, "digger", links=changed)


def test_shortages() -> None:
    assert shortage("evidence_match", DOSSIER, "homes") == "no-links"
    assert shortage("evidence_match", with_claim(DOSSIER, "digger", statement=None), "digger") == "no-statement"
    assert shortage("evidence_match", with_links(DOSSIER, 3), "digger") == "too-few"
    assert shortage("evidence_match", with_links(DOSSIER, 6, "background"), "wren-far") == "too-few"
    assert shortage("evidence_match", with_links(DOSSIER, 6), "digger") is None


def test_lines_of_reports_left_out_go_with_them() -> None:
    dossier = restrict(three_reports(DOSSIER), ["A", "C"])
    assert {link.label for claim in dossier.claims for link in claim.links} == {"A"}


def test_every_bearing_has_a_column_and_a_misreading() -> None:
    from generator.model.vocabulary import Bearing

    assert set(get_args(Bearing)) == set(COLUMNS)
    assert len(made("evidence_match", DOSSIER).key.misreadings) == 4

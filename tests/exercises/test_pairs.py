"""Pairs of reports: units of a pair, words for both sides, short pointers into the passages."""

import re

import pytest
from changes import three_reports, with_claim, with_side
from staging import scene
from story import story

from generator.exercises import EXERCISES
from generator.exercises.pairs import (
    as_sure,
    cite,
    claim_units,
    evidence,
    lines_to_read,
    side_quotes,
    trouble,
    varied,
)

DOSSIER = story()
SCENE = scene("claim_grid", "support")


def test_units_of_three_reports_go_by_pairs() -> None:
    found = claim_units(three_reports(DOSSIER), lambda *_: None)
    homes = [unit for unit in found.units if unit.id == "homes"]
    assert [(unit.labels, unit.group) for unit in homes] == [(("A", "B"), "AB"), (("A", "C"), "AC")]
    assert {"company-boil", "about-400"} <= set(homes[0].notes)


@pytest.mark.parametrize(
    "name",
    [
        "claim_grid",
        "one_source_or_two",
        "what_can_we_rely_on",
        "handle_the_conflict",
        "confidence_before_after",
        "fact_table",
        "real_difference",
        "omission_finder",
        "certainty_compare",
        "synthesis",
        "wire_editor",
    ],
)
def test_an_item_on_a_pair_keeps_to_its_pair(name: str) -> None:
    kind, dossier = EXERCISES[name], three_reports(DOSSIER)
    units = [unit for unit in kind.units(dossier).units if unit.group == "AC"]
    item = kind.make(dossier, units[: kind.rows[1]] if kind.takes_rows else units[:1], scene(name, "extension"))
    cited = set(re.findall(r"\((\w), (?:line|headline)", item.key.model_dump_json()))
    assert cited <= {"A", "C"}
    routes = {"one_source_or_two", "confidence_before_after"}  # the story's B stands on the way to C there
    assert {evidence.passage for evidence in item.key.evidence} <= {"A", "C"} | (
        {"B"} if name in routes else set()
    )
    assert "C" in item.question.model_dump_json()


def test_a_claim_is_short_only_where_no_pair_can_use_it() -> None:
    dossier = three_reports(DOSSIER)
    found = claim_units(dossier, lambda _claim, _first, second: None if second == "C" else "no-use")
    assert found.shortages == ()
    assert all(s.reason == "no-use" for s in claim_units(dossier, lambda *_: "no-use").shortages)


def test_trouble_with_sides_that_do_not_fit() -> None:
    assert trouble(DOSSIER.claim("homes"), "A", "B") is None
    assert (
        trouble(with_side(DOSSIER, "lorries", "A", standing="asserted").claim("lorries"), "A", "B") == "no-quote"
    )
    assert (
        trouble(with_claim(DOSSIER, "lorries", relations={"AB": "agree"}).claim("lorries"), "A", "B") == "unclear"
    )


def test_as_sure() -> None:
    assert as_sure(DOSSIER, DOSSIER.claim("harmless"), "A", "B")
    assert as_sure(DOSSIER, DOSSIER.claim("homes"), "A", "B")
    assert not as_sure(DOSSIER, DOSSIER.claim("digger"), "A", "B")
    assert not as_sure(DOSSIER, DOSSIER.claim("clear-day"), "A", "B")


def test_citation_keeps_quotation_marks_apart() -> None:
    quote = side_quotes(DOSSIER.claim("patients"), "B")[0]
    assert cite(SCENE, quote) == "“I have not seen one sick patient” (B, line 11)"
    mixed = side_quotes(DOSSIER.claim("clear-day"), "B")[0]
    assert cite(SCENE, mixed).count("“") == 1


def test_pointer_is_short_and_only_for_support() -> None:
    quotes = [quote for id_ in ("homes", "digger", "brown") for quote in side_quotes(DOSSIER.claim(id_), "A", "B")]
    assert lines_to_read(SCENE, DOSSIER, quotes) == ("Look at A, lines 1–3 and 9–10; B, lines 1–4 and 6–7.",)
    assert lines_to_read(scene("claim_grid"), DOSSIER, quotes) == ()
    assert lines_to_read(SCENE, DOSSIER, quotes[:1]) == ("Look at A, lines 2–3.",)


def test_evidence_is_told_once_in_the_order_of_the_texts() -> None:
    quotes = [(q, None) for id_ in ("start", "homes", "homes") for q in side_quotes(DOSSIER.claim(id_), "B", "A")]
    found = evidence(SCENE, quotes)
    assert [e.passage for e in found] == ["A", "A", "B", "B"]
    assert [e.lines[0] for e in found] == [2, 21, 1, 19]


def test_varied_takes_one_of_each_kind_first() -> None:
    things = ["a1", "a2", "a3", "a4", "b1", "c1"]
    for seed in ("x", "y", "z"):
        kept = varied(scene("claim_grid", seed=seed), things, lambda thing: thing[0], 3)
        assert {thing[0] for thing in kept} == {"a", "b", "c"}

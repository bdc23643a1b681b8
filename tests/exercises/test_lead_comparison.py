"""Lead comparison on the story: each report's own first paragraph, silence, and what is no answer."""

from typing import Any

import pytest
from changes import made, shortage, three_reports
from staging import read_lines
from story import quote, story

from generator.exercises import EXERCISES
from generator.mark import folded
from generator.model.dossier import Dossier
from generator.model.item import Item, ShortText
from generator.model.particulars import Lead, Told
from generator.model.vocabulary import LANES, Lane

DOSSIER = story()
ROWS = {"acts": "Who or what acts?", "on": "On whom or what?", "why": "Why?"}


def with_lead(dossier: Dossier, label: str, **parts: Any) -> Dossier:
    lead = dossier.leads[label].model_copy(update=parts)
    return dossier.model_copy(update={"leads": {**dossier.leads, label: lead}})


def three() -> Dossier:
    """The story with its report B once more as C, of which nobody acts on anybody, and only a reason is told."""
    dossier = three_reports(DOSSIER)
    why = DOSSIER.leads["B"].why
    assert why is not None
    there = why.model_copy(update={"quote": why.quote.model_copy(update={"label": "C"})})
    lead = Lead(label="C", acts=None, on=None, why=there, effect=None)
    return dossier.model_copy(update={"leads": {**dossier.leads, "C": lead}})


def told(value: str, label: str, words: str, *accept: str) -> Told:
    return Told(value=value, accept=accept, quote=quote(DOSSIER.passages, label, words))


def table(item: Item) -> dict[tuple[str, str], tuple[str, set[str]]]:
    """(Row, report) -> model answer and everything accepted."""
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
def test_cells_hold_what_the_notes_say_of_each_first_paragraph(lane: Lane) -> None:
    for (row, label), (model, accepted) in table(made("lead_comparison", DOSSIER, lane=lane)).items():
        part = next(part for part, text in ROWS.items() if text == row)
        note = getattr(DOSSIER.leads[label], part)
        if note is None:
            assert model == "not stated"
            assert folded("nobody") in accepted
        else:
            assert model == note.value
            assert {folded(text) for text in (*note.accept, note.quote.text)} <= accepted
            assert "not stated" not in accepted


def test_silence_is_offered_in_every_lane() -> None:
    assert table(made("lead_comparison", DOSSIER))["Who or what acts?", "B"][0] == "not stated"
    for lane in LANES:
        item = made("lead_comparison", DOSSIER, lane=lane)
        assert "not stated" in item.question.stem
        assert any("silent" in r.text for r in item.key.reject)
    assert isinstance(item.question.response, ShortText)
    support = made("lead_comparison", DOSSIER, lane="support").question.response
    assert isinstance(support, ShortText)
    assert "not stated" in support.bank


def test_the_headline_is_no_answer_and_the_question_says_so() -> None:
    item = made("lead_comparison", DOSSIER)
    assert "headline does not count" in item.question.stem
    assert any("headline" in r.text for r in item.key.reject)
    assert all(first > 0 for e in item.key.evidence for first in e.lines)
    headline = told("homes", "A", "Brindle homes told to boil")
    assert shortage("lead_comparison", with_lead(DOSSIER, "A", on=headline), "lead-a") == "elsewhere"


def test_the_pointer_holds_every_line_of_the_first_paragraphs() -> None:
    for lane, pointed in (("support", True), ("core", True), ("extension", False)):
        hints = made("lead_comparison", DOSSIER, lane=lane).question.hints  # type: ignore[arg-type]
        assert bool(hints) == pointed
        if not pointed:
            continue
        for label, passage in DOSSIER.passages.items():
            block = next(block for block in passage.blocks if block.kind == "body")
            lines = {(label, n.n) for n in passage.lines if block.start <= n.start < block.end}
            assert {line for line in read_lines(hints[0]) if line[0] == label} == lines


def test_words_of_a_later_paragraph_are_no_use() -> None:
    later = told("rust in an old main", "A", "rust in an old main")
    assert shortage("lead_comparison", with_lead(DOSSIER, "A", why=later), "lead-a") == "elsewhere"


def test_the_effect_stands_in_the_key_and_not_on_the_sheet() -> None:
    item = made("lead_comparison", DOSSIER)
    effect = DOSSIER.leads["A"].effect
    assert effect is not None
    assert effect in item.key.rationale
    assert effect not in item.question.model_dump_json()
    assert "Report B:" not in item.key.rationale


def test_support_fills_in_one_cell_and_tells_what_it_gives_away() -> None:
    item = made("lead_comparison", DOSSIER, lane="support")
    response = item.question.response
    assert isinstance(response, ShortText)
    assert response.table
    assert list(response.table.given.values()) == ["the water company"]
    assert "lead:A:acts" in item.tells
    assert "lead:A:acts" not in item.asks
    models = {model for model, _ in table(item).values()}
    assert models <= set(response.bank)
    accepted = set().union(*(texts for _, texts in table(item).values()))
    assert not {folded(text) for text in set(response.bank) - models} & accepted - {"not stated"}
    assert "the water company" not in response.bank


def test_values_of_claims_that_the_cells_give_away_are_asked() -> None:
    item = made("lead_comparison", DOSSIER)
    assert "claim:homes:A:value" in item.asks
    unit = EXERCISES["lead_comparison"].units(DOSSIER).units[0]
    assert {"lead-a", "lead-b", "homes"} <= set(unit.notes)


def test_three_reports_side_by_side_or_in_pairs() -> None:
    dossier = three()
    units = EXERCISES["lead_comparison"].units(dossier).units
    assert [unit.labels for unit in units] == [("A", "B", "C"), ("A", "B"), ("A", "C"), ("B", "C")]
    assert len(table(made("lead_comparison", dossier))) == 9
    support = made("lead_comparison", dossier, lane="support")
    assert len(table(support)) == 6
    assert {label for _, label in table(support)} == {"B", "C"}


def test_same_first_paragraphs_are_not_compared() -> None:
    lead = DOSSIER.leads["B"]
    same = with_lead(DOSSIER, "A", acts=None)
    assert shortage("lead_comparison", same, "lead-a") is None
    on, why = lead.on, lead.why
    assert on is not None
    assert why is not None
    here = told("400", "A", "About 400 homes", on.value)
    reason = told("brown", "A", "Brown water has", "brown water")
    assert shortage("lead_comparison", with_lead(same, "A", on=here, why=reason), "lead-a") == "same"


def test_shortages() -> None:
    empty = with_lead(DOSSIER, "A", acts=None, on=None, why=None)
    assert shortage("lead_comparison", empty, "lead-a") == "silent"
    assert shortage("lead_comparison", empty, "lead-b") == "one-only"

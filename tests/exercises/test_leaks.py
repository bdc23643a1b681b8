"""Leaks: what a question shows, as facts that other items ask for."""

from changes import three_reports
from staging import changed, make
from story import story

from generator.assemble.choose import clash
from generator.exercises import EXERCISES
from generator.exercises.leaks import (
    claims_in,
    extract,
    names,
    notes_of,
    presence,
    sources,
    statement,
    told_sides,
    whereabouts,
)
from generator.exercises.places import sentence_around

DOSSIER = story()


def test_one_report_alone_does_not_tell_where_else_a_claim_stands() -> None:
    assert presence([("c", "A")]) == {"claim:c:A:present"}
    assert presence([("c", "A"), ("c", "B"), ("d", "B")]) == {
        "claim:c:A:present",
        "claim:c:B:present",
        "claim:c:AB:present",
        "claim:d:B:present",
    }


def test_naming_all_reports_of_a_claim_tells_that_the_others_lack_it() -> None:
    told = whereabouts(three_reports(DOSSIER), DOSSIER.claim("lorries"), "B")
    assert {"claim:lorries:AB:present", "claim:lorries:BC:present"} <= told
    assert "claim:lorries:AC:present" not in told


def test_attributions_of_one_claim_to_one_speaker_share_a_fact() -> None:
    claim = next(c for c in DOSSIER.claims if all(side.said_by for side in c.sides.values()))
    one, other = (side.said_by for side in claim.sides.values())
    assert one is not None
    assert other is not None
    assert not sources(DOSSIER, one) & sources(DOSSIER, other)
    joined = changed(DOSSIER, "attributions", other.id, speaker=one.speaker)
    again = next(a for a in joined.attributions if a.id == other.id)
    assert sources(joined, one) & sources(joined, again)


def test_extract_with_a_source_tells_the_source() -> None:
    note = next(a for a in DOSSIER.attributions if a.id == "vass-patients")
    assert note.source is not None
    sentence = sentence_around(DOSSIER.passages["B"], note.source)
    assert "attribution:vass-patients:source" in extract(DOSSIER, sentence)
    assert ("patients", "B") in claims_in(DOSSIER, [sentence])


def test_two_names_at_once_tell_who_is_who() -> None:
    assert names(DOSSIER, "Dana Okafor, the engineer") == {"entity:okafor:labels"}
    assert names(DOSSIER, "Dana Okafor") == frozenset()


def test_statement_rows_in_both_reports_clash_with_where_they_stand() -> None:
    rows = make(EXERCISES["writer_or_someone_else"], DOSSIER, "place", "lorries", "patients", rows=12)
    grid = make(EXERCISES["claim_grid"], DOSSIER, rows=12)
    assert "claim:place:AB:present" in rows.tells
    assert not clash(rows, grid)
    one = make(EXERCISES["what_can_we_rely_on"], DOSSIER, rows=12)
    both = [fact for fact in rows.tells & one.asks if fact.endswith(":AB:present")]
    assert bool(clash(rows, one)) == bool(both)


def test_a_statement_on_an_open_question_answers_it_and_its_row_can_go() -> None:
    gap, label, quote = next(
        (gap, label, quote)
        for gap in DOSSIER.gaps
        for label, (state, quote) in gap.sides.items()
        if quote is not None and state == "source-does-not-know"
    )
    fact = f"gap:{gap.id}:{label}"
    assert fact in extract(DOSSIER, sentence_around(DOSSIER.passages[label], quote))
    note = next(a for a in DOSSIER.attributions if a.label == label and a.content).model_copy(
        update={"content": (quote,)}
    )
    assert fact in statement(DOSSIER, note)
    assert gap.id in notes_of(DOSSIER, note)
    other = next(a for a in DOSSIER.attributions if a.label != label and a.content)
    assert fact not in statement(DOSSIER, other)


def test_a_clause_from_the_words_that_a_headline_is_compared_with_gives_them_away() -> None:
    label, headline = next((label, note) for label, note in DOSSIER.headlines.items() if note.body.first > 0)
    asked = make(EXERCISES["headline_and_body"], DOSSIER, f"headline-{label.lower()}").asks
    step = next(note for note in DOSSIER.steps if note.label == label)
    dossier = changed(DOSSIER, "steps", step.id, quote=headline.body)
    kind = EXERCISES["what_has_happened"]
    shown, hidden = (make(kind, dossier, lane=lane, rows=12) for lane in ("support", "core"))  # type: ignore[arg-type]
    assert shown.tells & asked
    assert not hidden.tells & asked
    unit = next(unit for unit in kind.units(dossier).units if unit.id == step.id)
    assert f"headline-{label.lower()}" in unit.notes


def test_a_conflict_asks_for_what_both_reports_say() -> None:
    item = make(EXERCISES["handle_the_conflict"], DOSSIER)
    claim = next(iter(item.asks)).split(":")[1]
    assert {f"claim:{claim}:A:side", f"claim:{claim}:B:side"} <= item.asks


def test_a_question_on_one_statement_tells_a_side_of_a_conflict() -> None:
    note = next(a for a in DOSSIER.attributions if a.id == "okafor-homes")
    assert told_sides(DOSSIER, note) == {"claim:homes:B:side"}
    for name in ("five_questions", "source_or_channel"):
        id_ = EXERCISES[name].units(DOSSIER).units[0].id
        other = changed(DOSSIER, "attributions", id_, says=note.says, content=note.content)
        assert "claim:homes:B:side" in make(EXERCISES[name], other, id_).tells


def test_a_statement_with_one_or_two_sources_tells_what_it_says() -> None:
    kind = EXERCISES["one_source_or_two"]
    item = make(kind, DOSSIER, rows=12)
    told = {fact for fact in item.tells if fact.endswith(":value")}
    assert told
    assert {fact.split(":")[1] for fact in told} <= {
        note for unit in kind.units(DOSSIER).units for note in unit.notes
    }

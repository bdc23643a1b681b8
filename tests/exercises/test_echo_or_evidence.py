"""Echo or evidence: the answer is the probe's own, and every answer is offered."""

import pytest
from changes import made, right, shortage, with_claim, with_side, wrong
from staging import read_lines
from story import story

from generator.exercises.pairs import side_proof
from generator.exercises.places import lines_of_sentence

DOSSIER = story()


@pytest.mark.parametrize(
    ("probe", "begins"),
    [("laboratory", "Yes"), ("second-paper", "No"), ("plan", "No"), ("blog", "We cannot tell")],
)
def test_known_answers(probe: str, begins: str) -> None:
    item = made("echo_or_evidence", DOSSIER, probe)
    assert [text.startswith(begins) for text in right(item)] == [True]
    assert len(wrong(item)) == 2
    assert item.key.rationale == next(p.why for p in DOSSIER.probes if p.id == probe)


def test_misreadings_fit_the_right_answer() -> None:
    echo = made("echo_or_evidence", DOSSIER, "second-paper").key.misreadings.values()
    evidence = made("echo_or_evidence", DOSSIER, "laboratory").key.misreadings.values()
    assert not set(echo) & set(evidence)


def test_probe_needs_a_claim_in_words() -> None:
    assert shortage("echo_or_evidence", with_claim(DOSSIER, "harmless", statement=None), "blog") == "no-statement"
    gone = DOSSIER.model_copy(update={"claims": ()})
    assert shortage("echo_or_evidence", gone, "blog") == "no-claim"


def test_question_says_whose_claim_it_is() -> None:
    for probe in DOSSIER.probes:
        stem = made("echo_or_evidence", DOSSIER, probe.id).question.stem
        labels = [s.label for s in DOSSIER.claim(probe.claim).sides.values() if s.present]
        assert stem.startswith(
            "Claim, told in both reports:" if len(labels) == 2 else f"Claim, told in report {labels[0]}:"
        )


def test_a_claim_that_a_report_limits_is_not_said_to_stand_there_outright() -> None:
    probe = next(p for p in DOSSIER.probes if p.id == "laboratory")
    for label in DOSSIER.claim(probe.claim).sides:
        hedged = with_side(DOSSIER, probe.claim, label, standing="hedged")
        assert "without any word of doubt" in made("echo_or_evidence", hedged, "laboratory").question.stem
    assert "word of doubt" not in made("echo_or_evidence", DOSSIER, "laboratory").question.stem


def test_a_claim_that_keeps_its_word_of_doubt_is_not_said_to_be_without() -> None:
    probe = next(p for p in DOSSIER.probes if p.id == "laboratory")
    marker = DOSSIER.markers[0]
    hedged = with_side(DOSSIER, probe.claim, "A", standing="hedged", markers=(marker,))
    hedged = with_claim(hedged, probe.claim, statement=f"It is {marker.quote.text} so.")
    assert "word of doubt" not in made("echo_or_evidence", hedged, "laboratory").question.stem


def test_question_gives_away_where_the_claim_stands() -> None:
    item = made("echo_or_evidence", DOSSIER, "laboratory")
    assert f"claim:{next(p.claim for p in DOSSIER.probes if p.id == 'laboratory')}:AB:present" in item.tells


def test_question_is_where_the_piece_comes_from_and_not_what_it_is_worth() -> None:
    for probe in DOSSIER.probes:
        item = made("echo_or_evidence", DOSSIER, probe.id)
        assert "independent of what" in item.question.stem
        assert not any("support" in text for text in right(item) | wrong(item))


def test_pointer_leads_to_the_sentences_of_the_claim_and_nowhere_else() -> None:
    for probe in DOSSIER.probes:
        claim = DOSSIER.claim(probe.claim)
        labels = [side.label for side in claim.sides.values() if side.present]
        wanted: set[tuple[str, int]] = set()
        for quote in side_proof(DOSSIER, claim, *labels):
            first, last = lines_of_sentence(DOSSIER.passages[quote.label], quote)
            wanted |= {(quote.label, line) for line in range(first, last + 1)}
        for lane in ("support", "core"):
            (hint,) = made("echo_or_evidence", DOSSIER, probe.id, lane=lane).question.hints
            assert read_lines(hint) == wanted
        assert not made("echo_or_evidence", DOSSIER, probe.id, lane="extension").question.hints

"""Handle the conflict: both sides with lines, honest reasons, nobody called right."""

import re

from changes import made, points_by_level, shortage, unit_ids, with_claim
from staging import read_lines
from story import story

from generator.exercises.pairs import side_proof

DOSSIER = story()


def test_only_real_differences_with_reasons_and_a_way_to_settle() -> None:
    assert unit_ids("handle_the_conflict", DOSSIER) == ["homes"]
    assert shortage("handle_the_conflict", DOSSIER, "place") == "no-explanations"
    assert shortage("handle_the_conflict", DOSSIER, "digger") == "no-difference"
    bare = with_claim(DOSSIER, "homes", settle=())
    assert shortage("handle_the_conflict", bare, "homes") == "no-settle"


def test_full_answer_has_both_quotes_with_lines_two_reasons_and_evidence() -> None:
    sample = made("handle_the_conflict", DOSSIER).key.rubric[0].sample
    claim = DOSSIER.claim("homes")
    assert "“About 400 homes” (A, line 2)" in sample
    assert "“Some 600 homes” (B, lines 1–2)" in sample
    assert claim.explanations[0] in sample
    assert claim.explanations[1] in sample
    assert claim.settle[0] in sample


def test_weaker_levels_name_less() -> None:
    item = made("handle_the_conflict", DOSSIER)
    claim = DOSSIER.claim("homes")
    assert points_by_level(item) == [4, 2, 1]
    assert claim.explanations[1] not in item.key.rubric[1].sample
    assert claim.explanations[0] not in item.key.rubric[2].sample


def test_every_noted_reason_is_accepted_and_verdicts_are_not() -> None:
    key = made("handle_the_conflict", DOSSIER).key
    claim = DOSSIER.claim("homes")
    for sentence in (*claim.explanations, *claim.settle):
        assert any(sentence in text for text in key.accept)
    assert any("right" in reject.text for reject in key.reject)


def test_support_has_sentence_starters_and_the_others_none() -> None:
    frames = {
        lane: made("handle_the_conflict", DOSSIER, lane=lane).question.response for lane in ("support", "core")
    }  # type: ignore[arg-type]
    assert len(frames["support"].frame) == 5  # type: ignore[union-attr]
    assert not frames["core"].frame  # type: ignore[union-attr]


def test_question_tells_that_they_differ() -> None:
    assert made("handle_the_conflict", DOSSIER).tells >= {"claim:homes:relation", "claim:homes:AB:present"}


def test_detail_is_not_called_a_contradiction() -> None:
    dossier = with_claim(DOSSIER, "place", explanations=DOSSIER.claim("homes").explanations)
    stem = made("handle_the_conflict", dossier, "place").question.stem
    assert "different details" in stem
    assert "contradict" not in stem
    assert "settle" not in stem
    assert "make it more exact" in stem


def test_question_and_key_share_the_marks_out_alike() -> None:
    item = made("handle_the_conflict", DOSSIER)
    assert [int(n) for n in re.findall(r"\((\d) marks?\)", item.question.stem)] == [1, 2, 1]
    assert item.key.marking.count("1 mark") == 3
    other = made("handle_the_conflict", DOSSIER, points=6)
    assert "mark" not in other.question.stem
    assert not other.key.marking


def test_pointer_covers_the_paragraphs_of_all_evidence() -> None:
    claim = DOSSIER.claim("homes")
    for lane in ("support", "core"):
        (hint,) = made("handle_the_conflict", DOSSIER, lane=lane).question.hints  # type: ignore[arg-type]
        assert read_lines(hint) >= {(q.label, q.first) for q in side_proof(DOSSIER, claim, "A", "B")}

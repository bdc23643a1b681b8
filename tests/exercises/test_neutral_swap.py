"""Neutral swap: only the writer's own loaded words, only beyond dispute."""

from changes import made, shortage, unit_ids
from story import story

DOSSIER = story()


def test_only_the_writers_words_that_nobody_would_dispute() -> None:
    assert unit_ids("neutral_swap", DOSSIER) == ["smashed", "stormed"]
    assert shortage("neutral_swap", DOSSIER, "panic") == "quoted"
    assert shortage("neutral_swap", DOSSIER, "secret") == "arguable"


def test_accepts_what_the_notes_give_and_never_the_word_itself() -> None:
    item = made("neutral_swap", DOSSIER)
    by_label = {blank.label: blank.id for blank in item.question.response.blanks}  # type: ignore[union-attr]
    key = item.key.answer.blanks[by_label["“smashed” (B, line 6)"]]  # type: ignore[union-attr]
    assert {key.model, *key.accept} == {"hit", "damaged"}
    assert "smashed" in [reject.text for reject in item.key.reject]


def test_words_without_an_effect_or_a_neutral_word_are_short() -> None:
    bare = [note.model_copy(update={"effect": None}) for note in DOSSIER.wording]
    assert shortage("neutral_swap", DOSSIER.model_copy(update={"wording": tuple(bare)}), "smashed") == "no-effect"
    bare = [note.model_copy(update={"neutral": ()}) for note in DOSSIER.wording]
    assert shortage("neutral_swap", DOSSIER.model_copy(update={"wording": tuple(bare)}), "smashed") == "no-neutral"


def test_bank_of_support_has_more_words_than_blanks_and_none_of_another_form() -> None:
    for ids in (("smashed",), ("stormed",), ("smashed", "stormed")):
        response = made("neutral_swap", DOSSIER, *ids, lane="support").question.response
        assert len(response.bank) > len(response.blanks)  # type: ignore[union-attr]
        assert not {"panic", "disgrace"} & set(response.bank)  # type: ignore[union-attr]
    assert {"hit", "went to"} <= set(response.bank)  # type: ignore[union-attr]
    assert not made("neutral_swap", DOSSIER).question.response.bank  # type: ignore[union-attr]


def test_words_that_may_be_a_speakers_are_left_alone() -> None:
    open_ = [n.model_copy(update={"voice": "unclear"}) if n.id == "stormed" else n for n in DOSSIER.wording]
    assert shortage("neutral_swap", DOSSIER.model_copy(update={"wording": tuple(open_)}), "stormed") == "unclear"


def test_leaving_the_words_out_is_allowed() -> None:
    item = made("neutral_swap", DOSSIER)
    assert "leave out" in item.question.stem
    assert any("Leave out" in text for text in item.key.accept)

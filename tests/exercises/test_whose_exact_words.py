"""Whose exact words on the story: inside the marks, without insertions, of this speaker alone."""

from staging import changed, make, usable, why_not
from story import story

from generator.exercises.whose_exact_words import WhoseExactWords
from generator.model.dossier import Dossier
from generator.model.item import TextSelection, TextSelectionAnswer

KIND, DOSSIER = WhoseExactWords(), story()


def exact(note: str, dossier: Dossier = DOSSIER) -> list[str]:
    answer = make(KIND, dossier, note).key.answer
    assert isinstance(answer, TextSelectionAnswer)
    return [span.text for span in answer.spans]


def test_insertion_is_not_the_speakers() -> None:
    assert exact("okafor-rust") == ["The colour comes from rust in an old main", "under Castle Street,"]
    rejected = {r.text for r in make(KIND, DOSSIER, "okafor-rust").key.reject}
    assert rejected == {"[a large pipe]", "told"}


def test_only_the_quoted_part_of_a_mixed_statement() -> None:
    assert exact("okafor-clear") == ["clear water", "by Friday"]


def test_all_words_of_the_same_speaker_in_the_paragraph() -> None:
    assert "I have not seen one sick patient," in exact("vass-patients")
    assert exact("vass-patients") == exact("vass-panic")


def test_words_of_another_speaker_stay_out() -> None:
    wren = next(a for a in DOSSIER.attributions if a.id == "wren-digger").source
    other = changed(DOSSIER, "attributions", "vass-panic", source=wren, called="Paul Wren", speaker="wren")
    assert "Nobody needs to panic," not in exact("vass-patients", other)


def test_retold_words_and_open_questions_are_left_out() -> None:
    assert why_not(KIND, DOSSIER, "worker-digger") == "not-quoted"
    rest = tuple(a for a in DOSSIER.attributions if a.id != "vass-panic")
    stray = DOSSIER.model_copy(update={"attributions": rest})
    assert why_not(KIND, stray, "vass-patients") == "stray-quotation"
    claimed = changed(DOSSIER, "attributions", "company-boil", form="direct")
    assert why_not(KIND, claimed, "company-boil") == "no-double-marks"


def test_number_of_places_is_told() -> None:
    for lane, find in (("support", 2), ("core", 2), ("extension", 2)):
        response = make(KIND, DOSSIER, "okafor-rust", lane=lane).question.response
        assert isinstance(response, TextSelection)
        assert response.find == find
    assert "There are 2 pieces" in make(KIND, DOSSIER, "okafor-rust").question.stem
    assert "okafor-rust" in usable(KIND, DOSSIER)

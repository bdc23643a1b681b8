"""Limiting words on the story: one option limits, the others are words of the same sentence that do not."""

from staging import changed, make, usable, why_not
from story import story

from generator.exercises.limiting_words import LimitingWords
from generator.exercises.statements import sentence_around
from generator.model.item import Choice, ChoiceAnswer

KIND, DOSSIER = LimitingWords(), story()


def test_number_cue_and_source_do_not_limit() -> None:
    item = make(KIND, DOSSIER, "about-400")
    assert isinstance(item.question.response, Choice)
    assert isinstance(item.key.answer, ChoiceAnswer)
    texts = {option.id: option.text for option in item.question.response.options}
    assert texts.pop(item.key.answer.option) == "About"
    assert set(texts.values()) == {"400", "said", "the water company"}
    assert "exactly 400" in item.key.rationale


def test_options_are_words_of_the_sentence_and_no_two_overlap() -> None:
    for note in usable(KIND, DOSSIER):
        marker = next(m for m in DOSSIER.markers if m.id == note)
        sentence = sentence_around(DOSSIER.passages[marker.label], marker.quote).text
        item = make(KIND, DOSSIER, note)
        assert isinstance(item.question.response, Choice)
        texts = [option.text for option in item.question.response.options]
        assert all(text in sentence for text in texts)
        assert not any(a != b and a in b for a in texts for b in texts)
        assert item.question.extracts[0].text == sentence


def test_no_other_limit_and_nothing_arguable_among_the_wrong_options() -> None:
    distant = changed(DOSSIER, "attributions", "company-boil", strength="distancing")
    item = make(KIND, distant, "about-400")
    assert isinstance(item.question.response, Choice)
    assert "said" not in {option.text for option in item.question.response.options}


def test_unnamed_source_is_an_option_only_where_every_vague_word_is_noted() -> None:
    assert "may-digger" in usable(KIND, DOSSIER)
    open_ = DOSSIER.passages["A"].model_copy(update={"complete": frozenset[str]()})
    unsure = DOSSIER.model_copy(update={"passages": {**DOSSIER.passages, "A": open_}})
    assert why_not(KIND, unsure, "may-digger") == "no-distractor"


def test_shortages() -> None:
    assert why_not(KIND, DOSSIER, "certainly-pay") == "kind"
    assert why_not(KIND, DOSSIER, "probably-thursday") == "no-distractor"
    mute = changed(DOSSIER, "markers", "about-400", effect=None)
    assert why_not(KIND, mute, "about-400") == "no-effect"


def test_tells_how_the_claim_stands() -> None:
    assert "marker:about-400:text" in make(KIND, DOSSIER, "about-400").tells

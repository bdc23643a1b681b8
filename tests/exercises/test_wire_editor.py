"""Wire editor: the sample keeps to its own rules: length, attribution, neutral words."""

import pytest
from changes import made, only, shortage, unit_ids
from story import story

DOSSIER = story()


@pytest.mark.parametrize("seed", ["one", "two", "three", "four"])
def test_sample_has_the_length_that_is_asked(seed: str) -> None:
    item = made("wire_editor", DOSSIER, seed=seed)
    assert "60 to 80 words" in item.question.prompt
    assert 60 <= len(item.key.rubric[0].sample.split()) <= 80


@pytest.mark.parametrize("seed", ["one", "two", "three"])
def test_sample_attributes_every_sentence_and_has_no_loaded_word(seed: str) -> None:
    sample = made("wire_editor", DOSSIER, seed=seed).key.rubric[0].sample
    for sentence in sample.rstrip(".").split(". "):
        assert any(name in sentence for name in ("both reports say", "Brindle Gazette", "Lakeland FM"))
    assert not any(note.quote.text in sample for note in DOSSIER.wording)


def test_a_sources_words_stay_the_sources() -> None:
    sample = made("wire_editor", DOSSIER, "brown", "payment", "lorries").key.rubric[0].sample
    assert "Some neighbours said that Tarn Homes would have to pay, Lakeland FM reported." in sample


def test_length_follows_the_notes_where_they_are_few() -> None:
    item = made("wire_editor", DOSSIER, "brown", "lorries", "week-2011")
    least, most = (int(word) for word in item.question.prompt.split() if word.isdigit())
    assert least <= len(item.key.rubric[0].sample.split()) <= most


def test_must_not_have_loaded_words_or_one_version_only() -> None:
    rejected = [reject.text for reject in made("wire_editor", DOSSIER, "brown", "homes", "lorries").key.reject]
    assert any("smashed" in text for text in rejected)
    assert any("about 400" in text and "some 600" in text for text in rejected)


def test_unsure_claims_and_hidden_sources_are_left_out() -> None:
    assert shortage("wire_editor", DOSSIER, "digger") == "not-firm"
    assert shortage("wire_editor", DOSSIER, "bottle-day") == "not-firm"
    assert shortage("wire_editor", DOSSIER, "fountains") == "no-speaker"
    assert unit_ids("wire_editor", only(DOSSIER, "lorries", "week-2011", "payment")) == []

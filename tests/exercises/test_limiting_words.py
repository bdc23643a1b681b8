"""Limiting words on the story: one option limits, the others are words of the same sentence that do not."""

import re

from staging import changed, make, usable, why_not
from story import story

from generator.exercises.limiting_words import LimitingWords
from generator.exercises.places import find_words
from generator.exercises.statements import EXACTNESS_KINDS, LIMITING_KINDS, sentence_around
from generator.model.dossier import Dossier
from generator.model.item import Choice, ChoiceAnswer

KIND, DOSSIER = LimitingWords(), story()


def test_number_cue_and_limited_words_do_not_limit() -> None:
    item = make(KIND, DOSSIER, "about-400")
    assert isinstance(item.question.response, Choice)
    assert isinstance(item.key.answer, ChoiceAnswer)
    texts = {option.id: option.text for option in item.question.response.options}
    assert texts.pop(item.key.answer.option) == "About"
    assert {"400 homes", "said"} < set(texts.values())
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
        assert not item.question.extracts
        assert sentence not in item.question.stem


def test_the_sentence_is_told_by_its_place_and_words_that_do_not_limit_it() -> None:
    ways = set()
    for note in usable(KIND, DOSSIER):
        marker = next(m for m in DOSSIER.markers if m.id == note)
        stem = make(KIND, DOSSIER, note).question.stem
        assert f"{marker.label}, line" in stem or f"{marker.label}, headline" in stem
        for way in ("begins", "ends"):
            found = re.search(rf"that {way} “(?:… )?(.+?)(?: …)?” \(", stem)
            if found:
                ways.add(way)
                sentence = sentence_around(DOSSIER.passages[marker.label], marker.quote).text.rstrip(".!?…")
                edge = sentence.startswith if way == "begins" else sentence.endswith
                assert edge(found[1])
                assert not find_words(found[1], marker.quote.text)
    assert ways == {"begins", "ends"}


def test_no_other_limit_and_nothing_arguable_among_the_wrong_options() -> None:
    distant = changed(DOSSIER, "attributions", "company-boil", strength="distancing")
    item = make(KIND, distant, "about-400")
    assert isinstance(item.question.response, Choice)
    assert "said" not in {option.text for option in item.question.response.options}


def test_three_wrong_options_of_about_the_same_length_and_no_names() -> None:
    names = {q.text for e in DOSSIER.entities for quotes in e.labels.values() for q in quotes}
    names |= {a.source.text for a in DOSSIER.attributions if a.source}
    for note in usable(KIND, DOSSIER):
        marker = next(m for m in DOSSIER.markers if m.id == note)
        item = make(KIND, DOSSIER, note)
        assert isinstance(item.question.response, Choice)
        wrong = {o.text for o in item.question.response.options} - {marker.quote.text}
        assert len(wrong) == 3
        assert not wrong & names
        assert all(abs(len(text.split()) - len(marker.quote.text.split())) <= 2 for text in wrong)


def test_question_does_not_say_the_answer() -> None:
    for note in usable(KIND, DOSSIER):
        marker = next(m for m in DOSSIER.markers if m.id == note)
        question = make(KIND, DOSSIER, note, lane="support").question
        assert marker.quote.text.casefold() not in f"{question.prompt} {question.stem}".casefold().split()


def options(note: str, dossier: Dossier = DOSSIER) -> set[str]:
    response = make(KIND, dossier, note).question.response
    assert isinstance(response, Choice)
    return {option.text for option in response.options}


def test_asks_either_what_is_not_certain_or_what_is_not_exact() -> None:
    kinds = {m.id: m.kind for m in DOSSIER.markers}
    sorts = set()
    for note in usable(KIND, DOSSIER):
        question = make(KIND, DOSSIER, note, lane="support").question
        exact = kinds[note] in EXACTNESS_KINDS
        sorts.add(exact)
        assert ("not exact" in question.prompt) == exact
        assert ("not certain" in question.prompt) == (not exact)
        assert ("doubt" in question.hints[0]) == (not exact)
    assert sorts == {True, False}


def test_reporting_words_are_no_wrong_option_where_certainty_is_asked() -> None:
    cues = {a.cue.text for a in DOSSIER.attributions if a.cue}
    kinds = {m.id: m.kind for m in DOSSIER.markers}
    for note in usable(KIND, DOSSIER):
        if kinds[note] not in EXACTNESS_KINDS:
            assert not options(note) & cues


def test_no_wrong_option_limits_in_the_other_way_or_leaves_a_day_open() -> None:
    markers = {m.quote.text.casefold() for m in DOSSIER.markers if m.kind in LIMITING_KINDS}
    kinds = {m.id: m.kind for m in DOSSIER.markers}
    for note in usable(KIND, DOSSIER):
        right = next(m.quote.text for m in DOSSIER.markers if m.id == note)
        wrong = options(note) - {right}
        assert not {text.casefold() for text in wrong} & markers
        if kinds[note] in EXACTNESS_KINDS:
            assert not {word for text in wrong for word in text.split()} & {"week", "month", "year", "evening"}


def test_says_word_only_where_every_option_is_one() -> None:
    for note in usable(KIND, DOSSIER):
        prompt = make(KIND, DOSSIER, note).question.prompt
        assert prompt.startswith("Choose the word that") == all(len(text.split()) == 1 for text in options(note))


def test_shortages() -> None:
    assert why_not(KIND, DOSSIER, "certainly-pay") == "kind"
    assert why_not(KIND, DOSSIER, "probably-thursday") == "no-distractor"
    mute = changed(DOSSIER, "markers", "about-400", effect=None)
    assert why_not(KIND, mute, "about-400") == "no-effect"


def test_tells_how_the_claim_stands() -> None:
    assert "marker:about-400:text" in make(KIND, DOSSIER, "about-400").tells

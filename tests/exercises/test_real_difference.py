"""Real difference: the answer is the relation, and no wrong option is defensible."""

import pytest
from changes import made, right, shortage, unit_ids, with_claim, with_side, wrong
from story import story

DOSSIER = story()
ANSWER = {
    "agree": "They say the same thing, in",
    "same-in-other-words": "They say the same thing, in",
    "differ-in-detail": "They give different details",
    "conflict": "They contradict",
    "differ-in-certainty": "They say the same thing, but",
}


@pytest.mark.parametrize("id_", unit_ids("real_difference", DOSSIER))
def test_answer_is_the_relation(id_: str) -> None:
    item = made("real_difference", DOSSIER, id_)
    relation = DOSSIER.claim(id_).relations["AB"]
    assert next(iter(right(item))).startswith(ANSWER[relation])
    assert len(wrong(item)) >= 2
    assert item.key.rationale == DOSSIER.claim(id_).explain


def test_every_relation_of_two_reports_is_there() -> None:
    found = {DOSSIER.claim(id_).relations["AB"] for id_ in unit_ids("real_difference", DOSSIER)}
    assert found == set(ANSWER)


def test_certainty_is_no_wrong_option_where_one_report_only_passes_it_on() -> None:
    item = made("real_difference", DOSSIER, "place")  # attributed in A, asserted in B
    assert not any("less sure" in text for text in wrong(item))


def test_agreement_with_unequal_doubt_has_two_answers_and_is_not_asked() -> None:
    assert shortage("real_difference", DOSSIER, "clear-day") == "other-certainty"
    hedged = with_side(DOSSIER, "harmless", "B", standing="hedged")
    assert shortage("real_difference", hedged, "harmless") == "other-certainty"


def test_extracts_hold_the_claim_with_its_doubt_and_its_source_and_no_more() -> None:
    first, second = made("real_difference", DOSSIER, "digger").question.extracts
    assert first.text.startswith("A digger may have hit the main last week, according to a worker")
    assert second.text == "A digger smashed the pipe"
    for extract in made("real_difference", DOSSIER, "start").question.extracts:
        assert extract.text.count("“") == extract.text.count("”")


def test_they_may_be_the_sources_that_a_report_quotes() -> None:
    assert "the sources they quote" in made("real_difference", DOSSIER, "homes").question.stem


def test_extracts_tell_the_values() -> None:
    assert made("real_difference", DOSSIER, "homes").tells >= {"claim:homes:A:value", "claim:homes:B:value"}


def test_what_is_missing_is_said() -> None:
    assert shortage("real_difference", with_claim(DOSSIER, "homes", explain=None), "homes") == "no-explain"
    assert shortage("real_difference", DOSSIER, "lorries") == "only-in-one"


def test_options_use_no_limiting_word_as_an_example() -> None:
    """It might stand in an extract, as the name of a month at that."""
    limits = {m.quote.text.casefold() for m in DOSSIER.markers}
    for unit in dict.fromkeys(unit_ids("real_difference", DOSSIER)):
        item = made("real_difference", DOSSIER, unit)
        for text in right(item) | wrong(item):
            assert "“" not in text
            assert not set(text.casefold().split()) & limits

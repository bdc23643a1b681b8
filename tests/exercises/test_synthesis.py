"""Synthesis: four levels, each sample names no more than its level, all from the notes."""

from changes import made, only, points_by_level, shortage, unit_ids, with_claim
from story import story

from generator.exercises.pairs import SAME

DOSSIER = story()


def test_four_levels_that_name_more_and_more() -> None:
    item = made("synthesis", DOSSIER)
    assert [level.level for level in item.key.rubric] == ["Perceptive", "Clear", "Some", "Simple"]
    assert points_by_level(item) == [6, 5, 3, 2]
    quotes = [level.sample.count("“") for level in item.key.rubric]
    assert quotes == sorted(quotes, reverse=True)
    assert quotes[2:] == [2, 0]


def test_content_points_are_differences_with_lines_of_both() -> None:
    item = made("synthesis", DOSSIER, lane="extension")
    asked = {fact.split(":")[1] for fact in item.asks}
    assert asked
    assert not any(DOSSIER.claim(id_).relations["AB"] in SAME for id_ in asked)
    for id_ in asked:
        topic = DOSSIER.claim(id_).topic
        point = next(text for text in item.key.accept if text.casefold().startswith(topic.casefold()))
        assert "(A, line" in point or "(B, line" in point


def test_agreement_appears_too() -> None:
    assert any("on which they agree" in text for text in made("synthesis", DOSSIER).key.accept)


def test_differences_are_needed() -> None:
    assert unit_ids("synthesis", only(DOSSIER, "brown", "harmless", "homes")) == []
    assert shortage("synthesis", with_claim(DOSSIER, "homes", explain=None), "homes") == "no-explain"
    assert len(made("synthesis", DOSSIER, "brown", "harmless").asks) == 2

"""What keeps a find from becoming an item: each class of doubt that readers of drafted sheets have found."""

from pathlib import Path
from typing import Any

import pytest

from generator.draft.suggest import Drafted, suggest, view
from generator.load.project import open_project
from generator.load.prompts import load_prompts
from generator.model.dossier import Block
from generator.model.words import Words

REPO = Path(__file__).resolve().parents[2]
OTHER = (
    "Ferry back in service\nThe ferry between Arden and Holm sails again after a repair that took nine days.\n"
    "“She is as good as new,” said Captain Rosa Thiel. The harbour office thanked all passengers."
)


@pytest.fixture(scope="module")
def words() -> Words:
    return load_prompts(open_project(REPO), "en").of("draft")


def drafted(words: Words, text: str, other: str = OTHER) -> Drafted:
    """What is suggested for a report (a headline, then a paragraph a line) beside another one."""
    views = []
    for label, given in (("A", text), ("B", other)):
        found, at = [], 0
        for number, line in enumerate(given.split("\n")):
            found.append(Block(kind="body" if number else "headline", text=line, start=at, end=at + len(line)))
            at += len(line) + 1
        views.append(view(label, f"report-{label.lower()}", found))
    return suggest(views, words)


def notes(found: Drafted, where: str) -> list[Any]:
    return [s for s in found.suggestions if s.where == where and s.report == "A"]


def items(found: Drafted, kind: str) -> list[str]:
    """Ids of the notes of report A that items of a type are made from."""
    live = {s.id for s in found.suggestions if s.report == "A"}
    return [id_ for c in found.candidates if c.item["type"] == kind for id_ in c.item["use"] if id_ in live]


def effect(words: Words, sentence: str) -> str:
    (note,) = [s for s in notes(drafted(words, f"Storm\n{sentence}"), "markers") if s.live]
    return str(note.note["effect"])


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("The gate was allegedly left open by a guard.", "“The gate was left open by a guard”"),
        ("The alleged thief ran to the harbour before noon.", "“The thief ran to the harbour before noon”"),
        ("An alleged burglar sat in the boat all night.", "“A burglar sat in the boat all night”"),
        ("About 60 swimmers left the water at noon.", "“60 swimmers left the water at noon”"),
        (
            "In Holm a boat was reportedly seen by two of the boys who play there in the evening or at noon.",
            "“In Holm a boat was seen by two of the boys who play there in the evening …”",
        ),
    ],
)
def test_a_hedge_that_can_go_is_shown_gone(words: Words, sentence: str, left: str) -> None:
    assert left in effect(words, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The guard denied that the gate was allegedly left open.",
        "The bill comes to about 800 to 1,000 crowns for each boat.",
        "The council may close the pier for the winter.",
        "The story alleged that the guard had been asleep.",
    ],
)
def test_a_hedge_that_cannot_go_is_not_asked_away(words: Words, sentence: str) -> None:
    assert items(drafted(words, f"Storm\n{sentence}"), "remove_the_hedge") == []


def test_a_sum_that_somebody_has_set_is_not_vague(words: Words) -> None:
    found = drafted(words, "Tax\nThe tax is for owners with an income of more than $2 million a year.")
    assert not any(s.live for s in notes(found, "markers"))


QUOTED = "“We shut the gate at once and told nobody,” said Mara Velden, who keeps the harbour."


def test_speech_is_asked_for_word_by_word(words: Words) -> None:
    assert len(items(drafted(words, f"Gate\n{QUOTED}"), "whose_exact_words")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The song “Across the Cold Water” was played.",
        "The boat is called “Swift”.",
        "“They (the guards) slept all night,” said Mara Velden.",
    ],
)
def test_titles_and_insertions_are_no_exact_words(words: Words, sentence: str) -> None:
    assert items(drafted(words, f"Gate\n{QUOTED} {sentence}"), "whose_exact_words") == []


def test_a_statement_in_two_pieces_is_not_to_be_marked_up(words: Words) -> None:
    found = drafted(words, "Gate\n“We shut the gate,” said Mara Velden. “We told nobody until the morning came.”")
    assert items(found, "mark_up") == []


def test_coarse_words_make_no_items(words: Words) -> None:
    for told in ("“The damn gate was open all night long,”", "“That b--- of a gate was open all night long,”"):
        found = drafted(words, f"Gate\n{told} said Mara Velden.")
        (note,) = notes(found, "attributions")
        assert (note.live, note.reason) == (False, "coarse")
        assert list(found.coarse) == ["A"]


def test_a_quotation_inside_a_retold_clause_stays_with_the_teacher(words: Words) -> None:
    found = drafted(
        words, "Gate\nThe meeting was short, but the plan “will cost nobody a single crown,” Mara Velden said."
    )
    assert not [s for s in notes(found, "attributions") if s.live and s.note["form"] == "mixed"]


def test_somebody_who_speaks_in_the_statement_is_no_wrong_answer(words: Words) -> None:
    plain = "Gate\nMara Velden said Tom Brand was late for the meeting.\nBrand keeps the boats."
    (note,) = [s for s in notes(drafted(words, plain), "attributions") if s.live]
    assert [one["text"] for one in note.note["not_source"]] == ["Tom Brand"]
    for told in (
        "Mara Velden said Tom Brand told her of the meeting.",
        "“You are late, Tom Brand,” said Mara Velden.",
        "Mara Velden said the Tom Brand Bridge was shut for the meeting.",
    ):
        found = drafted(words, f"Gate\n{told}\nBrand keeps the boats.")
        for one in notes(found, "attributions"):
            assert "not_source" not in one.note, told


def test_names_in_one_report_alone_stand_nowhere_in_the_other(words: Words) -> None:
    text = (
        "Ferry sails\nThe ferry between Arden and Holm sails again after nine days, said Captain Rosa Thiel.\n"
        "The engineer Pavel Orsini found the fault in the engine on Monday evening.\n"
        "The councillor Jon T. Marek III paid for the new engine out of his own pocket."
    )
    other = f"{OTHER} Mr. Marek was there, too."
    (item,) = [c.item for c in drafted(words, text, other).candidates if c.item.get("id", "").startswith("only-a")]
    assert "Pavel Orsini" in item["rationale"]
    assert "Marek" not in item["rationale"]
    assert "Thiel" not in item["rationale"]


def test_numbers_with_other_limits_do_not_agree(words: Words) -> None:
    rest = "swimmers left the cold water of the Holm harbour on Monday after the old pump broke."
    for first, second, relation in (("60", "60", "agree"), ("At least 60", "About 60", "differ-in-detail")):
        found = drafted(words, f"Pump breaks\n{first} {rest}", f"Swimmers out\n{second} {rest}")
        told = [s.note["relation"] for s in found.suggestions if s.rule == "same-noun-counted"]
        assert told == [relation]


@pytest.mark.parametrize(
    "told",
    [
        "Mara Velden said the gate was shut, and the guards went home.",
        "Mara Velden said the gate was shut and the guards went home.",
        "Mara Velden said the gate was shut – a costly mistake.",
        "At noon Mara Velden said the gate was shut.",
    ],
)
def test_a_statement_with_open_ends_stays_with_the_teacher(words: Words, told: str) -> None:
    plain = drafted(words, "Gate\nMara Velden said the gate was shut.")
    assert [s.live for s in notes(plain, "attributions")] == [True]
    assert not any(s.live for s in notes(drafted(words, f"Gate\n{told}"), "attributions"))

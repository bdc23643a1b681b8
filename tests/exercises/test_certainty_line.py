"""Certainty line on the story: three ranks that nobody disputes, ties in one group."""

from staging import changed, make, usable, why_not
from story import story

from generator.exercises.certainty_line import CertaintyLine
from generator.model.item import Item, Order, OrderAnswer

KIND, DOSSIER = CertaintyLine(), story()


def ranks(item: Item) -> list[set[str]]:
    assert isinstance(item.question.response, Order)
    assert isinstance(item.key.answer, OrderAnswer)
    texts = {option.id: option.text.split(". (")[0] for option in item.question.response.options}
    return [{texts[id_] for id_ in group} for group in item.key.answer.groups]


def test_allegation_then_source_then_fact() -> None:
    item = make(KIND, DOSSIER, "secret-2011", "patients", "lorries")
    assert ranks(item) == [
        {"The cause of the brown water in 2011 was kept secret"},
        {"A doctor has not seen one sick patient"},
        {"Two lorries with bottles stood outside the town hall"},
    ]
    assert item.question.response.kind == "order"


def test_statements_of_one_rank_share_a_group_and_the_sheet_says_so() -> None:
    item = make(KIND, DOSSIER, "secret-2011", "bottle-day", "patients", "lorries")
    assert [len(group) for group in ranks(item)] == [2, 1, 1]
    assert "equally sure" in item.question.stem
    assert "any order" in item.question.stem
    assert "leave out limiting words" in item.question.stem
    assert item.key.accept


def test_three_ranks_in_every_lane() -> None:
    for lane, many in (("support", 3), ("core", 4), ("extension", 5)):
        for seed in "abcd":
            # Two reports may tell the same, so the groups are counted by their options and not by their texts.
            answer = make(KIND, DOSSIER, lane=lane, seed=seed).key.answer
            assert isinstance(answer, OrderAnswer)
            assert len(answer.groups) == 3
            assert sum(len(group) for group in answer.groups) == many


def test_what_can_be_disputed_stays_out() -> None:
    assert why_not(KIND, DOSSIER, "homes") == "markers-open"  # "about 400" is said, but not exact
    unnamed = changed(DOSSIER, "attributions", "vass-patients", source_kind="unnamed")
    assert why_not(KIND, unnamed, "patients") == "markers-open"
    bare = DOSSIER.passages["B"].model_copy(update={"complete": frozenset[str]()})
    unsure = DOSSIER.model_copy(update={"passages": {**DOSSIER.passages, "B": bare}})
    assert why_not(KIND, unsure, "lorries") == "markers-open"


def test_needs_all_three_ranks() -> None:
    claims = tuple(c for c in DOSSIER.claims if c.id not in ("secret-2011", "bottle-day", "clear-day"))
    two = DOSSIER.model_copy(update={"claims": claims})
    assert usable(KIND, two) == []
    assert why_not(KIND, two, "lorries") == "too-few"

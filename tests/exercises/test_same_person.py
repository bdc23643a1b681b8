"""Same person on the story: whom each name means, how sure that is, and rows that give nothing away."""

from collections import Counter

import pytest
from changes import made, shortage, unit_ids
from staging import chosen_texts
from story import quote, story

from generator.exercises.names import share_words
from generator.load.language import load_grammar
from generator.load.project import bundled_root, open_project
from generator.model.dossier import Dossier, Entity
from generator.model.item import Item, Match
from generator.model.vocabulary import LANES

DOSSIER = story()
ENGLISH = load_grammar(open_project(bundled_root()), "en")
NOBODY = "somebody or something else"
SEEDS = "abcdefghijkl"


def names_of(item: Item) -> dict[str, str]:
    """Words of a row, without their place -> answer."""
    return {row.split("”")[0].removeprefix("“"): answer for row, answer in chosen_texts(item).items()}


def offered(item: Item) -> set[str]:
    assert isinstance(item.question.response, Match)
    return {option.text for option in item.question.response.options}


def with_entities(*entities: Entity) -> Dossier:
    return DOSSIER.model_copy(update={"entities": entities})


def entity(id_: str) -> Entity:
    return next(e for e in DOSSIER.entities if e.id == id_)


def test_each_name_goes_to_the_one_that_the_notes_give() -> None:
    answers = {
        "the company's chief engineer": "Dana Okafor",
        "the engineer": "Dana Okafor",
        "a doctor at the Brindle clinic": "Imre Vass",
        "The agency": "Northern News",
        "The mayor": "Lucia Brandt",
    }
    seen: set[str] = set()
    for seed in SEEDS:
        for lane in LANES:
            item = made("same_person", DOSSIER, lane=lane, seed=seed)
            for name, answer in names_of(item).items():
                assert answer in (answers[name], NOBODY)
                assert (answer == NOBODY) == (answers[name] not in offered(item))
                seen.add(name)
    assert seen == set(answers)


def test_somebody_else_is_right_only_where_one_name_is_not_offered() -> None:
    held = set()
    for seed in SEEDS:
        item = made("same_person", DOSSIER, seed=seed, rows=3)
        nobody = [name for name, answer in names_of(item).items() if answer == NOBODY]
        held.add(bool(nobody))
        assert ("is not offered" in item.key.rationale) == bool(nobody)
        assert NOBODY in offered(item)
        assert made("same_person", DOSSIER, seed=seed, lane="support").key.rationale.count("not offered") == 0
    assert held == {True, False}


def test_a_likely_link_is_called_likely() -> None:
    item = made("same_person", DOSSIER, "northern-news", "vass", lane="support")
    lines = item.key.rationale.split("\n")
    assert any("Northern News" in line and "no sentence says so" in line for line in lines)
    assert any("Imre Vass" in line and "the texts show it" in line for line in lines)
    assert item.key.accept
    sure = made("same_person", DOSSIER, "mayor", "vass", lane="support")
    assert "likely" not in sure.key.rationale
    assert not sure.key.accept


def test_no_row_shares_a_word_with_the_name_it_means() -> None:
    for seed in SEEDS:
        for name, answer in names_of(made("same_person", DOSSIER, lane="extension", seed=seed)).items():
            assert not share_words(name, answer, ENGLISH)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("the engineer", "Dana Okafor", False),
        ("Okafor", "Dana Okafor", True),
        ("the bridge", "the Mill Lane footbridge", True),
        ("The building", "the town hall", False),
        ("Ms Lee", "Kim Lee", True),
        ("Ms Lee", "Ms Farouk", False),
        ("the club’s boat", "the rowing club", True),
    ],
)
def test_names_that_share_words(one: str, other: str, shared: bool) -> None:
    assert share_words(one, other, ENGLISH) == share_words(other, one, ENGLISH) == shared


def test_pronouns_are_no_rows() -> None:
    for seed in SEEDS:
        assert "She" not in names_of(made("same_person", DOSSIER, lane="extension", seed=seed))


def test_no_answer_is_right_in_more_than_half_of_the_rows() -> None:
    okafor = entity("okafor")
    many = okafor.model_copy(
        update={
            "labels": {
                "A": (*okafor.labels["A"], quote(DOSSIER.passages, "A", "a worker")),
                "B": (*okafor.labels["B"], quote(DOSSIER.passages, "B", "some neighbours")),
            }
        }
    )
    for seed in SEEDS:
        item = made("same_person", with_entities(many, entity("mayor")), lane="extension", seed=seed)
        counts = Counter(names_of(item).values())
        assert counts["Dana Okafor"] == 2
        assert counts["Lucia Brandt"] == 1


def test_left_over_names_are_of_people_who_speak_and_mean_no_row() -> None:
    for seed in SEEDS:
        item = made("same_person", DOSSIER, lane="support", seed=seed)
        assert len(item.key.misreadings) == 2
        assert "the town hall" not in offered(item)


def test_words_that_two_people_share_are_no_row() -> None:
    mayor, vass = entity("mayor"), entity("vass")
    both = vass.model_copy(update={"labels": {**vass.labels, "A": (quote(DOSSIER.passages, "A", "The mayor"),)}})
    assert shortage("same_person", with_entities(mayor, both, entity("okafor")), "mayor") == "tells-itself"


def test_words_that_stand_twice_on_their_line_are_no_row() -> None:
    passage = DOSSIER.passages["A"]
    line = next(line for line in passage.lines if "The mayor" in line.text)
    doubled = line.model_copy(update={"text": f"{line.text} the mayor"})
    lines = tuple(doubled if other == line else other for other in passage.lines)
    twice = DOSSIER.model_copy(
        update={"passages": {**DOSSIER.passages, "A": passage.model_copy(update={"lines": lines})}}
    )
    assert shortage("same_person", DOSSIER, "mayor") is None
    assert shortage("same_person", twice, "mayor") == "tells-itself"


def test_shortages() -> None:
    assert shortage("same_person", DOSSIER, "council-building") == "silent"
    vass = entity("vass")
    dumb = vass.model_copy(update={"why": None})
    assert shortage("same_person", with_entities(dumb, entity("okafor")), "vass") == "no-why"
    one = vass.model_copy(update={"labels": {"B": vass.labels["B"][:1]}})
    assert shortage("same_person", with_entities(one, entity("okafor")), "vass") == "one-name"
    assert shortage("same_person", with_entities(vass), "vass") == "too-few"
    assert shortage("same_person", with_entities(vass, entity("mayor")), "mayor") == "too-few"


def test_things_are_asked_about_where_too_few_people_speak() -> None:
    few = with_entities(entity("okafor"), entity("council-building"))
    assert unit_ids("same_person", few) == ["okafor", "council-building"]

"""Who said it on the story: pairs, sources that differ, and what is left over."""

from staging import changed, chosen_texts, make, usable, why_not
from story import quote, story

from generator.exercises.who_said_it import WhoSaidIt
from generator.model.dossier import Dossier, Entity, NamedQuote
from generator.model.item import Match
from generator.model.vocabulary import LANES

KIND, DOSSIER = WhoSaidIt(), story()


def pairs(*use: str) -> dict[str, str]:
    return {row.split(". (")[0]: source for row, source in chosen_texts(make(KIND, DOSSIER, *use)).items()}


def test_each_statement_has_its_own_source() -> None:
    assert pairs("okafor-homes", "vass-patients", "website-water") == {
        "Some 600 homes had to boil their water": "Dana Okafor",
        "He had not seen one sick patient": "Imre Vass",
        "The council was giving out free bottled water": "the council's website",
    }


def test_agentless_statement_goes_to_no_source() -> None:
    assert pairs("schools-off", "vass-patients", "mayor-water") == {
        "Two schools had turned off their drinking fountains": "no source is given",
        "He had not seen one sick patient": "Imre Vass",
        "Everyone affected would get free bottled water": "Lucia Brandt",
    }


def test_no_source_twice_even_under_other_names() -> None:
    for seed in "abcdefgh":
        item = make(KIND, DOSSIER, seed=seed, lane="extension")
        texts = list(chosen_texts(item).values())
        assert len(texts) == len(set(texts)) == 5


def test_something_is_left_over_and_never_a_second_right_answer() -> None:
    for seed in "abcdefgh":
        item = make(KIND, DOSSIER, seed=seed)
        assert isinstance(item.question.response, Match)
        options = {option.id: option.text for option in item.question.response.options}
        left = set(options) - set(chosen_texts_ids(item))
        assert left
        assert set(item.key.misreadings) == left
        used = " ".join(options[id_] for id_ in options if id_ not in left)
        for id_ in left:
            assert options[id_].split()[-1] not in used or options[id_] == "no source is given"


def chosen_texts_ids(item: object) -> list[str]:
    return list(item.key.answer.pairs.values())  # type: ignore[attr-defined]


def test_channel_is_left_over() -> None:
    item = make(KIND, DOSSIER, "okafor-homes", "vass-patients", "website-water", lane="extension")
    assert isinstance(item.question.response, Match)
    texts = {option.text for option in item.question.response.options}
    assert texts & {"Northern News", "Brindle Gazette", "Lakeland FM"}


def left_over(dossier: Dossier) -> set[str]:
    """Every wrong option that some seed offers beside three statements of report A, without 'no source'."""
    found: set[str] = set()
    for seed in "abcdefghijkl":
        use = ("okafor-rust", "mayor-water", "lile-first")
        item = make(KIND, dossier, *use, lane="extension", seed=seed)
        assert isinstance(item.question.response, Match)
        found |= {o.text for o in item.question.response.options if o.id in item.key.misreadings}
    return found - {"no source is given"}


def test_two_names_of_one_are_not_both_left_over() -> None:
    names = ("Paul Wren", "the firm Tarn Homes")
    wrong = tuple(NamedQuote(quote=quote(DOSSIER.passages, "A", name), why=f"Not {name}.") for name in names)
    two = changed(DOSSIER, "attributions", "mayor-water", not_source=wrong)
    assert set(names) <= left_over(two)

    def known(*same: str) -> Dossier:
        labels = {"A": tuple(quote(DOSSIER.passages, "A", name) for name in same)}
        one = Entity(id="the-same", name=same[0], labels=labels, sure="stated", why="The report says so.")
        return two.model_copy(update={"entities": (*two.entities, one)})

    assert left_over(known(*names)) & set(names) == {"Paul Wren"}
    assert left_over(known("Lucia Brandt", "the firm Tarn Homes")) & set(names) == {"Paul Wren"}


def test_number_left_over_is_told_as_it_is() -> None:
    told = set()
    for seed in "abcdefghijkl":
        for lane in LANES:
            item = make(KIND, DOSSIER, seed=seed, lane=lane)
            assert isinstance(item.question.response, Match)
            over = len(item.question.response.options) - len(item.question.response.rows)
            assert ("one is left over" in item.question.stem) == (over == 1)
            assert ("some are left over" in item.question.stem) == (over > 1)
            told.add(over)
    assert told >= {1, 2}


def test_outlet_does_not_stand_beside_no_source_for_words_of_its_writer() -> None:
    outlets = {label: passage.meta.outlet for label, passage in DOSSIER.passages.items()}
    for seed in "abcdefghijkl":
        for lane in LANES:
            item = make(KIND, DOSSIER, seed=seed, lane=lane)
            assert isinstance(item.question.response, Match)
            texts = {option.text for option in item.question.response.options}
            silent = [row for row, source in chosen_texts(item).items() if source == "no source is given"]
            assert not texts & {outlets[row.rsplit("(", 1)[1][0]] for row in silent}
    agentless = make(KIND, DOSSIER, "okafor-homes", "vass-patients", "schools-off", lane="extension")
    assert isinstance(agentless.question.response, Match)
    label = next(a.label for a in DOSSIER.attributions if a.id == "schools-off")
    assert outlets[label] not in {option.text for option in agentless.question.response.options}


def test_words_noted_under_two_sources_are_left_out() -> None:
    vass = next(a for a in DOSSIER.attributions if a.id == "vass-patients")
    double = changed(DOSSIER, "attributions", "website-water", content=vass.content)
    assert why_not(KIND, double, "vass-patients") == "said-by-two"


def test_needs_three_sources() -> None:
    few = DOSSIER.model_copy(update={"attributions": DOSSIER.attributions[:3]})
    assert usable(KIND, few) == []
    assert why_not(KIND, few, "company-boil") == "too-few"

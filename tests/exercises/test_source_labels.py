"""Source labels on the story: each report's own words for its sources, and silence only where it is sure."""

from typing import Any

import pytest
from changes import made, shortage
from staging import changed, chosen_texts
from story import quote, story

from generator.exercises import EXERCISES
from generator.model.dossier import Attribution, Dossier, Entity
from generator.model.item import Item, Match
from generator.model.vocabulary import LANES

DOSSIER = story()
SILENT = "the report does not introduce this source"
SEEDS = "abcdefghijkl"
WORDS = {
    "Dana Okafor (report A)": "the company's chief engineer",
    "Dana Okafor (report B)": "of the water company",
    "Paul Wren (report A)": "who manages the site for the firm Tarn Homes",
    "Lucia Brandt (report A)": "The mayor",
    "Hanna Lile (report A)": "who runs a café on Castle Street",
    "Imre Vass (report B)": "a doctor at the Brindle clinic",
}


def note(id_: str) -> Attribution:
    return next(a for a in DOSSIER.attributions if a.id == id_)


def offered(item: Item) -> set[str]:
    assert isinstance(item.question.response, Match)
    return {option.text for option in item.question.response.options}


def changed_notes(dossier: Dossier, *ids: str, **values: Any) -> Dossier:
    for id_ in ids:
        dossier = changed(dossier, "attributions", id_, **values)
    return dossier


def without_words_for_okafor() -> Dossier:
    """In report B she is only named: no introduction, no role, no description among her names."""
    notes = ("okafor-homes", "okafor-clear", "okafor-harmless-b")
    silent = changed_notes(DOSSIER, *notes, introduced=None, role=None)
    names = [quote(DOSSIER.passages, "B", "Dana Okafor")]
    okafor = next(e for e in DOSSIER.entities if e.id == "okafor")
    bare = okafor.model_copy(update={"labels": {**okafor.labels, "B": tuple(names)}})
    return silent.model_copy(update={"entities": tuple(bare if e == okafor else e for e in DOSSIER.entities)})


@pytest.mark.parametrize("lane", LANES)
def test_each_source_gets_the_words_of_that_report(lane: str) -> None:
    for seed in SEEDS:
        item = made("source_labels", DOSSIER, lane=lane, seed=seed)  # type: ignore[arg-type]
        for row, words in chosen_texts(item).items():
            assert words == WORDS[row]


def test_somebody_in_two_reports_is_always_asked_about_in_both() -> None:
    for seed in SEEDS:
        for lane in LANES:
            item = made("source_labels", DOSSIER, lane=lane, seed=seed)
            assert {"Dana Okafor (report A)", "Dana Okafor (report B)"} <= set(chosen_texts(item))
            assert "report A has “the company's chief engineer”" in item.key.rationale
            assert "report B has “of the water company”" in item.key.rationale
            swapped = [r for r in item.key.reject if "introduces this name" in r.why]
            assert len(swapped) == 2


def test_silence_is_offered_everywhere_and_right_where_it_is_sure() -> None:
    dossier = without_words_for_okafor()
    for seed in SEEDS:
        item = made("source_labels", dossier, seed=seed)
        answers = chosen_texts(item)
        assert answers["Dana Okafor (report B)"] == SILENT
        assert answers["Dana Okafor (report A)"] == WORDS["Dana Okafor (report A)"]
        assert "report B gives the name alone" in item.key.rationale
        assert all(e.passage == "B" for e in item.key.evidence if "only names" in (e.shows or ""))
        plain = made("source_labels", DOSSIER, seed=seed)
        assert SILENT in offered(plain)
        assert SILENT not in chosen_texts(plain).values()


def rows_on_okafor_in_b(dossier: Dossier) -> int:
    units = [u for u in EXERCISES["source_labels"].units(dossier).units if "okafor" in u.notes]
    return sum(label == "B" for unit in units for label in unit.labels)


def test_silence_is_not_sure_where_the_notes_tell_more_than_the_name() -> None:
    sure = without_words_for_okafor()
    assert rows_on_okafor_in_b(sure) == 1
    assert rows_on_okafor_in_b(changed(sure, "attributions", "okafor-clear", role="engineer")) == 0
    okafor = next(e for e in sure.entities if e.id == "okafor")
    described = okafor.model_copy(
        update={"labels": {**okafor.labels, "B": (*okafor.labels["B"], quote(sure.passages, "B", "the engineer"))}}
    )
    entities = tuple(described if e == okafor else e for e in sure.entities)
    assert rows_on_okafor_in_b(sure.model_copy(update={"entities": entities})) == 0
    nowhere = changed(sure, "attributions", "vass-patients", introduced=None)
    assert rows_on_okafor_in_b(nowhere) == 0


def test_left_over_words_belong_to_somebody_who_is_not_asked_about() -> None:
    for seed in SEEDS:
        for lane in LANES:
            item = made("source_labels", DOSSIER, lane=lane, seed=seed)
            assert isinstance(item.question.response, Match)
            texts = {option.id: option.text for option in item.question.response.options}
            for id_, why in item.key.misreadings.items():
                if texts[id_] == SILENT:
                    continue
                row = next(row for row, words in WORDS.items() if words == texts[id_])
                assert row.split(" (")[0] in why
                assert not any(asked.startswith(row.split(" (")[0]) for asked in chosen_texts(item))


def test_same_words_in_both_reports_are_one_option() -> None:
    words = quote(DOSSIER.passages, "B", "the engineer")
    here = quote(DOSSIER.passages, "A", "engineer")
    same = changed(DOSSIER, "attributions", "okafor-homes", introduced=words)
    same = changed(same, "attributions", "okafor-rust", introduced=here)
    item = made("source_labels", same)
    answers = {answer for row, answer in chosen_texts(item).items() if "Okafor" in row}
    assert len(answers) == 1
    assert not [r for r in item.key.reject if "introduces this name" in r.why]


def test_words_that_stand_beside_both_are_asked_about_for_one_only() -> None:
    inner = quote(DOSSIER.passages, "B", "the water company")
    outer = quote(DOSSIER.passages, "A", "the company's chief engineer")
    both = changed(DOSSIER, "attributions", "okafor-homes", introduced=inner)
    assert len([r for r in chosen_texts(made("source_labels", both)) if "Okafor" in r]) == 2
    doubled = DOSSIER.passages["A"].model_copy(
        update={
            "blocks": tuple(
                b.model_copy(update={"text": b.text.replace(outer.text, f"{outer.text} of the water company")})
                for b in DOSSIER.passages["A"].blocks
            )
        }
    )
    unsure = DOSSIER.model_copy(update={"passages": {**DOSSIER.passages, "A": doubled}})
    for seed in SEEDS:
        item = made("source_labels", unsure, lane="extension", seed=seed)
        assert len([r for r in chosen_texts(item) if "Okafor" in r]) <= 1


def test_labels_that_the_key_gives_away_are_told_to_assembly() -> None:
    item = made("source_labels", DOSSIER, lane="support")
    assert "attribution:okafor-rust:introduced" in item.asks
    assert "entity:okafor:labels" in item.asks


def test_a_name_that_the_report_does_not_have_is_no_row() -> None:
    named = changed(DOSSIER, "attributions", "mayor-water", called="Lucia Ada Brandt")
    assert shortage("source_labels", named, "mayor-water") == "tells-itself"
    told = changed(DOSSIER, "attributions", "mayor-water", called="The mayor")
    assert shortage("source_labels", told, "mayor-water") == "tells-itself"


def test_shortages() -> None:
    assert shortage("source_labels", DOSSIER, "company-boil") == "no-words"
    few = DOSSIER.model_copy(update={"attributions": (note("wren-digger"), note("mayor-water"))})
    assert shortage("source_labels", few, "mayor-water") == "too-few"


def test_entities_without_a_place_do_no_harm() -> None:
    empty = Entity(id="nobody", name="Nobody", labels={}, sure="stated", why=None)
    more = DOSSIER.model_copy(update={"entities": (*DOSSIER.entities, empty)})
    assert chosen_texts(made("source_labels", more)) == chosen_texts(made("source_labels", DOSSIER))

"""Exact or vague on the story: rows of both sorts, and words such as “about” to be found in the report."""

from collections import Counter

from staging import changed, chosen_texts, make, scene, usable, why_not
from story import story

from generator.exercises.exact_or_vague import ExactOrVague
from generator.exercises.remove_the_hedge import RemoveTheHedge
from generator.model.vocabulary import LANES

KIND, DOSSIER = ExactOrVague(), story()


def answers(label: str = "A", **wishes: object) -> dict[str, str]:
    units = [unit for unit in KIND.units(DOSSIER).units if unit.group == label]
    return chosen_texts(KIND.make(DOSSIER, units, scene(KIND.name, rows=12, **wishes)))


def test_key_of_report_a() -> None:
    assert answers(lane="support") == {
        "“About 400 homes” (A, line 2)": "vague",
        "“two schools” (A, line 16)": "exact",
        "“last week” (A, line 9)": "vague",
        "“in 2011” (A, line 19)": "exact",
        "“late on Tuesday” (A, line 16)": "vague",
        "“on Tuesday” (A, line 6)": "exact",
    }


def test_core_leaves_out_the_word_that_makes_it_vague() -> None:
    assert answers()["“400 homes” (A, line 2)"] == "vague"
    assert answers("B")["“600 homes” (B, line 2)"] == "vague"
    assert answers("B")["“Hundreds of Brindle homes” (B, headline)"] == "vague"


def test_a_word_noted_before_the_figure_is_shown_in_support_and_counts() -> None:
    homes = next(f for f in DOSSIER.figures if f.id == "homes-a")
    cut = homes.quote.model_copy(update={"text": "400 homes", "start": homes.quote.start + len("About ")})
    dossier = changed(DOSSIER, "figures", "homes-a", quote=cut)
    assert "“About 400 homes” (A, line 2)" in chosen_texts(make(KIND, dossier, lane="support", rows=12))
    core = make(KIND, dossier, rows=12)
    assert "“400 homes” (A, line 2)" in chosen_texts(core)
    assert "may be left out" in core.question.stem


def test_stem_says_so_only_where_words_are_left_out() -> None:
    assert "may be left out" in make(KIND, DOSSIER, rows=12).question.stem
    assert "left out" not in make(KIND, DOSSIER, lane="support").question.stem


def test_extension_gives_a_place_only_to_words_that_stand_twice() -> None:
    rows = answers(lane="extension")
    assert "“400 homes”" in rows
    assert "“on Tuesday” (A, line 6)" in rows


def test_neither_column_pays_for_guessing() -> None:
    for seed in "abcdef":
        for lane in LANES:
            counts = Counter(chosen_texts(make(KIND, DOSSIER, lane=lane, seed=seed)).values())
            assert abs(counts["exact"] - counts["vague"]) <= 1


def test_rows_left_to_one_answer_are_filled_up() -> None:
    units = [unit for unit in KIND.units(DOSSIER).units if unit.id in ("schools", "year", "told-on-tuesday")]
    assert set(chosen_texts(KIND.make(DOSSIER, units, scene(KIND.name))).values()) == {"exact", "vague"}


def test_every_row_has_its_reason_beside_its_words() -> None:
    item = make(KIND, DOSSIER, rows=12)
    shown = {e.quote: e.shows for e in item.key.evidence}
    assert shown["About 400 homes"] == "Vague. “About” leaves open how many homes they are."
    assert len(shown) == len(chosen_texts(item))


def test_items_that_mark_the_word_cannot_stand_beside_it() -> None:
    hedge = make(RemoveTheHedge(), DOSSIER, "about-400")
    assert hedge.tells & make(KIND, DOSSIER, rows=12).asks == {"figure:homes-a"}
    told = make(KIND, DOSSIER, lane="support", rows=12).tells
    assert "marker:about-400:text" in told
    assert "marker:about-400:text" not in make(KIND, DOSSIER, rows=12).tells
    assert "claim:fountains:A:present" in told


def test_shortages() -> None:
    assert why_not(KIND, changed(DOSSIER, "figures", "homes-a", exactness="exact"), "homes-a") == "marker-beside"
    year = next(f for f in DOSSIER.figures if f.id == "year")
    twice = changed(DOSSIER, "figures", "told-on-tuesday", quote=year.quote)
    assert why_not(KIND, twice, "told-on-tuesday") == "overlap"
    few = DOSSIER.model_copy(update={"figures": tuple(f for f in DOSSIER.figures if f.exactness == "exact")})
    assert usable(KIND, few) == []
    assert why_not(KIND, few, "year") == "too-few"
    below = DOSSIER.passages["A"]
    at = below.text.index("2019")
    caption = year.quote.model_copy(update={"text": "2019", "start": at, "end": at + 4, "first": 0, "last": 0})
    assert why_not(KIND, changed(DOSSIER, "figures", "year", quote=caption), "year") == "not-body"

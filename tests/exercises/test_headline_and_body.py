"""Headline and body on the story: a headline that claims more, and one that fits as it stands."""

import pytest
from staging import make, read_lines, usable, why_not
from story import story

from generator.exercises.headline_and_body import HeadlineAndBody
from generator.model.dossier import Dossier
from generator.model.vocabulary import LANES

KIND, DOSSIER = HeadlineAndBody(), story()


def with_headline(label: str, **values: object) -> Dossier:
    note = DOSSIER.headlines[label].model_copy(update=values)
    return DOSSIER.model_copy(update={"headlines": {**DOSSIER.headlines, label: note}})


def test_a_unit_for_each_headline_that_is_noted() -> None:
    assert usable(KIND, DOSSIER) == ["headline-a", "headline-b"]
    assert usable(KIND, DOSSIER.model_copy(update={"headlines": {}})) == []


def test_question_is_the_same_whether_the_headline_fits_or_not() -> None:
    for lane in LANES:
        misfit, fit = (make(KIND, DOSSIER, f"headline-{label}", lane=lane).question for label in "ab")
        assert misfit.stem == fit.stem
        assert misfit.prompt.replace("report A", "report B") == fit.prompt
        assert "keep it" in fit.stem


def test_full_answer_has_words_of_both_and_a_headline_that_fits() -> None:
    best, middle, least = make(KIND, DOSSIER, "headline-a").key.rubric
    assert "“Brown water: Brindle homes told to boil before drinking” (A, headline)" in best.sample
    assert "“About 400 homes should boil their water before drinking it” (A, lines 2–3)" in best.sample
    assert "“About 400 Brindle homes told to boil water”" in best.sample
    assert "claims more than the body" in best.sample
    assert "About 400 Brindle" not in middle.sample
    assert "“" not in least.sample
    assert [level.points for level in (best, middle, least)] == [3, 2, 1]


def test_a_headline_that_claims_too_much_is_not_accepted() -> None:
    rejected = {r.text: r.why for r in make(KIND, DOSSIER, "headline-a").key.reject}
    assert rejected["“Whole of Brindle without clean water”"] == "It claims more than the body says."


@pytest.mark.parametrize("rewrite", [None, "Hundreds of homes in Brindle told to boil water"])
def test_a_headline_that_fits_may_stay(rewrite: str | None) -> None:
    key = make(KIND, with_headline("B", rewrite=rewrite), "headline-b").key
    assert key.rubric[0].sample.endswith("So the headline can stay as it is.")
    assert "The headline as it stands." in key.accept
    assert not any("does not make it false" in r.why for r in key.reject)


@pytest.mark.parametrize(("fit", "told"), [("weaker", "less"), ("other", "something else")])
def test_other_ways_not_to_fit(fit: str, told: str) -> None:
    key = make(KIND, with_headline("A", fit=fit), "headline-a").key
    assert told in key.brief
    assert told in key.rubric[0].sample
    assert told in key.rubric[0].names


def test_lanes_point_less_and_less() -> None:
    body = DOSSIER.headlines["A"].body
    for lane in ("support", "core"):
        question = make(KIND, DOSSIER, "headline-a", lane=lane).question  # type: ignore[arg-type]
        assert read_lines(question.hints[0]) >= {("A", body.first), ("A", body.last)}
        assert question.extracts[0].lines == (0, 0)
    alone = make(KIND, DOSSIER, "headline-a", lane="extension").question
    assert not alone.hints
    assert not alone.extracts
    assert "as sure as the body" in alone.stem


def test_marks_of_the_parts_only_where_there_are_three() -> None:
    assert make(KIND, DOSSIER, "headline-a").key.marking.count("1 mark ") == 3
    assert make(KIND, DOSSIER, "headline-a", points=6).key.marking == ""


def test_shortages() -> None:
    assert why_not(KIND, with_headline("A", rewrite=None), "headline-a") == "no-rewrite"
    own = DOSSIER.headlines["A"].body.model_copy(update={"first": 0, "last": 0})
    assert why_not(KIND, with_headline("A", body=own), "headline-a") == "no-body"
    bare = DOSSIER.passages["A"].model_copy(
        update={"blocks": tuple(b for b in DOSSIER.passages["A"].blocks if b.kind != "headline")}
    )
    headless = DOSSIER.model_copy(update={"passages": {**DOSSIER.passages, "A": bare}})
    assert why_not(KIND, headless, "headline-a") == "no-headline"

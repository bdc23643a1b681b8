"""Naming ladder: the names of the notes, each report's own, without pronouns."""

from changes import made, shortage
from story import story

DOSSIER = story()


def test_names_of_each_report_in_any_order() -> None:
    item = made("naming_ladder", DOSSIER)
    keys = item.key.answer.blanks  # type: ignore[union-attr]
    found = {b.label: {keys[b.id].model, *keys[b.id].accept} for b in item.question.response.blanks}  # type: ignore[union-attr]
    assert found["Report A, 1"] == {"the company's chief engineer"}
    assert found["Report B, 1"] == {"Dana Okafor of the water company", "the engineer"}
    assert found["Report B, 1"] == found["Report B, 2"]
    assert len(found) == 3


def test_pronouns_and_what_the_question_says_are_no_answers() -> None:
    models = {key.model for key in made("naming_ladder", DOSSIER).key.answer.blanks.values()}  # type: ignore[union-attr]
    assert not models & {"She", "Okafor", "Dana Okafor"}


def test_likely_identity_is_called_likely() -> None:
    entities = tuple(e.model_copy(update={"sure": "likely"}) for e in DOSSIER.entities)
    likely = made("naming_ladder", DOSSIER.model_copy(update={"entities": entities}))
    assert "likely, but not stated" in likely.key.rationale
    assert "likely" not in made("naming_ladder", DOSSIER).key.rationale


def test_question_says_how_many_to_find() -> None:
    assert "1 in report A, 2 in report B" in made("naming_ladder", DOSSIER).question.stem


def test_no_item_where_both_reports_use_the_same_words() -> None:
    okafor = next(e for e in DOSSIER.entities if e.id == "okafor")
    here = okafor.labels["B"]
    there = tuple(q.model_copy(update={"label": "A"}) for q in here)
    same = okafor.model_copy(update={"labels": {"A": there, "B": here}})
    assert shortage("naming_ladder", DOSSIER.model_copy(update={"entities": (same,)}), "okafor") == "same-names"


def test_shortages() -> None:
    assert shortage("naming_ladder", DOSSIER, "council-building") == "too-few"
    entities = tuple(e.model_copy(update={"why": None}) for e in DOSSIER.entities)
    assert shortage("naming_ladder", DOSSIER.model_copy(update={"entities": entities}), "okafor") == "no-why"

"""Naming ladder: the names of the notes, each report's own, without pronouns."""

from changes import made, shortage
from story import story

DOSSIER = story()


def test_names_of_each_report_in_any_order() -> None:
    item = made("naming_ladder", DOSSIER)
    keys = item.key.answer.blanks  # type: ignore[union-attr]
    found = {b.label: {keys[b.id].model, *keys[b.id].accept} for b in item.question.response.blanks}  # type: ignore[union-attr]
    assert found["Report A, name 1"] == {"the company's chief engineer"}
    assert found["Report B, name 1"] == {"Dana Okafor of the water company", "the engineer"}
    assert found["Report B, name 1"] == found["Report B, name 2"]
    assert len(found) == 3


def test_pronouns_and_what_the_question_says_are_no_answers() -> None:
    models = {key.model for key in made("naming_ladder", DOSSIER).key.answer.blanks.values()}  # type: ignore[union-attr]
    assert not models & {"She", "Okafor", "Dana Okafor"}


def test_likely_identity_is_called_likely() -> None:
    entities = tuple(e.model_copy(update={"sure": "likely"}) for e in DOSSIER.entities)
    likely = made("naming_ladder", DOSSIER.model_copy(update={"entities": entities}))
    assert "likely, but not stated" in likely.key.rationale
    assert "likely" not in made("naming_ladder", DOSSIER).key.rationale


def test_shortages() -> None:
    assert shortage("naming_ladder", DOSSIER, "council-building") == "too-few"
    entities = tuple(e.model_copy(update={"why": None}) for e in DOSSIER.entities)
    assert shortage("naming_ladder", DOSSIER.model_copy(update={"entities": entities}), "okafor") == "no-why"

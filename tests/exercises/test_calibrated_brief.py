"""In extension open types ask for a calibrated brief: no pointers, and a key that asks for what the stem asks."""

import pytest
from changes import made, with_claim
from staging import make, scene
from story import story

from generator.exercises.confidence_before_after import ConfidenceBeforeAfter
from generator.exercises.stands import stands
from generator.exercises.unnamed_source import UnnamedSource

DOSSIER = story()
BRIEF = ("synthesis", "wire_editor", "handle_the_conflict", "unnamed_source", "confidence_before_after")


@pytest.mark.parametrize("name", BRIEF)
def test_extension_alone_asks_for_a_brief_and_its_best_level_names_it(name: str) -> None:
    core, extension = (made(name, DOSSIER, lane=lane) for lane in ("core", "extension"))  # type: ignore[arg-type]
    assert "brief" in extension.question.stem
    assert "brief" not in core.question.stem
    assert not extension.question.hints
    assert extension.key.rubric[0].names != core.key.rubric[0].names


def test_synthesis_tells_how_sure_each_report_is() -> None:
    best = made("synthesis", DOSSIER, "digger", "homes", "place", lane="extension").key.rubric[0].sample
    assert "as something that is not certain (“may”), as the word of a worker" in best
    assert "as a fact of its own" in best
    assert "certain" not in made("synthesis", DOSSIER, "digger", "homes").key.rubric[0].sample


def test_conflict_is_told_with_who_says_so() -> None:
    rubric = made("handle_the_conflict", DOSSIER, lane="extension").key.rubric
    told = "“About 400 homes” (A, line 2), as the word of the water company, but report B has"
    assert told in rubric[0].sample
    assert told in rubric[1].sample
    assert "as the word of" not in rubric[2].sample
    assert "how sure" in made("handle_the_conflict", DOSSIER, lane="extension").key.marking
    assert "how sure" not in made("handle_the_conflict", DOSSIER).key.marking


def test_news_item_must_not_sound_surer() -> None:
    rejected = {lane: made("wire_editor", DOSSIER, lane=lane).key.reject for lane in ("core", "extension")}  # type: ignore[arg-type]
    assert any("surer" in r.text for r in rejected["extension"])
    assert not any("surer" in r.text for r in rejected["core"])


def test_sentence_on_an_unnamed_source_keeps_the_source() -> None:
    item = make(UnnamedSource(), DOSSIER, "worker-digger", lane="extension")
    sentence = item.key.rubric[0].sample.split("For a brief: ")[1]
    assert "without a name" in sentence
    assert "“a worker on the Castle Street building site”, said that" in sentence
    assert item.question.points == 4
    assert any("without its source" in r.text for r in item.key.reject)
    assert make(UnnamedSource(), DOSSIER, "worker-digger", lane="extension", points=3).question.points == 3


def test_sentence_on_confidence_claims_no_more_support_than_the_origins_give() -> None:
    kind = ConfidenceBeforeAfter()
    shared = make(kind, DOSSIER, "harmless", lane="extension").key.rubric[0].sample
    assert shared.endswith("so there is one source behind it.")
    independent = make(kind, DOSSIER, "start", lane="extension").key.rubric[0].sample
    assert "independent of each other, Hanna Lile and Imre Vass" in independent
    assert "For a brief" not in make(kind, DOSSIER, "harmless").key.rubric[0].sample


def test_standing_of_a_side_in_words() -> None:
    here = scene("synthesis")
    told = {
        id_: stands(here, DOSSIER.claim(id_).sides["A"]) for id_ in ("brown", "homes", "fountains", "bottle-day")
    }
    assert told == {
        "brown": "as a fact of its own",
        "homes": "as the word of the water company",
        "fountains": "as the word of somebody who is not named",
        "bottle-day": "as something that is not certain (“probably”)",
    }
    denied = with_claim(DOSSIER, "brown").claim("brown").sides["A"].model_copy(update={"standing": "denied"})
    assert stands(here, denied) == "as something that it denies"
    bare = DOSSIER.claim("bottle-day").sides["A"].model_copy(update={"markers": ()})
    assert stands(here, bare) == "as something that is not certain"

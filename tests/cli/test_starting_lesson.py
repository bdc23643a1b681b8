"""A first lesson on a dossier, whatever the dossier holds."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.assemble import assemble
from generator.cli._starting_lesson import UNTRIED, USUAL, plan, sketch
from generator.exercises.stock import stock_of
from generator.load.content import load_dossier
from generator.load.project import open_project
from generator.load.prompts import Prompts, load_prompts
from generator.model.dossier import Dossier
from generator.model.vocabulary import SKILLS

NOTES = ["attributions", "markers", "wording", "claims", "probes", "gaps", "entities"]


@pytest.fixture(scope="module")
def starter(fresh: Path) -> Dossier:
    dossier = load_dossier(open_project(fresh), "starter").dossier
    assert dossier is not None
    return dossier


@pytest.fixture(scope="module")
def prompts(fresh: Path) -> Prompts:
    return load_prompts(open_project(fresh), "en")


def test_the_example_gives_a_usual_lesson_on_all_skills(starter: Dossier, prompts: Prompts) -> None:
    made = plan("starter", starter, prompts)
    assert tuple(made.picks) == SKILLS
    assert sum(made.picks.values()) >= 8
    assert made.minutes <= USUAL
    assert made.minutes % 5 == 0


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gone=st.sets(st.sampled_from(NOTES)))
def test_what_is_planned_can_be_made(starter: Dossier, prompts: Prompts, gone: set[str]) -> None:
    dossier = starter.model_copy(update=dict.fromkeys(gone, ()))
    made = plan("thin", dossier, prompts)
    if made == UNTRIED:
        assert gone, "nothing is missing, yet nothing could be planned"
        return
    lesson = sketch("thin", dossier, made.picks)
    for variant in ("A", "B"):
        result = assemble(lesson, stock_of(lesson, dossier), prompts, "core", variant)
        assert result.troubles == ()
        assert result.booklet is not None
        assert sum(item.minutes for item in result.booklet.items) <= made.working

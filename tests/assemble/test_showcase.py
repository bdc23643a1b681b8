"""Every exercise type is at work on a dossier that ships, in all three lanes."""

from pathlib import Path

import pytest

from generator.assemble import Specimen, specimen
from generator.build.catalogue import dossiers_in, ordered_types
from generator.exercises import EXERCISES
from generator.load.project import open_project
from generator.load.prompts import load_prompts
from generator.model.vocabulary import LANES

REPO = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def shown() -> dict[str, Specimen]:
    project = open_project(REPO)
    prompts, dossiers = load_prompts(project, "en"), dossiers_in(project, "en")
    return {name: specimen(EXERCISES[name], dossiers, prompts) for name in ordered_types()}


@pytest.mark.parametrize("name", ordered_types())
def test_a_type_is_shown_in_every_lane_with_its_words(shown, name: str) -> None:
    one = shown[name]
    assert tuple(s.lane for s in one.lanes) == LANES, one.needs
    assert all((one.title, one.practises, one.needs, one.example))
    for s in one.lanes:
        assert (s.question.type, s.question.id) == (name, s.entry.id)
        assert s.minutes > 0


def test_types_stand_in_the_order_of_skills(shown) -> None:
    skills = [one.skill for one in shown.values()]
    assert [s for i, s in enumerate(skills) if i == 0 or skills[i - 1] != s] == [
        "attribution",
        "corroboration",
        "uncertainty",
        "differences",
    ]


def test_a_type_without_notes_for_it_has_no_lanes() -> None:
    none = specimen(EXERCISES["hedge_hunt"], [], load_prompts(open_project(REPO), "en"))
    assert (none.lanes, none.dossier) == ((), None)
    assert none.in_lane("core") is None

"""Every exercise type, made with the Spanish wording, says nothing in English."""

import re
from random import Random

import pytest
from staging import make, told
from story import story

from generator.exercises import EXERCISES
from generator.exercises.base import Scene
from generator.load.project import bundled_root, open_project
from generator.load.prompts import load_prompts
from generator.model.dossier import Dossier
from generator.model.item import Item
from generator.model.vocabulary import LANES, Lane
from tests.english import english_in

DOSSIER = story()
OWN = repr(DOSSIER)
SPANISH = load_prompts(open_project(bundled_root()), "es")
LEAST_WORDS = 3
"""The story is in English itself, and shares shorter stretches with the wording."""


def in_spanish(name: str, dossier: Dossier, lane: Lane, seed: str) -> Item:
    kind = EXERCISES[name]
    units = kind.units(dossier).units
    units = tuple(unit for unit in units if unit.group == units[0].group)[: kind.rows[1]]
    item_id = f"{seed}/{name}"
    return kind.make(dossier, units, Scene(item_id, lane, "A", Random(f"{seed}:A:{item_id}"), SPANISH.of(name)))


def usable(name: str) -> bool:
    return bool(EXERCISES[name].units(DOSSIER).units)


def test_nearly_every_type_can_be_made_from_the_story() -> None:
    assert sum(map(usable, EXERCISES)) > 0.9 * len(EXERCISES)


@pytest.mark.parametrize("name", [name for name in EXERCISES if usable(name)])
def test_items_are_wholly_spanish(name: str) -> None:
    for lane in LANES:
        shown = told(in_spanish(name, DOSSIER, lane, "lesson"))
        assert [part for part in english_in(shown, LEAST_WORDS) if part not in OWN] == [], shown


@pytest.mark.parametrize("name", [name for name in EXERCISES if usable(name)])
def test_the_same_search_finds_english_where_there_is_some(name: str) -> None:
    assert english_in(told(make(EXERCISES[name], DOSSIER)), LEAST_WORDS)


def test_small_words_are_spanish_too() -> None:
    for name in filter(usable, EXERCISES):
        for lane in LANES:
            question = in_spanish(name, DOSSIER, lane, "b").question
            shown = " ".join([question.prompt, *question.hints, *getattr(question.response, "frame", ())])
            assert not re.search(r"\b(the|report|line|lines|headline|and|of)\b", shown), shown

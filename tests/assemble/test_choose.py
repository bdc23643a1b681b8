"""Filling slots: no two items of a sheet repeat or answer each other, whatever the slots are."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assemble.choose import choose, clash
from generator.compose import Candidate, Slot
from generator.exercises.base import Unit
from generator.model.item import (
    ExtendedText,
    ExtendedTextAnswer,
    Item,
    KeyEntry,
    Question,
)


def item(name: str, asks: Iterable[str], tells: Iterable[str] = (), minutes: float = 2, type_: str = "t") -> Item:
    return Item(
        question=Question(
            id=name,
            skill="attribution",
            type=type_,
            prompt="Explain.",
            stem="",
            points=1,
            response=ExtendedText(lines=2),
        ),
        key=KeyEntry(id=name, brief="", answer=ExtendedTextAnswer(sample="x"), evidence=(), rationale="because"),
        asks=frozenset(asks),
        tells=frozenset(tells),
        minutes=minutes,
        difficulty=1,
    )


def fixed(made: Item) -> Candidate:
    return Candidate(lambda _without: made, ())


def of_rows(name: str, notes: list[str], least: int) -> Candidate:
    """A candidate with one row for each note, which can do without some of them."""

    def make(without: frozenset[str]) -> Item | None:
        left = [n for n in notes if n not in without]
        return item(name, [f"claim:{n}:relation" for n in left]) if len(left) >= least else None

    return Candidate(make, tuple(Unit(n, (n,), ("A",)) for n in notes))


def slot(*candidates: Candidate, **how: object) -> Slot:
    return Slot(("sections", 0, "items", 0), "attribution", candidates, **how)  # type: ignore[arg-type]


def test_a_free_slot_gives_up_the_rows_that_a_fixed_item_asks_about() -> None:
    chosen = choose(
        [
            slot(of_rows("grid", ["x", "y", "z"], least=2)),
            slot(fixed(item("own", ["claim:y:relation"])), free=False),
        ]
    )
    assert chosen.troubles == ()
    assert chosen.items[0][0].asks == {"claim:x:relation", "claim:z:relation"}
    assert chosen.items[1][0].question.id == "own"


def test_a_free_slot_without_enough_rows_left_is_trouble() -> None:
    chosen = choose(
        [
            slot(fixed(item("own", ["claim:x:relation", "claim:y:relation"])), free=False),
            slot(of_rows("grid", ["x", "y", "z"], least=2)),
        ]
    )
    assert [t.code for t in chosen.troubles] == ["SS558"]
    assert chosen.items[1] == ()


def test_a_free_slot_takes_its_next_candidate_when_the_first_clashes() -> None:
    chosen = choose(
        [
            slot(fixed(item("one", ["fact:a:x"])), free=False),
            slot(fixed(item("same", ["fact:a:x"])), fixed(item("other", ["fact:b:x"]))),
        ]
    )
    assert [i.question.id for i in chosen.items[1]] == ["other"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (item("one", ["f:a:x"]), item("two", ["f:a:x"])),
        (item("one", ["f:a:x"]), item("two", ["f:b:x"], tells=["f:a:x"])),
        (item("one", ["f:a:x"], tells=["f:b:x"]), item("two", ["f:b:x"])),
    ],
)
def test_two_fixed_items_that_answer_each_other_are_trouble_that_names_the_fact(first: Item, second: Item) -> None:
    chosen = choose([slot(fixed(first), free=False), slot(fixed(second), free=False)])
    assert [t.code for t in chosen.troubles] == ["SS557"]
    assert "'one'" in chosen.troubles[0].message
    assert any(fact in chosen.troubles[0].message for fact in ("f:a:x", "f:b:x"))


def test_a_pick_keeps_to_its_minutes_and_prefers_types_not_yet_on_the_sheet() -> None:
    pick = slot(
        fixed(item("again", ["f:a:x"], type_="seen")),
        fixed(item("long", ["f:b:x"], minutes=30, type_="long")),
        fixed(item("new", ["f:c:x"], minutes=4, type_="new")),
        wants=1,
        minutes=5,
        is_pick=True,
    )
    chosen = choose([slot(fixed(item("first", ["f:d:x"], type_="seen")), free=False), pick])
    assert [i.question.id for i in chosen.items[1]] == ["new"]


def test_a_pick_that_cannot_be_filled_says_so() -> None:
    pick = slot(fixed(item("one", ["f:a:x"])), fixed(item("two", ["f:a:x"])), wants=2, is_pick=True)
    chosen = choose([pick])
    assert [t.code for t in chosen.troubles] == ["SS559"]
    assert len(chosen.items[0]) == 1


_facts = st.sets(st.sampled_from([f"f:{n}:x" for n in "abcdefgh"]), max_size=3)
_items = st.builds(item, st.uuids().map(str), _facts, _facts)
_slots = st.lists(
    st.builds(
        lambda items, free, wants, pick: slot(
            *map(fixed, items), free=free, wants=wants if pick else 1, is_pick=pick
        ),
        st.lists(_items, min_size=1, max_size=4),
        st.booleans(),
        st.integers(1, 3),
        st.booleans(),
    ),
    max_size=6,
)


@given(_slots)
def test_chosen_items_never_clash(slots: list[Slot]) -> None:
    chosen = choose(slots)
    everything = [i for items in chosen.items for i in items]
    for n, one in enumerate(everything):
        for other in everything[n + 1 :]:
            assert not clash(one, other)
    for where, items in zip(slots, chosen.items, strict=True):
        assert len(items) <= where.wants
    short = sum(len(items) < where.wants for where, items in zip(slots, chosen.items, strict=True))
    assert len(chosen.troubles) == short
